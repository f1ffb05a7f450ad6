// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstacktasks.h"

#include "providers/openstack/openstackjoin.h"
#include "providers/openstack/openstackrequests.h"
#include "providers/openstack/openstackwords.h"

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ErrorKind;
using Domain::RemoteTask;
using Domain::ResourceKind;
using Domain::SnapshotKey;
using Domain::SnapshotStatus;
using Domain::TaskProgress;
using Domain::TaskState;

namespace {

using std::chrono::milliseconds;

TaskProgress openStackEnd(TaskState state, ErrorKind kind = ErrorKind::Unknown,
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

TaskProgress openStackFailure(const QString &message)
{
    return openStackEnd(TaskState::Failed, ErrorKind::ServerError, message);
}

/// Halfway through, what was on the disk is no more, and what shall be is not yet.
TaskProgress halfDone(const QString &message)
{
    TaskProgress failed = openStackFailure(message);
    failed.error.effect = Domain::Effect::Ambiguous;
    return failed;
}

QString stateOf(const OpenStackServer &server)
{
    const QString state = u"the server's state is %1"_s.arg(server.resource.rawState);
    return server.fault.isEmpty() ? state : state + u": "_s + server.fault;
}

/// Judges by what was read alone.
struct OpenStackJudge
{
    const OpenStackSeen &seen;
    milliseconds waited;
    const RemoteTask &task;

    TaskProgress operator()(const Domain::TakeSnapshot &take) const
    {
        if (!task.made) {
            return openStackEnd(TaskState::CanNotTell, ErrorKind::Unknown,
                                u"which snapshot is being made is not known"_s);
        }
        const SnapshotKey key = OpenStackNeeds::madeBy(take, *task.made);
        TaskProgress progress = take.source.kind == ResourceKind::Server
            ? ofImage(seen.images.value(key), seen.servers.value(take.source))
            : ofCopy(seen.volumeSnapshots.value(key));
        progress.made = task.made;
        return progress;
    }

    TaskProgress operator()(const Domain::RollBack &rollback) const
    {
        return rollback.target.kind == ResourceKind::Server
            ? ofRebuilt(seen.servers.value(rollback.target), rollback.snapshot.id)
            : ofReverted(seen.volumes.value(rollback.target));
    }

    TaskProgress operator()(const Domain::RemoveSnapshot &remove) const
    {
        const bool isImage = remove.snapshot.kind == ResourceKind::Server;
        const std::optional<Domain::Snapshot> row = isImage
            ? seen.images.value(remove.snapshot).transform(&rowOfImage)
            : seen.volumeSnapshots.value(remove.snapshot).transform(&rowOfCopy);
        if (!row || (isImage && row->status == SnapshotStatus::Removing)) {
            return openStackEnd(TaskState::Succeeded);
        }
        if (row->status == SnapshotStatus::Removing) {
            return within(OpenStackTasks::longestWork, u"the snapshot is still being removed"_s);
        }
        // A removal that can't be done says so, or puts the snapshot back into the state of before.
        const bool isSaid = row->rawStatus == "error_deleting"_L1;
        return waited < OpenStackTasks::lag && !isSaid
            ? openStackEnd(TaskState::Running)
            : openStackFailure(u"the snapshot was not removed, its state is "_s + row->rawStatus);
    }

    TaskProgress operator()(const Domain::RenameSnapshot &rename) const
    {
        const QString name = rename.name.trimmed();
        return ofChanged(rename.snapshot, [name](const Domain::Snapshot &row) {
            return row.name.trimmed() == name;
        });
    }

    TaskProgress operator()(const Domain::ProtectSnapshot &protect) const
    {
        const bool isWanted = protect.protection == Domain::Protection::On;
        return ofChanged(protect.snapshot, [isWanted](const Domain::Snapshot &row) {
            return row.isProtected == isWanted;
        });
    }

    TaskProgress operator()(const Domain::SetPower &power) const
    {
        const std::optional<OpenStackServer> server = seen.servers.value(power.server);
        if (!server) {
            return gone(u"the server is gone"_s);
        }
        const bool isStart = power.action == Domain::PowerAction::Start;
        const auto wanted = isStart ? Domain::PowerState::Running : Domain::PowerState::Stopped;
        if (server->resource.power == wanted) {
            return openStackEnd(TaskState::Succeeded);
        }
        return server->resource.rawState == "ERROR"_L1
            ? openStackFailure(stateOf(*server))
            : within(OpenStackTasks::patience, stateOf(*server));
    }

    /// Refused before.
    TaskProgress operator()(const Domain::SaveImage &) const
    {
        return openStackEnd(TaskState::Failed, ErrorKind::Unsupported);
    }

    TaskProgress operator()(const Domain::CreateServer &create) const
    {
        if (!task.server) {
            return openStackEnd(TaskState::CanNotTell, ErrorKind::Unknown,
                                u"which server is being made is not known"_s);
        }
        TaskProgress progress = ofNewServer(
            seen.servers.value({create.snapshot.account, ResourceKind::Server, *task.server}));
        progress.server = task.server;
        return progress;
    }

    TaskProgress operator()(const Domain::CreateVolume &create) const
    {
        if (!task.volume) {
            return openStackEnd(TaskState::CanNotTell, ErrorKind::Unknown,
                                u"which volume is being made is not known"_s);
        }
        TaskProgress progress = ofNewVolume(
            seen.volumes.value({create.snapshot.account, ResourceKind::Volume, *task.volume}));
        progress.volume = task.volume;
        return progress;
    }

private:
    static Domain::Snapshot rowOfImage(const OpenStackImage &image) { return image.snapshot; }
    static Domain::Snapshot rowOfCopy(const OpenStackVolumeSnapshot &copy) { return copy.snapshot; }

    [[nodiscard]] TaskProgress within(milliseconds limit, const QString &message) const
    {
        return waited < limit ? openStackEnd(TaskState::Running)
                              : openStackEnd(TaskState::CanNotTell, ErrorKind::Unknown, message);
    }

    [[nodiscard]] TaskProgress gone(const QString &message) const
    {
        return waited < OpenStackTasks::lag
            ? openStackEnd(TaskState::Running)
            : openStackEnd(TaskState::Failed, ErrorKind::NotFound, message);
    }

    [[nodiscard]] TaskProgress ofCopy(const std::optional<OpenStackVolumeSnapshot> &copy) const
    {
        if (!copy) {
            return gone(u"the snapshot is gone"_s);
        }
        const QString state = u"the snapshot's state is "_s + copy->snapshot.rawStatus;
        switch (copy->snapshot.status) {
        case SnapshotStatus::Ready:
            return openStackEnd(TaskState::Succeeded);
        case SnapshotStatus::Failed:
            return openStackFailure(state);
        case SnapshotStatus::Creating:
            return within(OpenStackTasks::longestWork, state);
        case SnapshotStatus::Removing:
        case SnapshotStatus::Unknown:
            return within(OpenStackTasks::patience, state);
        }
        Q_UNREACHABLE_RETURN({});
    }

    /// An image that could not be made is taken away by the service itself.
    [[nodiscard]] TaskProgress ofImage(const std::optional<OpenStackImage> &image,
                                       const std::optional<OpenStackServer> &server) const
    {
        if (!image) {
            return gone(u"the image has disappeared: the copy failed"_s);
        }
        const bool isAtWork = server && server->task.startsWith("image_"_L1);
        const QString state = u"the image's state is "_s + image->snapshot.rawStatus;
        switch (image->snapshot.status) {
        case SnapshotStatus::Ready:
            return isAtWork ? within(OpenStackTasks::longestWork, u"the server is still busy"_s)
                            : ofParts(*image);
        case SnapshotStatus::Failed:
            return openStackFailure(state);
        case SnapshotStatus::Creating:
            return within(isAtWork ? milliseconds(OpenStackTasks::longestWork)
                                   : milliseconds(OpenStackTasks::patience),
                          state);
        case SnapshotStatus::Removing:
        case SnapshotStatus::Unknown:
            return within(OpenStackTasks::patience, state);
        }
        Q_UNREACHABLE_RETURN({});
    }

    /// The image of a volume-backed server is there at once, what it stands for is not.
    [[nodiscard]] TaskProgress ofParts(const OpenStackImage &image) const
    {
        QList<OpenStackVolumeSnapshot> parts;
        for (const auto &part : seen.volumeSnapshots) {
            if (part) {
                parts.append(*part);
            }
        }
        switch (OpenStackJoin::statusOfParts(image, OpenStackJoin::byId(parts))
                    .value_or(SnapshotStatus::Ready)) {
        case SnapshotStatus::Ready:
            return openStackEnd(TaskState::Succeeded);
        case SnapshotStatus::Failed:
        case SnapshotStatus::Removing:
            return waited < OpenStackTasks::lag
                ? openStackEnd(TaskState::Running)
                : openStackFailure(u"a volume snapshot of the server failed or is gone"_s);
        case SnapshotStatus::Creating:
        case SnapshotStatus::Unknown:
            return within(OpenStackTasks::longestWork,
                          u"a volume snapshot of the server is not available yet"_s);
        }
        Q_UNREACHABLE_RETURN({});
    }

    [[nodiscard]] TaskProgress ofRebuilt(const std::optional<OpenStackServer> &server,
                                         const Domain::SnapshotId &image) const
    {
        if (!server) {
            return gone(u"the server is gone"_s);
        }
        if (server->resource.rawState == "ERROR"_L1) {
            return halfDone(stateOf(*server));
        }
        const bool isAtWork = server->resource.rawState == "REBUILD"_L1 || !server->task.isEmpty();
        if (isAtWork) {
            return within(OpenStackTasks::longestWork, stateOf(*server));
        }
        return server->image == image.value
            ? openStackEnd(TaskState::Succeeded)
            : within(OpenStackTasks::lag, u"the server runs on another image"_s);
    }

    /// At rest at the very first look, it may be as it was before.
    [[nodiscard]] TaskProgress ofReverted(const std::optional<OpenStackVolume> &volume) const
    {
        if (!volume) {
            return gone(u"the volume is gone"_s);
        }
        const QString word = volume->resource.rawState;
        const QString state = u"the volume's state is "_s + word;
        if (OpenStackWords::hasFailed(word)) {
            // The service takes one before it begins, and removes it only when all went well.
            return halfDone(
                state
                + u"; what was on it before may be kept in a volume snapshot named "
                  "\"[revert] volume %1 backup snapshot\""_s.arg(volume->resource.key.id.value));
        }
        if (OpenStackWords::isVolumeBusy(word)) {
            return within(OpenStackTasks::longestWork, state);
        }
        const bool hasChanged = !task.id.isEmpty() && task.id != OpenStackTasks::revertId(*volume);
        return hasChanged || waited >= OpenStackTasks::lag ? openStackEnd(TaskState::Succeeded)
                                                           : openStackEnd(TaskState::Running);
    }

    template <class Judge>
    [[nodiscard]] TaskProgress ofChanged(const SnapshotKey &key, const Judge &isSo) const
    {
        const std::optional<Domain::Snapshot> row = key.kind == ResourceKind::Server
            ? seen.images.value(key).transform(&rowOfImage)
            : seen.volumeSnapshots.value(key).transform(&rowOfCopy);
        if (!row) {
            return gone(u"the snapshot is gone"_s);
        }
        return isSo(*row) ? openStackEnd(TaskState::Succeeded)
                          : within(OpenStackTasks::patience, u"the snapshot has not changed"_s);
    }

    [[nodiscard]] TaskProgress ofNewServer(const std::optional<OpenStackServer> &server) const
    {
        if (!server) {
            return gone(u"the new server is gone"_s);
        }
        const QString word = server->resource.rawState;
        if (word == "ERROR"_L1) {
            return openStackFailure(u"the new server could not be started; "_s + stateOf(*server));
        }
        const bool isAtRest = word == "ACTIVE"_L1 || word == "SHUTOFF"_L1;
        return isAtRest && server->task.isEmpty()
            ? openStackEnd(TaskState::Succeeded)
            : within(OpenStackTasks::longestWork, stateOf(*server));
    }

    [[nodiscard]] TaskProgress ofNewVolume(const std::optional<OpenStackVolume> &volume) const
    {
        if (!volume) {
            return gone(u"the new volume is gone"_s);
        }
        const QString word = volume->resource.rawState;
        const QString state = u"the new volume's state is "_s + word;
        if (OpenStackWords::hasFailed(word)) {
            return openStackFailure(state);
        }
        return OpenStackWords::isVolumeBusy(word) ? within(OpenStackTasks::longestWork, state)
                                                  : openStackEnd(TaskState::Succeeded);
    }
};

} // namespace

TaskProgress OpenStackTasks::judge(const RemoteTask &task, const OpenStackSeen &seen,
                                   milliseconds waited)
{
    if (const std::optional<Domain::Error> refusal = OpenStackRequests::refusal(task.request)) {
        TaskProgress failed;
        failed.state = TaskState::Failed;
        failed.error = *refusal;
        return failed;
    }
    return std::visit(OpenStackJudge{seen, waited, task}, task.request);
}

Domain::RemoteTaskId OpenStackTasks::revertId(const OpenStackVolume &before)
{
    return {u"since "_s + before.updated.toString(Qt::ISODate)};
}

} // namespace Providers
