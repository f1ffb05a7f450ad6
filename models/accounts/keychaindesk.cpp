// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/keychaindesk.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace Accounts {

using Domain::ErrorKind;
using Domain::Result;
using Domain::Secret;

namespace {

QString service()
{
    return u"org.snapdeck.Snapdeck"_s;
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

std::unexpected<Domain::Error> unavailable(QKeychain::Error code, const QString &message)
{
    Domain::Error error;
    error.kind = ErrorKind::SecretUnavailable;
    error.message = message;
    error.code = nameOf(code);
    return std::unexpected(error);
}

Result<Secret> resultOf(const QKeychain::Job &job)
{
    return job.error() == QKeychain::NoError
        ? Result<Secret>(Secret())
        : Result<Secret>(unavailable(job.error(), job.errorString()));
}

/// A Secret Service that is locked and whose owner declines to unlock it says "no entry" too.
constexpr bool lockedLooksEmpty()
{
#if defined(Q_OS_WIN) || defined(Q_OS_DARWIN)
    return false;
#else
    return true;
#endif
}

} // namespace

void KeychainDesk::read(const QString &key, const Answer &answer)
{
    enqueue([this, key](const Answer &done) { runRead(key, done); }, answer);
}

void KeychainDesk::write(const QString &key, const Secret &secret, const Answer &answer)
{
    const auto task = [this, key, secret](const Answer &done) {
        auto *job = new QKeychain::WritePasswordJob(service());
        // Text, so that the keychain's own program shows what was stored. This copy is wiped.
        QString text = QString::fromUtf8(secret.reveal());
        job->setTextData(text);
        text.fill(u'\0');
        run(job, key, [this, key, done](const QKeychain::Job &finished) {
            if (finished.error() == QKeychain::NoError) {
                m_witnesses.insert(key);
            }
            done(resultOf(finished));
        });
    };
    enqueue(task, answer);
}

void KeychainDesk::remove(const QString &key, const Answer &answer)
{
    const auto task = [this, key](const Answer &done) {
        runRead(key, [this, key, done](const Result<Secret> &found) {
            if (found) {
                runDelete(key, done);
            } else {
                done(found);
            }
        });
    };
    enqueue(task, answer);
}

void KeychainDesk::enqueue(const std::function<void(const Answer &)> &task, const Answer &answer)
{
    m_waiting.enqueue([this, task, answer] {
        task([this, answer](const Result<Secret> &result) {
            answer(result);
            m_isBusy = false;
            startNext();
        });
    });
    startNext();
}

void KeychainDesk::startNext()
{
    if (!m_isBusy && !m_waiting.isEmpty()) {
        m_isBusy = true;
        m_waiting.dequeue()();
    }
}

void KeychainDesk::run(QKeychain::Job *job, const QString &key, const JobDone &done)
{
    job->setInsecureFallback(false);
    job->setKey(key);
    // A running job is nobody's child: the keychain's own callbacks hold its address. It may finish
    // on another thread (macOS), so it must outlive its signal's way to here.
    job->setAutoDelete(false);
    connect(job, &QKeychain::Job::finished, this, [job, done] {
        done(*job);
        job->deleteLater();
    });
    job->start();
}

void KeychainDesk::runRead(const QString &key, const Answer &answer)
{
    auto *job = new QKeychain::ReadPasswordJob(service());
    run(job, key, [this, key, job, answer](const QKeychain::Job &finished) {
        if (finished.error() == QKeychain::EntryNotFound) {
            tellAbsence(key, answer);
        } else if (finished.error() == QKeychain::NoError) {
            m_witnesses.insert(key);
            answer(Secret(job->binaryData()));
        } else {
            answer(resultOf(finished));
        }
    });
}

void KeychainDesk::runDelete(const QString &key, const Answer &answer)
{
    run(new QKeychain::DeletePasswordJob(service()), key,
        [this, key, answer](const QKeychain::Job &finished) {
            const bool isGone = finished.error() == QKeychain::NoError
                || finished.error() == QKeychain::EntryNotFound;
            if (isGone) {
                m_witnesses.remove(key);
            }
            answer(isGone ? Result<Secret>(Secret()) : resultOf(finished));
        });
}

void KeychainDesk::tellAbsence(const QString &key, const Answer &answer)
{
    const Result<Secret> absent = Domain::failure(ErrorKind::NotFound);
    const Result<Secret> unclear = unavailable(
        QKeychain::EntryNotFound, u"The keychain has no such entry, or it is locked."_s);
    if (!lockedLooksEmpty()) {
        answer(absent);
        return;
    }
    const QSet<QString> others = m_witnesses - QSet<QString>{key};
    if (others.isEmpty()) {
        answer(unclear);
        return;
    }
    run(new QKeychain::ReadPasswordJob(service()), *others.cbegin(),
        [absent, unclear, answer](const QKeychain::Job &finished) {
            answer(finished.error() == QKeychain::NoError ? absent : unclear);
        });
}

} // namespace Accounts
