// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace Bench {

/// The longest time in which the event loop did not turn.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const double gap = static_cast<double>(m_last.nsecsElapsed()) / 1e6;
            m_longest = std::max(m_longest, gap);
            m_last.restart();
        });
    }

    void start()
    {
        m_longest = 0;
        m_last.start();
        m_timer.start(1);
    }

    [[nodiscard]] double longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_last;
    double m_longest = 0;
};

} // namespace Bench
