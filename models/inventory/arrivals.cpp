// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/arrivals.h"

#include <algorithm>

namespace Inventory {

using Domain::Snapshot;
using Domain::SnapshotKey;

namespace {

template <class T>
bool replace(T &shown, std::optional<T> &arrived)
{
    const std::optional<T> news = std::exchange(arrived, std::nullopt);
    if (!news || *news == shown) {
        return false;
    }
    shown = *news;
    return true;
}

template <class T>
void fillIn(T &shown, const T &earlier)
{
    if (shown == T()) {
        shown = earlier;
    }
}

} // namespace

bool Arrivals::showIdentity(AccountInventory &inventory)
{
    const bool hasChanged = replace(inventory.identity, identity);
    inventory.isReadOnly = inventory.isReadOnly || inventory.identity.isReadOnly.value_or(false);
    return hasChanged;
}

bool Arrivals::showResources(AccountInventory &inventory)
{
    const bool hasResources = replace(inventory.resources, resources);
    const bool hasLocations = replace(inventory.locations, locations);
    const bool hasProjects = replace(inventory.projects, projects);
    const bool hasLimits = replace(inventory.limits, limits);
    return hasResources || hasLocations || hasProjects || hasLimits;
}

bool Arrivals::showSnapshots(AccountInventory &inventory)
{
    if (!snapshots) {
        return false;
    }
    for (const auto &[key, row] : std::exchange(told, {}).asKeyValueRange()) {
        if (row) {
            putSnapshot(*snapshots, *row);
        } else {
            dropSnapshot(*snapshots, key);
        }
    }
    return replace(inventory.snapshots, snapshots);
}

bool Arrivals::showPrices(AccountInventory &inventory)
{
    return replace(inventory.prices, prices);
}

bool putSnapshot(QList<Snapshot> &snapshots, Snapshot snapshot)
{
    const auto row = std::ranges::find(std::as_const(snapshots), snapshot.key, &Snapshot::key);
    if (row == snapshots.cend()) {
        snapshots.append(std::move(snapshot));
        return true;
    }
    if (*row == snapshot) {
        return false;
    }
    snapshots[std::distance(snapshots.cbegin(), row)] = std::move(snapshot);
    return true;
}

void fillIn(AccountInventory &inventory, const AccountInventory &earlier)
{
    fillIn(inventory.locations, earlier.locations);
    fillIn(inventory.projects, earlier.projects);
    fillIn(inventory.resources, earlier.resources);
    fillIn(inventory.prices, earlier.prices);
    const QList<Snapshot> newer = std::exchange(inventory.snapshots, earlier.snapshots);
    for (const Snapshot &row : newer) {
        putSnapshot(inventory.snapshots, row);
    }
    inventory.asOf = earlier.asOf;
}

bool dropSnapshot(QList<Snapshot> &snapshots, const SnapshotKey &key)
{
    return snapshots.removeIf([&key](const Snapshot &row) { return row.key == key; }) > 0;
}

} // namespace Inventory
