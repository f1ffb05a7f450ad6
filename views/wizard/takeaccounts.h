// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/takechoices.h"

namespace Inventory {
class Inventory;
}

namespace Views {

struct ActionTarget;

/// What the wizard asks about: every account, or the one alone.
[[nodiscard]] QList<Items::TakeAccount> takeAccounts(
    const Inventory::Inventory &inventory, const std::optional<Domain::AccountId> &onlyAccount);
/// The server or volume that is selected, else that of the one selected snapshot, if it can be
/// snapshotted.
[[nodiscard]] std::optional<Domain::ResourceKey> sourceOf(const Inventory::Inventory &inventory,
                                                          const ActionTarget &target);

} // namespace Views
