// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/takechoices.h"

#include <QDateTime>

namespace Items {

/// A snapshot of a server or volume as it is, to be taken before a rollback overwrites it.
struct SafetyOffer
{
    QString name; ///< one that the provider takes and that is not in use
    Domain::PlanId plan; ///< empty where snapshots are not sold by plans
    Domain::BillingCycleId cycle;
    QString reason; ///< why there can be none; empty when there can

    friend bool operator==(const SafetyOffer &, const SafetyOffer &) = default;
};

[[nodiscard]] SafetyOffer safetyOffer(const TakeAccount &account, const Domain::Resource &target,
                                      const QDateTime &now);

} // namespace Items
