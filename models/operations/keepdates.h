// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"
#include "domain/result.h"

#include <QDateTime>
#include <QFuture>
#include <QHash>

namespace Storage {
class Database;
}

namespace Operations {

/// Until when snapshots are kept, by the person's wish; no provider stores that. It stands beside
/// the journal, in the same file. Nothing is ever removed because of it: what is past its date is
/// proposed for removal.
class KeepDates
{
public:
    using Dates = QHash<Domain::SnapshotKey, QDateTime>;

    /// The database must be that of a journal, be opened before anything is asked, and outlive
    /// this.
    explicit KeepDates(Storage::Database &database);

    /// In place of a date that was set before. Answers when it is safe on the disk.
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> set(const Domain::SnapshotKey &snapshot,
                                                            const QDateTime &until);
    /// Kept for good, or gone. One that has no date is no failure.
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> clear(const Domain::SnapshotKey &snapshot);
    /// Those that can't be read are told in the log and left out.
    [[nodiscard]] QFuture<Domain::Result<Dates>> all();

private:
    Storage::Database &m_database;
};

} // namespace Operations
