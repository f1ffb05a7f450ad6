// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/operationtext.h"

#include "items/consequences.h"
#include "items/displaytext.h"
#include "items/errortext.h"

#include <QCoreApplication>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::Operation;
using Domain::OperationKind;
using Domain::OperationState;
using Domain::Step;

namespace {

class OperationWords
{
    Q_DECLARE_TR_FUNCTIONS(OperationText)
};

const Step *currentStep(const Operation &operation)
{
    return operation.current >= 0 && operation.current < operation.steps.size()
        ? &operation.steps.at(operation.current)
        : nullptr;
}

struct PhaseOf
{
    QString operator()(const Domain::TakeSnapshot &) const { return OperationWords::tr("copying"); }
    QString operator()(const Domain::RollBack &) const { return OperationWords::tr("restoring"); }
    QString operator()(const Domain::RemoveSnapshot &) const
    {
        return OperationWords::tr("removing");
    }
    QString operator()(const Domain::RenameSnapshot &) const
    {
        return OperationWords::tr("renaming");
    }
    QString operator()(const Domain::ProtectSnapshot &) const
    {
        return OperationWords::tr("changing the protection");
    }
    QString operator()(const Domain::SetPower &request) const
    {
        return request.action == Domain::PowerAction::Start
            ? OperationWords::tr("starting the server")
            : OperationWords::tr("stopping the server");
    }
    QString operator()(const Domain::SaveImage &) const
    {
        return OperationWords::tr("saving the image");
    }
    QString operator()(const Domain::CreateServer &) const
    {
        return OperationWords::tr("creating the server");
    }
    QString operator()(const Domain::CreateVolume &) const
    {
        return OperationWords::tr("creating the volume");
    }
};

QString stepPhase(const Step &step)
{
    switch (step.state) {
    case Step::State::Waiting:
    case Step::State::Done:
    case Step::State::Failed:
    case Step::State::Skipped:
        return OperationWords::tr("waiting");
    case Step::State::Requesting:
        return OperationWords::tr("requested");
    case Step::State::Following:
        break;
    }
    const int finished = 100;
    if (step.percent == finished) {
        return OperationWords::tr("finishing");
    }
    const QString phase = std::visit(PhaseOf(), step.request);
    return step.percent ? OperationWords::tr("%1 %2 %", "what is done, and percent")
                              .arg(phase, QLocale().toString(*step.percent))
                        : phase;
}

QStringView signOf(Step::State state)
{
    switch (state) {
    case Step::State::Done:
        return u"✓ ";
    case Step::State::Failed:
        return u"✗ ";
    case Step::State::Requesting:
    case Step::State::Following:
        return u"▸ ";
    case Step::State::Skipped:
        return u"– ";
    case Step::State::Waiting:
        break;
    }
    return {};
}

Domain::Protection wantedProtection(const Operation &operation)
{
    for (const Step &step : operation.steps) {
        if (const auto *request = std::get_if<Domain::ProtectSnapshot>(&step.request)) {
            return request->protection;
        }
    }
    return Domain::Protection::On;
}

QString newName(const Operation &operation)
{
    for (const Step &step : operation.steps) {
        if (const auto *request = std::get_if<Domain::RenameSnapshot>(&step.request)) {
            return request->name;
        }
    }
    return {};
}

/// Empty where nothing holds it.
QString holdText(Domain::Hold hold)
{
    switch (hold) {
    case Domain::Hold::None:
        break;
    case Domain::Hold::Undo:
        return OperationWords::tr("not sent yet");
    case Domain::Hold::Account:
        return OperationWords::tr("waiting for the account to be connected again");
    case Domain::Hold::Network:
        return OperationWords::tr("waiting for the network");
    }
    return {};
}

QString powerChange(const Operation &operation)
{
    for (const Step &step : operation.steps) {
        if (std::holds_alternative<Domain::SetPower>(step.request)) {
            return std::visit(PhaseOf(), step.request);
        }
    }
    return OperationWords::tr("changing the power state");
}

} // namespace

QString operationTitle(const Operation &operation)
{
    const bool isOfResource = !operation.resourceName.isEmpty();
    return inlineName(isOfResource ? operation.resourceName : operation.snapshotName);
}

