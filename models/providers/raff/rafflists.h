// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "net/httpclient.h"
#include "providers/asyncsteps.h"
#include "providers/raff/raffbook.h"
#include "providers/raff/raffrequests.h"

namespace Providers {

/// Reads the account's projects, and in all of them side by side the VMs, volumes and snapshots,
/// whole. What is read is written into the book.
class RaffLists
{
public:
    /// All must outlive the lists; answers come on the context's thread.
    RaffLists(Net::HttpClient &client, RaffBook &book, Domain::AccountId account, QObject *context);

    /// Before the client goes: who waits for a list that another asked for is answered, and does
    /// not ask for one of his own.
    void close();

    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Project>>> projects();
    /// VMs, then volumes.
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Resource>>> resources(
        const Domain::ListProgress &progress);
    /// Of VMs, then of volumes. Each volume is asked for its own, since that alone tells whose a
    /// volume's snapshot is; what no volume has is left over from one that was deleted.
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Snapshot>>> snapshots(
        const Domain::ListProgress &progress);
    [[nodiscard]] QFuture<Domain::Result<QList<RaffSnapshot>>> snapshotsOf(
        const Domain::ResourceKey &source, const Domain::ProjectId &project);
    /// With those that are gone and listed still.
    [[nodiscard]] QFuture<Domain::Result<QList<RaffResource>>> serversIn(
        const Domain::ProjectId &project);
    [[nodiscard]] QFuture<Domain::Result<QList<RaffResource>>> volumesOf(
        const Domain::ResourceId &server, const Domain::ProjectId &project);

    /// VMs, then volumes, each with what it knows of the other.
    [[nodiscard]] QList<Domain::Resource> joined(const QList<RaffResource> &servers,
                                                 const QList<RaffResource> &volumes) const;

    /// From what is known, else from lists; NotFound for what is in none.
    [[nodiscard]] QFuture<Domain::Result<Domain::ProjectId>> projectOf(
        const Domain::ResourceKey &key);
    [[nodiscard]] QFuture<Domain::Result<Domain::ProjectId>> projectOf(
        const Domain::SnapshotKey &key);

private:
    using Projects = QList<Domain::Project>;
    template <class Row>
    using PerProject = QList<QList<Row>>; ///< in the order of the projects

    /// Both lists of each project.
    template <class Row>
    struct Halves
    {
        PerProject<Row> servers;
        PerProject<Row> volumes;
    };

    template <class Row, class Fetch>
    [[nodiscard]] QFuture<Domain::Result<Halves<Row>>> halves(const Projects &projects,
                                                              const Domain::ListProgress &progress,
                                                              const Fetch &fetch);
    [[nodiscard]] QFuture<Domain::Result<Halves<RaffResource>>> resourceRows(
        const Projects &projects, const Domain::ListProgress &progress);
    [[nodiscard]] QFuture<Domain::Result<Halves<RaffSnapshot>>> snapshotRows(
        const Projects &projects, const Domain::ListProgress &progress);
    /// The list that is being read, if one is, else one of our own.
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> knowResources();
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> attribute(const QList<RaffSnapshot> &rows,
                                                                  const Domain::ProjectId &project);
    void settle(const Projects &projects, const Halves<RaffSnapshot> &halves,
                const Domain::Deferred<QList<Domain::Snapshot>> &end);

    Net::HttpClient &m_client;
    RaffBook &m_book;
    Domain::AccountId m_account;
    QObject *m_context;
    bool m_isClosing = false;
    int m_running = 0; ///< lists of resources being read
    SharedAnswer<Domain::Done> m_known; ///< for who waits for one of them
    QHash<Domain::ProjectId, QList<Domain::ResourceId>> m_volumes; ///< as last listed
};

} // namespace Providers
