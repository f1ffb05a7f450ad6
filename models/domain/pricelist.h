// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/id.h"
#include "domain/keys.h"
#include "domain/money.h"

#include <QList>

namespace Domain {

/// What one kind of snapshot costs at one location (empty: everywhere). Where the provider sells by
/// plans, each is one entry.
struct SnapshotPrice
{
    SnapshotKind kind = SnapshotKind::Server;
    LocationId location;
    UnitPrice price;
    QString storageCategory = {}; ///< of the resources it is for; empty: all
    PlanId plan = {}; ///< empty where there are no plans
    QString planName = {};

    friend bool operator==(const SnapshotPrice &, const SnapshotPrice &) = default;
};

/// How often the provider settles: one of several to choose from.
struct BillingCycle
{
    BillingCycleId id;
    QString name;
    bool isForSnapshots = false; ///< the others are shown, and can't be chosen

    friend bool operator==(const BillingCycle &, const BillingCycle &) = default;
};

/// What a started period costs.
enum class BillingRule {
    Unknown,
    FixedProrata, ///< the first invoice covers the rest of the running period
};

/// Prices as the provider's API gives them, net of tax.
struct PriceList
{
    QString currency; ///< ISO 4217
    QString vatRate; ///< percent as the vendor writes it, "19.00"; empty when not given
    QList<SnapshotPrice> snapshots;
    QList<BillingCycle> billingCycles = {}; ///< empty where there is nothing to choose
    BillingRule billingRule = BillingRule::Unknown;
    /// What automatic backups of a server cost, in percent of the server's own price, as the vendor
    /// writes it: "20". Empty when not told.
    QString automaticBackupPercent = {};

    friend bool operator==(const PriceList &, const PriceList &) = default;
};

} // namespace Domain
