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

/// Finds out whether a Keystone is at an address. No credential is sent: only an address that was
/// confirmed may see one.
class OpenStackProbe
{
public:
    /// Keystone's refusal of who is not logged in confirms it. Else Protocol, with a message that
    /// says what was there, or why nobody was reached. A certificate that the system does not trust
    /// is left to the login: the operator's own authority is a part of the credential, and only the
    /// login knows it.
    [[nodiscard]] static QFuture<Domain::Result<Domain::Done>> confirm(
        const QUrl &authUrl, QNetworkAccessManager &network, Domain::Clock &clock);
};

} // namespace Providers
