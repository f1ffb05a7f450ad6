// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"
#include "domain/remotetask.h"
#include "domain/result.h"

#include <QObject>

namespace Operations {

struct RunnerContext;

/// Follows the running tasks of one account together, one call at a time. A failing call is waited
/// out. Each task ends with one last signal: a progress that is not Running, or lost().
class TaskFollower : public QObject
{
    Q_OBJECT

public:
    TaskFollower(const Domain::AccountId &account, const RunnerContext &context, QObject *parent);

    /// One task an operation. With a limit, a task that still runs after it fails with TimedOut.
    /// A task without an id is asked about at once: nothing asynchronous was announced.
    void add(const Domain::OperationId &operation, const Domain::RemoteTask &task,
             std::optional<std::chrono::milliseconds> limit);
    void remove(const Domain::OperationId &operation);

Q_SIGNALS:
    void progressed(const Domain::OperationId &operation, const Domain::TaskProgress &progress);
    /// No answer any more; the work goes on at the provider.
    void lost(const Domain::OperationId &operation, const Domain::Error &error);
    void providerGone();
    /// Nobody answers; it is asked on.
    void unreachable(const Domain::OperationId &operation);

private:
    struct Followed
    {
        Domain::OperationId operation;
        Domain::RemoteTask task;
        int number = 0; ///< tells an operation's next task from the one before
        std::optional<std::chrono::milliseconds> deadline;
        int failures = 0; ///< in a row
        bool isFresh = false; ///< to be asked about at once
    };
    enum class Which { All, Fresh };

    void schedule(std::chrono::milliseconds pause);
    void ask(Which which);
    void answered(const QList<Followed> &asked,
                  const Domain::Result<QList<Domain::TaskProgress>> &answer);
    void succeeded(const QList<Followed> &asked, const QList<Domain::TaskProgress> &answer);
    void failed(const QList<Followed> &asked, const Domain::Error &error);
    void report(const Followed &asked, const Domain::TaskProgress &progress);
    [[nodiscard]] qsizetype indexOf(const Followed &asked) const;
    [[nodiscard]] bool isOverdue(const Followed &followed) const;
    void giveUp(const Followed &followed);

    const Domain::AccountId m_account;
    const RunnerContext &m_context;
    QList<Followed> m_tasks;
    std::optional<std::chrono::milliseconds> m_due; ///< of the next call, by the clock's elapsed()
    bool m_isAsking = false;
    int m_polls = 0; ///< since the last task was added
    int m_failures = 0; ///< in a row
    int m_lastNumber = 0;
};

} // namespace Operations
