// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/enumwords.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Operations {

using namespace Domain;

namespace {

constexpr std::array resourceKinds{EnumWord<ResourceKind>{ResourceKind::Server, "server"_L1},
                                   EnumWord<ResourceKind>{ResourceKind::Volume, "volume"_L1}};

constexpr std::array operationKinds{
    EnumWord<OperationKind>{OperationKind::Take, "take"_L1},
    EnumWord<OperationKind>{OperationKind::RollBack, "roll-back"_L1},
    EnumWord<OperationKind>{OperationKind::Remove, "remove"_L1},
    EnumWord<OperationKind>{OperationKind::Rename, "rename"_L1},
    EnumWord<OperationKind>{OperationKind::Protect, "protect"_L1},
    EnumWord<OperationKind>{OperationKind::Power, "power"_L1},
    EnumWord<OperationKind>{OperationKind::CreateServer, "create-server"_L1},
    EnumWord<OperationKind>{OperationKind::CreateVolume, "create-volume"_L1}};

constexpr std::array operationStates{
    EnumWord<OperationState>{OperationState::Waiting, "waiting"_L1},
    EnumWord<OperationState>{OperationState::Running, "running"_L1},
    EnumWord<OperationState>{OperationState::Succeeded, "succeeded"_L1},
    EnumWord<OperationState>{OperationState::Failed, "failed"_L1},
    EnumWord<OperationState>{OperationState::Cancelled, "cancelled"_L1},
    EnumWord<OperationState>{OperationState::NeedsAnswer, "needs-answer"_L1}};

constexpr std::array holds{
    EnumWord<Hold>{Hold::None, "none"_L1}, EnumWord<Hold>{Hold::Undo, "undo"_L1},
    EnumWord<Hold>{Hold::Account, "account"_L1}, EnumWord<Hold>{Hold::Network, "network"_L1}};

constexpr std::array stepStates{EnumWord<Step::State>{Step::State::Waiting, "waiting"_L1},
                                EnumWord<Step::State>{Step::State::Requesting, "requesting"_L1},
                                EnumWord<Step::State>{Step::State::Following, "following"_L1},
                                EnumWord<Step::State>{Step::State::Done, "done"_L1},
                                EnumWord<Step::State>{Step::State::Failed, "failed"_L1},
                                EnumWord<Step::State>{Step::State::Skipped, "skipped"_L1}};

constexpr std::array stepRoles{
    EnumWord<Step::Role>{Step::Role::Main, "main"_L1},
    EnumWord<Step::Role>{Step::Role::StopServer, "stop-server"_L1},
    EnumWord<Step::Role>{Step::Role::StartServer, "start-server"_L1},
    EnumWord<Step::Role>{Step::Role::SafetySnapshot, "safety-snapshot"_L1},
    EnumWord<Step::Role>{Step::Role::SaveImage, "save-image"_L1}};

constexpr std::array powerActions{EnumWord<PowerAction>{PowerAction::Start, "start"_L1},
                                  EnumWord<PowerAction>{PowerAction::ShutDown, "shut-down"_L1},
                                  EnumWord<PowerAction>{PowerAction::PowerOff, "power-off"_L1}};

constexpr std::array protections{EnumWord<Protection>{Protection::Off, "off"_L1},
                                 EnumWord<Protection>{Protection::On, "on"_L1}};

constexpr std::array effects{EnumWord<Effect>{Effect::None, "none"_L1},
                             EnumWord<Effect>{Effect::Ambiguous, "ambiguous"_L1}};

constexpr std::array errorKinds{
    EnumWord<ErrorKind>{ErrorKind::Cancelled, "cancelled"_L1},
    EnumWord<ErrorKind>{ErrorKind::InvalidInput, "invalid-input"_L1},
    EnumWord<ErrorKind>{ErrorKind::Unauthorized, "unauthorized"_L1},
    EnumWord<ErrorKind>{ErrorKind::ReadOnlyCredential, "read-only-credential"_L1},
    EnumWord<ErrorKind>{ErrorKind::Forbidden, "forbidden"_L1},
    EnumWord<ErrorKind>{ErrorKind::PaymentRequired, "payment-required"_L1},
    EnumWord<ErrorKind>{ErrorKind::QuotaExceeded, "quota-exceeded"_L1},
    EnumWord<ErrorKind>{ErrorKind::NotFound, "not-found"_L1},
    EnumWord<ErrorKind>{ErrorKind::Conflict, "conflict"_L1},
    EnumWord<ErrorKind>{ErrorKind::NameTaken, "name-taken"_L1},
    EnumWord<ErrorKind>{ErrorKind::Locked, "locked"_L1},
    EnumWord<ErrorKind>{ErrorKind::Protected, "protected"_L1},
    EnumWord<ErrorKind>{ErrorKind::Unavailable, "unavailable"_L1},
    EnumWord<ErrorKind>{ErrorKind::RateLimited, "rate-limited"_L1},
    EnumWord<ErrorKind>{ErrorKind::Removed, "removed"_L1},
    EnumWord<ErrorKind>{ErrorKind::HostNotFound, "host-not-found"_L1},
    EnumWord<ErrorKind>{ErrorKind::NoConnection, "no-connection"_L1},
    EnumWord<ErrorKind>{ErrorKind::TimedOut, "timed-out"_L1},
    EnumWord<ErrorKind>{ErrorKind::Tls, "tls"_L1},
    EnumWord<ErrorKind>{ErrorKind::Interrupted, "interrupted"_L1},
    EnumWord<ErrorKind>{ErrorKind::ServerError, "server-error"_L1},
    EnumWord<ErrorKind>{ErrorKind::Protocol, "protocol"_L1},
    EnumWord<ErrorKind>{ErrorKind::TooLarge, "too-large"_L1},
    EnumWord<ErrorKind>{ErrorKind::Unsupported, "unsupported"_L1},
    EnumWord<ErrorKind>{ErrorKind::SecretUnavailable, "secret-unavailable"_L1},
    EnumWord<ErrorKind>{ErrorKind::StorageFailed, "storage-failed"_L1},
    EnumWord<ErrorKind>{ErrorKind::Unknown, "unknown"_L1}};

} // namespace

std::span<const EnumWord<ResourceKind>> wordsOf(ResourceKind)
{
    return resourceKinds;
}

std::span<const EnumWord<OperationKind>> wordsOf(OperationKind)
{
    return operationKinds;
}

std::span<const EnumWord<OperationState>> wordsOf(OperationState)
{
    return operationStates;
}

std::span<const EnumWord<Hold>> wordsOf(Hold)
{
    return holds;
}

std::span<const EnumWord<Step::State>> wordsOf(Step::State)
{
    return stepStates;
}

std::span<const EnumWord<Step::Role>> wordsOf(Step::Role)
{
    return stepRoles;
}

std::span<const EnumWord<PowerAction>> wordsOf(PowerAction)
{
    return powerActions;
}

std::span<const EnumWord<Protection>> wordsOf(Protection)
{
    return protections;
}

std::span<const EnumWord<Effect>> wordsOf(Effect)
{
    return effects;
}

std::span<const EnumWord<ErrorKind>> wordsOf(ErrorKind)
{
    return errorKinds;
}

} // namespace Operations
