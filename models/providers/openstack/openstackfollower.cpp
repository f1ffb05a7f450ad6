// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackfollower.h"

#include "net/parsing.h"
#include "providers/asyncsteps.h"
#include "providers/openstack/openstackrequests.h"
#include "providers/openstack/openstacktasks.h"

#include <algorithm>

namespace Providers {

using Domain::RemoteTask;
using Domain::Result;
using Domain::TaskProgress;

namespace {

using std::chrono::milliseconds;

/// When the request was made, where it tells.
struct OpenStackMadeAt
{
    QDateTime operator()(const Domain::TakeSnapshot &take) const { return take.notBefore; }
    QDateTime operator()(const Domain::RollBack &rollback) const { return rollback.notBefore; }
    QDateTime operator()(const Domain::CreateServer &create) const { return create.notBefore; }
    QDateTime operator()(const Domain::CreateVolume &create) const { return create.notBefore; }
    template <class Other>
    QDateTime operator()(const Other &) const
    {
        return {};
    }
};

} // namespace

OpenStackFollower::OpenStackFollower(OpenStackAtlas &atlas, OpenStackObjects &objects,
                                     Domain::Clock &clock, QObject *context)
    : m_objects(objects)
    , m_clock(clock)
    , m_context(context)
    , m_reasons(atlas, context)
{
}

void OpenStackFollower::beginAnew(const Domain::Request &request)
{
    m_memories.removeIf([&request](const Memory &one) { return one.request == request; });
}

QFuture<Result<QList<TaskProgress>>> OpenStackFollower::follow(const Tasks &tasks)
{
    OpenStackNeeds needs;
    for (const RemoteTask &task : tasks) {
        needs.add(OpenStackNeeds::of(task));
        remember(task.request);
    }
    const auto servers = m_objects.findAll<OpenStackServer>(needs.servers);
    const auto volumes = m_objects.findAll<OpenStackVolume>(needs.volumes);
    const auto images = m_objects.findAll<OpenStackImage>(needs.images);
    const auto copies = m_objects.findAll<OpenStackVolumeSnapshot>(needs.volumeSnapshots);
    const Answer end;
    Net::passOnCancel(end.future(), servers, m_context);
    Net::passOnCancel(end.future(), volumes, m_context);
    Net::passOnCancel(end.future(), images, m_context);
    Net::passOnCancel(end.future(), copies, m_context);
    onValue(servers, m_context, end, [=, this](const OpenStackFound<OpenStackServer> &machines) {
        onValue(volumes, m_context, end, [=, this](const OpenStackFound<OpenStackVolume> &disks) {
            onValue(images, m_context, end, [=, this](const OpenStackFound<OpenStackImage> &own) {
                onValue(copies, m_context, end, [=, this](const auto &parts) {
                    readParts(tasks, {machines, disks, own, parts}, end);
                });
            });
        });
    });
    return end.future();
}

/// What the images stand for is known only now.
void OpenStackFollower::readParts(const Tasks &tasks, const OpenStackSeen &seen, const Answer &end)
{
    const auto parts =
        m_objects.findAll<OpenStackVolumeSnapshot>(OpenStackNeeds::parts(tasks, seen));
    Net::passOnCancel(end.future(), parts, m_context);
    onValue(parts, m_context, end, [=, this](const auto &found) {
        OpenStackSeen whole = seen;
        whole.volumeSnapshots.insert(found);
        judge(tasks, whole, end);
    });
}

void OpenStackFollower::judge(const Tasks &tasks, const OpenStackSeen &seen, const Answer &end)
{
    QList<QFuture<Result<TaskProgress>>> answers;
    QList<Domain::Request> ended;
    for (const RemoteTask &task : tasks) {
        const TaskProgress progress = OpenStackTasks::judge(task, seen, waited(task.request));
        answers.append(m_reasons.explained(task, progress));
        if (progress.state != Domain::TaskState::Running) {
            ended.append(task.request);
        }
    }
    // After all: one task may be asked about twice.
    m_memories.removeIf([&ended](const Memory &one) { return ended.contains(one.request); });
    const auto all = gather(answers, m_context);
    Net::passOnCancel(end.future(), all, m_context);
    onValue(all, m_context, end,
            [end](const QList<TaskProgress> &progresses) { end.settle(progresses); });
}

void OpenStackFollower::remember(const Domain::Request &request)
{
    const bool isKnown = std::ranges::contains(m_memories, request, &Memory::request);
    if (!isKnown) {
        m_memories.append({request, m_clock.elapsed()});
    }
}

milliseconds OpenStackFollower::waited(const Domain::Request &request) const
{
    const auto memory = std::ranges::find(m_memories, request, &Memory::request);
    const milliseconds watched =
        memory == m_memories.cend() ? milliseconds(0) : m_clock.elapsed() - memory->firstAsked;
    const QDateTime madeAt = std::visit(OpenStackMadeAt{}, request);
    return madeAt.isValid() ? std::max(watched, milliseconds(madeAt.msecsTo(m_clock.now())))
                            : watched;
}

} // namespace Providers
