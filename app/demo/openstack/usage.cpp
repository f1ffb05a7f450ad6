// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/usage.h"

#include "demo/openstack/cloud.h"

namespace Demo::OpenStack {

Usage Usage::of(const Cloud &cloud, const Site &site)
{
    Usage usage;
    for (const auto &[id, volume] : cloud.volumes) {
        usage.volumes += volume.site == site ? 1 : 0;
        usage.gigabytes += volume.site == site ? volume.size : 0;
    }
    for (const auto &[id, snapshot] : cloud.snapshots) {
        usage.snapshots += snapshot.site == site ? 1 : 0;
        usage.gigabytes += snapshot.site == site ? snapshot.size : 0;
    }
    for (const auto &[id, server] : cloud.servers) {
        const Flavor *flavor = server.site == site ? cloud.findFlavor(server.flavor) : nullptr;
        usage.instances += flavor ? 1 : 0;
        usage.cores += flavor ? flavor->vcpus : 0;
        usage.ram += flavor ? flavor->ram : 0;
    }
    return usage;
}

} // namespace Demo::OpenStack
