// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/rafffollower.h"

#include "net/parsing.h"
#include "providers/raff/raffcreation.h"
#include "providers/raff/rafferrors.h"
#include "providers/raff/raffrequests.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Deferred;
using Domain::Finding;
using Domain::RemoteTask;
using Domain::Result;
using Domain::TaskProgress;
using Domain::Trace;

namespace {

using std::chrono::milliseconds;

/// Nothing for what is gone.
template <class T>
QFuture<Result<std::optional<T>>> unlessGone(const QFuture<Result<T>> &answer, QObject *context)
{
    const Deferred<std::optional<T>> deferred;
    Net::passOnCancel(deferred.future(), answer, context);
    QFuture(answer).then(context, [deferred](const Result<T> &result) {
        if (result) {
            deferred.settle(std::optional<T>(*result));
        } else if (RaffErrors::isGone(result.error())) {
            deferred.settle(std::optional<T>());
        } else {
            deferred.settle(std::unexpected(result.error()));
        }
    });
    return deferred.future();
}

template <class Key, class T>
QHash<Key, T> byKey(const QList<Key> &keys, const QList<T> &values)
{
    QHash<Key, T> found;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        found.insert(keys.at(i), values.at(i));
    }
    return found;
}

/// When the request was made, where it tells. One for a VM may have waited long for its image.
struct RaffMadeAt
{
    QDateTime operator()(const Domain::TakeSnapshot &take) const { return take.notBefore; }
    QDateTime operator()(const Domain::RollBack &rollback) const { return rollback.notBefore; }
    template <class Other>
    QDateTime operator()(const Other &) const
    {
        return {};
    }
};

/// Whether the effect is there to be seen tells all.
template <class T, class Judge>
QFuture<Result<Finding>> traceBy(const QFuture<Result<T>> &answer, QObject *context,
                                 const Domain::Request &request, const Judge &isEffect)
{
    const Deferred<Finding> deferred;
    onValue(unlessGone(answer, context), context, deferred,
            [deferred, request, isEffect](const std::optional<T> &found) {
                deferred.settle(isEffect(found) ? Finding{Trace::Found, {{}, request, {}}}
                                                : Finding{Trace::NotFound, {}});
            });
    return deferred.future();
}

} // namespace

RaffFollower::RaffFollower(RaffObjects &objects, RaffLists &lists, RaffBook &book,
                           Domain::Clock &clock, QObject *context)
    : m_objects(objects)
    , m_lists(lists)
    , m_book(book)
    , m_clock(clock)
    , m_context(context)
{
}

QFuture<Result<QList<TaskProgress>>> RaffFollower::follow(const Tasks &tasks)
{
    RaffNeeds needs;
    for (const RemoteTask &task : tasks) {
        needs.add(RaffTasks::needs(task));
        expect(task);
        if (!RaffRequests::refusal(task.request)) {
            [[maybe_unused]] const Memory &begun = memory(task.request);
        }
    }
    const Deferred<QList<TaskProgress>> deferred;
    const QFuture<Result<RaffSeen>> seen = read(needs);
    Net::passOnCancel(deferred.future(), seen, m_context);
    onValue(seen, m_context, deferred, [this, deferred, tasks](const RaffSeen &found) {
        deferred.settle(judge(tasks, found));
    });
    return deferred.future();
}

/// A task from before the program was started knows where its objects are.
void RaffFollower::expect(const RemoteTask &task)
{
    const auto *take = std::get_if<Domain::TakeSnapshot>(&task.request);
    const auto *create = std::get_if<Domain::CreateServer>(&task.request);
    if (take) {
        m_book.expect(*take, task.made);
    } else if (create && task.server) {
        m_book.expect(*create, create->project, *task.server);
    }
}

QFuture<Result<RaffSeen>> RaffFollower::read(const RaffNeeds &needs)
{
    QList<QFuture<Result<std::optional<RaffResource>>>> resources;
    for (const Domain::ResourceKey &key : needs.resources) {
        resources.append(unlessGone(m_objects.row(key), m_context));
    }
    QList<QFuture<Result<std::optional<RaffSnapshot>>>> snapshots;
    for (const Domain::SnapshotKey &key : needs.snapshots) {
        snapshots.append(unlessGone(m_objects.row(key), m_context));
    }
    QList<QFuture<Result<QList<RaffSnapshot>>>> lists;
    for (const Domain::ResourceKey &source : needs.sources) {
        lists.append(snapshotsOf(source));
    }
    const auto allResources = gather(resources, m_context);
    const auto allSnapshots = gather(snapshots, m_context);
    const auto allLists = gather(lists, m_context);
    const Deferred<RaffSeen> deferred;
    Net::passOnCancel(deferred.future(), allResources, m_context);
    Net::passOnCancel(deferred.future(), allSnapshots, m_context);
    Net::passOnCancel(deferred.future(), allLists, m_context);
    onValue(allResources, m_context, deferred, [=, this](const auto &machines) {
        onValue(allSnapshots, m_context, deferred, [=, this](const auto &copies) {
            onValue(allLists, m_context, deferred, [=](const auto &listed) {
                deferred.settle(RaffSeen{byKey(needs.resources, machines),
                                         byKey(needs.snapshots, copies),
                                         byKey(needs.sources, listed)});
            });
        });
    });
    return deferred.future();
}

