// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"
#include "providers/openstack/openstackcatalog.h"

#include <optional>

namespace Providers {

/// Which microversion is spoken with a service: the highest that we know and it offers.
class OpenStackMicroversion
{
public:
    /// Of a service's version document. Absent for a service that has no microversions, or only
    /// such as we don't know.
    [[nodiscard]] static Domain::Result<std::optional<int>> volume(const QByteArray &document);
    [[nodiscard]] static Domain::Result<std::optional<int>> compute(const QByteArray &document);

    /// What requests carry to speak it: "OpenStack-API-Version: volume 3.70". None to speak the
    /// lowest.
    [[nodiscard]] static Net::HeaderList headers(OpenStackService service,
                                                 std::optional<int> minor);
};

} // namespace Providers
