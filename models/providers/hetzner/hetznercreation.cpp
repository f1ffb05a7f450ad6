// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznercreation.h"

#include "providers/hetzner/hetznererrors.h"
#include "providers/hetzner/hetznerrequests.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::RemoteTask;
using Domain::RemoteTaskId;
using Domain::ResourceId;
using Domain::TaskProgress;
using Domain::TaskState;

namespace {

constexpr QChar between = u',';

/// The task's actions that the API still knows, in their order.
QList<HetznerAction> knownActions(const RemoteTask &task, const HetznerActions &actions)
{
    QList<HetznerAction> known;
    const QList<RemoteTaskId> ids = HetznerCreation::parted(task.id);
    for (const RemoteTaskId &id : ids) {
        if (const auto action = actions.constFind(id); action != actions.cend()) {
            known.append(*action);
        }
    }
    return known;
}

bool isOver(const HetznerAction &action)
{
    return action.status == HetznerAction::Status::Success
        || action.status == HetznerAction::Status::Error;
}

/// From the task or from its actions.
std::optional<ResourceId> madeServer(const RemoteTask &task, const QList<HetznerAction> &known)
{
    if (task.server && HetznerRequests::isId(task.server->value)) {
        return task.server;
    }
    for (const HetznerAction &action : known) {
        if (!action.servers.isEmpty()) {
            return action.servers.constFirst();
        }
    }
    return std::nullopt;
}

/// The failed one, or else the first that still runs. Null: all have succeeded.
const HetznerAction *telling(const QList<HetznerAction> &known)
{
    const auto failed =
        std::ranges::find(known, HetznerAction::Status::Error, &HetznerAction::status);
    const auto open = std::ranges::find_if_not(known, isOver);
    const auto found = failed == known.cend() ? open : failed;
    return found == known.cend() ? nullptr : &*found;
}

TaskProgress ended(const Domain::Error &error)
{
    return {TaskState::Failed, {}, {}, error};
}

TaskProgress judgeServer(const std::optional<HetznerServer> &server)
{
    if (!server) {
        return ended(
            Domain::failure(Domain::ErrorKind::NotFound, u"the server no longer exists"_s).error());
    }
    switch (server->resource.power) {
    case Domain::PowerState::Running:
    // Made and started, and switched off since.
    case Domain::PowerState::Stopped:
        return {TaskState::Succeeded, {}, {}, {}};
    case Domain::PowerState::Changing:
    case Domain::PowerState::Unknown:
        break;
    }
    return {};
}

/// The copy tells how far it is. The start takes seconds, and one number can't stand for both.
std::optional<int> percentOf(const RemoteTask &task, const HetznerAction &action)
{
    const bool isCopy = HetznerCreation::parted(task.id).value(0) == action.id;
    return isCopy && action.progress > 0 ? std::optional(action.progress) : std::nullopt;
}

} // namespace

RemoteTaskId HetznerCreation::joined(const QList<RemoteTaskId> &actions)
{
    QStringList ids;
    for (const RemoteTaskId &action : actions) {
        ids.append(action.value);
    }
    return {ids.join(between)};
}

QList<RemoteTaskId> HetznerCreation::parted(const RemoteTaskId &id)
{
    QList<RemoteTaskId> actions;
    const QStringList ids = id.value.split(between);
    for (const QString &action : ids) {
        if (HetznerRequests::isId(action)) {
            actions.append({action});
        }
    }
    return actions;
}

std::optional<ResourceId> HetznerCreation::neededServer(const RemoteTask &task,
                                                        const HetznerActions &actions)
{
    const QList<HetznerAction> known = knownActions(task, actions);
    const HetznerAction *action = telling(known);
    const bool isUnderWay = action && !isOver(*action);
    return isUnderWay ? std::nullopt : madeServer(task, known);
}

TaskProgress HetznerCreation::judge(const RemoteTask &task, const HetznerActions &actions,
                                    const HetznerObjects &objects)
{
    const QList<HetznerAction> known = knownActions(task, actions);
    const std::optional<ResourceId> id = madeServer(task, known);
    const std::optional<HetznerServer> server = id ? objects.servers.value(*id) : std::nullopt;
    TaskProgress progress;
    if (const HetznerAction *action = telling(known)) {
        progress.percent = percentOf(task, *action);
        if (isOver(*action)) {
            progress = ended(HetznerErrors::ofAction(action->errorCode, action->errorMessage));
        }
    } else {
        progress = judgeServer(server);
    }
    progress.server = id;
    if (progress.state == TaskState::Failed && (server || !id)) {
        // Half of a server may be there, and is billed.
        progress.error.effect = Domain::Effect::Ambiguous;
    }
    return progress;
}

} // namespace Providers
