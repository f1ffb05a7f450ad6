// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/serversettings.h"

#include "demo/hetzner/requestbody.h"
#include "demo/hetzner/serveraction.h"

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

Answer changeServerProtection(const Request &request, Project &project, Server &server)
{
    std::expected<RequestBody, Answer> body =
        RequestBody::read(request, RequestBody::Presence::Required);
    if (!body) {
        return body.error();
    }
    const std::optional<bool> fromDelete = body->flag(u"delete"_s);
    const std::optional<bool> fromRebuild = body->flag(u"rebuild"_s);
    if (fromDelete != fromRebuild) {
        body->reject(u"rebuild"_s, u"must have the same value as delete"_s);
    }
    if (const std::optional<Answer> complaint = body->complaint()) {
        return *complaint;
    }
    server.isProtected = fromDelete.value_or(server.isProtected);
    return beginOnServer(project, server, {.command = u"change_protection"_s});
}

Answer enableBackup(const Request &request, Project &project, Server &server)
{
    if (const std::optional<Answer> refusal = refuseFields(request)) {
        return *refusal;
    }
    server.hasBackups = true;
    return beginOnServer(project, server, {.command = u"enable_backup"_s});
}

// All backups of the server go with it at once.
Answer disableBackup(const Request &request, Project &project, Server &server)
{
    if (const std::optional<Answer> refusal = refuseFields(request)) {
        return *refusal;
    }
    server.hasBackups = false;
    const QList<qint64> backups = project.images.backupsOf(server.id);
    for (const qint64 id : backups) {
        project.images.remove(id);
    }
    return beginOnServer(project, server, {.command = u"disable_backup"_s});
}

} // namespace

void addServerSettings(Router &router, Project &project)
{
    addServerAction(router, project, u"change_protection"_s, changeServerProtection);
    addServerAction(router, project, u"enable_backup"_s, enableBackup);
    addServerAction(router, project, u"disable_backup"_s, disableBackup);
}

} // namespace Demo::Hetzner
