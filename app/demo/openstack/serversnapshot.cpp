// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/bodies.h"
#include "demo/openstack/endpoint.h"
#include "demo/openstack/serverimage.h"
#include "demo/openstack/serverwork.h"
#include "demo/openstack/usage.h"
#include "demo/openstack/volumework.h"
#include "demo/openstack/words.h"

#include <QJsonArray>

#include <cmath>

// Images of servers: how one is taken.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::OpenStack {

namespace {

const int firstWithImageId = 45;
const qint64 gibibyte = qint64(1024) * 1024 * 1024;
const auto capturePerGib = 250ms;

// What there is on a disk is less than what fits on it.
qint64 usedOf(Cloud &cloud, const Server &server)
{
    const Flavor &flavor = *cloud.findFlavor(server.flavor);
    return std::llround(double(flavor.disk) * cloud.random(0.15, 0.4) * double(gibibyte));
}

void uploadStarted(Cloud &cloud, const QString &image, const QString &server, Instant at)
{
    const auto saved = cloud.images.find(image);
    if (saved != cloud.images.end()) {
        saved->second.status = ImageStatus::Saving;
        saved->second.updated = at;
    }
    const auto source = cloud.servers.find(server);
    if (source != cloud.servers.end()) {
        source->second.task = TaskState::ImageUploading;
    }
}

// A capture that fails leaves no image behind, and the server as it was.
void capture(Cloud &cloud, Server &server, const Image &image, const QString &requestId)
{
    const bool fails = isToFail(server.metadata, u"snapshot"_s);
    const qint64 size = usedOf(cloud, server);
    const auto copying = cloud.findFlavor(server.flavor)->disk * capturePerGib;
    cloud.later<Image>(cloud.images, image.id, 8s + copying / 2,
                       [&cloud, id = server.id](const Image &saved, Instant at) {
                           uploadStarted(cloud, QString(saved.id), id, at);
                       });
    cloud.later<Image>(cloud.images, image.id, 8s + copying,
                       [&cloud, fails, size](Image &saved, Instant at) {
                           if (fails) {
                               cloud.images.erase(QString(saved.id));
                               return;
                           }
                           fillImage(saved, size);
                           saved.status = ImageStatus::Active;
                           saved.updated = at;
                       });
    runStages(cloud, server,
              {{2s, TaskState::ImageSnapshot},
               {5s, TaskState::ImagePendingUpload},
               {10s + copying, TaskState::None}},
              [&cloud, fails, requestId](const Server &, Instant at) {
                  endAction(cloud, requestId, fails ? Outcome::Failure : Outcome::Success, at);
              });
}

Answer answerImage(const Call &call, const QString &id)
{
    if (call.minor >= firstWithImageId) {
        return answerWith(202, {{u"image_id"_s, id}});
    }
    Answer answer = answerEmpty(202);
    answer.headers.append({"Location"_ba, call.host.toLatin1() + "/image/images/" + id.toLatin1()});
    return answer;
}

// Of a server on volumes: the image is there at once, its snapshots a little later.
void captureVolumes(Cloud &cloud, const Server &server, Image &image, const QString &requestId)
{
    snapshotVolumes(cloud, server, image, cloud.now());
    image.status = ImageStatus::Active;
    const QJsonArray parts = volumesOf(image);
    for (const QJsonValueConstRef part : parts) {
        Snapshot &snapshot = cloud.snapshots.at(part[u"snapshot_id"_s].toString());
        snapshot.status = SnapshotStatus::Creating;
        snapshot.updated.reset();
        createSnapshot(cloud, snapshot, requestId);
    }
    endAction(cloud, requestId, Outcome::Success, cloud.now());
}

std::optional<Answer> refuseCapture(const Cloud &cloud, const Call &call, const Server &server)
{
    if (server.status != ServerStatus::Active && server.status != ServerStatus::Shutoff) {
        return refuseMachineState(server, u"createImage"_s);
    }
    if (const auto refusal = refuseTask(server, u"createImage"_s)) {
        return refusal;
    }
    const Usage usage = Usage::of(cloud, call.site);
    const auto more = server.isVolumeBacked ? static_cast<int>(server.volumes.size()) : 0;
    if (more > 0 && usage.snapshots + more > cloud.quota.snapshots) {
        return refuse(403,
                      u"SnapshotLimitExceeded: Maximum number of snapshots allowed (%1) "
                      "exceeded"_s.arg(cloud.quota.snapshots));
    }
    return std::nullopt;
}

} // namespace

Answer createImage(Cloud &cloud, const Call &call, Server &server, const QJsonValue &told)
{
    Fields fields(u"createImage"_s, told.toObject());
    fields.require(u"name"_s);
    const QString name = fields.text(u"name"_s);
    const Metadata metadata = fields.metadata(u"metadata"_s);
    if (const auto complaint = fields.complaint()) {
        return *complaint;
    }
    if (const auto refusal = refuseCapture(cloud, call, server)) {
        return *refusal;
    }
    beginAction(cloud, call, server, u"createImage"_s);
    Image image = imageOf(cloud, server, name, cloud.now());
    image.id = cloud.newId();
    image.properties.insert(metadata);
    Image &added = cloud.add(std::move(image));
    if (server.isVolumeBacked) {
        captureVolumes(cloud, server, added, call.requestId);
    } else {
        server.task = TaskState::ImageSnapshotPending;
        capture(cloud, server, added, call.requestId);
    }
    return answerImage(call, added.id);
}

} // namespace Demo::OpenStack
