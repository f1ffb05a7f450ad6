// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QObject>

#include <functional>

namespace Operations {

/// The operations of this run of the program. Their state changes here and nowhere else.
class OperationList : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const QList<Domain::Operation> &all() const { return m_operations; }
    [[nodiscard]] const Domain::Operation *find(const Domain::OperationId &id) const;
    /// Like find(), but only while the operation is not over.
    [[nodiscard]] const Domain::Operation *findOpen(const Domain::OperationId &id) const;
    [[nodiscard]] QList<Domain::OperationId> openOf(const Domain::AccountId &account) const;
    /// The oldest waiting operation that nothing holds and that shares no resource and no snapshot
    /// with an older open one.
    [[nodiscard]] std::optional<Domain::OperationId> nextToRun() const;

    void add(const Domain::Operation &operation);
    void change(const Domain::OperationId &id,
                const std::function<void(Domain::Operation &)> &edit);
    [[nodiscard]] QList<Domain::OperationId> takeIf(
        const std::function<bool(const Domain::Operation &)> &isUnwanted);

Q_SIGNALS:
    void changed(const Domain::OperationId &id);

private:
    [[nodiscard]] qsizetype indexOf(const Domain::OperationId &id) const;

    QList<Domain::Operation> m_operations; ///< oldest first
};

} // namespace Operations
