// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/accountstore.h"

#include "accounts/accountrecords.h"
#include "domain/deferred.h"

#include <QHash>
#include <QLoggingCategory>
#include <QUuid>

#include <algorithm>

namespace Accounts {

using Domain::Account;
using Domain::AccountId;
using Domain::Deferred;
using Domain::Done;
using Domain::ErrorKind;
using Domain::Result;
using Domain::Secret;

namespace {

Q_LOGGING_CATEGORY(storeLog, "app.accounts")

/// Of a call that was made before one that has been answered: the store keeps their order.
Result<Secret> answerOf(const QFuture<Result<Secret>> &earlier)
{
    return earlier.isResultReadyAt(0) ? earlier.result() : Domain::failure(ErrorKind::Cancelled);
}

void logFailure(const char *what, const AccountId &id, const Result<Done> &result)
{
    if (!result && result.error().kind != ErrorKind::NotFound) {
        qCWarning(storeLog) << what << id.value << result.error().code << result.error().message;
    }
}

} // namespace

class AccountStore::Private
{
public:
    Private(AccountStore *store, QSettings &settings, Domain::SecretStore &secretStore)
        : q(store)
        , records(settings)
        , secrets(secretStore)
        , accounts(records.load())
    {
    }

    [[nodiscard]] const Account *find(const AccountId &id) const
    {
        const auto found = std::ranges::find(accounts, id, &Account::id);
        return found == accounts.end() ? nullptr : &*found;
    }

    Result<Account> keepForSession(const Account &account, const Secret &secret)
    {
        if (!secret.isEmpty()) {
            session.insert(account.id, secret);
        }
        remember(account);
        return account;
    }

    Result<Account> writeRecord(const Account &account)
    {
        const Result<Done> written = records.write(account);
        if (!written) {
            return std::unexpected(written.error());
        }
        if (sessionPrices.contains(account.id)) {
            const Result<Done> kept =
                records.writePrices(account.id, sessionPrices.take(account.id));
            logFailure("the prices could not be written:", account.id, kept);
        }
        remember(account);
        return account;
    }

    QFuture<Result<Account>> saveToKeychain(const Account &account, const Secret &secret)
    {
        const Deferred<Account> deferred;
        ++saving[account.id];
        // What is overwritten is kept at hand until the record is safe too. It may be unreadable:
        // a token can be entered again when the old one is lost.
        const QFuture<Result<Secret>> old = oldSecret(account.id);
        secrets.write(account.id, secret).then(q, [=, this](const Result<Done> &written) {
            endSave(deferred, account.id,
                    written ? writeRecordOrRestore(account, answerOf(old))
                            : std::unexpected(written.error()));
        });
        return deferred.future();
    }

    Result<Done> eraseRecord(const AccountId &id)
    {
        if (records.contains(id)) {
            const Result<Done> erased = records.erase(id);
            if (!erased) {
                return erased;
            }
        }
        session.remove(id);
        sessionPrices.remove(id);
        accounts.removeIf([&id](const Account &account) { return account.id == id; });
        Q_EMIT q->removed(id);
        return Done{};
    }

    void settleLate(const AccountId &id)
    {
        if (saving.contains(id)) {
            return; // A later save is on its way behind it and decides.
        }
        if (records.contains(id)) {
            Q_EMIT q->changed(id);
            return;
        }
        logUndo(id, secrets.remove(id));
    }

    AccountStore *q;
    AccountRecords records;
    Domain::SecretStore &secrets;
    QList<Account> accounts; ///< recorded and session-only ones
    QHash<AccountId, Secret> session;
    QHash<AccountId, QList<Domain::SnapshotPrice>> sessionPrices; ///< of accounts without a record
    QHash<AccountId, int> saving; ///< how many saves are under way

private:
    QFuture<Result<Secret>> oldSecret(const AccountId &id)
    {
        return records.contains(id) ? secrets.read(id)
                                    : Domain::settled<Secret>(Domain::failure(ErrorKind::NotFound));
    }

    Result<Account> writeRecordOrRestore(const Account &account, const Result<Secret> &old)
    {
        const Result<Account> written = writeRecord(account);
        if (written) {
            session.remove(account.id);
            return written;
        }
        if (old) {
            logUndo(account.id, secrets.write(account.id, *old));
        } else if (!records.contains(account.id)) {
            logUndo(account.id, secrets.remove(account.id));
        }
        return written;
    }

