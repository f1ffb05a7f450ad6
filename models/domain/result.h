// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <expected>

namespace Domain {

/// A value or the reason why there is none.
template <class T>
using Result = std::expected<T, Error>;

/// What succeeds without a value answers Result<Done>; QFuture can't carry void and a value alike.
struct Done
{
    friend bool operator==(const Done &, const Done &) = default;
};

[[nodiscard]] inline std::unexpected<Error> failure(ErrorKind kind, const QString &message = {})
{
    Error error;
    error.kind = kind;
    error.message = message;
    return std::unexpected(error);
}

} // namespace Domain
