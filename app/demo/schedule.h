// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedclock.h"

#include <functional>
#include <map>

namespace Demo {

// What will happen by itself, in the order of its instants.
class Schedule
{
public:
    // Told the instant it was due, which may lie before the present.
    using Effect = std::function<void(Instant)>;

    void at(Instant when, Effect effect);
    void runUntil(Instant now);

private:
    std::multimap<Instant, Effect> m_due;
};

} // namespace Demo
