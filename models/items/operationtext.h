// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QStringList>

namespace Items {

/// What an operation says in the operations strip.

[[nodiscard]] QString operationTitle(const Domain::Operation &operation);
[[nodiscard]] QString operationText(const Domain::Operation &operation);
[[nodiscard]] QString operationPhase(const Domain::Operation &operation);
/// Of the step that runs, where the provider tells one; nothing otherwise.
[[nodiscard]] std::optional<int> operationPercent(const Domain::Operation &operation);
/// The plan, a sign before each step that has begun or ended.
[[nodiscard]] QStringList operationSteps(const Domain::Operation &operation);

} // namespace Items
