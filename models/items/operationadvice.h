// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QString>

namespace Items {

/// What to do after an operation that ended badly; by where it stopped, not by the error alone.
[[nodiscard]] QString operationAdviceText(const Domain::Operation &operation);

} // namespace Items
