// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"

namespace Providers {

/// What Raff's refusals mean. Beside the status there is a word for the reason only where money is
/// concerned; texts are for people and are not read.
class RaffErrors
{
public:
    /// Net::ErrorReader.
    [[nodiscard]] static Domain::Error read(Net::Method method, int status, const QByteArray &body);

    /// The API itself said that the object is gone, or is nothing to this key. A bare 404 may as
    /// well come from a wrong address.
    [[nodiscard]] static bool isGone(const Domain::Error &error);
    /// It is in no list.
    [[nodiscard]] static Domain::Error notListed();

    /// An order can't be sent without it.
    [[nodiscard]] static Domain::Error missing(const QString &field);
    /// A VM that nobody could log in to.
    [[nodiscard]] static Domain::Error needsPassword();

    /// Refused, perhaps for the state that the object is in: that is told by no word.
    [[nodiscard]] static bool mayBeAboutState(const Domain::Error &error);

    /// Refused, perhaps since what was ordered is to be made of an image that is not ready: no word
    /// tells that apart from a mistake in the order.
    [[nodiscard]] static bool mayBeAboutImage(const Domain::Error &error);

    /// Words of ours in Error::code, where the API has none.
    static constexpr QLatin1StringView gone{"not-found"};
    static constexpr QLatin1StringView inUse{"snapshot-in-use"};
    static constexpr QLatin1StringView notRunning{"server-not-running"};
    static constexpr QLatin1StringView notStopped{"server-not-stopped"};
    static constexpr QLatin1StringView windows{"windows-needs-a-password"};
    static constexpr QLatin1StringView imageNotReady{"image-perhaps-not-ready"};
};

} // namespace Providers
