// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/planner.h"

#include <QTimeZone>

/// Operations as the planner makes them, of servers that a test names by one word.
namespace Plans {

using namespace Qt::StringLiterals;

inline Domain::Capabilities capabilities()
{
    Domain::Capabilities all;
    all.canPower = true;
    all.server.canTake = true;
    all.server.canRemove = true;
    all.server.rollback = Domain::RollbackStyle::Rebuild;
    return all;
}

inline Operations::PlanIdentity identity(const QString &operation)
{
    return {{operation}, QDateTime({2026, 1, 1}, {12, 0}, QTimeZone::UTC)};
}

inline Domain::Resource server(const QString &id, const QString &account = u"a"_s)
{
    Domain::Resource resource;
    resource.key = {{account}, Domain::ResourceKind::Server, {id}};
    resource.name = id;
    resource.power = Domain::PowerState::Running;
    return resource;
}

inline Domain::Resource stoppedServer(const QString &id)
{
    Domain::Resource resource = server(id);
    resource.power = Domain::PowerState::Stopped;
    return resource;
}

inline Domain::Snapshot snapshotOf(const Domain::Resource &source, const QString &id)
{
    Domain::Snapshot snapshot;
    snapshot.key = {source.key.account, source.key.kind, {id}};
    snapshot.status = Domain::SnapshotStatus::Ready;
    snapshot.source = source.key;
    return snapshot;
}

inline Domain::Operation take(const QString &operation, const Domain::Resource &source,
                              Operations::StopServer stop = Operations::StopServer::No)
{
    return *planTake({source, u"nightly"_s, stop}, capabilities(), identity(operation));
}

/// Shut down, take, start.
inline Domain::Operation takeStopped(const QString &operation, const Domain::Resource &source)
{
    return take(operation, source, Operations::StopServer::Yes);
}

inline Domain::Operation rollBack(const QString &operation, const Domain::Resource &target,
                                  const Domain::Snapshot &snapshot)
{
    return *planRollBack({target, snapshot}, capabilities(), identity(operation));
}

inline Domain::Operation remove(const QString &operation, const Domain::Snapshot &snapshot)
{
    return *planRemove({snapshot}, capabilities(), identity(operation));
}

} // namespace Plans

/// What a provider may answer.
namespace Answers {

using namespace Qt::StringLiterals;

inline Domain::Error refusal(Domain::ErrorKind kind)
{
    return Domain::failure(kind, u"in the vendor's words"_s).error();
}

inline Domain::Error doubt(Domain::ErrorKind kind)
{
    Domain::Error error = refusal(kind);
    error.effect = Domain::Effect::Ambiguous;
    return error;
}

/// With an id there is something to follow; without one the request was all there is to do.
inline Domain::RemoteTask task(const Domain::Request &request, const QString &id)
{
    return {{id}, request, {}};
}

inline Domain::TaskProgress running(std::optional<int> percent = {})
{
    return {Domain::TaskState::Running, percent, {}, {}};
}

inline Domain::TaskProgress succeeded(const QString &made = {})
{
    Domain::TaskProgress progress{Domain::TaskState::Succeeded, {}, {}, {}};
    if (!made.isEmpty()) {
        progress.made = Domain::SnapshotId{made};
    }
    return progress;
}

inline Domain::TaskProgress failed(Domain::ErrorKind kind)
{
    return {Domain::TaskState::Failed, {}, {}, refusal(kind)};
}

} // namespace Answers
