// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/clock.h"
#include "providers/raff/raffobjects.h"
#include "providers/raff/rafftasks.h"

namespace Providers {

/// Follows remote tasks by reading what they are about, each object once for all tasks together,
/// and remembers what a later reading does not tell any more. Finds what a lost request made.
class RaffFollower
{
public:
    /// All must outlive the follower; answers come on the context's thread.
    RaffFollower(RaffObjects &objects, RaffLists &lists, RaffBook &book, Domain::Clock &clock,
                 QObject *context);

    [[nodiscard]] QFuture<Domain::Result<QList<Domain::TaskProgress>>> follow(
        const QList<Domain::RemoteTask> &tasks);
    [[nodiscard]] QFuture<Domain::Result<Domain::Finding>> findEffect(
        const Domain::Request &request);

private:
    using Tasks = QList<Domain::RemoteTask>;
    using Trail = QFuture<Domain::Result<Domain::Finding>>;

    struct Memory
    {
        Domain::Request request;
        std::chrono::milliseconds firstAsked{0};
        bool wasBusy = false;
    };

    [[nodiscard]] QFuture<Domain::Result<RaffSeen>> read(const RaffNeeds &needs);
    [[nodiscard]] QFuture<Domain::Result<QList<RaffSnapshot>>> snapshotsOf(
        const Domain::ResourceKey &source);
    [[nodiscard]] Memory &memory(const Domain::Request &request);
    void expect(const Domain::RemoteTask &task);
    [[nodiscard]] QList<Domain::TaskProgress> judge(const Tasks &tasks, const RaffSeen &seen);
    [[nodiscard]] std::chrono::milliseconds waited(const Memory &memory) const;

    [[nodiscard]] Trail trace(const Domain::TakeSnapshot &take);
    [[nodiscard]] Trail trace(const Domain::RollBack &rollback);
    [[nodiscard]] Trail trace(const Domain::RemoveSnapshot &remove);
    [[nodiscard]] Trail trace(const Domain::RenameSnapshot &rename);
    [[nodiscard]] Trail trace(const Domain::SetPower &power);
    [[nodiscard]] Trail trace(const Domain::SaveImage &save);
    [[nodiscard]] Trail trace(const Domain::CreateServer &create);
    /// Refused before.
    [[nodiscard]] Trail trace(const Domain::ProtectSnapshot &protect);
    [[nodiscard]] Trail trace(const Domain::CreateVolume &create);

    RaffObjects &m_objects;
    RaffLists &m_lists;
    RaffBook &m_book;
    Domain::Clock &m_clock;
    QObject *m_context;
    QList<Memory> m_memories; ///< of tasks that have not ended
};

} // namespace Providers
