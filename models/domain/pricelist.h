// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/id.h"
#include "domain/keys.h"
#include "domain/money.h"

#include <QList>

namespace Domain {

/// What one kind of snapshot costs at one location (empty: everywhere).
struct SnapshotPrice
{
    SnapshotKind kind = SnapshotKind::Server;
    LocationId location;
    UnitPrice price;

    friend bool operator==(const SnapshotPrice &, const SnapshotPrice &) = default;
};

/// Prices as the provider's API gives them, net of tax.
struct PriceList
{
    QString currency; ///< ISO 4217
    QString vatRate; ///< percent as the vendor writes it, "19.00"; empty when not given
    QList<SnapshotPrice> snapshots;

    friend bool operator==(const PriceList &, const PriceList &) = default;
};

} // namespace Domain
