// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/operation.h"
#include "domain/resource.h"
#include "domain/servertype.h"
#include "domain/snapshot.h"

#include <QDateTime>

namespace Operations {

enum class StopServer { No, Yes };

/// What is bought where the provider sells snapshots by plan and billing cycle.
struct Purchase
{
    Domain::PlanId plan;
    Domain::BillingCycleId cycle;

    friend bool operator==(const Purchase &, const Purchase &) = default;
};

/// What the person asked for, before it is a plan.
struct TakeOrder
{
    Domain::Resource source;
    QString name;
    StopServer stop = StopServer::No; ///< stop, take, start again; only where the server runs
    Purchase purchase = {};
};

/// A snapshot of the target as it is, taken before it is overwritten.
struct SafetyOrder
{
    QString name;
    Purchase purchase = {};
    QDateTime keepUntil = {}; ///< UTC; then its removal is proposed. Invalid: for good

    friend bool operator==(const SafetyOrder &, const SafetyOrder &) = default;
};

/// Where the safety snapshot fails, nothing is rolled back.
struct RollBackOrder
{
    Domain::Resource target;
    Domain::Snapshot snapshot;
    std::optional<SafetyOrder> safety = {};
};

struct RemoveOrder
{
    Domain::Snapshot snapshot;
};

struct RenameOrder
{
    Domain::Snapshot snapshot;
    QString name;
};

struct ProtectOrder
{
    Domain::Snapshot snapshot;
    Domain::Protection protection = Domain::Protection::On;
};

/// A new server from a snapshot.
struct CreateServerOrder
{
    Domain::Snapshot snapshot;
    std::optional<Domain::Resource> source; ///< of the snapshot, while it is there
    QString name;
    Domain::ServerType type;
    Domain::LocationId location;
    QString sshKey = {}; ///< public; needed only where the capabilities say so
};

/// A new volume from a snapshot of a volume.
struct CreateVolumeOrder
{
    Domain::Snapshot snapshot;
    QString name;
    qint64 sizeBytes = 0; ///< 0: as large as the snapshot's disk
    Domain::LocationId location = {}; ///< empty: the snapshot's own
};

/// What the person asks for alone; a plan's own steps need no order.
struct PowerOrder
{
    Domain::Resource server;
    Domain::PowerAction action = Domain::PowerAction::Start;
};

/// The identity of a plan: ids and time come from outside so that planning stays a pure function.
struct PlanIdentity
{
    Domain::OperationId id;
    QDateTime now; ///< UTC
};

/// Plans are pure functions of (order, capabilities, state in the order). They check nothing that
/// only the provider knows; what the capabilities exclude is refused with Unsupported, a name
/// against their rule with InvalidInput, what the state excludes with Conflict, Protected or
/// Locked. Where the capabilities want the server on or off, the plan brings it there before and
/// back afterwards, even after a failure.
[[nodiscard]] Domain::Result<Domain::Operation> planTake(const TakeOrder &order,
                                                         const Domain::Capabilities &capabilities,
                                                         const PlanIdentity &identity);
[[nodiscard]] Domain::Result<Domain::Operation> planRollBack(
    const RollBackOrder &order, const Domain::Capabilities &capabilities,
    const PlanIdentity &identity);
[[nodiscard]] Domain::Result<Domain::Operation> planRemove(const RemoveOrder &order,
                                                           const Domain::Capabilities &capabilities,
                                                           const PlanIdentity &identity);
[[nodiscard]] Domain::Result<Domain::Operation> planRename(const RenameOrder &order,
                                                           const Domain::Capabilities &capabilities,
                                                           const PlanIdentity &identity);
[[nodiscard]] Domain::Result<Domain::Operation> planProtect(
    const ProtectOrder &order, const Domain::Capabilities &capabilities,
    const PlanIdentity &identity);
/// Where the provider makes servers from templates only, one is saved first.
[[nodiscard]] Domain::Result<Domain::Operation> planCreateServer(
    const CreateServerOrder &order, const Domain::Capabilities &capabilities,
    const PlanIdentity &identity);
[[nodiscard]] Domain::Result<Domain::Operation> planCreateVolume(
    const CreateVolumeOrder &order, const Domain::Capabilities &capabilities,
    const PlanIdentity &identity);
/// A server that is so already by the time is left alone.
[[nodiscard]] Domain::Result<Domain::Operation> planPower(const PowerOrder &order,
                                                          const Domain::Capabilities &capabilities,
                                                          const PlanIdentity &identity);

} // namespace Operations
