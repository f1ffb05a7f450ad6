// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedclock.h"

namespace Demo {

// A request limit an hour that refills all the time: a burst may use it up, then requests are
// admitted at the rate of the limit.
class TokenBucket
{
public:
    TokenBucket(int perHour, Instant start);

    // Takes one token if there is one.
    [[nodiscard]] bool take(Instant now);
    [[nodiscard]] int limit() const;
    [[nodiscard]] int remaining() const;
    [[nodiscard]] Instant fullAgainAt() const;
    [[nodiscard]] std::chrono::seconds untilNextToken() const;

private:
    [[nodiscard]] std::chrono::duration<double> timeFor(double tokens) const;

    int m_perHour;
    double m_tokens;
    Instant m_asOf;
};

} // namespace Demo
