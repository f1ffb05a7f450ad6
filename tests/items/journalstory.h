// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/journalentry.h"
#include "rowbuilder.h"

/// Entries of a journal for the tests of the activity.

namespace ItemsTest {

inline Domain::Step stepFor(const Domain::Request &request,
                            Domain::Step::Role role = Domain::Step::Role::Main,
                            Domain::Step::State state = Domain::Step::State::Done)
{
    Domain::Step step;
    step.request = request;
    step.role = role;
    step.state = state;
    return step;
}

/// A snapshot of web-1, taken by anna an hour before noon in four minutes.
inline Domain::JournalEntry taken(const QString &id, const QString &name = u"nightly"_s)
{
    Domain::JournalEntry entry;
    entry.accountName = u"shop"_s;
    entry.user = u"anna"_s;
    Domain::Operation &operation = entry.operation;
    operation.id = {id};
    operation.kind = Domain::OperationKind::Take;
    operation.account = shop();
    operation.resource = serverKey(u"7"_s);
    operation.resourceName = u"web-1"_s;
    operation.snapshot = keyOf(u"900"_s);
    operation.snapshotName = name;
    operation.sizeBytes = 40 * gigabyte;
    operation.state = Domain::OperationState::Succeeded;
    Domain::Step step = stepFor(Domain::TakeSnapshot{serverKey(u"7"_s), name, id, noon()});
    step.task = Domain::RemoteTask{{u"task-1"_s}, step.request, {}};
    operation.steps = {step};
    operation.started = noon().addSecs(-3600);
    operation.ended = operation.started.addSecs(240);
    return entry;
}

/// A rollback that the provider refused.
inline Domain::JournalEntry refusedRollBack(const QString &id)
{
    Domain::JournalEntry entry = taken(id, u"before upgrade"_s);
    entry.user = u"bert"_s;
    Domain::Operation &operation = entry.operation;
    operation.kind = Domain::OperationKind::RollBack;
    operation.state = Domain::OperationState::Failed;
    operation.started = noon().addSecs(-600);
    operation.ended = operation.started.addSecs(5);
    operation.snapshotCreated = noon().addDays(-3);
    operation.steps = {stepFor(Domain::SetPower{serverKey(u"7"_s), Domain::PowerAction::ShutDown},
                               Domain::Step::Role::StopServer),
                       stepFor(Domain::RollBack{serverKey(u"7"_s), keyOf(u"900"_s), noon()},
                               Domain::Step::Role::Main, Domain::Step::State::Failed),
                       stepFor(Domain::SetPower{serverKey(u"7"_s), Domain::PowerAction::Start},
                               Domain::Step::Role::StartServer, Domain::Step::State::Skipped)};
    operation.error.kind = Domain::ErrorKind::Locked;
    operation.error.message = u"server is locked"_s;
    operation.error.code = u"locked"_s;
    operation.error.httpStatus = 423;
    operation.error.requestId = u"req-77"_s;
    return entry;
}

/// A removal that runs.
inline Domain::JournalEntry runningRemoval(const QString &id)
{
    Domain::JournalEntry entry = taken(id, u"old"_s);
    Domain::Operation &operation = entry.operation;
    operation.kind = Domain::OperationKind::Remove;
    operation.state = Domain::OperationState::Running;
    operation.started = noon().addSecs(-60);
    operation.ended = {};
    operation.steps = {stepFor(Domain::RemoveSnapshot{keyOf(u"900"_s)}, Domain::Step::Role::Main,
                               Domain::Step::State::Following)};
    return entry;
}

} // namespace ItemsTest
