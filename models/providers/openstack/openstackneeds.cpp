// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackneeds.h"

#include "providers/openstack/openstackrequests.h"

namespace Providers {

using Domain::RemoteTask;
using Domain::ResourceKey;
using Domain::ResourceKind;
using Domain::SnapshotKey;

namespace {

struct OpenStackNeedsOf
{
    const RemoteTask &task;

    static OpenStackNeeds needsOf(const SnapshotKey &key)
    {
        OpenStackNeeds needs;
        (key.kind == ResourceKind::Server ? needs.images : needs.volumeSnapshots).append(key);
        return needs;
    }
    static OpenStackNeeds needsOf(const ResourceKey &key)
    {
        OpenStackNeeds needs;
        (key.kind == ResourceKind::Server ? needs.servers : needs.volumes).append(key);
        return needs;
    }

    OpenStackNeeds operator()(const Domain::TakeSnapshot &take) const
    {
        if (!task.made) {
            return {};
        }
        OpenStackNeeds needs = needsOf(OpenStackNeeds::madeBy(take, *task.made));
        if (take.source.kind == ResourceKind::Server) {
            needs.add(needsOf(take.source));
        }
        return needs;
    }
    OpenStackNeeds operator()(const Domain::RollBack &rollback) const
    {
        return needsOf(rollback.target);
    }
    OpenStackNeeds operator()(const Domain::RemoveSnapshot &remove) const
    {
        return needsOf(remove.snapshot);
    }
    OpenStackNeeds operator()(const Domain::RenameSnapshot &rename) const
    {
        return needsOf(rename.snapshot);
    }
    OpenStackNeeds operator()(const Domain::ProtectSnapshot &protect) const
    {
        return needsOf(protect.snapshot);
    }
    OpenStackNeeds operator()(const Domain::SetPower &power) const { return needsOf(power.server); }
    OpenStackNeeds operator()(const Domain::SaveImage &) const { return {}; }
    OpenStackNeeds operator()(const Domain::CreateServer &create) const
    {
        return task.server
            ? needsOf(ResourceKey{create.snapshot.account, ResourceKind::Server, *task.server})
            : OpenStackNeeds();
    }
    OpenStackNeeds operator()(const Domain::CreateVolume &create) const
    {
        return task.volume
            ? needsOf(ResourceKey{create.snapshot.account, ResourceKind::Volume, *task.volume})
            : OpenStackNeeds();
    }
};

template <class Key>
void addMissing(QList<Key> &keys, const QList<Key> &more)
{
    for (const Key &key : more) {
        if (!keys.contains(key)) {
            keys.append(key);
        }
    }
}

} // namespace

void OpenStackNeeds::add(const OpenStackNeeds &more)
{
    addMissing(servers, more.servers);
    addMissing(volumes, more.volumes);
    addMissing(images, more.images);
    addMissing(volumeSnapshots, more.volumeSnapshots);
}

OpenStackNeeds OpenStackNeeds::of(const RemoteTask &task)
{
    return OpenStackRequests::refusal(task.request)
        ? OpenStackNeeds()
        : std::visit(OpenStackNeedsOf{task}, task.request);
}

QList<SnapshotKey> OpenStackNeeds::parts(const QList<RemoteTask> &tasks, const OpenStackSeen &seen)
{
    QList<SnapshotKey> keys;
    for (const RemoteTask &task : tasks) {
        const auto *take = std::get_if<Domain::TakeSnapshot>(&task.request);
        if (!take || !task.made) {
            continue;
        }
        const std::optional<OpenStackImage> image = seen.images.value(madeBy(*take, *task.made));
        QList<SnapshotKey> own = image ? image->snapshot.parts : QList<SnapshotKey>();
        for (SnapshotKey &key : own) {
            key.account = take->source.account;
        }
        addMissing(keys, own);
    }
    return keys;
}

SnapshotKey OpenStackNeeds::madeBy(const Domain::TakeSnapshot &take, const Domain::SnapshotId &made)
{
    return {take.source.account, take.source.kind, made};
}

} // namespace Providers
