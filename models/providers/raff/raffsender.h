// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/deferred.h"
#include "providers/raff/raffcloner.h"
#include "providers/raff/raffobjects.h"
#include "providers/raff/rafftasks.h"

namespace Providers {

/// Sends what changes something. The API refuses what the state forbids without a word for it, so
/// after such a refusal the object is looked at, and the error says what was in the way.
class RaffSender
{
public:
    /// All must outlive the sender; answers come on the context's thread.
    RaffSender(Net::HttpClient &client, RaffBook &book, RaffLists &lists, RaffObjects &objects,
               RaffCloner &cloner, QObject *context);

    [[nodiscard]] QFuture<Domain::Result<Domain::Accepted>> send(const Domain::Request &request);

private:
    using Answer = Domain::Deferred<Domain::Accepted>;

    void begin(const Domain::TakeSnapshot &take, const Answer &end);
    void begin(const Domain::RollBack &rollback, const Answer &end);
    void begin(const Domain::RemoveSnapshot &remove, const Answer &end);
    void begin(const Domain::RenameSnapshot &rename, const Answer &end);
    void begin(const Domain::SetPower &power, const Answer &end);
    void begin(const Domain::SaveImage &save, const Answer &end);
    void begin(const Domain::CreateServer &create, const Answer &end);
    /// Refused before.
    void begin(const Domain::ProtectSnapshot &protect, const Answer &end);
    void begin(const Domain::CreateVolume &create, const Answer &end);

    void order(const Domain::TakeSnapshot &take, const Domain::ProjectId &project,
               const Answer &end);
    void removeIn(const Domain::ProjectId &project, const Domain::RemoveSnapshot &remove,
                  const Answer &end);
    /// Ends with the task, or with the refusal and what was in its way.
    void change(const Domain::RemoteTask &task, const Domain::ProjectId &project,
                const Answer &end);
    void explain(const Domain::Request &request, const Domain::Error &error, const Answer &end);
    void explainByServer(const Domain::ResourceKey &server, Domain::PowerState needed,
                         const Domain::Error &error, const Answer &end);
    void explainBySnapshot(const Domain::SnapshotKey &snapshot, const Domain::Error &error,
                           const Answer &end);

    Net::HttpClient &m_client;
    RaffBook &m_book;
    RaffLists &m_lists;
    RaffObjects &m_objects;
    RaffCloner &m_cloner;
    QObject *m_context;
};

} // namespace Providers
