// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/serveraction.h"

#include "demo/hetzner/requestbody.h"
#include "demo/hetzner/wire.h"
#include "demo/router.h"

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

void addServerAction(Router &router, Project &project, const QString &name, ServerAct act)
{
    router.add("POST", u"/servers/{id}/actions/"_s + name,
               [&project, act = std::move(act)](const Request &request, const QStringList &ids) {
                   Server *server = project.findServer(ids.first().toLongLong());
                   if (!server) {
                       return notFound(u"server"_s);
                   }
                   if (project.isLocked(*server)) {
                       return refuse(u"locked"_s, u"server is locked by another action"_s);
                   }
                   return act(request, project, *server);
               });
}

std::optional<Answer> refuseFields(const Request &request)
{
    const std::expected<RequestBody, Answer> body =
        RequestBody::read(request, RequestBody::Presence::Optional);
    return body ? body->complaint() : std::optional(body.error());
}

Answer beginOnServer(Project &project, const Server &server, ActionLog::Plan plan)
{
    plan.resources.prepend({ResourceType::Server, server.id});
    const Action &action = project.actions.begin(std::move(plan), project.now());
    return answerWith(201, {{u"action"_s, json(action, project.now())}});
}

} // namespace Demo::Hetzner
