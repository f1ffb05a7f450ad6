// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "domain/deferred.h"
#include "providers/openstack/openstackregions.h"
#include "providers/openstack/openstackrows.h"

#include <QSet>

namespace Providers {

/// Reads the lists of all sites side by side, whole: where one fails, the list fails. A service
/// that a site's catalog does not name has nothing there. What is read is noted in the atlas.
class OpenStackLists
{
public:
    /// All must outlive the lists; answers come on the context's thread.
    OpenStackLists(OpenStackAtlas &atlas, OpenStackRegions &regions, Domain::AccountId account,
                   QObject *context);

    /// Site by site, servers before volumes.
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Resource>>> resources(
        const Domain::ListProgress &progress);
    /// Site by site, those of servers before those of volumes. The volume snapshots that an image
    /// stands for are rows of their own as well.
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Snapshot>>> snapshots(
        const Domain::ListProgress &progress);
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::ServerType>>> serverTypes();
    /// Of volume snapshots: how many, and how much with the volumes. Of images nothing is told.
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Limit>>> limits();

private:
    template <class Row>
    using PerSite = QList<QList<Row>>; ///< in the order of the sites

    template <class Row>
    [[nodiscard]] QFuture<Domain::Result<PerSite<Row>>> rows(
        const OpenStackSites &sites, const QList<Domain::ListProgress> &reports);
    template <class Row, class Key>
    void addOnce(QList<Row> &rows, QSet<Key> &seen, const Row &row, const OpenStackSite &site);
    void readResources(const OpenStackSites &sites, const OpenStackZones &zones,
                       const Domain::ListProgress &progress,
                       const Domain::Deferred<QList<Domain::Resource>> &end);
    void readSnapshots(const OpenStackSites &sites, const Domain::ListProgress &progress,
                       const Domain::Deferred<QList<Domain::Snapshot>> &end);
    void joinSnapshots(const OpenStackSites &sites, const PerSite<OpenStackImage> &images,
                       const PerSite<OpenStackVolumeSnapshot> &snapshots,
                       const Domain::Deferred<QList<Domain::Snapshot>> &end);

    OpenStackAtlas &m_atlas;
    OpenStackRegions &m_regions;
    Domain::AccountId m_account;
    QObject *m_context;
};

} // namespace Providers
