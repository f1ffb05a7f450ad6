// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackjoin.h"

#include "providers/openstack/openstackrequests.h"

#include <algorithm>

namespace Providers {

using Domain::AccountId;
using Domain::Resource;
using Domain::ResourceKey;
using Domain::Snapshot;
using Domain::SnapshotStatus;

namespace {

bool areTold(const QStringList &zones)
{
    return zones.size() > 1;
}

Resource placed(const Resource &row, const OpenStackSite &site, const AccountId &account,
                const OpenStackZones &zones)
{
    Resource resource = row;
    resource.key.account = account;
    const QString zone = row.location.value;
    const QStringList known = zones.value(site.region);
    const bool isTold = areTold(known) && known.contains(zone);
    resource.location = OpenStackRequests::locationOf(site.region, isTold ? zone : QString());
    if (resource.project.isEmpty()) {
        resource.project = site.project;
    }
    for (ResourceKey &volume : resource.volumes) {
        volume.account = account;
    }
    if (resource.attachedTo) {
        resource.attachedTo->account = account;
    }
    return resource;
}

Snapshot placed(const Snapshot &row, const OpenStackSite &site, const AccountId &account)
{
    Snapshot snapshot = row;
    snapshot.key.account = account;
    snapshot.location = site.region;
    if (snapshot.project.isEmpty()) {
        snapshot.project = site.project;
    }
    if (snapshot.source) {
        snapshot.source->account = account;
    }
    for (Domain::SnapshotKey &part : snapshot.parts) {
        part.account = account;
    }
    return snapshot;
}

/// The server that the volume of the first part is attached to now.
std::optional<ResourceKey> sourceOf(const OpenStackImage &row, const OpenStackCopies &parts,
                                    const OpenStackVolumes &volumes)
{
    const auto boot = parts.constFind(row.bootPart);
    const std::optional<ResourceKey> source =
        boot == parts.cend() ? std::nullopt : boot->snapshot.source;
    if (!source) {
        return std::nullopt;
    }
    const auto volume = volumes.constFind(source->id);
    return volume == volumes.cend() ? std::nullopt : volume->resource.attachedTo;
}

} // namespace

QList<Domain::Location> OpenStackJoin::locations(const QList<Domain::LocationId> &regions,
                                                 const OpenStackZones &zones)
{
    QList<Domain::Location> locations;
    for (const Domain::LocationId &region : regions) {
        locations.append({region, region.value, region.value, {}});
        const QStringList names = zones.value(region);
        if (!areTold(names)) {
            continue;
        }
        for (const QString &zone : names) {
            locations.append({OpenStackRequests::locationOf(region, zone), zone, zone, {}});
        }
    }
    return locations;
}

QList<Resource> OpenStackJoin::resources(const QList<OpenStackServer> &servers,
                                         const QList<OpenStackVolume> &volumes,
                                         const OpenStackSite &site, const AccountId &account,
                                         const OpenStackZones &zones)
{
    QList<Resource> all;
    QHash<Domain::ResourceId, Domain::PowerState> powers;
    for (const OpenStackServer &row : servers) {
        all.append(placed(row.resource, site, account, zones));
        powers.insert(row.resource.key.id, row.resource.power);
    }
    for (const OpenStackVolume &row : volumes) {
        Resource volume = placed(row.resource, site, account, zones);
        if (volume.attachedTo) {
            volume.power = powers.value(volume.attachedTo->id, Domain::PowerState::Unknown);
        }
        all.append(volume);
    }
    return all;
}

Snapshot OpenStackJoin::volumeSnapshot(const OpenStackVolumeSnapshot &row,
                                       const OpenStackSite &site, const AccountId &account)
{
    return placed(row.snapshot, site, account);
}

OpenStackCopies OpenStackJoin::byId(const QList<OpenStackVolumeSnapshot> &rows)
{
    OpenStackCopies found;
    found.reserve(rows.size());
    for (const OpenStackVolumeSnapshot &row : rows) {
        found.insert(row.snapshot.key.id, row);
    }
    return found;
}

OpenStackVolumes OpenStackJoin::byId(const QList<OpenStackVolume> &rows)
{
    OpenStackVolumes found;
    found.reserve(rows.size());
    for (const OpenStackVolume &row : rows) {
        found.insert(row.resource.key.id, row);
    }
    return found;
}

std::optional<SnapshotStatus> OpenStackJoin::statusOfParts(const OpenStackImage &row,
                                                           const OpenStackCopies &parts)
{
    if (row.snapshot.parts.isEmpty()) {
        return std::nullopt;
    }
    SnapshotStatus worst = SnapshotStatus::Ready;
    for (const Domain::SnapshotKey &key : row.snapshot.parts) {
        const auto part = parts.constFind(key.id);
        const SnapshotStatus status =
            part == parts.cend() ? SnapshotStatus::Failed : part->snapshot.status;
        // What is being removed is as good as gone.
        if (status == SnapshotStatus::Failed || status == SnapshotStatus::Removing) {
            return SnapshotStatus::Failed;
        }
        if (status != SnapshotStatus::Ready) {
            worst = status;
        }
    }
    return worst;
}

Snapshot OpenStackJoin::image(const OpenStackImage &row, const OpenStackCopies &parts,
                              const OpenStackVolumes &volumes, const OpenStackSite &site,
                              const AccountId &account)
{
    Snapshot image = placed(row.snapshot, site, account);
    if (!image.source) {
        image.source = sourceOf(row, parts, volumes);
    }
    if (image.source) {
        image.source->account = account;
    }
    if (image.status == SnapshotStatus::Ready) {
        image.status = statusOfParts(row, parts).value_or(SnapshotStatus::Ready);
    }
    return image;
}

QList<Domain::ServerType> OpenStackJoin::serverTypes(const QList<Domain::ServerType> &flavors)
{
    QList<Domain::ServerType> types;
    for (const Domain::ServerType &flavor : flavors) {
        const auto same = std::ranges::find_if(types, [&flavor](Domain::ServerType type) {
            type.offers = flavor.offers;
            return type == flavor;
        });
        if (same == types.end()) {
            types.append(flavor);
            continue;
        }
        for (const Domain::ServerOffer &offer : flavor.offers) {
            const bool isKnown =
                std::ranges::contains(same->offers, offer.location, &Domain::ServerOffer::location);
            if (!isKnown) {
                same->offers.append(offer);
            }
        }
    }
    return types;
}

} // namespace Providers
