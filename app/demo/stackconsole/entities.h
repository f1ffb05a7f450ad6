// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedclock.h"

#include <QString>

#include <optional>

// What a customer of a StackConsole operator holds, as values. Things know each other by slug.
// Sizes are in GB as the vendor counts them.
namespace Demo::StackConsole {

enum class MachineState { Running, Stopping, Stopped, Starting };

struct Machine
{
    QString name;
    QString slug;
    QString project;
    QString region;
    Instant created{};
    MachineState state = MachineState::Stopped;
    // What lists say: it trails behind what is.
    MachineState shown = MachineState::Stopped;
};

struct Volume
{
    QString name;
    QString slug;
    int size = 0;
    bool isRoot = false;
    // Empty: attached to none.
    QString machine;
    QString project;
    QString region;
    QString storageCategory;
    Instant created{};
    bool isSnapshotHidden = false;
    std::optional<Instant> suspended;
    bool isReverting = false;
};

enum class SnapshotKind { Volume, Machine };

enum class SnapshotState {
    Allocated,
    Creating,
    BackingUp,
    BackedUp,
    Ready,
    Reverting,
    Destroying,
    Expunging,
    Error,
};

struct Snapshot
{
    int number = 0;
    SnapshotKind kind = SnapshotKind::Volume;
    QString name;
    QString slug;
    // A volume or a machine, which may be gone.
    QString source;
    QString project;
    QString region;
    int size = 0;
    bool hasMemory = false;
    Instant created{};
    Instant updated{};
    SnapshotState state = SnapshotState::Allocated;
    // What lists say: it trails behind what is.
    SnapshotState shown = SnapshotState::Allocated;
    // Before this, lists do not know it; before that, the routes of the item do not.
    Instant listedFrom{};
    Instant routedFrom{};
    // Removed, while lists may still show it.
    bool isGone = false;
};

} // namespace Demo::StackConsole
