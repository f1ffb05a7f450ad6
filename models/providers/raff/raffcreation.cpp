// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffcreation.h"

#include "providers/raff/rafftasks.h"
#include "providers/raff/raffwords.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ErrorKind;
using Domain::Finding;
using Domain::TaskProgress;
using Domain::TaskState;
using Domain::Trace;

namespace {

TaskProgress judgeCreated(const RaffResource &row, std::chrono::milliseconds waited)
{
    const QString word = row.resource.rawState;
    if (RaffWords::hasFailed(word)) {
        return raffEnd(TaskState::Failed, ErrorKind::ServerError,
                       u"the new VM's state is "_s + word);
    }
    if (row.resource.power == Domain::PowerState::Running) {
        return raffEnd(TaskState::Succeeded);
    }
    return waited < RaffCreation::limit
        ? raffEnd(TaskState::Running)
        : raffEnd(TaskState::CanNotTell, ErrorKind::Unknown,
                  u"After %1 minutes the new VM is still %2. It is billed; whether it "
                  "will come is not told."_s.arg(RaffCreation::limit.count())
                      .arg(word));
}

/// One of that name that may have been made since.
bool mayBeOrdered(const RaffResource &row, const Domain::CreateServer &create)
{
    const QDateTime &created = row.resource.created;
    const bool isTold = create.notBefore.isValid() && created.isValid();
    const bool isOlder =
        isTold && created < create.notBefore.addDuration(-RaffTasks::clockDifference);
    return !isOlder && !RaffWords::isGone(row.resource.rawState)
        && row.resource.name.trimmed() == create.name.trimmed();
}

} // namespace

TaskProgress RaffCreation::judge(const Domain::RemoteTask &task,
                                 const std::optional<RaffResource> &row,
                                 std::chrono::milliseconds waited)
{
    TaskProgress progress;
    if (!task.server) {
        return raffEnd(TaskState::CanNotTell, ErrorKind::Unknown,
                       u"which VM is being made is not known"_s);
    }
    if (row) {
        progress = judgeCreated(*row, waited);
    } else if (waited >= RaffTasks::lag) {
        progress = raffEnd(TaskState::Failed, ErrorKind::NotFound, u"the new VM is gone"_s);
    }
    progress.server = task.server;
    return progress;
}

Finding RaffCreation::trace(const Domain::CreateServer &create, const QList<RaffResource> &rows)
{
    QList<RaffResource> found = rows;
    found.removeIf([&create](const RaffResource &row) { return !mayBeOrdered(row, create); });
    if (found.isEmpty()) {
        return {Trace::NotFound, {}};
    }
    // The API may tell whole seconds.
    const QDateTime since =
        QDateTime::fromSecsSinceEpoch(create.notBefore.toSecsSinceEpoch(), QTimeZone::UTC);
    const Domain::Resource &first = found.constFirst().resource;
    const bool isCertain = found.size() == 1 && create.notBefore.isValid()
        && first.created.isValid() && first.created >= since;
    if (!isCertain) {
        return {Trace::CanNotTell, {}};
    }
    Finding finding = {Trace::Found, {{}, create, {}}};
    finding.task.server = first.key.id;
    return finding;
}

} // namespace Providers
