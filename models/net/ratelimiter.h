// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QHttpHeaders>

#include <chrono>
#include <functional>
#include <optional>

namespace Net {

/// Whether RateLimit-* headers are believed. At some vendors they count the requests of an hour; at
/// others, and in gateways that stand before any API, what they count is their own affair.
enum class RateHeaders { Ignored, OfAnHour };

/// What an answer tells about how many requests the account may send.
struct RateSigns
{
    enum class Verdict { Accepted, Refused };

    Verdict verdict = Verdict::Accepted; ///< Refused: 429
    std::optional<qint64> limit; ///< requests an hour
    std::optional<qint64> remaining;
    std::optional<std::chrono::milliseconds> reset; ///< until the full number is there again
    std::optional<std::chrono::milliseconds> retryAfter;

    friend bool operator==(const RateSigns &, const RateSigns &) = default;
};

/// RateLimit-Limit, -Remaining, -Reset (UNIX seconds) and Retry-After (seconds or a date).
[[nodiscard]] RateSigns readRateSigns(int status, const QHttpHeaders &headers, const QDateTime &now,
                                      RateHeaders rateHeaders);

/// Paces all requests of one account. Knows no clock: every call is told the time.
///
/// - A refusal pauses the account: for Retry-After, else for as long as the account needs to earn
///   one request, longer each time it is refused again, with jitter.
/// - After a pause one request goes ahead; the rest follow when it is accepted.
/// - Where the provider counts, requests wait for being earned instead of running into refusals.
class RateLimiter
{
public:
    using Time = std::chrono::milliseconds;
    static constexpr Time longestPause{60'000}; ///< of those we choose ourselves

    /// `chance` answers from 0 up to 1.
    explicit RateLimiter(std::function<double()> chance);

    /// How long the next request has to wait; zero: it may leave.
    [[nodiscard]] Time wait(Time now) const;

    void sent();
    /// For every sent(), once. `sentAt` is when that request left.
    void answered(const RateSigns &signs, Time sentAt, Time now);
    /// The same for a request that got no answer.
    void lost(Time sentAt);

private:
    void refused(const RateSigns &signs, Time sentAt, Time now);
    void count(const RateSigns &signs, Time now);
    [[nodiscard]] Time perRequest() const;

    std::function<double()> m_chance;
    std::optional<qint64> m_limit;
    std::optional<Time> m_earnedAt; ///< when the next request is earned; absent: not counted
    Time m_pausedUntil{0};
    int m_refusals = 0; ///< one after the other, across pauses
    int m_open = 0; ///< sent and not answered
    int m_ahead = 0; ///< of those, sent since the pause
};

} // namespace Net
