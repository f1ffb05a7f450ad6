// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Views {

/// Paints one node of the tree: headings, an account's dot, names, and at the trailing side the
/// count or the age, where the name leaves room for it. A warning stays as an icon; what it says is
/// in the tooltip. The pill of the selection is the view's, since it goes under the branches too.
class TreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TreeDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;
    /// Paints the trailing text, unless it needs room before `nameEnd`, and answers where it
    /// begins.
    int paintTrailing(QPainter *painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index, int nameEnd) const;
    /// Paints dot or icon and answers where the name begins.
    int paintMark(QPainter *painter, const QStyleOptionViewItem &option,
                  const QModelIndex &index) const;
};

} // namespace Views
