// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedclock.h"

namespace Demo {

using std::chrono::milliseconds;

SimulatedClock::SimulatedClock(const QDateTime &start)
    : m_start(milliseconds(start.isValid() ? start.toMSecsSinceEpoch()
                                           : QDateTime::currentMSecsSinceEpoch()))
    , m_begin(std::chrono::steady_clock::now())
    , m_skipped(milliseconds::zero())
{
}

Instant SimulatedClock::start() const
{
    return m_start;
}

Instant SimulatedClock::now() const
{
    const auto passed =
        std::chrono::floor<milliseconds>(std::chrono::steady_clock::now() - m_begin);
    return m_start + passed + m_skipped.load();
}

void SimulatedClock::skip(milliseconds time)
{
    milliseconds skipped = m_skipped.load();
    while (!m_skipped.compare_exchange_weak(skipped, skipped + time)) {}
}

Pace::Pace(double timeFactor)
    : m_factor(timeFactor)
{
    Q_ASSERT(timeFactor > 0);
}

milliseconds Pace::operator()(std::chrono::duration<double> real) const
{
    return std::chrono::round<milliseconds>(real / m_factor);
}

} // namespace Demo
