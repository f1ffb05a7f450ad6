// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/rafftasks.h"

#include "providers/raff/raffcreation.h"
#include "providers/raff/raffrequests.h"
#include "providers/raff/raffwords.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ErrorKind;
using Domain::Finding;
using Domain::RemoteTask;
using Domain::ResourceKind;
using Domain::SnapshotKey;
using Domain::SnapshotStatus;
using Domain::TaskProgress;
using Domain::TaskState;
using Domain::Trace;

namespace {

constexpr QLatin1StringView againWord("again");
constexpr QChar momentMark = u'|';

SnapshotKey keyOfMade(const Domain::TakeSnapshot &take, const Domain::SnapshotId &made)
{
    return {take.source.account, take.source.kind, made};
}

Domain::ResourceKey keyOfMade(const Domain::CreateServer &create, const Domain::ResourceId &made)
{
    return {create.snapshot.account, ResourceKind::Server, made};
}

/// The newest of that name that can have been made since.
const RaffSnapshot *findTaken(const QList<RaffSnapshot> &rows, const Domain::TakeSnapshot &take)
{
    const QDateTime since = take.notBefore.isValid()
        ? take.notBefore.addDuration(-RaffTasks::clockDifference)
        : QDateTime();
    const RaffSnapshot *newest = nullptr;
    for (const RaffSnapshot &row : rows) {
        const QDateTime &created = row.snapshot.created;
        const bool isSince = !since.isValid() || !created.isValid() || created >= since;
        const bool isNamed = row.snapshot.name.trimmed() == take.name.trimmed();
        if (isNamed && isSince && (!newest || created > newest->snapshot.created)) {
            newest = &row;
        }
    }
    return newest;
}

/// Judges by what was read alone.
struct RaffJudge
{
    const RaffSeen &seen;
    const RaffWatch &watch;
    const RemoteTask &task;

    TaskProgress operator()(const Domain::TakeSnapshot &take) const
    {
        const RaffSnapshot *row = nullptr;
        std::optional<RaffSnapshot> known;
        if (task.made) {
            known = seen.snapshots.value(keyOfMade(take, *task.made));
            row = known ? &*known : nullptr;
        } else if (const auto rows = seen.snapshotsOf.constFind(take.source);
                   rows != seen.snapshotsOf.cend()) {
            row = findTaken(*rows, take);
        }
        TaskProgress progress = row ? ofTaken(*row, take.source) : ofUnseen();
        progress.made = row ? std::optional(row->snapshot.key.id) : task.made;
        return progress;
    }

    TaskProgress operator()(const Domain::RollBack &rollback) const
    {
        const std::optional<RaffSnapshot> snapshot = seen.snapshots.value(rollback.snapshot);
        const std::optional<RaffResource> target = seen.resources.value(rollback.target);
        if (!snapshot || !target) {
            return raffEnd(TaskState::CanNotTell, ErrorKind::NotFound,
                           snapshot ? u"what was rolled back is gone"_s
                                    : u"the snapshot is gone, and the sign of its restore"_s);
        }
        if (const QString word = failedWord(*snapshot, *target); !word.isEmpty()) {
            TaskProgress failed =
                raffEnd(TaskState::Failed, ErrorKind::ServerError, u"its state is "_s + word);
            failed.error.effect = Domain::Effect::Ambiguous; // halfway, the disk is overwritten
            return failed;
        }
        const std::optional<RaffMoment> before = RaffMoment::fromTask(task.id);
        const bool isShown = before ? RaffMoment::of(*target) != *before : snapshot->isInUse;
        const bool isAtRest = RaffWords::isAtRest(rollback.target.kind, target->resource.rawState);
        if (isShown && isAtRest) {
            return raffEnd(TaskState::Succeeded);
        }
        const bool mayGoOn = !before || isShown || watch.wasBusy;
        return stillAtIt(mayGoOn ? RaffTasks::longestWork : RaffTasks::patience,
                         before ? u"the snapshot was in use before, and nothing has changed since"_s
                                : u"the snapshot has not come into use"_s);
    }

    TaskProgress operator()(const Domain::RemoveSnapshot &remove) const
    {
        return seen.snapshots.value(remove.snapshot)
            ? stillAtIt(RaffTasks::patience, u"the snapshot is still there"_s)
            : raffEnd(TaskState::Succeeded);
    }

    TaskProgress operator()(const Domain::RenameSnapshot &rename) const
    {
        const std::optional<RaffSnapshot> row = seen.snapshots.value(rename.snapshot);
        if (!row) {
            return raffEnd(TaskState::Failed, ErrorKind::NotFound, u"the snapshot is gone"_s);
        }
        return row->snapshot.name.trimmed() == rename.name.trimmed()
            ? raffEnd(TaskState::Succeeded)
            : stillAtIt(RaffTasks::patience, u"the snapshot still has its old name"_s);
    }

