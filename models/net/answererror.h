// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"

#include <QNetworkReply>

namespace Net {

/// What a status says when the body says nothing (a gateway's HTML page, an empty body). For use in
/// a vendor's ErrorReader too.
[[nodiscard]] Domain::Error errorForStatus(Method method, int status);

/// What a failure below HTTP says. `text` is Qt's and goes to the message alone.
[[nodiscard]] Domain::Error errorForTransport(Method method, QNetworkReply::NetworkError failure,
                                              const QString &text);

/// True for failures of the transport; the others merely repeat the status (0: none came).
[[nodiscard]] bool isTransportFailure(QNetworkReply::NetworkError failure, int status);

/// Whether such a failed request may have changed something: None for a Get.
[[nodiscard]] Domain::Effect lostEffect(Method method);

[[nodiscard]] QByteArray verb(Method method);

} // namespace Net
