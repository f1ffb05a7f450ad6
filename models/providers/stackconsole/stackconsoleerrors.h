// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"
#include "providers/lenientfields.h"

#include <chrono>
#include <optional>

namespace Providers {

/// What StackConsole's refusals mean. They carry no codes: status and text together tell, and a 403
/// alone has three meanings.
class StackConsoleErrors
{
public:
    /// Net::ErrorReader.
    [[nodiscard]] static Domain::Error read(Net::Method method, int status, const QByteArray &body);

    /// An answer of 2xx that calls itself an error all the same.
    [[nodiscard]] static bool isRefusal(const LenientFields &frame);
    /// What it means. ServerError where the text does not tell: then it proves nothing.
    [[nodiscard]] static Domain::Error ofRefusal(const LenientFields &frame);

    /// The API itself said that the object is gone. A bare 404 may as well come from a wrong
    /// address.
    [[nodiscard]] static bool isGone(const Domain::Error &error);

    /// How long until a reading call is tried again: shortly after something was made, the API may
    /// not know the way to it yet.
    [[nodiscard]] static std::optional<std::chrono::milliseconds> waitBeforeReadingAgain(
        int attempt, const Domain::Error &error);

    /// Words of ours in Error::code, since the API has none.
    static constexpr QLatin1StringView gone{"not-found"};
    static constexpr QLatin1StringView noRouteYet{"route-not-found"};
};

} // namespace Providers
