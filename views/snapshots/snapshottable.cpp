// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/snapshottable.h"

#include "items/displaytext.h"
#include "items/snapshotmodel.h"
#include "views/common/button.h"
#include "views/common/snapshotdelegate.h"
#include "views/common/theme.h"
#include "views/snapshots/snapshotheader.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSettings>

using namespace Qt::StringLiterals;
using Items::SnapshotModel;

namespace Views {

namespace {

constexpr auto headerSetting = "table/header"_L1;
constexpr auto chosenSetting = "table/columnsChosen"_L1;
constexpr auto nameSizedSetting = "table/nameSized"_L1;
constexpr auto roomSetting = "table/buttonsRoom"_L1;

} // namespace

SnapshotTable::SnapshotTable(Items::SnapshotModel &model, ReasonsOf reasonsOf, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_reasonsOf(std::move(reasonsOf))
    , m_delegate(new SnapshotDelegate(this))
    , m_header(new SnapshotHeader(this))
    , m_currentActions(new RowActions(RowActions::Place::CurrentRow, viewport()))
    , m_hoverActions(new RowActions(RowActions::Place::HoveredRow, viewport()))
{
    setObjectName(u"snapshotTable"_s);
    setAccessibleName(tr("Snapshots"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(m_delegate);
    setHorizontalHeader(m_header);
    setModel(&model);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(
        qMax(Metrics::rowHeight, fontMetrics().height() + 2 * Metrics::gap));
    setUpHeader();
    setTabOrder(this, m_currentActions->rollBackButton());
    setTabOrder(m_currentActions->rollBackButton(), m_currentActions->removeButton());
    for (const RowActions *actions : {m_currentActions, m_hoverActions}) {
        connect(actions, &RowActions::rollBackClicked, this, &SnapshotTable::rollBackClicked);
        connect(actions, &RowActions::removeClicked, this, &SnapshotTable::removeClicked);
    }
    connect(&model, &SnapshotModel::layoutChanged, this, &SnapshotTable::updateRowActions);
    connect(&model, &SnapshotModel::rowsInserted, this, &SnapshotTable::updateRowActions);
    connect(&model, &SnapshotModel::rowsRemoved, this, &SnapshotTable::updateRowActions);
    connect(&model, &SnapshotModel::modelReset, this, &SnapshotTable::updateRowActions);
    connect(&model, &SnapshotModel::dataChanged, this, &SnapshotTable::updateRowActions);
}

void SnapshotTable::setUpHeader()
{
    resetColumns();
    sortByColumn(SnapshotModel::Timestamp, Qt::DescendingOrder);
    setSortingEnabled(true);
    connect(m_header, &SnapshotHeader::columnToggled, this, &SnapshotTable::toggleColumn);
    connect(m_header, &SnapshotHeader::resetRequested, this, [this] {
        resetColumns();
        fitColumns();
    });
    connect(m_header, &QHeaderView::sectionResized, this, [this](int column) {
        if (m_isFitting) {
            return;
        }
        m_areColumnsChosen = true; // a width set by hand is kept
        m_isNameSized = m_isNameSized || column == SnapshotModel::Name;
        fitColumns();
    });
    connect(m_header, &QHeaderView::sectionMoved, this, [this] { fitColumns(); });
}

QList<Domain::SnapshotKey> SnapshotTable::selectedKeys() const
{
    QList<Domain::SnapshotKey> keys;
    // By ranges: asking the selection model for its rows is quadratic in them.
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const auto *found = m_model.row(m_model.index(row, SnapshotModel::Name));
            if (found) {
                keys.append(found->snapshot.key);
            }
        }
    }
    return keys;
}

void SnapshotTable::select(const Domain::SnapshotKey &key)
{
    const QModelIndex index = m_model.indexOf(key);
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
}

void SnapshotTable::setHoveredRow(int row)
{
    if (row == m_hoveredRow) {
        return;
    }
    updateRow(m_hoveredRow);
    m_hoveredRow = row;
    m_delegate->setHoveredRow(row);
    updateRow(row);
    updateRowActions();
}

void SnapshotTable::updateRow(int row)
{
    if (row >= 0 && row < m_model.rowCount()) {
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    }
}

void SnapshotTable::updateRowActions()
{
    const int current = currentIndex().isValid() ? currentIndex().row() : -1;
    place(m_currentActions, current);
    place(m_hoverActions, m_hoveredRow == current ? -1 : m_hoveredRow);
}

void SnapshotTable::place(RowActions *actions, int row)
{
    const Items::SnapshotRow *found =
        row >= 0 ? m_model.row(m_model.index(row, SnapshotModel::Name)) : nullptr;
    if (!found) {
        actions->hide();
        return;
    }
    actions->setSnapshot(found->snapshot.key, Items::inlineName(found->snapshot.name),
                         m_reasonsOf(found->snapshot.key));
    const bool isSelected =
        selectionModel()->isRowSelected(row, QModelIndex()) && row < m_model.rowCount();
    using Ground = RowActions::Ground;
    const Ground unselected = row == m_hoveredRow ? Ground::Hovered : Ground::Plain;
    actions->setGround(isSelected ? Ground::Selected : unselected);
    const int content = m_header->length();
    const int width = actions->sizeHint().width();
    const int end = qMin(content - horizontalOffset(), viewport()->width());
    const QRect logical(end - width, rowViewportPosition(row), width, rowHeight(row) - 1);
    actions->setGeometry(
        QStyle::visualRect(layoutDirection(), QRect(QPoint(), viewport()->size()), logical));
    actions->show();
}

void SnapshotTable::selectionChanged(const QItemSelection &selected,
                                     const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    updateRowActions();
    Q_EMIT selectedKeysChanged();
}

void SnapshotTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
    updateRowActions();
}

void SnapshotTable::setHeaderButton(QWidget *button)
{
    m_headerButton = button;
    m_headerButton->setParent(m_header);
    setTabOrder(m_currentActions->removeButton(), m_headerButton);
    placeHeaderButton();
}

void SnapshotTable::placeHeaderButton()
{
    if (m_headerButton) {
        const QSize size = m_headerButton->sizeHint();
        const QRect header = m_header->rect();
        const QRect logical(header.right() + 1 - Metrics::space - size.width(),
                            (header.height() - size.height()) / 2, size.width(), size.height());
        m_headerButton->setGeometry(QStyle::visualRect(layoutDirection(), header, logical));
    }
}

void SnapshotTable::updateGeometries()
{
    QTableView::updateGeometries();
    updateRowActions();
    placeHeaderButton();
}

void SnapshotTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    setHoveredRow(viewport()->underMouse() ? rowAt(pointer.y()) : -1);
    updateRowActions();
}

void SnapshotTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void SnapshotTable::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid()) {
        position = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    }
    Q_EMIT menuRequested(position);
}

bool SnapshotTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove) {
        const auto *move = static_cast<QMouseEvent *>(event);
        setHoveredRow(rowAt(qRound(move->position().y())));
    } else if (event->type() == QEvent::Leave) {
        setHoveredRow(-1);
    }
    return QTableView::viewportEvent(event);
}

/// Coming by Tab without a current row, the first one becomes it: else the keys do nothing.
void SnapshotTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    const bool isByKey =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (isByKey && !currentIndex().isValid() && m_model.rowCount() > 0) {
        selectionModel()->setCurrentIndex(m_model.index(0, SnapshotModel::Name),
                                          QItemSelectionModel::NoUpdate);
    }
    viewport()->update();
}

void SnapshotTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange) {
        fitColumns();
    }
}

void SnapshotTable::saveState(QSettings &settings) const
{
    settings.setValue(headerSetting, m_header->saveState());
    settings.setValue(chosenSetting, m_areColumnsChosen);
    settings.setValue(nameSizedSetting, m_isNameSized);
    settings.setValue(roomSetting, m_buttonsRoom);
}

void SnapshotTable::restoreState(const QSettings &settings)
{
    const QByteArray state = settings.value(headerSetting).toByteArray();
    if (state.isEmpty()) {
        return;
    }
    m_isFitting = true;
    const bool isRestored = m_header->restoreState(state);
    m_isFitting = false;
    if (!isRestored || m_header->count() != SnapshotModel::ColumnCount) {
        resetColumns();
    } else {
        m_areColumnsChosen = settings.value(chosenSetting).toBool();
        m_isNameSized = settings.value(nameSizedSetting).toBool();
        m_buttonsRoom = settings.value(roomSetting).toInt();
        m_roomColumn = m_header->lastColumn();
    }
    sortByColumn(m_header->sortIndicatorSection(), m_header->sortIndicatorOrder());
    fitColumns();
}

} // namespace Views
