// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/consequences.h"
#include "items/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

// Why something can't be done; what happens when it is done stands in consequences.cpp, what is
// wrong with a name in nameproblem.cpp.

namespace Items {

using Domain::Capabilities;
using Domain::KindCapabilities;
using Domain::PowerRule;
using Domain::PowerState;
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

QString readOnlyText()
{
    return RefusalWords::tr("The account's credential may read, but change nothing.");
}

QString lockedText(const Resource &resource)
{
    return RefusalWords::tr("Another action is running on %1.").arg(inlineName(resource.name));
}

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

/// Why the power of its server stands in the way; empty where it does not, or where the plan can
/// change it.
QString whyNotPower(const Resource &resource, PowerRule rule, const Capabilities &capabilities)
{
    const bool isServer = resource.key.kind == ResourceKind::Server;
    const bool hasServer = isServer || resource.attachedTo;
    const bool isStopped = resource.power == PowerState::Stopped || !hasServer;
    const bool isRunning = resource.power == PowerState::Running && hasServer;
    if (rule == PowerRule::Any || (rule == PowerRule::Running && isRunning)
        || (rule == PowerRule::Stopped && isStopped)) {
        return {};
    }
    const QString name = inlineName(resource.name);
    if (!hasServer) {
        return RefusalWords::tr("The volume %1 is not attached to a server.").arg(name);
    }
    if (resource.power == PowerState::Changing) {
        return (isServer
                    ? RefusalWords::tr("The server %1 is being switched on or off.")
                    : RefusalWords::tr("The server of the volume %1 is being switched on or off."))
            .arg(name);
    }
    if (capabilities.canPower) {
        return {};
    }
    return rule == PowerRule::Stopped ? RefusalWords::tr("The server has to be switched off first.")
                                      : RefusalWords::tr("The server has to be switched on first.");
}

/// While it is being made or removed nothing can be done with it.
QString whyNotIdle(const Snapshot &snapshot)
{
    switch (snapshot.status) {
    case SnapshotStatus::Creating:
        return RefusalWords::tr("The snapshot is still being made.");
    case SnapshotStatus::Removing:
        return RefusalWords::tr("The snapshot is being removed.");
    case SnapshotStatus::Ready:
    case SnapshotStatus::Failed:
    case SnapshotStatus::Unknown:
        break;
    }
    return {};
}

QString whyNotUsable(const Snapshot &snapshot)
{
    return snapshot.status == SnapshotStatus::Failed
        ? RefusalWords::tr("The snapshot was not made whole and can't be used.")
        : whyNotIdle(snapshot);
}

QString whyNoRollbackHere(const Snapshot &snapshot, const Resource *source, RollbackStyle style)
{
    const bool isServer = snapshot.key.kind == ResourceKind::Server;
    switch (style) {
    case RollbackStyle::None:
        return isServer ? RefusalWords::tr("This provider can't roll back a server.")
                        : RefusalWords::tr("This provider can't roll back a volume.");
    case RollbackStyle::InPlace:
        if (!source) {
            return isServer ? RefusalWords::tr("Its server no longer exists.")
                            : RefusalWords::tr("Its volume no longer exists.");
        }
        break;
    case RollbackStyle::Rebuild:
        break;
    }
    return {};
}

/// What helps where a snapshot can't be rolled back to; empty where that can't be had.
QString newVolumeAdvice(const Capabilities &capabilities)
{
    return capabilities.createVolume.isPossible
        ? RefusalWords::tr("Or make a new volume from this one.", "snapshot")
        : QString();
}

QString withAdvice(const QString &reason, const QString &advice)
{
    return advice.isEmpty() ? reason
                            : RefusalWords::tr("%1 %2", "two whole sentences").arg(reason, advice);
}

/// By name and time, since others may bear the same name.
QString latestText(const Snapshot &latest)
{
    const QString moment =
        QLocale().toString(latest.created.toLocalTime(), RefusalWords::tr("d MMM yyyy, HH:mm"));
    return latest.name.trimmed().isEmpty()
        ? RefusalWords::tr("the one of %1", "snapshot, time").arg(moment)
        : RefusalWords::tr("%1 of %2", "snapshot, time").arg(quotedName(latest.name), moment);
}

QString notLatestText(const Snapshot &latest, const Capabilities &capabilities)
{
    const QString reason =
        RefusalWords::tr("This provider rolls back to the latest snapshot only, which is %1. Roll "
                         "back to that one, or remove what is newer than this one first.")
            .arg(latestText(latest));
    return latest.key.kind == ResourceKind::Volume
        ? withAdvice(reason, newVolumeAdvice(capabilities))
        : reason;
}

/// A volume that a server works on can't be overwritten under it.
QString whyNotDetached(const Resource &target, const Capabilities &capabilities,
                       const QString &serverName)
{
    if (!target.attachedTo || !capabilities.of(target.key.kind).rollbackNeedsDetached) {
        return {};
    }
    const QString server =
        inlineName(serverName.isEmpty() ? target.attachedTo->id.value : serverName);
    return withAdvice(
        RefusalWords::tr("This provider rolls back a volume only while it is attached to no "
                         "server. Detach it from %1 first, in the provider's panel, and attach it "
                         "again afterwards.")
            .arg(server),
        newVolumeAdvice(capabilities));
}

QString diskVolumesText(const Resource &target, const QStringList &diskNames)
{
    const QString server = inlineName(target.name);
    if (diskNames.isEmpty()) {
        return RefusalWords::tr("The disk of %1 is a volume: roll back that volume instead.")
            .arg(server);
    }
    QStringList names;
    for (const QString &name : diskNames) {
        names.append(inlineName(name));
    }
    return names.size() == 1
        ? RefusalWords::tr("The disk of %1 is the volume %2: roll back that volume instead.")
              .arg(server, names.constFirst())
        : RefusalWords::tr("The disks of %1 are volumes: roll back the volumes %2 instead.")
              .arg(server, QLocale().createSeparatedList(names));
}

/// Its snapshot is but a list of volume snapshots: there is nothing to rebuild a server from.
QString whyNotOnVolumes(const Snapshot &snapshot, const Resource *target,
                        const RollbackSurroundings &around)
{
    if (target && target->isVolumeBacked) {
        return diskVolumesText(*target, around.diskNames);
    }
    return snapshot.parts.isEmpty()
        ? QString()
        : RefusalWords::tr("Its data is in volume snapshots, and a server is not rebuilt from "
                           "these. Roll back the volumes instead.");
}

QString whyNotFit(const Snapshot &snapshot, const Resource &target, Domain::SizeUnit unit)
{
    const QString name = inlineName(target.name);
    if (target.isRebuildProtected) {
        return RefusalWords::tr("%1 is protected against being rebuilt.", "server or volume")
            .arg(name);
    }
    if (target.isLocked) {
        return lockedText(target);
    }
    if (snapshot.diskBytes && target.sizeBytes && *snapshot.diskBytes > *target.sizeBytes) {
        return RefusalWords::tr("The snapshot needs a disk of %1; the disk of %3 has %2.")
            .arg(sizeText(*snapshot.diskBytes, unit), sizeText(*target.sizeBytes, unit), name);
    }
    if (!snapshot.architecture.isEmpty() && !target.architecture.isEmpty()
        && snapshot.architecture != target.architecture) {
        return RefusalWords::tr("The snapshot is for %1 processors, but %3 has %2.")
            .arg(snapshot.architecture, target.architecture, name);
    }
    return {};
}

} // namespace

