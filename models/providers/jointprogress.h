// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"

#include <array>

namespace Providers {

/// Progresses of lists that are fetched side by side, that report their sums to one.
[[nodiscard]] QList<Domain::ListProgress> jointly(const Domain::ListProgress &progress,
                                                  qsizetype lists);
/// The same for two.
[[nodiscard]] std::array<Domain::ListProgress, 2> jointly(const Domain::ListProgress &progress);

} // namespace Providers
