// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedclock.h"

#include <QString>

namespace Demo::Hetzner {

// As the API writes it: "2026-11-20T14:02:11+00:00".
[[nodiscard]] QString timeText(Instant instant);
// "2026-11-20"
[[nodiscard]] QString dateText(Instant instant);

} // namespace Demo::Hetzner
