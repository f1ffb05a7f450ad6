// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/consequences.h"
#include "items/displaytext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

// Why something can't be done; what happens when it is done stands in consequences.cpp.

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

bool hasControlCharacter(const QString &name)
{
    return std::ranges::any_of(name, [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isMatch(const QString &name, const QString &pattern)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
    return !expression.isValid() || expression.match(name).hasMatch();
}

} // namespace

QString whyNotTake(const Resource &resource, const Capabilities &capabilities, bool isReadOnly)
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
    return resource.isLocked ? lockedText(resource)
                             : whyNotPower(resource, kind.takeNeeds, capabilities);
}

QString whyNotRollBack(const Snapshot &snapshot, const Resource *source,
                       const Capabilities &capabilities, bool isReadOnly, int newerSnapshots)
{
    const KindCapabilities &kind = capabilities.of(snapshot.key.kind);
    QString notHere = whyNoRollbackHere(snapshot, source, kind.rollback);
    if (!notHere.isEmpty()) {
        return notHere;
    }
    if (isReadOnly) {
        return readOnlyText();
    }
    QString notUsable = whyNotUsable(snapshot);
    if (!notUsable.isEmpty()) {
        return notUsable;
    }
    if (kind.canRollBackOnlyLatest && newerSnapshots > 0) {
        return RefusalWords::tr("This provider rolls back to the latest snapshot only.");
    }
    if (!source) {
        return {};
    }
    const QString notFit = whyNotFit(snapshot, *source, capabilities.sizeUnit);
    return notFit.isEmpty() ? whyNotPower(*source, kind.rollbackNeeds, capabilities) : notFit;
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

QString whyNotCreateVolume(const Snapshot &snapshot, const Capabilities &capabilities)
{
    if (snapshot.key.kind != ResourceKind::Volume) {
        return RefusalWords::tr("This is the snapshot of a server, not of a volume.");
    }
    switch (capabilities.volume.rollback) {
    case RollbackStyle::None:
        break;
    case RollbackStyle::InPlace:
        return RefusalWords::tr(
            "No provider that Snapdeck speaks to can make a new volume from a snapshot. Here it "
            "can be rolled back into the volume that it was taken of, and into no other.");
    case RollbackStyle::Rebuild:
        return RefusalWords::tr(
            "No provider that Snapdeck speaks to can make a new volume from a snapshot. Here it "
            "can be rolled back into a volume of the account, which is overwritten.");
    }
    return RefusalWords::tr(
        "No provider that Snapdeck speaks to can make a new volume from a snapshot.");
}

QString nameProblem(const QString &name, const Domain::NameRule &rule,
                    const QStringList &takenNames)
{
    if (rule.isRequired && name.trimmed().isEmpty()) {
        return RefusalWords::tr("A name is needed.");
    }
    if (hasControlCharacter(name)) {
        return RefusalWords::tr("A name can't contain line breaks or other control characters.");
    }
    if (rule.maxLength > 0 && name.size() > rule.maxLength) {
        return RefusalWords::tr("A name has at most %1 characters here; this one has %2.")
            .arg(QLocale().toString(rule.maxLength), QLocale().toString(name.size()));
    }
    if (!name.isEmpty() && !rule.pattern.isEmpty() && !isMatch(name, rule.pattern)) {
        return RefusalWords::tr("The name has characters that this provider does not take.");
    }
    if (rule.isUnique && takenNames.contains(name, Qt::CaseInsensitive)) {
        return RefusalWords::tr("The name %1 is in use already.").arg(quotedName(name));
    }
    return {};
}

} // namespace Items
