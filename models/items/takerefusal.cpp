// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/takerefusal.h"

#include "items/aftermath.h"
#include "items/displaytext.h"
#include "items/operationfailure.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::Error;
using Domain::ErrorKind;
using Domain::Operation;
using Domain::OperationState;
using Domain::Step;

namespace {

class TakeRefusalWords
{
    Q_DECLARE_TR_FUNCTIONS(TakeRefusal)
};

bool concerns(const Error &error, QLatin1StringView field)
{
    return std::ranges::any_of(error.fields, [field](const Domain::ErrorField &each) {
        return each.name.compare(field, Qt::CaseInsensitive) == 0;
    });
}

bool concernsBilling(const Error &error)
{
    return concerns(error, "plan"_L1) || concerns(error, "billing_cycle"_L1);
}

const Step *mainStep(const Operation &operation)
{
    const auto found = std::ranges::find(operation.steps, Step::Role::Main, &Step::role);
    return found == operation.steps.cend() ? nullptr : &*found;
}

/// What is wrong and what to do, where the vendor named the value that it does not take.
struct FieldText
{
    QString meaning;
    QString advice;
};

FieldText fieldText(const Error &error)
{
    if (error.kind != ErrorKind::InvalidInput) {
        return {};
    }
    if (concerns(error, "name"_L1)) {
        return {
            TakeRefusalWords::tr("The provider does not take this name."),
            TakeRefusalWords::tr("Choose another name; the details have the provider's words.")};
    }
    if (concerns(error, "plan"_L1)) {
        return {
            TakeRefusalWords::tr("The provider no longer sells snapshots by this plan."),
            TakeRefusalWords::tr("The prices are being read again. Look which plans there are.")};
    }
    if (concerns(error, "billing_cycle"_L1)) {
        return {
            TakeRefusalWords::tr("The provider does not bill snapshots by this cycle."),
            TakeRefusalWords::tr("The prices are being read again. Look which cycles there are.")};
    }
    return {};
}

} // namespace

TakeFate takeFate(const Operation &operation)
{
    const Step *main = mainStep(operation);
    const bool isAccepted = main && main->task;
    if (operation.state == OperationState::NeedsAnswer
        || (operation.isOver() && !isAccepted && isUncertain(operation))) {
        return isAccepted ? TakeFate::Accepted : TakeFate::InDoubt;
    }
    if (isAccepted || operation.state == OperationState::Succeeded) {
        return TakeFate::Accepted;
    }
    return operation.isOver() ? TakeFate::Refused : TakeFate::Open;
}

QString takeWaitText(const Operation &operation)
{
    const bool hasStep = operation.current >= 0 && operation.current < operation.steps.size();
    const Step::Role role = hasStep ? operation.steps.at(operation.current).role : Step::Role::Main;
    if (hasStep && operation.state == OperationState::Waiting) {
        return TakeRefusalWords::tr("Another operation on %1 runs first…")
            .arg(inlineName(operation.resourceName));
    }
    switch (role) {
    case Step::Role::StopServer:
        return TakeRefusalWords::tr("The server is being shut down first…");
    case Step::Role::StartServer:
        return TakeRefusalWords::tr("The server is being started…");
    case Step::Role::Main:
    case Step::Role::SafetySnapshot:
    case Step::Role::SaveImage:
        break;
    }
    return TakeRefusalWords::tr("Asking the provider…");
}

TakeStep refusedStep(const Error &error)
{
    if (concernsBilling(error)) {
        return TakeStep::Review;
    }
    if (error.kind == ErrorKind::NameTaken || concerns(error, "name"_L1)) {
        return TakeStep::Name;
    }
    if (concerns(error, "project"_L1)) {
        return TakeStep::Project;
    }
    if (concerns(error, "region"_L1) || concerns(error, "location"_L1)) {
        return TakeStep::Location;
    }
    return error.kind == ErrorKind::NotFound ? TakeStep::Source : TakeStep::Review;
}

ErrorText takeRefusalText(const Operation &operation)
{
    ErrorText text = operationErrorText(operation);
    const FieldText field = fieldText(operation.error);
    if (!field.meaning.isEmpty()) {
        text.meaning = TakeRefusalWords::tr("%1 %2", "two whole sentences")
                           .arg(field.meaning, operationMeaningText(operation));
        text.advice = field.advice;
    } else if (operation.error.kind == ErrorKind::NotFound) {
        text.advice = TakeRefusalWords::tr("Choose another server or volume.");
    }
    return text;
}

bool isOutOfDate(const Error &error)
{
    constexpr std::array kinds{ErrorKind::InvalidInput, ErrorKind::NotFound, ErrorKind::Conflict,
                               ErrorKind::NameTaken, ErrorKind::Locked};
    return std::ranges::contains(kinds, error.kind);
}

bool isRefusalAll(const Operation &operation)
{
    return std::ranges::all_of(operation.steps, [](const Step &step) {
        return step.role == Step::Role::Main || step.state == Step::State::Done
            || step.state == Step::State::Skipped;
    });
}

} // namespace Items
