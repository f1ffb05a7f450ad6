// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/activity/activitydelegate.h"

#include "items/activitymodel.h"
#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QPainter>

using Items::ActivityModel;

namespace Views {

namespace {

constexpr int activityIconGap = 6;

ColourRole activityColour(ActivityModel::Tone tone)
{
    switch (tone) {
    case ActivityModel::Tone::Plain:
        return ColourRole::Text;
    case ActivityModel::Tone::Dim:
        return ColourRole::Dim;
    case ActivityModel::Tone::Good:
        return ColourRole::Take;
    case ActivityModel::Tone::Doubtful:
        return ColourRole::Rollback;
    case ActivityModel::Tone::Bad:
        break;
    }
    return ColourRole::Remove;
}

} // namespace

ActivityDelegate::ActivityDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void ActivityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    paintGround(painter, option, index);
    paintText(painter, option, index);
    painter->restore();
}

void ActivityDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option,
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
}

void ActivityDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    const auto visual = [&option](const QRect &logical) {
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    const auto tone = static_cast<ActivityModel::Tone>(index.data(ActivityModel::ToneRole).toInt());
    const QColor colour = Theme::colour(activityColour(tone));
    QRect room = option.rect.adjusted(index.column() == ActivityModel::Started ? Metrics::margin
                                                                               : Metrics::gap,
                                      0, -Metrics::gap, -1);
    const QString icon = index.data(ActivityModel::IconRole).toString();
    if (!icon.isEmpty()) {
        const QRect place(room.left(), room.top(), Metrics::iconSize, room.height());
        Icons::paint(painter, visual(place), icon, colour, Metrics::iconSize - 2);
        room.setLeft(place.right() + 1 + activityIconGap);
    }
    const QFontMetrics metrics(option.font);
    const QString text =
        metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room.width());
    QRect words(room.left(), room.top(), metrics.horizontalAdvance(text) + 1, room.height());
    if (index.data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight)) {
        words.moveRight(room.right());
    }
    constexpr int centred = Qt::AlignVCenter | Qt::AlignHCenter | Qt::TextSingleLine;
    painter->setFont(option.font);
    painter->setPen(colour);
    painter->drawText(visual(words), centred, text);
    const QString secondary = index.data(ActivityModel::SecondaryTextRole).toString();
    const QFont small = textFont(TextStyle::Small);
    const int width = QFontMetrics(small).horizontalAdvance(secondary) + 1;
    if (!secondary.isEmpty() && words.right() + 1 + width <= room.right() + 1) {
        painter->setFont(small);
        painter->setPen(Theme::colour(ColourRole::Dim));
        painter->drawText(visual(QRect(words.right() + 1, room.top(), width, room.height())),
                          centred, secondary);
    }
}

QSize ActivityDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const int icon = index.data(ActivityModel::IconRole).toString().isEmpty()
        ? 0
        : Metrics::iconSize + activityIconGap;
    return {QFontMetrics(option.font).horizontalAdvance(text) + icon + 2 * Metrics::gap,
            Metrics::rowHeight};
}

} // namespace Views
