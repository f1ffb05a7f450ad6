// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/hetznercloud.h"
#include "support/openstackcloud.h"
#include "support/raffcloud.h"
#include "support/stackconsolecloud.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryFile>

#include <functional>
#include <memory>

namespace Faults {

using namespace Qt::StringLiterals;

/// A simulated cloud, and what it holds when it is asked without any of the client's code.
struct Witness
{
    explicit Witness(const QString &vendor)
    {
        if (vendor == "hetzner"_L1) {
            const auto made = std::make_shared<Support::HetznerCloud>();
            cloud = &made->cloud();
            snapshots = [made] {
                return made->all(u"/images?type=snapshot"_s, u"images"_s);
            };
            nameField = u"description"_s;
        } else if (vendor == "raff"_L1) {
            const auto made = std::make_shared<Support::RaffCloud>();
            cloud = &made->cloud();
            snapshots = [made] {
                return made->all(u"/snapshots"_s);
            };
        } else if (vendor == "openstack"_L1) {
            beOpenStack();
        } else {
            const auto made = std::make_shared<Support::StackConsoleCloud>();
            cloud = &made->cloud();
            snapshots = [made] {
                QJsonArray all = made->all(u"/blockstorages/snapshots"_s);
                const QJsonArray machines = made->all(u"/virtual-machines/snapshots"_s);
                for (const QJsonValueConstRef one : machines) {
                    all.append(one);
                }
                return all;
            };
        }
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        const QJsonArray all = snapshots();
        for (const QJsonValueConstRef one : all) {
            names.append(one[nameField].toString());
        }
        return names;
    }
    /// By which the vendor tells them apart.
    [[nodiscard]] QStringList ids() const
    {
        QStringList ids;
        const QJsonArray all = snapshots();
        for (const QJsonValueConstRef one : all) {
            const QString slug = one[u"slug"_s].toString();
            ids.append(slug.isEmpty() ? one[u"id"_s].toVariant().toString() : slug);
        }
        return ids;
    }

    /// Rollbacks that the cloud was asked for, by the paths that were sent to where these tell.
    [[nodiscard]] int rollBacks(const QStringList &labels) const
    {
        if (m_exchanges) {
            return rollBacksByBody();
        }
        static const QRegularExpression sent(
            u"^request POST (.*/(rebuild|restore|revert)) #\\d+$"_s);
        QSet<QString> paths;
        for (const QString &label : labels) {
            if (const QRegularExpressionMatch match = sent.match(label); match.hasMatch()) {
                paths.insert(match.captured(1));
            }
        }
        int count = 0;
        for (const QString &path : std::as_const(paths)) {
            count += cloud->requestsServed("POST", path);
        }
        return count;
    }

    Demo::SimulatedCloud *cloud = nullptr;
    std::function<QJsonArray()> snapshots; ///< keeps the cloud alive
    QString nameField = u"name"_s;

private:
    /// With what is made of snapshots. A token is good for an hour, and hours may have passed.
    void beOpenStack()
    {
        const auto made = std::make_shared<Support::OpenStackCloud>();
        cloud = &made->cloud();
        snapshots = [made] {
            const auto token = made->logIn(Support::OpenStackCloud::passwordAuth(u"production"_s));
            made->use(token.header("X-Subject-Token"));
            QJsonArray all;
            for (const QString &list : {u"images"_s, u"snapshots"_s, u"volumes"_s}) {
                const QJsonArray rows = made->all(list);
                for (const QJsonValueConstRef one : rows) {
                    all.append(one);
                }
            }
            return all;
        };
        m_exchanges = std::make_shared<QTemporaryFile>();
        if (!m_exchanges->open() || !cloud->recordTo(m_exchanges->fileName())) {
            qFatal("the exchanges can't be written down");
        }
    }

    /// All that is done to a server or volume goes to one path.
    [[nodiscard]] int rollBacksByBody() const
    {
        QFile file(m_exchanges->fileName());
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("the exchanges can't be read");
        }
        int count = 0;
        while (!file.atEnd()) {
            const QJsonObject exchange = QJsonDocument::fromJson(file.readLine()).object();
            const QByteArray sent = exchange[u"requestBody"].toString().toUtf8();
            const QJsonObject order = QJsonDocument::fromJson(sent).object();
            count += order.contains("rebuild"_L1) || order.contains("revert"_L1) ? 1 : 0;
        }
        return count;
    }

    std::shared_ptr<QTemporaryFile> m_exchanges;
};

} // namespace Faults
