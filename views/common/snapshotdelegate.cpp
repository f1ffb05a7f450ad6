// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/snapshotdelegate.h"

#include "items/snapshotmodel.h"
#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QAbstractItemView>
#include <QPainter>

using namespace Qt::StringLiterals;
using Items::SnapshotModel;

namespace Views {

namespace {

constexpr int iconGap = 6;
constexpr int lockSize = 13;

struct StatusLook
{
    QString icon;
    ColourRole role;
};

StatusLook lookOf(Domain::SnapshotStatus status)
{
    switch (status) {
    case Domain::SnapshotStatus::Creating:
        return {u"loader-circle"_s, ColourRole::Take};
    case Domain::SnapshotStatus::Ready:
        return {u"check"_s, ColourRole::Text};
    case Domain::SnapshotStatus::Failed:
        return {u"triangle-alert"_s, ColourRole::Remove};
    case Domain::SnapshotStatus::Removing:
        return {u"trash-2"_s, ColourRole::Dim};
    case Domain::SnapshotStatus::Unknown:
        break;
    }
    return {u"circle-question-mark"_s, ColourRole::Rollback};
}

bool isNumber(int column)
{
    return column == SnapshotModel::Size || column == SnapshotModel::PerMonth;
}

} // namespace

/// What is written in one cell, in reading order: icon, text, secondary text, lock.
struct SnapshotDelegate::Cell
{
    QRect content;
    QString icon;
    QString text;
    QString secondary;
    QFont font;
    QFont secondaryFont;
    ColourRole role = ColourRole::Text;
    bool isTrailing = false;
    bool isLocked = false;
};

SnapshotDelegate::SnapshotDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void SnapshotDelegate::setEdgeColumns(int first, int last)
{
    m_firstColumn = first;
    m_lastColumn = last;
}

void SnapshotDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    paintGround(painter, option, index);
    paintCell(painter, option, cellOf(option, index));
    painter->restore();
}

void SnapshotDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option,
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
    if (index.column() == m_firstColumn) {
        const QRect stripe(cell.left(), cell.top(), Metrics::accountStripe, cell.height());
        painter->fillRect(QStyle::visualRect(option.direction, cell, stripe),
                          Theme::accountColour(index.data(SnapshotModel::ColourRole).toInt()));
    }
    // The keyboard's place in a row that is not selected, as Ctrl and the arrows leave it.
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->hasFocus() && view->currentIndex().row() == index.row()
        && !option.state.testFlag(QStyle::State_Selected)) {
        const QColor accent = Theme::colour(ColourRole::Accent);
        painter->fillRect(QRect(cell.left(), cell.top(), cell.width(), 1), accent);
        painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), accent);
    }
}

SnapshotDelegate::Cell SnapshotDelegate::cellOf(const QStyleOptionViewItem &option,
                                                const QModelIndex &index) const
{
    Cell cell;
    const int column = index.column();
    cell.font = option.font;
    cell.secondaryFont = textFont(TextStyle::Small);
    cell.text = index.data(Qt::DisplayRole).toString();
    cell.secondary = index.data(SnapshotModel::SecondaryTextRole).toString();
    cell.isTrailing = isNumber(column);
    const int leading =
        column == m_firstColumn ? Metrics::accountStripe + Metrics::gap + 1 : Metrics::gap;
    const int trailing = Metrics::gap + (column == m_lastColumn ? m_trailingRoom : 0);
    cell.content = option.rect.adjusted(leading, 0, -trailing, -1);
    const bool isToBeRemoved = index.data(SnapshotModel::ToBeRemovedRole).toBool();
    if (column == SnapshotModel::Name) {
        cell.font.setStrikeOut(isToBeRemoved);
        cell.isLocked = index.data(SnapshotModel::ProtectedRole).toBool();
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        if (view && view->currentIndex().row() == index.row()) {
            cell.font.setWeight(QFont::DemiBold);
        }
    } else if (column == SnapshotModel::Status) {
        const auto status =
            static_cast<Domain::SnapshotStatus>(index.data(SnapshotModel::StatusRole).toInt());
        const StatusLook look = lookOf(status);
        cell.icon = look.icon;
        cell.role = look.role;
    } else if (column == SnapshotModel::Source
               && index.data(SnapshotModel::SourceGoneRole).toBool()) {
        cell.icon = u"unlink"_s;
        cell.role = ColourRole::Dim;
    } else if (column == SnapshotModel::Kind || column == SnapshotModel::Location
               || column == SnapshotModel::Account) {
        cell.role = ColourRole::Dim;
    }
    if (isToBeRemoved) {
        cell.role = ColourRole::Dim;
        cell.icon = column == SnapshotModel::Status ? u"trash-2"_s : cell.icon;
    }
    return cell;
}

void SnapshotDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option,
                                 const Cell &cell) const
{
    const auto visual = [&option](const QRect &logical) {
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    const QColor colour = Theme::colour(cell.role);
    QRect left = cell.content;
    if (!cell.icon.isEmpty()) {
        const QRect icon(left.left(), left.top(), Metrics::iconSize, left.height());
        Icons::paint(painter, visual(icon), cell.icon, colour);
        left.setLeft(icon.right() + 1 + iconGap);
    }
    const int lockRoom = cell.isLocked ? lockSize + iconGap : 0;
    const QFontMetrics metrics(cell.font);
    // Secondary text gives way first.
    const int wanted = metrics.horizontalAdvance(cell.text);
    const int room = left.width() - lockRoom;
    const QString text =
        wanted > room ? metrics.elidedText(cell.text, Qt::ElideRight, room) : cell.text;
    const int width = qMin(metrics.horizontalAdvance(text) + 1, left.width());
    QRect words(left.left(), left.top(), width, left.height());
    if (cell.isTrailing) {
        words.moveRight(left.right());
    }
    const int centred = Qt::AlignVCenter | Qt::AlignHCenter | Qt::TextSingleLine;
    painter->setFont(cell.font);
    painter->setPen(colour);
    painter->drawText(visual(words), centred, text);
    int next = words.right() + 1;
    if (cell.isLocked) {
        const QRect lock(next + iconGap, left.top(), lockSize, left.height());
        Icons::paint(painter, visual(lock), u"lock"_s, Theme::colour(ColourRole::Dim), lockSize);
        next = lock.right() + 1;
    }
    const int secondaryRoom = left.right() + 1 - next;
    const QFontMetrics smallMetrics(cell.secondaryFont);
    const int secondaryWidth = smallMetrics.horizontalAdvance(cell.secondary) + 1;
    if (!cell.secondary.isEmpty() && secondaryWidth <= secondaryRoom && !cell.isTrailing) {
        painter->setFont(cell.secondaryFont);
        painter->setPen(Theme::colour(ColourRole::Dim));
        painter->drawText(visual(QRect(next, left.top(), secondaryWidth, left.height())), centred,
                          cell.secondary);
    }
}

QSize SnapshotDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    return {contentWidth(index), Metrics::rowHeight};
}

int SnapshotDelegate::contentWidth(const QModelIndex &index) const
{
    QStyleOptionViewItem option;
    option.font = textFont(TextStyle::Body);
    option.rect = QRect(0, 0, 0, Metrics::rowHeight);
    const Cell cell = cellOf(option, index);
    int width = QFontMetrics(cell.font).horizontalAdvance(cell.text) + 1;
    width += QFontMetrics(cell.secondaryFont).horizontalAdvance(cell.secondary) + 1;
    width += cell.icon.isEmpty() ? 0 : Metrics::iconSize + iconGap;
    width += cell.isLocked ? lockSize + iconGap : 0;
    return width - cell.content.width();
}

} // namespace Views
