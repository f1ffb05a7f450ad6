// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/planner.h"

#include "domain/serverfit.h"

#include <QRegularExpression>

namespace Operations {

using namespace Qt::StringLiterals;
using Domain::Capabilities;
using Domain::Done;
using Domain::ErrorKind;
using Domain::failure;
using Domain::KindCapabilities;
using Domain::Operation;
using Domain::OperationKind;
using Domain::PowerAction;
using Domain::PowerRule;
using Domain::PowerState;
using Domain::Resource;
using Domain::ResourceKey;
using Domain::ResourceKind;
using Domain::Result;
using Domain::ServerFit;
using Domain::Snapshot;
using Domain::SnapshotStatus;
using Domain::Step;

namespace {

/// The server whose power counts: the resource itself, or the one a volume is attached to.
std::optional<ResourceKey> serverOf(const Resource &resource)
{
    return resource.key.kind == ResourceKind::Server ? resource.key : resource.attachedTo;
}

/// What has to be done to the server's power first; nothing where it fits. Where the power is not
/// known the step is planned: the runner looks, and leaves out what is so already.
Result<std::optional<PowerAction>> powerChange(const Resource &resource, PowerRule rule,
                                               const Capabilities &capabilities)
{
    const bool isStopped = resource.power == PowerState::Stopped || !serverOf(resource);
    const bool isRunning = resource.power == PowerState::Running && serverOf(resource);
    if (rule == PowerRule::Any || (rule == PowerRule::Running && isRunning)
        || (rule == PowerRule::Stopped && isStopped)) {
        return std::nullopt;
    }
    if (!serverOf(resource)) {
        return failure(ErrorKind::Conflict, u"The volume is not attached to a server."_s);
    }
    if (resource.power == PowerState::Changing) {
        return failure(ErrorKind::Conflict, u"The server is being switched on or off."_s);
    }
    if (!capabilities.canPower) {
        return failure(ErrorKind::Conflict,
                       rule == PowerRule::Stopped ? u"The server has to be switched off first."_s
                                                  : u"The server has to be switched on first."_s);
    }
    return rule == PowerRule::Stopped ? PowerAction::ShutDown : PowerAction::Start;
}

Step powerStep(const ResourceKey &server, PowerAction action)
{
    Step step;
    step.request = Domain::SetPower{server, action};
    step.role = action == PowerAction::Start ? Step::Role::StartServer : Step::Role::StopServer;
    return step;
}

/// The main step, with the server brought into the state it needs before and back afterwards.
QList<Step> stepsAround(const Domain::Request &request, const Resource &resource,
                        std::optional<PowerAction> change)
{
    Step main;
    main.request = request;
    const std::optional<ResourceKey> server = serverOf(resource);
    if (!change || !server) {
        return {main};
    }
    Step back = powerStep(
        *server, *change == PowerAction::Start ? PowerAction::ShutDown : PowerAction::Start);
    back.runsAfterFailure = true;
    return {powerStep(*server, *change), main, back};
}

Result<Done> checkName(const QString &name, const Domain::NameRule &rule)
{
    const bool isMissing = rule.isRequired && name.isEmpty();
    const bool isTooLong = rule.maxLength > 0 && name.size() > rule.maxLength;
    const bool isMisspelt = !name.isEmpty() && !rule.pattern.isEmpty()
        && !QRegularExpression(QRegularExpression::anchoredPattern(rule.pattern))
                .match(name)
                .hasMatch();
    if (!isMissing && !isTooLong && !isMisspelt) {
        return Done();
    }
    auto refusal = failure(ErrorKind::InvalidInput, u"The name is not one the provider takes."_s);
    refusal.error().fields = {{u"name"_s, {}}};
    return refusal;
}

/// What the provider sells a snapshot by has not been chosen.
std::unexpected<Domain::Error> missing(const QString &field)
{
    auto refusal = failure(ErrorKind::InvalidInput, u"Nothing was chosen."_s);
    refusal.error().fields = {{field, {}}};
    return refusal;
}

/// Whether the snapshot can be worked on at all. An unknown state is the provider's to judge.
Result<Done> checkIdle(const Snapshot &snapshot)
{
    switch (snapshot.status) {
    case SnapshotStatus::Creating:
        return failure(ErrorKind::Conflict, u"The snapshot is still being made."_s);
    case SnapshotStatus::Removing:
        return failure(ErrorKind::Conflict, u"The snapshot is being removed."_s);
    case SnapshotStatus::Ready:
    case SnapshotStatus::Failed:
    case SnapshotStatus::Unknown:
        break;
    }
    return Done();
}

Result<Done> checkTake(const TakeOrder &order, const KindCapabilities &kind)
{
    if (!kind.canTake) {
        return failure(ErrorKind::Unsupported, u"No snapshots of this kind of resource."_s);
    }
    if (order.source.isLocked) {
        return failure(ErrorKind::Locked, u"Another action runs on it."_s);
    }
    if (order.source.takeObstacle != Domain::TakeObstacle::None) {
        return failure(ErrorKind::Conflict, u"The operator takes no snapshot of it now."_s);
    }
    if (kind.needsPlan && order.purchase.plan.isEmpty()) {
        return missing(u"plan"_s);
    }
    if (kind.needsBillingCycle && order.purchase.cycle.isEmpty()) {
        return missing(u"billing_cycle"_s);
    }
    if (order.stop == StopServer::Yes && kind.takeNeeds == PowerRule::Running) {
        return failure(ErrorKind::Unsupported, u"A snapshot is only taken while it runs."_s);
    }
    return checkName(order.name, kind.name);
}

Result<Done> checkFit(const Resource &target, const Snapshot &snapshot)
{
    if (snapshot.diskBytes && target.sizeBytes && *snapshot.diskBytes > *target.sizeBytes) {
        return failure(ErrorKind::Conflict, u"The disk is smaller than the one in the snapshot."_s);
    }
    if (!snapshot.architecture.isEmpty() && !target.architecture.isEmpty()
        && snapshot.architecture != target.architecture) {
        return failure(ErrorKind::Conflict, u"The snapshot is of another architecture."_s);
    }
    return Done();
}

Result<Done> checkRollBack(const RollBackOrder &order, const KindCapabilities &kind)
{
    const Resource &target = order.target;
    const Snapshot &snapshot = order.snapshot;
    if (kind.rollback == Domain::RollbackStyle::None) {
        return failure(ErrorKind::Unsupported, u"No rollback of this kind of resource."_s);
    }
    if (target.key.account != snapshot.key.account || target.key.kind != snapshot.key.kind) {
        return failure(ErrorKind::Unsupported, u"The snapshot is of another kind or account."_s);
    }
    if (target.isVolumeBacked || !snapshot.parts.isEmpty()) {
        return failure(ErrorKind::Unsupported, u"The server's disk is a volume."_s);
    }
    if (kind.rollbackNeedsDetached && target.attachedTo) {
        return failure(ErrorKind::Conflict, u"The volume is attached to a server."_s);
    }
    if (target.isRebuildProtected) {
        return failure(ErrorKind::Protected, u"Rebuild protection is on."_s);
    }
    if (target.isLocked) {
        return failure(ErrorKind::Locked, u"Another action runs on it."_s);
    }
    if (snapshot.status == SnapshotStatus::Failed) {
        return failure(ErrorKind::Conflict, u"The snapshot was not made whole."_s);
    }
    return checkIdle(snapshot).and_then(
        [&target, &snapshot](Done) { return checkFit(target, snapshot); });
}

Domain::TakeSnapshot takeRequest(const Resource &source, const QString &name,
                                 const Purchase &purchase, const PlanIdentity &identity)
{
    return {source.key,      name,          identity.id.value, identity.now, source.project,
            source.location, purchase.plan, purchase.cycle};
}

/// Before the rollback: as the server stands, or after the step that brings it into the state that
/// the rollback needs, where a snapshot needs the same.
Result<qsizetype> safetyPlace(const RollBackOrder &order, const SafetyOrder &safety,
                              const Capabilities &capabilities,
                              std::optional<PowerAction> rollbackChange)
{
    const KindCapabilities &kind = capabilities.of(order.target.key.kind);
    if (const Result<Done> check =
            checkTake({order.target, safety.name, StopServer::No, safety.purchase}, kind);
        !check) {
        return std::unexpected(check.error());
    }
    if (kind.canRollBackOnlyLatest || !kind.newerSnapshotsSurviveRollback) {
        return failure(ErrorKind::Unsupported, u"A safety snapshot would be of no use here."_s);
    }
    const Result<std::optional<PowerAction>> change =
        powerChange(order.target, kind.takeNeeds, capabilities);
    if (!change) {
        return std::unexpected(change.error());
    }
    if (*change && *change != rollbackChange) {
        return failure(ErrorKind::Conflict,
                       u"The server is not in the state that a snapshot needs."_s);
    }
    return *change ? 1 : 0;
}

Result<Done> checkServerFit(const CreateServerOrder &order)
{
    switch (fitOf(order.type, order.location, needsOf(order.snapshot, order.source))) {
    case ServerFit::Fits:
        break;
    case ServerFit::DiskTooSmall:
        return failure(ErrorKind::Conflict, u"The disk is smaller than the one in the snapshot."_s);
    case ServerFit::OtherArchitecture:
        return failure(ErrorKind::Conflict, u"The snapshot is of another architecture."_s);
    case ServerFit::NotSoldThere:
    case ServerFit::SoldOut:
        return failure(ErrorKind::Conflict, u"The server type is not to be had there."_s);
    }
    return Done();
}

Result<Done> checkCreateServer(const CreateServerOrder &order,
                               const Domain::CreateServerRules &rules)
{
    if (!rules.isPossible || order.snapshot.key.kind != ResourceKind::Server) {
        return failure(ErrorKind::Unsupported, u"No new server can be made of it here."_s);
    }
    if (order.snapshot.status == SnapshotStatus::Failed) {
        return failure(ErrorKind::Conflict, u"The snapshot was not made whole."_s);
    }
    if (rules.needsImage && !order.source) {
        return failure(ErrorKind::Conflict, u"The server that it was taken of is gone."_s);
    }
    if (rules.needsSshKey && order.sshKey.isEmpty()) {
        return missing(u"ssh_key"_s);
    }
    if (rules.onlyAtSnapshotsLocation && !order.snapshot.location.isEmpty()
        && order.snapshot.location != order.location) {
        return failure(ErrorKind::Conflict, u"The snapshot lies at another location."_s);
    }
    return checkIdle(order.snapshot)
        .and_then([&order](Done) { return checkServerFit(order); })
        .and_then([&order, &rules](Done) { return checkName(order.name, rules.name); });
}

Result<Done> checkCreateVolume(const CreateVolumeOrder &order,
                               const Domain::CreateVolumeRules &rules)
{
    const Snapshot &snapshot = order.snapshot;
    if (!rules.isPossible || snapshot.key.kind != ResourceKind::Volume) {
        return failure(ErrorKind::Unsupported, u"No new volume can be made of it here."_s);
    }
    if (snapshot.status == SnapshotStatus::Failed) {
        return failure(ErrorKind::Conflict, u"The snapshot was not made whole."_s);
    }
    const qint64 disk = snapshot.diskBytes.value_or(snapshot.sizeBytes.value_or(0));
    const bool isOtherSize = order.sizeBytes != 0 && disk != 0 && order.sizeBytes != disk;
    if (isOtherSize && (order.sizeBytes < disk || !rules.canBeLarger)) {
        return failure(ErrorKind::Conflict, u"The volume can't have that size."_s);
    }
    return checkIdle(snapshot).and_then(
        [&order, &rules](Done) { return checkName(order.name, rules.name); });
}

Operation operationOn(const Snapshot &snapshot, OperationKind kind, const PlanIdentity &identity)
{
    Operation operation;
    operation.id = identity.id;
    operation.kind = kind;
    operation.account = snapshot.key.account;
    operation.resource = snapshot.source;
    operation.resourceName = snapshot.sourceName;
    operation.snapshot = snapshot.key;
    operation.snapshotName = snapshot.name;
    operation.snapshotCreated = snapshot.created;
    operation.sizeBytes = snapshot.sizeBytes;
    operation.started = identity.now;
    return operation;
}

Operation operationOf(const Operation &blank, const Domain::Request &request)
{
    Operation operation = blank;
    Step step;
    step.request = request;
    operation.steps = {step};
    return operation;
}

} // namespace

Result<Operation> planTake(const TakeOrder &order, const Capabilities &capabilities,
                           const PlanIdentity &identity)
{
    const Resource &source = order.source;
    const KindCapabilities &kind = capabilities.of(source.key.kind);
    if (const Result<Done> check = checkTake(order, kind); !check) {
        return std::unexpected(check.error());
    }
    const bool isStopWanted =
        order.stop == StopServer::Yes && source.key.kind == ResourceKind::Server;
    const Result<std::optional<PowerAction>> change =
        powerChange(source, isStopWanted ? PowerRule::Stopped : kind.takeNeeds, capabilities);
    if (!change) {
        return std::unexpected(change.error());
    }
    Operation operation;
    operation.id = identity.id;
    operation.kind = OperationKind::Take;
    operation.account = source.key.account;
    operation.resource = source.key;
    operation.resourceName = source.name;
    operation.snapshotName = order.name;
    operation.sizeBytes = source.sizeBytes;
    operation.started = identity.now;
    operation.steps =
        stepsAround(takeRequest(source, order.name, order.purchase, identity), source, *change);
    return operation;
}

Result<Operation> planRollBack(const RollBackOrder &order, const Capabilities &capabilities,
                               const PlanIdentity &identity)
{
    const KindCapabilities &kind = capabilities.of(order.target.key.kind);
    if (const Result<Done> check = checkRollBack(order, kind); !check) {
        return std::unexpected(check.error());
    }
    const Result<std::optional<PowerAction>> change =
        powerChange(order.target, kind.rollbackNeeds, capabilities);
    if (!change) {
        return std::unexpected(change.error());
    }
    Operation operation = operationOn(order.snapshot, OperationKind::RollBack, identity);
    operation.resource = order.target.key;
    operation.resourceName = order.target.name;
    operation.steps =
        stepsAround(Domain::RollBack{order.target.key, order.snapshot.key, identity.now},
                    order.target, *change);
    if (order.safety) {
        const Result<qsizetype> place = safetyPlace(order, *order.safety, capabilities, *change);
        if (!place) {
            return std::unexpected(place.error());
        }
        Step step;
        step.request =
            takeRequest(order.target, order.safety->name, order.safety->purchase, identity);
        step.role = Step::Role::SafetySnapshot;
        operation.steps.insert(*place, step);
        operation.keepUntil = order.safety->keepUntil;
    }
    return operation;
}

Result<Operation> planRemove(const RemoveOrder &order, const Capabilities &capabilities,
                             const PlanIdentity &identity)
{
    const Snapshot &snapshot = order.snapshot;
    if (!capabilities.of(snapshot.key.kind).canRemove) {
        return failure(ErrorKind::Unsupported, u"Snapshots can't be removed here."_s);
    }
    if (snapshot.isProtected) {
        return failure(ErrorKind::Protected, u"Deletion protection is on."_s);
    }
    if (snapshot.isInUse) {
        return failure(ErrorKind::Conflict, u"Its source runs on it."_s);
    }
    return checkIdle(snapshot).transform([&snapshot, &identity](Done) {
        return operationOf(operationOn(snapshot, OperationKind::Remove, identity),
                           Domain::RemoveSnapshot{snapshot.key});
    });
}

Result<Operation> planRename(const RenameOrder &order, const Capabilities &capabilities,
                             const PlanIdentity &identity)
{
    const Snapshot &snapshot = order.snapshot;
    const KindCapabilities &kind = capabilities.of(snapshot.key.kind);
    if (!kind.canRename) {
        return failure(ErrorKind::Unsupported, u"Snapshots can't be renamed here."_s);
    }
    if (snapshot.status == SnapshotStatus::Removing) {
        return failure(ErrorKind::Conflict, u"The snapshot is being removed."_s);
    }
    return checkName(order.name, kind.name).transform([&order, &identity](Done) {
        return operationOf(operationOn(order.snapshot, OperationKind::Rename, identity),
                           Domain::RenameSnapshot{order.snapshot.key, order.name});
    });
}

Result<Operation> planProtect(const ProtectOrder &order, const Capabilities &capabilities,
                              const PlanIdentity &identity)
{
    const Snapshot &snapshot = order.snapshot;
    if (!capabilities.of(snapshot.key.kind).canProtect) {
        return failure(ErrorKind::Unsupported, u"Snapshots can't be protected here."_s);
    }
    if (snapshot.status == SnapshotStatus::Removing) {
        return failure(ErrorKind::Conflict, u"The snapshot is being removed."_s);
    }
    return operationOf(operationOn(snapshot, OperationKind::Protect, identity),
                       Domain::ProtectSnapshot{snapshot.key, order.protection});
}

Result<Operation> planCreateServer(const CreateServerOrder &order, const Capabilities &capabilities,
                                   const PlanIdentity &identity)
{
    if (const Result<Done> check = checkCreateServer(order, capabilities.createServer); !check) {
        return std::unexpected(check.error());
    }
    Operation operation = operationOn(order.snapshot, OperationKind::CreateServer, identity);
    operation.resource.reset();
    operation.resourceName = order.name;
    operation.sizeBytes = order.snapshot.sizeBytes;
    if (capabilities.createServer.needsImage && order.source) {
        Step image;
        image.request =
            Domain::SaveImage{order.snapshot.key, order.source->key, order.name, identity.now};
        image.role = Step::Role::SaveImage;
        operation.steps.append(image);
    }
    Step main;
    main.request = Domain::CreateServer{
        order.snapshot.key,     {},           order.name,        order.type.id, order.location,
        order.snapshot.project, order.sshKey, identity.id.value, identity.now};
    operation.steps.append(main);
    return operation;
}

Result<Operation> planCreateVolume(const CreateVolumeOrder &order, const Capabilities &capabilities,
                                   const PlanIdentity &identity)
{
    const Snapshot &snapshot = order.snapshot;
    return checkCreateVolume(order, capabilities.createVolume)
        .transform([&order, &snapshot, &identity](Done) {
            Operation operation = operationOn(snapshot, OperationKind::CreateVolume, identity);
            operation.resource.reset();
            operation.resourceName = order.name;
            return operationOf(
                operation,
                Domain::CreateVolume{snapshot.key, order.name, order.sizeBytes,
                                     order.location.isEmpty() ? snapshot.location : order.location,
                                     snapshot.project, identity.id.value, identity.now});
        });
}

Result<Operation> planPower(const PowerOrder &order, const Capabilities &capabilities,
                            const PlanIdentity &identity)
{
    const Resource &server = order.server;
    if (!capabilities.canPower || server.key.kind != ResourceKind::Server) {
        return failure(ErrorKind::Unsupported, u"It can't be switched on or off here."_s);
    }
    Operation operation;
    operation.id = identity.id;
    operation.kind = OperationKind::Power;
    operation.account = server.key.account;
    operation.resource = server.key;
    operation.resourceName = server.name;
    operation.started = identity.now;
    operation.steps = {powerStep(server.key, order.action)};
    return operation;
}

} // namespace Operations
