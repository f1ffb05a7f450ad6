// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace Demo::Raff {

struct SnapshotSeed
{
    enum class Mark { None, InUse, Failed, WithoutUnit };

    // The name of a server or a volume.
    QString source;
    int daysAgo = 0;
    int hour = 0;
    int minute = 0;
    double size = 0;
    // "{date}" stands for the day it was taken.
    QString name;
    Mark mark = Mark::None;
};

// A year of snapshots, the oldest first.
[[nodiscard]] QList<SnapshotSeed> snapshotSeeds();
// A volume that is gone; its snapshots stayed.
[[nodiscard]] QString formerVolume();

} // namespace Demo::Raff
