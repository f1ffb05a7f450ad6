// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/journaltext.h"
#include "operations/journal.h"

#include <QObject>

namespace Accounts {
class AccountStore;
}
namespace Operations {
class OperationRunner;
}
namespace Storage {
class StorageThread;
}

namespace App {

/// Keeps the journal of the runner: opens it, has the runner take up what an earlier run of the
/// program left unfinished, and writes down what the runner does.
class JournalDesk : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive the desk.
    JournalDesk(const QString &folder, Storage::StorageThread &thread,
                Operations::OperationRunner &runner, const Accounts::AccountStore &accounts,
                QObject *parent = nullptr);
    /// Stops the runner: nothing may be done that can't be written down.
    ~JournalDesk() override;

    /// Once, before anything is asked of the runner.
    void open();
    [[nodiscard]] Operations::Journal &journal() { return m_journal; }

Q_SIGNALS:
    /// What the journal held when it was opened, oldest first.
    void entriesRead(const QList<Domain::JournalEntry> &entries);
    /// What it holds besides: damaged, and left where it is.
    void unreadableFound(const Items::UnreadableEntries &entries);
    void entryWritten(const Domain::JournalEntry &entry);
    /// The journal can't be kept as it should. `topic`: a later problem takes the place of an
    /// earlier one.
    void problemFound(const Items::ErrorText &text, const QString &topic);

private:
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> write(const Domain::Operation &operation);
    void opened(const Domain::Result<Storage::Opened> &opened);
    void takeUp(const Domain::Result<Operations::JournalContents> &contents);

    QString m_file;
    Operations::OperationRunner &m_runner;
    const Accounts::AccountStore &m_accounts;
    Operations::Journal m_journal;
    bool m_isOpen = false;
};

} // namespace App
