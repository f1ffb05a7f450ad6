// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Views {

/// Paints the rows of the activity in the look of the other tables: an icon, main text with dimmed
/// text behind it, numbers at the trailing side, hairlines.
class ActivityDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ActivityDelegate(QObject *parent = nullptr);

    /// The row under the pointer, or -1. The caller repaints.
    void setHoveredRow(int row) { m_hoveredRow = row; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const;
    static void paintText(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index);

    int m_hoveredRow = -1;
};

} // namespace Views
