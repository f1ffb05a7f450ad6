// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstacklists.h"

#include "net/parsing.h"
#include "providers/jointprogress.h"
#include "providers/openstack/openstackjoin.h"
#include "providers/openstack/openstackpages.h"

#include <algorithm>

namespace Providers {

using Domain::Deferred;
using Domain::Resource;
using Domain::ResourceKind;
using Domain::Result;
using Domain::Snapshot;

namespace {

template <class Row>
QList<Row> without(QList<Row> rows, bool (*isUnwanted)(const Row &))
{
    rows.removeIf(isUnwanted);
    return rows;
}

bool isOtherImage(const OpenStackImage &image)
{
    return !image.isSnapshot;
}

bool hasParts(const OpenStackImage &image)
{
    return !image.snapshot.parts.isEmpty();
}

bool standsForOthers(const OpenStackImage &image)
{
    return hasParts(image) && !image.snapshot.source;
}

/// What may not be looked at tells no limits.
QFuture<Result<OpenStackLimits>> readLimitsOf(Net::HttpClient &client, QObject *context)
{
    const Deferred<OpenStackLimits> deferred;
    const QFuture<Result<OpenStackLimits>> read = Net::sendAndParse<OpenStackLimits>(
        client, OpenStackRequests::limits(), OpenStackParser::limits);
    Net::passOnCancel(deferred.future(), read, context);
    QFuture(read).then(context, [deferred](const Result<OpenStackLimits> &limits) {
        const bool isWithheld = !limits
            && (limits.error().kind == Domain::ErrorKind::Forbidden
                || limits.error().kind == Domain::ErrorKind::NotFound);
        deferred.settle(isWithheld ? Result<OpenStackLimits>(OpenStackLimits()) : limits);
    });
    return deferred.future();
}

void addLimit(QList<Domain::Limit> &limits, const OpenStackSite &site, Domain::Limit::Unit unit,
              const std::optional<OpenStackQuota> &quota)
{
    if (!quota) {
        return;
    }
    const bool isSize = unit == Domain::Limit::Unit::Bytes;
    const auto inUnit = [isSize](qint64 count) {
        constexpr qint64 gibibyte = 1LL << 30;
        return isSize ? std::clamp<qint64>(count, 0, 1LL << 32) * gibibyte : count;
    };
    // Services lose count, and then tell of less than nothing.
    const qint64 used = std::max<qint64>(quota->used, 0);
    limits.append({ResourceKind::Volume, unit, site.project, site.region, inUnit(used),
                   quota->maximum.transform(inUnit)});
}

} // namespace

OpenStackLists::OpenStackLists(OpenStackAtlas &atlas, OpenStackRegions &regions,
                               Domain::AccountId account, QObject *context)
    : m_atlas(atlas)
    , m_regions(regions)
    , m_account(std::move(account))
    , m_context(context)
{
}

/// Several regions may share one service, and show the same objects.
template <class Row, class Key>
void OpenStackLists::addOnce(QList<Row> &rows, QSet<Key> &seen, const Row &row,
                             const OpenStackSite &site)
{
    if (!seen.contains(row.key)) {
        seen.insert(row.key);
        m_atlas.learn(row.key, site);
        rows.append(row);
    }
}

template <class Row>
QFuture<Result<OpenStackLists::PerSite<Row>>> OpenStackLists::rows(
    const OpenStackSites &sites, const QList<Domain::ListProgress> &reports)
{
    QList<QFuture<Result<QList<Row>>>> lists;
    for (const OpenStackSiteRef &site : sites) {
        lists.append(OpenStackKind<Row>::service(*site)
                         ? OpenStackPages::fetch<Row>(site, reports.value(lists.size()))
                         : Domain::settled<QList<Row>>(QList<Row>()));
    }
    return gather(lists, m_context);
}

QFuture<Result<QList<Resource>>> OpenStackLists::resources(const Domain::ListProgress &progress)
{
    const Deferred<QList<Resource>> deferred;
    const OpenStackAtlas::Answer asked = m_atlas.freshSites();
    Net::passOnCancel(deferred.future(), asked, m_context);
    onValue(asked, m_context, deferred, [this, deferred, progress](const OpenStackSites &sites) {
        onValue(m_regions.zones(sites), m_context, deferred,
                [this, deferred, progress, sites](const OpenStackZones &known) {
                    readResources(sites, known, progress, deferred);
                });
    });
    return deferred.future();
}

void OpenStackLists::readResources(const OpenStackSites &sites, const OpenStackZones &zones,
                                   const Domain::ListProgress &progress,
                                   const Deferred<QList<Resource>> &end)
{
    const QList<Domain::ListProgress> reports = jointly(progress, 2 * sites.size());
    const auto servers = rows<OpenStackServer>(sites, reports.first(sites.size()));
    const auto volumes = rows<OpenStackVolume>(sites, reports.sliced(sites.size()));
    Net::passOnCancel(end.future(), servers, m_context);
    Net::passOnCancel(end.future(), volumes, m_context);
    onValue(servers, m_context, end, [=, this](const PerSite<OpenStackServer> &machines) {
        onValue(volumes, m_context, end, [=, this](const PerSite<OpenStackVolume> &disks) {
            QList<Resource> all;
            QSet<Domain::ResourceKey> seen;
            for (qsizetype i = 0; i < sites.size(); ++i) {
                const QList<Resource> here = OpenStackJoin::resources(
                    machines.at(i), disks.at(i), *sites.at(i), m_account, zones);
                for (const Resource &resource : here) {
                    addOnce(all, seen, resource, *sites.at(i));
                }
            }
            end.settle(all);
        });
    });
}

QFuture<Result<QList<Snapshot>>> OpenStackLists::snapshots(const Domain::ListProgress &progress)
{
    const Deferred<QList<Snapshot>> deferred;
    const OpenStackAtlas::Answer asked = m_atlas.freshSites();
    Net::passOnCancel(deferred.future(), asked, m_context);
    onValue(asked, m_context, deferred, [this, deferred, progress](const OpenStackSites &sites) {
        readSnapshots(sites, progress, deferred);
    });
    return deferred.future();
}

void OpenStackLists::readSnapshots(const OpenStackSites &sites,
                                   const Domain::ListProgress &progress,
                                   const Deferred<QList<Snapshot>> &end)
{
    const QList<Domain::ListProgress> reports = jointly(progress, 2 * sites.size());
    const auto images = rows<OpenStackImage>(sites, reports.first(sites.size()));
    const auto copies = rows<OpenStackVolumeSnapshot>(sites, reports.sliced(sites.size()));
    Net::passOnCancel(end.future(), images, m_context);
    Net::passOnCancel(end.future(), copies, m_context);
    onValue(images, m_context, end, [=, this](const PerSite<OpenStackImage> &listed) {
        onValue(copies, m_context, end, [=, this](const PerSite<OpenStackVolumeSnapshot> &parts) {
            PerSite<OpenStackImage> own;
            for (const QList<OpenStackImage> &here : listed) {
                own.append(without(here, isOtherImage));
            }
            joinSnapshots(sites, own, parts, end);
        });
    });
}

/// The volumes are looked at only where they alone tell which server an image is of.
void OpenStackLists::joinSnapshots(const OpenStackSites &sites,
                                   const PerSite<OpenStackImage> &images,
                                   const PerSite<OpenStackVolumeSnapshot> &snapshots,
                                   const Deferred<QList<Snapshot>> &end)
{
    QList<QFuture<Result<QList<OpenStackVolume>>>> lists;
    QSet<Domain::ProjectId> projects; // with images that the volumes of any region may explain
    for (qsizetype i = 0; i < sites.size(); ++i) {
        if (std::ranges::any_of(images.at(i), standsForOthers)) {
            projects.insert(sites.at(i)->project);
        }
    }
    for (qsizetype i = 0; i < sites.size(); ++i) {
        const bool isNeeded = sites.at(i)->volume && projects.contains(sites.at(i)->project);
        lists.append(isNeeded ? OpenStackPages::fetch<OpenStackVolume>(sites.at(i), {})
                              : Domain::settled<QList<OpenStackVolume>>(QList<OpenStackVolume>()));
    }
    const QFuture<Result<PerSite<OpenStackVolume>>> volumes = gather(lists, m_context);
    Net::passOnCancel(end.future(), volumes, m_context);
    onValue(volumes, m_context, end, [=, this](const PerSite<OpenStackVolume> &disks) {
        // Of all sites together: regions may share the images, and not what these stand for.
        OpenStackVolumes allVolumes;
        OpenStackCopies copies;
        const bool isWithParts = std::ranges::any_of(
            images, [](const auto &here) { return std::ranges::any_of(here, hasParts); });
        for (qsizetype i = 0; i < sites.size() && isWithParts; ++i) {
            allVolumes.insert(OpenStackJoin::byId(disks.at(i)));
            copies.insert(OpenStackJoin::byId(snapshots.at(i)));
        }
        QList<Snapshot> all;
        QSet<Domain::SnapshotKey> seen;
        for (qsizetype i = 0; i < sites.size(); ++i) {
            const OpenStackSite &site = *sites.at(i);
            for (const OpenStackImage &row : images.at(i)) {
                addOnce(all, seen, OpenStackJoin::image(row, copies, allVolumes, site, m_account),
                        site);
            }
            for (const OpenStackVolumeSnapshot &row : snapshots.at(i)) {
                addOnce(all, seen, OpenStackJoin::volumeSnapshot(row, site, m_account), site);
            }
        }
        end.settle(all);
    });
}

QFuture<Result<QList<Domain::ServerType>>> OpenStackLists::serverTypes()
{
    using Types = QList<Domain::ServerType>;
    const Deferred<Types> deferred;
    onValue(m_atlas.sites(), m_context, deferred, [this, deferred](const OpenStackSites &sites) {
        const auto flavors = rows<Domain::ServerType>(sites, {});
        Net::passOnCancel(deferred.future(), flavors, m_context);
        onValue(flavors, m_context, deferred, [deferred, sites](PerSite<Domain::ServerType> all) {
            Types types;
            for (qsizetype i = 0; i < sites.size(); ++i) {
                for (Domain::ServerType &type : all[i]) {
                    for (Domain::ServerOffer &offer : type.offers) {
                        offer.location = sites.at(i)->region;
                    }
                }
                types.append(all.at(i));
            }
            deferred.settle(OpenStackJoin::serverTypes(types));
        });
    });
    return deferred.future();
}

QFuture<Result<QList<Domain::Limit>>> OpenStackLists::limits()
{
    using Limits = QList<Domain::Limit>;
    const Deferred<Limits> deferred;
    onValue(m_atlas.sites(), m_context, deferred, [this, deferred](const OpenStackSites &all) {
        OpenStackSites sites = all;
        sites.removeIf([](const OpenStackSiteRef &site) { return !site->volume; });
        QList<QFuture<Result<OpenStackLimits>>> answers;
        for (const OpenStackSiteRef &site : std::as_const(sites)) {
            answers.append(readLimitsOf(*site->volume, m_context));
        }
        const auto read = gather(answers, m_context);
        Net::passOnCancel(deferred.future(), read, m_context);
        onValue(read, m_context, deferred, [deferred, sites](const QList<OpenStackLimits> &told) {
            Limits limits;
            for (qsizetype i = 0; i < sites.size(); ++i) {
                using Unit = Domain::Limit::Unit;
                addLimit(limits, *sites.at(i), Unit::Snapshots, told.at(i).snapshots);
                addLimit(limits, *sites.at(i), Unit::Bytes, told.at(i).gigabytes);
            }
            deferred.settle(limits);
        });
    });
    return deferred.future();
}

} // namespace Providers