    void logUndo(const AccountId &id, QFuture<Result<Done>> undone)
    {
        undone.then(q, [id](const Result<Done> &result) {
            logFailure("the keychain could not be put back as it was:", id, result);
        });
    }

    void endSave(const Deferred<Account> &deferred, const AccountId &id,
                 const Result<Account> &result)
    {
        if (--saving[id] == 0) {
            saving.remove(id);
        }
        deferred.settle(result);
    }

    void remember(const Account &account)
    {
        const auto found = std::ranges::find(accounts, account.id, &Account::id);
        if (found == accounts.end()) {
            accounts.append(account);
            Q_EMIT q->added(account.id);
        } else {
            *found = account;
            Q_EMIT q->changed(account.id);
        }
    }
};

AccountStore::AccountStore(QSettings &settings, Domain::SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, settings, secrets))
{
    connect(&secrets, &Domain::SecretStore::carriedOutLate, this,
            [this](const AccountId &id) { d->settleLate(id); });
}

AccountStore::~AccountStore() = default;

QList<Account> AccountStore::accounts() const
{
    return d->accounts;
}

std::optional<Account> AccountStore::find(const AccountId &id) const
{
    const Account *found = d->find(id);
    return found ? std::optional(*found) : std::nullopt;
}

bool AccountStore::isSessionOnly(const AccountId &id) const
{
    return d->session.contains(id);
}

QFuture<Result<Account>> AccountStore::save(const Account &account, const Secret &secret, Keep keep)
{
    Account saved = account;
    if (saved.id.isEmpty()) {
        saved.id = AccountId{QUuid::createUuid().toString(QUuid::WithoutBraces)};
    }
    const bool isRecorded = d->records.contains(saved.id);
    const Secret credential = secret.isEmpty() ? d->session.value(saved.id) : secret;
    if (credential.isEmpty() && !isRecorded) {
        return Domain::settled<Account>(Domain::failure(ErrorKind::InvalidInput));
    }
    if (keep == Keep::SessionOnly) {
        return Domain::settled<Account>(d->keepForSession(saved, credential));
    }
    if (!d->records.isWritable()) {
        return Domain::settled<Account>(d->records.notWritten());
    }
    return credential.isEmpty() ? Domain::settled<Account>(d->writeRecord(saved))
                                : d->saveToKeychain(saved, credential);
}

QFuture<Result<Done>> AccountStore::remove(const AccountId &id)
{
    if (!d->find(id)) {
        return Domain::settled<Done>(Domain::failure(ErrorKind::NotFound));
    }
    if (!d->records.contains(id)) {
        return Domain::settled<Done>(d->eraseRecord(id));
    }
    if (!d->records.isWritable()) {
        return Domain::settled<Done>(d->records.notWritten());
    }
    const Deferred<Done> deferred;
    d->secrets.remove(id).then(this, [this, id, deferred](const Result<Done> &removed) {
        const bool isGone = removed || removed.error().kind == ErrorKind::NotFound;
        deferred.settle(isGone ? d->eraseRecord(id) : removed);
    });
    return deferred.future();
}

Result<Done> AccountStore::forget(const AccountId &id)
{
    return d->find(id) ? d->eraseRecord(id) : Domain::failure(ErrorKind::NotFound);
}

QList<Domain::SnapshotPrice> AccountStore::enteredPrices(const AccountId &id) const
{
    return d->records.contains(id) ? d->records.prices(id) : d->sessionPrices.value(id);
}

Result<Done> AccountStore::setEnteredPrices(const AccountId &id,
                                            const QList<Domain::SnapshotPrice> &prices)
{
    if (!d->find(id)) {
        return Domain::failure(ErrorKind::NotFound);
    }
    if (!d->records.contains(id)) {
        d->sessionPrices.insert(id, prices);
    } else if (!d->records.isWritable()) {
        return d->records.notWritten();
    } else if (const Result<Done> written = d->records.writePrices(id, prices); !written) {
        return written;
    }
    Q_EMIT pricesChanged(id);
    return Done{};
}

QFuture<Result<Secret>> AccountStore::readSecret(const AccountId &id)
{
    const auto kept = d->session.constFind(id);
    if (kept != d->session.cend()) {
        return Domain::settled<Secret>(*kept);
    }
    return d->find(id) ? d->secrets.read(id)
                       : Domain::settled<Secret>(Domain::failure(ErrorKind::NotFound));
}

} // namespace Accounts