QString whyNotTake(const Resource &resource, const Capabilities &capabilities, bool isReadOnly,
                   const TakeRoom &room)
{
    const KindCapabilities &kind = capabilities.of(resource.key.kind);
    if (!kind.canTake) {
        return resource.key.kind == ResourceKind::Server
            ? RefusalWords::tr("This provider has no snapshots of servers.")
            : RefusalWords::tr("This provider has no snapshots of volumes.");
    }
    if (isReadOnly) {
        return readOnlyText();
    }
    if (resource.takeObstacle != Domain::TakeObstacle::None) {
        return obstacleText(resource);
    }
    QString noRoom = whyNoRoom(takeLimits(resource, capabilities, room), capabilities.sizeUnit);
    if (!noRoom.isEmpty()) {
        return noRoom;
    }
    return resource.isLocked ? lockedText(resource)
                             : whyNotPower(resource, kind.takeNeeds, capabilities);
}

QString whyNotRollBack(const Snapshot &snapshot, const Resource *target,
                       const Capabilities &capabilities, bool isReadOnly,
                       const RollbackSurroundings &around)
{
    const KindCapabilities &kind = capabilities.of(snapshot.key.kind);
    for (const QString &reason : {whyNoRollbackHere(snapshot, target, kind.rollback),
                                  whyNotOnVolumes(snapshot, target, around)}) {
        if (!reason.isEmpty()) {
            return reason;
        }
    }
    if (isReadOnly) {
        return readOnlyText();
    }
    QString notUsable = whyNotUsable(snapshot);
    if (!notUsable.isEmpty()) {
        return notUsable;
    }
    if (kind.canRollBackOnlyLatest && around.latest) {
        return notLatestText(*around.latest, capabilities);
    }
    if (!target) {
        return {};
    }
    for (const QString &reason : {whyNotFit(snapshot, *target, capabilities.sizeUnit),
                                  whyNotDetached(*target, capabilities, around.serverName)}) {
        if (!reason.isEmpty()) {
            return reason;
        }
    }
    return whyNotPower(*target, kind.rollbackNeeds, capabilities);
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
