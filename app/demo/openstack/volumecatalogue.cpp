// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/volumecatalogue.h"

#include "demo/openstack/endpoint.h"
#include "demo/openstack/hosterdata.h"
#include "demo/openstack/usage.h"
#include "demo/openstack/volumewire.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const int firstWithMessages = 3;
const int mostBackups = 10;
const int mostBackupGigabytes = 1000;

QJsonObject volumeVersion(const Call &call, const Cloud &cloud)
{
    const VersionRange range = versionRange(Service::Volume, cloud.traits);
    const QJsonObject media{{u"base"_s, u"application/json"_s},
                            {u"type"_s, u"application/vnd.openstack.volume+json;version=3"_s}};
    const QJsonArray links{
        QJsonObject{{u"rel"_s, u"describedby"_s},
                    {u"type"_s, u"text/html"_s},
                    {u"href"_s, u"https://docs.openstack.org/"_s}},
        QJsonObject{{u"rel"_s, u"self"_s}, {u"href"_s, QString(call.base + u"/v3/"_s)}}};
    return {{u"id"_s, u"v3.0"_s},
            {u"status"_s, u"CURRENT"_s},
            {u"version"_s, versionText(range, range.most)},
            {u"min_version"_s, versionText(range, range.least)},
            {u"updated"_s, u"2023-08-31T00:00:00Z"_s},
            {u"links"_s, links},
            {u"media-types"_s, QJsonArray{media}}};
}

Answer showLimits(const Call &call, const Cloud &cloud)
{
    const Usage usage = Usage::of(cloud, call.site);
    const QJsonObject absolute{{u"maxTotalVolumes"_s, cloud.quota.volumes},
                               {u"maxTotalSnapshots"_s, cloud.quota.snapshots},
                               {u"maxTotalVolumeGigabytes"_s, cloud.quota.gigabytes},
                               {u"maxTotalBackups"_s, mostBackups},
                               {u"maxTotalBackupGigabytes"_s, mostBackupGigabytes},
                               {u"totalVolumesUsed"_s, usage.volumes},
                               {u"totalGigabytesUsed"_s, usage.gigabytes},
                               {u"totalSnapshotsUsed"_s, usage.snapshots},
                               {u"totalBackupsUsed"_s, 0},
                               {u"totalBackupGigabytesUsed"_s, 0}};
    return answerWith(
        200, {{u"limits"_s, QJsonObject{{u"rate"_s, QJsonArray()}, {u"absolute"_s, absolute}}}});
}

// What a limit reads: the number alone, or what is in use besides.
QJsonValue limitJson(const Call &call, int limit, int inUse)
{
    if (call.request.queryValues(u"usage").value(0).toLower() != "true"_L1) {
        return limit;
    }
    return QJsonObject{{u"limit"_s, limit}, {u"in_use"_s, inUse}, {u"reserved"_s, 0}};
}

Answer showQuota(const Call &call, const Cloud &cloud)
{
    if (call.id() != call.site.project) {
        return refusePolicy(Service::Volume, u"volume_extension:quotas:show"_s);
    }
    const Usage usage = Usage::of(cloud, call.site);
    QJsonObject quota{{u"id"_s, call.id()},
                      {u"volumes"_s, limitJson(call, cloud.quota.volumes, usage.volumes)},
                      {u"snapshots"_s, limitJson(call, cloud.quota.snapshots, usage.snapshots)},
                      {u"gigabytes"_s, limitJson(call, cloud.quota.gigabytes, usage.gigabytes)},
                      {u"per_volume_gigabytes"_s, limitJson(call, -1, 0)},
                      {u"backups"_s, limitJson(call, mostBackups, 0)},
                      {u"backup_gigabytes"_s, limitJson(call, mostBackupGigabytes, 0)},
                      {u"groups"_s, limitJson(call, mostBackups, 0)}};
    quota.insert(u"volumes_"_s + volumeType(), limitJson(call, -1, usage.volumes));
    quota.insert(u"snapshots_"_s + volumeType(), limitJson(call, -1, usage.snapshots));
    quota.insert(u"gigabytes_"_s + volumeType(), limitJson(call, -1, usage.gigabytes));
    return answerWith(200, {{u"quota_set"_s, quota}});
}

Answer listVolumeZones(const Call &call, const Cloud &cloud)
{
    QJsonArray zones;
    const QStringList names = cloud.zones(call.site.region);
    for (const QString &name : names) {
        zones.append(QJsonObject{{u"zoneName"_s, name},
                                 {u"zoneState"_s, QJsonObject{{u"available"_s, true}}}});
    }
    return answerWith(200, {{u"availabilityZoneInfo"_s, zones}});
}

Answer listMessages(const Call &call, const Cloud &cloud)
{
    if (call.minor < firstWithMessages) {
        return refuse(404, u"The resource could not be found."_s);
    }
    const QString resource = call.request.queryValues(u"resource_uuid").value(0);
    QJsonArray entries;
    for (const Message &message : cloud.messages) {
        if (message.site == call.site && (resource.isEmpty() || resource == message.resource)) {
            entries.append(json(message, call));
        }
    }
    return answerWith(200, {{u"messages"_s, entries}});
}

Answer showType(const Call &call)
{
    const QJsonObject type = volumeTypeJson(call);
    const bool isKnown = call.id() == "default"_L1 || call.id() == type.value(u"id"_s).toString();
    return isKnown ? answerWith(200, {{u"volume_type"_s, type}})
                   : refuse(404, u"Volume type %1 could not be found."_s.arg(call.id()));
}

} // namespace

void addVolumeCatalogueRoutes(Endpoint &endpoint, Cloud &cloud)
{
    const auto versions = [&cloud](const Call &call, int status) {
        return answerWith(status, {{u"versions"_s, QJsonArray{volumeVersion(call, cloud)}}});
    };
    endpoint.open("GET", {}, [versions](const Call &call) { return versions(call, 300); });
    endpoint.add("GET", u"/v3"_s, [versions](const Call &call) { return versions(call, 200); });
    endpoint.add("GET", u"/v3/limits"_s,
                 [&cloud](const Call &call) { return showLimits(call, cloud); });
    endpoint.add("GET", u"/v3/os-quota-sets/{id}"_s,
                 [&cloud](const Call &call) { return showQuota(call, cloud); });
    endpoint.add("GET", u"/v3/os-availability-zone"_s,
                 [&cloud](const Call &call) { return listVolumeZones(call, cloud); });
    endpoint.add("GET", u"/v3/messages"_s,
                 [&cloud](const Call &call) { return listMessages(call, cloud); });
    endpoint.add("GET", u"/v3/types"_s, [](const Call &call) {
        return answerWith(200, {{u"volume_types"_s, QJsonArray{volumeTypeJson(call)}}});
    });
    endpoint.add("GET", u"/v3/types/{id}"_s, showType);
    endpoint.add("GET", u"/v3/extensions"_s,
                 [](const Call &) { return answerWith(200, {{u"extensions"_s, QJsonArray()}}); });
    endpoint.add("GET", u"/v3/os-services"_s, [](const Call &) {
        return refusePolicy(Service::Volume, u"volume_extension:services:index"_s);
    });
}

} // namespace Demo::OpenStack
