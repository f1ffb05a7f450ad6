// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/location.h"
#include "providers/openstack/openstackrows.h"
#include "providers/openstack/openstacksite.h"

#include <QHash>

namespace Providers {

/// The availability zones of each region. One alone is not told apart from its region.
using OpenStackZones = QHash<Domain::LocationId, QStringList>;
/// What the images of volume-backed servers are joined with.
using OpenStackCopies = QHash<Domain::SnapshotId, OpenStackVolumeSnapshot>;
using OpenStackVolumes = QHash<Domain::ResourceId, OpenStackVolume>;

/// Rows as the rest of the program has them: with the account, the project and the location that
/// they are of, and what one row tells of another. Pure functions.
class OpenStackJoin
{
public:
    /// Regions, each with the zones in it where there are several.
    [[nodiscard]] static QList<Domain::Location> locations(const QList<Domain::LocationId> &regions,
                                                           const OpenStackZones &zones);

    /// What one site has: servers, then volumes.
    [[nodiscard]] static QList<Domain::Resource> resources(const QList<OpenStackServer> &servers,
                                                           const QList<OpenStackVolume> &volumes,
                                                           const OpenStackSite &site,
                                                           const Domain::AccountId &account,
                                                           const OpenStackZones &zones);

    [[nodiscard]] static Domain::Snapshot volumeSnapshot(const OpenStackVolumeSnapshot &row,
                                                         const OpenStackSite &site,
                                                         const Domain::AccountId &account);
    /// The image of a volume-backed server is as good as the volume snapshots that it stands for,
    /// and of the server that its first volume is attached to.
    [[nodiscard]] static Domain::Snapshot image(const OpenStackImage &row,
                                                const OpenStackCopies &parts,
                                                const OpenStackVolumes &volumes,
                                                const OpenStackSite &site,
                                                const Domain::AccountId &account);
    [[nodiscard]] static OpenStackCopies byId(const QList<OpenStackVolumeSnapshot> &rows);
    [[nodiscard]] static OpenStackVolumes byId(const QList<OpenStackVolume> &rows);
    /// The state of such an image; nothing for one that stands for itself.
    [[nodiscard]] static std::optional<Domain::SnapshotStatus> statusOfParts(
        const OpenStackImage &row, const OpenStackCopies &parts);

    /// The flavors of all regions: those that are the same in several are one.
    [[nodiscard]] static QList<Domain::ServerType> serverTypes(
        const QList<Domain::ServerType> &flavors);
};

} // namespace Providers
