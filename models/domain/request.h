// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"

#include <QDateTime>

#include <optional>
#include <variant>

namespace Domain {

/// Take a snapshot. `marker` is unique to the operation and travels where the API can carry it.
struct TakeSnapshot
{
    ResourceKey source;
    QString name;
    QString marker;
    QDateTime notBefore; ///< UTC; when looking for the effect, older snapshots are not it
    ProjectId project = {}; ///< of the source, as it was last seen
    LocationId location = {}; ///< of the source, as it was last seen
    PlanId plan = {}; ///< where the capabilities want one
    BillingCycleId billingCycle = {}; ///< where the capabilities want one

    friend bool operator==(const TakeSnapshot &, const TakeSnapshot &) = default;
};

struct RollBack
{
    ResourceKey target;
    SnapshotKey snapshot;
    QDateTime notBefore;

    friend bool operator==(const RollBack &, const RollBack &) = default;
};

struct RemoveSnapshot
{
    SnapshotKey snapshot;

    friend bool operator==(const RemoveSnapshot &, const RemoveSnapshot &) = default;
};

struct RenameSnapshot
{
    SnapshotKey snapshot;
    QString name;

    friend bool operator==(const RenameSnapshot &, const RenameSnapshot &) = default;
};

enum class Protection { Off, On };

struct ProtectSnapshot
{
    SnapshotKey snapshot;
    Protection protection = Protection::On;

    friend bool operator==(const ProtectSnapshot &, const ProtectSnapshot &) = default;
};

enum class PowerAction {
    Start,
    ShutDown, ///< asks the system; done only when the server is off
    PowerOff, ///< pulls the plug
};

struct SetPower
{
    ResourceKey server;
    PowerAction action = PowerAction::Start;

    friend bool operator==(const SetPower &, const SetPower &) = default;
};

/// Make a template of a snapshot, where the provider makes servers from nothing else.
struct SaveImage
{
    SnapshotKey snapshot;
    ResourceKey source; ///< the server that the snapshot was taken of
    QString name;
    QDateTime notBefore;

    friend bool operator==(const SaveImage &, const SaveImage &) = default;
};

/// Make a new server from a snapshot. `marker` as in TakeSnapshot. No password: an operation is
/// written down, and a secret must not be.
struct CreateServer
{
    SnapshotKey snapshot;
    ImageId image; ///< what SaveImage made before; empty where the plan has no such step
    QString name;
    ServerTypeId type;
    LocationId location;
    ProjectId project;
    QString sshKey; ///< a public key, "ssh-ed25519 AAAA... comment"; empty: the snapshot's own
    QString marker;
    QDateTime notBefore;

    friend bool operator==(const CreateServer &, const CreateServer &) = default;
};

/// Make a new volume from a snapshot of a volume. `marker` as in TakeSnapshot.
struct CreateVolume
{
    SnapshotKey snapshot;
    QString name;
    qint64 sizeBytes = 0; ///< 0: as large as the snapshot's disk
    LocationId location;
    ProjectId project;
    QString marker;
    QDateTime notBefore;

    friend bool operator==(const CreateVolume &, const CreateVolume &) = default;
};

/// Everything that changes something at a provider.
using Request = std::variant<TakeSnapshot, RollBack, RemoveSnapshot, RenameSnapshot,
                             ProtectSnapshot, SetPower, SaveImage, CreateServer, CreateVolume>;

/// The account a request goes to.
[[nodiscard]] AccountId accountOf(const Request &request);

} // namespace Domain
