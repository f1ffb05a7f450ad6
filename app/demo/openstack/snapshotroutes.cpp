// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/snapshotroutes.h"

#include "demo/openstack/bodies.h"
#include "demo/openstack/endpoint.h"
#include "demo/openstack/metadataroutes.h"
#include "demo/openstack/volumelist.h"
#include "demo/openstack/volumewire.h"
#include "demo/openstack/volumework.h"
#include "demo/openstack/words.h"

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const int firstWithoutForce = 66;

QVariant snapshotValue(const Snapshot &snapshot, const QString &field)
{
    if (field == "size"_L1) {
        return snapshot.size;
    }
    if (field == "status"_L1) {
        return word(snapshot.status);
    }
    if (field == "name"_L1) {
        return snapshot.name;
    }
    if (field == "volume_id"_L1) {
        return snapshot.volume;
    }
    if (field == "created_at"_L1) {
        return timeText(snapshot.created);
    }
    return field == "id"_L1 ? snapshot.id : QString();
}

Answer listSnapshots(const Call &call, const Cloud &cloud, Detail detail)
{
    return answerVolumeList<Snapshot>(
        call, cloud, cloud.snapshots,
        {u"snapshots"_s,
         u"Snapshot"_s,
         {u"name"_s, u"status"_s, u"volume_id"_s, u"metadata"_s},
         {u"created_at"_s, u"id"_s, u"name"_s, u"size"_s, u"status"_s, u"volume_id"_s},
         snapshotValue,
         [&](const Snapshot &snapshot) {
             return json(snapshot, call, detail);
         }});
}

bool isTrue(const QJsonValue &value)
{
    return value.toBool() || value.toString().toLower() == "true"_L1;
}

std::optional<Answer> refuseForce(const Call &call, const Fields &fields)
{
    const bool isRefused = call.minor >= firstWithoutForce && fields.has(u"force"_s)
        && !isTrue(fields.value(u"force"_s));
    if (!isRefused) {
        return std::nullopt;
    }
    return refuse(400,
                  u"Since microversion 3.66 the 'force' flag is invalid for this request.  "
                  "For backward compatability, however, when the 'force' flag is passed with a "
                  "value evaluating to True, it is silently ignored."_s);
}

// Of one in use only with force, until that was taken for granted.
std::optional<Answer> refuseSource(const Call &call, const Fields &fields, const Volume &volume)
{
    const bool mayBeInUse = call.minor >= firstWithoutForce || isTrue(fields.value(u"force"_s));
    const bool isFit = volume.status == VolumeStatus::Available
        || (mayBeInUse && volume.status == VolumeStatus::InUse);
    if (isFit) {
        return std::nullopt;
    }
    return refuse(
        400,
        u"Invalid volume: Volume %1 status must be %2, but current status is: %3."_s.arg(
            volume.id, mayBeInUse ? u"available, in-use"_s : u"available"_s, word(volume.status)));
}

Answer takeSnapshot(const Call &call, Cloud &cloud)
{
    const auto told = readMember(call.request, u"snapshot"_s);
    if (!told) {
        return told.error();
    }
    Fields fields(u"snapshot"_s, *told);
    fields.require(u"volume_id"_s);
    fields.allow({u"volume_id"_s, u"name"_s, u"description"_s, u"metadata"_s, u"force"_s});
    Snapshot snapshot;
    snapshot.volume = fields.text(u"volume_id"_s);
    snapshot.name = fields.text(u"name"_s);
    snapshot.description = fields.text(u"description"_s);
    snapshot.metadata = fields.metadata(u"metadata"_s);
    if (const auto complaint = fields.complaint()) {
        return *complaint;
    }
    if (const auto refusal = refuseForce(call, fields)) {
        return *refusal;
    }
    const Volume *volume = cloud.findVolume(call.site, snapshot.volume);
    if (!volume) {
        return refuseUnknown(u"Volume"_s, snapshot.volume);
    }
    if (const auto refusal = refuseSource(call, fields, *volume)) {
        return *refusal;
    }
    if (const auto refusal = refuseMoreSnapshots(cloud, call, volume->size)) {
        return *refusal;
    }
    snapshot.id = cloud.newId();
    snapshot.site = call.site;
    snapshot.user = call.token.user;
    snapshot.status = SnapshotStatus::Creating;
    snapshot.size = volume->size;
    snapshot.created = cloud.now();
    const Snapshot &taken = cloud.add(std::move(snapshot));
    createSnapshot(cloud, taken, call.requestId);
    return answerWith(202, {{u"snapshot"_s, json(taken, call, Detail::Created)}});
}

