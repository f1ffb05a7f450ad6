// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznertracer.h"

#include "domain/deferred.h"
#include "net/parsing.h"
#include "providers/hetzner/hetznercreation.h"
#include "providers/hetzner/hetznererrors.h"
#include "providers/hetzner/hetznerparser.h"
#include "providers/hetzner/hetznerrequests.h"

#include <QTimeZone>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Deferred;
using Domain::Finding;
using Domain::Request;
using Domain::Result;
using Domain::Snapshot;
using Domain::Trace;

namespace {

/// Two clocks that are set at all differ by less.
constexpr std::chrono::minutes clockDifference{5};

Finding notFound()
{
    return {Trace::NotFound, {}};
}

Finding canNotTell()
{
    return {Trace::CanNotTell, {}};
}

Finding found(const Request &request, const Domain::RemoteTaskId &action = {},
              const std::optional<Domain::SnapshotId> &made = {})
{
    return {Trace::Found, {action, request, made}};
}

/// Makes the finding of an object; nothing stands for one that is gone.
template <class T, class Judge>
Result<Finding> judge(const Result<T> &answer, const Judge &isEffect, const Request &request)
{
    if (!answer && !HetznerErrors::isGone(answer.error())) {
        return std::unexpected(answer.error());
    }
    const std::optional<T> object = answer ? std::optional(*answer) : std::nullopt;
    return isEffect(object) ? found(request) : notFound();
}

template <class T, class Judge>
QFuture<Result<Finding>> traceObject(QFuture<Result<T>> object, QObject *context,
                                     const Request &request, const Judge &isEffect)
{
    const Deferred<Finding> deferred;
    object.then(context, [deferred, request, isEffect](const Result<T> &answer) {
        deferred.settle(judge(answer, isEffect, request));
    });
    return deferred.future();
}

bool isRebuild(const HetznerAction &action)
{
    return action.command == "rebuild_server"_L1 || action.command == "rebuild"_L1;
}

/// What a thing of this age is to a request that left at `notBefore` by our clock. The API tells
/// whole seconds.
Trace traceByAge(const QDateTime &made, const QDateTime &notBefore)
{
    const QDateTime since =
        QDateTime::fromSecsSinceEpoch(notBefore.toSecsSinceEpoch(), QTimeZone::UTC);
    if (made >= since) {
        return Trace::Found;
    }
    return made >= since.addDuration(-clockDifference) ? Trace::CanNotTell : Trace::NotFound;
}

/// The copy and the first start, of a server's actions, the newest first. The two may have begun in
/// one second, and so stand in any order. Empty where the copy is not among them.
QList<Domain::RemoteTaskId> creatingActions(const QList<HetznerAction> &newest)
{
    const auto oldestFirst = std::views::reverse(newest);
    const auto copy = std::ranges::find(oldestFirst, u"create_server"_s, &HetznerAction::command);
    const auto start = std::ranges::find(oldestFirst, u"start_server"_s, &HetznerAction::command);
    if (copy == oldestFirst.end()) {
        return {};
    }
    return start == oldestFirst.end() ? QList{copy->id} : QList{copy->id, start->id};
}

} // namespace

HetznerTracer::HetznerTracer(Net::HttpClient &client, QObject *context)
    : m_client(client)
    , m_context(context)
{
}

QFuture<Result<Finding>> HetznerTracer::findEffect(const Request &request)
{
    if (const std::optional<Domain::Error> refusal = HetznerRequests::refusal(request)) {
        return Domain::settled<Finding>(std::unexpected(*refusal));
    }
    return std::visit([this](const auto &one) { return trace(one); }, request);
}

