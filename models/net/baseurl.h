// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"

#include <QUrl>

namespace Net {

/// True for "localhost" and the literal addresses of this machine; no name is looked up.
[[nodiscard]] bool isLoopback(const QString &host);

/// The URL an account may be asked at: https, or http to this machine; no user, password, query or
/// fragment. Without a slash at its end. Else InvalidInput with the reason.
[[nodiscard]] Domain::Result<QUrl> checkedBaseUrl(const QUrl &url);

/// Where a request goes. InvalidInput for a path that would leave the base.
[[nodiscard]] Domain::Result<QUrl> targetUrl(const QUrl &base, const HttpRequest &request);

/// Same scheme, host and port: a credential for one may be shown to the other.
[[nodiscard]] bool isSameOrigin(const QUrl &a, const QUrl &b);

} // namespace Net
