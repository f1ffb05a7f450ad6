// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/operationsdesk.h"

#include "domain/clock.h"
#include "domain/cloudprovider.h"
#include "domain/deferred.h"
#include "inventory/inventory.h"
#include "items/operationsmodel.h"
#include "items/snapshotmodel.h"
#include "operations/operationrunner.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace App {

using namespace std::chrono_literals;
using Domain::Operation;
using Domain::OperationKind;

OperationsDesk::OperationsDesk(Inventory::Inventory &inventory, Operations::OperationRunner &runner,
                               Items::OperationsModel &operations, Items::SnapshotModel &snapshots,
                               Domain::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_inventory(inventory)
    , m_runner(runner)
    , m_operations(operations)
    , m_snapshots(snapshots)
    , m_clock(clock)
{
    using Operations::OperationRunner;
    connect(&runner, &OperationRunner::started, this, &OperationsDesk::update);
    connect(&runner, &OperationRunner::changed, this, &OperationsDesk::update);
    connect(&runner, &OperationRunner::ended, this, &OperationsDesk::finish);
    connect(&runner, &OperationRunner::removed, this,
            [this](const Domain::OperationId &id) { m_operations.remove(id); });
    using Inventory::Inventory;
    connect(&inventory, &Inventory::accountAdded, this, &OperationsDesk::noteFreshness);
    connect(&inventory, &Inventory::stateChanged, this, &OperationsDesk::noteFreshness);
    connect(&inventory, &Inventory::accountRemoved, &runner, &OperationRunner::reconsider);
}

/// Operations may be waiting for the account: for its provider, or for a credential that works.
void OperationsDesk::noteFreshness(const Domain::AccountId &account)
{
    const Inventory::AccountInventory *seen = m_inventory.find(account);
    const bool works = seen && seen->freshness == Inventory::Freshness::Fresh;
    const bool worked = m_works.contains(account);
    if (works && !worked) {
        m_works.insert(account);
        m_runner.accountWorks(account);
        return;
    }
    if (!works) {
        m_works.remove(account);
    }
    m_runner.reconsider(account);
}

Operations::PlanIdentity OperationsDesk::newIdentity() const
{
    return {{QUuid::createUuid().toString(QUuid::WithoutBraces)}, m_clock.now()};
}

Domain::Capabilities OperationsDesk::capabilitiesOf(const Domain::AccountId &account) const
{
    const Inventory::AccountInventory *seen = m_inventory.find(account);
    return seen ? seen->capabilities : Domain::Capabilities();
}

/// Under the intent's own id, refused or not: whoever asked waits for an answer.
void OperationsDesk::take(const Operations::TakeIntent &intent)
{
    const Domain::ResourceKey &source = intent.source;
    const Domain::Resource *resource = m_inventory.findResource(source);
    Operation attempt;
    attempt.id = intent.id;
    attempt.kind = OperationKind::Take;
    attempt.account = source.account;
    attempt.resource = source;
    attempt.resourceName = resource ? resource->name : source.id.value;
    attempt.snapshotName = intent.name;
    if (!resource) {
        startOrShow(Domain::failure(Domain::ErrorKind::NotFound,
                                    QStringLiteral("It has gone since it was chosen.")),
                    attempt);
        return;
    }
    startOrShow(Operations::planTake({*resource, intent.name, intent.stop, intent.purchase},
                                     capabilitiesOf(source.account), {intent.id, m_clock.now()}),
                attempt);
}

void OperationsDesk::rollBack(const Domain::SnapshotKey &snapshot,
                              const Domain::ResourceKey &target,
                              const std::optional<Operations::SafetyOrder> &safety)
{
    const Domain::Snapshot *from = m_inventory.findSnapshot(snapshot);
    const Domain::Resource *resource = m_inventory.findResource(target);
    if (!from || !resource) {
        return;
    }
    Operation attempt;
    attempt.kind = OperationKind::RollBack;
    attempt.account = snapshot.account;
    attempt.resource = target;
    attempt.resourceName = resource->name;
    attempt.snapshot = snapshot;
    attempt.snapshotName = from->name;
    startOrShow(Operations::planRollBack({*resource, *from, safety},
                                         capabilitiesOf(snapshot.account), newIdentity()),
                attempt);
}

/// Of snapshot and source as they are now: the order was put together a while ago.
void OperationsDesk::createServer(const Operations::CreateServerOrder &order)
{
    const Domain::SnapshotKey &key = order.snapshot.key;
    const Domain::Snapshot *snapshot = m_inventory.findSnapshot(key);
    Operation attempt;
    attempt.kind = OperationKind::CreateServer;
    attempt.account = key.account;
    attempt.resourceName = order.name;
    attempt.snapshot = key;
    attempt.snapshotName = order.snapshot.name;
    if (!snapshot) {
        startOrShow(Domain::failure(Domain::ErrorKind::NotFound,
                                    QStringLiteral("It has gone since it was chosen.")),
                    attempt);
        return;
    }
    Operations::CreateServerOrder current = order;
    current.snapshot = *snapshot;
    current.source.reset();
    const Domain::Resource *source =
        snapshot->source ? m_inventory.findResource(*snapshot->source) : nullptr;
    if (source) {
        current.source = *source;
    }
    startOrShow(Operations::planCreateServer(current, capabilitiesOf(key.account), newIdentity()),
                attempt);
}

/// As it is now, likewise.
void OperationsDesk::createVolume(const Operations::CreateVolumeOrder &order)
{
    const Domain::SnapshotKey &key = order.snapshot.key;
    const Domain::Snapshot *snapshot = m_inventory.findSnapshot(key);
    Operation attempt;
    attempt.kind = OperationKind::CreateVolume;
    attempt.account = key.account;
    attempt.resourceName = order.name;
    attempt.snapshot = key;
    attempt.snapshotName = order.snapshot.name;
    if (!snapshot) {
        startOrShow(Domain::failure(Domain::ErrorKind::NotFound,
                                    QStringLiteral("It has gone since it was chosen.")),
                    attempt);
        return;
    }
    Operations::CreateVolumeOrder current = order;
    current.snapshot = *snapshot;
    startOrShow(Operations::planCreateVolume(current, capabilitiesOf(key.account), newIdentity()),
                attempt);
}

QFuture<Domain::Result<QList<Domain::ServerType>>> OperationsDesk::listServerTypes(
    const Domain::AccountId &account) const
{
    Domain::CloudProvider *provider = m_inventory.provider(account);
    return provider
        ? provider->listServerTypes()
        : Domain::settled<QList<Domain::ServerType>>(Domain::failure(
              Domain::ErrorKind::NoConnection, QStringLiteral("The account is not connected.")));
}

void OperationsDesk::remove(const QList<Domain::SnapshotKey> &snapshots)
{
    const std::chrono::milliseconds window = m_undoWindow ? m_undoWindow() : 0ms;
    for (const Domain::SnapshotKey &key : snapshots) {
        const Domain::Snapshot *snapshot = m_inventory.findSnapshot(key);
        if (!snapshot) {
            continue;
        }
        Operation attempt;
        attempt.kind = OperationKind::Remove;
        attempt.account = key.account;
        attempt.snapshot = key;
        attempt.snapshotName = snapshot->name;
        Domain::Result<Operation> plan =
            Operations::planRemove({*snapshot}, capabilitiesOf(key.account), newIdentity());
        if (plan && window > 0ms) {
            plan->hold = Domain::Hold::Undo;
            plan->heldUntil = m_clock.now().addDuration(window);
        }
        startOrShow(plan, attempt);
    }
}

void OperationsDesk::undo(const QList<Domain::OperationId> &removals)
{
    for (const Domain::OperationId &id : removals) {
        m_runner.cancel(id);
    }
}

void OperationsDesk::sendNow(const QList<Domain::OperationId> &removals)
{
    for (const Domain::OperationId &id : removals) {
        m_runner.release(id);
    }
}

void OperationsDesk::rename(const Domain::SnapshotKey &snapshot, const QString &name)
{
    const Domain::Snapshot *renamed = m_inventory.findSnapshot(snapshot);
    if (!renamed || renamed->name == name) {
        return;
    }
    Operation attempt;
    attempt.kind = OperationKind::Rename;
    attempt.account = snapshot.account;
    attempt.snapshot = snapshot;
    attempt.snapshotName = renamed->name;
    startOrShow(
        Operations::planRename({*renamed, name}, capabilitiesOf(snapshot.account), newIdentity()),
        attempt);
}

void OperationsDesk::protect(const Domain::SnapshotKey &snapshot, Domain::Protection protection)
{
    const Domain::Snapshot *target = m_inventory.findSnapshot(snapshot);
    if (!target) {
        return;
    }
    Operation attempt;
    attempt.kind = OperationKind::Protect;
    attempt.account = snapshot.account;
    attempt.snapshot = snapshot;
    attempt.snapshotName = target->name;
    startOrShow(Operations::planProtect({*target, protection}, capabilitiesOf(snapshot.account),
                                        newIdentity()),
                attempt);
}

void OperationsDesk::startServer(const Domain::ResourceKey &server)
{
    const Domain::Resource *resource = m_inventory.findResource(server);
    Operation attempt;
    attempt.kind = OperationKind::Power;
    attempt.account = server.account;
    attempt.resource = server;
    attempt.resourceName = resource ? resource->name : server.id.value;
    if (!resource) {
        startOrShow(Domain::failure(Domain::ErrorKind::NotFound,
                                    QStringLiteral("It is not in the list of servers.")),
                    attempt);
        return;
    }
    startOrShow(Operations::planPower({*resource, Domain::PowerAction::Start},
                                      capabilitiesOf(server.account), newIdentity()),
                attempt);
}

/// Some providers tell of a snapshot by its source's id alone. The name outlives the source.
Operation OperationsDesk::named(Operation operation) const
{
    const Domain::Resource *resource = operation.resource && operation.resourceName.isEmpty()
        ? m_inventory.findResource(*operation.resource)
        : nullptr;
    if (resource) {
        operation.resourceName = resource->name;
    }
    return operation;
}

/// A plan that is refused is shown like an operation that failed: in one place, in the same words.
void OperationsDesk::startOrShow(const Domain::Result<Operation> &plan, Operation attempt)
{
    if (plan) {
        m_runner.start(named(*plan));
        return;
    }
    const Operations::PlanIdentity identity = newIdentity();
    if (attempt.id.isEmpty()) {
        attempt.id = identity.id;
    }
    attempt.started = identity.now;
    attempt.ended = identity.now;
    attempt.state = Domain::OperationState::Failed;
    attempt.error = plan.error();
    m_operations.set(attempt);
}

void OperationsDesk::update(const Domain::OperationId &id)
{
    const Operation *operation = m_runner.find(id);
    if (!operation) {
        return;
    }
    m_operations.set(*operation);
    if (operation->isOver()) {
        return;
    }
    // The step before it has changed something: the server is off, a safety snapshot is there.
    if (std::exchange(m_steps[id], operation->current) != operation->current) {
        m_inventory.refreshObjects(operation->account);
    }
    const bool isCreation = operation->kind == OperationKind::CreateServer
        || operation->kind == OperationKind::CreateVolume;
    if (operation->resource && isCreation) {
        listOnce(*operation);
    }
    if (operation->snapshot && operation->kind == OperationKind::Take) {
        listOnce(*operation);
        const Domain::Step &step = operation->steps.at(operation->current);
        m_snapshots.setPercent(*operation->snapshot, step.percent);
    }
}

/// What is being made is shown as soon as it is known.
void OperationsDesk::listOnce(const Operation &operation)
{
    if (!m_listed.contains(operation.id)) {
        m_listed.insert(operation.id);
        m_inventory.refreshObjects(operation.account);
    }
}

/// One removal of many: the lists are read again after the last.
bool OperationsDesk::isMoreRemoved(const Operation &over) const
{
    return over.kind == OperationKind::Remove
        && std::ranges::any_of(m_runner.operations(), [&over](const Operation &other) {
               return other.kind == OperationKind::Remove && other.account == over.account
                   && !other.isOver();
           });
}

void OperationsDesk::finish(const Domain::OperationId &id)
{
    const Operation *operation = m_runner.find(id);
    if (!operation) {
        return;
    }
    const Operation over = *operation;
    const bool isTakenBack =
        over.state == Domain::OperationState::Cancelled && over.heldUntil.isValid();
    if (isTakenBack) {
        m_operations.remove(id);
        return;
    }
    m_operations.set(over);
    m_steps.remove(id);
    m_listed.remove(id);
    if (over.snapshot) {
        m_snapshots.setPercent(*over.snapshot, std::nullopt);
    }
    if (over.error.kind == Domain::ErrorKind::ReadOnlyCredential) {
        m_inventory.markReadOnly(over.account);
    }
    if (over.kind == OperationKind::Remove && over.state == Domain::OperationState::Succeeded
        && over.snapshot) {
        m_inventory.dropSnapshot(*over.snapshot);
    }
    if (!isMoreRemoved(over)) {
        m_inventory.refreshObjects(over.account);
    }
    if (over.isPasswordLost && over.state == Domain::OperationState::Succeeded) {
        Q_EMIT passwordLost(over.resourceName);
    }
    if (over.hasPassword) {
        Q_EMIT passwordArrived(over.resourceName, m_runner.takePassword(id));
    }
}

} // namespace App
