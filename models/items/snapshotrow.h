// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/capabilities.h"
#include "domain/location.h"
#include "domain/resource.h"
#include "domain/snapshot.h"
#include "pricing/pricebook.h"

#include <QDateTime>

namespace Items {

/// One row of the snapshot table: a snapshot with what its row needs from elsewhere, resolved once.
struct SnapshotRow
{
    Domain::Snapshot snapshot;
    QString accountName;
    QString providerName;
    int colour = 0; ///< index into the palette of account colours
    Domain::SizeUnit sizeUnit = Domain::SizeUnit::Gigabyte;
    QString sourceName;
    bool isSourceGone = false; ///< orphaned: its server or volume no longer exists
    QString locationName; ///< the snapshot's own, else its source's; empty: none known
    QString locationCode; ///< the provider's short name of it, "fsn1"; found by the filter
    std::optional<Domain::Money> monthly; ///< estimate
    std::optional<Domain::UnitPrice> unitPrice; ///< what `monthly` was made from
    Pricing::PriceOrigin priceOrigin = Pricing::PriceOrigin::Provider; ///< of that price
    std::optional<int> percent; ///< of a running operation on it
    QDateTime keepUntil; ///< UTC; past it its removal is proposed. Invalid: kept for good
    bool isToBeRemoved = false; ///< confirmed, and not sent yet: it can be undone
    /// The sum of its parts, where it has no size of its own: shown, never added up.
    std::optional<qint64> partsBytes = {};

    friend bool operator==(const SnapshotRow &, const SnapshotRow &) = default;
};

/// Its own size, else that of its parts.
[[nodiscard]] std::optional<qint64> shownBytes(const SnapshotRow &row);

/// What rows of one account are made from.
struct RowSource
{
    Domain::Account account;
    QString providerName;
    Domain::Capabilities capabilities;
    QList<Domain::Location> locations;
    QList<Domain::Resource> resources;
    QList<Domain::Snapshot> snapshots;
    /// Before the resources have been listed once, a missing source proves nothing.
    bool areResourcesKnown = true;
};

[[nodiscard]] QList<SnapshotRow> makeRows(const RowSource &source,
                                          const Pricing::PriceBook &prices);

} // namespace Items
