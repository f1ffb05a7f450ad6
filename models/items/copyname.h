// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"

namespace Items {

/// "web-1-copy", or one with a number where that is in use: a name that the provider takes, as far
/// as one can be made of the original's, else of the usual word. Empty where none can be.
[[nodiscard]] QString copyName(const QString &original, const QString &usual,
                               const Domain::NameRule &rule, const QStringList &takenNames);

} // namespace Items
