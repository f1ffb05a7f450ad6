// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedclock.h"

#include <QString>
#include <QStringList>

// What a customer of Raff holds, as values. Servers and projects are known by UUID, volumes and
// snapshots by number. Sizes are in GB as the vendor counts them.
namespace Demo::Raff {

struct Project
{
    QString id;
    QString name;
    QString slug;
    QString description;
    bool isDefault = false;
    Instant created{};
};

// What keeps a disk from being used for anything else.
enum class DiskWork { None, Capture, Restore };

enum class VmState { Initiating, Provisioning, Booting, Active, Finalizing, Passive, Failure };

struct Vm
{
    QString id;
    QString name;
    QString project;
    int plan = 0;
    // A public template or an image that was saved.
    QString templateId;
    VmState state = VmState::Initiating;
    DiskWork work = DiskWork::None;
    bool isSubscribed = true;
    // Whatever is captured of it fails, and no image of it is ever ready.
    bool failsCaptures = false;
    // The last part of its addresses.
    int host = 0;
    QStringList tags;
    Instant created{};
    Instant updated{};
};

enum class VolumeState { Creating, Available, Attached, Deleting, Failed };

struct Volume
{
    int id = 0;
    QString name;
    QString project;
    int size = 0;
    // Empty: attached to none.
    QString vm;
    VolumeState state = VolumeState::Available;
    DiskWork work = DiskWork::None;
    Instant created{};
    Instant updated{};
};

enum class SnapshotKind { Vm, Volume };
enum class SnapshotState { Creating, Ready, Failed };

struct Snapshot
{
    int id = 0;
    SnapshotKind kind = SnapshotKind::Vm;
    QString name;
    QString project;
    QString vm;
    // May be gone. The vendor never tells it.
    int volume = 0;
    double size = 0;
    int targetSize = 0;
    bool hasUnit = true;
    SnapshotState state = SnapshotState::Ready;
    // Its source was put back to it and runs on it.
    bool isInUse = false;
    bool isRestoring = false;
    Instant created{};
};

// A public one, or an image that a customer saved.
struct Template
{
    QString id;
    QString name;
    QString version;
    QString description;
    // The smallest server it fits on.
    int cpu = 1;
    int ram = 1;
    int storage = 25;
    bool isWindows = false;
    bool isFromMarketplace = false;
    Instant created{};
    // An image is not known as a template before this.
    Instant usableFrom{};
};

} // namespace Demo::Raff
