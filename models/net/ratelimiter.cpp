// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/ratelimiter.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Net {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr qint64 assumedLimit = 3600;
constexpr milliseconds hour{3'600'000};

std::optional<qint64> number(QByteArrayView text)
{
    bool isNumber = false;
    const qint64 value = text.trimmed().toLongLong(&isNumber);
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

std::optional<milliseconds> fromNow(const QDateTime &then, const QDateTime &now)
{
    return then.isValid()
        ? std::optional(std::max(milliseconds(0), milliseconds(now.msecsTo(then))))
        : std::nullopt;
}

/// Seconds or an HTTP date. A number too large for a timer is cut to a day.
std::optional<milliseconds> readRetryAfter(QByteArrayView text, const QDateTime &now)
{
    if (const std::optional<qint64> value = number(text)) {
        return seconds(std::min<qint64>(*value, 86'400));
    }
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                             u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeZone(QTimeZone::UTC);
    return fromNow(date, now);
}

} // namespace

RateSigns readRateSigns(int status, const QHttpHeaders &headers, const QDateTime &now,
                        RateHeaders rateHeaders)
{
    RateSigns signs;
    signs.verdict = status == 429 ? RateSigns::Verdict::Refused : RateSigns::Verdict::Accepted;
    signs.retryAfter = readRetryAfter(headers.value("Retry-After"_L1), now);
    if (rateHeaders == RateHeaders::Ignored) {
        return signs;
    }
    signs.limit = number(headers.value("RateLimit-Limit"_L1));
    signs.remaining = number(headers.value("RateLimit-Remaining"_L1));
    if (const auto reset = number(headers.value("RateLimit-Reset"_L1))) {
        signs.reset = fromNow(QDateTime::fromSecsSinceEpoch(*reset, QTimeZone::UTC), now);
    }
    return signs;
}

RateLimiter::RateLimiter(std::function<double()> chance)
    : m_chance(std::move(chance))
{
}

RateLimiter::Time RateLimiter::wait(Time now) const
{
    if (now < m_pausedUntil) {
        return m_pausedUntil - now;
    }
    if (m_refusals > 0 && m_ahead > 0) {
        return perRequest(); // one goes ahead; its answer ends this wait
    }
    return std::max(Time(0), m_earnedAt.value_or(now) - now);
}

void RateLimiter::sent()
{
    ++m_open;
    m_ahead += m_refusals > 0 ? 1 : 0;
    if (m_earnedAt) {
        m_earnedAt = *m_earnedAt + perRequest();
    }
}

void RateLimiter::answered(const RateSigns &signs, Time sentAt, Time now)
{
    lost(sentAt);
    if (signs.limit && *signs.limit > 0) {
        m_limit = std::min<qint64>(*signs.limit, hour.count());
    }
    if (signs.verdict == RateSigns::Verdict::Refused) {
        refused(signs, sentAt, now);
        return;
    }
    if (sentAt >= m_pausedUntil) {
        m_refusals = 0;
    }
    count(signs, now);
}

void RateLimiter::lost(Time sentAt)
{
    m_open = std::max(0, m_open - 1);
    if (sentAt >= m_pausedUntil) {
        m_ahead = std::max(0, m_ahead - 1);
    }
}

void RateLimiter::refused(const RateSigns &signs, Time sentAt, Time now)
{
    // Those that left together with the one refused before it tell nothing new.
    const bool isNew = m_refusals == 0 || sentAt >= m_pausedUntil;
    m_refusals += isNew ? 1 : 0;
    m_ahead = 0;
    m_earnedAt.reset();
    Time pause = signs.retryAfter.value_or(Time(0));
    if (!signs.retryAfter && isNew) {
        pause = perRequest() * (1 << std::min(m_refusals - 1, 6));
        pause = std::min(pause, std::max(longestPause, perRequest()));
        pause += Time(qint64(double(pause.count()) * m_chance() / 4));
    }
    m_pausedUntil = std::max(m_pausedUntil, now + pause);
}

void RateLimiter::count(const RateSigns &signs, Time now)
{
    if (!signs.remaining) {
        return;
    }
    // Requests under way may or may not be in the provider's count: take the smaller.
    const qint64 left = std::clamp<qint64>(*signs.remaining - m_open, 0, hour.count());
    Time next = perRequest() * (1 - left);
    if (*signs.remaining == 0 && signs.reset) {
        next = std::min(next, *signs.reset);
    }
    m_earnedAt = now + next;
}

RateLimiter::Time RateLimiter::perRequest() const
{
    return Time(std::max<qint64>(1, hour.count() / m_limit.value_or(assumedLimit)));
}

} // namespace Net
