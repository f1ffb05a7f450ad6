// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/traits.h"

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {
const auto dashboardWords = "dashboard-words"_L1;
const auto paymentFailed = "payment-failed"_L1;
const auto noBalance = "no-balance"_L1;
const auto refusesToStop = "vm-refuses-to-stop"_L1;
const auto neverComesBack = "vm-never-comes-back"_L1;
const auto newVmFails = "new-vm-fails"_L1;
const auto bootsAfterRestoring = "boots-after-restore"_L1;
const auto silentRestore = "silent-restore"_L1;
} // namespace

QStringList Traits::words()
{
    return {dashboardWords, paymentFailed, noBalance,           refusesToStop,
            neverComesBack, newVmFails,    bootsAfterRestoring, silentRestore};
}

Traits Traits::from(const QStringList &words)
{
    return {.hasDashboardWords = words.contains(dashboardWords),
            .isPaymentFailed = words.contains(paymentFailed),
            .isBalanceSpent = words.contains(noBalance),
            .stopsInVain = words.contains(refusesToStop),
            .staysUnderWay = words.contains(neverComesBack),
            .failsToCreate = words.contains(newVmFails),
            .bootsAfterRestore = words.contains(bootsAfterRestoring),
            .hidesRestore = words.contains(silentRestore)};
}

} // namespace Demo::Raff
