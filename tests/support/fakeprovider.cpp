// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakeprovider.h"

namespace Support {

using Domain::Result;

namespace {

template <class Argument, class Answer>
QFuture<Result<Answer>> keep(FakeProvider::Calls<Argument, Answer> &calls, const Argument &argument,
                             const FakeProvider::Script<Argument, Answer> &script = {})
{
    const FakeCall<Argument, Answer> call{argument, {}};
    calls.push_back(call);
    if (script) {
        if (const std::optional<Result<Answer>> answer = script(argument)) {
            call.answer(*answer);
        }
    }
    return call.deferred.future();
}

} // namespace

FakeProvider::FakeProvider(QObject *parent)
    : CloudProvider(parent)
{
}

QFuture<Result<Domain::Identity>> FakeProvider::identify()
{
    return keep(identities, {});
}

QFuture<Result<QList<Domain::Location>>> FakeProvider::listLocations()
{
    return keep(locationLists, {});
}

QFuture<Result<QList<Domain::Project>>> FakeProvider::listProjects()
{
    return keep(projectLists, {});
}

QFuture<Result<QList<Domain::Resource>>> FakeProvider::listResources(Domain::ListProgress progress)
{
    return keep(resourceLists, progress);
}

QFuture<Result<QList<Domain::Snapshot>>> FakeProvider::listSnapshots(Domain::ListProgress progress)
{
    return keep(snapshotLists, progress);
}

QFuture<Result<Domain::PriceList>> FakeProvider::listPrices()
{
    return keep(priceLists, {});
}

QFuture<Result<QList<Domain::ServerType>>> FakeProvider::listServerTypes()
{
    return keep(serverTypeLists, {});
}

QFuture<Result<QList<Domain::Limit>>> FakeProvider::listLimits()
{
    return tellsLimits ? keep(limitLists, {}) : CloudProvider::listLimits();
}

QFuture<Result<Domain::Resource>> FakeProvider::readResource(const Domain::ResourceKey &key)
{
    return keep(resourceReads, key, onReadResource);
}

QFuture<Result<Domain::Snapshot>> FakeProvider::readSnapshot(const Domain::SnapshotKey &key)
{
    return keep(snapshotReads, key);
}

QFuture<Result<Domain::Accepted>> FakeProvider::request(const Domain::Request &request)
{
    return keep(requests, request, onRequest);
}

QFuture<Result<FakeProvider::Progresses>> FakeProvider::follow(const Tasks &tasks)
{
    return keep(follows, tasks, onFollow);
}

QFuture<Result<Domain::Finding>> FakeProvider::findEffect(const Domain::Request &request)
{
    return keep(findings, request, onFindEffect);
}

size_t FakeProvider::callCount() const
{
    return identities.size() + locationLists.size() + projectLists.size() + resourceLists.size()
        + snapshotLists.size() + priceLists.size() + resourceReads.size() + snapshotReads.size()
        + requests.size() + follows.size() + findings.size() + serverTypeLists.size()
        + limitLists.size();
}

} // namespace Support
