// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/rebuild.h"

#include "demo/hetzner/catalogue.h"
#include "demo/hetzner/project.h"
#include "demo/hetzner/requestbody.h"
#include "demo/hetzner/wire.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::Hetzner {

namespace {

const auto timeToStop = 3s;
const auto timeToStart = 4s;
const auto rebuildTimePerGb = 2500ms;

std::optional<QString> whyNot(const Image *image, const Server &server)
{
    if (!image || image->status != ImageStatus::Available) {
        return u"image not found"_s;
    }
    if (image->architecture != findServerType(server.typeId)->architecture) {
        return u"image is for another architecture than the server's"_s;
    }
    if (image->diskSize > server.diskSize) {
        return u"image disk is bigger than the server's disk"_s;
    }
    return std::nullopt;
}

std::expected<qint64, Answer> readImage(const Request &request, const Project &project,
                                        const Server &server)
{
    std::expected<RequestBody, Answer> body =
        RequestBody::read(request, RequestBody::Presence::Required);
    if (!body) {
        return std::unexpected(body.error());
    }
    body->require(u"image"_s);
    const std::optional<QString> idOrName = body->idOrName(u"image"_s);
    body->checkUserData();
    if (const std::optional<Answer> complaint = body->complaint()) {
        return std::unexpected(*complaint);
    }
    const Image *image = project.images.find(idOrName.value_or(QString()),
                                             findServerType(server.typeId)->architecture);
    if (const std::optional<QString> reason = whyNot(image, server)) {
        return std::unexpected(refuseInput({{u"image"_s, *reason}}));
    }
    return image->id;
}

ActionLog::Effect setStatus(Project &project, qint64 serverId, ServerStatus status)
{
    return [&project, serverId, status](Instant) {
        if (Server *server = project.findServer(serverId)) {
            server->status = status;
        }
    };
}

// The server stays locked, so nothing comes between these.
void passThroughStatuses(Project &project, Server &server, std::chrono::milliseconds lasts)
{
    ++server.powerChanges;
    server.status =
        server.status == ServerStatus::Off ? ServerStatus::Rebuilding : ServerStatus::Stopping;
    project.actions.later(project.now() + project.pace(timeToStop),
                          setStatus(project, server.id, ServerStatus::Rebuilding));
    project.actions.later(project.now() + lasts - project.pace(timeToStart),
                          setStatus(project, server.id, ServerStatus::Starting));
}

} // namespace

Answer rebuild(const Request &request, Project &project, Server &server)
{
    const std::expected<qint64, Answer> imageId = readImage(request, project, server);
    if (!imageId) {
        return imageId.error();
    }
    if (server.isProtected) {
        return refuse(u"protected"_s, u"server is protected against a rebuild"_s);
    }
    // System images are small and near.
    const double size = project.images.find(*imageId)->size.value_or(1.5);
    ActionLog::Plan plan;
    plan.command = u"rebuild_server"_s;
    plan.resources = {{ResourceType::Server, server.id}, {ResourceType::Image, *imageId}};
    plan.lasts = project.pace(timeToStop + timeToStart + rebuildTimePerGb * size);
    plan.atEnd = [&project, id = server.id, image = *imageId, size](Instant) {
        if (Server *rebuilt = project.findServer(id)) {
            rebuilt->status = ServerStatus::Running;
            rebuilt->imageId = image;
            rebuilt->used = size;
            rebuilt->isRescueEnabled = false;
        }
    };
    passThroughStatuses(project, server, plan.lasts);
    const Action &action = project.actions.begin(std::move(plan), project.now());
    const QString password = u"demo-secret-"_s + project.randomHex(12);
    return answerWith(
        201,
        {{u"action"_s, json(action, project.now())},
         {u"root_password"_s, server.quirks.hasSshKey ? QJsonValue() : QJsonValue(password)}});
}

} // namespace Demo::Hetzner
