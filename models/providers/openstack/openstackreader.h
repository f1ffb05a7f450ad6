// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/resource.h"
#include "domain/snapshot.h"
#include "providers/openstack/openstackobjects.h"
#include "providers/openstack/openstackregions.h"

namespace Providers {

/// Reads single objects as the lists have them: with what other rows tell of them.
class OpenStackReader
{
public:
    /// All must outlive it; answers come on the context's thread.
    OpenStackReader(OpenStackAtlas &atlas, OpenStackRegions &regions, OpenStackObjects &objects,
                    Domain::AccountId account, QObject *context);

    [[nodiscard]] QFuture<Domain::Result<Domain::Resource>> resource(
        const Domain::ResourceKey &key);
    [[nodiscard]] QFuture<Domain::Result<Domain::Snapshot>> snapshot(
        const Domain::SnapshotKey &key);

private:
    void joinServer(const OpenStackAt<OpenStackServer> &server, const OpenStackZones &zones,
                    const Domain::Deferred<Domain::Resource> &end);
    void joinVolume(const OpenStackAt<OpenStackVolume> &volume, const OpenStackZones &zones,
                    const Domain::Deferred<Domain::Resource> &end);
    void joinImage(const OpenStackAt<OpenStackImage> &image,
                   const Domain::Deferred<Domain::Snapshot> &end);
    void joinParts(const OpenStackAt<OpenStackImage> &image,
                   const QList<OpenStackVolumeSnapshot> &parts,
                   const Domain::Deferred<Domain::Snapshot> &end);

    OpenStackAtlas &m_atlas;
    OpenStackRegions &m_regions;
    OpenStackObjects &m_objects;
    Domain::AccountId m_account;
    QObject *m_context;
};

} // namespace Providers
