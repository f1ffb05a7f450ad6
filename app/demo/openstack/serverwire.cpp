// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/serverwire.h"

#include "demo/openstack/bodies.h"
#include "demo/openstack/endpoint.h"
#include "demo/openstack/words.h"

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const int running = 1;
const int shutDown = 4;

QJsonArray bookmark(const Call &call, const QString &path)
{
    return {QJsonObject{{u"rel"_s, u"bookmark"_s}, {u"href"_s, QString(call.base + path)}}};
}

QJsonValue imageJson(const Server &server, const Call &call)
{
    if (server.image.isEmpty()) {
        return u""_s;
    }
    return QJsonObject{{u"id"_s, server.image},
                       {u"links"_s, bookmark(call, u"/images/"_s + server.image)}};
}

QJsonObject flavorJson(const Server &server, const Cloud &cloud, const Call &call)
{
    const Flavor &flavor = *cloud.findFlavor(server.flavor);
    if (call.minor < 47) {
        return {{u"id"_s, flavor.id}, {u"links"_s, bookmark(call, u"/flavors/"_s + flavor.id)}};
    }
    return {{u"original_name"_s, flavor.name}, {u"vcpus"_s, flavor.vcpus}, {u"ram"_s, flavor.ram},
            {u"disk"_s, flavor.disk},          {u"ephemeral"_s, 0},        {u"swap"_s, 0},
            {u"extra_specs"_s, QJsonObject()}};
}

QJsonObject addressesJson(const Server &server)
{
    if (server.host == 0) {
        return {};
    }
    const QJsonObject address{{u"version"_s, 4},
                              {u"addr"_s, u"203.0.113.%1"_s.arg(server.host)},
                              {u"OS-EXT-IPS:type"_s, u"fixed"_s},
                              {u"OS-EXT-IPS-MAC:mac_addr"_s,
                               u"fa:16:3e:07:1c:%1"_s.arg(server.host, 2, 16, QLatin1Char('0'))}};
    return {{u"public"_s, QJsonArray{address}}};
}

QJsonArray volumesJson(const Server &server, const Call &call)
{
    QJsonArray array;
    for (const AttachedVolume &attached : server.volumes) {
        QJsonObject entry{{u"id"_s, attached.id}};
        if (call.minor >= 3) {
            entry.insert(u"delete_on_termination"_s, attached.isDeletedWithServer);
        }
        array.append(entry);
    }
    return array;
}

void addState(QJsonObject &object, const Server &server)
{
    const bool isOn =
        server.status == ServerStatus::Active || server.status == ServerStatus::Rebuild;
    const bool isOff = server.status == ServerStatus::Shutoff;
    object.insert(u"OS-EXT-STS:task_state"_s, textOrNull(word(server.task)));
    object.insert(u"OS-EXT-STS:vm_state"_s, machineWord(server));
    object.insert(u"OS-EXT-STS:power_state"_s, isOn ? running : isOff ? shutDown : 0);
    if (server.status == ServerStatus::Active || server.status == ServerStatus::Build
        || server.status == ServerStatus::Rebuild) {
        object.insert(u"progress"_s, 0);
    }
    if (const auto &fault = server.fault) {
        object.insert(u"fault"_s,
                      QJsonObject{{u"code"_s, fault->code},
                                  {u"message"_s, fault->message},
                                  {u"created"_s, zonedTimeText(fault->created)}});
    }
}

// What came with later microversions.
void addVersioned(QJsonObject &object, const Server &server, const Call &call, ServerDetail detail)
{
    if (call.minor >= 9) {
        object.insert(u"locked"_s, server.isLocked);
    }
    if (call.minor >= 19) {
        object.insert(u"description"_s, QJsonValue::Null);
    }
    if (call.minor >= 26) {
        object.insert(u"tags"_s, QJsonArray());
    }
    if (call.minor >= 63) {
        object.insert(u"trusted_image_certificates"_s, QJsonValue::Null);
    }
    if (call.minor >= 71 && detail == ServerDetail::Shown) {
        object.insert(u"server_groups"_s, QJsonArray());
    }
    if (call.minor >= 73) {
        object.insert(u"locked_reason"_s, QJsonValue::Null);
    }
    if (call.minor >= 90) {
        object.insert(u"OS-EXT-SRV-ATTR:hostname"_s, server.name.toLower());
    }
    if (call.minor >= 96) {
        object.insert(u"pinned_availability_zone"_s, QJsonValue::Null);
    }
}

} // namespace

