// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/poweractions.h"

#include "demo/hetzner/serveraction.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::Hetzner {

namespace {

const auto bootTime = 4s;
const auto plugTime = 2s;
const auto haltTime = 8s;

// Goes through one status to another, unless something else happens to the power meanwhile.
ActionLog::Effect becoming(Project &project, const Server &server, ServerStatus status)
{
    return [&project, id = server.id, change = server.powerChanges, status](Instant) {
        Server *found = project.findServer(id);
        if (found && found->powerChanges == change) {
            found->status = status;
        }
    };
}

Answer powerOn(const Request &, Project &project, Server &server)
{
    ++server.powerChanges;
    const bool isOff = server.status == ServerStatus::Off;
    server.status = isOff ? ServerStatus::Starting : server.status;
    return beginOnServer(project, server,
                         {.command = u"start_server"_s,
                          .lasts = project.pace(bootTime),
                          .atEnd = becoming(project, server, ServerStatus::Running)});
}

Answer powerOff(const Request &, Project &project, Server &server)
{
    ++server.powerChanges;
    const bool isOff = server.status == ServerStatus::Off;
    server.status = isOff ? ServerStatus::Off : ServerStatus::Stopping;
    return beginOnServer(project, server,
                         {.command = u"stop_server"_s,
                          .lasts = project.pace(plugTime),
                          .atEnd = becoming(project, server, ServerStatus::Off)});
}

// The action tells that the request was sent, not that the system obeys.
Answer shutDown(const Request &, Project &project, Server &server)
{
    if (server.status == ServerStatus::Running && !server.quirks.ignoresAcpi) {
        project.actions.later(project.now() + project.pace(haltTime),
                              becoming(project, server, ServerStatus::Off));
    }
    return beginOnServer(project, server, {.command = u"shutdown_server"_s});
}

Answer reboot(const Request &, Project &project, Server &server)
{
    return beginOnServer(project, server, {.command = u"reboot_server"_s});
}

Answer reset(const Request &, Project &project, Server &server)
{
    ++server.powerChanges;
    server.status = ServerStatus::Starting;
    return beginOnServer(project, server,
                         {.command = u"reset_server"_s,
                          .lasts = project.pace(plugTime),
                          .atEnd = becoming(project, server, ServerStatus::Running)});
}

ServerAct withoutFields(ServerAct act)
{
    return [act = std::move(act)](const Request &request, Project &project, Server &server) {
        const std::optional<Answer> refusal = refuseFields(request);
        return refusal ? *refusal : act(request, project, server);
    };
}

} // namespace

void addPowerActions(Router &router, Project &project)
{
    addServerAction(router, project, u"poweron"_s, withoutFields(powerOn));
    addServerAction(router, project, u"poweroff"_s, withoutFields(powerOff));
    addServerAction(router, project, u"shutdown"_s, withoutFields(shutDown));
    addServerAction(router, project, u"reboot"_s, withoutFields(reboot));
    addServerAction(router, project, u"reset"_s, withoutFields(reset));
}

} // namespace Demo::Hetzner
