// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/remotetask.h"
#include "providers/openstack/openstackrows.h"

namespace Providers {

/// What is left at the services of a request whose answer was lost. Pure functions.
class OpenStackTraces
{
public:
    /// What a thing of this age is to a request that left at `notBefore` by our clock. The services
    /// tell whole seconds, and their clock may differ.
    [[nodiscard]] static Domain::Trace byAge(const QDateTime &made, const QDateTime &notBefore);

    /// Of the source's, or those with the marker.
    [[nodiscard]] static Domain::Finding taken(const Domain::TakeSnapshot &take,
                                               const QList<Domain::Snapshot> &rows);
    [[nodiscard]] static Domain::Finding createdServer(const Domain::CreateServer &create,
                                                       const QList<OpenStackServer> &rows);
    [[nodiscard]] static Domain::Finding createdVolume(const Domain::CreateVolume &create,
                                                       const QList<OpenStackVolume> &rows);
    /// Of all that was done to the server, the newest first.
    [[nodiscard]] static Domain::Finding rebuilt(const Domain::RollBack &rollback,
                                                 const QList<OpenStackAction> &newest);
    /// Going back changes both at its begin and at its end.
    [[nodiscard]] static Domain::Finding reverted(const Domain::RollBack &rollback,
                                                  const OpenStackVolume &volume,
                                                  const OpenStackVolumeSnapshot &snapshot);
};

} // namespace Providers
