// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/faultplan.h"

namespace Demo::Raff {

// What the vendor answers on a bad day.
[[nodiscard]] FaultPlan::Words faultWords();
// What a request gets instead of its answer.
[[nodiscard]] Answer faultAnswer(const QString &code);

} // namespace Demo::Raff
