// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/computecatalogue.h"

#include "demo/openstack/endpoint.h"
#include "demo/openstack/serverwire.h"
#include "demo/openstack/usage.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const int mostKeyPairs = 100;
const int mostMetadata = 128;
const int mostGroups = 10;
const int firstWithoutMetadataLimits = 57;

QJsonObject computeVersion(const Call &call, const Cloud &cloud)
{
    const VersionRange range = versionRange(Service::Compute, cloud.traits);
    return {{u"id"_s, u"v2.1"_s},
            {u"status"_s, u"CURRENT"_s},
            {u"version"_s, versionText(range, range.most)},
            {u"min_version"_s, versionText(range, range.least)},
            {u"updated"_s, u"2013-07-23T11:33:21Z"_s},
            {u"links"_s,
             QJsonArray{QJsonObject{{u"rel"_s, u"self"_s},
                                    {u"href"_s, QString(call.base + u"/v2.1/"_s)}}}}};
}

// An older one is told of, and not served.
QJsonObject formerVersion(const Call &call)
{
    return {{u"id"_s, u"v2.0"_s},
            {u"status"_s, u"SUPPORTED"_s},
            {u"version"_s, u""_s},
            {u"min_version"_s, u""_s},
            {u"updated"_s, u"2011-01-21T11:33:21Z"_s},
            {u"links"_s,
             QJsonArray{
                 QJsonObject{{u"rel"_s, u"self"_s}, {u"href"_s, QString(call.base + u"/v2/"_s)}}}}};
}

Answer showComputeVersion(const Call &call, const Cloud &cloud)
{
    QJsonObject version = computeVersion(call, cloud);
    QJsonArray links = version.value(u"links"_s).toArray();
    links.append(QJsonObject{{u"rel"_s, u"describedby"_s},
                             {u"type"_s, u"text/html"_s},
                             {u"href"_s, u"http://docs.openstack.org/"_s}});
    version.insert(u"links"_s, links);
    version.insert(u"media-types"_s,
                   QJsonArray{QJsonObject{
                       {u"base"_s, u"application/json"_s},
                       {u"type"_s, u"application/vnd.openstack.compute+json;version=2.1"_s}}});
    return answerWith(200, {{u"version"_s, version}});
}

Answer listFlavors(const Call &call, const Cloud &cloud, ServerDetail detail)
{
    QJsonArray entries;
    for (const Flavor &flavor : cloud.flavors) {
        const QJsonObject whole = json(flavor, call);
        entries.append(detail == ServerDetail::Short
                           ? QJsonObject{{u"id"_s, flavor.id},
                                         {u"name"_s, flavor.name},
                                         {u"links"_s, whole.value(u"links"_s)}}
                           : whole);
    }
    return answerWith(200, {{u"flavors"_s, entries}});
}

Answer showFlavor(const Call &call, const Cloud &cloud)
{
    const Flavor *flavor = cloud.findFlavor(call.id());
    return flavor ? answerWith(200, {{u"flavor"_s, json(*flavor, call)}})
                  : refuseUnknown(u"Flavor"_s, call.id());
}

Answer showComputeLimits(const Call &call, const Cloud &cloud)
{
    const Usage usage = Usage::of(cloud, call.site);
    QJsonObject absolute{{u"maxTotalInstances"_s, cloud.quota.instances},
                         {u"maxTotalCores"_s, cloud.quota.cores},
                         {u"maxTotalRAMSize"_s, cloud.quota.ram},
                         {u"maxServerMeta"_s, mostMetadata},
                         {u"maxTotalKeypairs"_s, mostKeyPairs},
                         {u"maxServerGroups"_s, mostGroups},
                         {u"maxServerGroupMembers"_s, mostGroups},
                         {u"totalRAMUsed"_s, usage.ram},
                         {u"totalCoresUsed"_s, usage.cores},
                         {u"totalInstancesUsed"_s, usage.instances},
                         {u"totalServerGroupsUsed"_s, 0}};
    if (call.minor < firstWithoutMetadataLimits) {
        absolute.insert(u"maxImageMeta"_s, mostMetadata);
    }
    return answerWith(
        200, {{u"limits"_s, QJsonObject{{u"rate"_s, QJsonArray()}, {u"absolute"_s, absolute}}}});
}

Answer showComputeQuota(const Call &call, const Cloud &cloud)
{
    if (call.id() != call.site.project) {
        return refusePolicy(Service::Compute, u"os_compute_api:os-quota-sets:show"_s);
    }
    const QJsonObject quota{{u"id"_s, call.id()},
                            {u"cores"_s, cloud.quota.cores},
                            {u"instances"_s, cloud.quota.instances},
                            {u"key_pairs"_s, mostKeyPairs},
                            {u"metadata_items"_s, mostMetadata},
                            {u"ram"_s, cloud.quota.ram},
                            {u"server_group_members"_s, mostGroups},
                            {u"server_groups"_s, mostGroups}};
    return answerWith(200, {{u"quota_set"_s, quota}});
}

Answer listComputeZones(const Call &call, const Cloud &cloud)
{
    QJsonArray zones;
    const QStringList names = cloud.zones(call.site.region);
    for (const QString &name : names) {
        zones.append(QJsonObject{{u"zoneName"_s, name},
                                 {u"zoneState"_s, QJsonObject{{u"available"_s, true}}},
                                 {u"hosts"_s, QJsonValue::Null}});
    }
    return answerWith(200, {{u"availabilityZoneInfo"_s, zones}});
}

} // namespace

void addComputeCatalogueRoutes(Endpoint &endpoint, Cloud &cloud)
{
    endpoint.open("GET", {}, [&cloud](const Call &call) {
        return answerWith(
            200, {{u"versions"_s, QJsonArray{formerVersion(call), computeVersion(call, cloud)}}});
    });
    endpoint.open("GET", u"/v2.1"_s,
                  [&cloud](const Call &call) { return showComputeVersion(call, cloud); });
    endpoint.add("GET", u"/v2.1/flavors"_s, [&cloud](const Call &call) {
        return listFlavors(call, cloud, ServerDetail::Short);
    });
    endpoint.add("GET", u"/v2.1/flavors/detail"_s, [&cloud](const Call &call) {
        return listFlavors(call, cloud, ServerDetail::List);
    });
    endpoint.add("GET", u"/v2.1/flavors/{id}"_s,
                 [&cloud](const Call &call) { return showFlavor(call, cloud); });
    endpoint.add("GET", u"/v2.1/limits"_s,
                 [&cloud](const Call &call) { return showComputeLimits(call, cloud); });
    endpoint.add("GET", u"/v2.1/os-quota-sets/{id}"_s,
                 [&cloud](const Call &call) { return showComputeQuota(call, cloud); });
    endpoint.add("GET", u"/v2.1/os-availability-zone/detail"_s, [](const Call &) {
        return refusePolicy(Service::Compute, u"os_compute_api:os-availability-zone:detail"_s);
    });
    endpoint.add("GET", u"/v2.1/os-availability-zone"_s,
                 [&cloud](const Call &call) { return listComputeZones(call, cloud); });
}

} // namespace Demo::OpenStack
