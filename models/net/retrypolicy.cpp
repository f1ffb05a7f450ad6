// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/retrypolicy.h"

#include <algorithm>

namespace Net {

using Domain::ErrorKind;
using std::chrono::milliseconds;

namespace {

/// Tries in all by what went wrong; 1: none after the first.
int triesWhenReading(const Domain::Error &outcome)
{
    switch (outcome.kind) {
    case ErrorKind::RateLimited:
    case ErrorKind::Conflict:
        return RetryPolicy::mostTries;
    case ErrorKind::Interrupted:
        return 4;
    case ErrorKind::TimedOut:
    case ErrorKind::NoConnection:
        return 2;
    case ErrorKind::ServerError:
    case ErrorKind::Unavailable:
        // A gateway's word on what stands behind it passes; a bare 500 does not.
        return outcome.httpStatus >= 502 && outcome.httpStatus <= 504 ? 4 : 1;
    case ErrorKind::Cancelled:
    case ErrorKind::InvalidInput:
    case ErrorKind::Unauthorized:
    case ErrorKind::ReadOnlyCredential:
    case ErrorKind::Forbidden:
    case ErrorKind::PaymentRequired:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::NotFound:
    case ErrorKind::NameTaken:
    case ErrorKind::Locked:
    case ErrorKind::Protected:
    case ErrorKind::Removed:
    case ErrorKind::HostNotFound:
    case ErrorKind::Tls:
    case ErrorKind::Protocol:
    case ErrorKind::TooLarge:
    case ErrorKind::Unsupported:
    case ErrorKind::SecretUnavailable:
    case ErrorKind::StorageFailed:
    case ErrorKind::Unknown:
        return 1;
    }
    Q_UNREACHABLE_RETURN(1);
}

int triesWhenWriting(const Domain::Error &outcome)
{
    const bool answered = outcome.httpStatus != 0;
    const bool asksForAnother =
        outcome.kind == ErrorKind::RateLimited || outcome.kind == ErrorKind::Conflict;
    return answered && asksForAnother && outcome.effect == Domain::Effect::None
        ? RetryPolicy::mostTries
        : 1;
}

} // namespace

std::optional<milliseconds> RetryPolicy::next(int attempt, Method method,
                                              const Domain::Error &outcome)
{
    const int tries = method == Method::Get ? triesWhenReading(outcome) : triesWhenWriting(outcome);
    const milliseconds asked = outcome.retryAfter.value_or(milliseconds(0));
    if (attempt >= tries || asked > longestWait) {
        return std::nullopt;
    }
    if (outcome.kind == ErrorKind::RateLimited) {
        return asked; // the rate limiter holds back the whole account
    }
    const milliseconds backOff(500 << std::min(attempt - 1, 6));
    return std::max(asked, std::min(backOff, milliseconds(8'000)));
}

} // namespace Net
