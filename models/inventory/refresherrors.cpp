// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/refresherrors.h"

#include <algorithm>
#include <array>

namespace Inventory {

using Domain::Error;
using Domain::ErrorKind;

namespace {

/// Worst first; Cancelled is not among them: nobody needs to be told.
constexpr std::array worstFirst{
    ErrorKind::Unauthorized,  ErrorKind::SecretUnavailable,
    ErrorKind::StorageFailed, ErrorKind::ReadOnlyCredential,
    ErrorKind::Forbidden,     ErrorKind::PaymentRequired,
    ErrorKind::Removed,       ErrorKind::Tls,
    ErrorKind::HostNotFound,  ErrorKind::NoConnection,
    ErrorKind::TimedOut,      ErrorKind::Interrupted,
    ErrorKind::RateLimited,   ErrorKind::QuotaExceeded,
    ErrorKind::Unavailable,   ErrorKind::ServerError,
    ErrorKind::TooLarge,      ErrorKind::Protocol,
    ErrorKind::NotFound,      ErrorKind::Unsupported,
    ErrorKind::InvalidInput,  ErrorKind::Conflict,
    ErrorKind::NameTaken,     ErrorKind::Locked,
    ErrorKind::Protected,     ErrorKind::Unknown,
};

} // namespace

std::optional<Error> worstOf(const QList<Error> &errors)
{
    for (const ErrorKind kind : worstFirst) {
        const auto found = std::ranges::find(errors, kind, &Error::kind);
        if (found != errors.cend()) {
            return *found;
        }
    }
    return std::nullopt;
}

} // namespace Inventory
