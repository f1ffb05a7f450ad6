// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/patience.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Operations {

using namespace std::chrono_literals;
using Domain::ErrorKind;
using std::chrono::milliseconds;

namespace {

/// A longer wish than this is told to the person instead of waited out.
constexpr milliseconds longestRetryAfter = 5min;
constexpr int readAttempts = 25;

milliseconds doubled(milliseconds first, int times, milliseconds cap)
{
    milliseconds pause = first;
    for (int i = 0; i < times && pause < cap; ++i) {
        pause *= 2;
    }
    return std::min(pause, cap);
}

/// Whether waiting alone may cure it. A certificate that is refused may be a hotel's login page.
bool mayPass(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled: // the provider object was replaced
    case ErrorKind::Conflict:
    case ErrorKind::Locked:
    case ErrorKind::Unavailable:
    case ErrorKind::RateLimited:
    case ErrorKind::HostNotFound:
    case ErrorKind::NoConnection:
    case ErrorKind::TimedOut:
    case ErrorKind::Tls:
    case ErrorKind::Interrupted:
    case ErrorKind::ServerError:
    case ErrorKind::Protocol:
    case ErrorKind::Unknown:
        return true;
    case ErrorKind::InvalidInput:
    case ErrorKind::Unauthorized:
    case ErrorKind::ReadOnlyCredential:
    case ErrorKind::Forbidden:
    case ErrorKind::PaymentRequired:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::NotFound:
    case ErrorKind::NameTaken:
    case ErrorKind::Protected:
    case ErrorKind::Removed:
    case ErrorKind::TooLarge:
    case ErrorKind::Unsupported:
    case ErrorKind::SecretUnavailable:
    case ErrorKind::StorageFailed:
        return false;
    }
    return false;
}

constexpr int forEver = std::numeric_limits<int>::max();

struct Repeats
{
    milliseconds first;
    milliseconds cap;
    int count;
};

std::optional<Repeats> repeatsOf(const Domain::Error &error, Stake stake)
{
    const bool mustRun = stake == Stake::ServerOff;
    if (stake != Stake::Nothing && isUnreachable(error.kind)) {
        return Repeats{2s, 60s, forEver};
    }
    if (error.kind == ErrorKind::Locked) {
        // What must not be left out outlasts the work that it waits for.
        return Repeats{2s, 30s, mustRun ? readAttempts : 10};
    }
    if (error.kind == ErrorKind::Conflict) {
        return Repeats{1s, 30s, mustRun ? 10 : 5};
    }
    if (error.kind == ErrorKind::RateLimited) {
        return Repeats{2s, 60s, 6};
    }
    if (mustRun && mayPass(error.kind)) {
        return Repeats{2s, 30s, readAttempts};
    }
    return std::nullopt;
}

} // namespace

bool isUnreachable(ErrorKind kind)
{
    return kind == ErrorKind::HostNotFound || kind == ErrorKind::NoConnection
        || kind == ErrorKind::TimedOut || kind == ErrorKind::Interrupted;
}

std::optional<milliseconds> pauseBeforeRepeat(const Domain::Error &error, Stake stake, int refusals)
{
    const std::optional<Repeats> repeats = repeatsOf(error, stake);
    if (!repeats || refusals >= repeats->count
        || error.retryAfter.value_or(0ms) > longestRetryAfter) {
        return std::nullopt;
    }
    return doubled(repeats->first, refusals, repeats->cap);
}

std::optional<milliseconds> pauseBeforeLook(int looks, milliseconds showsWithin)
{
    constexpr std::array<milliseconds, 2> first{1s, 4s};
    constexpr milliseconds later = 10s;
    if (looks < static_cast<int>(first.size())) {
        return first.at(static_cast<size_t>(looks));
    }
    const milliseconds waited = 5s + (looks - static_cast<int>(first.size())) * later;
    return waited < showsWithin ? std::optional(later) : std::nullopt;
}

std::optional<milliseconds> pauseAfterFailedRead(const Domain::Error &error, int failures)
{
    if (isUnreachable(error.kind)) {
        return doubled(2s, failures - 1, 60s);
    }
    if (!mayPass(error.kind) || failures >= readAttempts) {
        return std::nullopt;
    }
    return doubled(2s, failures - 1, 30s);
}

milliseconds pauseBeforeFollow(int polls)
{
    constexpr int steadyPolls = 5;
    constexpr milliseconds longest = 5s;
    milliseconds pause = 1s;
    for (int poll = steadyPolls; poll <= polls && pause < longest; ++poll) {
        pause = pause * 3 / 2;
    }
    return std::min(pause, longest);
}

} // namespace Operations
