// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"

namespace Providers {

/// What Hetzner's refusals mean.
class HetznerErrors
{
public:
    /// Net::ErrorReader. Codes that are not known, and answers that are no JSON at all (a gateway's
    /// page), are judged by their status. A refusal proves that nothing was done; what may come
    /// from halfway through the work does not.
    [[nodiscard]] static Domain::Error read(Net::Method method, int status, const QByteArray &body);

    /// The API itself said that the object is gone, by its own word or in the object. A bare 404
    /// may as well come from a wrong address.
    [[nodiscard]] static bool isGone(const Domain::Error &error);

    /// Why an action failed that had been accepted.
    [[nodiscard]] static Domain::Error ofAction(const QString &code, const QString &message);
};

} // namespace Providers
