// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/resourcetreemodel.h"

namespace Items {

/// How well one server or volume is covered by snapshots.
enum class Cover {
    NotKnown, ///< the snapshots are still being loaded
    NotPossible, ///< the provider makes none of its kind
    Missing, ///< no good snapshot
    TooOld, ///< the last good one is older than a month
    Good,
};

/// One server or volume with what its row and its page need from elsewhere, resolved once.
struct ResourceRow
{
    Domain::Resource resource;
    QString accountName;
    QString providerName;
    int colour = 0; ///< index into the palette of account colours
    Domain::SizeUnit sizeUnit = Domain::SizeUnit::Gigabyte;
    QString projectName; ///< empty where the account has but one
    QString locationName;
    QString serverName; ///< of a volume: what it is attached to
    int snapshots = 0;
    QDateTime lastGood; ///< UTC; invalid: none
    bool isBeingTaken = false; ///< one of them is still being made
    bool canTake = true; ///< the provider makes snapshots of its kind
    bool areSnapshotsKnown = true;

    friend bool operator==(const ResourceRow &, const ResourceRow &) = default;
};

[[nodiscard]] QList<ResourceRow> makeResourceRows(const AccountBranch &branch);

/// Whether a good snapshot of that time is too old to count on: more than 30 days.
[[nodiscard]] bool isTooOld(const QDateTime &lastGood, const QDateTime &now);
[[nodiscard]] Cover coverOf(const ResourceRow &row, const QDateTime &now);

/// "Last good snapshot: 2 h ago.", or what is wrong, in words.
struct CoverText
{
    QString title;
    QString meaning; ///< what follows from it; empty when all is well

    friend bool operator==(const CoverText &, const CoverText &) = default;
};
[[nodiscard]] CoverText coverText(const ResourceRow &row, const QDateTime &now);

} // namespace Items
