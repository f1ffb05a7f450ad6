// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "carryout.h"
#include "domain/clock.h"
#include "providers/openstack/openstackclouds.h"
#include "providers/openstack/openstackforms.h"
#include "providers/openstack/openstackprovider.h"
#include "support/openstackclient.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcessEnvironment>

#include <algorithm>
#include <memory>

/// What the tests on a real cloud share. Which cloud: the entry OS_CLOUD of the clouds.yaml that
/// OS_CLIENT_CONFIG_FILE names, as the real client reads it.
namespace Real {

using namespace Qt::StringLiterals;

/// A login at the real cloud, with our provider and with the real client.
class Cloud
{
public:
    /// `role` names another entry: "reader" is that of OS_CLOUD-reader.
    explicit Cloud(const QString &role = {})
        : m_entry(qEnvironmentVariable("OS_CLOUD") + (role.isEmpty() ? QString() : u'-' + role))
        , m_client(std::make_unique<Support::OpenStackClient>(environmentOf(m_entry)))
    {
        QFile file(qEnvironmentVariable("OS_CLIENT_CONFIG_FILE"));
        if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly)) {
            return;
        }
        const auto clouds = Providers::readClouds(file.readAll(), {});
        const auto all = clouds.value_or(QList<Domain::CredentialImport>());
        for (const Domain::CredentialImport &cloud : all) {
            if (cloud.name == m_entry && cloud.problems.isEmpty()) {
                m_login = cloud;
            }
        }
    }

    /// Why the tests can't run; empty where they can.
    [[nodiscard]] QString whyNot() const
    {
        if (qEnvironmentVariableIsEmpty("OS_CLOUD")) {
            return u"no real cloud is named. To run it: OS_CLIENT_CONFIG_FILE=/path/to/clouds.yaml "
                   "OS_CLOUD=entry ./dev test --real"_s;
        }
        if (m_login.name.isEmpty()) {
            return u"the clouds.yaml of OS_CLIENT_CONFIG_FILE has no entry %1"_s.arg(m_entry);
        }
        return Support::OpenStackClient::isInstalled()
            ? QString()
            : u"the real client, openstack, is not installed"_s;
    }

    [[nodiscard]] std::unique_ptr<Domain::CloudProvider> makeProvider()
    {
        return makeProvider(Providers::OpenStackForms::compose(m_login.credential));
    }
    [[nodiscard]] std::unique_ptr<Domain::CloudProvider> makeProvider(const Domain::Secret &secret)
    {
        const Domain::Account account{{u"real"_s}, m_entry, u"openstack"_s, {}, m_login.baseUrl, 0};
        return Providers::OpenStackProvider::make({account, secret, m_network, m_clock});
    }

    /// By another way than the entry's own.
    [[nodiscard]] std::unique_ptr<Domain::CloudProvider> makeProvider(
        const QUrl &url, QNetworkAccessManager &network, Domain::Clock &clock) const
    {
        const Domain::Account account{{u"real"_s}, m_entry, u"openstack"_s, {}, url, 0};
        return Providers::OpenStackProvider::make(
            {account, Providers::OpenStackForms::compose(m_login.credential), network, clock});
    }

    [[nodiscard]] QUrl url() const { return m_login.baseUrl; }

    [[nodiscard]] std::unique_ptr<Providers::OpenStackSession> makeSession(
        QNetworkAccessManager &network, Domain::Clock &clock) const
    {
        return std::make_unique<Providers::OpenStackSession>(
            m_login.baseUrl, Providers::OpenStackForms::compose(m_login.credential), network,
            clock);
    }

    /// A login that was cut off has done nothing and is tried once more: the services end
    /// connections as they like.
    [[nodiscard]] Support::OpenStackClient::Outcome attempt(const QStringList &arguments) const
    {
        Support::OpenStackClient::Outcome outcome = m_client->run(arguments);
        if (!outcome.isGood() && outcome.errors.contains("/auth/tokens: ('Connection aborted"_L1)) {
            outcome = m_client->run(arguments);
        }
        return outcome;
    }
    /// What the real client prints; nothing, and a warning, where it fails.
    [[nodiscard]] QString run(const QStringList &arguments) const
    {
        const Support::OpenStackClient::Outcome outcome = attempt(arguments);
        if (!outcome.isGood()) {
            qWarning("openstack %s: %s", qPrintable(arguments.join(u' ')),
                     qPrintable(outcome.errors));
            return {};
        }
        return outcome.output.trimmed();
    }
    [[nodiscard]] QJsonObject object(const QStringList &arguments) const
    {
        return QJsonDocument::fromJson(run(arguments + QStringList{u"-f"_s, u"json"_s}).toUtf8())
            .object();
    }
    [[nodiscard]] QJsonArray list(const QStringList &arguments) const
    {
        return QJsonDocument::fromJson(run(arguments + QStringList{u"-f"_s, u"json"_s}).toUtf8())
            .array();
    }

    /// Of 1 GiB; answers the id when it can be used. A cloud that has just begun may know of no
    /// room for one yet.
    [[nodiscard]] QString makeVolume(const QString &name) const
    {
        QString id;
        const bool isMade = QTest::qWaitFor(
            [&] {
                if (id.isEmpty()) {
                    const QJsonObject made =
                        object({u"volume"_s, u"create"_s, u"--size"_s, u"1"_s, name});
                    id = made[u"id"].toString();
                }
                const QJsonObject volume = object({u"volume"_s, u"show"_s, id});
                const QString status = volume[u"status"].toString();
                if (status == "error"_L1) {
                    static_cast<void>(run({u"volume"_s, u"delete"_s, id}));
                    id.clear();
                }
                return status == "available"_L1;
            },
            60'000);
        return isMade ? id : QString();
    }

    /// Of the smallest image and flavor that there are; answers the id when it runs. A property is
    /// "name=value".
    [[nodiscard]] QString makeServer(const QString &name, const QStringList &properties = {}) const
    {
        const QString image = smallest(
            list({u"image"_s, u"list"_s, u"--public"_s, u"--status"_s, u"active"_s, u"--long"_s}),
            u"Size"_s);
        const QString flavor = smallest(list({u"flavor"_s, u"list"_s}), u"RAM"_s);
        QStringList arguments{u"--os-compute-api-version"_s, u"2.90"_s, u"server"_s, u"create"_s};
        arguments += {u"--image"_s, image, u"--flavor"_s, flavor, u"--nic"_s, u"none"_s};
        for (const QString &property : properties) {
            arguments += {u"--property"_s, property};
        }
        const QJsonObject made = object(arguments + QStringList{u"--wait"_s, name});
        return made[u"id"].toString();
    }

    [[nodiscard]] QDateTime now() const { return m_clock.now(); }

private:
    [[nodiscard]] static QString smallest(const QJsonArray &all, const QString &size)
    {
        const auto found = std::ranges::min_element(
            all, {}, [&size](const QJsonValue &one) { return one[size].toDouble(); });
        const QJsonObject row = found == all.end() ? QJsonObject() : found->toObject();
        return row[u"ID"].toString();
    }

    [[nodiscard]] static QProcessEnvironment environmentOf(const QString &entry)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"OS_CLOUD"_s, entry);
        return environment;
    }

    QString m_entry;
    std::unique_ptr<Support::OpenStackClient> m_client;
    Domain::CredentialImport m_login;
    QNetworkAccessManager m_network;
    Domain::SystemClock m_clock;
};

} // namespace Real
