// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/openstack/refusals.h"
#include "demo/openstack/traits.h"

#include <expected>

// Volumes and servers are spoken to in a microversion of the client's choice; the major number
// never changes.
namespace Demo::OpenStack {

struct VersionRange
{
    int major = 0;
    int least = 0;
    int most = 0;
};

[[nodiscard]] VersionRange versionRange(Service service, const Traits &traits);
[[nodiscard]] QString versionText(const VersionRange &range, int minor);
// What was asked for, "latest" as a number. Nothing is the least there is.
[[nodiscard]] std::expected<int, Answer> askedMinor(const Request &request, Service service,
                                                    const VersionRange &range);
// With which version it was answered.
void addVersion(Answer &answer, Service service, const QString &version);

} // namespace Demo::OpenStack
