// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffsender.h"

#include "net/parsing.h"
#include "providers/raff/rafferrors.h"
#include "providers/raff/raffparser.h"

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Accepted;
using Domain::Error;
using Domain::ErrorKind;
using Domain::PowerState;
using Domain::ProjectId;
using Domain::RemoteTask;
using Domain::ResourceKind;
using Domain::Result;

namespace {

Error raffInUse(const QString &message)
{
    Error error = Domain::failure(ErrorKind::Protected, message).error();
    error.code = RaffErrors::inUse;
    return error;
}

/// What a VM's state means for a request that was refused.
Error withServerState(Error error, PowerState power, PowerState needed)
{
    if (power == PowerState::Changing) {
        error.kind = ErrorKind::Locked;
    } else if (power != needed) {
        error.kind = ErrorKind::Unavailable;
        error.code =
            needed == PowerState::Running ? RaffErrors::notRunning : RaffErrors::notStopped;
    }
    return error;
}

} // namespace

RaffSender::RaffSender(Net::HttpClient &client, RaffBook &book, RaffLists &lists,
                       RaffObjects &objects, RaffCloner &cloner, QObject *context)
    : m_client(client)
    , m_book(book)
    , m_lists(lists)
    , m_objects(objects)
    , m_cloner(cloner)
    , m_context(context)
{
}

QFuture<Result<Accepted>> RaffSender::send(const Domain::Request &request)
{
    if (const std::optional<Error> error = RaffRequests::refusal(request)) {
        const bool isRemoval = std::holds_alternative<Domain::RemoveSnapshot>(request);
        return Domain::settled<Accepted>(isRemoval && RaffErrors::isGone(*error)
                                             ? Result<Accepted>(Accepted{{{}, request, {}}, {}})
                                             : std::unexpected(*error));
    }
    const Answer answer;
    std::visit([this, &answer](const auto &one) { begin(one, answer); }, request);
    return answer.future();
}

void RaffSender::begin(const Domain::TakeSnapshot &take, const Answer &end)
{
    m_book.expect(take, {});
    onValue(m_lists.projectOf(take.source), m_context, end,
            [this, take, end](const ProjectId &project) { order(take, project, end); });
}

void RaffSender::order(const Domain::TakeSnapshot &take, const ProjectId &project,
                       const Answer &end)
{
    if (end.isCancelled()) {
        return;
    }
    Domain::TakeSnapshot named = take;
    named.name = m_book.nameToSend(take);
    const QFuture<Result<RaffSnapshot>> sent = Net::sendAndParse<RaffSnapshot>(
        m_client, RaffRequests::change(named, project), RaffParser::snapshot);
    Net::passOnCancel(end.future(), sent, m_context);
    QFuture(sent).then(m_context, [this, take, project, end](const Result<RaffSnapshot> &row) {
        if (!row) {
            explain(take, row.error(), end);
            return;
        }
        const Domain::SnapshotId made = row->snapshot.key.id;
        m_book.learn(*row, project);
        if (take.source.kind == ResourceKind::Volume) {
            m_book.learnSource(made, take.source.id);
        }
        end.settle(Accepted{{{}, take, made}, {}});
    });
}

/// Looks before: a restore shows its end by the snapshot coming into use, unless it is already.
void RaffSender::begin(const Domain::RollBack &rollback, const Answer &end)
{
    onValue(m_objects.row(rollback.snapshot), m_context, end,
            [this, rollback, end](const RaffSnapshot &row) {
                const ProjectId project =
                    m_book.projectOf(rollback.snapshot).value_or(row.snapshot.project);
                if (!row.isInUse) {
                    change({{}, rollback, {}}, project, end);
                    return;
                }
                onValue(m_objects.row(rollback.target), m_context, end,
                        [this, rollback, project, end](const RaffResource &target) {
                            change({RaffMoment::of(target).toTask(), rollback, {}}, project, end);
                        });
            });
}

/// What is gone has been removed.
void RaffSender::begin(const Domain::RemoveSnapshot &remove, const Answer &end)
{
    m_lists.projectOf(remove.snapshot)
        .then(m_context, [this, remove, end](const Result<ProjectId> &project) {
            if (project) {
                removeIn(*project, remove, end);
            } else if (RaffErrors::isGone(project.error())) {
                end.settle(Accepted{{{}, remove, {}}, {}});
            } else {
                end.settle(std::unexpected(project.error()));
            }
        });
}

