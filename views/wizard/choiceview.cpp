// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/choiceview.h"

#include "items/choicerole.h"
#include "views/common/theme.h"
#include "views/wizard/choicedelegate.h"

#include <QHeaderView>
#include <QPainter>

namespace Views {

ChoiceView::ChoiceView(QWidget *parent)
    : QTreeView(parent)
{
    setItemDelegate(new ChoiceDelegate(this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setHeaderHidden(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setAllColumnsShowFocus(true);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(true);
    header()->setMinimumSectionSize(0);
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.flags().testFlag(Qt::ItemIsSelectable)) {
            Q_EMIT goOnRequested();
        }
    });
}

void ChoiceView::update(const std::function<void()> &change, const QVariant &chosenId)
{
    m_isUpdating = true;
    const QVariant current = currentIndex().data(Items::ChoiceIdRole);
    change();
    const QModelIndex chosen = indexOf(chosenId);
    if (chosen.isValid()) {
        selectionModel()->select(chosen,
                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    } else {
        selectionModel()->clearSelection();
    }
    // The row that the person stands on stays the current one; a chosen one is where to begin.
    const QModelIndex before = hasFocus() ? indexOf(current) : QModelIndex();
    QModelIndex next = before.isValid() ? before : chosen;
    next = next.isValid() ? next : firstChoice();
    if (next != currentIndex()) {
        selectionModel()->setCurrentIndex(next, QItemSelectionModel::NoUpdate);
    }
    m_isUpdating = false;
    viewport()->update();
    Q_EMIT currentReasonChanged();
}

QModelIndex ChoiceView::indexOf(const QVariant &id) const
{
    for (int row = 0; id.isValid() && row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(Items::ChoiceIdRole) == id) {
            return index;
        }
    }
    return {};
}

QVariant ChoiceView::chosenId() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? QVariant() : rows.first().data(Items::ChoiceIdRole);
}

/// The first row that can be chosen, else the first that can be gone to.
QModelIndex ChoiceView::firstChoice() const
{
    QModelIndex found;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.flags().testFlag(Qt::ItemIsSelectable)) {
            return index;
        }
        if (!found.isValid() && index.flags().testFlag(Qt::ItemIsEnabled)) {
            found = index;
        }
    }
    return found;
}

void ChoiceView::chooseFirst()
{
    const QModelIndex first = firstChoice();
    if (first.isValid()) {
        selectionModel()->setCurrentIndex(first, selectionCommand(first, nullptr));
    }
}

QString ChoiceView::currentReason() const
{
    return currentIndex().siblingAtColumn(0).data(Items::ReasonRole).toString();
}

QItemSelectionModel::SelectionFlags ChoiceView::selectionCommand(const QModelIndex &index,
                                                                 const QEvent *event) const
{
    const QItemSelectionModel::SelectionFlags command = QTreeView::selectionCommand(index, event);
    const bool isChoosable = index.flags().testFlag(Qt::ItemIsSelectable);
    return !isChoosable || command.testFlag(QItemSelectionModel::Deselect)
        ? QItemSelectionModel::NoUpdate
        : command;
}

void ChoiceView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    if (!m_isUpdating) {
        Q_EMIT chosenChanged();
    }
}

void ChoiceView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    viewport()->update();
    if (!m_isUpdating) {
        Q_EMIT currentReasonChanged();
    }
}

void ChoiceView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const bool isChoice = index.flags().testFlag(Qt::ItemIsEnabled);
    const bool isChosen = selectionModel()->isRowSelected(index.row(), index.parent());
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    const bool isHot = isChoice && viewport()->underMouse() && option.rect.contains(pointer);
    const QRectF pill = QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (isChosen || isHot) {
        painter->setBrush(Theme::colour(isChosen ? ColourRole::AccentGround : ColourRole::Hover));
        painter->drawRoundedRect(pill, Metrics::controlRadius, Metrics::controlRadius);
    }
    const bool isCurrent = index.row() == currentIndex().row();
    if (isChoice && isCurrent && hasFocus()
        && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(Theme::colour(ColourRole::Accent), 2));
        painter->drawRoundedRect(pill.adjusted(1, 1, -1, -1), Metrics::controlRadius - 1,
                                 Metrics::controlRadius - 1);
    }
    painter->restore();
    QStyleOptionViewItem row = option;
    row.state.setFlag(QStyle::State_MouseOver, false);
    row.state.setFlag(QStyle::State_Selected, isChosen);
    // The pill is the ground; the base class would fill the whole row.
    row.palette.setBrush(QPalette::Highlight, Qt::transparent);
    QTreeView::drawRow(painter, row, index);
}

void ChoiceView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const {}

} // namespace Views
