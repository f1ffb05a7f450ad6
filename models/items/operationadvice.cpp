// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/operationadvice.h"

#include "items/aftermath.h"
#include "items/displaytext.h"
#include "items/erroradvice.h"

#include <QCoreApplication>

namespace Items {

using Domain::Operation;
using Domain::OperationKind;
using Domain::Step;

namespace {

class OperationAdviceWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString stopInDoubtAdvice()
{
    return OperationAdviceWords::tr(
        "Refresh and look whether the server is off: if so, start it. Then roll back again.");
}

/// Nothing is repeated before somebody has looked.
QString doubtfulRollBackAdvice(const Operation &operation)
{
    switch (failedRole(operation)) {
    case Step::Role::SafetySnapshot:
        return OperationAdviceWords::tr(
            "Refresh and look whether the safety snapshot is listed, then roll back again.");
    case Step::Role::StopServer:
        return mayBeOff(operation)
            ? stopInDoubtAdvice()
            : OperationAdviceWords::tr(
                  "Refresh and look whether the server is running, then roll back again.");
    case Step::Role::StartServer:
        return OperationAdviceWords::tr(
            "Refresh and look whether the server is running: if not, start it.");
    case Step::Role::Main:
    case Step::Role::SaveImage:
        break;
    }
    return mayBeOff(operation)
        ? OperationAdviceWords::tr(
              "Refresh and look, also in the provider's console, whether the server is back: if "
              "it is off and nothing works on it, start it. Look at what its disk holds before "
              "you roll back again.")
        : OperationAdviceWords::tr("Refresh and look at what the disk holds: roll back again only "
                                   "if that is not the state of the snapshot.");
}

/// What the error alone does not lead to; empty where that is all.
QString nextStepText(const Operation &operation)
{
    const bool isAnswered = operation.error.httpStatus != 0;
    switch (failedRole(operation)) {
    case Step::Role::SafetySnapshot:
        return failedStep(operation)->task || isAnswered
            ? OperationAdviceWords::tr("Rolling back without a safety snapshot is possible too.")
            : QString();
    case Step::Role::StartServer:
        return operation.kind == OperationKind::Power
            ? QString()
            : OperationAdviceWords::tr("All that is left to do is to start the server.");
    case Step::Role::StopServer:
    case Step::Role::Main:
    case Step::Role::SaveImage:
        break;
    }
    return mayBeOff(operation)
        ? OperationAdviceWords::tr("Start the server if it is to run until then.")
        : QString();
}

} // namespace

QString operationAdviceText(const Operation &operation)
{
    const bool isRollBack = operation.kind == OperationKind::RollBack;
    if (isUncertain(operation)) {
        return isRollBack
            ? doubtfulRollBackAdvice(operation)
            : OperationAdviceWords::tr(
                  "Refresh and look whether it took effect; repeat it only if it did not.");
    }
    if (isRollBack && isStopUnseen(operation)) {
        return mayBeOff(operation)
            ? stopInDoubtAdvice()
            : OperationAdviceWords::tr("Shut the server down from inside or in the provider's "
                                       "console, then roll back again.");
    }
    const QString next = nextStepText(operation);
    const QString advice = adviceText(operation.error);
    return next.isEmpty()
        ? advice
        : OperationAdviceWords::tr("%1 %2", "two whole sentences").arg(advice, next);
}

} // namespace Items
