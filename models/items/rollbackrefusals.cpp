// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/consequences.h"
#include "items/displaytext.h"
#include "items/refusaltexts.h"

#include <QCoreApplication>
#include <QLocale>

// Why a snapshot can't be rolled back to, and what helps instead.

namespace Items {

using Domain::Capabilities;
using Domain::KindCapabilities;
using Domain::Resource;
using Domain::ResourceKind;
using Domain::RollbackStyle;
using Domain::Snapshot;

namespace {

class RollbackRefusalWords
{
    Q_DECLARE_TR_FUNCTIONS(Refusals)
};

QString whyNoRollbackHere(const Snapshot &snapshot, const Resource *source, RollbackStyle style)
{
    const bool isServer = snapshot.key.kind == ResourceKind::Server;
    switch (style) {
    case RollbackStyle::None:
        return isServer ? RollbackRefusalWords::tr("This provider can't roll back a server.")
                        : RollbackRefusalWords::tr("This provider can't roll back a volume.");
    case RollbackStyle::InPlace:
        if (!source) {
            return isServer ? RollbackRefusalWords::tr("Its server no longer exists.")
                            : RollbackRefusalWords::tr("Its volume no longer exists.");
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
        ? RollbackRefusalWords::tr("Or make a new volume from this one.", "snapshot")
        : QString();
}

QString withAdvice(const QString &reason, const QString &advice)
{
    return advice.isEmpty()
        ? reason
        : RollbackRefusalWords::tr("%1 %2", "two whole sentences").arg(reason, advice);
}

/// By name and time, since others may bear the same name.
QString latestText(const Snapshot &latest)
{
    const QString moment = QLocale().toString(latest.created.toLocalTime(),
                                              RollbackRefusalWords::tr("d MMM yyyy, HH:mm"));
    return latest.name.trimmed().isEmpty()
        ? RollbackRefusalWords::tr("the one of %1", "snapshot, time").arg(moment)
        : RollbackRefusalWords::tr("%1 of %2", "snapshot, time")
              .arg(quotedName(latest.name), moment);
}

QString notLatestText(const Snapshot &latest, const Capabilities &capabilities)
{
    const QString reason =
        RollbackRefusalWords::tr(
            "This provider rolls back to the latest snapshot only, which is %1. Roll "
            "back to that one, or remove what is newer than this one first.")
            .arg(latestText(latest));
    return latest.key.kind == ResourceKind::Volume
        ? withAdvice(reason, newVolumeAdvice(capabilities))
        : reason;
}

/// A volume that a server works on can't be overwritten under it.
QString whyNotDetached(const Resource &target, const Capabilities &capabilities,
                       const RollbackSurroundings &around)
{
    if (!target.attachedTo || !capabilities.of(target.key.kind).rollbackNeedsDetached) {
        return {};
    }
    const QString server =
        inlineName(around.serverName.isEmpty() ? target.attachedTo->id.value : around.serverName);
    using Boots = RollbackSurroundings::Boots;
    switch (around.boots) {
    case Boots::No:
        break;
    case Boots::Maybe:
        return withAdvice(
            RollbackRefusalWords::tr(
                "This provider rolls back a volume only while it is attached to no server. If %1 "
                "starts from it, it can't be detached. Otherwise detach it first, in the "
                "provider's panel, and attach it again afterwards.")
                .arg(server),
            newVolumeAdvice(capabilities));
    case Boots::Yes:
        return withAdvice(
            RollbackRefusalWords::tr("This provider rolls back a volume only while it is attached "
                                     "to no server, and %1 starts from this one: it can't be "
                                     "detached.")
                .arg(server),
            capabilities.createVolume.isPossible
                ? RollbackRefusalWords::tr("Make a new volume from this one instead.", "snapshot")
                : QString());
    }
    return withAdvice(
        RollbackRefusalWords::tr("This provider rolls back a volume only while it is attached to "
                                 "no server. Detach it from %1 first, in the provider's panel, and "
                                 "attach it again afterwards.")
            .arg(server),
        newVolumeAdvice(capabilities));
}

QStringList inlineNames(const QStringList &names)
{
    QStringList texts;
    for (const QString &name : names) {
        texts.append(inlineName(name));
    }
    return texts;
}

QString diskVolumesText(const Resource &target, const QStringList &diskNames)
{
    const QString server = inlineName(target.name);
    if (diskNames.isEmpty()) {
        return RollbackRefusalWords::tr(
                   "The disk of %1 is a volume: roll back that volume instead.")
            .arg(server);
    }
    const QStringList names = inlineNames(diskNames);
    return names.size() == 1
        ? RollbackRefusalWords::tr(
              "The disk of %1 is the volume %2: roll back that volume instead.")
              .arg(server, names.constFirst())
        : RollbackRefusalWords::tr("The disks of %1 are volumes: roll back the volumes %2 instead.")
              .arg(server, QLocale().createSeparatedList(names));
}

/// What can be had of the snapshot of a server whose disk can't be rolled back under it.
QString anewAdvice(const Capabilities &capabilities)
{
    const bool canServer = capabilities.createServer.isPossible;
    if (capabilities.createVolume.isPossible) {
        return canServer
            ? RollbackRefusalWords::tr("Make a new server from this snapshot, or a new volume from "
                                       "the volume snapshot that holds the data.")
            : RollbackRefusalWords::tr(
                  "Make a new volume from the volume snapshot that holds the data.");
    }
    return canServer ? RollbackRefusalWords::tr("Make a new server from this snapshot instead.")
                     : QString();
}

/// Where a volume has to be detached, there is no sense in leading from a server to its disk.
QString stuckDiskText(const Resource &target, const QStringList &diskNames,
                      const Capabilities &capabilities)
{
    const QString server = inlineName(target.name);
    const QStringList names = inlineNames(diskNames);
    QString disks;
    if (names.isEmpty()) {
        disks = RollbackRefusalWords::tr("The disk of %1 is a volume.").arg(server);
    } else if (names.size() == 1) {
        disks = RollbackRefusalWords::tr("The disk of %1 is the volume %2.")
                    .arg(server, names.constFirst());
    } else {
        disks = RollbackRefusalWords::tr("The disks of %1 are the volumes %2.")
                    .arg(server, QLocale().createSeparatedList(names));
    }
    return withAdvice(
        withAdvice(disks,
                   RollbackRefusalWords::tr("This provider rolls back a volume only while it is "
                                            "attached to no server, and the one that a server "
                                            "starts from can't be detached.")),
        anewAdvice(capabilities));
}

/// Its snapshot is but a list of volume snapshots: there is nothing to rebuild a server from.
QString whyNotOnVolumes(const Snapshot &snapshot, const Resource *target,
                        const Capabilities &capabilities, const RollbackSurroundings &around)
{
    if (target && target->isVolumeBacked) {
        return capabilities.volume.rollbackNeedsDetached
            ? stuckDiskText(*target, around.diskNames, capabilities)
            : diskVolumesText(*target, around.diskNames);
    }
    return snapshot.parts.isEmpty()
        ? QString()
        : RollbackRefusalWords::tr(
              "Its data is in volume snapshots, and a server is not rebuilt from "
              "these. Roll back the volumes instead.");
}

QString whyNotFit(const Snapshot &snapshot, const Resource &target, Domain::SizeUnit unit)
{
    const QString name = inlineName(target.name);
    if (target.isRebuildProtected) {
        return RollbackRefusalWords::tr("%1 is protected against being rebuilt.",
                                        "server or volume")
            .arg(name);
    }
    if (target.isLocked) {
        return lockedText(target);
    }
    if (snapshot.diskBytes && target.sizeBytes && *snapshot.diskBytes > *target.sizeBytes) {
        return RollbackRefusalWords::tr("The snapshot needs a disk of %1; the disk of %3 has %2.")
            .arg(sizeText(*snapshot.diskBytes, unit), sizeText(*target.sizeBytes, unit), name);
    }
    if (!snapshot.architecture.isEmpty() && !target.architecture.isEmpty()
        && snapshot.architecture != target.architecture) {
        return RollbackRefusalWords::tr("The snapshot is for %1 processors, but %3 has %2.")
            .arg(snapshot.architecture, target.architecture, name);
    }
    return {};
}

} // namespace

QString whyNotRollBack(const Snapshot &snapshot, const Resource *target,
                       const Capabilities &capabilities, bool isReadOnly,
                       const RollbackSurroundings &around)
{
    const KindCapabilities &kind = capabilities.of(snapshot.key.kind);
    for (const QString &reason : {whyNoRollbackHere(snapshot, target, kind.rollback),
                                  whyNotOnVolumes(snapshot, target, capabilities, around)}) {
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
                                  whyNotDetached(*target, capabilities, around)}) {
        if (!reason.isEmpty()) {
            return reason;
        }
    }
    return whyNotPower(*target, kind.rollbackNeeds, capabilities);
}

} // namespace Items
