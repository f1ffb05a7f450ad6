// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/id.h"

#include <optional>

namespace Net {
class HttpClient;
}

namespace Providers {

/// Which microversions a site's clients speak, as the highest that we know and the service offers.
/// Absent: none was negotiated, which means the lowest (3.0 and 2.1).
struct OpenStackVersions
{
    std::optional<int> volume = {}; ///< minor of 3.x
    std::optional<int> compute = {}; ///< minor of 2.x

    [[nodiscard]] bool volumeReaches(int minor) const { return volume.value_or(0) >= minor; }
    [[nodiscard]] bool computeReaches(int minor) const { return compute.value_or(1) >= minor; }

    friend bool operator==(const OpenStackVersions &, const OpenStackVersions &) = default;
};

/// Where objects live: a project in a region. The clients are the session's and live as long as it;
/// null where the catalog has no such service. Each carries the project's token, renews it, speaks
/// the site's microversions and reads errors with OpenStackErrors. Paths are relative to the
/// endpoint, with no slash in front: "snapshots/detail", "servers/detail", "images".
struct OpenStackSite
{
    Domain::ProjectId project;
    Domain::LocationId region;
    Net::HttpClient *volume = nullptr; ///< Cinder, ".../v3/{project}"
    Net::HttpClient *compute = nullptr; ///< Nova, ".../v2.1"
    Net::HttpClient *image = nullptr; ///< Glance, ".../v2"
    OpenStackVersions versions;
    bool hasNetworks = true; ///< a service that servers could get networks of
};

} // namespace Providers
