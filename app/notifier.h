// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QSet>
#include <QTimer>

#include <functional>

namespace Items {
class OperationsModel;
}

namespace App {

class DesktopMessages;

/// Tells the desktop when an operation that is worth it ends and nobody looks at the window.
/// Several that end together are told as one.
class Notifier : public QObject
{
    Q_OBJECT

public:
    /// Asked at the end of an operation: whether the person wants to be told and does not see it.
    using IsWanted = std::function<bool()>;

    /// Model and messages must outlive the notifier.
    Notifier(const Items::OperationsModel &operations, DesktopMessages &messages, IsWanted isWanted,
             QObject *parent = nullptr);

private:
    void look(int first, int last);
    void tell();

    const Items::OperationsModel &m_operations;
    DesktopMessages &m_messages;
    IsWanted m_isWanted;
    QSet<Domain::OperationId> m_open; ///< seen while they were not over
    QList<Domain::Operation> m_ended; ///< to be told
    QTimer m_pause;
};

} // namespace App
