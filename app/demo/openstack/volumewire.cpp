// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/volumewire.h"

#include "demo/openstack/bodies.h"
#include "demo/openstack/endpoint.h"
#include "demo/openstack/hosterdata.h"
#include "demo/openstack/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::OpenStack {

namespace {

QJsonArray attachmentsJson(const Volume &volume)
{
    QJsonArray array;
    for (const Attachment &attachment : volume.attachments) {
        array.append(QJsonObject{{u"id"_s, volume.id},
                                 {u"attachment_id"_s, attachment.id},
                                 {u"volume_id"_s, volume.id},
                                 {u"server_id"_s, attachment.server},
                                 {u"host_name"_s, QJsonValue::Null},
                                 {u"device"_s, attachment.device},
                                 {u"attached_at"_s, timeText(attachment.attached)}});
    }
    return array;
}

// What came with later microversions.
void addVersioned(QJsonObject &object, const Call &call)
{
    if (call.minor >= 13) {
        object.insert(u"group_id"_s, QJsonValue::Null);
    }
    if (call.minor >= 48) {
        object.insert(u"shared_targets"_s, false);
        object.insert(u"service_uuid"_s, uuidOf(u"host"_s, u"volume"_s));
    }
    if (call.minor >= 63) {
        object.insert(u"volume_type_id"_s, uuidOf(u"type"_s, volumeType()));
    }
    if (call.minor >= 65) {
        object.insert(u"consumes_quota"_s, true);
    }
}

bool isStarted(const Snapshot &snapshot)
{
    return snapshot.status != SnapshotStatus::Creating && snapshot.status != SnapshotStatus::Error;
}

} // namespace

QJsonObject json(const Volume &volume, const Call &call, Detail detail)
{
    const QJsonArray links = volumeLinks(call, u"/volumes/"_s + volume.id);
    if (detail == Detail::Short) {
        return {{u"id"_s, volume.id}, {u"name"_s, textOrNull(volume.name)}, {u"links"_s, links}};
    }
    const bool isNew = detail == Detail::Created;
    const bool isBootable = !volume.imageMetadata.isEmpty();
    QJsonObject object{
        {u"id"_s, volume.id},
        {u"status"_s, word(volume.status)},
        {u"size"_s, volume.size},
        {u"availability_zone"_s, volume.zone},
        {u"created_at"_s, isNew ? exactTimeText(volume.created) : timeText(volume.created)},
        {u"updated_at"_s, timeOrNull(volume.updated)},
        {u"name"_s, textOrNull(volume.name)},
        {u"description"_s, textOrNull(volume.description)},
        {u"volume_type"_s, volumeType()},
        {u"snapshot_id"_s, textOrNull(volume.snapshot)},
        {u"source_volid"_s, QJsonValue::Null},
        {u"metadata"_s, metadataJson(volume.metadata)},
        {u"links"_s, links},
        {u"user_id"_s, volume.user},
        {u"bootable"_s, isBootable && !isNew ? u"true"_s : u"false"_s},
        {u"encrypted"_s, false},
        {u"replication_status"_s, QJsonValue::Null},
        {u"consistencygroup_id"_s, QJsonValue::Null},
        {u"multiattach"_s, false},
        {u"attachments"_s, attachmentsJson(volume)}};
    addVersioned(object, call);
    if (isNew) {
        return object;
    }
    object.insert(u"os-vol-tenant-attr:tenant_id"_s, volume.site.project);
    if (isBootable) {
        object.insert(u"volume_image_metadata"_s, metadataJson(volume.imageMetadata));
    }
    return object;
}

QJsonObject json(const Snapshot &snapshot, const Call &call, Detail detail)
{
    QJsonObject object{
        {u"id"_s, snapshot.id},
        {u"created_at"_s,
         detail == Detail::Created ? exactTimeText(snapshot.created) : timeText(snapshot.created)},
        {u"updated_at"_s, timeOrNull(snapshot.updated)},
        {u"name"_s, textOrNull(snapshot.name)},
        {u"description"_s, textOrNull(snapshot.description)},
        {u"volume_id"_s, snapshot.volume},
        {u"status"_s, word(snapshot.status)},
        {u"size"_s, snapshot.size},
        {u"metadata"_s, metadataJson(snapshot.metadata)}};
    if (detail == Detail::Short) {
        return object;
    }
    if (call.minor >= 14) {
        object.insert(u"group_snapshot_id"_s, QJsonValue::Null);
    }
    if (call.minor >= 41) {
        object.insert(u"user_id"_s, snapshot.user);
    }
    if (call.minor >= 65) {
        object.insert(u"consumes_quota"_s, true);
    }
    if (detail == Detail::Full) {
        object.insert(u"os-extended-snapshot-attributes:project_id"_s, snapshot.site.project);
        object.insert(u"os-extended-snapshot-attributes:progress"_s,
                      isStarted(snapshot) ? u"100%"_s : u"0%"_s);
    }
    return object;
}

QJsonObject json(const Message &message, const Call &call)
{
    return {{u"id"_s, message.id},
            {u"event_id"_s, message.event},
            {u"user_message"_s, message.text},
            {u"message_level"_s, u"ERROR"_s},
            {u"created_at"_s, timeText(message.created)},
            {u"guaranteed_until"_s, timeText(message.created + 24h * 30)},
            {u"request_id"_s, message.requestId},
            {u"links"_s, volumeLinks(call, u"/messages/"_s + message.id)},
            {u"resource_type"_s,
             message.event.contains(u"SNAPSHOT"_s) ? u"VOLUME_SNAPSHOT"_s : u"VOLUME"_s},
            {u"resource_uuid"_s, message.resource}};
}

QJsonObject volumeTypeJson(const Call &)
{
    return {{u"id"_s, uuidOf(u"type"_s, volumeType())},
            {u"name"_s, volumeType()},
            {u"is_public"_s, true},
            {u"description"_s, QJsonValue::Null},
            {u"extra_specs"_s, QJsonObject()},
            {u"os-volume-type-access:is_public"_s, true}};
}

QJsonArray volumeLinks(const Call &call, const QString &path)
{
    const QString below = u'/' + call.site.project + path;
    return {QJsonObject{{u"rel"_s, u"self"_s}, {u"href"_s, QString(call.base + u"/v3"_s + below)}},
            QJsonObject{{u"rel"_s, u"bookmark"_s}, {u"href"_s, QString(call.base + below)}}};
}

} // namespace Demo::OpenStack
