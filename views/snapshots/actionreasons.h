// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"

#include <QList>
#include <QString>

#include <optional>

namespace Inventory {
class Inventory;
}
namespace Items {
class SnapshotModel;
}

namespace Views {

/// What the actions would work on.
struct ActionTarget
{
    std::optional<Domain::AccountId> account; ///< of the tree's current node
    std::optional<Domain::ResourceKey> resource; ///< of the tree's current node
    QList<Domain::SnapshotKey> snapshots; ///< selected rows
};

/// Why an action can't be done with what is selected; empty when it can.
class ActionReasons
{
public:
    /// Without the snapshots' rows nothing is known of removals that wait to be undone.
    explicit ActionReasons(const Inventory::Inventory &inventory,
                           const Items::SnapshotModel *rows = nullptr);

    [[nodiscard]] QString take(const ActionTarget &target) const;
    [[nodiscard]] QString rollBack(const QList<Domain::SnapshotKey> &snapshots) const;
    [[nodiscard]] QString createServer(const QList<Domain::SnapshotKey> &snapshots) const;
    [[nodiscard]] QString createVolume(const QList<Domain::SnapshotKey> &snapshots) const;
    /// Several: possible when at least one of them can be removed.
    [[nodiscard]] QString remove(const QList<Domain::SnapshotKey> &snapshots) const;
    [[nodiscard]] QString rename(const QList<Domain::SnapshotKey> &snapshots) const;
    [[nodiscard]] QString protect(const QList<Domain::SnapshotKey> &snapshots) const;
    [[nodiscard]] QString refresh() const;

    [[nodiscard]] QString takeOf(const Domain::ResourceKey &resource) const;
    [[nodiscard]] QString removeOne(const Domain::SnapshotKey &snapshot) const;

private:
    [[nodiscard]] QString whyLeftAlone(const Domain::SnapshotKey &snapshot) const;

    const Inventory::Inventory &m_inventory;
    const Items::SnapshotModel *m_rows;
};

} // namespace Views
