// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/profilefields.h"

namespace Providers {

/// The member "prices" of a profile; nothing where there is none, or something is wrong with it.
[[nodiscard]] std::optional<Domain::ProfilePrices> readPrices(const ProfileFields &profile);

} // namespace Providers
