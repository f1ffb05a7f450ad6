// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/rafflists.h"

#include "providers/jointprogress.h"
#include "providers/raff/rafferrors.h"
#include "providers/raff/raffpages.h"
#include "providers/raff/raffparser.h"
#include "providers/raff/raffwords.h"

#include <algorithm>

namespace Providers {

using Domain::Deferred;
using Domain::Done;
using Domain::Project;
using Domain::ProjectId;
using Domain::Resource;
using Domain::ResourceId;
using Domain::ResourceKey;
using Domain::ResourceKind;
using Domain::Result;
using Domain::Snapshot;
using Domain::SnapshotId;

namespace {

using SnapshotRows = QList<RaffSnapshot>;
using ResourceRows = QList<RaffResource>;

QString raffResourceId(const RaffResource &row)
{
    return row.resource.key.id.value;
}

QString raffSnapshotId(const RaffSnapshot &row)
{
    return row.snapshot.key.id.value;
}

QString raffProjectId(const Project &project)
{
    return project.id.value;
}

QFuture<Result<ResourceRows>> fetchResources(Net::HttpClient &client, const RaffPages::Ask &ask,
                                             ResourceKind kind,
                                             const Domain::ListProgress &progress)
{
    const bool isServer = kind == ResourceKind::Server;
    return RaffPages::fetch<RaffResource>(client, ask,
                                          isServer ? RaffParser::servers : RaffParser::volumes,
                                          raffResourceId, progress);
}

QFuture<Result<SnapshotRows>> fetchSnapshots(Net::HttpClient &client, const RaffPages::Ask &ask,
                                             const Domain::ListProgress &progress)
{
    return RaffPages::fetch<RaffSnapshot>(client, ask, RaffParser::snapshots, raffSnapshotId,
                                          progress);
}

/// Where rows don't say which project they are in, the one asked for is it.
void fillProject(ResourceRows &rows, const ProjectId &project)
{
    for (RaffResource &row : rows) {
        if (row.resource.project.isEmpty()) {
            row.resource.project = project;
        }
    }
}

/// One list of all projects' lists, those that are gone left out.
ResourceRows flattened(const QList<ResourceRows> &lists, const QList<Project> &projects)
{
    ResourceRows all;
    for (qsizetype i = 0; i < lists.size(); ++i) {
        ResourceRows rows = lists.at(i);
        rows.removeIf(
            [](const RaffResource &row) { return RaffWords::isGone(row.resource.rawState); });
        fillProject(rows, projects.at(i).id);
        all.append(rows);
    }
    return all;
}

void sortKeys(QList<ResourceKey> &keys)
{
    std::ranges::sort(keys, {}, [](const ResourceKey &key) { return key.id.value.toLongLong(); });
}

} // namespace

RaffLists::RaffLists(Net::HttpClient &client, RaffBook &book, Domain::AccountId account,
                     QObject *context)
    : m_client(client)
    , m_book(book)
    , m_account(std::move(account))
    , m_context(context)
{
}

void RaffLists::close()
{
    m_isClosing = true;
    m_known.settle(Domain::failure(Domain::ErrorKind::Cancelled));
}

QFuture<Result<QList<Project>>> RaffLists::projects()
{
    return RaffPages::fetch<Project>(m_client, RaffRequests::projects, RaffParser::projects,
                                     raffProjectId, {});
}

template <class Row, class Fetch>
QFuture<Result<RaffLists::Halves<Row>>> RaffLists::halves(const Projects &projects,
                                                          const Domain::ListProgress &progress,
                                                          const Fetch &fetch)
{
    const qsizetype count = projects.size();
    const QList<Domain::ListProgress> reports = jointly(progress, 2 * count);
    QList<QFuture<Result<QList<Row>>>> lists;
    for (const ResourceKind kind : {ResourceKind::Server, ResourceKind::Volume}) {
        for (const Project &project : projects) {
            lists.append(fetch(kind, project.id, reports.at(lists.size())));
        }
    }
    const QFuture<Result<PerProject<Row>>> all = gather(lists, m_context);
    const Deferred<Halves<Row>> deferred;
    Net::passOnCancel(deferred.future(), all, m_context);
    onValue(all, m_context, deferred, [deferred, count](const PerProject<Row> &read) {
        deferred.settle(Halves<Row>{read.first(count), read.sliced(count)});
    });
    return deferred.future();
}

QFuture<Result<RaffLists::Halves<RaffResource>>> RaffLists::resourceRows(
    const Projects &projects, const Domain::ListProgress &progress)
{
    return halves<RaffResource>(
        projects, progress,
        [this](ResourceKind kind, const ProjectId &project, const Domain::ListProgress &report) {
            const auto ask = [kind, project](const RaffWindow &window) {
                return RaffRequests::resources(kind, project, window);
            };
            return fetchResources(m_client, ask, kind, report);
        });
}

QFuture<Result<RaffLists::Halves<RaffSnapshot>>> RaffLists::snapshotRows(
    const Projects &projects, const Domain::ListProgress &progress)
{
    return halves<RaffSnapshot>(
        projects, progress,
        [this](ResourceKind kind, const ProjectId &project, const Domain::ListProgress &report) {
            const auto ask = [kind, project](const RaffWindow &window) {
                return RaffRequests::snapshots(kind, project, window);
            };
            return fetchSnapshots(m_client, ask, report);
        });
}

QFuture<Result<QList<Resource>>> RaffLists::resources(const Domain::ListProgress &progress)
{
    using List = QList<Resource>;
    const Deferred<List> read;
    const QFuture<Result<Projects>> asked = projects();
    Net::passOnCancel(read.future(), asked, m_context);
    onValue(asked, m_context, read, [this, read, progress](const Projects &projects) {
        const auto rows = resourceRows(projects, progress);
        Net::passOnCancel(read.future(), rows, m_context);
        onValue(rows, m_context, read, [this, read, projects](const Halves<RaffResource> &halves) {
            const ResourceRows volumes = flattened(halves.volumes, projects);
            m_volumes.clear();
            for (const RaffResource &row : volumes) {
                m_volumes[row.resource.project].append(row.resource.key.id);
            }
            read.settle(joined(flattened(halves.servers, projects), volumes));
        });
    });
    ++m_running;
    const Deferred<List> deferred;
    Net::passOnCancel(deferred.future(), read.future(), m_context);
    onEnd(read.future(), m_context, [this, deferred](const Result<List> &list) {
        --m_running;
        if (list) {
            m_book.learn(*list);
        }
        m_known.settle(list.transform([](const List &) { return Done(); }));
        deferred.settle(list);
    });
    return deferred.future();
}

QFuture<Result<Done>> RaffLists::knowResources()
{
    const Deferred<Done> deferred;
    const auto readThem = [this, deferred] {
        const QFuture<Result<QList<Resource>>> list = resources({});
        Net::passOnCancel(deferred.future(), list, m_context);
        onValue(list, m_context, deferred,
                [deferred](const QList<Resource> &) { deferred.settle(Done()); });
    };
    if (m_running == 0) {
        readThem();
        return deferred.future();
    }
    m_known.join().then(m_context, [this, deferred, readThem](const Result<Done> &known) {
        if (known || m_isClosing) {
            deferred.settle(known);
        } else {
            readThem(); // the one that asked may have taken it back
        }
    });
    return deferred.future();
}

QFuture<Result<QList<Snapshot>>> RaffLists::snapshots(const Domain::ListProgress &progress)
{
    const Deferred<QList<Snapshot>> deferred;
    const QFuture<Result<Done>> known = knowResources();
    const QFuture<Result<Projects>> asked = projects();
    Net::passOnCancel(deferred.future(), known, m_context);
    Net::passOnCancel(deferred.future(), asked, m_context);
    onValue(asked, m_context, deferred, [this, deferred, known, progress](const Projects &all) {
        const auto rows = snapshotRows(all, progress);
        Net::passOnCancel(deferred.future(), rows, m_context);
        onValue(rows, m_context, deferred,
                [this, deferred, known, all](const Halves<RaffSnapshot> &halves) {
                    onValue(known, m_context, deferred,
                            [this, deferred, all, halves](Done) { settle(all, halves, deferred); });
                });
    });
    return deferred.future();
}

void RaffLists::settle(const Projects &projects, const Halves<RaffSnapshot> &halves,
                       const Deferred<QList<Snapshot>> &end)
{
    QList<QFuture<Result<Done>>> attributions;
    for (qsizetype i = 0; i < projects.size(); ++i) {
        const ProjectId &project = projects.at(i).id;
        const SnapshotRows rows = halves.servers.at(i) + halves.volumes.at(i);
        for (const RaffSnapshot &row : rows) {
            m_book.learn(row, project);
        }
        attributions.append(attribute(halves.volumes.at(i), project));
    }
    const QFuture<Result<QList<Done>>> all = gather(attributions, m_context);
    Net::passOnCancel(end.future(), all, m_context);
    onValue(all, m_context, end, [this, end, projects, halves](const QList<Done> &) {
        QList<Snapshot> snapshots;
        for (const PerProject<RaffSnapshot> &half : {halves.servers, halves.volumes}) {
            for (qsizetype i = 0; i < projects.size(); ++i) {
                for (const RaffSnapshot &row : half.at(i)) {
                    snapshots.append(m_book.joined(row, projects.at(i).id));
                }
            }
        }
        end.settle(snapshots);
    });
}

/// The client keeps the number of requests in flight within bounds.
QFuture<Result<Done>> RaffLists::attribute(const SnapshotRows &rows, const ProjectId &project)
{
    QList<SnapshotId> ids;
    for (const RaffSnapshot &row : rows) {
        ids.append(row.snapshot.key.id);
    }
    const QList<ResourceId> volumes = m_book.volumesToAsk(ids, m_volumes.value(project));
    QList<QFuture<Result<SnapshotRows>>> answers;
    for (const ResourceId &volume : volumes) {
        answers.append(snapshotsOf({m_account, ResourceKind::Volume, volume}, project));
    }
    const QFuture<Result<QList<SnapshotRows>>> all = gather(answers, m_context);
    const Deferred<Done> deferred;
    Net::passOnCancel(deferred.future(), all, m_context);
    onValue(all, m_context, deferred, [this, deferred, ids, volumes](const QList<SnapshotRows> &) {
        m_book.noteAsked(ids, volumes); // who is whose was learned with each answer
        deferred.settle(Done());
    });
    return deferred.future();
}

QFuture<Result<SnapshotRows>> RaffLists::snapshotsOf(const ResourceKey &source,
                                                     const ProjectId &project)
{
    const auto ask = [source, project](const RaffWindow &window) {
        return RaffRequests::snapshotsOf(source, project, window);
    };
    const QFuture<Result<SnapshotRows>> list = fetchSnapshots(m_client, ask, {});
    const Deferred<SnapshotRows> deferred;
    Net::passOnCancel(deferred.future(), list, m_context);
    QFuture(list).then(
        m_context, [this, deferred, source, project](const Result<SnapshotRows> &rows) {
            if (!rows && !RaffErrors::isGone(rows.error())) {
                deferred.settle(rows);
                return;
            }
            SnapshotRows own = rows.value_or(SnapshotRows()); // none of what is gone meanwhile
            own.removeIf([&source](const RaffSnapshot &row) {
                return row.snapshot.key.kind != source.kind;
            });
            for (const RaffSnapshot &row : std::as_const(own)) {
                m_book.learn(row, project);
                if (source.kind == ResourceKind::Volume) {
                    m_book.learnSource(row.snapshot.key.id, source.id);
                }
            }
            deferred.settle(own);
        });
    return deferred.future();
}

QFuture<Result<ResourceRows>> RaffLists::serversIn(const ProjectId &project)
{
    const auto ask = [project](const RaffWindow &window) {
        return RaffRequests::resources(ResourceKind::Server, project, window);
    };
    return fetchResources(m_client, ask, ResourceKind::Server, {});
}

QFuture<Result<ResourceRows>> RaffLists::volumesOf(const ResourceId &server,
                                                   const ProjectId &project)
{
    const auto ask = [server, project](const RaffWindow &window) {
        return RaffRequests::volumesOf(server, project, window);
    };
    return fetchResources(m_client, ask, ResourceKind::Volume, {});
}

QList<Resource> RaffLists::joined(const ResourceRows &servers, const ResourceRows &volumes) const
{
    QList<Resource> machines;
    QHash<ResourceId, qsizetype> places;
    for (const RaffResource &row : servers) {
        Resource server = row.resource;
        server.key.account = m_account;
        places.insert(server.key.id, machines.size());
        machines.append(server);
    }
    QList<Resource> disks;
    for (const RaffResource &row : volumes) {
        Resource volume = row.resource;
        volume.key.account = m_account;
        const auto place =
            volume.attachedTo ? places.constFind(volume.attachedTo->id) : places.constEnd();
        if (place == places.cend()) {
            volume.attachedTo.reset(); // of a VM that is in no list, nothing can be said
        } else {
            Resource &server = machines[*place];
            volume.attachedTo = server.key;
            volume.power = server.power;
            server.volumes.append(volume.key);
        }
        disks.append(volume);
    }
    for (Resource &server : machines) {
        sortKeys(server.volumes);
    }
    return machines + disks;
}

QFuture<Result<ProjectId>> RaffLists::projectOf(const ResourceKey &key)
{
    if (const std::optional<ProjectId> known = m_book.projectOf(key)) {
        return Domain::settled<ProjectId>(*known);
    }
    const Deferred<ProjectId> deferred;
    onValue(knowResources(), m_context, deferred, [this, deferred, key](Done) {
        const std::optional<ProjectId> found = m_book.projectOf(key);
        deferred.settle(found ? Result<ProjectId>(*found)
                              : std::unexpected(RaffErrors::notListed()));
    });
    return deferred.future();
}

QFuture<Result<ProjectId>> RaffLists::projectOf(const Domain::SnapshotKey &key)
{
    if (const std::optional<ProjectId> known = m_book.projectOf(key)) {
        return Domain::settled<ProjectId>(*known);
    }
    const Deferred<ProjectId> deferred;
    onValue(snapshots({}), m_context, deferred, [this, deferred, key](const QList<Snapshot> &) {
        const std::optional<ProjectId> found = m_book.projectOf(key);
        deferred.settle(found ? Result<ProjectId>(*found)
                              : std::unexpected(RaffErrors::notListed()));
    });
    return deferred.future();
}

} // namespace Providers
