// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/resource.h"
#include "pricing/pricebook.h"

namespace Items {

class TakeDraft;

/// What a snapshot that is not taken yet would cost, for a person.
struct TakePrice
{
    QString figure; ///< "K 9.00 an hour", "At most € 0.57 a month"
    QString aside; ///< beside it: "about K 6,588 a month (732 h), estimate"; may be empty
    QString note; ///< how it comes about

    friend bool operator==(const TakePrice &, const TakePrice &) = default;
};

/// At the given rate; nothing for one that the provider does not tell.
[[nodiscard]] TakePrice takePrice(const Domain::Resource &source,
                                  const std::optional<Domain::UnitPrice> &rate,
                                  Domain::SizeUnit unit, const Pricing::PriceBook &prices);
/// By the plan that was chosen, or at the price of the place where there are no plans.
[[nodiscard]] TakePrice takePrice(const TakeDraft &draft, const Pricing::PriceBook &prices);

} // namespace Items
