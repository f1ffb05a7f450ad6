// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznerwords.h"

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::PowerState;
using Domain::SnapshotStatus;

SnapshotStatus HetznerWords::snapshotStatus(const QString &word)
{
    if (word == "available"_L1) {
        return SnapshotStatus::Ready;
    }
    if (word == "creating"_L1) {
        return SnapshotStatus::Creating;
    }
    return word == "unavailable"_L1 ? SnapshotStatus::Failed : SnapshotStatus::Unknown;
}

PowerState HetznerWords::powerState(const QString &word)
{
    static const QStringList changing = {u"initializing"_s, u"starting"_s,  u"stopping"_s,
                                         u"deleting"_s,     u"migrating"_s, u"rebuilding"_s};
    if (word == "running"_L1) {
        return PowerState::Running;
    }
    if (word == "off"_L1) {
        return PowerState::Stopped;
    }
    return changing.contains(word) ? PowerState::Changing : PowerState::Unknown;
}

HetznerAction::Status HetznerWords::actionStatus(const QString &word)
{
    if (word == "running"_L1) {
        return HetznerAction::Status::Running;
    }
    if (word == "success"_L1) {
        return HetznerAction::Status::Success;
    }
    return word == "error"_L1 ? HetznerAction::Status::Error : HetznerAction::Status::Unknown;
}

QString HetznerWords::continent(const QString &networkZone)
{
    if (networkZone.startsWith("eu-"_L1)) {
        return u"Europe"_s;
    }
    if (networkZone.startsWith("us-"_L1)) {
        return u"North America"_s;
    }
    return networkZone.startsWith("ap-"_L1) ? u"Asia"_s : QString();
}

} // namespace Providers
