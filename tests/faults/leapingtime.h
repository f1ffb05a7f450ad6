// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedcloud.h"
#include "support/cable.h"
#include "support/manualclock.h"

#include <QEventLoop>
#include <QThreadPool>
#include <QTimer>

namespace Faults {

/// Time stands still while anything is on its way, and leaps to the next thing that somebody waits
/// for when nothing is, here and at the cloud alike.
class LeapingTime
{
public:
    LeapingTime(Support::ManualClock &clock, Demo::SimulatedCloud &cloud,
                const Support::Cable &cable)
        : m_clock(clock)
        , m_cloud(cloud)
        , m_cable(cable)
    {
        QObject::connect(&m_ticks, &QTimer::timeout, &m_ticks, [this] { tick(); });
    }

    /// Until somebody quits the loop.
    void pass(QEventLoop &loop)
    {
        QTimer::singleShot(std::chrono::minutes(2), &loop, [] { qFatal("it never ended"); });
        m_ticks.start(0);
        loop.exec();
        m_ticks.stop();
        m_resting = nullptr;
    }
    /// The loop is quit as soon as nobody waits for anything any more.
    void quitAtRest(QEventLoop &loop) { m_resting = &loop; }

private:
    /// An answer that has come is passed on within a few turns of the event loop.
    void tick()
    {
        constexpr int turns = 5;
        const bool isQuiet =
            m_cable.isSilent() && QThreadPool::globalInstance()->activeThreadCount() == 0;
        m_quietTurns = isQuiet ? m_quietTurns + 1 : 0;
        m_ticks.setInterval(isQuiet ? 0 : 1); // not at the cost of what is waited for
        if (m_quietTurns < turns) {
            return;
        }
        m_quietTurns = 0;
        const std::optional<std::chrono::milliseconds> next = m_clock.nextCall();
        if (next) {
            m_cloud.skipTime(*next);
            m_clock.advance(*next);
        } else if (m_resting) {
            m_resting->quit();
        }
    }

    Support::ManualClock &m_clock;
    Demo::SimulatedCloud &m_cloud;
    const Support::Cable &m_cable;
    QTimer m_ticks;
    QEventLoop *m_resting = nullptr;
    int m_quietTurns = 0;
};

} // namespace Faults
