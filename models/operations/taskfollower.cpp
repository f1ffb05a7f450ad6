// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/taskfollower.h"

#include "domain/cloudprovider.h"
#include "operations/patience.h"
#include "operations/runnercontext.h"

#include <algorithm>

namespace Operations {

using namespace Qt::StringLiterals;
using Domain::Error;
using Domain::ErrorKind;
using Domain::OperationId;
using Domain::TaskProgress;
using Domain::TaskState;
using std::chrono::milliseconds;

TaskFollower::TaskFollower(const Domain::AccountId &account, const RunnerContext &context,
                           QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_context(context)
{
}

void TaskFollower::add(const OperationId &operation, const Domain::RemoteTask &task,
                       std::optional<milliseconds> limit)
{
    remove(operation);
    Followed followed{operation, task, ++m_lastNumber, {}, 0, task.id.isEmpty()};
    if (limit) {
        followed.deadline = m_context.clock.elapsed() + m_context.paced(*limit);
    }
    m_tasks.append(followed);
    m_polls = 0;
    schedule(m_context.paced(pauseBeforeFollow(m_polls)));
    if (followed.isFresh) {
        ask(Which::Fresh);
    }
}

void TaskFollower::remove(const OperationId &operation)
{
    m_tasks.removeIf([&operation](const Followed &task) { return task.operation == operation; });
}

/// A call that is due earlier stays: tasks that keep coming must not put it off for ever.
void TaskFollower::schedule(milliseconds pause)
{
    const milliseconds due = m_context.clock.elapsed() + pause;
    if (m_due && *m_due <= due) {
        return;
    }
    m_due = due;
    m_context.clock.callAfter(pause, this, [this, due] {
        if (m_due == due) {
            m_due.reset();
            ask(Which::All);
        }
    });
}

void TaskFollower::ask(Which which)
{
    QList<Followed> asked = m_tasks;
    if (which == Which::Fresh) {
        asked.removeIf([](const Followed &task) { return !task.isFresh; });
    }
    if (m_isAsking || asked.isEmpty()) {
        return;
    }
    Domain::CloudProvider *provider = m_context.providerOf(m_account);
    if (!provider) {
        Q_EMIT providerGone();
        return;
    }
    QList<Domain::RemoteTask> tasks;
    for (const Followed &followed : std::as_const(asked)) {
        tasks.append(followed.task);
        m_tasks[indexOf(followed)].isFresh = false;
    }
    m_isAsking = true;
    provider->follow(tasks).then(this,
                                 [this, asked](const Domain::Result<QList<TaskProgress>> &answer) {
                                     m_isAsking = false;
                                     answered(asked, answer);
                                 });
}

void TaskFollower::answered(const QList<Followed> &asked,
                            const Domain::Result<QList<TaskProgress>> &answer)
{
    if (answer && answer->size() == asked.size()) {
        m_failures = 0;
        schedule(m_context.paced(pauseBeforeFollow(++m_polls)));
        succeeded(asked, *answer);
        ask(Which::Fresh);
    } else {
        const Error miscounted = Domain::failure(ErrorKind::Protocol, u"tasks"_s).error();
        failed(asked, answer ? miscounted : answer.error());
    }
}

void TaskFollower::succeeded(const QList<Followed> &asked, const QList<TaskProgress> &answer)
{
    for (qsizetype i = 0; i < asked.size(); ++i) {
        report(asked.at(i), answer.at(i));
    }
}

void TaskFollower::report(const Followed &asked, const TaskProgress &progress)
{
    const qsizetype index = indexOf(asked);
    if (index < 0) {
        return;
    }
    if (progress.state == TaskState::Running && isOverdue(asked)) {
        giveUp(asked);
        return;
    }
    m_tasks[index].failures = 0;
    if (progress.state != TaskState::Running) {
        m_tasks.removeAt(index);
    }
    Q_EMIT progressed(asked.operation, progress);
}

void TaskFollower::failed(const QList<Followed> &asked, const Error &error)
{
    // The provider may be answering from its destructor: nothing is asked from here.
    const milliseconds pause =
        m_context.paced(pauseAfterFailedRead(error, ++m_failures).value_or(pauseBeforeFollow(0)));
    schedule(std::max(pause, error.retryAfter.value_or(milliseconds(0))));
    for (const Followed &followed : asked) {
        const qsizetype index = indexOf(followed);
        if (index < 0) {
            continue;
        }
        const bool isUnheard = isUnreachable(error.kind);
        if (isOverdue(followed) && !isUnheard) {
            giveUp(followed);
        } else if (isUnheard) {
            ++m_tasks[index].failures;
            Q_EMIT unreachable(followed.operation);
        } else if (!pauseAfterFailedRead(error, ++m_tasks[index].failures)) {
            m_tasks.removeAt(index);
            Q_EMIT lost(followed.operation, error);
        }
    }
}

qsizetype TaskFollower::indexOf(const Followed &asked) const
{
    const auto found = std::ranges::find(m_tasks, asked.number, &Followed::number);
    return found == m_tasks.cend() ? -1 : std::distance(m_tasks.cbegin(), found);
}

bool TaskFollower::isOverdue(const Followed &followed) const
{
    return followed.deadline && m_context.clock.elapsed() >= *followed.deadline;
}

void TaskFollower::giveUp(const Followed &followed)
{
    m_tasks.removeAt(indexOf(followed));
    TaskProgress progress{TaskState::Failed, {}, {}, {}};
    progress.error.kind = ErrorKind::TimedOut;
    progress.error.message = u"The server was asked to shut down and did not switch off in time."_s;
    Q_EMIT progressed(followed.operation, progress);
}

} // namespace Operations