/// One that was last seen in use is looked at again, instead of being left to the API to spare.
void RaffSender::removeIn(const ProjectId &project, const Domain::RemoveSnapshot &remove,
                          const Answer &end)
{
    const RemoteTask task = {{}, remove, {}};
    if (!m_book.isInUse(remove.snapshot)) {
        change(task, project, end);
        return;
    }
    m_objects.row(remove.snapshot)
        .then(m_context, [this, task, project, end](const Result<RaffSnapshot> &row) {
            if (row && row->isInUse) {
                end.settle(std::unexpected(raffInUse(u"its source runs on this snapshot"_s)));
            } else if (!row && !RaffErrors::isGone(row.error())) {
                end.settle(std::unexpected(row.error()));
            } else {
                change(task, project, end);
            }
        });
}

void RaffSender::begin(const Domain::RenameSnapshot &rename, const Answer &end)
{
    onValue(
        m_lists.projectOf(rename.snapshot), m_context, end,
        [this, rename, end](const ProjectId &project) { change({{}, rename, {}}, project, end); });
}

void RaffSender::begin(const Domain::SetPower &power, const Answer &end)
{
    onValue(
        m_lists.projectOf(power.server), m_context, end,
        [this, power, end](const ProjectId &project) { change({{}, power, {}}, project, end); });
}

void RaffSender::begin(const Domain::SaveImage &save, const Answer &end)
{
    m_cloner.begin(save, end);
}

void RaffSender::begin(const Domain::CreateServer &create, const Answer &end)
{
    m_cloner.begin(create, end);
}

void RaffSender::begin(const Domain::ProtectSnapshot &, const Answer &end)
{
    end.settle(Domain::failure(ErrorKind::Unsupported));
}

void RaffSender::begin(const Domain::CreateVolume &, const Answer &end)
{
    end.settle(Domain::failure(ErrorKind::Unsupported));
}

void RaffSender::change(const RemoteTask &task, const ProjectId &project, const Answer &end)
{
    if (end.isCancelled()) {
        return;
    }
    const QFuture<Result<Domain::Done>> sent = Net::sendAndParse<Domain::Done>(
        m_client, RaffRequests::change(task.request, project), RaffParser::done);
    Net::passOnCancel(end.future(), sent, m_context);
    QFuture(sent).then(m_context, [this, task, end](const Result<Domain::Done> &done) {
        const bool isRemoval = std::holds_alternative<Domain::RemoveSnapshot>(task.request);
        if (done || (isRemoval && RaffErrors::isGone(done.error()))) {
            end.settle(Accepted{task, {}});
        } else {
            explain(task.request, done.error(), end);
        }
    });
}

void RaffSender::explain(const Domain::Request &request, const Error &error, const Answer &end)
{
    const auto *take = std::get_if<Domain::TakeSnapshot>(&request);
    const auto *rollback = std::get_if<Domain::RollBack>(&request);
    const auto *remove = std::get_if<Domain::RemoveSnapshot>(&request);
    const bool mayBeAboutState = RaffErrors::mayBeAboutState(error);
    if (mayBeAboutState && take && take->source.kind == ResourceKind::Server) {
        explainByServer(take->source, PowerState::Running, error, end);
    } else if (mayBeAboutState && rollback && rollback->target.kind == ResourceKind::Server) {
        explainByServer(rollback->target, PowerState::Stopped, error, end);
    } else if (mayBeAboutState && remove) {
        explainBySnapshot(remove->snapshot, error, end);
    } else {
        end.settle(std::unexpected(error));
    }
}

void RaffSender::explainByServer(const Domain::ResourceKey &server, PowerState needed,
                                 const Error &error, const Answer &end)
{
    m_objects.row(server).then(m_context, [needed, error, end](const Result<RaffResource> &row) {
        end.settle(
            std::unexpected(row ? withServerState(error, row->resource.power, needed) : error));
    });
}

void RaffSender::explainBySnapshot(const Domain::SnapshotKey &snapshot, const Error &error,
                                   const Answer &end)
{
    m_objects.row(snapshot).then(m_context, [error, end](const Result<RaffSnapshot> &row) {
        Error told = error;
        if (row && row->isInUse) {
            told.kind = ErrorKind::Protected;
            told.code = RaffErrors::inUse;
        }
        end.settle(std::unexpected(told));
    });
}

} // namespace Providers
