// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"
#include "demo/openstack/directory.h"

#include <QJsonObject>

#include <expected>

namespace Demo::OpenStack {

class Cloud;

// Who asks for a token by the body of a request, and for which project: a token that has yet to be
// issued, or why there is none. The host is that of the listener.
[[nodiscard]] std::expected<Token, Answer> authenticate(const Cloud &cloud, const QByteArray &body,
                                                        const QString &host);

} // namespace Demo::OpenStack
