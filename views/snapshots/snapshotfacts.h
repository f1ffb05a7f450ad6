// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"
#include "domain/resource.h"
#include "domain/snapshot.h"
#include "views/common/factsgrid.h"

#include <QDateTime>

#include <optional>

namespace Inventory {
class Inventory;
struct AccountInventory;
} // namespace Inventory
namespace Items {
struct RollbackFacts;
struct RollbackSurroundings;
struct SnapshotRow;
} // namespace Items

namespace Views {

/// What the details panel and the dialogs tell of a snapshot or its source, read from the inventory
/// at the moment of asking.
class SnapshotFacts
{
public:
    explicit SnapshotFacts(const Inventory::Inventory &inventory);

    [[nodiscard]] QList<Fact> ofSnapshot(const Items::SnapshotRow &row, const QDateTime &now) const;
    [[nodiscard]] QList<Fact> ofResource(const Domain::Resource &resource,
                                         const QDateTime &now) const;
    /// The same without its snapshots, which its page shows by themselves.
    [[nodiscard]] QList<Fact> ofPage(const Domain::Resource &resource) const;
    /// Later snapshots of the same source, newest first.
    [[nodiscard]] QList<Domain::Snapshot> newerThan(const Domain::Snapshot &snapshot) const;
    /// What a rollback of the target to the snapshot would mean.
    [[nodiscard]] Items::RollbackFacts rollback(const Domain::Snapshot &snapshot,
                                                const Domain::Resource &target,
                                                const QDateTime &now) const;
    /// What decides, besides the two, whether the snapshot can be rolled back to; the target may be
    /// null.
    [[nodiscard]] Items::RollbackSurroundings around(const Domain::Snapshot &snapshot,
                                                     const Domain::Resource *target) const;
    /// The volume snapshots that it is made of, as far as they are there.
    [[nodiscard]] QList<Domain::Snapshot> parts(const Domain::Snapshot &snapshot) const;
    /// What a snapshot of the resource counts against; the value is empty where nothing is known.
    [[nodiscard]] Fact limit(const Domain::Resource &resource) const;
    /// The servers or volumes of the snapshot's account that it could be rolled back to; its source
    /// first, if that still exists.
    [[nodiscard]] QList<Domain::Resource> targets(const Domain::Snapshot &snapshot) const;
    [[nodiscard]] const Domain::Resource *source(const Domain::Snapshot &snapshot) const;
    [[nodiscard]] QString locationName(const Domain::Resource &resource) const;
    [[nodiscard]] QString projectName(const Domain::Resource &resource) const;

private:
    [[nodiscard]] Fact diskOf(const Domain::Resource &resource) const;
    [[nodiscard]] QStringList diskNames(const Domain::Snapshot &snapshot,
                                        const Domain::Resource &server) const;
    [[nodiscard]] QString nameOf(const Domain::ResourceKey &key) const;

    const Inventory::Inventory &m_inventory;
};

} // namespace Views
