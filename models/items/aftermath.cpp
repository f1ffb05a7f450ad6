// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/aftermath.h"

#include <algorithm>

namespace Items {

using Domain::Operation;
using Domain::Step;

const Step *failedStep(const Operation &operation)
{
    const auto found = std::ranges::find(operation.steps, Step::State::Failed, &Step::state);
    return found == operation.steps.cend() ? nullptr : &*found;
}

Step::Role failedRole(const Operation &operation)
{
    const Step *step = failedStep(operation);
    return step ? step->role : Step::Role::Main;
}

bool hasStep(const Operation &operation, Step::Role role, Step::State state)
{
    return std::ranges::any_of(operation.steps, [role, state](const Step &step) {
        return step.role == role && step.state == state;
    });
}

bool isUncertain(const Operation &operation)
{
    return operation.state == Domain::OperationState::NeedsAnswer
        || operation.error.effect == Domain::Effect::Ambiguous;
}

bool isUntouched(const Operation &operation)
{
    if (hasStep(operation, Step::Role::Main, Step::State::Done)) {
        return false;
    }
    const Step *step = failedStep(operation);
    const bool isMain = failedRole(operation) == Step::Role::Main;
    return !isMain || (!isUncertain(operation) && !(step && step->task));
}

bool mayBeOff(const Operation &operation)
{
    const bool hasFailedToStop = hasStep(operation, Step::Role::StopServer, Step::State::Failed);
    if (!hasFailedToStop && !hasStep(operation, Step::Role::StopServer, Step::State::Done)) {
        return false;
    }
    // A start that was passed over after a stop that certainly failed was not needed: the server
    // was never asked to stop, or was seen running.
    const bool isNeedless = hasFailedToStop && !isUncertain(operation)
        && hasStep(operation, Step::Role::StartServer, Step::State::Skipped);
    return !isNeedless && !hasStep(operation, Step::Role::StartServer, Step::State::Done);
}

bool isStopUnseen(const Operation &operation)
{
    const Step *step = failedStep(operation);
    const Domain::Error &error = operation.error;
    return step && step->role == Step::Role::StopServer && step->task
        && error.kind == Domain::ErrorKind::TimedOut && error.httpStatus == 0
        && error.host.isEmpty();
}

std::optional<SafetyMark> safetyMark(const Operation &operation)
{
    for (const Step &step : operation.steps) {
        const auto *take = std::get_if<Domain::TakeSnapshot>(&step.request);
        if (take && step.role == Step::Role::SafetySnapshot) {
            return SafetyMark{take->name, step.state == Step::State::Done};
        }
    }
    return std::nullopt;
}

} // namespace Items
