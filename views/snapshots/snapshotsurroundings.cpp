// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/inventory.h"
#include "items/consequences.h"
#include "items/snapshotparts.h"
#include "views/snapshots/snapshotfacts.h"

#include <algorithm>

// The part of SnapshotFacts that looks at what stands around a snapshot: its source and targets,
// newer ones, and those that it is made of.

namespace Views {

using Domain::Resource;
using Domain::Snapshot;

namespace {

/// Which of several volumes a server starts from is not told.
Items::RollbackSurroundings::Boots bootsFrom(const Resource *server)
{
    using Boots = Items::RollbackSurroundings::Boots;
    if (!server || !server->isVolumeBacked) {
        return Boots::No;
    }
    return server->volumes.size() > 1 ? Boots::Maybe : Boots::Yes;
}

} // namespace

QList<Snapshot> SnapshotFacts::newerThan(const Snapshot &snapshot) const
{
    QList<Snapshot> newer;
    const Inventory::AccountInventory *account = m_inventory.find(snapshot.key.account);
    if (!account || !snapshot.source) {
        return newer;
    }
    for (const Snapshot &other : account->snapshots) {
        if (other.source == snapshot.source && other.created > snapshot.created) {
            newer.append(other);
        }
    }
    std::ranges::sort(newer, std::ranges::greater(), &Snapshot::created);
    return newer;
}

const Resource *SnapshotFacts::source(const Snapshot &snapshot) const
{
    return snapshot.source ? m_inventory.findResource(*snapshot.source) : nullptr;
}

Items::RollbackFacts SnapshotFacts::rollback(const Snapshot &snapshot, const Resource &target,
                                             const QDateTime &now) const
{
    Items::RollbackFacts facts;
    facts.target = target;
    facts.snapshot = snapshot;
    facts.now = now;
    if (const Inventory::AccountInventory *account = m_inventory.find(snapshot.key.account)) {
        facts.capabilities = account->capabilities.of(snapshot.key.kind);
    }
    // Of another target than the source, no snapshot is newer in this line of copies.
    facts.newerSnapshots =
        snapshot.source == target.key ? static_cast<int>(newerThan(snapshot).size()) : 0;
    for (const Domain::ResourceKey &key : target.volumes) {
        facts.volumeNames.append(nameOf(key));
    }
    return facts;
}

QList<Snapshot> SnapshotFacts::parts(const Snapshot &snapshot) const
{
    const Inventory::AccountInventory *account = m_inventory.find(snapshot.key.account);
    return account ? Items::partsOf(snapshot, account->snapshots) : QList<Snapshot>();
}

/// By what the snapshot is of; else by the one volume that the server has.
QStringList SnapshotFacts::diskNames(const Snapshot &snapshot, const Resource &server) const
{
    QStringList names;
    for (const Snapshot &part : parts(snapshot)) {
        if (part.source) {
            names.append(nameOf(*part.source));
        }
    }
    if (names.isEmpty() && server.volumes.size() == 1) {
        names.append(nameOf(server.volumes.constFirst()));
    }
    return names;
}

Items::RollbackSurroundings SnapshotFacts::around(const Snapshot &snapshot,
                                                  const Resource *target) const
{
    Items::RollbackSurroundings around;
    const Inventory::AccountInventory *account = m_inventory.find(snapshot.key.account);
    if (!account) {
        return around;
    }
    // Asked of every row that is shown: only what counts is looked for.
    if (account->capabilities.of(snapshot.key.kind).canRollBackOnlyLatest) {
        const QList<Snapshot> newer = newerThan(snapshot);
        around.latest = newer.isEmpty() ? std::nullopt : std::optional(newer.constFirst());
    }
    if (target && target->attachedTo) {
        around.serverName = nameOf(*target->attachedTo);
        around.boots = bootsFrom(m_inventory.findResource(*target->attachedTo));
    }
    if (target && target->isVolumeBacked) {
        around.diskNames = diskNames(snapshot, *target);
    }
    return around;
}

QList<Resource> SnapshotFacts::targets(const Snapshot &snapshot) const
{
    QList<Resource> targets;
    const Inventory::AccountInventory *account = m_inventory.find(snapshot.key.account);
    if (!account) {
        return targets;
    }
    // In place means: back into what it was taken of, and nothing else.
    const bool isInPlace =
        account->capabilities.of(snapshot.key.kind).rollback == Domain::RollbackStyle::InPlace;
    for (const Resource &resource : account->resources) {
        const bool isSource = snapshot.source == resource.key;
        if (resource.key.kind == snapshot.key.kind && (isSource || !isInPlace)) {
            targets.append(resource);
        }
    }
    std::ranges::stable_sort(targets, [&snapshot](const Resource &a, const Resource &b) {
        const bool isSourceA = snapshot.source == a.key;
        const bool isSourceB = snapshot.source == b.key;
        return isSourceA != isSourceB ? isSourceA : a.name.localeAwareCompare(b.name) < 0;
    });
    return targets;
}

} // namespace Views
