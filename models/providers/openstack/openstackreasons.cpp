// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackreasons.h"

#include "net/parsing.h"
#include "providers/asyncsteps.h"
#include "providers/openstack/openstackcomputeparser.h"
#include "providers/openstack/openstackneeds.h"
#include "providers/openstack/openstackparser.h"
#include "providers/openstack/openstackrequests.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::RemoteTask;
using Domain::ResourceKind;
using Domain::Result;
using Domain::TaskProgress;

namespace {

constexpr int messagesVersion = 3; // of 3.x

/// What messages may be about; nothing where none is kept.
struct MessageSubject
{
    std::optional<Domain::SnapshotKey> snapshot = {};
    std::optional<Domain::ResourceKey> volume = {};
};

MessageSubject subjectOf(const RemoteTask &task)
{
    const Domain::AccountId account = Domain::accountOf(task.request);
    const auto *take = std::get_if<Domain::TakeSnapshot>(&task.request);
    const auto *remove = std::get_if<Domain::RemoveSnapshot>(&task.request);
    const auto *rollback = std::get_if<Domain::RollBack>(&task.request);
    if (take && take->source.kind == ResourceKind::Volume && task.made) {
        return {OpenStackNeeds::madeBy(*take, *task.made), {}};
    }
    if (remove && remove->snapshot.kind == ResourceKind::Volume) {
        return {remove->snapshot, {}};
    }
    if (rollback && rollback->target.kind == ResourceKind::Volume) {
        return {{}, rollback->target};
    }
    if (task.volume) {
        return {{}, Domain::ResourceKey{account, ResourceKind::Volume, *task.volume}};
    }
    return {};
}

TaskProgress withReason(TaskProgress progress, const QString &reason)
{
    if (!reason.isEmpty()) {
        progress.error.message += u": "_s + reason;
    }
    return progress;
}

} // namespace

OpenStackReasons::OpenStackReasons(OpenStackAtlas &atlas, QObject *context)
    : m_atlas(atlas)
    , m_context(context)
{
}

QFuture<Result<TaskProgress>> OpenStackReasons::explained(const RemoteTask &task,
                                                          const TaskProgress &progress)
{
    if (progress.state != Domain::TaskState::Failed) {
        return Domain::settled<TaskProgress>(progress);
    }
    const Answer end;
    m_atlas.sites().then(m_context, [=, this](const Result<OpenStackSites> &sites) {
        const OpenStackSites all = sites.value_or(OpenStackSites());
        const MessageSubject subject = subjectOf(task);
        const auto *take = std::get_if<Domain::TakeSnapshot>(&task.request);
        OpenStackSiteRef site;
        if (subject.snapshot) {
            site = m_atlas.known(all, *subject.snapshot);
        } else if (subject.volume) {
            site = m_atlas.known(all, *subject.volume);
        } else if (take && take->source.kind == ResourceKind::Server) {
            site = m_atlas.known(all, take->source);
        }
        if (!site) {
            end.settle(progress);
        } else if (subject.snapshot || subject.volume) {
            askMessages(*site,
                        subject.snapshot ? subject.snapshot->id.value : subject.volume->id.value,
                        progress, end);
        } else {
            askActions(*site, take->source.id, progress, end);
        }
    });
    return end.future();
}

void OpenStackReasons::askMessages(const OpenStackSite &site, const QString &object,
                                   const TaskProgress &progress, const Answer &end)
{
    if (!site.volume || !site.versions.volumeReaches(messagesVersion)) {
        end.settle(progress);
        return;
    }
    using Messages = QList<OpenStackMessage>;
    const QFuture<Result<Messages>> read = Net::sendAndParse<Messages>(
        *site.volume, OpenStackRequests::messages(object), OpenStackParser::messages);
    Net::passOnCancel(end.future(), read, m_context);
    QFuture(read).then(m_context, [progress, object, end](const Result<Messages> &messages) {
        const Messages all = messages.value_or(Messages());
        const auto newest = std::ranges::find(all, object, &OpenStackMessage::object);
        end.settle(withReason(progress, newest == all.cend() ? QString() : newest->text));
    });
}

/// What the server was last asked for of that kind.
void OpenStackReasons::askActions(const OpenStackSite &site, const Domain::ResourceId &server,
                                  const TaskProgress &progress, const Answer &end)
{
    if (!site.compute) {
        end.settle(progress);
        return;
    }
    using Actions = QList<OpenStackAction>;
    const QFuture<Result<Actions>> read = Net::sendAndParse<Actions>(
        *site.compute, OpenStackRequests::actions(server), OpenStackComputeParser::actions);
    Net::passOnCancel(end.future(), read, m_context);
    QFuture(read).then(m_context, [progress, end](const Result<Actions> &actions) {
        const Actions all = actions.value_or(Actions());
        const auto newest = std::ranges::find(all, u"createImage"_s, &OpenStackAction::word);
        if (newest == all.cend() || newest->message.isEmpty()) {
            end.settle(progress);
            return;
        }
        TaskProgress told = withReason(
            progress, u"the server's action createImage ended with \"%1\""_s.arg(newest->message));
        told.error.requestId = newest->requestId;
        end.settle(told);
    });
}

} // namespace Providers
