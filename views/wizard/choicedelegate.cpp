// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/choicedelegate.h"

#include "items/choicerole.h"
#include "views/common/icons.h"
#include "views/common/stylepainter.h"
#include "views/common/theme.h"

#include <QPainter>
#include <QStyleOptionButton>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int markSize = 16;
constexpr int depthStep = 22;
constexpr int dotSize = 8;
constexpr int headingHeight = 28;

QRect mirrored(const QStyleOptionViewItem &option, const QRect &logical)
{
    return QStyle::visualRect(option.direction, option.rect, logical);
}

bool isLastColumn(const QModelIndex &index)
{
    return index.column() == index.model()->columnCount(index.parent()) - 1;
}

QString reasonOf(const QModelIndex &index)
{
    return index.data(Items::ReasonRole).toString();
}

bool isChosen(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

ColourRole nameRole(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!reasonOf(index).isEmpty()) {
        return ColourRole::Dim;
    }
    return isChosen(option) ? ColourRole::Accent : ColourRole::Text;
}

/// At the leading edge of the rectangle, as the text's own direction has it.
void drawText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &logical,
              const QString &text)
{
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, logical.width());
    const int flags = static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft))
        | static_cast<int>(Qt::AlignVCenter) | static_cast<int>(Qt::TextSingleLine)
        | static_cast<int>(Qt::AlignAbsolute);
    painter->drawText(mirrored(option, logical), flags, shown);
}

} // namespace

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(Items::HeadingRole).toBool()) {
        paintHeading(painter, option, index);
    } else if (index.column() == 0) {
        paintFirst(painter, option, index);
    } else {
        paintFact(painter, option, index);
    }
    painter->restore();
}

void ChoiceDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    QRect words = option.rect.adjusted(Metrics::gap, Metrics::space, -Metrics::gap, 0);
    const QVariant colour = index.data(Items::AccountColourRole);
    if (colour.isValid()) {
        QRect dot(words.left(), 0, dotSize, dotSize);
        dot.moveTop(words.center().y() - dotSize / 2 + 1);
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::accountColour(colour.toInt()));
        painter->drawEllipse(mirrored(option, dot));
        words.setLeft(dot.right() + 1 + Metrics::gap);
    }
    painter->setFont(textFont(TextStyle::Header));
    painter->setPen(Theme::colour(ColourRole::Dim));
    drawText(painter, option, words, index.data(Qt::DisplayRole).toString());
}

int ChoiceDelegate::paintMark(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const int depth = index.data(Items::DepthRole).toInt();
    const QRect row = option.rect;
    QRect mark(row.left() + Metrics::gap, 0, markSize, markSize);
    mark.moveTop(row.center().y() - markSize / 2 + 1);
    QStyleOptionButton radio;
    radio.rect = mirrored(option, mark);
    radio.state.setFlag(QStyle::State_Enabled, reasonOf(index).isEmpty());
    radio.state.setFlag(QStyle::State_On, isChosen(option));
    if (reasonOf(index).isEmpty()) {
        StylePainter::radioButton(painter, radio);
    } else {
        Icons::paint(painter, radio.rect, u"circle-x"_s, Theme::colour(ColourRole::Disabled),
                     markSize - 2);
    }
    int left = mark.right() + 1 + Metrics::gap + depth * depthStep;
    const QString icon = index.data(Items::IconNameRole).toString();
    if (!icon.isEmpty()) {
        const QRect place(left, row.top(), Metrics::iconSize, row.height());
        Icons::paint(painter, mirrored(option, place), icon, Theme::colour(ColourRole::Dim),
                     Metrics::iconSize - 2);
        left = place.right() + 1 + Metrics::gap - 2;
    }
    return left;
}

int ChoiceDelegate::paintTrailing(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index, int left) const
{
    const int edge = option.rect.right() + 1 - Metrics::margin;
    if (!isLastColumn(index)) {
        return option.rect.right() + 1 - Metrics::gap;
    }
    const QString reason = reasonOf(index);
    const QString text = reason.isEmpty() ? index.data(Items::TrailingRole).toString() : reason;
    painter->setFont(textFont(TextStyle::Small));
    painter->setPen(Theme::colour(ColourRole::Dim));
    const int wanted = painter->fontMetrics().horizontalAdvance(text) + 1;
    const int width = qMin(wanted, (edge - left) * 2 / 3);
    drawText(painter, option, QRect(edge - width, option.rect.top(), width, option.rect.height()),
             text);
    return edge - width - Metrics::margin;
}

void ChoiceDelegate::paintFirst(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const int left = paintMark(painter, option, index);
    const int right = paintTrailing(painter, option, index, left);
    const QString name = index.data(Qt::DisplayRole).toString();
    QFont font = option.font;
    font.setWeight(isChosen(option) ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(Theme::colour(nameRole(option, index)));
    const QRect room(left, option.rect.top(), right - left, option.rect.height());
    drawText(painter, option, room, name);
    const int used = painter->fontMetrics().horizontalAdvance(name) + Metrics::gap;
    const QString secondary = index.data(Items::SecondaryRole).toString();
    if (!secondary.isEmpty() && used < room.width()) {
        painter->setFont(option.font);
        painter->setPen(Theme::colour(ColourRole::Dim));
        drawText(painter, option, room.adjusted(used, 0, 0, 0), secondary);
    }
}

void ChoiceDelegate::paintFact(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const QString reason = isLastColumn(index) ? reasonOf(index) : QString();
    const QString text = reason.isEmpty() ? index.data(Qt::DisplayRole).toString() : reason;
    const bool isNumber =
        index.data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight);
    QRect room = option.rect.adjusted(Metrics::gap, 0, -Metrics::gap, 0);
    painter->setFont(option.font);
    painter->setPen(
        Theme::colour(reasonOf(index).isEmpty() && isNumber ? ColourRole::Text : ColourRole::Dim));
    if (isNumber) {
        room.setLeft(
            qMax(room.left(), room.right() - painter->fontMetrics().horizontalAdvance(text)));
    }
    drawText(painter, option, room, text);
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isHeading = index.data(Items::HeadingRole).toBool();
    const int least = isHeading ? headingHeight : Metrics::rowHeight;
    return {0, qMax(least, QFontMetrics(option.font).height() + 2 * Metrics::gap)};
}

} // namespace Views
