// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Views {

/// Paints a row that is one of several answers: the mark of a radio button, icon, text with dimmed
/// text behind it, and at the end what there is to know, or why it can't be chosen.
class ChoiceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;
    void paintFirst(QPainter *painter, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;
    /// Paints mark and icon and answers where the text begins.
    int paintMark(QPainter *painter, const QStyleOptionViewItem &option,
                  const QModelIndex &index) const;
    /// Paints what stands at the end of the row and answers where it begins.
    int paintTrailing(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index, int left) const;
    void paintFact(QPainter *painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
};

} // namespace Views
