// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session.h"

#include "accounts/keychainsecretstore.h"
#include "accounts/memorysecretstore.h"
#include "demo/simulatedcloud.h"

#include <QCoreApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr int demoHaste = 20;

DemoAccount shopAccount(const QUrl &url, const QString &token)
{
    DemoAccount demo;
    demo.account.name = u"shop"_s;
    demo.account.provider = u"hetzner"_s;
    demo.account.baseUrl = url;
    demo.token = Domain::Secret(token.toUtf8());
    return demo;
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
    return session;
}

std::expected<std::unique_ptr<Session>, QString> Session::demo(const QString &cloudUrl)
{
    std::unique_ptr<Session> session(new Session);
    session->m_folder = std::make_unique<QTemporaryDir>();
    if (!session->m_folder->isValid()) {
        return std::unexpected(
            QCoreApplication::translate(
                "Session", "The demo needs a temporary folder, and none could be made: %1")
                .arg(session->m_folder->errorString()));
    }
    Demo::CloudOptions options = Demo::CloudOptions::forVendor(u"hetzner"_s);
    QUrl url(cloudUrl);
    if (cloudUrl.isEmpty()) {
        options.timeFactor = demoHaste;
        options.latency = std::chrono::milliseconds(40);
        session->m_cloud = std::make_unique<Demo::SimulatedCloud>(options);
        const std::expected<QUrl, QString> started = session->m_cloud->start();
        if (!started) {
            return std::unexpected(
                QCoreApplication::translate("Session", "The simulated cloud did not start: %1")
                    .arg(started.error()));
        }
        url = *started;
    }
    session->m_demoAccounts.push_back(shopAccount(url, options.token));
    session->m_settings = std::make_unique<QSettings>(session->m_folder->filePath(u"demo.ini"_s),
                                                      QSettings::IniFormat);
    session->m_secrets = std::make_unique<Accounts::MemorySecretStore>();
    session->m_stateFolder = session->m_folder->path();
    return session;
}

int Session::haste() const
{
    return m_cloud ? demoHaste : 1;
}

} // namespace App
