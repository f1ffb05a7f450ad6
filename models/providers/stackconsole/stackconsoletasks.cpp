// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsoletasks.h"

#include "providers/stackconsole/stackconsolerequests.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ErrorKind;
using Domain::Finding;
using Domain::RemoteTask;
using Domain::SnapshotStatus;
using Domain::TaskProgress;
using Domain::TaskState;
using Domain::Trace;

namespace {

using Rows = QList<StackConsoleSnapshot>;

/// Two clocks that are set at all differ by less.
constexpr std::chrono::minutes clockDifference{5};

const StackConsoleSnapshot *findSlug(const Rows &rows, const Domain::SnapshotId &slug)
{
    const auto found = std::ranges::find_if(rows, [&slug](const StackConsoleSnapshot &row) {
        return row.snapshot.key.id == slug && !row.isGone;
    });
    return found == rows.end() ? nullptr : &*found;
}

/// The newest of that name and source that can have been made since; those that were not are older
/// by far.
const StackConsoleSnapshot *findMade(const Rows &rows, const Domain::TakeSnapshot &take)
{
    const QDateTime since =
        take.notBefore.isValid() ? take.notBefore.addDuration(-clockDifference) : QDateTime();
    const StackConsoleSnapshot *newest = nullptr;
    for (const StackConsoleSnapshot &row : rows) {
        const bool isOfSource =
            row.snapshot.source && row.snapshot.source->id == take.source.id && !row.isGone;
        const bool isNamed = row.snapshot.name.trimmed() == take.name.trimmed();
        const bool isSince =
            !since.isValid() || row.created.isLocal || row.snapshot.created >= since;
        if (isOfSource && isNamed && isSince
            && (!newest || row.snapshot.created > newest->snapshot.created)) {
            newest = &row;
        }
    }
    return newest;
}

TaskProgress stackConsoleEnd(TaskState state, ErrorKind kind = ErrorKind::Unknown,
                             const QString &message = {})
{
    TaskProgress progress;
    progress.state = state;
    if (state == TaskState::Failed || state == TaskState::CanNotTell) {
        progress.error.kind = kind;
        progress.error.message = message;
    }
    return progress;
}

TaskProgress stillRunning()
{
    return stackConsoleEnd(TaskState::Running);
}

/// Judges by the rows alone.
struct RowJudge
{
    const StackConsoleSeen &seen;
    const StackConsoleWatch &watch;
    std::optional<Domain::SnapshotId> made;

    TaskProgress operator()(const Domain::TakeSnapshot &take) const
    {
        const Rows &rows = seen.of(take.source.kind);
        const StackConsoleSnapshot *row = made ? findSlug(rows, *made) : findMade(rows, take);
        TaskProgress progress = row ? ofMade(row->snapshot) : ofUnseen();
        progress.made = row ? std::optional(row->snapshot.key.id) : made;
        return progress;
    }

    TaskProgress operator()(const Domain::RollBack &rollback) const
    {
        const StackConsoleSnapshot *row =
            findSlug(seen.of(rollback.snapshot.kind), rollback.snapshot.id);
        if (!row) {
            return stackConsoleEnd(TaskState::CanNotTell, ErrorKind::NotFound,
                                   u"the snapshot is gone, and its reversal with it"_s);
        }
        if (row->isReverting) {
            return stillRunning();
        }
        if (row->snapshot.status == SnapshotStatus::Failed) {
            TaskProgress failed = stackConsoleEnd(TaskState::Failed, ErrorKind::ServerError,
                                                  u"the snapshot is "_s + row->snapshot.rawStatus);
            failed.error.effect = Domain::Effect::Ambiguous; // halfway, the disk is overwritten
            return failed;
        }
        if (watch.wasReverting && row->snapshot.status == SnapshotStatus::Ready) {
            return stackConsoleEnd(TaskState::Succeeded);
        }
        return isOverdue() ? stackConsoleEnd(TaskState::CanNotTell, ErrorKind::Unknown,
                                             u"the snapshot was never seen to be reverted to"_s)
                           : stillRunning();
    }

    TaskProgress operator()(const Domain::RemoveSnapshot &remove) const
    {
        const StackConsoleSnapshot *row =
            findSlug(seen.of(remove.snapshot.kind), remove.snapshot.id);
        if (!row) {
            return stackConsoleEnd(TaskState::Succeeded);
        }
        const bool isOnItsWay = row->snapshot.status == SnapshotStatus::Removing;
        return isOverdue() && !isOnItsWay
            ? stackConsoleEnd(TaskState::CanNotTell, ErrorKind::Unknown,
                              u"the snapshot is still there as it was"_s)
            : stillRunning();
    }

