// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/takeaccounts.h"

#include "inventory/inventory.h"
#include "views/snapshots/actionreasons.h"

namespace Views {

QList<Items::TakeAccount> takeAccounts(const Inventory::Inventory &inventory,
                                       const std::optional<Domain::AccountId> &onlyAccount)
{
    QList<Items::TakeAccount> accounts;
    for (const Domain::AccountId &id : inventory.accounts()) {
        const Inventory::AccountInventory *seen = inventory.find(id);
        if (!seen || (onlyAccount && *onlyAccount != id)) {
            continue;
        }
        accounts.append({seen->account, seen->capabilities, seen->identity.balance, seen->locations,
                         seen->projects, seen->resources, seen->snapshots, seen->prices,
                         seen->isReadOnly, seen->limits});
    }
    return accounts;
}

std::optional<Domain::ResourceKey> sourceOf(const Inventory::Inventory &inventory,
                                            const ActionTarget &target)
{
    std::optional<Domain::ResourceKey> source = target.resource;
    if (!source && target.snapshots.size() == 1) {
        const Domain::Snapshot *selected = inventory.findSnapshot(target.snapshots.first());
        source = selected ? selected->source : std::nullopt;
    }
    return source && ActionReasons(inventory).takeOf(*source).isEmpty() ? source : std::nullopt;
}

} // namespace Views
