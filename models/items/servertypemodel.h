// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/choicerole.h"
#include "items/newserverdraft.h"

#include <QAbstractTableModel>

namespace Items {

/// Server types to choose one of, in the order given. Merged by id, so that the current row stays.
/// What does not fit can be gone to, to read why, but not selected.
class ServerTypeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Cores, Memory, Disk, Price, ColumnCount };
    Q_ENUM(Column)

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    void merge(const QList<ServerTypeChoice> &types);

private:
    [[nodiscard]] static QString text(const ServerTypeChoice &choice, int column);
    [[nodiscard]] static QString spoken(const ServerTypeChoice &choice);

    QList<ServerTypeChoice> m_types;
};

} // namespace Items
