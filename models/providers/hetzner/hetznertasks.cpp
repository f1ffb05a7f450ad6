// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznertasks.h"

#include "providers/hetzner/hetznercreation.h"
#include "providers/hetzner/hetznererrors.h"
#include "providers/hetzner/hetznerrequests.h"

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ErrorKind;
using Domain::RemoteTask;
using Domain::ResourceId;
using Domain::SnapshotId;
using Domain::TaskProgress;
using Domain::TaskState;

namespace {

const HetznerAction *find(const HetznerActions &actions, const RemoteTask &task)
{
    const auto found = actions.constFind(task.id);
    return found == actions.cend() ? nullptr : &*found;
}

/// The snapshot that a task makes, from the task or from its action.
std::optional<SnapshotId> madeBy(const RemoteTask &task, const HetznerAction *action)
{
    if (task.made && HetznerRequests::isId(task.made->value)) {
        return task.made;
    }
    return action && !action->images.isEmpty() ? std::optional(action->images.first())
                                               : std::nullopt;
}

bool isTake(const RemoteTask &task)
{
    return std::holds_alternative<Domain::TakeSnapshot>(task.request);
}

bool isCreation(const RemoteTask &task)
{
    return std::holds_alternative<Domain::CreateServer>(task.request);
}

bool isShutDown(const RemoteTask &task)
{
    const auto *power = std::get_if<Domain::SetPower>(&task.request);
    return power && power->action == Domain::PowerAction::ShutDown;
}

/// An action that still runs or that failed says all. One that succeeded says all but for what goes
/// on behind it.
bool needsObject(const RemoteTask &task, const HetznerAction *action)
{
    if (!action) {
        return true;
    }
    return action->status == HetznerAction::Status::Success && (isTake(task) || isShutDown(task));
}

template <class T>
void addOnce(QList<T> &list, const T &value)
{
    if (!list.contains(value)) {
        list.append(value);
    }
}

struct ObjectOf
{
    HetznerNeeds &needs;
    std::optional<SnapshotId> made;

    void operator()(const Domain::TakeSnapshot &) const
    {
        if (made) {
            addOnce(needs.snapshots, *made);
        }
    }
    void operator()(const Domain::RollBack &rollback) const
    {
        addOnce(needs.servers, rollback.target.id);
    }
    void operator()(const Domain::RemoveSnapshot &remove) const { add(remove.snapshot); }
    void operator()(const Domain::RenameSnapshot &rename) const { add(rename.snapshot); }
    void operator()(const Domain::ProtectSnapshot &protect) const { add(protect.snapshot); }
    void operator()(const Domain::SetPower &power) const
    {
        addOnce(needs.servers, power.server.id);
    }
    /// Refused before, or judged by HetznerCreation.
    template <class Other>
    void operator()(const Other &) const
    {
    }

private:
    void add(const Domain::SnapshotKey &key) const { addOnce(needs.snapshots, key.id); }
};

TaskProgress running()
{
    return {};
}

TaskProgress succeeded()
{
    return {TaskState::Succeeded, {}, {}, {}};
}

TaskProgress failed(const Domain::Error &error)
{
    return {TaskState::Failed, {}, {}, error};
}

TaskProgress failed(ErrorKind kind, const QString &message)
{
    return failed(Domain::failure(kind, message).error());
}

TaskProgress forgotten()
{
    return failed(ErrorKind::Unknown,
                  u"the action is no longer known, and has no visible effect"_s);
}

TaskProgress gone()
{
    return failed(ErrorKind::NotFound, u"the object no longer exists"_s);
}

/// Judges by the object alone.
struct ObjectJudge
{
    const HetznerObjects &objects;
    const HetznerAction *action = nullptr;
    std::optional<SnapshotId> made;

    TaskProgress operator()(const Domain::TakeSnapshot &) const
    {
        if (!made) {
            return forgotten();
        }
        const std::optional<Domain::Snapshot> snapshot = objects.snapshots.value(*made);
        if (!snapshot) {
            return gone();
        }
        switch (snapshot->status) {
        case Domain::SnapshotStatus::Ready:
            return succeeded();
        case Domain::SnapshotStatus::Failed:
            return failed(ErrorKind::ServerError, u"the image is "_s + snapshot->rawStatus);
        case Domain::SnapshotStatus::Creating:
        case Domain::SnapshotStatus::Removing:
        case Domain::SnapshotStatus::Unknown:
            return running();
        }
        Q_UNREACHABLE_RETURN({});
    }

