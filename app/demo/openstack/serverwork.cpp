// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/serverwork.h"

#include "demo/openstack/endpoint.h"
#include "demo/openstack/volumework.h"
#include "demo/openstack/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::OpenStack {

namespace {

Answer refuseLocked(const Server &server)
{
    return refuse(409, u"Instance %1 is locked"_s.arg(server.id));
}

// The volumes of a server that is gone are free again, or go with it.
void releaseVolumes(Cloud &cloud, const Server &server, Instant at)
{
    for (const AttachedVolume &attached : server.volumes) {
        const auto found = cloud.volumes.find(attached.id);
        if (found == cloud.volumes.end()) {
            continue;
        }
        found->second.attachments.clear();
        if (attached.isDeletedWithServer && cloud.snapshotsOf(attached.id).isEmpty()) {
            cloud.volumes.erase(found);
        } else {
            cloud.setStatus(found->second, VolumeStatus::Available, at);
        }
    }
}

} // namespace

void runStages(Cloud &cloud, Server &server, const QList<Stage> &stages, const OnServer &atEnd)
{
    for (const Stage &stage : stages) {
        const bool isLast = &stage == &stages.constLast();
        cloud.later<Server>(cloud.servers, server.id, stage.begins,
                            [task = stage.task, isLast, atEnd](Server &worked, Instant at) {
                                worked.task = task;
                                worked.updated = at;
                                if (isLast) {
                                    atEnd(worked, at);
                                }
                            });
    }
}

void beginAction(Cloud &cloud, const Call &call, const Server &server, const QString &action)
{
    cloud.actions.append({server.id, action, call.requestId, call.token.user, server.site.project,
                          cloud.now(), std::nullopt, false});
}

void endAction(Cloud &cloud, const QString &requestId, Outcome outcome, Instant at)
{
    const auto found = std::ranges::find(cloud.actions, requestId, &ActionRecord::requestId);
    if (found != cloud.actions.end()) {
        found->updated = at;
        found->hasFailed = outcome == Outcome::Failure;
    }
}

std::optional<Answer> refuseTask(const Server &server, const QString &action)
{
    if (server.task != TaskState::None && server.status != ServerStatus::Build) {
        return refuse(409,
                      u"Cannot '%1' instance %2 while it is in task_state %3"_s.arg(
                          action, server.id, word(server.task)));
    }
    return std::nullopt;
}

Answer refuseMachineState(const Server &server, const QString &action)
{
    return refuse(409,
                  u"Cannot '%1' instance %2 while it is in vm_state %3"_s.arg(action, server.id,
                                                                              machineWord(server)));
}

Answer stop(Cloud &cloud, const Call &call, Server &server)
{
    if (server.isLocked) {
        return refuseLocked(server);
    }
    if (const auto refusal = refuseTask(server, u"stop"_s)) {
        return *refusal;
    }
    if (server.status != ServerStatus::Active && server.status != ServerStatus::Error) {
        return refuseMachineState(server, u"stop"_s);
    }
    beginAction(cloud, call, server, u"stop"_s);
    server.task = TaskState::PoweringOff;
    runStages(cloud, server, {{6s, TaskState::None}},
              [&cloud, id = call.requestId](Server &stopped, Instant at) {
                  stopped.status = ServerStatus::Shutoff;
                  endAction(cloud, id, Outcome::Success, at);
              });
    return answerEmpty(202);
}

Answer start(Cloud &cloud, const Call &call, Server &server)
{
    if (server.isLocked) {
        return refuseLocked(server);
    }
    if (const auto refusal = refuseTask(server, u"start"_s)) {
        return *refusal;
    }
    if (server.status != ServerStatus::Shutoff) {
        return refuseMachineState(server, u"start"_s);
    }
    beginAction(cloud, call, server, u"start"_s);
    server.task = TaskState::PoweringOn;
    runStages(cloud, server, {{5s, TaskState::None}},
              [&cloud, id = call.requestId](Server &started, Instant at) {
                  started.status = ServerStatus::Active;
                  started.launched = at;
                  endAction(cloud, id, Outcome::Success, at);
              });
    return answerEmpty(202);
}

// Shown as deleted for a moment, and gone then.
Answer removeServer(Cloud &cloud, const Call &call, Server &server)
{
    if (server.isLocked) {
        return refuseLocked(server);
    }
    if (server.task == TaskState::Deleting) {
        return answerEmpty(204);
    }
    beginAction(cloud, call, server, u"delete"_s);
    server.task = TaskState::Deleting;
    cloud.later<Server>(cloud.servers, server.id, 5s, [&cloud](Server &doomed, Instant at) {
        doomed.task = TaskState::None;
        doomed.status = ServerStatus::Deleted;
        releaseVolumes(cloud, doomed, at);
        doomed.volumes.clear();
    });
    cloud.later<Server>(cloud.servers, server.id, 6s, [&cloud](const Server &doomed, Instant) {
        cloud.servers.erase(QString(doomed.id));
    });
    return answerEmpty(204);
}

} // namespace Demo::OpenStack
