// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffobjects.h"

#include "net/parsing.h"
#include "providers/raff/rafferrors.h"
#include "providers/raff/raffparser.h"

namespace Providers {

using Domain::Deferred;
using Domain::ProjectId;
using Domain::Resource;
using Domain::ResourceKey;
using Domain::ResourceKind;
using Domain::Result;
using Domain::Snapshot;

RaffObjects::RaffObjects(Net::HttpClient &client, RaffBook &book, RaffLists &lists,
                         QObject *context)
    : m_client(client)
    , m_book(book)
    , m_lists(lists)
    , m_context(context)
{
}

QFuture<Result<RaffResource>> RaffObjects::row(const ResourceKey &key)
{
    const Deferred<RaffResource> deferred;
    onValue(m_lists.projectOf(key), m_context, deferred,
            [this, deferred, key](const ProjectId &project) {
                const QFuture<Result<RaffResource>> read = Net::sendAndParse<RaffResource>(
                    m_client, RaffRequests::resource(key, project),
                    key.kind == ResourceKind::Server ? RaffParser::server : RaffParser::volume);
                Net::passOnCancel(deferred.future(), read, m_context);
                onValue(read, m_context, deferred, [deferred, project](RaffResource row) {
                    if (row.resource.project.isEmpty()) {
                        row.resource.project = project;
                    }
                    deferred.settle(row);
                });
            });
    return deferred.future();
}

QFuture<Result<RaffSnapshot>> RaffObjects::row(const Domain::SnapshotKey &key)
{
    const Deferred<RaffSnapshot> deferred;
    onValue(m_lists.projectOf(key), m_context, deferred,
            [this, deferred, key](const ProjectId &project) {
                const QFuture<Result<RaffSnapshot>> read = Net::sendAndParse<RaffSnapshot>(
                    m_client, RaffRequests::snapshot(key.id, project), RaffParser::snapshot);
                Net::passOnCancel(deferred.future(), read, m_context);
                onValue(read, m_context, deferred,
                        [this, deferred, key, project](const RaffSnapshot &row) {
                            // Both kinds are numbered in one list.
                            const bool isOfKind = row.snapshot.key.kind == key.kind;
                            m_book.learn(row, project);
                            deferred.settle(isOfKind ? Result<RaffSnapshot>(row)
                                                     : std::unexpected(RaffErrors::notListed()));
                        });
            });
    return deferred.future();
}

QFuture<Result<Resource>> RaffObjects::resource(const ResourceKey &key)
{
    const Deferred<Resource> deferred;
    const QFuture<Result<RaffResource>> read = row(key);
    Net::passOnCancel(deferred.future(), read, m_context);
    onValue(read, m_context, deferred, [this, deferred, key](const RaffResource &found) {
        key.kind == ResourceKind::Server ? joinServer(found, deferred)
                                         : joinVolume(found, deferred);
    });
    return deferred.future();
}

void RaffObjects::joinServer(const RaffResource &server, const Answer &end)
{
    const Resource &resource = server.resource;
    const auto volumes = m_lists.volumesOf(resource.key.id, resource.project);
    Net::passOnCancel(end.future(), volumes, m_context);
    onValue(volumes, m_context, end, [this, end, server](const QList<RaffResource> &rows) {
        end.settle(m_lists.joined({server}, rows).constFirst());
    });
}

void RaffObjects::joinVolume(const RaffResource &volume, const Answer &end)
{
    if (!volume.resource.attachedTo) {
        end.settle(m_lists.joined({}, {volume}).constFirst());
        return;
    }
    const ResourceKey account = m_lists.joined({}, {volume}).constFirst().key;
    const ResourceKey server = {account.account, ResourceKind::Server,
                                volume.resource.attachedTo->id};
    const QFuture<Result<RaffResource>> read = row(server);
    Net::passOnCancel(end.future(), read, m_context);
    QFuture(read).then(m_context, [this, end, volume](const Result<RaffResource> &machine) {
        if (!machine && !RaffErrors::isGone(machine.error())) {
            end.settle(std::unexpected(machine.error()));
            return;
        }
        const QList<RaffResource> machines =
            machine ? QList<RaffResource>{*machine} : QList<RaffResource>();
        end.settle(m_lists.joined(machines, {volume}).constLast());
    });
}

QFuture<Result<Snapshot>> RaffObjects::snapshot(const Domain::SnapshotKey &key)
{
    const Deferred<Snapshot> deferred;
    const QFuture<Result<RaffSnapshot>> read = row(key);
    Net::passOnCancel(deferred.future(), read, m_context);
    onValue(read, m_context, deferred, [this, deferred, key](const RaffSnapshot &found) {
        deferred.settle(m_book.joined(found, m_book.projectOf(key).value_or(ProjectId())));
    });
    return deferred.future();
}

} // namespace Providers
