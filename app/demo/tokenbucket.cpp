// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/tokenbucket.h"

#include <algorithm>
#include <cmath>

namespace Demo {

namespace {
const double secondsAnHour = 3600;
}

TokenBucket::TokenBucket(int perHour, Instant start)
    : m_perHour(perHour)
    , m_tokens(perHour)
    , m_asOf(start)
{
    Q_ASSERT(perHour > 0);
}

bool TokenBucket::take(Instant now)
{
    const std::chrono::duration<double> passed = now - m_asOf;
    m_tokens = std::min<double>(m_perHour, m_tokens + passed.count() * m_perHour / secondsAnHour);
    m_asOf = now;
    if (m_tokens < 1) {
        return false;
    }
    m_tokens -= 1;
    return true;
}

int TokenBucket::limit() const
{
    return m_perHour;
}

int TokenBucket::remaining() const
{
    return static_cast<int>(m_tokens);
}

Instant TokenBucket::fullAgainAt() const
{
    return m_asOf + std::chrono::ceil<std::chrono::milliseconds>(timeFor(m_perHour - m_tokens));
}

std::chrono::seconds TokenBucket::untilNextToken() const
{
    return std::chrono::ceil<std::chrono::seconds>(timeFor(std::max(0.0, 1 - m_tokens)));
}

std::chrono::duration<double> TokenBucket::timeFor(double tokens) const
{
    return std::chrono::duration<double>(tokens * secondsAnHour / m_perHour);
}

} // namespace Demo
