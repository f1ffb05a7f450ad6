// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/openstack/entities.h"

namespace Demo::OpenStack {

class Cloud;

// How much of its quota a project uses in a region. Snapshots count against the gigabytes too.
struct Usage
{
    [[nodiscard]] static Usage of(const Cloud &cloud, const Site &site);

    int volumes = 0;
    int snapshots = 0;
    int gigabytes = 0;
    int instances = 0;
    int cores = 0;
    int ram = 0;
};

} // namespace Demo::OpenStack
