// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QAbstractListModel>

namespace Domain {
class Clock;
}

namespace Items {

/// The operations strip: one row an operation, newest last.
class OperationsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< Domain::OperationId
        TitleRole, ///< the resource's or snapshot's name
        TextRole, ///< what is done: taking "pre-upgrade"
        PhaseRole, ///< waiting, requested, copying 42 %, done, or what failed
        PercentRole, ///< int, or invalid: no honest number
        StateRole, ///< int of Domain::OperationState
        StepsRole, ///< QStringList: the plan in words, done steps marked
        DetailsRole, ///< the vendor's message, code and request id
    };
    Q_ENUM(Role)

    explicit OperationsModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    void set(const Domain::Operation &operation); ///< adds or updates, by id
    void remove(const Domain::OperationId &id);
    [[nodiscard]] const Domain::Operation *operation(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Domain::OperationId &id) const;
    [[nodiscard]] const QList<Domain::Operation> &all() const { return m_operations; }

private:
    QList<Domain::Operation> m_operations;
};

} // namespace Items
