// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/clock.h"
#include "providers/stackconsole/stackconsolelists.h"
#include "providers/stackconsole/stackconsoletasks.h"

namespace Providers {

/// Follows remote tasks by the lists of snapshots: one list a kind for all tasks together, and none
/// when it was read a moment ago. Remembers what a later list does not tell any more.
class StackConsoleFollower
{
public:
    /// All must outlive the follower; answers come on the context's thread.
    StackConsoleFollower(StackConsoleLists &lists, Domain::Clock &clock, QObject *context);

    [[nodiscard]] QFuture<Domain::Result<QList<Domain::TaskProgress>>> follow(
        const QList<Domain::RemoteTask> &tasks);

    /// No list is read again sooner.
    static constexpr std::chrono::seconds listInterval{5};

private:
    using Time = std::chrono::milliseconds;
    using Tasks = QList<Domain::RemoteTask>;

    struct Listing
    {
        QList<StackConsoleSnapshot> rows;
        std::optional<Time> readAt; ///< when it was asked for
    };
    struct Memory
    {
        Time firstAsked{0};
        bool wasReverting = false;
    };

    [[nodiscard]] Listing &listing(Domain::SnapshotKind kind);
    void remember(const Tasks &tasks);
    /// Whether the tasks want the list read, or can be judged by what is there.
    [[nodiscard]] bool wants(Domain::SnapshotKind kind, const Tasks &tasks);
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> read(Domain::SnapshotKind kind);
    [[nodiscard]] QList<Domain::TaskProgress> judge(const Tasks &tasks);
    [[nodiscard]] Time waited(const Domain::Request &request, const Memory &memory) const;

    StackConsoleLists &m_lists;
    Domain::Clock &m_clock;
    QObject *m_context;
    Listing m_servers;
    Listing m_volumes;
    QHash<QString, Memory> m_memories; ///< by what tells one request from another
};

} // namespace Providers
