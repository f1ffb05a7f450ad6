// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <atomic>
#include <chrono>

namespace Demo {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// The time inside a simulation: it starts at a chosen instant and runs as real time does. Only what
// takes long is made shorter, so that what a simulation creates is never dated in the future.
class SimulatedClock
{
public:
    // An invalid start is the present.
    explicit SimulatedClock(const QDateTime &start);

    [[nodiscard]] Instant start() const;
    [[nodiscard]] Instant now() const;
    // Lets a test see what time brings without waiting for it.
    void skip(std::chrono::milliseconds time);

private:
    Instant m_start;
    std::chrono::steady_clock::time_point m_begin;
    std::atomic<std::chrono::milliseconds> m_skipped;
};

// Durations as they are at a vendor, divided by the time factor of the simulation.
class Pace
{
public:
    explicit Pace(double timeFactor);
    [[nodiscard]] std::chrono::milliseconds operator()(std::chrono::duration<double> real) const;

private:
    double m_factor;
};

} // namespace Demo
