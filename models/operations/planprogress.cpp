// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/planprogress.h"

#include <algorithm>

namespace Operations {

using Domain::Effect;
using Domain::Operation;
using Domain::OperationState;
using Domain::Step;

namespace {

bool hasFailed(const Operation &operation)
{
    return std::ranges::contains(operation.steps, Step::State::Failed, &Step::state);
}

bool hasTakenEffect(const Operation &operation, const Step &step)
{
    // The operation's error is that of its first failed step, and only the steps before a
    // runsAfterFailure step are asked about.
    return step.state == Step::State::Done || step.task.has_value()
        || (step.state == Step::State::Failed && operation.error.effect == Effect::Ambiguous);
}

bool hasChangedPower(const Operation &operation, qsizetype before)
{
    return std::any_of(operation.steps.cbegin(), operation.steps.cbegin() + before,
                       [&operation](const Step &step) {
                           return std::holds_alternative<Domain::SetPower>(step.request)
                               && hasTakenEffect(operation, step);
                       });
}

bool isUseful(const Operation &operation, qsizetype index)
{
    return operation.steps.at(index).runsAfterFailure ? hasChangedPower(operation, index)
                                                      : !hasFailed(operation);
}

Step &currentStep(Operation &operation)
{
    return operation.steps[operation.current];
}

/// A safety snapshot's id is not the operation's: that is the one rolled back to.
void noteSnapshot(Operation &operation, const std::optional<Domain::SnapshotId> &made)
{
    const Step &step = currentStep(operation);
    const auto *take = std::get_if<Domain::TakeSnapshot>(&step.request);
    if (made && take && step.role == Step::Role::Main) {
        operation.snapshot = {take->source.account, take->source.kind, *made};
    }
}

void noteServer(Operation &operation, const std::optional<Domain::ResourceId> &server)
{
    if (server && std::holds_alternative<Domain::CreateServer>(currentStep(operation).request)) {
        operation.resource = {operation.account, Domain::ResourceKind::Server, *server};
    }
}

void noteVolume(Operation &operation, const std::optional<Domain::ResourceId> &volume)
{
    if (volume && std::holds_alternative<Domain::CreateVolume>(currentStep(operation).request)) {
        operation.resource = {operation.account, Domain::ResourceKind::Volume, *volume};
    }
}

/// Empty where the plan has no step that saves one.
Domain::ImageId savedImage(const Operation &operation)
{
    for (const Step &step : operation.steps) {
        if (step.role == Step::Role::SaveImage && step.task && step.task->image) {
            return *step.task->image;
        }
    }
    return {};
}

} // namespace

bool advance(Operation &operation)
{
    for (qsizetype index = 0; index < operation.steps.size(); ++index) {
        if (operation.steps.at(index).state != Step::State::Waiting) {
            continue;
        }
        if (isUseful(operation, index)) {
            operation.current = static_cast<int>(index);
            return true;
        }
        operation.steps[index].state = Step::State::Skipped;
    }
    return false;
}

OperationState endState(const Operation &operation)
{
    if (!hasFailed(operation)) {
        return OperationState::Succeeded;
    }
    return operation.error.effect == Effect::Ambiguous ? OperationState::NeedsAnswer
                                                       : OperationState::Failed;
}

bool hasTakenEffect(const Operation &operation)
{
    return std::ranges::any_of(operation.steps, [&operation](const Step &step) {
        return hasTakenEffect(operation, step);
    });
}

Stake stakeOf(const Operation &operation)
{
    if (operation.steps.at(operation.current).runsAfterFailure) {
        return Stake::ServerOff;
    }
    return hasTakenEffect(operation) ? Stake::HalfDone : Stake::Nothing;
}

void beginRequest(Operation &operation, const QDateTime &now)
{
    Step &step = currentStep(operation);
    step.state = Step::State::Requesting;
    step.started = now;
    stamp(step.request, now);
    if (auto *create = std::get_if<Domain::CreateServer>(&step.request)) {
        create->image = savedImage(operation);
    }
}

QDateTime stampOf(const Domain::Request &request)
{
    return std::visit(
        [](const auto &one) {
            if constexpr (requires { one.notBefore; }) {
                return one.notBefore;
            } else {
                return QDateTime();
            }
        },
        request);
}

void stamp(Domain::Request &request, const QDateTime &now)
{
    std::visit(
        [&now](auto &one) {
            if constexpr (requires { one.notBefore; }) {
                one.notBefore = now;
            }
        },
        request);
}

void noteTask(Operation &operation, const Domain::RemoteTask &task)
{
    Step &step = currentStep(operation);
    step.state = Step::State::Following;
    step.task = task;
    noteSnapshot(operation, task.made);
    noteServer(operation, task.server);
    noteVolume(operation, task.volume);
}

void noteProgress(Operation &operation, const Domain::TaskProgress &progress)
{
    Step &step = currentStep(operation);
    step.percent = progress.percent;
    if (progress.made && step.task) {
        step.task->made = progress.made;
    }
    if (progress.server && step.task) {
        step.task->server = progress.server;
    }
    if (progress.volume && step.task) {
        step.task->volume = progress.volume;
    }
    noteSnapshot(operation, progress.made);
    noteServer(operation, progress.server);
    noteVolume(operation, progress.volume);
}

Step::State needlessState(const Operation &operation)
{
    const Step &step = operation.steps.at(operation.current);
    const bool isPreparing = step.role != Step::Role::Main && !step.runsAfterFailure;
    const bool hasFailedBefore = step.runsAfterFailure
        && std::any_of(operation.steps.cbegin(), operation.steps.cbegin() + operation.current,
                       [](const Step &earlier) {
                           return earlier.state == Step::State::Failed
                               && std::holds_alternative<Domain::SetPower>(earlier.request);
                       });
    return isPreparing || hasFailedBefore ? Step::State::Skipped : Step::State::Done;
}

void endStep(Operation &operation, Step::State state, const Domain::Error &error,
             const QDateTime &now)
{
    if (state == Step::State::Failed && !hasFailed(operation)) {
        operation.error = error;
    }
    currentStep(operation).state = state;
    currentStep(operation).ended = now;
}

bool mayReturnPassword(const Operation &operation, const Domain::Capabilities &capabilities)
{
    const Domain::Request &request = operation.steps.at(operation.current).request;
    if (const auto *rollBack = std::get_if<Domain::RollBack>(&request)) {
        return capabilities.of(rollBack->target.kind).mayReturnPasswordOnRollback;
    }
    const auto *create = std::get_if<Domain::CreateServer>(&request);
    return create && create->sshKey.isEmpty() && !capabilities.createServer.needsSshKey;
}

void skipRest(Operation &operation)
{
    for (Step &step : operation.steps) {
        if (step.state == Step::State::Waiting || step.state == Step::State::Requesting) {
            step.state = Step::State::Skipped;
        }
    }
}

} // namespace Operations