QString operationText(const Operation &operation)
{
    const QString snapshot = quotedName(operation.snapshotName);
    switch (operation.kind) {
    case OperationKind::Take:
        return OperationWords::tr("taking %1").arg(snapshot);
    case OperationKind::RollBack:
        return OperationWords::tr("rolling back to %1").arg(snapshot);
    case OperationKind::Remove:
        return OperationWords::tr("removing %1").arg(snapshot);
    case OperationKind::Rename:
        return OperationWords::tr("renaming %1 to %2")
            .arg(snapshot, quotedName(newName(operation)));
    case OperationKind::Protect:
        return wantedProtection(operation) == Domain::Protection::On
            ? OperationWords::tr("protecting %1").arg(snapshot)
            : OperationWords::tr("taking the protection off %1").arg(snapshot);
    case OperationKind::Power:
        return powerChange(operation);
    case OperationKind::CreateServer:
        return OperationWords::tr("creating the server from %1").arg(snapshot);
    case OperationKind::CreateVolume:
        return OperationWords::tr("creating the volume from %1").arg(snapshot);
    }
    Q_UNREACHABLE_RETURN({});
}

QString operationKindText(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Take:
        return OperationWords::tr("Take snapshot");
    case OperationKind::RollBack:
        return OperationWords::tr("Roll back");
    case OperationKind::Remove:
        return OperationWords::tr("Remove snapshot");
    case OperationKind::Rename:
        return OperationWords::tr("Rename");
    case OperationKind::Protect:
        return OperationWords::tr("Protection");
    case OperationKind::Power:
        return OperationWords::tr("Power");
    case OperationKind::CreateServer:
        return OperationWords::tr("New server");
    case OperationKind::CreateVolume:
        return OperationWords::tr("New volume");
    }
    Q_UNREACHABLE_RETURN({});
}

QString operationActionText(const Operation &operation)
{
    const auto *power = operation.kind == OperationKind::Power && !operation.steps.isEmpty()
        ? std::get_if<Domain::SetPower>(&operation.steps.constFirst().request)
        : nullptr;
    if (!power) {
        return operationKindText(operation.kind);
    }
    switch (power->action) {
    case Domain::PowerAction::Start:
        return OperationWords::tr("Start server");
    case Domain::PowerAction::ShutDown:
        return OperationWords::tr("Shut down server");
    case Domain::PowerAction::PowerOff:
        return OperationWords::tr("Power off server");
    }
    Q_UNREACHABLE_RETURN({});
}

QString operationStateText(OperationState state)
{
    switch (state) {
    case OperationState::Waiting:
        return OperationWords::tr("waiting");
    case OperationState::Running:
        return OperationWords::tr("running", "an operation");
    case OperationState::Succeeded:
        return OperationWords::tr("done");
    case OperationState::Failed:
        return OperationWords::tr("failed", "an operation");
    case OperationState::Cancelled:
        return OperationWords::tr("cancelled");
    case OperationState::NeedsAnswer:
        return OperationWords::tr("not certain", "how an operation ended");
    }
    Q_UNREACHABLE_RETURN({});
}

QString operationResultText(const Operation &operation)
{
    return operation.isOver() ? operationStateText(operation.state) : operationPhase(operation);
}

QString operationPhase(const Operation &operation)
{
    if (const QString held = holdText(operation.hold); !held.isEmpty() && !operation.isOver()) {
        return held;
    }
    switch (operation.state) {
    case OperationState::Waiting:
    case OperationState::Succeeded:
    case OperationState::Cancelled:
        return operationStateText(operation.state);
    case OperationState::Running:
        break;
    case OperationState::Failed:
    case OperationState::NeedsAnswer:
        return operationErrorText(operation).title;
    }
    const Step *step = currentStep(operation);
    return step ? stepPhase(*step) : OperationWords::tr("waiting");
}

std::optional<int> operationPercent(const Operation &operation)
{
    const Step *step = currentStep(operation);
    const bool isFollowed =
        operation.state == OperationState::Running && step && step->state == Step::State::Following;
    return isFollowed ? step->percent : std::nullopt;
}

bool isCopying(const Operation &operation)
{
    const Step *step = currentStep(operation);
    return operation.state == OperationState::Running && step && step->role == Step::Role::Main
        && step->state == Step::State::Following && !step->percent;
}

QStringList operationSteps(const Operation &operation)
{
    QStringList texts = stepTexts(operation.steps);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        texts[i].prepend(signOf(operation.steps.at(i).state));
    }
    return texts;
}

} // namespace Items
