// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/operationfailure.h"

#include "items/aftermath.h"
#include "items/displaytext.h"
#include "items/errortext.h"

#include <QCoreApplication>

namespace Items {

using Domain::Operation;
using Domain::OperationKind;
using Domain::Step;

namespace {

class FailureWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

bool isOfVolume(const Operation &operation)
{
    return operation.resource && operation.resource->kind == Domain::ResourceKind::Volume;
}

/// A volume's operation stops the server that it is attached to, whose name is not at hand.
QString stopFailureText(const Operation &operation)
{
    if (isUncertain(operation)) {
        return isOfVolume(operation)
            ? FailureWords::tr("It is not certain whether the server of the volume %1 was shut "
                               "down.")
            : FailureWords::tr("It is not certain whether the server %1 was shut down.");
    }
    return isOfVolume(operation)
        ? FailureWords::tr("The server of the volume %1 could not be shut down.")
        : FailureWords::tr("The server %1 could not be shut down.");
}

QString startFailureText(const Operation &operation)
{
    if (isUncertain(operation)) {
        return isOfVolume(operation)
            ? FailureWords::tr("It is not certain whether the server of the volume %1 was started.")
            : FailureWords::tr("It is not certain whether the server %1 was started.");
    }
    return isOfVolume(operation)
        ? FailureWords::tr("The server of the volume %1 could not be started.")
        : FailureWords::tr("The server %1 could not be started.");
}

QString safetyFailureText(const Operation &operation)
{
    const QString name = quotedName(safetyMark(operation).value_or(SafetyMark()).name);
    return (isUncertain(operation)
                ? FailureWords::tr("It is not certain whether the safety snapshot %1 of %2 was "
                                   "taken.")
                : FailureWords::tr("The safety snapshot %1 of %2 could not be taken."))
        .arg(name, inlineName(operation.resourceName));
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
    case OperationKind::CreateVolume:
        return FailureWords::tr("The volume %2 could not be created from the snapshot %1.")
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
    case OperationKind::CreateVolume:
        return FailureWords::tr("It is not certain whether the volume %1 was created.")
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
    case OperationKind::CreateVolume:
        return FailureWords::tr("No volume was created; the snapshot is as it was.");
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
    case OperationKind::CreateVolume:
        return FailureWords::tr("The snapshot is as it was. A new volume may be listed; it is "
                                "billed until it is removed in the provider's panel.");
    }
    Q_UNREACHABLE_RETURN({});
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
    case OperationKind::CreateVolume:
        break;
    }
    return FailureWords::tr("What was asked for was done.");
}

/// What became of what was asked for, apart from the step in doubt.
QString restText(const Operation &operation)
{
    return hasStep(operation, Step::Role::Main, Step::State::Done) ? doneText(operation.kind)
                                                                   : untouchedText(operation.kind);
}

QString doubtText(const Operation &operation)
{
    const Step *step = failedStep(operation);
    if (step && step->task) {
        return FailureWords::tr("The provider accepted the request and may still be working on it; "
                                "how it ends can't be seen from here.");
    }
    return operation.error.httpStatus == 0
        ? FailureWords::tr("The request may have been carried out: its answer never came.")
        : FailureWords::tr("The request may have been carried out all the same.");
}

QString dataText(const Operation &operation)
{
    if (isUncertain(operation)) {
        return failedRole(operation) == Step::Role::Main
            ? doubtText(operation)
            : FailureWords::tr("%1 %2", "two whole sentences")
                  .arg(doubtText(operation), restText(operation));
    }
    const Step *step = failedStep(operation);
    const bool hadBegun = step && step->role == Step::Role::Main && step->task;
    return hadBegun ? begunText(operation.kind) : restText(operation);
}

/// Empty where the plan has none, or the title has named it already.
QString safetyText(const Operation &operation)
{
    const std::optional<SafetyMark> safety = safetyMark(operation);
    if (!safety || !safety->isTaken) {
        return {};
    }
    return (isUntouched(operation)
                ? FailureWords::tr("The safety snapshot %1 was taken and stays.")
                : FailureWords::tr("The safety snapshot %1 holds the state of before: roll back to "
                                   "it to return there."))
        .arg(quotedName(safety->name));
}

/// How the server stands that the plan stops; empty where it stops none, or had not come to it.
QString serverStateText(const Operation &operation)
{
    if (mayBeOff(operation)) {
        return FailureWords::tr("The server was asked to stop for this and may still be off.");
    }
    const bool hasFailedToStop = hasStep(operation, Step::Role::StopServer, Step::State::Failed);
    const bool hasStopped = hasStep(operation, Step::Role::StopServer, Step::State::Done);
    if ((hasFailedToStop || hasStopped)
        && hasStep(operation, Step::Role::StartServer, Step::State::Done)) {
        return FailureWords::tr("The server is running again.");
    }
    if (hasFailedToStop) {
        return isStopUnseen(operation) ? FailureWords::tr("The server is still running.")
                                       : FailureWords::tr("The server was not stopped.");
    }
    const bool isLeft = failedRole(operation) == Step::Role::SafetySnapshot
        && hasStep(operation, Step::Role::StopServer, Step::State::Skipped);
    return isLeft ? FailureWords::tr("The server was not stopped.") : QString();
}

QString imageFailureText(const Operation &operation)
{
    return isUncertain(operation)
        ? FailureWords::tr("It is not certain whether the image for the server %1 was saved.")
        : FailureWords::tr("The image for the server %1 could not be saved.");
}

QString imageText(const Operation &operation)
{
    return hasStep(operation, Step::Role::SaveImage, Step::State::Done)
        ? FailureWords::tr("The image that was saved for it stays, and is billed until it is "
                           "removed in the provider's panel.")
        : QString();
}

} // namespace

QString operationFailureText(const Operation &operation)
{
    const QString name = inlineName(operation.resourceName);
    switch (failedRole(operation)) {
    case Step::Role::StopServer:
        return stopFailureText(operation).arg(name);
    case Step::Role::StartServer:
        return startFailureText(operation).arg(name);
    case Step::Role::SafetySnapshot:
        return safetyFailureText(operation);
    case Step::Role::SaveImage:
        return imageFailureText(operation).arg(name);
    case Step::Role::Main:
        break;
    }
    return isUncertain(operation) ? uncertainFailureText(operation) : certainFailureText(operation);
}

QString operationCauseText(const Operation &operation)
{
    if (isStopUnseen(operation)) {
        return FailureWords::tr(
            "It was asked to shut down and was not seen to switch off in time.");
    }
    if (operation.error.kind == Domain::ErrorKind::Cancelled
        && operation.kind == OperationKind::Remove) {
        return FailureWords::tr("Snapdeck ended while the removal could still be taken back, so it "
                                "was not sent.");
    }
    const Step *step = failedStep(operation);
    const bool isUnseen = isUncertain(operation) && step && step->task
        && operation.error.kind == Domain::ErrorKind::Unknown;
    return isUnseen ? FailureWords::tr("No end was seen in the time that this takes at most.")
                    : causeText(operation.error);
}

QString operationMeaningText(const Operation &operation)
{
    QString meaning = dataText(operation);
    for (const QString &sentence :
         {safetyText(operation), imageText(operation), serverStateText(operation)}) {
        if (!sentence.isEmpty()) {
            meaning = FailureWords::tr("%1 %2", "two whole sentences").arg(meaning, sentence);
        }
    }
    return meaning;
}

} // namespace Items
