// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/clock.h"
#include "domain/secret.h"
#include "domain/secretstore.h"

#include <QList>
#include <QString>

#include <expected>
#include <memory>
#include <vector>

class QSettings;
class QTemporaryDir;

namespace Demo {
class SimulatedCloud;
}

namespace App {

/// An account that a demo can connect: what a person would type.
struct DemoAccount
{
    Domain::Account account;
    Domain::Secret token;
};

/// What one run of the program works with: the user's own settings and keychain, or temporary
/// folders and a secret store in memory, with simulated clouds for a demo. Only a real session
/// touches anything of the user's.
class Session
{
public:
    [[nodiscard]] static std::unique_ptr<Session> real();
    /// `cloudUrl` empty: starts its own clouds. The error is a sentence.
    [[nodiscard]] static std::expected<std::unique_ptr<Session>, QString> demo(
        const QString &cloudUrl);
    /// Real clouds, and nothing that is kept. The error is a sentence.
    [[nodiscard]] static std::expected<std::unique_ptr<Session>, QString> passing();
    ~Session();

    [[nodiscard]] QSettings &settings() { return *m_settings; }
    [[nodiscard]] Domain::SecretStore &secrets() { return *m_secrets; }
    /// Holds the lock and the journal.
    [[nodiscard]] QString stateFolder() const { return m_stateFolder; }
    /// Holds what can be lost.
    [[nodiscard]] QString cacheFolder() const { return m_cacheFolder; }
    [[nodiscard]] bool isDemo() const { return !m_demoAccounts.empty(); }
    /// How many times faster than the real ones its clouds work.
    [[nodiscard]] int haste() const;
    [[nodiscard]] const std::vector<DemoAccount> &demoAccounts() const { return m_demoAccounts; }
    /// The one that the account at this place of demoAccounts() is at; null when it is not ours.
    [[nodiscard]] Demo::SimulatedCloud *cloud(size_t place = 0) const;

private:
    Session();
    [[nodiscard]] std::expected<void, QString> useTemporaryFolder();
    [[nodiscard]] std::expected<void, QString> startClouds();

    Domain::SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<std::unique_ptr<Demo::SimulatedCloud>> m_clouds;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Domain::SecretStore> m_secrets;
    QString m_stateFolder;
    QString m_cacheFolder;
    std::vector<DemoAccount> m_demoAccounts;
};

} // namespace App
