// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QString>

namespace Items {

/// A rollback that a provider's own look at snapshot and volume kept from being sent: it leaves
/// no more behind than a sentence, and each of its reasons wants something else done. Codes that
/// came with an answer are the vendor's, and mean what they mean there. Empty for everything else.

/// Why it was not sent.
[[nodiscard]] QString heldBackCause(const Domain::Error &error);
/// What to do.
[[nodiscard]] QString heldBackAdvice(const Domain::Error &error);

} // namespace Items
