// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedclock.h"

#include <deque>

namespace Demo::Raff {

// A request limit as the vendor counts: so many within any second, and above that a budget for
// bursts that is renewed every minute. A limit below one a second counts within the hour and has no
// such budget.
class RateWindow
{
public:
    RateWindow(int perHour, Instant start);

    // Admits one request if there is room.
    [[nodiscard]] bool take(Instant now);
    [[nodiscard]] int limit() const { return m_limit; }
    // At least one.
    [[nodiscard]] int secondsUntilRoom(Instant now) const;

private:
    [[nodiscard]] bool takeOfBurst(Instant now);

    std::chrono::milliseconds m_length;
    int m_limit;
    int m_burst;
    int m_burstLeft;
    Instant m_burstSince;
    std::deque<Instant> m_admitted;
};

} // namespace Demo::Raff
