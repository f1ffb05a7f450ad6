// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QAbstractListModel>

namespace Domain {
class Clock;
}

namespace Items {

class CopyEstimates;

/// The operations strip: one row an operation, newest last.
class OperationsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< Domain::OperationId
        TitleRole, ///< the resource's or snapshot's name
        TextRole, ///< what is done: taking "pre-upgrade"
        PhaseRole, ///< waiting, requested, copying 42 %, done, or what failed; while there is no
                   ///< percentage, how long it usually takes
        PercentRole, ///< int, or invalid: no honest number
        StateRole, ///< int of Domain::OperationState
        StepsRole, ///< QStringList: the plan in words, done steps marked
        DetailsRole, ///< the vendor's message, code and request id
    };
    Q_ENUM(Role)

    explicit OperationsModel(QObject *parent = nullptr);

    /// For how long copies usually take. They must outlive the model.
    void setEstimates(const CopyEstimates &estimates) { m_estimates = &estimates; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    void set(const Domain::Operation &operation); ///< adds or updates, by id
    void remove(const Domain::OperationId &id);
    [[nodiscard]] const Domain::Operation *operation(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Domain::OperationId &id) const;
    [[nodiscard]] const QList<Domain::Operation> &all() const { return m_operations; }

private:
    [[nodiscard]] QString phase(const Domain::Operation &operation) const;

    QList<Domain::Operation> m_operations;
    const CopyEstimates *m_estimates = nullptr;
};

} // namespace Items
