// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/choicerole.h"
#include "items/takechoices.h"

#include <QAbstractItemModel>

#include <memory>

namespace Items {

/// Servers, below each the volumes that are attached to it, then the volumes that are not. Merged
/// by key, so that the current row stays across a refresh. What can't be snapshotted can be gone
/// to, to read why, but not selected.
class SourceTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Size, AttachedTo, State, ColumnCount };
    Q_ENUM(Column)

    explicit SourceTreeModel(QObject *parent = nullptr);
    ~SourceTreeModel() override;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    void merge(const QList<SourceChoice> &sources);

private:
    struct Node;
    [[nodiscard]] const Node *nodeAt(const QModelIndex &index) const;
    [[nodiscard]] static QString text(const Node &node, int column);
    [[nodiscard]] static QString spoken(const Node &node);
    void mergeChildren(Node &node, const QModelIndex &index, const Node &wanted);

    std::unique_ptr<Node> m_root;
};

} // namespace Items
