// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/activity/activitytable.h"

#include "items/activityfilter.h"
#include "items/activitymodel.h"
#include "views/activity/activitydelegate.h"
#include "views/common/theme.h"
#include "views/snapshots/snapshotheader.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <array>

using namespace Qt::StringLiterals;
using Items::ActivityModel;

namespace Views {

namespace {

/// The longest text that a column usually has.
struct ActivitySample
{
    ActivityModel::Column column = ActivityModel::Started;
    QStringView text;
    int extra = 0; ///< an icon and its gap
};

constexpr std::array activitySamples{
    ActivitySample{ActivityModel::Started, u"Today 14:02 · 59 min", Metrics::space},
    ActivitySample{ActivityModel::Action, u"Remove snapshot", Metrics::iconSize + 6},
    ActivitySample{ActivityModel::Size, u"1,000.00 GB"},
    ActivitySample{ActivityModel::Account, u"customers"},
    ActivitySample{ActivityModel::User, u"administrator"},
    ActivitySample{ActivityModel::Result, u"copying 100 %", Metrics::iconSize + 6},
};

/// The first to give way.
constexpr std::array activityGivingWay{ActivityModel::Size, ActivityModel::User,
                                       ActivityModel::Account};
constexpr int leastNames = 250; ///< of snapshot, and of server or volume

} // namespace

ActivityTable::ActivityTable(Items::ActivityFilter &filter, QWidget *parent)
    : QTableView(parent)
    , m_delegate(new ActivityDelegate(this))
    , m_header(new SnapshotHeader(this))
{
    setObjectName(u"activityTable"_s);
    setAccessibleName(tr("Activity"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(m_delegate);
    setHorizontalHeader(m_header);
    setModel(&filter);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
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
    connect(this, &QTableView::doubleClicked, this, &ActivityTable::openRequested);
}

void ActivityTable::setUpHeader()
{
    m_header->setObjectName(u"activityHeader"_s);
    m_header->setAccessibleName(tr("Columns of the activity"));
    m_header->setContextMenuPolicy(Qt::PreventContextMenu);
    m_header->setSectionsMovable(false);
    m_header->setSortIndicator(ActivityModel::Started, Qt::DescendingOrder);
    setSortingEnabled(true);
}

void ActivityTable::fitColumns()
{
    const int width = viewport()->width();
    const QFontMetrics metrics(textFont(TextStyle::Body));
    int others = 0;
    for (const ActivitySample &sample : activitySamples) {
        const int wanted =
            metrics.horizontalAdvance(sample.text.toString()) + sample.extra + 2 * Metrics::gap + 2;
        m_header->resizeSection(sample.column, qMax(wanted, m_header->labelWidth(sample.column)));
        setColumnHidden(sample.column, false);
        others += columnWidth(sample.column);
    }
    for (const ActivityModel::Column column : activityGivingWay) {
        if (others + leastNames > width) {
            others -= columnWidth(column);
            setColumnHidden(column, true);
        }
    }
    const int names = qMax(leastNames, width - others);
    const int ofResource = qMax(m_header->labelWidth(ActivityModel::Resource), names * 2 / 5);
    m_header->resizeSection(ActivityModel::Resource, ofResource);
    m_header->resizeSection(ActivityModel::Snapshot, names - ofResource);
}

void ActivityTable::setHoveredRow(int row)
{
    if (row != m_hoveredRow) {
        m_hoveredRow = row;
        m_delegate->setHoveredRow(row);
        viewport()->update();
    }
}

void ActivityTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    Q_EMIT currentRowChanged();
}

void ActivityTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void ActivityTable::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid()) {
        event->accept();
        Q_EMIT openRequested();
        return;
    }
    QTableView::keyPressEvent(event);
}

bool ActivityTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove) {
        const auto *move = static_cast<QMouseEvent *>(event);
        setHoveredRow(rowAt(qRound(move->position().y())));
    } else if (event->type() == QEvent::Leave) {
        setHoveredRow(-1);
    }
    return QTableView::viewportEvent(event);
}

/// Coming by key without a current row, the first one becomes it: else the keys do nothing.
void ActivityTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && !currentIndex().isValid()
        && model()->rowCount() > 0) {
        setCurrentIndex(model()->index(0, ActivityModel::Started));
    }
    viewport()->update();
}

} // namespace Views
