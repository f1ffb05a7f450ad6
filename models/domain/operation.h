// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/remotetask.h"

#include <QDateTime>

namespace Domain {

/// One request of a plan, and how it stands.
struct Step
{
    enum class State { Waiting, Requesting, Following, Done, Failed, Skipped };
    enum class Role {
        Main, ///< what the person asked for
        StopServer,
        StartServer,
        SafetySnapshot,
        SaveImage,
    };

    Request request;
    Role role = Role::Main;
    State state = State::Waiting;
    /// Runs even when an earlier step failed after the server was stopped: it must not stay off.
    bool runsAfterFailure = false;
    std::optional<RemoteTask> task;
    std::optional<int> percent;
    QDateTime started; ///< UTC; when its request first left
    QDateTime ended; ///< UTC; invalid until it is over
    QString requestId; ///< of the answer that accepted it, where the provider tells one

    friend bool operator==(const Step &, const Step &) = default;
};

enum class OperationKind {
    Take,
    RollBack,
    Remove,
    Rename,
    Protect,
    Power,
    CreateServer,
    CreateVolume
};

enum class OperationState {
    Waiting, ///< behind another operation on the same resource
    Running,
    Succeeded,
    Failed,
    Cancelled,
    NeedsAnswer, ///< the end can't be known from the API: only a person can tell
};

/// Why an operation that is not over does not go on by itself.
enum class Hold {
    None,
    Undo, ///< nothing is sent before `heldUntil`, so that it can be taken back
    Account, ///< the account is not connected, or its credential is refused: a new one frees it
    Network, ///< the provider can't be reached; it is tried on
};

/// What the person asked for: a plan of steps and where it stands. Plain data, so that it can be
/// journalled.
struct Operation
{
    OperationId id;
    OperationKind kind = OperationKind::Take;
    AccountId account;
    std::optional<ResourceKey> resource; ///< of a CreateServer or CreateVolume: once it is known
    QString resourceName;
    std::optional<SnapshotKey> snapshot; ///< of a Take: once it is known
    QString snapshotName;
    QDateTime
        snapshotCreated; ///< UTC; of the one to remove or to roll back to, as it was confirmed
    std::optional<qint64> sizeBytes; ///< what is copied, for "usually ..."
    QDateTime keepUntil; ///< UTC; of the safety snapshot that the plan takes
    OperationState state = OperationState::Waiting;
    Hold hold = Hold::None;
    QDateTime heldUntil; ///< UTC; of Hold::Undo
    QList<Step> steps;
    int current = 0; ///< index into steps
    QDateTime started; ///< UTC
    QDateTime ended; ///< UTC; invalid while it runs
    Error error; ///< when Failed or NeedsAnswer
    bool hasPassword = false; ///< a password came back: ask the runner once
    bool isPasswordLost = false; ///< one came, or may have come, that nobody saw

    [[nodiscard]] bool isOver() const
    {
        return state != OperationState::Waiting && state != OperationState::Running;
    }

    friend bool operator==(const Operation &, const Operation &) = default;
};

} // namespace Domain
