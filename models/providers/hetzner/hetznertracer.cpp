// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznertracer.h"

#include "domain/deferred.h"
#include "net/parsing.h"
#include "providers/hetzner/hetznererrors.h"
#include "providers/hetzner/hetznerparser.h"
#include "providers/hetzner/hetznerrequests.h"

#include <QTimeZone>

#include <algorithm>

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

Finding HetznerTracer::traceRebuild(const QList<HetznerAction> &newest,
                                    const Domain::RollBack &rollback)
{
    if (!rollback.notBefore.isValid()) {
        return canNotTell();
    }
    // The API tells whole seconds.
    const QDateTime since =
        QDateTime::fromSecsSinceEpoch(rollback.notBefore.toSecsSinceEpoch(), QTimeZone::UTC);
    const QDateTime uncertain = since.addDuration(-clockDifference);
    for (const HetznerAction &action : newest) {
        if (isRebuild(action) && action.started >= uncertain) {
            return action.started >= since ? found(rollback, action.id) : canNotTell();
        }
    }
    const bool mayHaveMore = newest.size() >= HetznerRequests::pageSize;
    const bool isWithinPage = !mayHaveMore || newest.last().started < uncertain;
    return isWithinPage ? notFound() : canNotTell();
}

} // namespace Providers
