// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/raff/rafflists.h"

namespace Providers {

/// Reads single objects. Every request has to name the project, so that of an object nobody has
/// seen yet is looked up first. What is gone is NotFound.
class RaffObjects
{
public:
    /// All must outlive it; answers come on the context's thread.
    RaffObjects(Net::HttpClient &client, RaffBook &book, RaffLists &lists, QObject *context);

    /// Just as the answer has it.
    [[nodiscard]] QFuture<Domain::Result<RaffResource>> row(const Domain::ResourceKey &key);
    [[nodiscard]] QFuture<Domain::Result<RaffSnapshot>> row(const Domain::SnapshotKey &key);

    /// As the lists have it.
    [[nodiscard]] QFuture<Domain::Result<Domain::Resource>> resource(
        const Domain::ResourceKey &key);
    [[nodiscard]] QFuture<Domain::Result<Domain::Snapshot>> snapshot(
        const Domain::SnapshotKey &key);

private:
    using Answer = Domain::Deferred<Domain::Resource>;
    void joinServer(const RaffResource &server, const Answer &end);
    void joinVolume(const RaffResource &volume, const Answer &end);

    Net::HttpClient &m_client;
    RaffBook &m_book;
    RaffLists &m_lists;
    QObject *m_context;
};

} // namespace Providers
