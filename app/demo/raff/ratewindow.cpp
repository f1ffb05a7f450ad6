// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/ratewindow.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Demo::Raff {

namespace {
const int secondsInHour = 3600;
const auto burstRenewal = 60s;
} // namespace

RateWindow::RateWindow(int perHour, Instant start)
    : m_length(perHour < secondsInHour ? 1h : 1s)
    , m_limit(perHour < secondsInHour ? perHour : perHour / secondsInHour)
    , m_burst(perHour < secondsInHour ? 0 : m_limit * 2)
    , m_burstLeft(m_burst)
    , m_burstSince(start)
{
}

bool RateWindow::take(Instant now)
{
    while (!m_admitted.empty() && m_admitted.front() + m_length <= now) {
        m_admitted.pop_front();
    }
    if (static_cast<int>(m_admitted.size()) >= m_limit && !takeOfBurst(now)) {
        return false;
    }
    m_admitted.push_back(now);
    return true;
}

bool RateWindow::takeOfBurst(Instant now)
{
    if (m_burstSince + burstRenewal <= now) {
        m_burstSince = now;
        m_burstLeft = m_burst;
    }
    if (m_burstLeft == 0) {
        return false;
    }
    --m_burstLeft;
    return true;
}

int RateWindow::secondsUntilRoom(Instant now) const
{
    if (m_admitted.empty()) {
        return 1;
    }
    const auto wait = std::chrono::ceil<std::chrono::seconds>(m_admitted.front() + m_length - now);
    return std::max(1, static_cast<int>(wait.count()));
}

} // namespace Demo::Raff
