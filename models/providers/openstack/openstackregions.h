// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/location.h"
#include "providers/openstack/openstackatlas.h"
#include "providers/openstack/openstackjoin.h"

class QObject;

namespace Providers {

/// The regions of all sites and the availability zones in them. Zones hardly ever change: they are
/// read once, and when the locations are asked for.
class OpenStackRegions
{
public:
    /// The atlas must outlive it; answers come on the context's thread.
    OpenStackRegions(OpenStackAtlas &atlas, QObject *context);

    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Location>>> locations();
    /// Of these sites' regions at least.
    [[nodiscard]] QFuture<Domain::Result<OpenStackZones>> zones(const OpenStackSites &sites);

private:
    [[nodiscard]] QFuture<Domain::Result<OpenStackZones>> readZones(const OpenStackSites &sites);

    OpenStackAtlas &m_atlas;
    QObject *m_context;
    OpenStackZones m_zones; ///< as last read
};

} // namespace Providers
