// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"

namespace Providers {

/// What the refusals of an OpenStack's services mean. There are three shapes of them: a member
/// "error" (Keystone, and whoever asks it), a member named for the refusal (Cinder, Nova), and a
/// flat one (Glance). `code` is the refusal's name, "itemNotFound", or the title, "Not Found".
class OpenStackErrors
{
public:
    /// Net::ErrorReader. Bodies of another shape are judged by their status.
    [[nodiscard]] static Domain::Error read(Net::Method method, int status, const QByteArray &body);

    /// The service itself said that the object is gone. A bare 404 may as well come from a path
    /// that it does not have.
    [[nodiscard]] static bool isGone(const Domain::Error &error);

    /// A vendor's message as people can read it: no mark-up, no schema, one line, not too long.
    [[nodiscard]] static QString readable(const QString &message);
};

} // namespace Providers
