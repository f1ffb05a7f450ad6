// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/serverimage.h"

#include "demo/openstack/cloud.h"
#include "demo/openstack/words.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

QJsonObject mappingOf(const Snapshot &snapshot, const AttachedVolume &attached, int bootIndex)
{
    QJsonObject mapping{{u"boot_index"_s, bootIndex < 0 ? QJsonValue() : QJsonValue(bootIndex)},
                        {u"device_name"_s, attached.device},
                        {u"snapshot_id"_s, snapshot.id},
                        {u"volume_size"_s, snapshot.size},
                        {u"delete_on_termination"_s, attached.isDeletedWithServer},
                        {u"source_type"_s, u"snapshot"_s},
                        {u"destination_type"_s, u"volume"_s}};
    for (const QString &key :
         {u"volume_id"_s, u"no_device"_s, u"encryption_secret_uuid"_s, u"guest_format"_s,
          u"disk_bus"_s, u"encrypted"_s, u"encryption_options"_s, u"volume_type"_s,
          u"encryption_format"_s, u"device_type"_s, u"tag"_s, u"image_id"_s}) {
        mapping.insert(key, QJsonValue::Null);
    }
    return mapping;
}

} // namespace

Image imageOf(const Cloud &cloud, const Server &server, const QString &name, Instant created)
{
    Image image;
    image.site = server.site;
    image.name = name;
    image.status = ImageStatus::Queued;
    image.created = created;
    image.updated = created;
    image.minDisk = cloud.findFlavor(server.flavor)->disk;
    const QString owner = cloud.findProject(server.site.project)->name;
    image.properties = {{u"base_image_ref"_s, server.image},
                        {u"boot_roles"_s, u"member,reader"_s},
                        {u"owner_project_name"_s, owner},
                        {u"owner_user_name"_s, cloud.directory.findUser(server.user)->name}};
    if (!server.isVolumeBacked) {
        image.properties.insert(u"image_type"_s, u"snapshot"_s);
        image.properties.insert(u"instance_uuid"_s, server.id);
        image.properties.insert(u"user_id"_s, server.user);
    }
    return image;
}

void fillImage(Image &image, qint64 size)
{
    image.size = size;
    image.diskFormat = u"qcow2"_s;
    image.properties.insert(u"image_location"_s, u"snapshot"_s);
    image.properties.insert(u"image_state"_s, u"available"_s);
    image.properties.insert(u"owner_id"_s, image.site.project);
}

void snapshotVolumes(Cloud &cloud, const Server &server, Image &image, Instant created)
{
    QJsonArray mappings;
    for (const AttachedVolume &attached : server.volumes) {
        const Volume &volume = cloud.volumes.at(attached.id);
        Snapshot snapshot;
        snapshot.id = cloud.newId();
        snapshot.site = server.site;
        snapshot.user = server.user;
        snapshot.name = u"snapshot for "_s + image.name;
        snapshot.description = u""_s;
        snapshot.volume = volume.id;
        snapshot.size = volume.size;
        snapshot.created = created;
        snapshot.updated = created;
        mappings.append(mappingOf(snapshot, attached, mappings.isEmpty() ? 0 : -1));
        cloud.add(std::move(snapshot));
    }
    image.diskFormat = u"qcow2"_s;
    image.properties.insert(u"bdm_v2"_s, u"True"_s);
    image.properties.insert(u"signature_verified"_s, u"False"_s);
    image.properties.insert(u"root_device_name"_s, server.volumes.constFirst().device);
    image.properties.insert(
        u"block_device_mapping"_s,
        QString::fromUtf8(QJsonDocument(mappings).toJson(QJsonDocument::Compact)));
}

QJsonArray volumesOf(const Image &image)
{
    const QString text = image.properties.value(u"block_device_mapping"_s);
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

} // namespace Demo::OpenStack
