// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackcomputeparser.h"

#include "providers/openstack/openstackfields.h"
#include "providers/openstack/openstackrequests.h"
#include "providers/openstack/openstackwords.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ResourceKey;
using Domain::ResourceKind;
using Domain::Result;

namespace {

QStringList readNovaAddresses(const JsonFields &fields)
{
    QStringList addresses;
    const QJsonObject networks = fields.json().value("addresses"_L1).toObject();
    for (const auto &network : networks) {
        const QJsonArray all = network.toArray();
        for (const auto &one : all) {
            if (const QString text = one["addr"_L1].toString(); !text.isEmpty()) {
                addresses.append(text);
            }
        }
    }
    return addresses;
}

QList<ResourceKey> readAttachedVolumes(const JsonFields &fields)
{
    QList<ResourceKey> keys;
    const QJsonArray all = fields.json().value("os-extended-volumes:volumes_attached"_L1).toArray();
    for (const auto &volume : all) {
        if (const QString id = volume["id"_L1].toString(); OpenStackFields::isId(id)) {
            keys.append({{}, ResourceKind::Volume, {id}});
        }
    }
    return keys;
}

/// Older services tell of the flavor its id alone, newer ones all but the id.
void readFlavor(const JsonFields &fields, Domain::Resource &server)
{
    const QJsonObject flavor = fields.json().value("flavor"_L1).toObject();
    const QString name = flavor.value("original_name"_L1).toString();
    server.plan = name.isEmpty() ? flavor.value("id"_L1).toString() : name;
    const qint64 disk = flavor.value("disk"_L1).toInteger(0);
    // The disk of a volume-backed server is its volume's.
    if (disk > 0 && !server.isVolumeBacked) {
        server.sizeBytes = OpenStackFields::gibibytes(disk);
    }
}

OpenStackServer readServerRow(const JsonFields &fields)
{
    OpenStackServer row;
    Domain::Resource &server = row.resource;
    server.key.kind = ResourceKind::Server;
    server.key.id.value = OpenStackFields::id(fields, "id"_L1);
    server.name = OpenStackFields::text(fields, "name"_L1);
    server.rawState = fields.text("status"_L1);
    row.task = OpenStackFields::text(fields, "OS-EXT-STS:task_state"_L1);
    server.power = OpenStackWords::powerState(server.rawState, row.task);
    const bool isBuilding = server.rawState == "BUILD"_L1;
    server.isLocked = !row.task.isEmpty() || isBuilding;
    server.project.value = OpenStackFields::text(fields, "tenant_id"_L1);
    server.location.value = OpenStackFields::text(fields, "OS-EXT-AZ:availability_zone"_L1);
    server.created = OpenStackFields::instant(fields, "created"_L1);
    server.addresses = readNovaAddresses(fields);
    server.volumes = readAttachedVolumes(fields);
    server.labels = OpenStackFields::metadata(fields, "metadata"_L1);
    // No object, but an empty text, where the server was started from a volume.
    row.image = fields.json().value("image"_L1)["id"_L1].toString();
    server.isVolumeBacked = row.image.isEmpty();
    readFlavor(fields, server);
    server.isRebuildProtected = fields.json().value("locked"_L1).toBool(false);
    server.isDeleteProtected = server.isRebuildProtected;
    row.fault = fields.json().value("fault"_L1)["message"_L1].toString();
    return row;
}

Domain::ServerType readFlavorRow(const JsonFields &fields)
{
    Domain::ServerType type;
    // Operators name them as they like, "s3.large.2": it is no part of a path.
    type.id.value = fields.text("id"_L1);
    if (type.id.isEmpty()) {
        fields.reject("id"_L1, u"is empty"_s);
    }
    type.name = fields.text("name"_L1);
    type.cores = static_cast<int>(std::clamp<qint64>(fields.integer("vcpus"_L1), 0, 1'000'000));
    constexpr qint64 mebibyte = 1 << 20;
    type.memoryBytes = std::clamp<qint64>(fields.integer("ram"_L1), 0, 1LL << 40) * mebibyte;
    type.diskBytes = OpenStackFields::gibibytes(fields.integer("disk"_L1));
    const bool isDisabled = fields.json().value("OS-FLV-DISABLED:disabled"_L1).toBool(false);
    type.offers = {{{}, !isDisabled}};
    return type;
}

OpenStackAction readAction(const JsonFields &fields)
{
    return {fields.text("action"_L1), OpenStackFields::instant(fields, "start_time"_L1),
            OpenStackFields::text(fields, "message"_L1),
            OpenStackFields::text(fields, "request_id"_L1)};
}

/// What a volume-backed server's image stands for: a text with JSON in it. One that can't be read
/// is the service's own affair.
void readParts(const JsonFields &fields, OpenStackImage &row)
{
    const QString text = OpenStackFields::text(fields, "block_device_mapping"_L1);
    const QJsonArray disks = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &disk : disks) {
        const QString id = disk["snapshot_id"_L1].toString();
        if (!OpenStackFields::isId(id)) {
            continue;
        }
        row.snapshot.parts.append({{}, ResourceKind::Volume, {id}});
        if (disk["boot_index"_L1].toInteger(-1) == 0) {
            row.bootPart.value = id;
        }
    }
}

