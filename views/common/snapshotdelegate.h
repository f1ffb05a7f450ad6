// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Views {

/// Paints the rows of the snapshot table: the account's stripe at the leading edge, main text with
/// dimmed text behind it, numbers at the trailing side, status as icon and word, the lock of a
/// protected snapshot, and hairlines. Leaves room at the end of the row for its buttons.
class SnapshotDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit SnapshotDelegate(QObject *parent = nullptr);

    /// The row under the pointer, or -1. The caller repaints.
    void setHoveredRow(int row) { m_hoveredRow = row; }
    /// Where the row begins and ends, as visual order goes.
    void setEdgeColumns(int first, int last);
    void setTrailingRoom(int pixels) { m_trailingRoom = pixels; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    struct Cell;
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;
    [[nodiscard]] Cell cellOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] int contentWidth(const QModelIndex &index) const;
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const Cell &cell) const;

    int m_hoveredRow = -1;
    int m_firstColumn = 0;
    int m_lastColumn = -1;
    int m_trailingRoom = 0;
};

} // namespace Views
