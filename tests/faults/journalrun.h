// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/journal.h"
#include "support/manualclock.h"

#include <QFile>
#include <QTest>

namespace Faults {

template <class T>
Domain::Result<T> answer(const QFuture<Domain::Result<T>> &future)
{
    const bool isAnswered = QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000);
    return isAnswered ? future.result() : Domain::failure(Domain::ErrorKind::TimedOut);
}

inline QByteArray contentOf(const QString &file)
{
    QFile read(file);
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
}

inline bool overwrite(const QString &file, qint64 offset, const QByteArray &bytes)
{
    QFile written(file);
    return written.open(QIODevice::ReadWrite) && written.seek(offset)
        && written.write(bytes) == bytes.size();
}

/// A take that is about to be sent: what the journal must never lose.
inline Domain::JournalEntry take(const QString &id, const QDateTime &time)
{
    Domain::JournalEntry entry{{}, QStringLiteral("shop"), QStringLiteral("anna")};
    Domain::Operation &operation = entry.operation;
    operation.id = {id};
    operation.account = {QStringLiteral("a")};
    operation.resource = Domain::ResourceKey{
        {QStringLiteral("a")}, Domain::ResourceKind::Server, {QStringLiteral("7")}};
    operation.resourceName = QStringLiteral("web-1");
    operation.snapshotName = QStringLiteral("nightly");
    operation.state = Domain::OperationState::Running;
    operation.started = time;
    Domain::Step step;
    step.request = Domain::TakeSnapshot{*operation.resource, QStringLiteral("nightly"), id, time};
    step.state = Domain::Step::State::Requesting;
    operation.steps = {step};
    return entry;
}

/// Some of them, of some 700 bytes each.
inline QList<Domain::JournalEntry> takes(int count)
{
    QList<Domain::JournalEntry> entries;
    for (int i = 0; i < count; ++i) {
        entries.append(
            take(QStringLiteral("op-%1").arg(i), Support::ManualClock().now().addSecs(i)));
    }
    return entries;
}

/// The journal as the program has it, from its start to its end.
class Run
{
public:
    explicit Run(const QString &file)
        : m_journal(file, m_thread)
    {
    }

    [[nodiscard]] Domain::Result<Storage::Opened> open() { return answer(m_journal.open()); }
    [[nodiscard]] Domain::Result<Domain::Done> write(const Domain::JournalEntry &entry)
    {
        return answer(m_journal.write(entry));
    }
    [[nodiscard]] Domain::Result<Domain::Done> write(const QList<Domain::JournalEntry> &entries)
    {
        Domain::Result<Domain::Done> done = Domain::Done();
        for (const Domain::JournalEntry &entry : entries) {
            done = done.and_then([&](Domain::Done) { return write(entry); });
        }
        return done;
    }
    [[nodiscard]] Domain::Result<QList<Domain::JournalEntry>> all()
    {
        return answer(m_journal.all()).transform(entriesOf);
    }
    [[nodiscard]] Domain::Result<QList<Domain::JournalEntry>> unfinished()
    {
        return answer(m_journal.unfinished()).transform(entriesOf);
    }

private:
    static QList<Domain::JournalEntry> entriesOf(const Operations::JournalContents &contents)
    {
        return contents.entries;
    }

    Storage::StorageThread m_thread;
    Operations::Journal m_journal;
};

} // namespace Faults
