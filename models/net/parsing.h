// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/deferred.h"
#include "net/httpclient.h"

#include <QThreadPool>

namespace Net {

/// Sends, and parses the answer's body on a worker thread (a parser is a pure function of bytes).
/// The future settles on the caller's thread side like every other; destroying the client settles
/// it with Cancelled or the failure.
template <class T>
[[nodiscard]] QFuture<Domain::Result<T>> sendAndParse(
    HttpClient &client, const HttpRequest &request, Domain::Result<T> (*parse)(const QByteArray &),
    HttpClient::Priority priority = HttpClient::Priority::User);

} // namespace Net
