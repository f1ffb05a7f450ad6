// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/rollbackerrors.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::Error;
using Domain::ErrorKind;

namespace {

class HeldBackWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

enum class HeldBack {
    No,
    SnapshotNotReady,
    NotLatest,
    SameSecond,
    Attached,
    VolumeNotAvailable,
    OtherSize,
    OtherVolume,
};

struct HeldBackCode
{
    QLatin1StringView code;
    HeldBack reason = HeldBack::No;
};

constexpr std::array heldBackCodes{
    HeldBackCode{"snapshot-not-ready"_L1, HeldBack::SnapshotNotReady},
    HeldBackCode{"not-latest"_L1, HeldBack::NotLatest},
    HeldBackCode{"same-second"_L1, HeldBack::SameSecond},
    HeldBackCode{"attached"_L1, HeldBack::Attached},
    HeldBackCode{"volume-not-available"_L1, HeldBack::VolumeNotAvailable},
    HeldBackCode{"other-size"_L1, HeldBack::OtherSize},
    HeldBackCode{"other-volume"_L1, HeldBack::OtherVolume},
};

HeldBack reasonOf(const Error &error)
{
    if (error.httpStatus != 0 || error.effect != Domain::Effect::None) {
        return HeldBack::No;
    }
    const auto *const known = std::ranges::find(heldBackCodes, error.code, &HeldBackCode::code);
    return known == heldBackCodes.end() ? HeldBack::No : known->reason;
}

/// It passes by itself.
bool isForNow(const Error &error)
{
    return error.kind == ErrorKind::Locked;
}

} // namespace

QString heldBackCause(const Error &error)
{
    switch (reasonOf(error)) {
    case HeldBack::No:
        break;
    case HeldBack::SnapshotNotReady:
        return HeldBackWords::tr("The snapshot is not ready at the provider, and a rollback to one "
                                 "that is not can leave the volume stuck: nothing was sent.");
    case HeldBack::NotLatest:
        return HeldBackWords::tr("The volume has a newer snapshot, and this provider rolls back to "
                                 "the latest one only: nothing was sent.");
    case HeldBack::SameSecond:
        return HeldBackWords::tr("Another snapshot of the volume was taken within the same second. "
                                 "This provider rolls back to the latest one only, and which of "
                                 "the two that is can't be told: nothing was sent.");
    case HeldBack::Attached:
        return HeldBackWords::tr("The volume is attached to a server, and this provider rolls back "
                                 "a volume only while it is attached to none: nothing was sent.");
    case HeldBack::VolumeNotAvailable:
        return isForNow(error)
            ? HeldBackWords::tr("The provider is busy with the volume: nothing was sent.")
            : HeldBackWords::tr("The volume is in a state in which it can't be rolled back: "
                                "nothing was sent.");
    case HeldBack::OtherSize:
        return HeldBackWords::tr("The volume has been resized since the snapshot was taken, and "
                                 "this provider does not roll back across that: nothing was sent.");
    case HeldBack::OtherVolume:
        return HeldBackWords::tr("The snapshot is of another volume, and this provider rolls a "
                                 "volume back to its own ones only: nothing was sent.");
    }
    return {};
}

QString heldBackAdvice(const Error &error)
{
    switch (reasonOf(error)) {
    case HeldBack::No:
        break;
    case HeldBack::SnapshotNotReady:
        return isForNow(error)
            ? HeldBackWords::tr("Wait until the snapshot is ready, then roll back again.")
            : HeldBackWords::tr("Refresh and look at the snapshot's status. If it does not become "
                                "ready, roll back to another one, or ask the operator.");
    case HeldBack::NotLatest:
        return HeldBackWords::tr("Refresh, then roll back to the latest one, or remove what is "
                                 "newer than this one first. Or make a new volume from this one.",
                                 "snapshot");
    case HeldBack::SameSecond:
        return HeldBackWords::tr("Remove the other one if it is not needed, then roll back again. "
                                 "Or make a new volume from this one.",
                                 "snapshot");
    case HeldBack::Attached:
        return HeldBackWords::tr("Detach the volume in the provider's panel, then roll back again. "
                                 "The disk that a server starts from can't be detached: make a new "
                                 "volume from the snapshot instead.");
    case HeldBack::VolumeNotAvailable:
        return isForNow(error)
            ? HeldBackWords::tr("Wait until the provider is done with the volume, then roll back "
                                "again.")
            : HeldBackWords::tr("The details name the volume's state. Have the operator bring it "
                                "back in order, then roll back again, or make a new volume from "
                                "the snapshot.");
    case HeldBack::OtherSize:
        return HeldBackWords::tr("Make a new volume from the snapshot instead.");
    case HeldBack::OtherVolume:
        return HeldBackWords::tr("Roll back to a snapshot of this volume, or make a new volume "
                                 "from this one.",
                                 "snapshot");
    }
    return {};
}

} // namespace Items