    TaskProgress operator()(const Domain::RollBack &rollback) const
    {
        const std::optional<HetznerServer> server = objects.servers.value(rollback.target.id);
        if (!server) {
            return gone();
        }
        if (server->resource.rawState == "rebuilding"_L1) {
            return running();
        }
        return server->image == rollback.snapshot.id ? succeeded() : forgotten();
    }

    TaskProgress operator()(const Domain::RemoveSnapshot &remove) const
    {
        return objects.snapshots.value(remove.snapshot.id) ? running() : succeeded();
    }

    TaskProgress operator()(const Domain::RenameSnapshot &rename) const
    {
        const std::optional<Domain::Snapshot> snapshot =
            objects.snapshots.value(rename.snapshot.id);
        if (!snapshot) {
            return gone();
        }
        if (snapshot->name.trimmed() == rename.name.trimmed()) {
            return succeeded();
        }
        return failed(ErrorKind::Conflict, u"the description is another one"_s);
    }

    TaskProgress operator()(const Domain::ProtectSnapshot &protect) const
    {
        const std::optional<Domain::Snapshot> snapshot =
            objects.snapshots.value(protect.snapshot.id);
        if (!snapshot) {
            return gone();
        }
        const bool wanted = protect.protection == Domain::Protection::On;
        return snapshot->isProtected == wanted ? succeeded() : forgotten();
    }

    TaskProgress operator()(const Domain::SetPower &power) const
    {
        const std::optional<HetznerServer> server = objects.servers.value(power.server.id);
        if (!server) {
            return gone();
        }
        const bool isStart = power.action == Domain::PowerAction::Start;
        const Domain::PowerState wanted =
            isStart ? Domain::PowerState::Running : Domain::PowerState::Stopped;
        if (server->resource.power == wanted) {
            return succeeded();
        }
        // A server that was asked to shut down takes its time, if it does so at all.
        const bool isOnItsWay = action || server->resource.power == Domain::PowerState::Changing;
        return isOnItsWay ? running() : forgotten();
    }

    /// Refused before, or judged by HetznerCreation.
    template <class Other>
    TaskProgress operator()(const Other &) const
    {
        return forgotten();
    }
};

TaskProgress judgeByAction(const HetznerAction &action)
{
    switch (action.status) {
    case HetznerAction::Status::Running:
    case HetznerAction::Status::Unknown: {
        TaskProgress progress;
        if (action.progress > 0) {
            progress.percent = action.progress;
        }
        return progress;
    }
    case HetznerAction::Status::Success:
        return succeeded();
    case HetznerAction::Status::Error:
        return failed(HetznerErrors::ofAction(action.errorCode, action.errorMessage));
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QList<Domain::RemoteTaskId> HetznerTasks::actionIds(const QList<RemoteTask> &tasks)
{
    QList<Domain::RemoteTaskId> ids;
    for (const RemoteTask &task : tasks) {
        const QList<Domain::RemoteTaskId> actions = HetznerCreation::parted(task.id);
        for (const Domain::RemoteTaskId &id : actions) {
            addOnce(ids, id);
        }
    }
    return ids;
}

HetznerNeeds HetznerTasks::needs(const QList<RemoteTask> &tasks, const HetznerActions &actions)
{
    HetznerNeeds needs;
    for (const RemoteTask &task : tasks) {
        const HetznerAction *action = find(actions, task);
        if (HetznerRequests::refusal(task.request)) {
            continue;
        }
        if (isCreation(task)) {
            if (const auto server = HetznerCreation::neededServer(task, actions)) {
                addOnce(needs.servers, *server);
            }
        } else if (needsObject(task, action)) {
            std::visit(ObjectOf{needs, madeBy(task, action)}, task.request);
        }
    }
    return needs;
}

TaskProgress HetznerTasks::judge(const RemoteTask &task, const HetznerActions &actions,
                                 const HetznerObjects &objects)
{
    if (const std::optional<Domain::Error> refusal = HetznerRequests::refusal(task.request)) {
        return failed(*refusal);
    }
    if (isCreation(task)) {
        return HetznerCreation::judge(task, actions, objects);
    }
    const HetznerAction *action = find(actions, task);
    const std::optional<SnapshotId> made = madeBy(task, action);
    TaskProgress progress = needsObject(task, action)
        ? std::visit(ObjectJudge{objects, action, made}, task.request)
        : judgeByAction(*action);
    if (isTake(task)) {
        progress.made = made;
    }
    const bool isRollBack = std::holds_alternative<Domain::RollBack>(task.request);
    if (isRollBack && progress.state == TaskState::Failed) {
        // A rebuild that failed halfway has overwritten the disk.
        progress.error.effect = Domain::Effect::Ambiguous;
    }
    return progress;
}

} // namespace Providers
