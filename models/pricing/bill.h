// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/money.h"

#include <QDateTime>
#include <QUrl>

#include <optional>

namespace Pricing {

/// Who told a price.
enum class PriceOrigin {
    Provider,
    Person, ///< entered by hand, since the provider tells none
    Profile, ///< the operator's price list, as its profile has it
};

enum class Meter {
    NotStarted, ///< it is not ready yet
    Running, ///< from ready to removal
    NotKnown, ///< failed, or in a state that we know no meaning of
};

/// What a stretch of time comes to.
struct Usage
{
    qint64 hours = 0; ///< started hours
    std::optional<qint64> byteHours; ///< size x hours; nothing where the size is not known
    std::optional<Domain::Money> cost;

    friend bool operator==(const Usage &, const Usage &) = default;
};

/// What one snapshot comes to in the running calendar month (UTC). An estimate: what the provider
/// gives free, and how it rounds, is not in it.
struct Bill
{
    Meter meter = Meter::NotKnown;
    /// When it was taken: the nearest to "ready" that a provider tells.
    QDateTime since;
    QDateTime monthBegin;
    QDateTime monthEnd; ///< the first moment of the next month: it is settled from then on
    std::optional<Domain::UnitPrice> price; ///< by the price list
    PriceOrigin origin = PriceOrigin::Provider; ///< of that price
    QUrl source = {}; ///< the page that says so, of PriceOrigin::Profile
    QDate sourceDate = {}; ///< when it said so
    std::optional<Domain::UnitPrice> ownPrice; ///< of this very snapshot; goes before the list's
    Domain::SizeUnit unit = Domain::SizeUnit::Gigabyte;
    Usage soFar; ///< empty unless the meter runs
    Usage wholeMonth; ///< if it stays as it is; empty unless the meter runs
    QString cycle; ///< the provider's own billing cycle of snapshots; empty: the calendar month

    friend bool operator==(const Bill &, const Bill &) = default;
};

} // namespace Pricing
