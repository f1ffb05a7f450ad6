// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/remotetask.h"
#include "providers/openstack/openstackneeds.h"

#include <chrono>

namespace Providers {

/// How remote tasks stand. There are no tasks in the API: what is worked on tells by its own state.
/// Pure functions.
class OpenStackTasks
{
public:
    /// An object that was just made or changed may be read from a copy that does not know yet.
    static constexpr std::chrono::seconds lag{10};
    /// A state that tells nothing may stand for this long.
    static constexpr std::chrono::minutes patience{10};
    /// Work that is seen may take longer: some stores copy every byte to another one.
    static constexpr std::chrono::hours longestWork{12};

    /// `waited`: since the request was made.
    [[nodiscard]] static Domain::TaskProgress judge(const Domain::RemoteTask &task,
                                                    const OpenStackSeen &seen,
                                                    std::chrono::milliseconds waited);

    /// A volume that was asked to go back shows the end by having changed since.
    [[nodiscard]] static Domain::RemoteTaskId revertId(const OpenStackVolume &before);
};

} // namespace Providers
