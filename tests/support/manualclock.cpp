// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"

#include <QTimer>
#include <QTimeZone>

#include <algorithm>

namespace Support {

using std::chrono::milliseconds;

ManualClock::ManualClock()
    : ManualClock(QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::UTC))
{
}

ManualClock::ManualClock(const QDateTime &start)
    : m_start(start.toUTC())
{
}

QDateTime ManualClock::now() const
{
    return m_start.addDuration(m_elapsed);
}

milliseconds ManualClock::elapsed() const
{
    return m_elapsed;
}

void ManualClock::callAfter(milliseconds delay, QObject *context, std::function<void()> call)
{
    if (delay <= milliseconds(0)) {
        if (context) {
            QTimer::singleShot(0, context, std::move(call));
        } else {
            QTimer::singleShot(0, std::move(call));
        }
        return;
    }
    const milliseconds due = m_elapsed + delay;
    const auto place = std::ranges::upper_bound(m_calls, due, {}, &Call::due);
    m_calls.insert(place, Call{due, context != nullptr, context, std::move(call)});
}

void ManualClock::advance(milliseconds duration)
{
    const milliseconds end = m_elapsed + duration;
    while (const std::optional<Call> call = takeDue(end)) {
        m_elapsed = call->due;
        call->run();
    }
    m_elapsed = end;
}

int ManualClock::waitingCalls() const
{
    return static_cast<int>(std::ranges::count_if(m_calls, &Call::isAlive));
}

std::optional<milliseconds> ManualClock::nextCall() const
{
    const auto call = std::ranges::find_if(m_calls, &Call::isAlive);
    return call == m_calls.end() ? std::nullopt : std::optional(call->due - m_elapsed);
}

std::optional<ManualClock::Call> ManualClock::takeDue(milliseconds until)
{
    m_calls.removeIf([](const Call &call) { return !call.isAlive(); });
    if (m_calls.isEmpty() || m_calls.first().due > until) {
        return std::nullopt;
    }
    return m_calls.takeFirst();
}

} // namespace Support
