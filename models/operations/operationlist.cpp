// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/operationlist.h"

#include <QSet>

#include <algorithm>

namespace Operations {

using Domain::Operation;
using Domain::OperationId;

const Operation *OperationList::find(const OperationId &id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_operations.at(index);
}

const Operation *OperationList::findOpen(const OperationId &id) const
{
    const Operation *operation = find(id);
    return operation && !operation->isOver() ? operation : nullptr;
}

QList<OperationId> OperationList::openOf(const Domain::AccountId &account) const
{
    QList<OperationId> ids;
    for (const Operation &operation : m_operations) {
        if (operation.account == account && !operation.isOver()) {
            ids.append(operation.id);
        }
    }
    return ids;
}

std::optional<OperationId> OperationList::nextToRun() const
{
    QSet<Domain::ResourceKey> resources;
    QSet<Domain::SnapshotKey> snapshots;
    for (const Operation &operation : m_operations) {
        if (operation.isOver()) {
            continue;
        }
        const bool isBehind = (operation.resource && resources.contains(*operation.resource))
            || (operation.snapshot && snapshots.contains(*operation.snapshot));
        const bool isHeld = operation.hold != Domain::Hold::None;
        if (operation.state == Domain::OperationState::Waiting && !isBehind && !isHeld) {
            return operation.id;
        }
        if (operation.resource) {
            resources.insert(*operation.resource);
        }
        if (operation.snapshot) {
            snapshots.insert(*operation.snapshot);
        }
    }
    return std::nullopt;
}

void OperationList::add(const Operation &operation)
{
    Q_ASSERT(!find(operation.id));
    m_operations.append(operation);
}

void OperationList::change(const OperationId &id, const std::function<void(Operation &)> &edit)
{
    const qsizetype index = indexOf(id);
    if (index < 0) {
        return;
    }
    Operation edited = m_operations.at(index);
    edit(edited);
    if (edited != m_operations.at(index)) {
        m_operations[index] = edited;
        Q_EMIT changed(id);
    }
}

QList<OperationId> OperationList::takeIf(const std::function<bool(const Operation &)> &isUnwanted)
{
    QList<OperationId> ids;
    m_operations.removeIf([&](const Operation &operation) {
        const bool isTaken = isUnwanted(operation);
        if (isTaken) {
            ids.append(operation.id);
        }
        return isTaken;
    });
    return ids;
}

qsizetype OperationList::indexOf(const OperationId &id) const
{
    const auto found = std::ranges::find(m_operations, id, &Operation::id);
    return found == m_operations.cend() ? -1 : std::distance(m_operations.cbegin(), found);
}

} // namespace Operations
