// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/exchange.h"
#include "net/httpclient.h"

namespace Net {

/// A finished exchange as what the caller gets: a 2xx answer or an Error with everything filled in
/// but the waiting time of a rate limit.
[[nodiscard]] Domain::Result<HttpAnswer> readAnswer(const HttpClientOptions &options,
                                                    const HttpRequest &request,
                                                    const ExchangeEnd &end);

/// Where to ask next when the answer is a redirect that may be followed.
[[nodiscard]] std::optional<QUrl> allowedRedirect(Method method, const QUrl &asked,
                                                  const ExchangeEnd &end);

[[nodiscard]] QString requestId(const HttpClientOptions &options, const ExchangeEnd &end);

} // namespace Net
