// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/resource.h"
#include "domain/snapshot.h"

#include <QString>

namespace Items {

/// Reasons that more than one action has not to be possible; empty where there is none.

[[nodiscard]] QString readOnlyText();
[[nodiscard]] QString lockedText(const Domain::Resource &resource);
/// While it is being made or removed nothing can be done with it.
[[nodiscard]] QString whyNotIdle(const Domain::Snapshot &snapshot);
[[nodiscard]] QString whyNotUsable(const Domain::Snapshot &snapshot);
/// Whether its server is on or off as the rule wants it, or the plan can bring it there.
[[nodiscard]] bool isPowerGiven(const Domain::Resource &resource, Domain::PowerRule rule,
                                const Domain::Capabilities &capabilities);
/// Why the power of its server stands in the way.
[[nodiscard]] QString whyNotPower(const Domain::Resource &resource, Domain::PowerRule rule,
                                  const Domain::Capabilities &capabilities);

} // namespace Items