    /// Refused before.
    template <class Other>
    TaskProgress operator()(const Other &) const
    {
        return stillRunning();
    }

private:
    [[nodiscard]] bool isOverdue() const { return watch.waited >= StackConsoleTasks::patience; }

    static TaskProgress ofMade(const Domain::Snapshot &snapshot)
    {
        switch (snapshot.status) {
        case SnapshotStatus::Ready:
            return stackConsoleEnd(TaskState::Succeeded);
        case SnapshotStatus::Failed:
            return stackConsoleEnd(TaskState::Failed, ErrorKind::ServerError,
                                   u"the snapshot is "_s + snapshot.rawStatus);
        case SnapshotStatus::Creating:
        case SnapshotStatus::Removing:
        case SnapshotStatus::Unknown:
            return stillRunning();
        }
        Q_UNREACHABLE_RETURN({});
    }

    /// The list lags behind at first. A snapshot that we know by its slug was there once.
    [[nodiscard]] TaskProgress ofUnseen() const
    {
        if (!isOverdue()) {
            return stillRunning();
        }
        return made ? stackConsoleEnd(TaskState::Failed, ErrorKind::NotFound,
                                      u"the snapshot is not in the list"_s)
                    : stackConsoleEnd(TaskState::CanNotTell, ErrorKind::Unknown,
                                      u"no such snapshot has come into the list"_s);
    }
};

struct SnapshotKindOf
{
    Domain::SnapshotKind operator()(const Domain::TakeSnapshot &take) const
    {
        return take.source.kind;
    }
    Domain::SnapshotKind operator()(const Domain::RollBack &rollback) const
    {
        return rollback.snapshot.kind;
    }
    Domain::SnapshotKind operator()(const Domain::RemoveSnapshot &remove) const
    {
        return remove.snapshot.kind;
    }
    Domain::SnapshotKind operator()(const Domain::RenameSnapshot &rename) const
    {
        return rename.snapshot.kind;
    }
    Domain::SnapshotKind operator()(const Domain::ProtectSnapshot &protect) const
    {
        return protect.snapshot.kind;
    }
    Domain::SnapshotKind operator()(const Domain::SetPower &power) const
    {
        return power.server.kind;
    }
    Domain::SnapshotKind operator()(const Domain::SaveImage &image) const
    {
        return image.snapshot.kind;
    }
    Domain::SnapshotKind operator()(const Domain::CreateServer &create) const
    {
        return create.snapshot.kind;
    }
    Domain::SnapshotKind operator()(const Domain::CreateVolume &create) const
    {
        return create.snapshot.kind;
    }
};

} // namespace

Domain::SnapshotKind StackConsoleTasks::kindOf(const Domain::Request &request)
{
    return std::visit(SnapshotKindOf{}, request);
}

TaskProgress StackConsoleTasks::judge(const RemoteTask &task, const StackConsoleSeen &seen,
                                      const StackConsoleWatch &watch)
{
    if (const std::optional<Domain::Error> refusal = StackConsoleRequests::refusal(task.request)) {
        return {TaskState::Failed, {}, {}, *refusal};
    }
    return std::visit(RowJudge{seen, watch, task.made}, task.request);
}

bool StackConsoleTasks::isReverting(const RemoteTask &task, const StackConsoleSeen &seen)
{
    const auto *rollback = std::get_if<Domain::RollBack>(&task.request);
    const StackConsoleSnapshot *row =
        rollback ? findSlug(seen.of(rollback->snapshot.kind), rollback->snapshot.id) : nullptr;
    return row && row->isReverting;
}

Finding StackConsoleTasks::trace(const Domain::TakeSnapshot &take, const Rows &rows)
{
    const StackConsoleSnapshot *row = findMade(rows, take);
    if (!row) {
        return {Trace::NotFound, {}};
    }
    // The API may tell whole seconds.
    const QDateTime since =
        QDateTime::fromSecsSinceEpoch(take.notBefore.toSecsSinceEpoch(), QTimeZone::UTC);
    const bool isCertain =
        take.notBefore.isValid() && !row->created.isLocal && row->snapshot.created >= since;
    return isCertain ? Finding{Trace::Found, {{}, take, row->snapshot.key.id}}
                     : Finding{Trace::CanNotTell, {}};
}

Finding StackConsoleTasks::trace(const Domain::RemoveSnapshot &remove, const Rows &rows)
{
    const StackConsoleSnapshot *row = findSlug(rows, remove.snapshot.id);
    const bool isEffect = !row || row->snapshot.status == SnapshotStatus::Removing;
    return isEffect ? Finding{Trace::Found, {{}, remove, {}}} : Finding{Trace::NotFound, {}};
}

} // namespace Providers
