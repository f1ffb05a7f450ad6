// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/operationsmodel.h"

#include "items/copyestimate.h"
#include "items/displaytext.h"
#include "items/errortext.h"
#include "items/operationtext.h"

namespace Items {

using namespace Qt::StringLiterals;
using Domain::Operation;
using Domain::OperationId;

OperationsModel::OperationsModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int OperationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_operations.size());
}

QVariant OperationsModel::data(const QModelIndex &index, int role) const
{
    const Operation *operation = this->operation(index);
    if (!operation) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1: %2, %3", "resource, what is done, how it stands")
            .arg(operationTitle(*operation), operationText(*operation), phase(*operation));
    case Qt::ToolTipRole:
        return plainToolTip(operationSteps(*operation).join(u'\n'));
    case IdRole:
        return QVariant::fromValue(operation->id);
    case TitleRole:
        return operationTitle(*operation);
    case TextRole:
        return operationText(*operation);
    case PhaseRole:
        return phase(*operation);
    case PercentRole: {
        const std::optional<int> percent = operationPercent(*operation);
        return percent ? QVariant(*percent) : QVariant();
    }
    case StateRole:
        return int(operation->state);
    case StepsRole:
        return operationSteps(*operation);
    case DetailsRole:
        return errorDetails(operation->error);
    default:
        return {};
    }
}

/// A percentage of the provider's own tells more than what is usual.
QString OperationsModel::phase(const Operation &operation) const
{
    QString phase = operationPhase(operation);
    const QString usual =
        m_estimates && isCopying(operation) ? m_estimates->phrase(operation) : QString();
    return usual.isEmpty() ? phase
                           : tr("%1 · %2", "how it stands, how long it takes").arg(phase, usual);
}

void OperationsModel::set(const Operation &operation)
{
    const QModelIndex known = indexOf(operation.id);
    if (!known.isValid()) {
        const int row = int(m_operations.size());
        beginInsertRows({}, row, row);
        m_operations.append(operation);
        endInsertRows();
        return;
    }
    if (m_operations.at(known.row()) != operation) {
        m_operations[known.row()] = operation;
        Q_EMIT dataChanged(known, known);
    }
}

void OperationsModel::remove(const OperationId &id)
{
    const QModelIndex known = indexOf(id);
    if (known.isValid()) {
        beginRemoveRows({}, known.row(), known.row());
        m_operations.removeAt(known.row());
        endRemoveRows();
    }
}

const Operation *OperationsModel::operation(const QModelIndex &index) const
{
    const bool isRow = index.isValid() && checkIndex(index, CheckIndexOption::ParentIsInvalid);
    return isRow ? &m_operations.at(index.row()) : nullptr;
}

QModelIndex OperationsModel::indexOf(const OperationId &id) const
{
    for (qsizetype i = 0; i < m_operations.size(); ++i) {
        if (m_operations.at(i).id == id) {
            return index(int(i));
        }
    }
    return {};
}

} // namespace Items
