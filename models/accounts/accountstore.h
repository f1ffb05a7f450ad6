// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/secretstore.h"

#include <QObject>

#include <memory>

class QSettings;

namespace Accounts {

/// The account records (QSettings, no secret in them) together with their credentials (a
/// SecretStore).
class AccountStore : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the store.
    AccountStore(QSettings &settings, Domain::SecretStore &secrets, QObject *parent = nullptr);
    ~AccountStore() override;

    [[nodiscard]] QList<Domain::Account> accounts() const; ///< in the order they were added
    [[nodiscard]] std::optional<Domain::Account> find(const Domain::AccountId &id) const;

    /// Where a credential goes. SessionOnly: in memory until the program ends, nothing written
    /// anywhere.
    enum class Keep { Keychain, SessionOnly };

    /// Writes the secret first, then the record: an account is never stored without its credential.
    /// On failure nothing that was stored before is lost. An account with an empty id gets a new
    /// one. An empty secret keeps the stored one.
    [[nodiscard]] QFuture<Domain::Result<Domain::Account>> save(const Domain::Account &account,
                                                                const Domain::Secret &secret,
                                                                Keep keep);
    /// Removes the credential, then the record.
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> remove(const Domain::AccountId &id);
    [[nodiscard]] QFuture<Domain::Result<Domain::Secret>> readSecret(const Domain::AccountId &id);

Q_SIGNALS:
    void added(const Domain::AccountId &id);
    void changed(const Domain::AccountId &id); ///< record or credential
    void removed(const Domain::AccountId &id);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Accounts
