// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/operationfailure.h"

#include "items/displaytext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Items {

using Domain::Operation;
using Domain::OperationKind;
using Domain::OperationState;
using Domain::Step;

namespace {

class FailureWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

/// The first step that failed; nothing where the operation ended otherwise.
const Step *failedStep(const Operation &operation)
{
    const auto found = std::ranges::find(operation.steps, Step::State::Failed, &Step::state);
    return found == operation.steps.cend() ? nullptr : &*found;
}

bool isOfVolume(const Operation &operation)
{
    return operation.resource && operation.resource->kind == Domain::ResourceKind::Volume;
}

/// A volume's operation stops the server that it is attached to, whose name is not at hand.
QString powerFailureText(const Operation &operation, const Step &step)
{
    const QString name = inlineName(operation.resourceName);
    if (step.role == Step::Role::StopServer) {
        return (isOfVolume(operation)
                    ? FailureWords::tr("The server of the volume %1 could not be shut down.")
                    : FailureWords::tr("The server %1 could not be shut down."))
            .arg(name);
    }
    return (isOfVolume(operation)
                ? FailureWords::tr("The server of the volume %1 could not be started.")
                : FailureWords::tr("The server %1 could not be started."))
        .arg(name);
}

QString certainFailureText(const Operation &operation)
{
    const QString snapshot = quotedName(operation.snapshotName);
    const QString resource = inlineName(operation.resourceName);
    switch (operation.kind) {
    case OperationKind::Take:
        return FailureWords::tr("The snapshot %1 of %2 could not be taken.")
            .arg(snapshot, resource);
    case OperationKind::RollBack:
        return (isOfVolume(operation)
                    ? FailureWords::tr("The volume %2 could not be rolled back to the snapshot %1.")
                    : FailureWords::tr(
                          "The server %2 could not be rolled back to the snapshot %1."))
            .arg(snapshot, resource);
    case OperationKind::Remove:
        return FailureWords::tr("The snapshot %1 could not be removed.").arg(snapshot);
    case OperationKind::Rename:
        return FailureWords::tr("The snapshot %1 could not be renamed.").arg(snapshot);
    case OperationKind::Protect:
        return FailureWords::tr("The protection of the snapshot %1 could not be changed.")
            .arg(snapshot);
    case OperationKind::Power:
        return FailureWords::tr("The server %1 could not be switched on or off.").arg(resource);
    case OperationKind::CreateServer:
        return FailureWords::tr("The server %2 could not be created from the snapshot %1.")
            .arg(snapshot, resource);
    }
    Q_UNREACHABLE_RETURN({});
}

QString uncertainFailureText(const Operation &operation)
{
    const QString snapshot = quotedName(operation.snapshotName);
    const QString resource = inlineName(operation.resourceName);
    switch (operation.kind) {
    case OperationKind::Take:
        return FailureWords::tr("It is not certain whether the snapshot %1 of %2 was taken.")
            .arg(snapshot, resource);
    case OperationKind::RollBack:
        return FailureWords::tr("It is not certain whether %2 was rolled back to the snapshot %1.")
            .arg(snapshot, resource);
    case OperationKind::Remove:
        return FailureWords::tr("It is not certain whether the snapshot %1 was removed.")
            .arg(snapshot);
    case OperationKind::Rename:
        return FailureWords::tr("It is not certain whether the snapshot %1 was renamed.")
            .arg(snapshot);
    case OperationKind::Protect:
        return FailureWords::tr(
                   "It is not certain whether the protection of the snapshot %1 was changed.")
            .arg(snapshot);
    case OperationKind::Power:
        return FailureWords::tr("It is not certain whether the server %1 was switched on or off.")
            .arg(resource);
    case OperationKind::CreateServer:
        return FailureWords::tr("It is not certain whether the server %1 was created.")
            .arg(resource);
    }
    Q_UNREACHABLE_RETURN({});
}

/// Refused before anything was begun.
QString untouchedText(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Take:
        return FailureWords::tr("No snapshot was taken; what is there is as it was.");
    case OperationKind::RollBack:
        return FailureWords::tr("The disk was not touched.");
    case OperationKind::Remove:
        return FailureWords::tr("The snapshot is still there.");
    case OperationKind::Rename:
        return FailureWords::tr("The snapshot keeps its name.");
    case OperationKind::Protect:
        return FailureWords::tr("The protection is as it was.");
    case OperationKind::Power:
        return FailureWords::tr("The server was left as it was.");
    case OperationKind::CreateServer:
        return FailureWords::tr("No server was created; the snapshot is as it was.");
    }
    Q_UNREACHABLE_RETURN({});
}