    /// Refused before.
    TaskProgress operator()(const Domain::ProtectSnapshot &) const
    {
        return raffEnd(TaskState::Failed, ErrorKind::Unsupported);
    }

    TaskProgress operator()(const Domain::CreateVolume &) const
    {
        return raffEnd(TaskState::Failed, ErrorKind::Unsupported);
    }

    /// Of an image the API shows no more than its id.
    TaskProgress operator()(const Domain::SaveImage &) const
    {
        return task.image
            ? raffEnd(TaskState::Succeeded)
            : raffEnd(TaskState::CanNotTell, ErrorKind::Unknown, u"the image's id is not known"_s);
    }

    TaskProgress operator()(const Domain::CreateServer &create) const
    {
        const std::optional<RaffResource> row =
            task.server ? seen.resources.value(keyOfMade(create, *task.server)) : std::nullopt;
        return RaffCreation::judge(task, row, watch.waited);
    }

    TaskProgress operator()(const Domain::SetPower &power) const
    {
        const std::optional<RaffResource> server = seen.resources.value(power.server);
        if (!server) {
            return raffEnd(TaskState::Failed, ErrorKind::NotFound, u"the VM is gone"_s);
        }
        const QString word = server->resource.rawState;
        if (RaffWords::hasFailed(word)) {
            return raffEnd(TaskState::Failed, ErrorKind::ServerError, u"its state is "_s + word);
        }
        const bool isStart = power.action == Domain::PowerAction::Start;
        const auto wanted = isStart ? Domain::PowerState::Running : Domain::PowerState::Stopped;
        return server->resource.power == wanted
            ? raffEnd(TaskState::Succeeded)
            : stillAtIt(RaffTasks::patience, u"the VM is "_s + word);
    }

private:
    [[nodiscard]] TaskProgress stillAtIt(std::chrono::milliseconds limit,
                                         const QString &message) const
    {
        return watch.waited < limit ? raffEnd(TaskState::Running)
                                    : raffEnd(TaskState::CanNotTell, ErrorKind::Unknown, message);
    }

    static QString failedWord(const RaffSnapshot &snapshot, const RaffResource &target)
    {
        if (snapshot.snapshot.status == SnapshotStatus::Failed) {
            return snapshot.snapshot.rawStatus;
        }
        const QString word = target.resource.rawState;
        return RaffWords::hasFailed(word) ? word : QString();
    }

    [[nodiscard]] bool isAtWork(const Domain::ResourceKey &source) const
    {
        const std::optional<RaffResource> row = seen.resources.value(source);
        return row && RaffWords::isBusy(row->resource.rawState);
    }

    [[nodiscard]] TaskProgress ofTaken(const RaffSnapshot &row,
                                       const Domain::ResourceKey &source) const
    {
        switch (row.snapshot.status) {
        case SnapshotStatus::Ready:
            return isAtWork(source)
                ? stillAtIt(RaffTasks::longestWork, u"the VM is still being provisioned"_s)
                : ofIdle(row, source.kind);
        case SnapshotStatus::Failed:
            return raffEnd(TaskState::Failed, ErrorKind::ServerError,
                           u"the snapshot is "_s + row.snapshot.rawStatus);
        case SnapshotStatus::Creating:
            return stillAtIt(RaffTasks::longestWork, u"the snapshot is still being made"_s);
        case SnapshotStatus::Removing:
        case SnapshotStatus::Unknown:
            return stillAtIt(RaffTasks::patience,
                             u"the snapshot's state is "_s + row.snapshot.rawStatus);
        }
        Q_UNREACHABLE_RETURN({});
    }

    /// The contract's words say nothing of progress: work that was seen and is over shows the end,
    /// and where none was seen, time. A volume shows no work; a size alone tells of its copy.
    [[nodiscard]] TaskProgress ofIdle(const RaffSnapshot &row, ResourceKind kind) const
    {
        const bool isSaid = RaffWords::isSaidToBeReady(row.snapshot.rawStatus);
        const bool isSettled = watch.waited >= RaffTasks::settling;
        const bool isSized = kind == ResourceKind::Server || row.hasSize;
        return isSaid || watch.wasBusy || (isSettled && isSized)
            ? raffEnd(TaskState::Succeeded)
            : stillAtIt(RaffTasks::patience, u"the snapshot still has no size"_s);
    }

