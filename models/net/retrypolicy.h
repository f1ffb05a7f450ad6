// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"

#include <chrono>
#include <optional>

namespace Net {

/// Whether a failed request is sent again, and after how long. Pure: no clock, no chance; the
/// client adds the jitter.
class RetryPolicy
{
public:
    /// Tries of one request in all, where the failure promises that waiting helps.
    static constexpr int mostTries = 5;
    /// A provider that wants a longer wait than this is answered to the caller instead.
    static constexpr std::chrono::milliseconds longestWait{60'000};

    /// The wait before the next try, or nothing: give up. `attempt` counts the tries made, from 1.
    ///
    /// Reading requests are tried again after what passes by itself. Requests that create or
    /// destroy are tried again only when an answer came that proves that nothing was done and that
    /// asks for another try; a lost connection is no answer.
    [[nodiscard]] static std::optional<std::chrono::milliseconds> next(
        int attempt, Method method, const Domain::Error &outcome);
};

} // namespace Net
