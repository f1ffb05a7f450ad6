// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/purchase.h"

#include "demo/raff/refusals.h"
#include "demo/raff/traits.h"

using namespace Qt::StringLiterals;

namespace Demo::Raff {

std::optional<Answer> refusePurchaseBy(const Traits &traits)
{
    if (traits.isPaymentFailed) {
        return refusePurchase(u"failed"_s);
    }
    return traits.isBalanceSpent ? std::optional(refuseBalance()) : std::nullopt;
}

} // namespace Demo::Raff
