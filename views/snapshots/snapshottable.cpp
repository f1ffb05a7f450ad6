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

#include <array>

using namespace Qt::StringLiterals;
using Items::SnapshotModel;

namespace Views {

namespace {

constexpr int leastName = 140;
constexpr int usualName = 210;
/// From here on the rows' buttons have words beside their icons.
constexpr int roomForWords = 1040;

constexpr auto headerSetting = "table/header"_L1;
constexpr auto chosenSetting = "table/columnsChosen"_L1;
constexpr auto nameSizedSetting = "table/nameSized"_L1;
constexpr auto roomSetting = "table/buttonsRoom"_L1;

constexpr int iconRoom = Metrics::iconSize + 6;

/// The longest text that a column usually has, for its width before anything was measured. In the
/// order in which the columns get the room that there is.
struct Sample
{
    SnapshotModel::Column column;
    QStringView least;
    QStringView usual;
    int extra = 0; ///< an icon and its gap
};

constexpr std::array samples{
    Sample{SnapshotModel::Size, u"120.00 GB", u"120.00 GB"},
    Sample{SnapshotModel::PerMonth, u"€ 12.00", u"€ 12.00"},
    Sample{SnapshotModel::Status, u"creating 42 %", u"creating 42 %", iconRoom},
    Sample{SnapshotModel::Kind, u"Volume", u"Volume"},
    Sample{SnapshotModel::Location, u"Falkenstein", u"Falkenstein"},
    Sample{SnapshotModel::Account, u"customers", u"customer servers"},
    Sample{SnapshotModel::Source, u"mail-relay", u"customer-web-1"},
    Sample{SnapshotModel::Timestamp, u"30 Sep 18:00 · 2 months", u"24 Dec 2025 18:00 · 10 months"},
};

int widthFor(QStringView text, const Sample &sample)
{
    const QFontMetrics metrics(textFont(TextStyle::Body));
    return metrics.horizontalAdvance(text.toString()) + sample.extra + 2 * Metrics::gap + 2;
}

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

void SnapshotTable::resetColumns()
{
    m_isFitting = true;
    m_areColumnsChosen = false;
    m_isNameSized = false;
    for (int column = 0; column < SnapshotModel::ColumnCount; ++column) {
        m_header->moveSection(m_header->visualIndex(column), column);
        setColumnHidden(column, column == SnapshotModel::Account);
    }
    sizeColumns(0);
    m_isFitting = false;
}

/// Every column gets its least width, then, in order, what is left up to its usual one.
void SnapshotTable::sizeColumns(int room)
{
    m_roomColumn = -1;
    for (const Sample &sample : samples) {
        m_header->resizeSection(
            sample.column,
            qMax(widthFor(sample.least, sample), m_header->labelWidth(sample.column)));
    }
    giveRoomToButtons();
    int left = room - usualName - widthOfOthers();
    for (const Sample &sample : samples) {
        if (isColumnHidden(sample.column)) {
            continue;
        }
        const int more = widthFor(sample.usual, sample) - widthFor(sample.least, sample);
        const int given = qBound(0, left, more);
        m_header->resizeSection(sample.column, columnWidth(sample.column) + given);
        left -= given;
    }
}

void SnapshotTable::toggleColumn(int column, bool isShown)
{
    m_areColumnsChosen = true;
    setColumnHidden(column, !isShown);
    fitColumns();
}

int SnapshotTable::widthOfOthers() const
{
    int width = 0;
    for (int column = 0; column < SnapshotModel::ColumnCount; ++column) {
        if (column != SnapshotModel::Name && !isColumnHidden(column)) {
            width += columnWidth(column);
        }
    }
    return width;
}

/// Kind is told by the tabs, location and source by the details: they are the first to give way.
void SnapshotTable::chooseColumns(int room)
{
    constexpr std::array givingWay{SnapshotModel::Kind, SnapshotModel::Location,
                                   SnapshotModel::Source};
    for (const int column : givingWay) {
        setColumnHidden(column, false);
    }
    sizeColumns(0);
    for (const int column : givingWay) {
        if (widthOfOthers() + leastName > room) {
            setColumnHidden(column, true);
        }
    }
    sizeColumns(room);
}

void SnapshotTable::fitColumns()
{
    if (m_isFitting) {
        return;
    }
    m_isFitting = true;
    const int width = viewport()->width();
    const ButtonText words = width >= roomForWords ? ButtonText::Beside : ButtonText::Hidden;
    for (RowActions *actions : {m_currentActions, m_hoverActions}) {
        actions->setButtonText(words);
    }
    if (!m_areColumnsChosen) {
        chooseColumns(width);
    }
    giveRoomToButtons();
    m_delegate->setEdgeColumns(m_header->firstColumn(), m_header->lastColumn());
    if (!m_isNameSized) {
        const int others = widthOfOthers();
        m_header->resizeSection(SnapshotModel::Name, qMax(leastName, width - others));
    }
    m_isFitting = false;
    updateRowActions();
    viewport()->update();
}

/// The last section carries the room of the rows' buttons on top of its own width.
void SnapshotTable::giveRoomToButtons()
{
    const int room = m_currentActions->sizeHint().width();
    const int last = m_header->lastColumn();
    if (last != m_roomColumn || room != m_buttonsRoom) {
        if (m_roomColumn >= 0) {
            m_header->resizeSection(m_roomColumn, columnWidth(m_roomColumn) - m_buttonsRoom);
        }
        m_header->resizeSection(last, columnWidth(last) + room);
        m_roomColumn = last;
        m_buttonsRoom = room;
    }
    m_header->setTrailingRoom(room);
    m_delegate->setTrailingRoom(room);
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

void SnapshotTable::updateGeometries()
{
    QTableView::updateGeometries();
    updateRowActions();
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
