// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/bill.h"

#include <QString>

namespace Items {

/// Who told the price that a figure is made from; empty for the provider, of whom it is expected.
[[nodiscard]] QString priceNote(Pricing::PriceOrigin origin);
/// What the price of a server or volume, of which no snapshot need be there, is for.
[[nodiscard]] QString firstCostNote(Pricing::PriceOrigin origin);

} // namespace Items
