// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/capabilities.h"
#include "domain/cloudprovider.h"

namespace Inventory {

enum class Freshness {
    Empty, ///< never loaded
    Loading, ///< first load under way, nothing to show yet
    Refreshing, ///< rows are shown, newer ones are on the way
    Fresh,
    Stale, ///< from an earlier run of the program
    Failed, ///< the last refresh failed; the rows of before stay
};

/// What one account holds, as last seen.
struct AccountInventory
{
    Domain::Account account;
    Domain::Capabilities capabilities;
    Domain::Identity identity;
    QList<Domain::Location> locations;
    QList<Domain::Project> projects;
    QList<Domain::Resource> resources;
    QList<Domain::Snapshot> snapshots;
    Domain::PriceList prices;
    QList<Domain::Limit> limits; ///< not in the cache: old ones would mislead
    Freshness freshness = Freshness::Empty;
    QDateTime asOf; ///< UTC; when the snapshots were last seen whole
    Domain::Error error; ///< when Failed
    qint64 loaded = 0; ///< rows of the running refresh
    std::optional<qint64> total;
    /// What is shown is of this provider's last refresh, and that did not fail. While it is not, it
    /// is marked with its age.
    bool isCurrent = false;
    bool isReadOnly = false; ///< a write was refused for the credential, or it said so
};

} // namespace Inventory
