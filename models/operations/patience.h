// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <chrono>
#include <optional>

// How long the runner waits and how often it tries: every number of it, as pure functions of the
// error and of how often it was seen. No value means: enough.
namespace Operations {

/// A system that was asked to shut down may ignore it.
inline constexpr std::chrono::milliseconds shutDownLimit = std::chrono::minutes(5);

/// Before a refused request (Effect::None) is sent again. A step that must not be left out waits
/// out a lost network too.
[[nodiscard]] std::optional<std::chrono::milliseconds> pauseBeforeRepeat(const Domain::Error &error,
                                                                         const Domain::Step &step,
                                                                         int refusals);

/// Before it is looked what became of a request whose answer was lost. Looked more than once
/// before "nothing" is believed: behind a gateway that gave up, the work may show late.
[[nodiscard]] std::optional<std::chrono::milliseconds> pauseBeforeLook(int looks);

/// After a reading call failed `failures` times in a row. Counted, not measured by the clock, so
/// that a night asleep does not use up the patience.
[[nodiscard]] std::optional<std::chrono::milliseconds> pauseAfterFailedRead(
    const Domain::Error &error, int failures);

/// Before running tasks are asked about again.
[[nodiscard]] std::chrono::milliseconds pauseBeforeFollow(int polls);

} // namespace Operations
