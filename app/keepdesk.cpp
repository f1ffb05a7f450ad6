// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keepdesk.h"

#include "items/operationsmodel.h"
#include "items/snapshotmodel.h"
#include "operations/keepdates.h"

#include <algorithm>

namespace App {

using Domain::Done;
using Domain::Operation;
using Domain::Result;
using Domain::SnapshotKey;
using Domain::Step;
using Items::OperationsModel;
using Operations::KeepDates;

namespace {

/// The safety snapshot of a rollback, once it is taken and known.
std::optional<SnapshotKey> safetySnapshot(const Operation &operation)
{
    const auto step = std::ranges::find(operation.steps, Step::Role::SafetySnapshot, &Step::role);
    if (step == operation.steps.cend() || step->state != Step::State::Done || !operation.resource) {
        return std::nullopt;
    }
    const Domain::ResourceKind kind = operation.resource->kind;
    const std::optional<Domain::SnapshotId> made =
        step->task.and_then([](const Domain::RemoteTask &task) { return task.made; });
    return made.transform([&operation, kind](const Domain::SnapshotId &id) {
        return SnapshotKey{operation.account, kind, id};
    });
}

} // namespace

KeepDesk::KeepDesk(KeepDates &dates, const OperationsModel &operations,
                   Items::SnapshotModel &snapshots, QObject *parent)
    : QObject(parent)
    , m_dates(dates)
    , m_operations(operations)
    , m_snapshots(snapshots)
{
    connect(&operations, &OperationsModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { look(first, last); });
    connect(&operations, &OperationsModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                look(first.row(), last.row());
            });
}

void KeepDesk::load()
{
    m_dates.all().then(this, [this](const Result<KeepDates::Dates> &dates) {
        if (!dates) {
            Q_EMIT failed(dates.error());
            return;
        }
        for (const auto &[snapshot, until] : dates->asKeyValueRange()) {
            m_snapshots.setKeepUntil(snapshot, until);
        }
    });
}

void KeepDesk::keepUntil(const QList<SnapshotKey> &snapshots, const QDateTime &until)
{
    for (const SnapshotKey &snapshot : snapshots) {
        store(snapshot, until);
    }
}

void KeepDesk::look(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const Operation &operation = m_operations.all().at(row);
        if (m_noted.contains(operation.id)) {
            continue;
        }
        noteSafety(operation);
        noteRemoval(operation);
    }
}

/// The store works in order: before the journal holds the operation's end it holds the date.
void KeepDesk::noteSafety(const Operation &operation)
{
    if (!operation.keepUntil.isValid()) {
        return;
    }
    if (const std::optional<SnapshotKey> snapshot = safetySnapshot(operation)) {
        m_noted.insert(operation.id);
        store(*snapshot, operation.keepUntil);
    }
}

void KeepDesk::noteRemoval(const Operation &operation)
{
    const bool isRemoved = operation.kind == Domain::OperationKind::Remove
        && operation.state == Domain::OperationState::Succeeded && operation.snapshot;
    if (isRemoved) {
        m_noted.insert(operation.id);
        store(*operation.snapshot, {});
    }
}

/// The row shows what is safe on the disk.
void KeepDesk::store(const SnapshotKey &snapshot, const QDateTime &until)
{
    QFuture<Result<Done>> stored =
        until.isValid() ? m_dates.set(snapshot, until) : m_dates.clear(snapshot);
    stored.then(this, [this, snapshot, until](const Result<Done> &result) {
        if (result) {
            m_snapshots.setKeepUntil(snapshot, until);
        } else {
            Q_EMIT failed(result.error());
        }
    });
}

} // namespace App
