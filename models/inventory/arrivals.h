// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inventory/accountinventory.h"

#include <QHash>

namespace Inventory {

/// What a provider has answered and is not shown yet. Rows that were told while their list was
/// under way win over that list: it may have been read before.
struct Arrivals
{
    std::optional<Domain::Identity> identity;
    std::optional<QList<Domain::Location>> locations;
    std::optional<QList<Domain::Project>> projects;
    std::optional<Domain::PriceList> prices;
    std::optional<QList<Domain::Limit>> limits;
    std::optional<QList<Domain::Resource>> resources;
    std::optional<QList<Domain::Snapshot>> snapshots;
    /// Absent: dropped.
    QHash<Domain::SnapshotKey, std::optional<Domain::Snapshot>> told;

    /// They take what has come; true when it differs from what was shown.
    [[nodiscard]] bool showIdentity(AccountInventory &inventory);
    [[nodiscard]] bool showResources(AccountInventory &inventory);
    [[nodiscard]] bool showSnapshots(AccountInventory &inventory);
    [[nodiscard]] bool showPrices(AccountInventory &inventory);
};

/// Replaces the row of the same key, or appends. False when it was there just so.
bool putSnapshot(QList<Domain::Snapshot> &snapshots, Domain::Snapshot snapshot);
/// Puts what an earlier run of the program saw where nothing has come yet. Rows that are there
/// already are newer.
void fillIn(AccountInventory &inventory, const AccountInventory &earlier);
/// False when there was none.
bool dropSnapshot(QList<Domain::Snapshot> &snapshots, const Domain::SnapshotKey &key);

} // namespace Inventory
