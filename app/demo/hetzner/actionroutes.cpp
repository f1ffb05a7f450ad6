// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/actionroutes.h"

#include "demo/hetzner/listing.h"
#include "demo/hetzner/project.h"
#include "demo/hetzner/wire.h"
#include "demo/hetzner/words.h"
#include "demo/router.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

std::strong_ordering compareActions(const Action &left, const Action &right, const QString &field)
{
    if (field == "command"_L1) {
        return QString::compare(left.command, right.command) <=> 0;
    }
    if (field == "status"_L1) {
        return QString::compare(word(left.status), word(right.status)) <=> 0;
    }
    if (field == "started"_L1) {
        return left.started <=> right.started;
    }
    if (field == "finished"_L1) {
        return left.finished.value_or(Instant::max()) <=> right.finished.value_or(Instant::max());
    }
    return left.id <=> right.id;
}

// Which resources a list of actions is about: one of a type, or all of it.
struct Scope
{
    ResourceType type = ResourceType::Server;
    std::optional<qint64> id;

    [[nodiscard]] bool holds(const Action &action) const
    {
        return std::ranges::any_of(action.resources, [this](const ActionResource &resource) {
            return resource.type == type && (!id || resource.id == *id);
        });
    }
};

Answer listActions(const Request &request, const Project &project, const Scope &scope)
{
    const auto statuses = readWords(request, u"status"_s, actionStatusWords());
    if (!statuses) {
        return statuses.error();
    }
    const auto ids = readIds(request, u"id"_s);
    if (!ids) {
        return ids.error();
    }
    Listing<Action> listing;
    listing.name = u"actions"_s;
    listing.sortable = {u"id"_s, u"command"_s, u"status"_s, u"started"_s, u"finished"_s};
    listing.compare = compareActions;
    listing.wire = [&project](const Action &action) {
        return bytes(json(action, project.now()));
    };
    for (const auto &[id, action] : project.actions.all()) {
        if (scope.holds(action) && (ids->isEmpty() || ids->contains(id))
            && (statuses->isEmpty() || statuses->contains(word(action.status)))) {
            listing.entries.push_back(&action);
        }
    }
    return answerPage(request, listing);
}

// Ids that name nothing are left out. All actions of a project can't be listed any more.
Answer listByIds(const Request &request, const Project &project)
{
    const auto ids = readIds(request, u"id"_s);
    if (!ids) {
        return ids.error();
    }
    if (ids->isEmpty()) {
        return refuseGone(
            u"https://docs.hetzner.cloud/changelog#2023-07-20-actions-list-endpoint-is-deprecated"_s);
    }
    const auto paging = readPaging(request);
    if (!paging) {
        return paging.error();
    }
    const QList<qint64> onPage =
        ids->mid(qsizetype(paging->page - 1) * paging->perPage, paging->perPage);
    QJsonArray actions;
    for (const qint64 id : onPage) {
        if (const Action *action = project.actions.find(id)) {
            actions.append(json(*action, project.now()));
        }
    }
    return answerWith(200, {{u"actions"_s, actions}});
}

Answer readAction(const Project &project, const QString &id, const std::optional<Scope> &scope)
{
    const Action *action = project.actions.find(id.toLongLong());
    if (!action || (scope && !scope->holds(*action))) {
        return notFound(u"action"_s);
    }
    return answerWith(200, {{u"action"_s, json(*action, project.now())}});
}

bool exists(Project &project, ResourceType type, qint64 id)
{
    switch (type) {
    case ResourceType::Server:
        return project.findServer(id) != nullptr;
    case ResourceType::Image:
        return project.images.find(id) != nullptr;
    case ResourceType::Volume:
        return project.findVolume(id) != nullptr;
    }
    Q_UNREACHABLE_RETURN(false);
}

QString basePath(ResourceType type)
{
    return u"/%1s"_s.arg(word(type));
}

void addLists(ResourceType type, Router &router, Project &project)
{
    router.add("GET", basePath(type) + u"/actions"_s,
               [type, &project](const Request &request, const QStringList &) {
                   return listActions(request, project, {type, std::nullopt});
               });
    router.add("GET", basePath(type) + u"/{id}/actions"_s,
               [type, &project](const Request &request, const QStringList &ids) {
                   const qint64 id = ids.first().toLongLong();
                   return exists(project, type, id) ? listActions(request, project, {type, id})
                                                    : notFound(word(type));
               });
}

void addSingles(ResourceType type, Router &router, Project &project)
{
    router.add("GET", basePath(type) + u"/actions/{id}"_s,
               [type, &project](const Request &, const QStringList &ids) {
                   return readAction(project, ids.first(), Scope{type, std::nullopt});
               });
    router.add("GET", basePath(type) + u"/{id}/actions/{action_id}"_s,
               [type, &project](const Request &, const QStringList &ids) {
                   const Scope scope{type, ids.first().toLongLong()};
                   return readAction(project, ids.last(), scope);
               });
}

} // namespace

void addActionRoutes(Router &router, Project &project)
{
    router.add("GET", u"/actions"_s, [&project](const Request &request, const QStringList &) {
        return listByIds(request, project);
    });
    router.add("GET", u"/actions/{id}"_s, [&project](const Request &, const QStringList &ids) {
        return readAction(project, ids.first(), std::nullopt);
    });
    for (const ResourceType type : {ResourceType::Server, ResourceType::Image}) {
        addLists(type, router, project);
        addSingles(type, router, project);
    }
    // Nothing happens to volumes here, so there is no single action to read.
    addLists(ResourceType::Volume, router, project);
}

} // namespace Demo::Hetzner
