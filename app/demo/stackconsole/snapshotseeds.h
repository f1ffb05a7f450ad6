// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/stackconsole/entities.h"

#include <QList>

namespace Demo::StackConsole {

struct SnapshotSeed
{
    enum class Kind { Volume, Disk, DiskAndMemory, Failed };

    // Of a volume or a machine.
    QString source;
    int daysAgo = 0;
    int hour = 0;
    int minute = 0;
    // "{date}" stands for the day it was taken.
    QString name;
    Kind kind = Kind::Volume;
};

// A year of snapshots of a small software company, the oldest first.
[[nodiscard]] QList<SnapshotSeed> snapshotSeeds();
// What the volumes that are gone were: where, whose and how large.
[[nodiscard]] QList<Volume> formerVolumes();

} // namespace Demo::StackConsole