QFuture<Result<Finding>> HetznerTracer::trace(const Domain::TakeSnapshot &take)
{
    if (take.marker.isEmpty()) {
        return Domain::settled<Finding>(canNotTell());
    }
    using Page = Net::Page<Snapshot>;
    const Deferred<Finding> deferred;
    Net::sendAndParse<Page>(m_client, HetznerRequests::snapshotsWithMarker(take.marker),
                            HetznerParser::snapshots)
        .then(m_context, [this, deferred, take](const Result<Page> &page) {
            if (!page) {
                deferred.settle(std::unexpected(page.error()));
                return;
            }
            const auto snapshot = std::ranges::find_if(page->rows, [&take](const Snapshot &row) {
                return HetznerRequests::markerOf(row) == take.marker;
            });
            if (snapshot == page->rows.end()) {
                deferred.settle(notFound());
                return;
            }
            withAction(take, snapshot->key.id)
                .then(m_context,
                      [deferred](const Result<Finding> &finding) { deferred.settle(finding); });
        });
    return deferred.future();
}

QFuture<Result<Finding>> HetznerTracer::withAction(const Domain::TakeSnapshot &take,
                                                   const Domain::SnapshotId &made)
{
    const Deferred<Finding> deferred;
    Net::sendAndParse<QList<HetznerAction>>(
        m_client, HetznerRequests::serverActions(take.source.id), HetznerParser::actions)
        .then(m_context, [deferred, take, made](const Result<QList<HetznerAction>> &answer) {
            if (!answer && !HetznerErrors::isGone(answer.error())) {
                deferred.settle(std::unexpected(answer.error()));
                return;
            }
            const QList<HetznerAction> actions = answer.value_or(QList<HetznerAction>());
            const auto making = std::ranges::find_if(actions, [&made](const HetznerAction &action) {
                return action.command == "create_image"_L1 && action.images.contains(made);
            });
            // Without it the snapshot itself tells when it is ready.
            const bool isKnown = making != actions.end();
            deferred.settle(found(take, isKnown ? making->id : Domain::RemoteTaskId(), made));
        });
    return deferred.future();
}

QFuture<Result<Finding>> HetznerTracer::trace(const Domain::RollBack &rollback)
{
    using Actions = QList<HetznerAction>;
    const Deferred<Finding> deferred;
    Net::sendAndParse<Actions>(m_client, HetznerRequests::serverActions(rollback.target.id),
                               HetznerParser::actions)
        .then(m_context, [deferred, rollback](const Result<Actions> &actions) {
            if (!actions && HetznerErrors::isGone(actions.error())) {
                deferred.settle(notFound());
                return;
            }
            deferred.settle(actions.transform(
                [&rollback](const Actions &newest) { return traceRebuild(newest, rollback); }));
        });
    return deferred.future();
}

QFuture<Result<Finding>> HetznerTracer::trace(const Domain::RemoveSnapshot &remove)
{
    return traceObject(
        Net::sendAndParse<Snapshot>(m_client, HetznerRequests::snapshot(remove.snapshot.id),
                                    HetznerParser::snapshot),
        m_context, remove, [](const std::optional<Snapshot> &snapshot) { return !snapshot; });
}

QFuture<Result<Finding>> HetznerTracer::trace(const Domain::RenameSnapshot &rename)
{
    return traceObject(
        Net::sendAndParse<Snapshot>(m_client, HetznerRequests::snapshot(rename.snapshot.id),
                                    HetznerParser::snapshot),
        m_context, rename, [name = rename.name.trimmed()](const std::optional<Snapshot> &snapshot) {
            return snapshot && snapshot->name.trimmed() == name;
        });
}

QFuture<Result<Finding>> HetznerTracer::trace(const Domain::ProtectSnapshot &protect)
{
    const bool wanted = protect.protection == Domain::Protection::On;
    return traceObject(Net::sendAndParse<Snapshot>(m_client,
                                                   HetznerRequests::snapshot(protect.snapshot.id),
                                                   HetznerParser::snapshot),
                       m_context, protect, [wanted](const std::optional<Snapshot> &snapshot) {
                           return snapshot && snapshot->isProtected == wanted;
                       });
}

QFuture<Result<Finding>> HetznerTracer::trace(const Domain::SetPower &power)
{
    const bool isStart = power.action == Domain::PowerAction::Start;
    const QStringList effects =
        isStart ? QStringList{u"running"_s, u"starting"_s} : QStringList{u"off"_s, u"stopping"_s};
    return traceObject(Net::sendAndParse<HetznerServer>(m_client,
                                                        HetznerRequests::server(power.server.id),
                                                        HetznerParser::server),
                       m_context, power, [effects](const std::optional<HetznerServer> &server) {
                           return server && effects.contains(server->resource.rawState);
                       });
}

