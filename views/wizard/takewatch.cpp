// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/takewatch.h"

#include "items/operationsmodel.h"

namespace Views {

using Items::OperationsModel;

TakeWatch::TakeWatch(const OperationsModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    connect(&model, &OperationsModel::rowsInserted, this, &TakeWatch::lookLater);
    connect(&model, &OperationsModel::dataChanged, this, &TakeWatch::lookLater);
    connect(&model, &OperationsModel::modelReset, this, &TakeWatch::lookLater);
}

void TakeWatch::watch(const Domain::OperationId &operation)
{
    m_id = operation;
    lookLater();
}

void TakeWatch::lookLater()
{
    if (isWatching() && !m_isLookDue) {
        m_isLookDue = true;
        QMetaObject::invokeMethod(this, &TakeWatch::look, Qt::QueuedConnection);
    }
}

void TakeWatch::look()
{
    m_isLookDue = false;
    const Domain::Operation *operation =
        isWatching() ? m_model.operation(m_model.indexOf(m_id)) : nullptr;
    if (operation) {
        const Domain::Operation copy = *operation; // the listener may remove the row
        Q_EMIT changed(copy);
    }
}

} // namespace Views
