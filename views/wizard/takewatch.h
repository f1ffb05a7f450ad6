// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QObject>

namespace Items {
class OperationsModel;
}

namespace Views {

/// Tells how the one operation stands that a dialog asked for, from the model of all of them. Never
/// from within the model's own signals, so that the listener may change the model.
class TakeWatch : public QObject
{
    Q_OBJECT

public:
    explicit TakeWatch(const Items::OperationsModel &model, QObject *parent = nullptr);

    /// From now on, until another one is watched or it is stopped.
    void watch(const Domain::OperationId &operation);
    void stop() { m_id = {}; }
    [[nodiscard]] bool isWatching() const { return !m_id.isEmpty(); }

Q_SIGNALS:
    void changed(const Domain::Operation &operation);

private:
    void lookLater();
    void look();

    const Items::OperationsModel &m_model;
    Domain::OperationId m_id;
    bool m_isLookDue = false;
};

} // namespace Views