/// Refused before.
QFuture<Result<Finding>> HetznerTracer::trace(const Domain::SaveImage &)
{
    return Domain::settled<Finding>(Domain::failure(Domain::ErrorKind::Unsupported));
}

QFuture<Result<Finding>> HetznerTracer::trace(const Domain::CreateVolume &)
{
    return Domain::settled<Finding>(Domain::failure(Domain::ErrorKind::Unsupported));
}

QFuture<Result<Finding>> HetznerTracer::trace(const Domain::CreateServer &create)
{
    using Page = Net::Page<Domain::Resource>;
    const Deferred<Finding> deferred;
    Net::sendAndParse<Page>(m_client,
                            create.marker.isEmpty()
                                ? HetznerRequests::serversNamed(create.name)
                                : HetznerRequests::serversWithMarker(create.marker),
                            HetznerParser::servers)
        .then(m_context, [this, deferred, create](const Result<Page> &page) {
            if (!page) {
                deferred.settle(std::unexpected(page.error()));
                return;
            }
            const Finding finding = traceServer(page->rows, create);
            if (finding.trace != Trace::Found || !finding.task.server) {
                deferred.settle(finding);
                return;
            }
            withActions(create, *finding.task.server)
                .then(m_context,
                      [deferred](const Result<Finding> &whole) { deferred.settle(whole); });
        });
    return deferred.future();
}

QFuture<Result<Finding>> HetznerTracer::withActions(const Domain::CreateServer &create,
                                                    const Domain::ResourceId &made)
{
    using Actions = QList<HetznerAction>;
    const Deferred<Finding> deferred;
    Net::sendAndParse<Actions>(m_client, HetznerRequests::serverActions(made),
                               HetznerParser::actions)
        .then(m_context, [deferred, create, made](const Result<Actions> &answer) {
            if (!answer && !HetznerErrors::isGone(answer.error())) {
                deferred.settle(std::unexpected(answer.error()));
                return;
            }
            // Without them the server itself tells when it is done.
            const Actions newest = answer.value_or(Actions());
            Finding finding = found(create, HetznerCreation::joined(creatingActions(newest)));
            finding.task.server = made;
            deferred.settle(finding);
        });
    return deferred.future();
}

Finding HetznerTracer::traceServer(const QList<Domain::Resource> &rows,
                                   const Domain::CreateServer &create)
{
    const bool isMarked = !create.marker.isEmpty();
    const auto server = std::ranges::find_if(rows, [&](const Domain::Resource &row) {
        return isMarked ? HetznerRequests::markerOf(row) == create.marker : row.name == create.name;
    });
    if (server == rows.end()) {
        return notFound();
    }
    if (!isMarked && !create.notBefore.isValid()) {
        return canNotTell();
    }
    Finding finding;
    finding.trace = isMarked ? Trace::Found : traceByAge(server->created, create.notBefore);
    if (finding.trace == Trace::Found) {
        finding.task.request = create;
        finding.task.server = server->key.id;
    }
    return finding;
}

Finding HetznerTracer::traceRebuild(const QList<HetznerAction> &newest,
                                    const Domain::RollBack &rollback)
{
    if (!rollback.notBefore.isValid()) {
        return canNotTell();
    }
    for (const HetznerAction &action : newest) {
        const Trace trace = traceByAge(action.started, rollback.notBefore);
        if (isRebuild(action) && trace != Trace::NotFound) {
            return trace == Trace::Found ? found(rollback, action.id) : canNotTell();
        }
    }
    const bool mayHaveMore = newest.size() >= HetznerRequests::pageSize;
    const bool isWithinPage =
        !mayHaveMore || traceByAge(newest.last().started, rollback.notBefore) == Trace::NotFound;
    return isWithinPage ? notFound() : canNotTell();
}

} // namespace Providers
