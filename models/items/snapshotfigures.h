// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/snapshotrow.h"

namespace Items {

/// Where the figures of a row come from, or why it has none: plain text.

[[nodiscard]] QString sizeExplanation(const SnapshotRow &row);
[[nodiscard]] QString priceExplanation(const SnapshotRow &row);

} // namespace Items
