// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/secret.h"

#include <QObject>
#include <QQueue>
#include <QSet>

#include <functional>

namespace QKeychain {
class Job;
}

namespace Accounts {

/// Serves the keychain, on the thread it lives on: one task after the other, in the order they
/// came. A task may hang for as long as the keychain asks its owner for a password.
class KeychainDesk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Called on the desk's thread. A write and a removal answer an empty secret.
    using Answer = std::function<void(const Domain::Result<Domain::Secret> &)>;

    void read(const QString &key, const Answer &answer);
    void write(const QString &key, const Domain::Secret &secret, const Answer &answer);
    /// Reads first: only an entry that can be read is one that can be removed.
    void remove(const QString &key, const Answer &answer);

private:
    using JobDone = std::function<void(const QKeychain::Job &)>;

    void enqueue(const std::function<void(const Answer &)> &task, const Answer &answer);
    void startNext();
    void run(QKeychain::Job *job, const QString &key, const JobDone &done);
    void runRead(const QString &key, const Answer &answer);
    void runDelete(const QString &key, const Answer &answer);
    void tellAbsence(const QString &key, const Answer &answer);

    QQueue<std::function<void()>> m_waiting;
    bool m_isBusy = false;
    /// Keys of entries that were there: while one can be read, the keychain is not locked.
    QSet<QString> m_witnesses;
};

} // namespace Accounts
