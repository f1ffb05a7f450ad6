// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"
#include "demo/openstack/entities.h"

#include <QJsonValue>

#include <chrono>
#include <functional>
#include <optional>

// What is done with servers: it is accepted at once and takes its time.
namespace Demo::OpenStack {

class Cloud;
struct Call;

// What a server goes through, one after the other: from when each task begins, none at the end.
struct Stage
{
    std::chrono::duration<double> begins;
    TaskState task = TaskState::None;
};
using OnServer = std::function<void(Server &, Instant)>;
// The last one is when it is over; then the effect takes place.
void runStages(Cloud &cloud, Server &server, const QList<Stage> &stages, const OnServer &atEnd);

// Writes down that an action began, and tells of its end later.
void beginAction(Cloud &cloud, const Call &call, const Server &server, const QString &action);
enum class Outcome { Success, Failure };
void endAction(Cloud &cloud, const QString &requestId, Outcome outcome, Instant at);

// The refusal of an action that another one or the server's state is in the way of.
[[nodiscard]] std::optional<Answer> refuseTask(const Server &server, const QString &action);
[[nodiscard]] Answer refuseMachineState(const Server &server, const QString &action);

[[nodiscard]] Answer createImage(Cloud &cloud, const Call &call, Server &server,
                                 const QJsonValue &told);
[[nodiscard]] Answer rebuild(Cloud &cloud, const Call &call, Server &server,
                             const QJsonValue &told);
[[nodiscard]] Answer stop(Cloud &cloud, const Call &call, Server &server);
[[nodiscard]] Answer start(Cloud &cloud, const Call &call, Server &server);
[[nodiscard]] Answer removeServer(Cloud &cloud, const Call &call, Server &server);

} // namespace Demo::OpenStack
