// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

#include <optional>

namespace Demo::Raff {

struct Traits;

// Why the customer may not have anything that costs; nothing when they may.
[[nodiscard]] std::optional<Answer> refusePurchaseBy(const Traits &traits);

} // namespace Demo::Raff
