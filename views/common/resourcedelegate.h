// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Views {

/// Paints the rows of the table of servers and volumes in the look of the table of snapshots: the
/// account's stripe, an icon, main text with dimmed text behind it, numbers at the trailing side,
/// hairlines. Leaves room at the end of the row for its button.
class ResourceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ResourceDelegate(QObject *parent = nullptr);

    /// The row under the pointer, or -1. The caller repaints.
    void setHoveredRow(int row) { m_hoveredRow = row; }
    void setLastColumn(int column) { m_lastColumn = column; }
    void setTrailingRoom(int pixels) { m_trailingRoom = pixels; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;
    void paintText(QPainter *painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;

    int m_hoveredRow = -1;
    int m_lastColumn = -1;
    int m_trailingRoom = 0;
};

} // namespace Views