/// None of a source that is gone.
QFuture<Result<QList<RaffSnapshot>>> RaffFollower::snapshotsOf(const Domain::ResourceKey &source)
{
    using Rows = QList<RaffSnapshot>;
    const Deferred<Rows> deferred;
    const auto project = unlessGone(m_lists.projectOf(source), m_context);
    onValue(project, m_context, deferred,
            [this, deferred, source](const std::optional<Domain::ProjectId> &known) {
                if (!known) {
                    deferred.settle(Rows());
                    return;
                }
                const QFuture<Result<Rows>> rows = m_lists.snapshotsOf(source, *known);
                Net::passOnCancel(deferred.future(), rows, m_context);
                onValue(rows, m_context, deferred,
                        [deferred](const Rows &found) { deferred.settle(found); });
            });
    return deferred.future();
}

RaffFollower::Memory &RaffFollower::memory(const Domain::Request &request)
{
    const auto known = std::ranges::find(m_memories, request, &Memory::request);
    if (known != m_memories.end()) {
        return *known;
    }
    m_memories.append({request, m_clock.elapsed(), false});
    return m_memories.last();
}

QList<TaskProgress> RaffFollower::judge(const Tasks &tasks, const RaffSeen &seen)
{
    QList<TaskProgress> progress;
    QList<Domain::Request> ended;
    for (const RemoteTask &task : tasks) {
        RaffWatch watch;
        if (!RaffRequests::refusal(task.request)) {
            Memory &own = memory(task.request);
            own.wasBusy = own.wasBusy || RaffTasks::isBusy(task, seen);
            watch = {waited(own), own.wasBusy};
        }
        progress.append(RaffTasks::judge(task, seen, watch));
        if (progress.constLast().state != Domain::TaskState::Running) {
            ended.append(task.request);
        }
    }
    // After all: one task may be asked about twice.
    m_memories.removeIf([&ended](const Memory &one) { return ended.contains(one.request); });
    return progress;
}

milliseconds RaffFollower::waited(const Memory &memory) const
{
    const QDateTime madeAt = std::visit(RaffMadeAt{}, memory.request);
    const milliseconds watched = m_clock.elapsed() - memory.firstAsked;
    return madeAt.isValid() ? std::max(watched, milliseconds(madeAt.msecsTo(m_clock.now())))
                            : watched;
}

QFuture<Result<Finding>> RaffFollower::findEffect(const Domain::Request &request)
{
    if (const std::optional<Domain::Error> refusal = RaffRequests::refusal(request)) {
        return Domain::settled<Finding>(std::unexpected(*refusal));
    }
    return std::visit([this](const auto &one) { return trace(one); }, request);
}

RaffFollower::Trail RaffFollower::trace(const Domain::TakeSnapshot &take)
{
    m_book.expect(take, {});
    const Deferred<Finding> deferred;
    onValue(snapshotsOf(take.source), m_context, deferred,
            [this, deferred, take](const QList<RaffSnapshot> &rows) {
                Domain::TakeSnapshot sent = take;
                sent.name = m_book.nameToSend(take);
                Finding finding = RaffTasks::trace(sent, rows);
                if (finding.trace == Trace::Found) {
                    finding.task.request = take;
                }
                deferred.settle(finding);
            });
    return deferred.future();
}

/// Whether the snapshot was in use before is not known any more, and a restore that has not begun
/// yet looks like none.
RaffFollower::Trail RaffFollower::trace(const Domain::RollBack &)
{
    return Domain::settled<Finding>(Finding{Trace::CanNotTell, {}});
}

RaffFollower::Trail RaffFollower::trace(const Domain::RemoveSnapshot &remove)
{
    return traceBy(m_objects.row(remove.snapshot), m_context, remove,
                   [](const std::optional<RaffSnapshot> &row) { return !row; });
}

RaffFollower::Trail RaffFollower::trace(const Domain::RenameSnapshot &rename)
{
    return traceBy(m_objects.row(rename.snapshot), m_context, rename,
                   [name = rename.name.trimmed()](const std::optional<RaffSnapshot> &row) {
                       return row && row->snapshot.name.trimmed() == name;
                   });
}

/// Images are in no list.
RaffFollower::Trail RaffFollower::trace(const Domain::SaveImage &)
{
    return Domain::settled<Finding>(Finding{Trace::CanNotTell, {}});
}

RaffFollower::Trail RaffFollower::trace(const Domain::CreateServer &create)
{
    const Deferred<Finding> deferred;
    const auto look = [this, deferred, create](const Domain::ProjectId &project) {
        onValue(m_lists.serversIn(project), m_context, deferred,
                [this, deferred, create, project](const QList<RaffResource> &rows) {
                    const Finding finding = RaffCreation::trace(create, rows);
                    if (finding.task.server) {
                        m_book.expect(create, project, *finding.task.server);
                    }
                    deferred.settle(finding);
                });
    };
    if (create.project.isEmpty()) {
        onValue(m_lists.projectOf(create.snapshot), m_context, deferred, look);
    } else {
        look(create.project);
    }
    return deferred.future();
}

RaffFollower::Trail RaffFollower::trace(const Domain::ProtectSnapshot &)
{
    return Domain::settled<Finding>(Domain::failure(Domain::ErrorKind::Unsupported));
}

RaffFollower::Trail RaffFollower::trace(const Domain::CreateVolume &)
{
    return Domain::settled<Finding>(Domain::failure(Domain::ErrorKind::Unsupported));
}

RaffFollower::Trail RaffFollower::trace(const Domain::SetPower &power)
{
    const bool isStart = power.action == Domain::PowerAction::Start;
    const QStringList effects = isStart ? QStringList{u"active"_s, u"booting"_s}
                                        : QStringList{u"passive"_s, u"finalizing"_s};
    return traceBy(m_objects.row(power.server), m_context, power,
                   [effects](const std::optional<RaffResource> &row) {
                       return row && effects.contains(row->resource.rawState);
                   });
}

} // namespace Providers
