// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/wire.h"

#include "demo/hetzner/catalogue.h"
#include "demo/hetzner/prices.h"
#include "demo/hetzner/project.h"
#include "demo/hetzner/timeformat.h"
#include "demo/hetzner/words.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

const auto null = QJsonValue::Null;
const qint64 includedTraffic = 21'990'232'555'520;

QJsonObject json(const Labels &labels)
{
    QJsonObject object;
    for (auto it = labels.cbegin(); it != labels.cend(); ++it) {
        object.insert(it.key(), it.value());
    }
    return object;
}

QJsonArray json(const QList<qint64> &ids)
{
    QJsonArray array;
    for (const qint64 id : ids) {
        array.append(id);
    }
    return array;
}

QJsonValue idOrNull(const std::optional<qint64> &id)
{
    return id ? QJsonValue(*id) : QJsonValue(null);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(null) : QJsonValue(text);
}

QJsonArray supplyOf(const ServerType &type)
{
    QJsonArray array;
    const QList<Location> offering = locationsOf(type);
    for (const Location &location : offering) {
        array.append(QJsonObject{{u"id"_s, location.id},
                                 {u"name"_s, location.name},
                                 {u"deprecation"_s, null},
                                 {u"recommended"_s, true},
                                 {u"available"_s, !type.soldOutAt.contains(location.name)}});
    }
    return array;
}

// Addresses that are set aside for documentation and lead nowhere.
QJsonObject publicNet(const Server &server)
{
    const QString ipv4 = u"203.0.113.%1"_s.arg(server.host);
    const QJsonObject v4{{u"id"_s, server.id + 1},
                         {u"ip"_s, ipv4},
                         {u"blocked"_s, false},
                         {u"dns_ptr"_s, u"%1.example.net"_s.arg(server.name)}};
    const QJsonObject v6{{u"id"_s, server.id + 2},
                         {u"ip"_s, u"2001:db8:%1::/64"_s.arg(server.host, 0, 16)},
                         {u"blocked"_s, false},
                         {u"dns_ptr"_s, QJsonArray{}}};
    return {{u"ipv4"_s, server.publicNet.hasIpv4 ? QJsonValue(v4) : QJsonValue(null)},
            {u"ipv6"_s, server.publicNet.hasIpv6 ? QJsonValue(v6) : QJsonValue(null)},
            {u"floating_ips"_s, QJsonArray{}},
            {u"firewalls"_s, QJsonArray{}}};
}

void addState(QJsonObject &object, const Server &server, const Project &project)
{
    const Image *image = project.images.find(server.imageId.value_or(0));
    object.insert(u"image"_s, image ? QJsonValue(json(*image)) : QJsonValue(null));
    object.insert(u"locked"_s, project.isLocked(server));
    object.insert(u"rescue_enabled"_s, server.isRescueEnabled);
    object.insert(u"backup_window"_s,
                  server.hasBackups ? QJsonValue(u"02-06"_s) : QJsonValue(null));
    object.insert(
        u"protection"_s,
        QJsonObject{{u"delete"_s, server.isProtected}, {u"rebuild"_s, server.isProtected}});
    object.insert(u"labels"_s, json(server.labels));
    object.insert(u"volumes"_s, json(project.volumesOf(server.id)));
    object.insert(u"primary_disk_size"_s, server.diskSize);
}

} // namespace

QJsonObject json(const Location &location)
{
    return {{u"id"_s, location.id},
            {u"name"_s, location.name},
            {u"description"_s, location.description},
            {u"country"_s, location.country},
            {u"city"_s, location.city},
            {u"latitude"_s, location.latitude},
            {u"longitude"_s, location.longitude},
            {u"network_zone"_s, u"eu-central"_s}};
}

QJsonObject json(const ServerType &type)
{
    return {{u"id"_s, type.id},
            {u"name"_s, type.name},
            {u"description"_s, type.description},
            {u"cores"_s, type.cores},
            {u"memory"_s, type.memory},
            {u"disk"_s, type.disk},
            {u"deprecated"_s, false},
            {u"prices"_s, pricesOf(type)},
            {u"storage_type"_s, u"local"_s},
            {u"cpu_type"_s, word(type.cpu)},
            {u"architecture"_s, word(type.architecture)},
            {u"deprecation"_s, null},
            {u"locations"_s, supplyOf(type)}};
}

