// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackwords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::PowerState;
using Domain::SnapshotStatus;

namespace {

template <size_t size>
bool isOneOf(QStringView word, const std::array<QLatin1StringView, size> &words)
{
    return std::ranges::any_of(words, [word](QLatin1StringView one) { return one == word; });
}

constexpr std::array runningWords{"ACTIVE"_L1, "PASSWORD"_L1, "VERIFY_RESIZE"_L1, "RESCUE"_L1};
constexpr std::array stoppedWords{"SHUTOFF"_L1, "SHELVED"_L1, "SHELVED_OFFLOADED"_L1};
constexpr std::array changingWords{"BUILD"_L1,         "REBUILD"_L1, "REBOOT"_L1,
                                   "HARD_REBOOT"_L1,   "RESIZE"_L1,  "MIGRATING"_L1,
                                   "REVERT_RESIZE"_L1, "DELETED"_L1, "SOFT_DELETED"_L1};
constexpr std::array powerTasks{"powering-on"_L1, "powering-off"_L1, "rebooting"_L1,
                                "rebooting_hard"_L1, "deleting"_L1};
constexpr std::array restingVolumeWords{"available"_L1, "in-use"_L1};
constexpr std::array imageBeginnings{"queued"_L1, "saving"_L1, "uploading"_L1, "importing"_L1};

} // namespace

SnapshotStatus OpenStackWords::volumeSnapshotStatus(QStringView word)
{
    if (word == "available"_L1 || isSnapshotInUse(word)) {
        return SnapshotStatus::Ready;
    }
    if (word == "creating"_L1) {
        return SnapshotStatus::Creating;
    }
    if (word == "deleting"_L1 || word == "deleted"_L1) {
        return SnapshotStatus::Removing;
    }
    return hasFailed(word) ? SnapshotStatus::Failed : SnapshotStatus::Unknown;
}

SnapshotStatus OpenStackWords::imageStatus(QStringView word)
{
    if (word == "active"_L1) {
        return SnapshotStatus::Ready;
    }
    if (isOneOf(word, imageBeginnings)) {
        return SnapshotStatus::Creating;
    }
    if (word == "deleted"_L1 || word == "pending_delete"_L1) {
        return SnapshotStatus::Removing;
    }
    return word == "killed"_L1 ? SnapshotStatus::Failed : SnapshotStatus::Unknown;
}

/// A copy in progress leaves a server running; switching it does not.
PowerState OpenStackWords::powerState(QStringView status, QStringView task)
{
    if (isOneOf(status, changingWords) || isOneOf(task, powerTasks)) {
        return PowerState::Changing;
    }
    if (isOneOf(status, runningWords)) {
        return PowerState::Running;
    }
    return isOneOf(status, stoppedWords) ? PowerState::Stopped : PowerState::Unknown;
}

bool OpenStackWords::hasFailed(QStringView word)
{
    return word == "error"_L1 || word.startsWith("error_"_L1);
}

bool OpenStackWords::isVolumeBusy(QStringView word)
{
    return !isOneOf(word, restingVolumeWords) && !hasFailed(word);
}

bool OpenStackWords::isSnapshotInUse(QStringView word)
{
    return word == "restoring"_L1 || word == "backing-up"_L1;
}

} // namespace Providers
