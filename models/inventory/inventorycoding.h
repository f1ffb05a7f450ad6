// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inventory/accountinventory.h"

#include <QByteArrayView>

#include <optional>

namespace Inventory {

/// What an account holds, as bytes for the cache: identity, places, projects, resources, snapshots,
/// prices and their time. Not the account itself, not what its provider can do, and of a snapshot
/// not the vendor's JSON, which is more than all the rest and shown of one row at a time.
[[nodiscard]] QByteArray encodeInventory(const AccountInventory &inventory);
/// Nothing when it is not what was written, byte for byte.
[[nodiscard]] std::optional<AccountInventory> decodeInventory(QByteArrayView bytes);

/// Puts the checksum before the values; decodeInventory() looks at it first.
[[nodiscard]] QByteArray sealed(const QByteArray &values);

} // namespace Inventory
