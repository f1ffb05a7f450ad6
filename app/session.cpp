// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session.h"

#include "accounts/keychainsecretstore.h"
#include "accounts/memorysecretstore.h"
#include "demo/simulatedcloud.h"
#include "demo/vendors.h"

#include <QCoreApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr int demoHaste = 20;

std::vector<DemoAccount> accountsOf(const QList<Demo::Customer> &customers)
{
    std::vector<DemoAccount> accounts;
    for (const Demo::Customer &customer : customers) {
        DemoAccount &demo = accounts.emplace_back();
        demo.account.name = customer.name;
        demo.account.provider = customer.vendor;
        demo.account.profile = customer.profile;
        demo.account.colour = int(accounts.size()) - 1;
        demo.token = Domain::Secret(Demo::CloudOptions::forVendor(customer.vendor).token.toUtf8());
    }
    return accounts;
}

} // namespace

Session::Session() = default;
Session::~Session() = default;

std::unique_ptr<Session> Session::real()
{
    std::unique_ptr<Session> session(new Session);
    session->m_settings = std::make_unique<QSettings>();
    session->m_secrets = std::make_unique<Accounts::KeychainSecretStore>(session->m_clock);
    session->m_stateFolder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    session->m_cacheFolder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return session;
}

std::expected<std::unique_ptr<Session>, QString> Session::demo(const QString &cloudUrl)
{
    std::unique_ptr<Session> session(new Session);
    const QList<Demo::Customer> customers = Demo::customers();
    session->m_demoAccounts = accountsOf(cloudUrl.isEmpty() ? customers : customers.first(1));
    if (!cloudUrl.isEmpty()) {
        session->m_demoAccounts.front().account.baseUrl = QUrl(cloudUrl);
    }
    const auto begun = session->useTemporaryFolder().and_then([&] {
        return cloudUrl.isEmpty() ? session->startClouds() : std::expected<void, QString>();
    });
    return begun.transform([&session] { return std::move(session); });
}

std::expected<std::unique_ptr<Session>, QString> Session::passing()
{
    std::unique_ptr<Session> session(new Session);
    return session->useTemporaryFolder().transform([&session] { return std::move(session); });
}

std::expected<void, QString> Session::useTemporaryFolder()
{
    m_folder = std::make_unique<QTemporaryDir>();
    if (!m_folder->isValid()) {
        return std::unexpected(
            QCoreApplication::translate("Session",
                                        "A temporary folder is needed, and none could be made: %1")
                .arg(m_folder->errorString()));
    }
    m_settings =
        std::make_unique<QSettings>(m_folder->filePath(u"demo.ini"_s), QSettings::IniFormat);
    m_secrets = std::make_unique<Accounts::MemorySecretStore>();
    m_stateFolder = m_folder->path();
    m_cacheFolder = m_folder->path();
    return {};
}

std::expected<void, QString> Session::startClouds()
{
    for (DemoAccount &demo : m_demoAccounts) {
        Demo::CloudOptions options = Demo::CloudOptions::forVendor(demo.account.provider);
        options.timeFactor = demoHaste;
        options.latency = std::chrono::milliseconds(40);
        m_clouds.push_back(std::make_unique<Demo::SimulatedCloud>(options));
        const std::expected<QUrl, QString> started = m_clouds.back()->start();
        if (!started) {
            return std::unexpected(
                QCoreApplication::translate("Session", "The simulated cloud did not start: %1")
                    .arg(started.error()));
        }
        demo.account.baseUrl = *started;
    }
    return {};
}

Demo::SimulatedCloud *Session::cloud(size_t place) const
{
    return place < m_clouds.size() ? m_clouds.at(place).get() : nullptr;
}

int Session::haste() const
{
    return m_clouds.empty() ? 1 : demoHaste;
}

} // namespace App
