// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/faultplan.h"

#include <functional>

namespace Demo::StackConsole {

// What the vendor answers on a bad day.
[[nodiscard]] FaultPlan::Words faultWords();
// What the request gets instead. `route` is the path below the base. `carryOut` has the request
// take effect, as words that only tell a success in another way always do.
[[nodiscard]] Answer faultAnswer(const Refusal &fault, const QString &route,
                                 const std::function<Answer()> &carryOut);

} // namespace Demo::StackConsole
