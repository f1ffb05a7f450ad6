// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/consequences.h"
#include "items/displaytext.h"
#include "items/refusaltexts.h"

#include <QCoreApplication>

// Why something can't be done; of a rollback it stands in rollbackrefusals.cpp, what happens when
// it is done in consequences.cpp, what is wrong with a name in nameproblem.cpp.

namespace Items {

using Domain::Capabilities;
using Domain::KindCapabilities;
using Domain::Resource;
using Domain::ResourceKind;
using Domain::RollbackStyle;
using Domain::Snapshot;
using Domain::SnapshotStatus;

namespace {

class RefusalWords
{
    Q_DECLARE_TR_FUNCTIONS(Refusals)
};

QString obstacleText(const Resource &resource)
{
    const QString name = inlineName(resource.name);
    switch (resource.takeObstacle) {
    case Domain::TakeObstacle::None:
        break;
    case Domain::TakeObstacle::Withheld:
        return RefusalWords::tr("The operator offers no snapshots of %1.").arg(name);
    case Domain::TakeObstacle::Frozen:
        return RefusalWords::tr("The operator has frozen %1.").arg(name);
    case Domain::TakeObstacle::Suspended:
        return RefusalWords::tr("The operator has suspended %1, mostly for an open bill.")
            .arg(name);
    }
    return {};
}

/// What stands in the way of a snapshot, the first that does.
enum class TakeBar { None, Kind, ReadOnly, Obstacle, Room, Locked, Power };

TakeBar takeBar(const Resource &resource, const Capabilities &capabilities, bool isReadOnly,
                const TakeRoom &room)
{
    const KindCapabilities &kind = capabilities.of(resource.key.kind);
    if (!kind.canTake) {
        return TakeBar::Kind;
    }
    if (isReadOnly) {
        return TakeBar::ReadOnly;
    }
    if (resource.takeObstacle != Domain::TakeObstacle::None) {
        return TakeBar::Obstacle;
    }
    if (!hasRoom(resource, capabilities, room)) {
        return TakeBar::Room;
    }
    if (resource.isLocked) {
        return TakeBar::Locked;
    }
    return isPowerGiven(resource, kind.takeNeeds, capabilities) ? TakeBar::None : TakeBar::Power;
}

} // namespace

bool canTake(const Resource &resource, const Capabilities &capabilities, bool isReadOnly,
             const TakeRoom &room)
{
    return takeBar(resource, capabilities, isReadOnly, room) == TakeBar::None;
}

QString whyNotTake(const Resource &resource, const Capabilities &capabilities, bool isReadOnly,
                   const TakeRoom &room)
{
    switch (takeBar(resource, capabilities, isReadOnly, room)) {
    case TakeBar::None:
        break;
    case TakeBar::Kind:
        return resource.key.kind == ResourceKind::Server
            ? RefusalWords::tr("This provider has no snapshots of servers.")
            : RefusalWords::tr("This provider has no snapshots of volumes.");
    case TakeBar::ReadOnly:
        return readOnlyText();
    case TakeBar::Obstacle:
        return obstacleText(resource);
    case TakeBar::Room:
        return whyNoRoom(takeLimits(resource, capabilities, room), capabilities.sizeUnit);
    case TakeBar::Locked:
        return lockedText(resource);
    case TakeBar::Power:
        return whyNotPower(resource, capabilities.of(resource.key.kind).takeNeeds, capabilities);
    }
    return {};
}

QString whyNotRemove(const Snapshot &snapshot, const Capabilities &capabilities, bool isReadOnly)
{
    if (!capabilities.of(snapshot.key.kind).canRemove) {
        return RefusalWords::tr("Snapshots can't be removed at this provider.");
    }
    if (isReadOnly) {
        return readOnlyText();
    }
    if (snapshot.isInUse) {
        return RefusalWords::tr("What it was taken of runs on this snapshot. Roll back to another "
                                "one first.");
    }
    return snapshot.isProtected
        ? RefusalWords::tr("The snapshot is protected. Take the protection off first.")
        : whyNotIdle(snapshot);
}

QString whyNotRename(const Snapshot &snapshot, const Capabilities &capabilities, bool isReadOnly)
{
    if (!capabilities.of(snapshot.key.kind).canRename) {
        return RefusalWords::tr("Snapshots can't be renamed at this provider.");
    }
    if (isReadOnly) {
        return readOnlyText();
    }
    return snapshot.status == SnapshotStatus::Removing ? whyNotIdle(snapshot) : QString();
}

QString whyNotProtect(const Snapshot &snapshot, const Capabilities &capabilities, bool isReadOnly)
{
    if (!capabilities.of(snapshot.key.kind).canProtect) {
        return RefusalWords::tr("Snapshots can't be protected at this provider.");
    }
    if (isReadOnly) {
        return readOnlyText();
    }
    return snapshot.status == SnapshotStatus::Removing ? whyNotIdle(snapshot) : QString();
}

QString whyNotCreateServer(const Snapshot &snapshot, const Resource *source,
                           const Capabilities &capabilities, bool isReadOnly)
{
    const Domain::CreateServerRules &rules = capabilities.createServer;
    if (snapshot.key.kind != ResourceKind::Server) {
        return RefusalWords::tr("A server is made from the snapshot of a server, and this is one "
                                "of a volume.");
    }
    if (!rules.isPossible) {
        return RefusalWords::tr("This provider's API can't make a server from a snapshot.");
    }
    if (isReadOnly) {
        return readOnlyText();
    }
    QString notUsable = whyNotUsable(snapshot);
    if (!notUsable.isEmpty()) {
        return notUsable;
    }
    return rules.needsImage && !source
        ? RefusalWords::tr("An image of it has to be saved first, and this provider saves one only "
                           "while the server that the snapshot was taken of exists.")
        : QString();
}

QString whyNotCreateVolume(const Snapshot &snapshot, const Capabilities &capabilities,
                           bool isReadOnly)
{
    if (snapshot.key.kind != ResourceKind::Volume) {
        return RefusalWords::tr("This is the snapshot of a server, not of a volume.");
    }
    if (capabilities.createVolume.isPossible) {
        return isReadOnly ? readOnlyText() : whyNotUsable(snapshot);
    }
    switch (capabilities.volume.rollback) {
    case RollbackStyle::None:
        break;
    case RollbackStyle::InPlace:
        return RefusalWords::tr(
            "This provider's API can't make a volume from a snapshot. It can be rolled back into "
            "the volume that it was taken of, and into no other.");
    case RollbackStyle::Rebuild:
        return RefusalWords::tr(
            "This provider's API can't make a volume from a snapshot. It can be rolled back into "
            "a volume of the account, which is overwritten.");
    }
    return RefusalWords::tr("This provider's API can't make a volume from a snapshot.");
}

} // namespace Items
