// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/pricelist.h"
#include "domain/secretstore.h"

#include <QObject>

#include <memory>

class QSettings;

namespace Accounts {

/// The account records (QSettings, no secret in them) together with their credentials (a
/// SecretStore).
///
/// A keychain that carries out a given-up write after all is dealt with so that what a person was
/// told stays true: the credential of a new account, which was not saved, is removed again; the
/// new credential of an account that exists stays, as it was asked for, and is told by changed().
class AccountStore : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the store.
    AccountStore(QSettings &settings, Domain::SecretStore &secrets, QObject *parent = nullptr);
    ~AccountStore() override;

    [[nodiscard]] QList<Domain::Account> accounts() const; ///< in the order they were added
    [[nodiscard]] std::optional<Domain::Account> find(const Domain::AccountId &id) const;
    /// True when the account's credential is in memory alone and gone when the program ends.
    [[nodiscard]] bool isSessionOnly(const Domain::AccountId &id) const;

    /// Where a credential goes. SessionOnly: in memory until the program ends, nothing written
    /// anywhere.
    enum class Keep { Keychain, SessionOnly };

    /// Writes the secret first, then the record: an account is never stored without its credential.
    /// On failure nothing that was stored before is lost. An account with an empty id gets a new
    /// one. An empty secret keeps the stored one; InvalidInput when there is none.
    [[nodiscard]] QFuture<Domain::Result<Domain::Account>> save(const Domain::Account &account,
                                                                const Domain::Secret &secret,
                                                                Keep keep);
    /// Removes the credential, then the record.
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> remove(const Domain::AccountId &id);
    /// Removes the record alone, for a keychain that can't be reached: its credential stays there.
    [[nodiscard]] Domain::Result<Domain::Done> forget(const Domain::AccountId &id);
    /// NotFound for an account that is not here.
    [[nodiscard]] QFuture<Domain::Result<Domain::Secret>> readSecret(const Domain::AccountId &id);

    /// What a person entered, where the provider tells no prices. With the record, or for as long
    /// as an account of this session alone.
    [[nodiscard]] QList<Domain::SnapshotPrice> enteredPrices(const Domain::AccountId &id) const;
    /// NotFound for an account that is not here.
    [[nodiscard]] Domain::Result<Domain::Done> setEnteredPrices(
        const Domain::AccountId &id, const QList<Domain::SnapshotPrice> &prices);

Q_SIGNALS:
    void added(const Domain::AccountId &id);
    void changed(const Domain::AccountId &id); ///< record or credential
    void pricesChanged(const Domain::AccountId &id); ///< those that were entered
    void removed(const Domain::AccountId &id);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Accounts
