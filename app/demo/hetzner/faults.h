// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/faultplan.h"

namespace Demo::Hetzner {

// What the vendor answers on a bad day.
[[nodiscard]] FaultPlan::Words faultWords();

} // namespace Demo::Hetzner
