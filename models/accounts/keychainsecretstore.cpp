// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/keychainsecretstore.h"

#include "accounts/keychaindesk.h"
#include "domain/clock.h"
#include "domain/deferred.h"

#include <QHash>
#include <QLoggingCategory>
#include <QThread>

using namespace Qt::StringLiterals;

namespace Accounts {

using Domain::AccountId;
using Domain::Done;
using Domain::ErrorKind;
using Domain::Result;
using Domain::Secret;

namespace {

Q_LOGGING_CATEGORY(keychainLog, "app.accounts")

enum class Task { Read, Write, Remove };

/// Windows knows no service, hence the prefix.
QString keyOf(const AccountId &account)
{
    return u"snapdeck/account/"_s + account.value;
}

std::unexpected<Domain::Error> noAnswer(Task task)
{
    Domain::Error error;
    error.kind = ErrorKind::SecretUnavailable;
    error.message =
        u"The keychain has not answered within %1 ms."_s.arg(KeychainSecretStore::patience.count());
    error.code = u"NoAnswer"_s;
    error.effect = task == Task::Read ? Domain::Effect::None : Domain::Effect::Ambiguous;
    return std::unexpected(error);
}

KeychainDesk::Answer settling(const Domain::Deferred<Secret> &deferred)
{
    return [deferred](const Result<Secret> &result) {
        deferred.settle(result);
    };
}

KeychainDesk::Answer settling(const Domain::Deferred<Done> &deferred)
{
    return [deferred](const Result<Secret> &result) {
        deferred.settle(result.transform([](const Secret &) { return Done{}; }));
    };
}

} // namespace

class KeychainSecretStore::Private
{
public:
    Private(KeychainSecretStore *store, Domain::Clock &systemClock)
        : q(store)
        , clock(systemClock)
    {
        desk.moveToThread(&thread);
    }

    ~Private()
    {
        thread.quit();
        thread.wait();
    }

    /// What was asked and not answered by the keychain yet.
    struct Open
    {
        Task task = Task::Read;
        AccountId account;
        KeychainDesk::Answer answer;
        bool isGivenUp = false;
    };

    /// `ask` runs on the keychain's thread and hands the answer on.
    void start(const Open &entry, std::function<void(const KeychainDesk::Answer &)> ask)
    {
        const quint64 ticket = ++lastTicket;
        open.insert(ticket, entry);
        clock.callAfter(patience, q, [this, ticket] { giveUp(ticket); });
        if (!thread.isRunning()) {
            thread.start();
        }
        QMetaObject::invokeMethod(&desk, [this, ticket, ask = std::move(ask)] {
            ask([this, ticket](const Result<Secret> &result) {
                QMetaObject::invokeMethod(q, [this, ticket, result] { finish(ticket, result); });
            });
        });
    }

    KeychainDesk desk; ///< lives on the keychain's thread

private:
    void giveUp(quint64 ticket)
    {
        const auto found = open.find(ticket);
        if (found != open.end()) {
            found->isGivenUp = true;
            const KeychainDesk::Answer answer = std::exchange(found->answer, {});
            answer(noAnswer(found->task));
        }
    }

    void finish(quint64 ticket, const Result<Secret> &result)
    {
        const Open entry = open.take(ticket);
        if (!entry.isGivenUp) {
            entry.answer(result);
            return;
        }
        qCInfo(keychainLog) << "the keychain answered late:"
                            << (result ? u"done"_s : result.error().code);
        if (result && entry.task != Task::Read) {
            Q_EMIT q->carriedOutLate(entry.account);
        }
    }

    KeychainSecretStore *q;
    Domain::Clock &clock;
    QThread thread;
    QHash<quint64, Open> open;
    quint64 lastTicket = 0;
};

KeychainSecretStore::KeychainSecretStore(Domain::Clock &clock, QObject *parent)
    : SecretStore(parent)
    , d(std::make_unique<Private>(this, clock))
{
}

KeychainSecretStore::~KeychainSecretStore() = default;

QFuture<Result<Secret>> KeychainSecretStore::read(const AccountId &account)
{
    const Domain::Deferred<Secret> deferred;
    d->start({Task::Read, account, settling(deferred)},
             [desk = &d->desk, key = keyOf(account)](const KeychainDesk::Answer &answer) {
                 desk->read(key, answer);
             });
    return deferred.future();
}

QFuture<Result<Done>> KeychainSecretStore::write(const AccountId &account, const Secret &secret)
{
    const Domain::Deferred<Done> deferred;
    d->start({Task::Write, account, settling(deferred)},
             [desk = &d->desk, key = keyOf(account), secret](const KeychainDesk::Answer &answer) {
                 desk->write(key, secret, answer);
             });
    return deferred.future();
}

QFuture<Result<Done>> KeychainSecretStore::remove(const AccountId &account)
{
    const Domain::Deferred<Done> deferred;
    d->start({Task::Remove, account, settling(deferred)},
             [desk = &d->desk, key = keyOf(account)](const KeychainDesk::Answer &answer) {
                 desk->remove(key, answer);
             });
    return deferred.future();
}

} // namespace Accounts
