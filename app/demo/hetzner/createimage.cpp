// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/createimage.h"

#include "demo/hetzner/catalogue.h"
#include "demo/hetzner/project.h"
#include "demo/hetzner/requestbody.h"
#include "demo/hetzner/timeformat.h"
#include "demo/hetzner/wire.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::Hetzner {

namespace {

const qsizetype keptBackups = 7;
const auto timeToPrepare = 20s;
const auto captureTimePerGb = 7s;

struct Wish
{
    std::optional<QString> description;
    ImageType type = ImageType::Snapshot;
    Labels labels;
};

std::expected<Wish, Answer> readWish(const Request &request, const Server &server)
{
    std::expected<RequestBody, Answer> body =
        RequestBody::read(request, RequestBody::Presence::Required);
    if (!body) {
        return std::unexpected(body.error());
    }
    Wish wish;
    wish.description = body->text(u"description"_s);
    wish.labels = body->labels(u"labels"_s).value_or(Labels());
    const QString type = body->text(u"type"_s).value_or(u"snapshot"_s);
    if (type == "backup"_L1) {
        wish.type = ImageType::Backup;
        if (!server.hasBackups) {
            body->reject(u"type"_s, u"backups are not enabled for this server"_s);
        }
    } else if (type != "snapshot"_L1) {
        body->reject(u"type"_s, u"must be snapshot or backup"_s);
    }
    const std::optional<Answer> complaint = body->complaint();
    return complaint ? std::expected<Wish, Answer>(std::unexpected(*complaint)) : wish;
}

Image newImage(Project &project, const Server &server, const Wish &wish)
{
    const bool isBackup = wish.type == ImageType::Backup;
    const Image *system = project.images.find(server.imageId.value_or(0));
    Image image;
    image.id = project.nextImageId();
    image.type = wish.type;
    image.status = ImageStatus::Creating;
    image.created = project.now();
    image.description = wish.description.value_or(
        (isBackup ? u"Backup %1"_s : u"Snapshot %1"_s).arg(timeText(image.created)));
    image.diskSize = server.diskSize;
    image.source = ImageSource{server.id, server.name};
    image.boundTo = isBackup ? std::optional(server.id) : std::nullopt;
    image.osFlavor = system ? system->osFlavor : u"unknown"_s;
    image.osVersion = system ? system->osVersion : QString();
    image.architecture = findServerType(server.typeId)->architecture;
    image.labels = wish.labels;
    return image;
}

void dropOldBackups(Project &project, qint64 serverId)
{
    const QList<qint64> backups = project.images.backupsOf(serverId);
    for (qsizetype i = 0; i + keptBackups < backups.size(); ++i) {
        project.images.remove(backups.at(i));
    }
}

void finish(Project &project, qint64 imageId, std::optional<double> size)
{
    Image *image = project.images.edit(imageId);
    if (!image) {
        return;
    }
    image->size = size;
    image->status = size ? ImageStatus::Available : ImageStatus::Unavailable;
    if (image->boundTo) {
        dropOldBackups(project, *image->boundTo);
    }
}

} // namespace

Answer createImage(const Request &request, Project &project, Server &server)
{
    const std::expected<Wish, Answer> wish = readWish(request, server);
    if (!wish) {
        return wish.error();
    }
    if (wish->type == ImageType::Snapshot && !project.hasRoomForSnapshot()) {
        return refuseLimit(u"snapshot_limit"_s);
    }
    const Image image = newImage(project, server, *wish);
    project.images.add(image);
    const double written = std::round(server.used * project.random(97, 103)) / 100;
    ActionLog::Plan plan;
    plan.command = u"create_image"_s;
    plan.resources = {{ResourceType::Server, server.id}, {ResourceType::Image, image.id}};
    plan.lasts =
        project.pace((timeToPrepare + captureTimePerGb * written) * project.random(0.85, 1.15));
    std::optional<double> size = written;
    if (server.quirks.hasFailingDisk) {
        plan.failure = ActionError{u"action_failed"_s, u"the disk could not be read to its end"_s};
        size = std::nullopt;
    }
    plan.atEnd = [&project, id = image.id, size](Instant) {
        finish(project, id, size);
    };
    const Action &action = project.actions.begin(std::move(plan), project.now());
    return answerWith(201, {{u"image"_s, json(image)}, {u"action"_s, json(action, project.now())}});
}

} // namespace Demo::Hetzner