/// The provider accepted it and failed later.
QString begunText(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Take:
        return FailureWords::tr(
            "The source is as it was; a snapshot that is listed as failed can't be "
            "used.");
    case OperationKind::RollBack:
        return FailureWords::tr(
            "The provider had begun: the disk may hold the old state, the new one or "
            "neither.");
    case OperationKind::Remove:
        return FailureWords::tr("The snapshot may be gone or still there.");
    case OperationKind::Rename:
        return FailureWords::tr("The snapshot has the old or the new name.");
    case OperationKind::Protect:
        return FailureWords::tr("The protection may be on or off.");
    case OperationKind::Power:
        return FailureWords::tr("The server may be running or off.");
    case OperationKind::CreateServer:
        return FailureWords::tr("The snapshot is as it was. A new server may be listed; it is "
                                "billed until it is removed in the provider's panel.");
    }
    Q_UNREACHABLE_RETURN({});
}

bool hasStep(const Operation &operation, Step::Role role, Step::State state)
{
    return std::ranges::any_of(operation.steps, [role, state](const Step &step) {
        return step.role == role && step.state == state;
    });
}

bool mayBeOff(const Operation &operation)
{
    const bool hasStopped = hasStep(operation, Step::Role::StopServer, Step::State::Done)
        || hasStep(operation, Step::Role::StopServer, Step::State::Failed);
    return hasStopped && !hasStep(operation, Step::Role::StartServer, Step::State::Done);
}

/// The main step was done; what failed came after it.
QString doneText(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Take:
        return FailureWords::tr("The snapshot itself was taken.");
    case OperationKind::RollBack:
        return FailureWords::tr("The disk itself was rolled back.");
    case OperationKind::Remove:
    case OperationKind::Rename:
    case OperationKind::Protect:
    case OperationKind::Power:
    case OperationKind::CreateServer:
        break;
    }
    return FailureWords::tr("What was asked for was done.");
}

QString dataText(const Operation &operation)
{
    const Step *open = failedStep(operation);
    if (isUncertain(operation) && open && open->task) {
        return FailureWords::tr("The provider accepted the request and may still be working on it; "
                                "how it ends can't be seen from here.");
    }
    if (isUncertain(operation)) {
        return FailureWords::tr("The request may have been carried out: its answer never came.");
    }
    if (hasStep(operation, Step::Role::Main, Step::State::Done)) {
        return doneText(operation.kind);
    }
    const Step *step = failedStep(operation);
    const bool hadBegun = step && step->role == Step::Role::Main && step->task;
    return hadBegun ? begunText(operation.kind) : untouchedText(operation.kind);
}

/// The name of the safety snapshot that was taken; empty for none.
QString safetyName(const Operation &operation)
{
    for (const Step &step : operation.steps) {
        const auto *take = std::get_if<Domain::TakeSnapshot>(&step.request);
        if (take && step.role == Step::Role::SafetySnapshot && step.state == Step::State::Done) {
            return take->name;
        }
    }
    return {};
}

} // namespace

QString operationFailureText(const Operation &operation)
{
    const Step *step = failedStep(operation);
    switch (step ? step->role : Step::Role::Main) {
    case Step::Role::StopServer:
    case Step::Role::StartServer:
        return powerFailureText(operation, *step);
    case Step::Role::SafetySnapshot:
        return FailureWords::tr("The safety snapshot of %1 could not be taken.")
            .arg(inlineName(operation.resourceName));
    case Step::Role::SaveImage:
        return FailureWords::tr("The image for the server %1 could not be saved.")
            .arg(inlineName(operation.resourceName));
    case Step::Role::Main:
        break;
    }
    return isUncertain(operation) ? uncertainFailureText(operation) : certainFailureText(operation);
}

QString operationMeaningText(const Operation &operation)
{
    QString data = dataText(operation);
    if (const QString safety = safetyName(operation); !safety.isEmpty()) {
        data = FailureWords::tr("%1 The safety snapshot %2 holds the state of before: roll back to "
                                "it to return there.",
                                "after a whole sentence")
                   .arg(data, quotedName(safety));
    }
    if (hasStep(operation, Step::Role::SaveImage, Step::State::Done)) {
        data = FailureWords::tr("%1 The image that was saved for it stays, and is billed until it "
                                "is removed in the provider's panel.",
                                "after a whole sentence")
                   .arg(data);
    }
    if (!mayBeOff(operation)) {
        return data;
    }
    return FailureWords::tr("%1 The server was asked to stop for this and may still be off.",
                            "after a whole sentence")
        .arg(data);
}

bool isUncertain(const Operation &operation)
{
    return operation.state == OperationState::NeedsAnswer
        || operation.error.effect == Domain::Effect::Ambiguous;
}

} // namespace Items
