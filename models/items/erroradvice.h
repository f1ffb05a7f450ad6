// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QString>

namespace Items {

/// What to do about a failure, in one sentence.
[[nodiscard]] QString adviceText(const Domain::Error &error);

} // namespace Items
