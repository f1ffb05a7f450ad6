// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/pricelist.h"

#include <QVariantMap>

namespace Accounts {

/// The prices that a person entered for an account, as they stand in its record: amounts as exact
/// decimals, "0.05".

[[nodiscard]] QVariantMap recordOf(const QList<Domain::SnapshotPrice> &prices);
/// Those that can be understood.
[[nodiscard]] QList<Domain::SnapshotPrice> pricesIn(const QVariantMap &record);
/// The values of a record that are about prices.
[[nodiscard]] QVariantMap priceValuesIn(const QVariantMap &record);

/// All of its digits and no more, "0.05".
[[nodiscard]] QString decimalText(const Domain::Money &money);

} // namespace Accounts
