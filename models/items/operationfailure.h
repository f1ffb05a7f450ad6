// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QString>

namespace Items {

/// What failed, by the step that did: one sentence.
[[nodiscard]] QString operationFailureText(const Domain::Operation &operation);
/// Why it did, one sentence.
[[nodiscard]] QString operationCauseText(const Domain::Operation &operation);
/// What that means for the data and for the server.
[[nodiscard]] QString operationMeaningText(const Domain::Operation &operation);

} // namespace Items
