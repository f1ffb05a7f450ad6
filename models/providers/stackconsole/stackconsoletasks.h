// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/remotetask.h"
#include "providers/stackconsole/stackconsolerows.h"

namespace Providers {

/// The snapshots of both kinds, as last listed; a kind that no task needs may be left out.
struct StackConsoleSeen
{
    QList<StackConsoleSnapshot> servers;
    QList<StackConsoleSnapshot> volumes;

    [[nodiscard]] const QList<StackConsoleSnapshot> &of(Domain::SnapshotKind kind) const
    {
        return kind == Domain::SnapshotKind::Server ? servers : volumes;
    }
};

/// What only somebody who watched a task from the start can know.
struct StackConsoleWatch
{
    std::chrono::milliseconds waited{0}; ///< since the request was made
    bool wasReverting = false; ///< the snapshot was seen at it
};

/// How remote tasks stand. There are no job ids: a taken snapshot, one that is removed and one that
/// is gone back to are judged by the lists alone, which may lag behind. Pure functions.
class StackConsoleTasks
{
public:
    /// For this long nothing need be seen of a request that was accepted.
    static constexpr std::chrono::minutes patience{15};

    /// The kind of the snapshots that the task can be seen by.
    [[nodiscard]] static Domain::SnapshotKind kindOf(const Domain::Request &request);

    [[nodiscard]] static Domain::TaskProgress judge(const Domain::RemoteTask &task,
                                                    const StackConsoleSeen &seen,
                                                    const StackConsoleWatch &watch);
    /// Whether the snapshot that the task goes back to is at it now.
    [[nodiscard]] static bool isReverting(const Domain::RemoteTask &task,
                                          const StackConsoleSeen &seen);

    /// What the list tells of a request whose answer was lost: a snapshot of that name and source
    /// that was made since is the one; so soon before that clocks may differ, it proves nothing.
    [[nodiscard]] static Domain::Finding trace(const Domain::TakeSnapshot &take,
                                               const QList<StackConsoleSnapshot> &rows);
    [[nodiscard]] static Domain::Finding trace(const Domain::RemoveSnapshot &remove,
                                               const QList<StackConsoleSnapshot> &rows);
};

} // namespace Providers
