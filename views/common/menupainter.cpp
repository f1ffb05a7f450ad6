// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/stylepainter.h"

#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace Views::StylePainter {

namespace {

constexpr int iconColumn = Metrics::margin + Metrics::iconSize + Metrics::gap;

void separator(QPainter *painter, const QStyleOptionMenuItem &option)
{
    const QRect &around = option.rect;
    painter->fillRect(QRect(around.left() + Metrics::gap, around.center().y(),
                            around.width() - 2 * Metrics::gap, 1),
                      Theme::colour(ColourRole::Line));
}

void mark(QPainter *painter, const QStyleOptionMenuItem &option, const QRect &column)
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked) {
            Icons::paint(painter, column, u"check"_s, Theme::colour(ColourRole::Accent));
        }
    } else if (!option.icon.isNull()) {
        QRect icon(0, 0, Metrics::iconSize, Metrics::iconSize);
        icon.moveCenter(column.center());
        option.icon.paint(painter, icon, Qt::AlignCenter,
                          isEnabled ? QIcon::Normal : QIcon::Disabled);
    }
}

} // namespace

void menuItem(QPainter *painter, const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        separator(painter, option);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    if (option.state.testFlag(QStyle::State_Selected) && isEnabled) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::colour(ColourRole::AccentGround));
        painter->drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 4, 4);
    }
    const auto visual = [&option](const QRect &logical) {
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    const QRect &around = option.rect;
    mark(painter, option,
         visual(QRect(around.left() + Metrics::gap, around.top(), iconColumn - Metrics::gap,
                      around.height())));
    painter->setPen(Theme::colour(isEnabled ? ColourRole::Text : ColourRole::Disabled));
    painter->setFont(option.font);
    const QRect words = around.adjusted(iconColumn + Metrics::space, 0, -Metrics::wideMargin, 0);
    const qsizetype tab = option.text.indexOf(u'\t');
    const int leading = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    const int trailing =
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight));
    const int flags = Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    painter->drawText(visual(words), flags | leading,
                      tab < 0 ? option.text : option.text.left(tab));
    if (tab >= 0) {
        painter->setPen(Theme::colour(isEnabled ? ColourRole::Dim : ColourRole::Disabled));
        painter->drawText(visual(words), flags | trailing, option.text.mid(tab + 1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const bool isMirrored = option.direction == Qt::RightToLeft;
        Icons::paint(painter,
                     visual(QRect(around.right() - Metrics::wideMargin - 4, around.top(),
                                  Metrics::wideMargin, around.height())),
                     isMirrored ? u"chevron-left"_s : u"chevron-right"_s,
                     Theme::colour(ColourRole::Dim), 12);
    }
    painter->restore();
}

} // namespace Views::StylePainter
