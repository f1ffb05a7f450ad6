// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackreader.h"

#include "net/parsing.h"
#include "providers/asyncsteps.h"

namespace Providers {

using Domain::Deferred;
using Domain::Resource;
using Domain::ResourceKind;
using Domain::Result;
using Domain::Snapshot;

namespace {

/// Those that are there.
template <class Row>
QList<Row> presentRows(const OpenStackFound<Row> &found)
{
    QList<Row> rows;
    for (const std::optional<Row> &row : found) {
        if (row) {
            rows.append(*row);
        }
    }
    return rows;
}

} // namespace

OpenStackReader::OpenStackReader(OpenStackAtlas &atlas, OpenStackRegions &regions,
                                 OpenStackObjects &objects, Domain::AccountId account,
                                 QObject *context)
    : m_atlas(atlas)
    , m_regions(regions)
    , m_objects(objects)
    , m_account(std::move(account))
    , m_context(context)
{
}

QFuture<Result<Resource>> OpenStackReader::resource(const Domain::ResourceKey &key)
{
    const Deferred<Resource> deferred;
    onValue(m_atlas.sites(), m_context, deferred, [this, deferred, key](const auto &sites) {
        onValue(
            m_regions.zones(sites), m_context, deferred, [=, this](const OpenStackZones &known) {
                if (key.kind == ResourceKind::Server) {
                    const auto row = m_objects.find<OpenStackServer>(key);
                    Net::passOnCancel(deferred.future(), row, m_context);
                    onValue(row, m_context, deferred,
                            [=, this](const auto &server) { joinServer(server, known, deferred); });
                } else {
                    const auto row = m_objects.find<OpenStackVolume>(key);
                    Net::passOnCancel(deferred.future(), row, m_context);
                    onValue(row, m_context, deferred,
                            [=, this](const auto &volume) { joinVolume(volume, known, deferred); });
                }
            });
    });
    return deferred.future();
}

void OpenStackReader::joinServer(const OpenStackAt<OpenStackServer> &server,
                                 const OpenStackZones &zones, const Deferred<Resource> &end)
{
    end.settle(
        OpenStackJoin::resources({server.row}, {}, *server.site, m_account, zones).constFirst());
}

/// The server that it is attached to tells the power.
void OpenStackReader::joinVolume(const OpenStackAt<OpenStackVolume> &volume,
                                 const OpenStackZones &zones, const Deferred<Resource> &end)
{
    QList<Domain::ResourceKey> servers;
    if (volume.row.resource.attachedTo && volume.site->compute) {
        servers.append(*volume.row.resource.attachedTo);
        m_atlas.guess(servers.constFirst(), *volume.site);
    }
    const auto found = m_objects.findAll<OpenStackServer>(servers);
    Net::passOnCancel(end.future(), found, m_context);
    onValue(found, m_context, end,
            [this, end, volume, zones](const OpenStackFound<OpenStackServer> &machines) {
                end.settle(OpenStackJoin::resources(presentRows<OpenStackServer>(machines),
                                                    {volume.row}, *volume.site, m_account, zones)
                               .constLast());
            });
}

QFuture<Result<Snapshot>> OpenStackReader::snapshot(const Domain::SnapshotKey &key)
{
    const Deferred<Snapshot> deferred;
    if (key.kind == ResourceKind::Server) {
        const auto row = m_objects.find<OpenStackImage>(key);
        Net::passOnCancel(deferred.future(), row, m_context);
        onValue(row, m_context, deferred,
                [this, deferred](const auto &image) { joinImage(image, deferred); });
        return deferred.future();
    }
    const auto row = m_objects.find<OpenStackVolumeSnapshot>(key);
    Net::passOnCancel(deferred.future(), row, m_context);
    onValue(row, m_context, deferred, [this, deferred](const auto &found) {
        deferred.settle(OpenStackJoin::volumeSnapshot(found.row, *found.site, m_account));
    });
    return deferred.future();
}

/// What the image of a volume-backed server stands for is read first, then the volume that tells
/// its server.
void OpenStackReader::joinImage(const OpenStackAt<OpenStackImage> &image,
                                const Deferred<Snapshot> &end)
{
    QList<Domain::SnapshotKey> keys;
    for (const Domain::SnapshotKey &part : image.row.snapshot.parts) {
        if (image.site->volume) {
            m_atlas.guess(part, *image.site);
            keys.append(part);
        }
    }
    const auto found = m_objects.findAll<OpenStackVolumeSnapshot>(keys);
    Net::passOnCancel(end.future(), found, m_context);
    onValue(found, m_context, end,
            [this, end, image](const OpenStackFound<OpenStackVolumeSnapshot> &copies) {
                joinParts(image, presentRows<OpenStackVolumeSnapshot>(copies), end);
            });
}

void OpenStackReader::joinParts(const OpenStackAt<OpenStackImage> &image,
                                const QList<OpenStackVolumeSnapshot> &parts,
                                const Deferred<Snapshot> &end)
{
    QList<Domain::ResourceKey> volumes;
    for (const OpenStackVolumeSnapshot &part : parts) {
        if (part.snapshot.key.id == image.row.bootPart && part.snapshot.source) {
            m_atlas.guess(*part.snapshot.source, *image.site);
            volumes.append(*part.snapshot.source);
        }
    }
    const auto found = m_objects.findAll<OpenStackVolume>(volumes);
    Net::passOnCancel(end.future(), found, m_context);
    onValue(found, m_context, end,
            [this, end, image, parts](const OpenStackFound<OpenStackVolume> &disks) {
                end.settle(
                    OpenStackJoin::image(image.row, OpenStackJoin::byId(parts),
                                         OpenStackJoin::byId(presentRows<OpenStackVolume>(disks)),
                                         *image.site, m_account));
            });
}

} // namespace Providers
