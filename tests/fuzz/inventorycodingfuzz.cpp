// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finding.h"
#include "inventory/inventorycoding.h"

using Inventory::AccountInventory;
using Inventory::decodeInventory;
using Inventory::encodeInventory;

/// What the cache keeps of an account. The input is the values alone: behind a checksum of its own
/// hardly any input would be looked into. What could be read stays the same when it is written and
/// read once more.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray values = Fuzz::bytes(data, size);
    if (decodeInventory(values)) {
        qFatal("bytes without their checksum were read");
    }
    const std::optional<AccountInventory> read = decodeInventory(Inventory::sealed(values));
    if (!read) {
        return 0;
    }
    const QByteArray written = encodeInventory(*read);
    const std::optional<AccountInventory> again = decodeInventory(written);
    if (!again) {
        qFatal("what was written can't be read");
    }
    if (again->snapshots != read->snapshots || again->resources != read->resources
        || again->prices != read->prices || encodeInventory(*again) != written) {
        qFatal("what was read changes when it is written");
    }
    return 0;
}
