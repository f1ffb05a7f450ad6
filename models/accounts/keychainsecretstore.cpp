// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/keychainsecretstore.h"

#include "domain/clock.h"
#include "domain/deferred.h"

#include <qt6keychain/keychain.h>

#include <QHash>
#include <QLoggingCategory>
#include <QThread>

#include <functional>

using namespace Qt::StringLiterals;

namespace Accounts {

using Domain::AccountId;
using Domain::Done;
using Domain::ErrorKind;
using Domain::Result;
using Domain::Secret;

namespace {

Q_LOGGING_CATEGORY(keychainLog, "app.accounts")

QString service()
{
    return u"org.snapdeck.Snapdeck"_s;
}

/// Windows knows no service, hence the prefix.
QString keyOf(const AccountId &account)
{
    return u"snapdeck/account/"_s + account.value;
}

QString nameOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return u"NoError"_s;
    case QKeychain::EntryNotFound:
        return u"EntryNotFound"_s;
    case QKeychain::CouldNotDeleteEntry:
        return u"CouldNotDeleteEntry"_s;
    case QKeychain::AccessDeniedByUser:
        return u"AccessDeniedByUser"_s;
    case QKeychain::AccessDenied:
        return u"AccessDenied"_s;
    case QKeychain::NoBackendAvailable:
        return u"NoBackendAvailable"_s;
    case QKeychain::NotImplemented:
        return u"NotImplemented"_s;
    case QKeychain::OtherError:
        return u"OtherError"_s;
    }
    return QString::number(error);
}

std::unexpected<Domain::Error> failureOf(const QKeychain::Job &job)
{
    Domain::Error error;
    error.kind = job.error() == QKeychain::EntryNotFound ? ErrorKind::NotFound
                                                         : ErrorKind::SecretUnavailable;
    error.message = job.errorString();
    error.code = nameOf(job.error());
    return std::unexpected(error);
}

enum class Task { Read, Write, Remove };

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

/// QtKeychain takes text as QString: this one copy of ours is wiped after use.
void giveSecret(QKeychain::WritePasswordJob &job, const Secret &secret)
{
    QString text = QString::fromUtf8(secret.reveal());
    job.setTextData(text);
    text.fill(u'\0');
}

} // namespace

class KeychainSecretStore::Private
{
public:
    /// A write and a removal answer an empty secret.
    using Answer = std::function<void(const Result<Secret> &)>;

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

    struct Open
    {
        Task task = Task::Read;
        AccountId account;
        Answer answer;
        bool isGivenUp = false;
    };

    /// `makeJob` runs on the keychain's thread.
    void start(Open entry, std::function<QKeychain::Job *()> makeJob)
    {
        const quint64 ticket = ++lastTicket;
        open.insert(ticket, std::move(entry));
        clock.callAfter(patience, q, [this, ticket] { giveUp(ticket); });
        if (!thread.isRunning()) {
            thread.start();
        }
        QMetaObject::invokeMethod(
            &desk, [this, ticket, make = std::move(makeJob)] { run(ticket, make()); });
    }

private:
    void run(quint64 ticket, QKeychain::Job *job)
    {
        job->setInsecureFallback(false);
        // The job deletes itself when it is done and is nobody's child: the keychain's own
        // callbacks hold its address for as long as it runs.
        QObject::connect(
            job, &QKeychain::Job::finished, job,
            [this, ticket](QKeychain::Job *finished) {
                Result<Secret> result = Secret();
                if (finished->error() != QKeychain::NoError) {
                    result = failureOf(*finished);
                } else if (const auto *read =
                               qobject_cast<const QKeychain::ReadPasswordJob *>(finished)) {
                    result = Secret(read->binaryData());
                }
                QMetaObject::invokeMethod(q, [this, ticket, result] { finish(ticket, result); });
            },
            Qt::DirectConnection);
        job->start();
    }

    void giveUp(quint64 ticket)
    {
        const auto found = open.find(ticket);
        if (found != open.end()) {
            found->isGivenUp = true;
            const Answer answer = found->answer;
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
    QObject desk; ///< lives on the keychain's thread: what is posted to it runs there
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
    const auto answer = [deferred](const Result<Secret> &result) {
        deferred.settle(result);
    };
    d->start({Task::Read, account, answer}, [key = keyOf(account)]() -> QKeychain::Job * {
        auto *job = new QKeychain::ReadPasswordJob(service());
        job->setKey(key);
        return job;
    });
    return deferred.future();
}

QFuture<Result<Done>> KeychainSecretStore::write(const AccountId &account, const Secret &secret)
{
    const Domain::Deferred<Done> deferred;
    const auto answer = [deferred](const Result<Secret> &result) {
        deferred.settle(result.transform([](const Secret &) { return Done{}; }));
    };
    d->start({Task::Write, account, answer}, [key = keyOf(account), secret]() -> QKeychain::Job * {
        auto *job = new QKeychain::WritePasswordJob(service());
        job->setKey(key);
        giveSecret(*job, secret);
        return job;
    });
    return deferred.future();
}

QFuture<Result<Done>> KeychainSecretStore::remove(const AccountId &account)
{
    const Domain::Deferred<Done> deferred;
    const auto answer = [deferred](const Result<Secret> &result) {
        deferred.settle(result.transform([](const Secret &) { return Done{}; }));
    };
    d->start({Task::Remove, account, answer}, [key = keyOf(account)]() -> QKeychain::Job * {
        auto *job = new QKeychain::DeletePasswordJob(service());
        job->setKey(key);
        return job;
    });
    return deferred.future();
}

} // namespace Accounts
