// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "providers/stackconsole/stackconsoledirectory.h"
#include "providers/stackconsole/stackconsolejoin.h"

#include <QSet>

#include <array>

namespace Providers {

/// Reads the account's servers, volumes and snapshots, whole, with everything that their rows refer
/// to by id looked up. There is no call for one object alone.
class StackConsoleLists
{
public:
    /// Client, directory and context must outlive the lists; answers come on the context's thread.
    StackConsoleLists(Net::HttpClient &client, StackConsoleDirectory &directory,
                      const Domain::AccountId &account, QObject *context);

    /// Before the client goes: who waits for a list that another asked for is answered, and does
    /// not ask for one of his own.
    void close();

    /// Servers, then volumes; both lists are fetched side by side.
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Resource>>> resources(
        const Domain::ListProgress &progress);
    /// With those that are gone and listed still.
    [[nodiscard]] QFuture<Domain::Result<QList<StackConsoleSnapshot>>> snapshots(
        Domain::SnapshotKind kind, const Domain::ListProgress &progress);

private:
    using ResourceRows = QList<StackConsoleResource>;
    using SnapshotRows = QList<StackConsoleSnapshot>;

    /// What is known of one kind of resource.
    struct Shelf
    {
        StackConsoleNames names;
        QSet<QString> missing; ///< ids that a whole list did not have
        int running = 0; ///< lists being read
        int completed = 0; ///< lists that were read whole
        SharedAnswer<Domain::Done> answer; ///< for who waits for one of them
    };

    [[nodiscard]] Shelf &shelf(Domain::ResourceKind kind);
    [[nodiscard]] QFuture<Domain::Result<ResourceRows>> rows(Domain::ResourceKind kind,
                                                             const Domain::ListProgress &progress);
    /// Until the names behind the ids are known, as far as they can be: what a list does not have
    /// that was read whole since is given up on. `completed` is how many had been at the start.
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> know(Domain::ResourceKind kind,
                                                             const QSet<QString> &ids,
                                                             int completed);
    [[nodiscard]] QSet<QString> unknown(Domain::ResourceKind kind, QSet<QString> ids);
    void giveUpOn(Domain::ResourceKind kind, const QSet<QString> &ids);
    void readNames(Domain::ResourceKind kind, const QSet<QString> &ids,
                   const Domain::Deferred<Domain::Done> &end);

    /// What rows need before they can be joined.
    struct Needs
    {
        QSet<QString> newIds; ///< of regions and projects made since the atlas was read
        bool hasLocalTime = false;
    };
    template <class Row>
    [[nodiscard]] Needs needsOf(const QList<Row> &rows, const StackConsoleAtlas &atlas) const;
    [[nodiscard]] QFuture<Domain::Result<StackConsoleJoin>> join(const StackConsoleAtlas &atlas,
                                                                 const Needs &needs);
    void joinResources(const ResourceRows &servers, const ResourceRows &volumes,
                       const Domain::Deferred<QList<Domain::Resource>> &end);
    void joinSnapshots(const SnapshotRows &rows, const Domain::Deferred<SnapshotRows> &end);

    Net::HttpClient &m_client;
    StackConsoleDirectory &m_directory;
    Domain::AccountId m_account;
    QObject *m_context;
    Shelf m_servers;
    Shelf m_volumes;
    bool m_isClosing = false;
    QSet<QString> m_strangers; ///< ids that a fresh atlas did not have
};

} // namespace Providers
