// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackrevert.h"

#include "domain/result.h"
#include "providers/openstack/openstackwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Error;
using Domain::ErrorKind;

namespace {

constexpr int revertVersion = 40; // of 3.x

Error notSent(ErrorKind kind, QLatin1StringView code, const QString &message)
{
    Error error = Domain::failure(kind, message).error();
    error.code = code;
    return error;
}

std::optional<Error> refusalBy(const OpenStackVolumeSnapshot &snapshot)
{
    const QString word = snapshot.snapshot.rawStatus;
    if (word == "available"_L1) {
        return std::nullopt;
    }
    const bool passes =
        snapshot.snapshot.status == Domain::SnapshotStatus::Creating || snapshot.snapshot.isInUse;
    return notSent(passes ? ErrorKind::Locked : ErrorKind::InvalidInput, OpenStackRevert::notReady,
                   u"The snapshot's state is \"%1\". Going back to a snapshot that is not "
                   "available would leave the volume stuck."_s.arg(word));
}

std::optional<Error> refusalBy(const OpenStackVolume &volume)
{
    const QString word = volume.resource.rawState;
    if (word == "available"_L1) {
        return std::nullopt;
    }
    if (word == "in-use"_L1) {
        return notSent(ErrorKind::InvalidInput, OpenStackRevert::attached,
                       u"The volume is attached to a server. It has to be detached first."_s);
    }
    const bool passes = OpenStackWords::isVolumeBusy(word);
    return notSent(passes ? ErrorKind::Locked : ErrorKind::InvalidInput,
                   OpenStackRevert::notAvailable, u"The volume's state is \"%1\"."_s.arg(word));
}

/// By the whole second: so the service may keep it.
std::optional<Error> refusalByAge(const OpenStackVolumeSnapshot &snapshot,
                                  const QList<OpenStackVolumeSnapshot> &all)
{
    const QDateTime created = snapshot.snapshot.created;
    for (const OpenStackVolumeSnapshot &other : all) {
        if (other.snapshot.key.id != snapshot.snapshot.key.id && other.snapshot.created > created) {
            return notSent(
                ErrorKind::InvalidInput, OpenStackRevert::notLatest,
                u"The volume has a newer snapshot, \"%1\" (%2). It can go back to its latest "
                "one only."_s.arg(other.snapshot.name, other.snapshot.key.id.value));
        }
    }
    const bool isAlone = std::ranges::none_of(all, [&](const OpenStackVolumeSnapshot &other) {
        return other.snapshot.key.id != snapshot.snapshot.key.id
            && other.snapshot.created == created;
    });
    if (isAlone) {
        return std::nullopt;
    }
    return notSent(ErrorKind::InvalidInput, OpenStackRevert::sameSecond,
                   u"Another snapshot of the volume was made within the same second: which of "
                   "the two is the latest can't be told."_s);
}

} // namespace

std::optional<Error> OpenStackRevert::refusal(const OpenStackVolume &volume,
                                              const OpenStackVolumeSnapshot &snapshot,
                                              const QList<OpenStackVolumeSnapshot> &all,
                                              const OpenStackVersions &versions)
{
    if (!versions.volumeReaches(revertVersion)) {
        return notSent(ErrorKind::Unsupported, {},
                       u"This cloud's block storage is too old to set a volume back."_s);
    }
    const auto &source = snapshot.snapshot.source;
    if (!source || source->id != volume.resource.key.id) {
        return notSent(ErrorKind::InvalidInput, otherVolume,
                       u"The snapshot is of another volume."_s);
    }
    // In the list it was read once more.
    const auto listed = std::ranges::find(all, snapshot.snapshot.key.id,
                                          [](const auto &row) { return row.snapshot.key.id; });
    if (listed == all.cend()) {
        return notSent(ErrorKind::InvalidInput, notReady,
                       u"The snapshot is not among the volume's snapshots."_s);
    }
    for (const OpenStackVolumeSnapshot *row : {&snapshot, &*listed}) {
        if (const std::optional<Error> error = refusalBy(*row)) {
            return error;
        }
    }
    if (const std::optional<Error> error = refusalBy(volume)) {
        return error;
    }
    if (snapshot.snapshot.diskBytes != volume.resource.sizeBytes) {
        return notSent(ErrorKind::InvalidInput, otherSize,
                       u"The volume's size was changed after the snapshot was taken. A new "
                       "volume can be made of the snapshot instead."_s);
    }
    return refusalByAge(snapshot, all);
}

} // namespace Providers
