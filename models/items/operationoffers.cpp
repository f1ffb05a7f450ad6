// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/operationoffers.h"

#include "items/aftermath.h"
#include "items/errortext.h"

namespace Items {

using Domain::Operation;
using Domain::OperationState;
using Domain::Step;

namespace {

bool hasEndedBadly(const Operation &operation)
{
    return operation.state == OperationState::Failed
        || operation.state == OperationState::NeedsAnswer;
}

/// One that the person asked for, and that failed, may be tried again.
bool isFailedStart(const Operation &operation)
{
    return operation.kind == Domain::OperationKind::Power
        && failedRole(operation) == Step::Role::StartServer;
}

} // namespace

std::optional<Domain::ResourceKey> serverToStart(const Operation &operation)
{
    if (!hasEndedBadly(operation) || !(mayBeOff(operation) || isFailedStart(operation))) {
        return std::nullopt;
    }
    for (const Step &step : operation.steps) {
        const auto *power = std::get_if<Domain::SetPower>(&step.request);
        if (power && power->action == Domain::PowerAction::Start) {
            return power->server;
        }
    }
    return std::nullopt;
}

bool startsServer(const Operation &operation, const Domain::ResourceKey &server)
{
    return operation.kind == Domain::OperationKind::Power && operation.resource == server
        && !hasEndedBadly(operation) && operation.state != OperationState::Cancelled;
}

std::optional<Domain::SnapshotKey> snapshotToRollBackTo(const Operation &operation)
{
    const bool isOffered = operation.kind == Domain::OperationKind::RollBack
        && operation.state == OperationState::Failed
        && !hasStep(operation, Step::Role::Main, Step::State::Done)
        && operationErrorText(operation).action == ErrorText::Action::Retry;
    return isOffered ? operation.snapshot : std::nullopt;
}

} // namespace Items
