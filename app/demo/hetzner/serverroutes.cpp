// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/serverroutes.h"

#include "demo/hetzner/createimage.h"
#include "demo/hetzner/createserver.h"
#include "demo/hetzner/listing.h"
#include "demo/hetzner/poweractions.h"
#include "demo/hetzner/project.h"
#include "demo/hetzner/rebuild.h"
#include "demo/hetzner/requestbody.h"
#include "demo/hetzner/serveraction.h"
#include "demo/hetzner/servernames.h"
#include "demo/hetzner/serversettings.h"
#include "demo/hetzner/wire.h"
#include "demo/hetzner/words.h"
#include "demo/router.h"

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

std::strong_ordering compareServers(const Server &left, const Server &right, const QString &field)
{
    if (field == "created"_L1) {
        return left.created <=> right.created;
    }
    if (field == "name"_L1) {
        return QString::compare(left.name, right.name) <=> 0;
    }
    return left.id <=> right.id;
}

Answer listServers(const Request &request, const Project &project)
{
    const auto statuses = readWords(request, u"status"_s, serverStatusWords());
    if (!statuses) {
        return statuses.error();
    }
    const auto selector = readSelector(request);
    if (!selector) {
        return selector.error();
    }
    const QStringList names = request.queryValues(u"name");
    Listing<Server> listing;
    listing.name = u"servers"_s;
    listing.sortable = {u"id"_s, u"name"_s, u"created"_s};
    listing.compare = compareServers;
    listing.wire = [&project](const Server &server) {
        return bytes(json(server, project));
    };
    for (const auto &[id, server] : project.servers) {
        if ((statuses->isEmpty() || statuses->contains(word(server.status)))
            && (names.isEmpty() || names.contains(server.name))
            && selector->matches(server.labels)) {
            listing.entries.push_back(&server);
        }
    }
    return answerPage(request, listing);
}

Answer updateServer(const Request &request, Project &project, Server &server)
{
    std::expected<RequestBody, Answer> body =
        RequestBody::read(request, RequestBody::Presence::Required);
    if (!body) {
        return body.error();
    }
    const QString name = body->text(u"name"_s).value_or(server.name);
    const Labels labels = body->labels(u"labels"_s).value_or(server.labels);
    if (!isHostName(name)) {
        body->reject(u"name"_s, u"must be a host name"_s);
    }
    if (const std::optional<Answer> complaint = body->complaint()) {
        return *complaint;
    }
    if (isTaken(project, name, server.id)) {
        return refuseName(u"name"_s);
    }
    server.name = name;
    server.labels = labels;
    return answerWith(200, {{u"server"_s, json(server, project)}});
}

// Snapshots outlive their server, backups do not, volumes are detached.
Answer deleteServer(const Request &, Project &project, Server &server)
{
    if (server.isProtected) {
        return refuse(u"protected"_s, u"server is protected against deletion"_s);
    }
    if (project.isLocked(server)) {
        return refuse(u"locked"_s, u"server is locked by another action"_s);
    }
    const qint64 id = server.id;
    const QList<qint64> backups = project.images.backupsOf(id);
    for (const qint64 backup : backups) {
        project.images.remove(backup);
    }
    for (auto &[volumeId, volume] : project.volumes) {
        if (volume.serverId == id) {
            volume.serverId.reset();
        }
    }
    const Action &action = project.actions.begin(
        {.command = u"delete_server"_s, .resources = {{ResourceType::Server, id}}}, project.now());
    project.servers.erase(id);
    return answerWith(200, {{u"action"_s, json(action, project.now())}});
}

void addReadingAndChanging(Router &router, Project &project)
{
    const auto onServer = [&project](ServerAct act) -> Router::Handler {
        return [&project, act = std::move(act)](const Request &request, const QStringList &ids) {
            Server *server = project.findServer(ids.first().toLongLong());
            return server ? act(request, project, *server) : notFound(u"server"_s);
        };
    };
    router.add("GET", u"/servers"_s, [&project](const Request &request, const QStringList &) {
        return listServers(request, project);
    });
    router.add("POST", u"/servers"_s, [&project](const Request &request, const QStringList &) {
        return createServer(request, project);
    });
    router.add("GET", u"/servers/{id}"_s,
               onServer([](const Request &, const Project &inside, const Server &server) {
                   return answerWith(200, {{u"server"_s, json(server, inside)}});
               }));
    router.add("PUT", u"/servers/{id}"_s, onServer(updateServer));
    router.add("DELETE", u"/servers/{id}"_s, onServer(deleteServer));
}

} // namespace

void addServerRoutes(Router &router, Project &project)
{
    addReadingAndChanging(router, project);
    addPowerActions(router, project);
    addServerSettings(router, project);
    addServerAction(router, project, u"create_image"_s, createImage);
    addServerAction(router, project, u"rebuild"_s, rebuild);
}

} // namespace Demo::Hetzner
