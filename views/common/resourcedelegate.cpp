// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/resourcedelegate.h"

#include "items/resourcemodel.h"
#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QAbstractItemView>
#include <QPainter>

using Items::ResourceModel;

namespace Views {

namespace {

constexpr int cellIconGap = 6;

ColourRole roleOf(ResourceModel::Tone tone)
{
    switch (tone) {
    case ResourceModel::Tone::Plain:
        return ColourRole::Text;
    case ResourceModel::Tone::Dim:
        return ColourRole::Dim;
    case ResourceModel::Tone::Good:
        return ColourRole::Take;
    case ResourceModel::Tone::Warning:
        break;
    }
    return ColourRole::Rollback;
}

bool isCurrentRow(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->currentIndex().row() == index.row();
}

} // namespace

ResourceDelegate::ResourceDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void ResourceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    paintGround(painter, option, index);
    paintText(painter, option, index);
    painter->restore();
}

void ResourceDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    ColourRole ground = ColourRole::Base;
    if (option.state.testFlag(QStyle::State_Selected)) {
        ground = ColourRole::AccentGround;
    } else if (index.row() == m_hoveredRow) {
        ground = ColourRole::Hover;
    }
    const QRect &cell = option.rect;
    painter->fillRect(cell, Theme::colour(ground));
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1),
                      Theme::colour(ColourRole::Line));
    if (index.column() == ResourceModel::Name) {
        const QRect stripe(cell.left(), cell.top(), Metrics::accountStripe, cell.height());
        painter->fillRect(QStyle::visualRect(option.direction, cell, stripe),
                          Theme::accountColour(index.data(ResourceModel::ColourRole).toInt()));
    }
}

void ResourceDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const auto visual = [&option](const QRect &logical) {
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    const auto tone = static_cast<ResourceModel::Tone>(index.data(ResourceModel::ToneRole).toInt());
    const bool isName = index.column() == ResourceModel::Name;
    const QColor colour = Theme::colour(roleOf(tone));
    QRect room = option.rect.adjusted(
        isName ? Metrics::accountStripe + Metrics::gap + 1 : Metrics::gap, 0,
        -Metrics::gap - (index.column() == m_lastColumn ? m_trailingRoom : 0), -1);
    const QString icon = index.data(ResourceModel::IconRole).toString();
    if (!icon.isEmpty()) {
        const QRect place(room.left(), room.top(), Metrics::iconSize, room.height());
        Icons::paint(painter, visual(place), icon, isName ? Theme::colour(ColourRole::Dim) : colour,
                     Metrics::iconSize - 2);
        room.setLeft(place.right() + 1 + cellIconGap);
    }
    QFont font = option.font;
    if (isName && isCurrentRow(option, index)) {
        font.setWeight(QFont::DemiBold);
    }
    const QFontMetrics metrics(font);
    const QString text =
        metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room.width());
    QRect words(room.left(), room.top(), metrics.horizontalAdvance(text) + 1, room.height());
    if (index.data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight)) {
        words.moveRight(room.right());
    }
    constexpr int centred = Qt::AlignVCenter | Qt::AlignHCenter | Qt::TextSingleLine;
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(visual(words), centred, text);
    const QString secondary = index.data(ResourceModel::SecondaryTextRole).toString();
    const QFont small = textFont(TextStyle::Small);
    const int width = QFontMetrics(small).horizontalAdvance(secondary) + 1;
    if (!secondary.isEmpty() && words.right() + 1 + width <= room.right() + 1) {
        painter->setFont(small);
        painter->setPen(Theme::colour(ColourRole::Dim));
        painter->drawText(visual(QRect(words.right() + 1, room.top(), width, room.height())),
                          centred, secondary);
    }
}

QSize ResourceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const int icon = index.data(ResourceModel::IconRole).toString().isEmpty()
        ? 0
        : Metrics::iconSize + cellIconGap;
    return {QFontMetrics(option.font).horizontalAdvance(text) + icon + 2 * Metrics::gap,
            Metrics::rowHeight};
}

} // namespace Views
