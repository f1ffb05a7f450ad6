// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Demo::Raff {

// In what a simulation differs from what the vendor's contract says, and what is wrong with its
// customer and servers.
struct Traits
{
    // Words for them, as CloudOptions::variants has them.
    [[nodiscard]] static QStringList words();
    [[nodiscard]] static Traits from(const QStringList &words);

    // "dashboard-words": snapshots are creating, ready or failed, as the vendor's panel calls them,
    // where the contract has an empty status. One in use is "active" in both.
    bool hasDashboardWords = false;
    // "payment-failed": the last payment did, so nothing that costs can be made.
    bool isPaymentFailed = false;
    // "no-balance": there is no money left for anything that costs.
    bool isBalanceSpent = false;
    // "vm-refuses-to-stop": a stop is accepted, and the server runs on after a while.
    bool stopsInVain = false;
    // "vm-never-comes-back": what is made, restored or started stays under way for ever.
    bool staysUnderWay = false;
    // "new-vm-fails": a server that is made ends in failure.
    bool failsToCreate = false;
    // "boots-after-restore": a restored server is started as well.
    bool bootsAfterRestore = false;
    // "silent-restore": a server that is being restored looks stopped all the while.
    bool hidesRestore = false;
};

} // namespace Demo::Raff
