// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/snapshotheader.h"

#include "items/snapshotmodel.h"
#include "views/common/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Views {

namespace {
constexpr int arrowRoom = 14;
constexpr int leastSection = 44;
} // namespace

SnapshotHeader::SnapshotHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setObjectName(u"snapshotHeader"_s);
    setAccessibleName(tr("Columns of the snapshot table"));
    setProperty("hasStripe", true);
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setMinimumSectionSize(leastSection);
    setFixedHeight(Metrics::headerHeight);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void SnapshotHeader::setTrailingRoom(int pixels)
{
    m_trailingRoom = pixels;
    viewport()->update();
}

int SnapshotHeader::firstColumn() const
{
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        if (!isSectionHidden(column)) {
            return column;
        }
    }
    return -1;
}

int SnapshotHeader::lastColumn() const
{
    for (int visual = count() - 1; visual >= 0; --visual) {
        const int column = logicalIndex(visual);
        if (!isSectionHidden(column)) {
            return column;
        }
    }
    return -1;
}

int SnapshotHeader::labelWidth(int column) const
{
    const QString label = model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const QFontMetrics metrics(textFont(TextStyle::Header));
    return metrics.horizontalAdvance(label) + 2 * Metrics::gap + arrowRoom;
}

QSize SnapshotHeader::sectionSizeFromContents(int column) const
{
    const int room = column == lastColumn() ? m_trailingRoom : 0;
    return {labelWidth(column) + room, Metrics::headerHeight};
}

void SnapshotHeader::paintSection(QPainter *painter, const QRect &rectangle, int column) const
{
    if (column != lastColumn() || m_trailingRoom == 0) {
        QHeaderView::paintSection(painter, rectangle, column);
        return;
    }
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rectangle;
    style()->drawControl(QStyle::CE_HeaderEmptyArea, &option, painter, this);
    QRect label = rectangle;
    label.setWidth(qMax(leastSection, rectangle.width() - m_trailingRoom));
    QHeaderView::paintSection(painter, QStyle::visualRect(layoutDirection(), rectangle, label),
                              column);
}

void SnapshotHeader::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnsMenu(menu);
    menu->popup(event->globalPos());
}

void SnapshotHeader::fillColumnsMenu(QMenu *menu)
{
    for (int column = 0; column < count(); ++column) {
        const QString label =
            model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction *action = menu->addAction(label);
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(column));
        // A table without names can't be worked with.
        action->setEnabled(column != Items::SnapshotModel::Name);
        connect(action, &QAction::toggled, this,
                [this, column](bool isShown) { Q_EMIT columnToggled(column, isShown); });
    }
    menu->addSeparator();
    QAction *reset = menu->addAction(tr("Reset columns"));
    connect(reset, &QAction::triggered, this, &SnapshotHeader::resetRequested);
}

} // namespace Views
