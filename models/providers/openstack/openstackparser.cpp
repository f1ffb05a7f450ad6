// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackparser.h"

#include "providers/openstack/openstackfields.h"
#include "providers/openstack/openstackwords.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ResourceKey;
using Domain::ResourceKind;
using Domain::Result;

namespace {

qint64 readGibibytes(const JsonFields &fields, QLatin1StringView key)
{
    const qint64 count = fields.integer(key);
    if (count < 0) {
        fields.reject(key, u"is negative"_s);
    }
    return OpenStackFields::gibibytes(count);
}

/// A volume that several servers share counts as the first one's.
std::optional<ResourceKey> readAttachment(const JsonFields &fields)
{
    const QJsonArray attachments = fields.json().value("attachments"_L1).toArray();
    for (const auto &attachment : attachments) {
        const QString server = attachment.toObject().value("server_id"_L1).toString();
        if (OpenStackFields::isId(server)) {
            return ResourceKey{{}, ResourceKind::Server, {server}};
        }
    }
    return std::nullopt;
}

OpenStackVolume readVolumeRow(const JsonFields &fields)
{
    OpenStackVolume row;
    Domain::Resource &volume = row.resource;
    volume.key.kind = ResourceKind::Volume;
    volume.key.id.value = OpenStackFields::id(fields, "id"_L1);
    volume.name = OpenStackFields::text(fields, "name"_L1);
    if (volume.name.isEmpty()) {
        volume.name = volume.key.id.value; // nothing else tells it apart
    }
    volume.rawState = fields.text("status"_L1);
    volume.isLocked = OpenStackWords::isVolumeBusy(volume.rawState);
    volume.sizeBytes = readGibibytes(fields, "size"_L1);
    volume.created = OpenStackFields::instant(fields, "created_at"_L1);
    volume.location.value = OpenStackFields::text(fields, "availability_zone"_L1);
    volume.project.value = OpenStackFields::text(fields, "os-vol-tenant-attr:tenant_id"_L1);
    volume.storageCategory = OpenStackFields::text(fields, "volume_type"_L1);
    volume.labels = OpenStackFields::metadata(fields, "metadata"_L1);
    volume.attachedTo = readAttachment(fields);
    row.updated = OpenStackFields::instant(fields, "updated_at"_L1);
    return row;
}

/// Of the time the whole seconds alone: the first answers after the making have more than the later
/// ones.
OpenStackVolumeSnapshot readVolumeSnapshotRow(const JsonFields &fields)
{
    OpenStackVolumeSnapshot row;
    Domain::Snapshot &snapshot = row.snapshot;
    snapshot.key.kind = ResourceKind::Volume;
    snapshot.key.id.value = OpenStackFields::id(fields, "id"_L1);
    snapshot.name = OpenStackFields::text(fields, "name"_L1);
    snapshot.created =
        OpenStackFields::wholeSeconds(OpenStackFields::instant(fields, "created_at"_L1));
    if (!snapshot.created.isValid() && !fields.has("created_at"_L1)) {
        fields.reject("created_at"_L1, u"is missing"_s);
    }
    snapshot.rawStatus = fields.text("status"_L1);
    snapshot.status = OpenStackWords::volumeSnapshotStatus(snapshot.rawStatus);
    snapshot.isInUse = OpenStackWords::isSnapshotInUse(snapshot.rawStatus);
    snapshot.diskBytes = readGibibytes(fields, "size"_L1);
    if (snapshot.status != Domain::SnapshotStatus::Creating) {
        snapshot.sizeBytes = snapshot.diskBytes;
    }
    snapshot.source =
        ResourceKey{{}, ResourceKind::Volume, {OpenStackFields::id(fields, "volume_id"_L1)}};
    snapshot.project.value =
        OpenStackFields::text(fields, "os-extended-snapshot-attributes:project_id"_L1);
    snapshot.labels = OpenStackFields::metadata(fields, "metadata"_L1);
    snapshot.raw = QString::fromUtf8(QJsonDocument(fields.json()).toJson(QJsonDocument::Indented));
    row.updated = OpenStackFields::instant(fields, "updated_at"_L1);
    return row;
}

OpenStackZone readZone(const JsonFields &fields)
{
    const QJsonValue state = fields.json().value("zoneState"_L1);
    return {fields.text("zoneName"_L1), state["available"_L1].toBool(true)};
}

OpenStackMessage readMessage(const JsonFields &fields)
{
    return {OpenStackFields::text(fields, "resource_uuid"_L1), fields.text("user_message"_L1)};
}

/// Nothing where one of the two is not told; -1 stands for no bound.
std::optional<OpenStackQuota> readQuota(const JsonFields &absolute, QLatin1StringView maximum,
                                        QLatin1StringView used)
{
    const std::optional<qint64> most = absolute.integer(maximum, Presence::Optional);
    const std::optional<qint64> had = absolute.integer(used, Presence::Optional);
    if (!most || !had) {
        return std::nullopt;
    }
    return OpenStackQuota{*had, *most < 0 ? std::nullopt : most};
}

template <class Row>
Result<Net::Page<Row>> readCinderPage(const QByteArray &json, QLatin1StringView key,
                                      QLatin1StringView links, Row (*read)(const JsonFields &))
{
    return readDocument<Net::Page<Row>>(json, [&](const JsonFields &frame) {
        return OpenStackFields::page(frame, key, links, read);
    });
}

} // namespace

Result<Net::Page<OpenStackVolume>> OpenStackParser::volumes(const QByteArray &json)
{
    return readCinderPage(json, "volumes"_L1, "volumes_links"_L1, readVolumeRow);
}

Result<OpenStackVolume> OpenStackParser::volume(const QByteArray &json)
{
    return readDocument<OpenStackVolume>(
        json, [](const JsonFields &frame) { return readVolumeRow(frame.object("volume"_L1)); });
}

Result<Net::Page<OpenStackVolumeSnapshot>> OpenStackParser::volumeSnapshots(const QByteArray &json)
{
    return readCinderPage(json, "snapshots"_L1, "snapshots_links"_L1, readVolumeSnapshotRow);
}

Result<OpenStackVolumeSnapshot> OpenStackParser::volumeSnapshot(const QByteArray &json)
{
    return readDocument<OpenStackVolumeSnapshot>(json, [](const JsonFields &frame) {
        return readVolumeSnapshotRow(frame.object("snapshot"_L1));
    });
}

Result<OpenStackLimits> OpenStackParser::limits(const QByteArray &json)
{
    return readDocument<OpenStackLimits>(json, [](const JsonFields &frame) {
        const JsonFields limits = frame.object("limits"_L1);
        const JsonFields absolute = limits.object("absolute"_L1);
        return OpenStackLimits{
            readQuota(absolute, "maxTotalSnapshots"_L1, "totalSnapshotsUsed"_L1),
            readQuota(absolute, "maxTotalVolumeGigabytes"_L1, "totalGigabytesUsed"_L1)};
    });
}

Result<QList<OpenStackMessage>> OpenStackParser::messages(const QByteArray &json)
{
    return readDocument<QList<OpenStackMessage>>(json, [](const JsonFields &frame) {
        return OpenStackFields::rows(frame, "messages"_L1, readMessage);
    });
}

Result<QList<OpenStackZone>> OpenStackParser::zones(const QByteArray &json)
{
    return readDocument<QList<OpenStackZone>>(json, [](const JsonFields &frame) {
        return OpenStackFields::rows(frame, "availabilityZoneInfo"_L1, readZone);
    });
}

} // namespace Providers