QJsonObject json(const Server &server, const Cloud &cloud, const Call &call, ServerDetail detail)
{
    const QJsonArray links = computeLinks(call, u"/servers/"_s + server.id);
    if (detail == ServerDetail::Short) {
        return {{u"id"_s, server.id}, {u"name"_s, server.name}, {u"links"_s, links}};
    }
    const QString host = hexIdOf(u"host"_s, server.zone + server.site.project);
    QJsonObject object{{u"id"_s, server.id},
                       {u"name"_s, server.name},
                       {u"status"_s, word(server.status)},
                       {u"tenant_id"_s, server.site.project},
                       {u"user_id"_s, server.user},
                       {u"metadata"_s, metadataJson(server.metadata)},
                       {u"hostId"_s, QString(host + host.first(24))},
                       {u"image"_s, imageJson(server, call)},
                       {u"flavor"_s, flavorJson(server, cloud, call)},
                       {u"created"_s, zonedTimeText(server.created)},
                       {u"updated"_s, zonedTimeText(server.updated)},
                       {u"addresses"_s, addressesJson(server)},
                       {u"accessIPv4"_s, u""_s},
                       {u"accessIPv6"_s, u""_s},
                       {u"links"_s, links},
                       {u"OS-DCF:diskConfig"_s, u"MANUAL"_s},
                       {u"OS-EXT-AZ:availability_zone"_s, server.zone},
                       {u"config_drive"_s, u""_s},
                       {u"key_name"_s, textOrNull(server.keyName)},
                       {u"OS-SRV-USG:launched_at"_s, timeOrNull(server.launched)},
                       {u"OS-SRV-USG:terminated_at"_s, QJsonValue::Null},
                       {u"os-extended-volumes:volumes_attached"_s, volumesJson(server, call)}};
    if (server.host != 0) {
        object.insert(u"security_groups"_s, QJsonArray{QJsonObject{{u"name"_s, u"default"_s}}});
    }
    addState(object, server);
    addVersioned(object, server, call, detail);
    return object;
}

QJsonObject json(const Flavor &flavor, const Call &call)
{
    QJsonObject object{{u"id"_s, flavor.id},
                       {u"name"_s, flavor.name},
                       {u"ram"_s, flavor.ram},
                       {u"disk"_s, flavor.disk},
                       {u"swap"_s, call.minor >= 75 ? QJsonValue(0) : QJsonValue(u""_s)},
                       {u"OS-FLV-EXT-DATA:ephemeral"_s, 0},
                       {u"OS-FLV-DISABLED:disabled"_s, false},
                       {u"vcpus"_s, flavor.vcpus},
                       {u"os-flavor-access:is_public"_s, true},
                       {u"rxtx_factor"_s, 1.0},
                       {u"links"_s, computeLinks(call, u"/flavors/"_s + flavor.id)}};
    if (call.minor >= 55) {
        object.insert(u"description"_s, QJsonValue::Null);
    }
    if (call.minor >= 61) {
        object.insert(u"extra_specs"_s, QJsonObject());
    }
    return object;
}

QJsonObject json(const ActionRecord &record, const Call &call)
{
    QJsonObject object{
        {u"action"_s, record.action},
        {u"instance_uuid"_s, record.server},
        {u"request_id"_s, record.requestId},
        {u"user_id"_s, record.user},
        {u"project_id"_s, record.project},
        {u"start_time"_s, timeText(record.started)},
        {u"message"_s, record.hasFailed ? QJsonValue(u"Error"_s) : QJsonValue(QJsonValue::Null)}};
    if (call.minor >= 58) {
        object.insert(u"updated_at"_s, timeOrNull(record.updated));
    }
    return object;
}

QJsonArray computeLinks(const Call &call, const QString &path)
{
    return {QJsonObject{{u"rel"_s, u"self"_s}, {u"href"_s, QString(call.base + u"/v2.1"_s + path)}},
            QJsonObject{{u"rel"_s, u"bookmark"_s}, {u"href"_s, QString(call.base + path)}}};
}

QString onceToldPassword(Cloud &cloud)
{
    return u"demo-secret-"_s + cloud.newId().first(8);
}

} // namespace Demo::OpenStack