QJsonObject json(const Image &image)
{
    const QJsonValue source = image.source
        ? QJsonValue(QJsonObject{{u"id"_s, image.source->id}, {u"name"_s, image.source->name}})
        : QJsonValue(null);
    return {{u"id"_s, image.id},
            {u"type"_s, word(image.type)},
            {u"status"_s, word(image.status)},
            {u"name"_s, textOrNull(image.name)},
            {u"description"_s, image.description},
            {u"image_size"_s, image.size ? QJsonValue(*image.size) : QJsonValue(null)},
            {u"disk_size"_s, image.diskSize},
            {u"created"_s, timeText(image.created)},
            {u"created_from"_s, source},
            {u"bound_to"_s, idOrNull(image.boundTo)},
            {u"os_flavor"_s, image.osFlavor},
            {u"os_version"_s, textOrNull(image.osVersion)},
            {u"rapid_deploy"_s, image.type == ImageType::System},
            {u"protection"_s, QJsonObject{{u"delete"_s, image.isProtected}}},
            {u"deprecated"_s, null},
            {u"deleted"_s, null},
            {u"labels"_s, json(image.labels)},
            {u"architecture"_s, word(image.architecture)}};
}

QJsonObject json(const Volume &volume)
{
    return {{u"id"_s, volume.id},
            {u"name"_s, volume.name},
            {u"created"_s, timeText(volume.created)},
            {u"server"_s, idOrNull(volume.serverId)},
            {u"location"_s, json(*findLocation(volume.locationId))},
            {u"size"_s, volume.size},
            {u"linux_device"_s, u"/dev/disk/by-id/scsi-0HC_Volume_%1"_s.arg(volume.id)},
            {u"protection"_s, QJsonObject{{u"delete"_s, volume.isProtected}}},
            {u"labels"_s, json(volume.labels)},
            {u"status"_s, u"available"_s},
            {u"format"_s, volume.format}};
}

QJsonObject json(const SshKey &key)
{
    const QByteArray blob = QByteArray::fromBase64(key.publicKey.section(u' ', 1, 1).toLatin1());
    const QByteArray hash = QCryptographicHash::hash(blob, QCryptographicHash::Md5);
    return {{u"id"_s, key.id},
            {u"name"_s, key.name},
            {u"fingerprint"_s, QString::fromLatin1(hash.toHex(':'))},
            {u"public_key"_s, key.publicKey},
            {u"labels"_s, json(key.labels)},
            {u"created"_s, timeText(key.created)}};
}

QJsonObject json(const Action &action, Instant now)
{
    QJsonArray resources;
    for (const ActionResource &resource : action.resources) {
        resources.append(QJsonObject{{u"id"_s, resource.id}, {u"type"_s, word(resource.type)}});
    }
    QJsonValue error = null;
    if (action.status == ActionStatus::Error && action.error) {
        error = QJsonObject{{u"code"_s, action.error->code}, {u"message"_s, action.error->message}};
    }
    return {{u"id"_s, action.id},
            {u"command"_s, action.command},
            {u"status"_s, word(action.status)},
            {u"progress"_s, ActionLog::progress(action, now)},
            {u"started"_s, timeText(action.started)},
            {u"finished"_s,
             action.finished ? QJsonValue(timeText(*action.finished)) : QJsonValue(null)},
            {u"resources"_s, resources},
            {u"error"_s, error}};
}

QJsonObject json(const Server &server, const Project &project)
{
    QJsonObject object{{u"id"_s, server.id},
                       {u"name"_s, server.name},
                       {u"status"_s, word(server.status)},
                       {u"created"_s, timeText(server.created)},
                       {u"public_net"_s, publicNet(server)},
                       {u"private_net"_s, QJsonArray{}},
                       {u"server_type"_s, json(*findServerType(server.typeId))},
                       {u"location"_s, json(*findLocation(server.locationId))},
                       {u"iso"_s, null},
                       {u"outgoing_traffic"_s, qint64(48'123'904'000)},
                       {u"ingoing_traffic"_s, qint64(17'320'448'000)},
                       {u"included_traffic"_s, includedTraffic},
                       {u"load_balancers"_s, QJsonArray{}},
                       {u"placement_group"_s, null}};
    addState(object, server, project);
    return object;
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Answer answerWith(int status, const QJsonObject &object)
{
    Answer answer;
    answer.status = status;
    answer.body = bytes(object);
    return answer;
}

} // namespace Demo::Hetzner