Answer updateSnapshot(const Call &call, Cloud &cloud, Snapshot &snapshot)
{
    const auto told = readMember(call.request, u"snapshot"_s);
    if (!told) {
        return told.error();
    }
    Fields fields(u"snapshot"_s, *told);
    if (told->isEmpty()) {
        return refuse(400,
                      u"Invalid input for field/attribute snapshot. Value: {}. {} is not valid "
                      "under any of the given schemas"_s);
    }
    fields.allow({u"name"_s, u"description"_s, u"display_name"_s, u"display_description"_s});
    const QString name = fields.has(u"name"_s) ? fields.text(u"name"_s) : snapshot.name;
    const QString description =
        fields.has(u"description"_s) ? fields.text(u"description"_s) : snapshot.description;
    if (const auto complaint = fields.complaint()) {
        return *complaint;
    }
    snapshot.name = name;
    snapshot.description = description;
    snapshot.updated = cloud.now();
    QJsonObject object = json(snapshot, call, Detail::Created);
    object.insert(u"created_at"_s, timeText(snapshot.created));
    return answerWith(200, {{u"snapshot"_s, object}});
}

Answer removeSnapshot(const Call &call, Cloud &cloud, Snapshot &snapshot)
{
    const bool isIdle =
        snapshot.status == SnapshotStatus::Available || snapshot.status == SnapshotStatus::Error;
    if (!isIdle) {
        return refuse(400,
                      u"Invalid snapshot: Snapshot status must be available or error and must "
                      "not be part of a group."_s);
    }
    deleteSnapshot(cloud, snapshot, call.requestId);
    return answerEmpty(202);
}

} // namespace

void addSnapshotRoutes(Endpoint &endpoint, Cloud &cloud)
{
    using OnSnapshot = std::function<Answer(const Call &, Snapshot &)>;
    const auto onOne = [&cloud](const OnSnapshot &act) {
        return [&cloud, act](const Call &call) {
            Snapshot *snapshot = cloud.findSnapshot(call.site, call.id());
            return snapshot ? act(call, *snapshot) : refuseUnknown(u"Snapshot"_s, call.id());
        };
    };
    const QString all = u"/v3/snapshots"_s;
    const QString one = u"/v3/snapshots/{id}"_s;
    endpoint.add("GET", all,
                 [&cloud](const Call &call) { return listSnapshots(call, cloud, Detail::Short); });
    endpoint.add("GET", all + u"/detail"_s,
                 [&cloud](const Call &call) { return listSnapshots(call, cloud, Detail::Full); });
    endpoint.change("POST", all, u"volume:create_snapshot"_s,
                    [&cloud](const Call &call) { return takeSnapshot(call, cloud); });
    endpoint.add("GET", one, onOne([](const Call &call, const Snapshot &snapshot) {
                     return answerWith(200, {{u"snapshot"_s, json(snapshot, call, Detail::Full)}});
                 }));
    endpoint.change("PUT", one, u"volume:update_snapshot"_s,
                    onOne([&cloud](const Call &call, Snapshot &snapshot) {
                        return updateSnapshot(call, cloud, snapshot);
                    }));
    endpoint.change("DELETE", one, u"volume:delete_snapshot"_s,
                    onOne([&cloud](const Call &call, Snapshot &snapshot) {
                        return removeSnapshot(call, cloud, snapshot);
                    }));
    endpoint.add("POST", one + u"/action"_s, onOne([](const Call &, const Snapshot &) {
                     return refusePolicy(Service::Volume,
                                         u"volume_extension:snapshot_admin_actions:reset_status"_s);
                 }));
    addMetadataRoutes(endpoint, one + u"/metadata"_s,
                      {[&cloud](const Call &call) {
                           Snapshot *snapshot = cloud.findSnapshot(call.site, call.id());
                           return snapshot ? &snapshot->metadata : nullptr;
                       },
                       u"Snapshot"_s,
                       [](const QString &verb) {
                           return verb == "delete"_L1 ? u"volume:delete_snapshot_metadata"_s
                                                      : u"volume:update_snapshot_metadata"_s;
                       }});
}

} // namespace Demo::OpenStack
