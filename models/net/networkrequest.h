// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"

#include <QNetworkRequest>

namespace Net {

/// Everything Qt has to be told about a request before it leaves: who we are, the credential, that
/// certificates are verified, and nothing cached, remembered, followed or negotiated on its own.
[[nodiscard]] QNetworkRequest networkRequest(const HttpClientOptions &options, const QUrl &url,
                                             HttpClient::Priority priority);

} // namespace Net
