// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/snapshot.h"
#include "providers/hetzner/hetzneraction.h"

#include <QHash>

namespace Providers {

/// The actions that the API still knows, of those that were asked for.
using HetznerActions = QHash<Domain::RemoteTaskId, HetznerAction>;

/// The objects that tasks work on, as last read. Nothing stands for one that is gone.
struct HetznerObjects
{
    QHash<Domain::SnapshotId, std::optional<Domain::Snapshot>> snapshots;
    QHash<Domain::ResourceId, std::optional<HetznerServer>> servers;
};

/// Objects that have to be read before tasks can be judged.
struct HetznerNeeds
{
    QList<Domain::SnapshotId> snapshots;
    QList<Domain::ResourceId> servers;

    friend bool operator==(const HetznerNeeds &, const HetznerNeeds &) = default;
};

/// How remote tasks stand, judged by their action and, where that does not suffice, by the object:
/// a snapshot that was taken must be usable, a server that was shut down must be off, and a task
/// without an action is visible in its object alone. Pure functions.
class HetznerTasks
{
public:
    /// The ids to ask for, each once.
    [[nodiscard]] static QList<Domain::RemoteTaskId> actionIds(
        const QList<Domain::RemoteTask> &tasks);
    [[nodiscard]] static HetznerNeeds needs(const QList<Domain::RemoteTask> &tasks,
                                            const HetznerActions &actions);
    [[nodiscard]] static Domain::TaskProgress judge(const Domain::RemoteTask &task,
                                                    const HetznerActions &actions,
                                                    const HetznerObjects &objects);
};

} // namespace Providers
