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

/// What would be left behind if a step were given up.
enum class Stake {
    Nothing, ///< the operation has done nothing so far: the person may as well ask again
    HalfDone, ///< steps before it took effect: a lost network is waited out, however long it lasts
    ServerOff, ///< it starts what was stopped: whatever may pass is waited out
};

/// Before a refused request (Effect::None) is sent again.
[[nodiscard]] std::optional<std::chrono::milliseconds> pauseBeforeRepeat(const Domain::Error &error,
                                                                         Stake stake, int refusals);

/// Before it is looked what became of a request whose answer was lost. Looked more than once
/// before "nothing" is believed, and for as long as the provider may take to show what it did:
/// behind a gateway that gave up, or a queue, the work may show late.
[[nodiscard]] std::optional<std::chrono::milliseconds> pauseBeforeLook(
    int looks, std::chrono::milliseconds showsWithin);

/// After a reading call failed `failures` times in a row. A lost network is waited out however long
/// it lasts; the rest is counted, not measured by the clock, so that a night asleep does not use
/// up the patience.
[[nodiscard]] std::optional<std::chrono::milliseconds> pauseAfterFailedRead(
    const Domain::Error &error, int failures);

/// Nobody answered: no network, or nothing behind it.
[[nodiscard]] bool isUnreachable(Domain::ErrorKind kind);

/// Before running tasks are asked about again.
[[nodiscard]] std::chrono::milliseconds pauseBeforeFollow(int polls);

} // namespace Operations