    /// A snapshot that we know by its id was there once.
    [[nodiscard]] TaskProgress ofUnseen() const
    {
        if (task.made && watch.waited >= RaffTasks::lag) {
            return raffEnd(TaskState::Failed, ErrorKind::NotFound, u"the snapshot is gone"_s);
        }
        return stillAtIt(RaffTasks::patience, u"no such snapshot has come into the list"_s);
    }
};

struct RaffNeedsOf
{
    const RemoteTask &task;

    RaffNeeds operator()(const Domain::TakeSnapshot &take) const
    {
        RaffNeeds needs;
        if (take.source.kind == ResourceKind::Server) {
            needs.resources.append(take.source);
        }
        if (task.made) {
            needs.snapshots.append(keyOfMade(take, *task.made));
        } else {
            needs.sources.append(take.source);
        }
        return needs;
    }
    RaffNeeds operator()(const Domain::RollBack &rollback) const
    {
        return {{rollback.target}, {rollback.snapshot}, {}};
    }
    RaffNeeds operator()(const Domain::RemoveSnapshot &remove) const
    {
        return {{}, {remove.snapshot}, {}};
    }
    RaffNeeds operator()(const Domain::RenameSnapshot &rename) const
    {
        return {{}, {rename.snapshot}, {}};
    }
    RaffNeeds operator()(const Domain::ProtectSnapshot &) const { return {}; }
    RaffNeeds operator()(const Domain::CreateVolume &) const { return {}; }
    RaffNeeds operator()(const Domain::SetPower &power) const { return {{power.server}, {}, {}}; }
    RaffNeeds operator()(const Domain::SaveImage &) const { return {}; }
    RaffNeeds operator()(const Domain::CreateServer &create) const
    {
        RaffNeeds needs;
        if (task.server) {
            needs.resources.append(keyOfMade(create, *task.server));
        }
        return needs;
    }
};

template <class Key>
void addNew(QList<Key> &keys, const QList<Key> &more)
{
    for (const Key &key : more) {
        if (!keys.contains(key)) {
            keys.append(key);
        }
    }
}

} // namespace

void RaffNeeds::add(const RaffNeeds &more)
{
    addNew(resources, more.resources);
    addNew(snapshots, more.snapshots);
    addNew(sources, more.sources);
}

RaffMoment RaffMoment::of(const RaffResource &row)
{
    return {row.resource.rawState, row.updated};
}

std::optional<RaffMoment> RaffMoment::fromTask(const Domain::RemoteTaskId &id)
{
    const QStringList parts = id.value.split(momentMark);
    return parts.size() >= 3 && parts.at(0) == againWord
        ? std::optional(RaffMoment{parts.at(1), parts.sliced(2).join(momentMark)})
        : std::nullopt;
}

Domain::RemoteTaskId RaffMoment::toTask() const
{
    return {againWord + momentMark + status + momentMark + updated};
}

RaffNeeds RaffTasks::needs(const RemoteTask &task)
{
    return RaffRequests::refusal(task.request) ? RaffNeeds()
                                               : std::visit(RaffNeedsOf{task}, task.request);
}

TaskProgress raffEnd(TaskState state, ErrorKind kind, const QString &message)
{
    TaskProgress progress;
    progress.state = state;
    if (state == TaskState::Failed || state == TaskState::CanNotTell) {
        progress.error.kind = kind;
        progress.error.message = message;
    }
    return progress;
}

TaskProgress RaffTasks::judge(const RemoteTask &task, const RaffSeen &seen, const RaffWatch &watch)
{
    if (const std::optional<Domain::Error> refusal = RaffRequests::refusal(task.request)) {
        return {TaskState::Failed, {}, {}, *refusal};
    }
    return std::visit(RaffJudge{seen, watch, task}, task.request);
}

bool RaffTasks::isBusy(const RemoteTask &task, const RaffSeen &seen)
{
    const QList<Domain::ResourceKey> watched = needs(task).resources;
    return std::ranges::any_of(watched, [&seen](const Domain::ResourceKey &key) {
        const std::optional<RaffResource> row = seen.resources.value(key);
        return row && RaffWords::isBusy(row->resource.rawState);
    });
}

Finding RaffTasks::trace(const Domain::TakeSnapshot &take, const QList<RaffSnapshot> &rows)
{
    const RaffSnapshot *row = findTaken(rows, take);
    if (!row) {
        return {Trace::NotFound, {}};
    }
    // The API may tell whole seconds.
    const QDateTime since =
        QDateTime::fromSecsSinceEpoch(take.notBefore.toSecsSinceEpoch(), QTimeZone::UTC);
    const bool isCertain = take.notBefore.isValid() && row->snapshot.created.isValid()
        && row->snapshot.created >= since;
    return isCertain ? Finding{Trace::Found, {{}, take, row->snapshot.key.id}}
                     : Finding{Trace::CanNotTell, {}};
}

} // namespace Providers
