// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsolelists.h"

#include "net/pager.h"
#include "net/parsing.h"
#include "providers/jointprogress.h"
#include "providers/stackconsole/stackconsoleparser.h"
#include "providers/stackconsole/stackconsolerequests.h"

#include <algorithm>

namespace Providers {

using Domain::Deferred;
using Domain::Done;
using Domain::ErrorKind;
using Domain::Resource;
using Domain::ResourceKind;
using Domain::Result;

namespace {

Net::HttpRequest serverPage(int page)
{
    return StackConsoleRequests::resources(ResourceKind::Server, page);
}

Net::HttpRequest volumePage(int page)
{
    return StackConsoleRequests::resources(ResourceKind::Volume, page);
}

Net::HttpRequest serverSnapshotPage(int page)
{
    return StackConsoleRequests::snapshots(ResourceKind::Server, page);
}

Net::HttpRequest volumeSnapshotPage(int page)
{
    return StackConsoleRequests::snapshots(ResourceKind::Volume, page);
}

QString resourceSlug(const StackConsoleResource &row)
{
    return row.resource.key.id.value;
}

QString snapshotSlug(const StackConsoleSnapshot &row)
{
    return row.snapshot.key.id.value;
}

/// Ids that only a list of the resources can turn into slugs.
QSet<QString> sourceIds(const QList<StackConsoleSnapshot> &rows)
{
    QSet<QString> ids;
    for (const StackConsoleSnapshot &row : rows) {
        if (row.source.slug.isEmpty() && !row.source.id.isEmpty()) {
            ids.insert(row.source.id);
        }
    }
    return ids;
}

} // namespace

StackConsoleLists::StackConsoleLists(Net::HttpClient &client, StackConsoleDirectory &directory,
                                     const Domain::AccountId &account, QObject *context)
    : m_client(client)
    , m_directory(directory)
    , m_account(account)
    , m_context(context)
{
}

QFuture<Result<QList<Resource>>> StackConsoleLists::resources(const Domain::ListProgress &progress)
{
    // Asked for beside the lists, not after them.
    const QFuture<Result<StackConsoleAtlas>> atlas = m_directory.atlas();
    const std::array<Domain::ListProgress, 2> reports = jointly(progress);
    const QFuture<Result<ResourceRows>> servers = rows(ResourceKind::Server, reports[0]);
    QFuture<Result<ResourceRows>> volumes = rows(ResourceKind::Volume, reports[1]);
    const Deferred<QList<Resource>> deferred;
    Net::passOnCancel(deferred.future(), servers, m_context);
    Net::passOnCancel(deferred.future(), volumes, m_context);
    QFuture(servers).then(m_context,
                          [this, deferred, volumes](const Result<ResourceRows> &machines) mutable {
                              if (!machines) {
                                  volumes.cancel();
                                  deferred.settle(std::unexpected(machines.error()));
                                  return;
                              }
                              onValue(volumes, m_context, deferred,
                                      [this, deferred, machines](const ResourceRows &disks) {
                                          joinResources(*machines, disks, deferred);
                                      });
                          });
    return deferred.future();
}

QFuture<Result<QList<StackConsoleSnapshot>>> StackConsoleLists::snapshots(
    Domain::SnapshotKind kind, const Domain::ListProgress &progress)
{
    const QFuture<Result<StackConsoleAtlas>> atlas = m_directory.atlas();
    const bool isServer = kind == ResourceKind::Server;
    const QFuture<Result<SnapshotRows>> list = Net::fetchAll<StackConsoleSnapshot>(
        m_client,
        {isServer ? serverSnapshotPage : volumeSnapshotPage,
         isServer ? StackConsoleParser::serverSnapshots : StackConsoleParser::volumeSnapshots,
         snapshotSlug, progress});
    const Deferred<SnapshotRows> deferred;
    Net::passOnCancel(deferred.future(), list, m_context);
    onValue(list, m_context, deferred,
            [this, kind, deferred, completed = shelf(kind).completed](const SnapshotRows &found) {
                onValue(know(kind, sourceIds(found), completed), m_context, deferred,
                        [this, deferred, found](Done) { joinSnapshots(found, deferred); });
            });
    return deferred.future();
}

void StackConsoleLists::close()
{
    m_isClosing = true;
    for (Shelf *names : {&m_servers, &m_volumes}) {
        names->answer.settle(Domain::failure(Domain::ErrorKind::Cancelled));
    }
}

StackConsoleLists::Shelf &StackConsoleLists::shelf(ResourceKind kind)
{
    return kind == ResourceKind::Server ? m_servers : m_volumes;
}

QFuture<Result<QList<StackConsoleResource>>> StackConsoleLists::rows(
    ResourceKind kind, const Domain::ListProgress &progress)
{
    const bool isServer = kind == ResourceKind::Server;
    ++shelf(kind).running;
    const QFuture<Result<ResourceRows>> list = Net::fetchAll<StackConsoleResource>(
        m_client,
        {isServer ? serverPage : volumePage,
         isServer ? StackConsoleParser::servers : StackConsoleParser::volumes, resourceSlug,
         progress});
    const Deferred<ResourceRows> deferred;
    Net::passOnCancel(deferred.future(), list, m_context);
    onEnd(list, m_context, [this, kind, deferred](const Result<ResourceRows> &found) {
        Shelf &names = shelf(kind);
        --names.running;
        if (found) {
            ++names.completed;
            StackConsoleJoin::learn(*found, names.names);
        }
        names.answer.settle(found.transform([](const ResourceRows &) { return Done(); }));
        deferred.settle(found);
    });
    return deferred.future();
}

QSet<QString> StackConsoleLists::unknown(ResourceKind kind, QSet<QString> ids)
{
    const Shelf &names = shelf(kind);
    ids.removeIf([&names](const QString &id) {
        return names.names.contains(id) || names.missing.contains(id);
    });
    return ids;
}

QFuture<Result<Done>> StackConsoleLists::know(ResourceKind kind, const QSet<QString> &ids,
                                              int completed)
{
    if (shelf(kind).completed > completed) {
        giveUpOn(kind, ids);
    }
    if (unknown(kind, ids).isEmpty()) {
        return Domain::settled<Done>(Done());
    }
    const Deferred<Done> deferred;
    if (shelf(kind).running == 0) {
        readNames(kind, ids, deferred);
        return deferred.future();
    }
    shelf(kind).answer.join().then(
        m_context, [this, kind, ids, deferred](const Result<Done> &listed) {
            if (listed) {
                giveUpOn(kind, ids);
                deferred.settle(Done());
            } else if (m_isClosing) {
                deferred.settle(listed);
            } else {
                readNames(kind, ids, deferred); // the one that asked may have taken it back
            }
        });
    return deferred.future();
}

/// What a whole list does not have is not looked for again.
void StackConsoleLists::giveUpOn(ResourceKind kind, const QSet<QString> &ids)
{
    shelf(kind).missing.unite(unknown(kind, ids));
}

void StackConsoleLists::readNames(ResourceKind kind, const QSet<QString> &ids,
                                  const Deferred<Done> &end)
{
    onValue(rows(kind, {}), m_context, end, [this, kind, ids, end](const ResourceRows &) {
        giveUpOn(kind, ids);
        end.settle(Done());
    });
}

template <class Row>
StackConsoleLists::Needs StackConsoleLists::needsOf(const QList<Row> &rows,
                                                    const StackConsoleAtlas &atlas) const
{
    Needs needs;
    for (const Row &row : rows) {
        if (!atlas.knows(row.region, row.project)) {
            needs.newIds.unite({row.region.id, row.project.id});
        }
        needs.hasLocalTime = needs.hasLocalTime || row.created.isLocal;
    }
    needs.newIds.subtract(m_strangers);
    return needs;
}

QFuture<Result<StackConsoleJoin>> StackConsoleLists::join(const StackConsoleAtlas &atlas,
                                                          const Needs &needs)
{
    using Zone = std::optional<QTimeZone>;
    const Deferred<StackConsoleJoin> deferred;
    const auto finish = [this, deferred](const StackConsoleAtlas &known, const Zone &zone) {
        deferred.settle(StackConsoleJoin{m_account, known, m_servers.names, m_volumes.names, zone});
    };
    const auto goOn = [this, deferred, finish, needs](const StackConsoleAtlas &known) {
        m_strangers.unite(needs.newIds);
        if (!needs.hasLocalTime) {
            finish(known, {});
            return;
        }
        onValue(m_directory.zone(), m_context, deferred,
                [finish, known](const Zone &zone) { finish(known, zone); });
    };
    onValue(needs.newIds.isEmpty() ? Domain::settled<StackConsoleAtlas>(atlas)
                                   : m_directory.freshAtlas(),
            m_context, deferred, goOn);
    return deferred.future();
}

void StackConsoleLists::joinResources(const ResourceRows &servers, const ResourceRows &volumes,
                                      const Deferred<QList<Resource>> &end)
{
    onValue(m_directory.atlas(), m_context, end,
            [this, servers, volumes, end](const StackConsoleAtlas &atlas) {
                onValue(join(atlas, needsOf(servers + volumes, atlas)), m_context, end,
                        [servers, volumes, end](const StackConsoleJoin &join) {
                            end.settle(join.resources(servers, volumes));
                        });
            });
}

void StackConsoleLists::joinSnapshots(const SnapshotRows &rows, const Deferred<SnapshotRows> &end)
{
    onValue(m_directory.atlas(), m_context, end, [this, rows, end](const StackConsoleAtlas &atlas) {
        onValue(join(atlas, needsOf(rows, atlas)), m_context, end,
                [rows, end](const StackConsoleJoin &join) { end.settle(join.snapshots(rows)); });
    });
}

} // namespace Providers
