// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackregions.h"

#include "net/parsing.h"
#include "providers/asyncsteps.h"
#include "providers/openstack/openstackparser.h"
#include "providers/openstack/openstackrequests.h"

#include <algorithm>

namespace Providers {

using Domain::Deferred;
using Domain::LocationId;
using Domain::Result;

namespace {

QList<LocationId> regionsOf(const OpenStackSites &sites)
{
    QList<LocationId> regions;
    for (const OpenStackSiteRef &site : sites) {
        if (!regions.contains(site->region)) {
            regions.append(site->region);
        }
    }
    return regions;
}

/// One client of each service of the region: its zones are the same for all projects.
QList<Net::HttpClient *> clientsIn(const LocationId &region, const OpenStackSites &sites)
{
    Net::HttpClient *compute = nullptr;
    Net::HttpClient *volume = nullptr;
    for (const OpenStackSiteRef &site : sites) {
        if (site->region == region) {
            compute = compute ? compute : site->compute;
            volume = volume ? volume : site->volume;
        }
    }
    QList<Net::HttpClient *> clients = {compute, volume};
    clients.removeAll(nullptr);
    return clients;
}

/// What is not there, or may not be looked at, has no zones.
QFuture<Result<QList<OpenStackZone>>> readZonesOf(Net::HttpClient &client, QObject *context)
{
    using Zones = QList<OpenStackZone>;
    const Deferred<Zones> deferred;
    const QFuture<Result<Zones>> read =
        Net::sendAndParse<Zones>(client, OpenStackRequests::zones(), OpenStackParser::zones);
    Net::passOnCancel(deferred.future(), read, context);
    QFuture(read).then(context, [deferred](const Result<Zones> &zones) {
        const bool isWithheld = !zones
            && (zones.error().kind == Domain::ErrorKind::Forbidden
                || zones.error().kind == Domain::ErrorKind::NotFound);
        deferred.settle(isWithheld ? Result<Zones>(Zones()) : zones);
    });
    return deferred.future();
}

void addZones(QStringList &names, const QList<OpenStackZone> &zones)
{
    for (const OpenStackZone &zone : zones) {
        if (zone.isAvailable && !names.contains(zone.name)) {
            names.append(zone.name);
        }
    }
}

} // namespace

OpenStackRegions::OpenStackRegions(OpenStackAtlas &atlas, QObject *context)
    : m_atlas(atlas)
    , m_context(context)
{
}

QFuture<Result<OpenStackZones>> OpenStackRegions::readZones(const OpenStackSites &sites)
{
    using Zones = QList<OpenStackZone>;
    QList<LocationId> asked;
    QList<QFuture<Result<Zones>>> answers;
    const QList<LocationId> regions = regionsOf(sites);
    for (const LocationId &region : regions) {
        const QList<Net::HttpClient *> clients = clientsIn(region, sites);
        for (Net::HttpClient *client : clients) {
            asked.append(region);
            answers.append(readZonesOf(*client, m_context));
        }
    }
    const QFuture<Result<QList<Zones>>> all = gather(answers, m_context);
    const Deferred<OpenStackZones> deferred;
    Net::passOnCancel(deferred.future(), all, m_context);
    onValue(all, m_context, deferred, [this, deferred, regions, asked](const QList<Zones> &read) {
        OpenStackZones zones;
        for (const LocationId &region : regions) {
            zones.insert(region, {});
        }
        for (qsizetype i = 0; i < asked.size(); ++i) {
            addZones(zones[asked.at(i)], read.at(i));
        }
        m_zones = zones;
        deferred.settle(zones);
    });
    return deferred.future();
}

/// As they are known, if those of every region are.
QFuture<Result<OpenStackZones>> OpenStackRegions::zones(const OpenStackSites &sites)
{
    const bool isKnown = std::ranges::all_of(
        sites, [this](const OpenStackSiteRef &site) { return m_zones.contains(site->region); });
    return isKnown ? Domain::settled<OpenStackZones>(m_zones) : readZones(sites);
}

QFuture<Result<QList<Domain::Location>>> OpenStackRegions::locations()
{
    const Deferred<QList<Domain::Location>> deferred;
    onValue(m_atlas.sites(), m_context, deferred, [this, deferred](const OpenStackSites &sites) {
        onValue(readZones(sites), m_context, deferred,
                [deferred, sites](const OpenStackZones &zones) {
                    deferred.settle(OpenStackJoin::locations(regionsOf(sites), zones));
                });
    });
    return deferred.future();
}

} // namespace Providers
