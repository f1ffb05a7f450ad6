// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QString>

namespace Items {

/// What failed, by the step that did: one sentence.
[[nodiscard]] QString operationFailureText(const Domain::Operation &operation);
/// What that means for the data.
[[nodiscard]] QString operationMeaningText(const Domain::Operation &operation);
/// Whether the request may have been carried out, so that it must not be repeated blindly.
[[nodiscard]] bool isUncertain(const Domain::Operation &operation);

} // namespace Items