/// As types of servers name it.
QString readArchitecture(const JsonFields &fields)
{
    const QString word = fields.json().value("architecture"_L1).toString();
    if (word == "x86_64"_L1 || word == "i686"_L1) {
        return u"x86"_s;
    }
    return word == "aarch64"_L1 ? u"arm"_s : word;
}

/// Where a store's own address is told it may hold a credential.
QString rawImage(QJsonObject image)
{
    image.remove("locations"_L1);
    image.remove("direct_url"_L1);
    return QString::fromUtf8(QJsonDocument(image).toJson(QJsonDocument::Indented));
}

void readImageSizes(const JsonFields &fields, Domain::Snapshot &image)
{
    if (image.status == Domain::SnapshotStatus::Creating) {
        return;
    }
    image.sizeBytes = fields.integer("size"_L1, Presence::Optional);
    if (!image.parts.isEmpty()) {
        return; // nothing is in the image itself
    }
    const qint64 least = fields.integer("min_disk"_L1, Presence::Optional).value_or(0);
    const qint64 inside = fields.integer("virtual_size"_L1, Presence::Optional).value_or(0);
    const qint64 disk = std::max(OpenStackFields::gibibytes(least), inside);
    if (disk > 0) {
        image.diskBytes = disk;
    }
}

OpenStackImage readImageRow(const JsonFields &fields)
{
    OpenStackImage row;
    Domain::Snapshot &image = row.snapshot;
    image.key.kind = ResourceKind::Server;
    image.key.id.value = OpenStackFields::id(fields, "id"_L1);
    image.name = OpenStackFields::text(fields, "name"_L1);
    image.rawStatus = fields.text("status"_L1);
    image.status = OpenStackWords::imageStatus(image.rawStatus);
    image.created =
        OpenStackFields::wholeSeconds(OpenStackFields::instant(fields, "created_at"_L1));
    image.project.value = OpenStackFields::text(fields, "owner"_L1);
    image.isProtected = fields.json().value("protected"_L1).toBool(false);
    image.architecture = readArchitecture(fields);
    readParts(fields, row);
    readImageSizes(fields, image);
    const QString server = OpenStackFields::text(fields, "instance_uuid"_L1);
    if (OpenStackFields::isId(server)) {
        image.source = ResourceKey{{}, ResourceKind::Server, {server}};
    }
    const QString marker = OpenStackFields::text(fields, OpenStackRequests::markerName);
    if (!marker.isEmpty()) {
        image.labels.insert(OpenStackRequests::markerName, marker);
    }
    image.raw = rawImage(fields.json());
    const QString type = OpenStackFields::text(fields, "image_type"_L1);
    row.isSnapshot = type == "snapshot"_L1 || type == "backup"_L1 || !image.parts.isEmpty();
    return row;
}

} // namespace

Result<Net::Page<OpenStackServer>> OpenStackComputeParser::servers(const QByteArray &json)
{
    return readDocument<Net::Page<OpenStackServer>>(json, [](const JsonFields &frame) {
        return OpenStackFields::page(frame, "servers"_L1, "servers_links"_L1, readServerRow);
    });
}

Result<OpenStackServer> OpenStackComputeParser::server(const QByteArray &json)
{
    return readDocument<OpenStackServer>(
        json, [](const JsonFields &frame) { return readServerRow(frame.object("server"_L1)); });
}

Result<Net::Page<Domain::ServerType>> OpenStackComputeParser::flavors(const QByteArray &json)
{
    return readDocument<Net::Page<Domain::ServerType>>(json, [](const JsonFields &frame) {
        return OpenStackFields::page(frame, "flavors"_L1, "flavors_links"_L1, readFlavorRow);
    });
}

Result<QList<OpenStackAction>> OpenStackComputeParser::actions(const QByteArray &json)
{
    return readDocument<QList<OpenStackAction>>(json, [](const JsonFields &frame) {
        return OpenStackFields::rows(frame, "instanceActions"_L1, readAction);
    });
}

Result<Net::Page<OpenStackImage>> OpenStackComputeParser::images(const QByteArray &json)
{
    return readDocument<Net::Page<OpenStackImage>>(json, [](const JsonFields &frame) {
        Net::Page<OpenStackImage> page;
        page.rows = OpenStackFields::rows(frame, "images"_L1, readImageRow);
        const bool hasNext = !OpenStackFields::text(frame, "next"_L1).isEmpty();
        page.next = hasNext ? std::optional(2) : std::nullopt;
        return page;
    });
}

Result<OpenStackImage> OpenStackComputeParser::image(const QByteArray &json)
{
    return readDocument<OpenStackImage>(json, readImageRow);
}

Result<QString> OpenStackComputeParser::madeImage(const QByteArray &json)
{
    if (json.trimmed().isEmpty()) {
        return QString();
    }
    return readDocument<QString>(
        json, [](const JsonFields &frame) { return OpenStackFields::id(frame, "image_id"_L1); });
}

Result<OpenStackMadeServer> OpenStackComputeParser::madeServer(const QByteArray &json)
{
    return readDocument<OpenStackMadeServer>(json, [](const JsonFields &frame) {
        const JsonFields server = frame.object("server"_L1);
        return OpenStackMadeServer{OpenStackFields::id(server, "id"_L1),
                                   OpenStackFields::text(server, "adminPass"_L1).toUtf8()};
    });
}

} // namespace Providers
