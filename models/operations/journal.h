// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/journalentry.h"
#include "storage/database.h"

namespace Operations {

/// What the journal holds.
struct JournalContents
{
    QList<Domain::JournalEntry> entries; ///< oldest first
    /// Damaged: left out, told in the log, and in the file as they were.
    int unreadable = 0;
    int unreadableUnfinished = 0; ///< of them
};

/// Every operation as it stands, written down before anything is sent and after every change, so
/// that nothing is taken twice or forgotten whatever happens to the program. One entry an
/// operation; entries are never removed.
class Journal
{
public:
    /// The thread must outlive it.
    Journal(const QString &file, Storage::StorageThread &thread);

    /// Before anything else.
    [[nodiscard]] QFuture<Domain::Result<Storage::Opened>> open();
    /// Answers when it is safe on the disk. Of calls for one operation the last one counts.
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> write(const Domain::JournalEntry &entry);
    /// An entry that can't be read keeps none of the others from being read.
    [[nodiscard]] QFuture<Domain::Result<JournalContents>> unfinished();
    [[nodiscard]] QFuture<Domain::Result<JournalContents>> all();

    /// For what else is kept in the same file: KeepDates.
    [[nodiscard]] Storage::Database &database() { return m_database; }

private:
    [[nodiscard]] QFuture<Domain::Result<JournalContents>> read(const QString &condition);

    Storage::Database m_database;
};

} // namespace Operations
