// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/volumeroutes.h"

#include "demo/openstack/bodies.h"
#include "demo/openstack/createvolume.h"
#include "demo/openstack/endpoint.h"
#include "demo/openstack/metadataroutes.h"
#include "demo/openstack/volumelist.h"
#include "demo/openstack/volumewire.h"
#include "demo/openstack/volumework.h"
#include "demo/openstack/words.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const int firstWithRevert = 40;

QVariant volumeValue(const Volume &volume, const QString &field)
{
    if (field == "size"_L1) {
        return volume.size;
    }
    if (field == "status"_L1) {
        return word(volume.status);
    }
    if (field == "name"_L1) {
        return volume.name;
    }
    if (field == "bootable"_L1) {
        return volume.imageMetadata.isEmpty() ? u"false"_s : u"true"_s;
    }
    if (field == "availability_zone"_L1) {
        return volume.zone;
    }
    if (field == "created_at"_L1) {
        return timeText(volume.created);
    }
    return field == "id"_L1 ? volume.id : QString();
}

Answer listVolumes(const Call &call, const Cloud &cloud, Detail detail)
{
    return answerVolumeList<Volume>(
        call, cloud, cloud.volumes,
        {u"volumes"_s,
         u"Volume"_s,
         {u"name"_s, u"status"_s, u"metadata"_s, u"bootable"_s, u"availability_zone"_s},
         {u"created_at"_s, u"id"_s, u"name"_s, u"size"_s, u"status"_s, u"bootable"_s,
          u"availability_zone"_s},
         volumeValue,
         [&](const Volume &volume) {
             return json(volume, call, detail);
         }});
}

Answer updateVolume(const Call &call, Cloud &cloud, Volume &volume)
{
    const auto told = readMember(call.request, u"volume"_s);
    if (!told) {
        return told.error();
    }
    Fields fields(u"volume"_s, *told);
    Volume changed = volume;
    changed.name = fields.has(u"name"_s) ? fields.text(u"name"_s) : volume.name;
    changed.description =
        fields.has(u"description"_s) ? fields.text(u"description"_s) : volume.description;
    changed.metadata = fields.has(u"metadata"_s) ? fields.metadata(u"metadata"_s) : volume.metadata;
    if (const auto complaint = fields.complaint()) {
        return *complaint;
    }
    changed.updated = cloud.now();
    volume = changed;
    return answerWith(200, {{u"volume"_s, json(volume, call, Detail::Full)}});
}

Answer removeVolume(const Call &call, Cloud &cloud, Volume &volume)
{
    const bool takesSnapshots = queried(call, u"cascade"_s).toLower() == "true"_L1;
    const QList<Snapshot *> own = cloud.snapshotsOf(volume.id);
    const bool isIdle =
        volume.status == VolumeStatus::Available || volume.status == VolumeStatus::Error;
    if (!isIdle || (!own.isEmpty() && !takesSnapshots)) {
        return refuse(400,
                      u"Invalid volume: Volume status must be available or error or "
                      "error_restoring or error_extending or error_managing and must not be "
                      "migrating, attached, belong to a group, have snapshots, awaiting a "
                      "transfer, or be disassociated from snapshots after volume transfer."_s);
    }
    for (Snapshot *snapshot : own) {
        cloud.setStatus(*snapshot, SnapshotStatus::Deleting, cloud.now());
    }
    deleteVolume(cloud, volume);
    return answerEmpty(202);
}

Answer refuseAction(const QString &action)
{
    return refuse(400,
                  u"There is no such action: %1. Verify the request body and Content-Type "
                  "header and try again."_s.arg(action));
}

Answer actOnVolume(const Call &call, Cloud &cloud, Volume &volume)
{
    const QJsonObject body = QJsonDocument::fromJson(call.request.body).object();
    if (body.size() != 1) {
        return refuse(400, u"Malformed request body"_s);
    }
    const QString action = body.begin().key();
    const QJsonValue told = body.begin().value();
    if (action == "revert"_L1) {
        return call.minor < firstWithRevert
            ? refuse(404, u"The resource could not be found."_s)
            : revertVolume(cloud, volume, told[u"snapshot_id"_s].toString());
    }
    if (action == "os-extend"_L1) {
        return extendVolume(cloud, volume, told[u"new_size"_s].toInt());
    }
    return action == "os-reset_status"_L1
        ? refusePolicy(Service::Volume, u"volume_extension:volume_admin_actions:reset_status"_s)
        : refuseAction(action);
}

} // namespace

void addVolumeRoutes(Endpoint &endpoint, Cloud &cloud)
{
    using OnVolume = std::function<Answer(const Call &, Volume &)>;
    const auto onOne = [&cloud](const OnVolume &act) {
        return [&cloud, act](const Call &call) {
            Volume *volume = cloud.findVolume(call.site, call.id());
            return volume ? act(call, *volume) : refuseUnknown(u"Volume"_s, call.id());
        };
    };
    const QString all = u"/v3/volumes"_s;
    const QString one = u"/v3/volumes/{id}"_s;
    endpoint.add("GET", all,
                 [&cloud](const Call &call) { return listVolumes(call, cloud, Detail::Short); });
    endpoint.add("GET", all + u"/detail"_s,
                 [&cloud](const Call &call) { return listVolumes(call, cloud, Detail::Full); });
    endpoint.change("POST", all, u"volume:create"_s,
                    [&cloud](const Call &call) { return orderVolume(call, cloud); });
    endpoint.add("GET", one, onOne([](const Call &call, const Volume &volume) {
                     return answerWith(200, {{u"volume"_s, json(volume, call, Detail::Full)}});
                 }));
    endpoint.change("PUT", one, u"volume:update"_s,
                    onOne([&cloud](const Call &call, Volume &volume) {
                        return updateVolume(call, cloud, volume);
                    }));
    endpoint.change("DELETE", one, u"volume:delete"_s,
                    onOne([&cloud](const Call &call, Volume &volume) {
                        return removeVolume(call, cloud, volume);
                    }));
    endpoint.change("POST", one + u"/action"_s, u"volume:revert_to_snapshot"_s,
                    onOne([&cloud](const Call &call, Volume &volume) {
                        return actOnVolume(call, cloud, volume);
                    }));
    addMetadataRoutes(endpoint, one + u"/metadata"_s,
                      {[&cloud](const Call &call) {
                           Volume *volume = cloud.findVolume(call.site, call.id());
                           return volume ? &volume->metadata : nullptr;
                       },
                       u"Volume"_s,
                       [](const QString &verb) {
                           return u"volume:%1_volume_metadata"_s.arg(verb);
                       }});
}

} // namespace Demo::OpenStack
