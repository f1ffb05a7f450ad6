// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsolefollower.h"

#include "providers/stackconsole/stackconsolerequests.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Deferred;
using Domain::Done;
using Domain::RemoteTask;
using Domain::ResourceKind;
using Domain::Result;
using Domain::TaskProgress;

namespace {

/// What tells a request from every other of this account.
struct RequestName
{
    QString operator()(const Domain::TakeSnapshot &take) const
    {
        return joined(u"take"_s, take.source.kind,
                      {take.source.id.value, take.name, time(take.notBefore)});
    }
    QString operator()(const Domain::RollBack &rollback) const
    {
        return joined(u"roll back"_s, rollback.snapshot.kind,
                      {rollback.snapshot.id.value, time(rollback.notBefore)});
    }
    QString operator()(const Domain::RemoveSnapshot &remove) const
    {
        return joined(u"remove"_s, remove.snapshot.kind, {remove.snapshot.id.value});
    }
    /// Refused, so nothing is remembered of them.
    template <class Other>
    QString operator()(const Other &) const
    {
        return {};
    }

private:
    static QString joined(const QString &verb, ResourceKind kind, const QStringList &parts)
    {
        const QString kindName = kind == ResourceKind::Server ? u"server"_s : u"volume"_s;
        return verb + u'\n' + kindName + u'\n' + parts.join(u'\n');
    }
    static QString time(const QDateTime &time) { return time.toString(Qt::ISODateWithMs); }
};

QString nameOfRequest(const RemoteTask &task)
{
    return std::visit(RequestName{}, task.request);
}

/// The time at which a request was made, where it says so.
struct MadeAt
{
    QDateTime operator()(const Domain::TakeSnapshot &take) const { return take.notBefore; }
    QDateTime operator()(const Domain::RollBack &rollback) const { return rollback.notBefore; }
    template <class Other>
    QDateTime operator()(const Other &) const
    {
        return {};
    }
};

bool isFollowable(const RemoteTask &task)
{
    return !StackConsoleRequests::refusal(task.request);
}

} // namespace

StackConsoleFollower::StackConsoleFollower(StackConsoleLists &lists, Domain::Clock &clock,
                                           QObject *context)
    : m_lists(lists)
    , m_clock(clock)
    , m_context(context)
{
}

QFuture<Result<QList<TaskProgress>>> StackConsoleFollower::follow(const Tasks &tasks)
{
    remember(tasks);
    QList<QFuture<Result<Done>>> lists;
    for (const ResourceKind kind : {ResourceKind::Server, ResourceKind::Volume}) {
        if (wants(kind, tasks)) {
            lists.append(read(kind));
        }
    }
    if (lists.isEmpty()) {
        return Domain::settled<QList<TaskProgress>>(judge(tasks));
    }
    const Deferred<QList<TaskProgress>> deferred;
    QtFuture::whenAll(lists.begin(), lists.end())
        .then(m_context, [this, deferred, tasks](const QList<QFuture<Result<Done>>> &answers) {
            for (const QFuture<Result<Done>> &answer : answers) {
                if (const Result<Done> result = answer.result(); !result) {
                    deferred.settle(std::unexpected(result.error()));
                    return;
                }
            }
            deferred.settle(judge(tasks));
        });
    return deferred.future();
}

StackConsoleFollower::Listing &StackConsoleFollower::listing(Domain::SnapshotKind kind)
{
    return kind == ResourceKind::Server ? m_servers : m_volumes;
}

void StackConsoleFollower::remember(const Tasks &tasks)
{
    for (const RemoteTask &task : tasks) {
        const QString name = nameOfRequest(task);
        if (isFollowable(task) && !m_memories.contains(name)) {
            m_memories.insert(name, {m_clock.elapsed(), false});
        }
    }
}

/// A list that is older than a task can't tell of it.
bool StackConsoleFollower::wants(Domain::SnapshotKind kind, const Tasks &tasks)
{
    const Listing &last = listing(kind);
    const bool isRecent = last.readAt && m_clock.elapsed() - *last.readAt < listInterval;
    return std::ranges::any_of(tasks, [&](const RemoteTask &task) {
        return isFollowable(task) && StackConsoleTasks::kindOf(task.request) == kind
            && (!isRecent || *last.readAt < m_memories.value(nameOfRequest(task)).firstAsked);
    });
}

QFuture<Result<Done>> StackConsoleFollower::read(Domain::SnapshotKind kind)
{
    const Deferred<Done> deferred;
    onValue(m_lists.snapshots(kind, {}), m_context, deferred,
            [this, kind, deferred,
             askedAt = m_clock.elapsed()](const QList<StackConsoleSnapshot> &rows) {
                Listing &last = listing(kind);
                if (!last.readAt || *last.readAt <= askedAt) {
                    last = {rows, askedAt};
                }
                deferred.settle(Done());
            });
    return deferred.future();
}

QList<TaskProgress> StackConsoleFollower::judge(const Tasks &tasks)
{
    const StackConsoleSeen seen{m_servers.rows, m_volumes.rows};
    QList<TaskProgress> progress;
    QStringList ended;
    for (const RemoteTask &task : tasks) {
        const QString name = nameOfRequest(task);
        if (StackConsoleTasks::isReverting(task, seen)) {
            m_memories[name].wasReverting = true;
        }
        const Memory memory = m_memories.value(name);
        progress.append(StackConsoleTasks::judge(
            task, seen, {waited(task.request, memory), memory.wasReverting}));
        if (progress.last().state != Domain::TaskState::Running) {
            ended.append(name);
        }
    }
    for (const QString &name : std::as_const(ended)) {
        m_memories.remove(name); // after all: one task may be asked about twice
    }
    return progress;
}

StackConsoleFollower::Time StackConsoleFollower::waited(const Domain::Request &request,
                                                        const Memory &memory) const
{
    const QDateTime madeAt = std::visit(MadeAt{}, request);
    const Time watched = m_clock.elapsed() - memory.firstAsked;
    return madeAt.isValid() ? std::max(watched, Time(madeAt.msecsTo(m_clock.now()))) : watched;
}

} // namespace Providers
