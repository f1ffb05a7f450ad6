// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QFuture>
#include <QUrl>

class QNetworkAccessManager;

namespace Domain {
class Clock;
}

namespace Providers {

/// Finds out whether StackConsole's API is at an address. No credential is sent: only an address
/// that was confirmed may see one.
class StackConsoleProbe
{
public:
    /// The API refuses too, in its own words; that confirms it as well. Else Protocol, with a
    /// message that says what was there, or why nobody was reached.
    [[nodiscard]] static QFuture<Domain::Result<Domain::Done>> confirm(
        const QUrl &baseUrl, QNetworkAccessManager &network, Domain::Clock &clock);
};

} // namespace Providers
