// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/remotetask.h"
#include "providers/raff/raffrows.h"

#include <QHash>

#include <chrono>

namespace Providers {

/// What tasks are judged by, as just read; nothing for what is gone.
struct RaffSeen
{
    QHash<Domain::ResourceKey, std::optional<RaffResource>> resources;
    QHash<Domain::SnapshotKey, std::optional<RaffSnapshot>> snapshots;
    /// Of the sources of snapshots whose id is not known.
    QHash<Domain::ResourceKey, QList<RaffSnapshot>> snapshotsOf;
};

/// What has to be read for that.
struct RaffNeeds
{
    QList<Domain::ResourceKey> resources;
    QList<Domain::SnapshotKey> snapshots;
    QList<Domain::ResourceKey> sources;

    void add(const RaffNeeds &more);
};

/// What only somebody who watched a task from the start can know.
struct RaffWatch
{
    std::chrono::milliseconds waited{0}; ///< since the request was made
    bool wasBusy = false; ///< the source was seen at work
};

/// How a thing was before it was asked to change: where nothing else shows the end, a change does.
/// Kept in the task's id, since the API gives none and it must outlive the program.
struct RaffMoment
{
    QString status;
    QString updated;

    [[nodiscard]] static RaffMoment of(const RaffResource &row);
    [[nodiscard]] static std::optional<RaffMoment> fromTask(const Domain::RemoteTaskId &id);
    [[nodiscard]] Domain::RemoteTaskId toTask() const;

    friend bool operator==(const RaffMoment &, const RaffMoment &) = default;
};

/// How a task stands, with an error where it ended badly.
[[nodiscard]] Domain::TaskProgress raffEnd(Domain::TaskState state,
                                           Domain::ErrorKind kind = Domain::ErrorKind::Unknown,
                                           const QString &message = {});

/// How remote tasks stand. The API knows no tasks: a copy is whole when its VM has done with it, a
/// rollback when the snapshot is in use and its source at rest. Pure functions.
class RaffTasks
{
public:
    /// Before this a copy that shows no sign of work is not taken for whole.
    static constexpr std::chrono::seconds settling{10};
    /// Nothing need be seen of a request for this long.
    static constexpr std::chrono::minutes patience{10};
    /// Work that is seen, or a restore that shows its end alone, may take longer.
    static constexpr std::chrono::minutes longestWork{60};
    /// Two clocks that are set at all differ by less.
    static constexpr std::chrono::minutes clockDifference{5};
    /// An object that was just made may not be known everywhere yet.
    static constexpr std::chrono::minutes lag{1};

    [[nodiscard]] static RaffNeeds needs(const Domain::RemoteTask &task);
    [[nodiscard]] static Domain::TaskProgress judge(const Domain::RemoteTask &task,
                                                    const RaffSeen &seen, const RaffWatch &watch);
    /// Whether the source is at work now.
    [[nodiscard]] static bool isBusy(const Domain::RemoteTask &task, const RaffSeen &seen);

    /// What the source's snapshots tell of a request whose answer was lost: one of that name that
    /// was made since is the one; so soon before that clocks may differ, it proves nothing.
    [[nodiscard]] static Domain::Finding trace(const Domain::TakeSnapshot &take,
                                               const QList<RaffSnapshot> &rows);
};

} // namespace Providers
