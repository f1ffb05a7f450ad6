// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace Demo::Hetzner {

struct SnapshotSeed
{
    enum class Protection { Off, On };

    // May be gone. Empty: not known any more.
    QString server;
    int daysAgo = 0;
    int hour = 0;
    int minute = 0;
    // 0: it failed.
    double size = 0;
    // "{date}" stands for the day it was taken.
    QString description;
    QString labels{};
    Protection protection = Protection::Off;
};

// A year of snapshots of a small hosting company, the oldest first.
[[nodiscard]] QList<SnapshotSeed> snapshotSeeds();

} // namespace Demo::Hetzner
