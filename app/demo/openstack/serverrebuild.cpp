// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/bodies.h"
#include "demo/openstack/endpoint.h"
#include "demo/openstack/serverwire.h"
#include "demo/openstack/serverwork.h"
#include "demo/openstack/words.h"

// How a server is put back to an image.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::OpenStack {

namespace {

const int firstOnVolumes = 93;
const int firstWithUserData = 57;

std::optional<Answer> refuseImage(const Call &call, const Server &server, const Image *image,
                                  const QString &id)
{
    if (!image) {
        return refuse(400, u"Cannot find image for rebuild"_s);
    }
    if (image->status != ImageStatus::Active) {
        return refuse(400, u"Image %1 is not active."_s.arg(id));
    }
    const bool isOtherOnVolume = server.isVolumeBacked && server.image != id;
    if (isOtherOnVolume && call.minor < firstOnVolumes) {
        return refuse(400,
                      u"Image %1 is unacceptable: Unable to rebuild with a different image for "
                      "a volume-backed server."_s.arg(id));
    }
    return std::nullopt;
}

// What the volume that a server boots from goes through meanwhile.
void refillRoot(Cloud &cloud, const Server &server)
{
    const QString root = server.volumes.constFirst().id;
    const QList<std::pair<std::chrono::duration<double>, VolumeStatus>> steps{
        {3s, VolumeStatus::Downloading},
        {12s, VolumeStatus::Reserved},
        {14s, VolumeStatus::Attaching},
        {16s, VolumeStatus::InUse}};
    for (const auto &[begins, status] : steps) {
        cloud.later<Volume>(
            cloud.volumes, root, begins,
            [&cloud, status](Volume &volume, Instant at) { cloud.setStatus(volume, status, at); });
    }
}

std::optional<Answer> refuseRebuild(const Server &server)
{
    if (server.isLocked) {
        return refuse(409, u"Instance %1 is locked"_s.arg(server.id));
    }
    if (const auto refusal = refuseTask(server, u"rebuild"_s)) {
        return refusal;
    }
    const bool isFit = server.status == ServerStatus::Active
        || server.status == ServerStatus::Shutoff || server.status == ServerStatus::Error;
    return isFit ? std::nullopt : std::optional(refuseMachineState(server, u"rebuild"_s));
}

void startRebuild(Cloud &cloud, Server &server, const QString &requestId)
{
    const bool wasOff = server.status == ServerStatus::Shutoff;
    server.status = ServerStatus::Rebuild;
    server.task = TaskState::Rebuilding;
    server.updated = cloud.now();
    server.fault.reset();
    if (server.isVolumeBacked) {
        refillRoot(cloud, server);
    }
    runStages(cloud, server,
              {{13s, TaskState::RebuildBlockDeviceMapping},
               {17s, TaskState::RebuildSpawning},
               {32s, TaskState::None}},
              [&cloud, wasOff, requestId](Server &rebuilt, Instant at) {
                  rebuilt.status = wasOff ? ServerStatus::Shutoff : ServerStatus::Active;
                  rebuilt.launched = at;
                  endAction(cloud, requestId, Outcome::Success, at);
              });
}

} // namespace

Answer rebuild(Cloud &cloud, const Call &call, Server &server, const QJsonValue &told)
{
    Fields fields(u"rebuild"_s, told.toObject());
    fields.require(u"imageRef"_s);
    const QString id = fields.text(u"imageRef"_s);
    if (!id.isEmpty() && !isUuid(id)) {
        fields.reject(u"imageRef"_s, u"%1 is not a 'uuid'"_s.arg(quoted(id)));
    }
    if (const auto complaint = fields.complaint()) {
        return *complaint;
    }
    if (const auto refusal = refuseImage(call, server, cloud.findImage(call.site, id), id)) {
        return *refusal;
    }
    if (const auto refusal = refuseRebuild(server)) {
        return *refusal;
    }
    beginAction(cloud, call, server, u"rebuild"_s);
    server.image = server.image.isEmpty() ? QString() : id;
    server.name = fields.has(u"name"_s) ? fields.text(u"name"_s) : server.name;
    startRebuild(cloud, server, call.requestId);
    QJsonObject object = json(server, cloud, call, ServerDetail::Shown);
    object.insert(u"adminPass"_s, onceToldPassword(cloud));
    if (call.minor >= firstWithUserData) {
        object.insert(u"user_data"_s, QJsonValue::Null);
    }
    Answer answer = answerWith(202, {{u"server"_s, object}});
    answer.headers.append(
        {"Location"_ba, call.base.toLatin1() + "/v2.1/servers/" + server.id.toLatin1()});
    return answer;
}

} // namespace Demo::OpenStack
