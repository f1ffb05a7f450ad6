// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/removelist.h"

#include "items/displaytext.h"
#include "views/common/theme.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int mostRows = 7;
constexpr int lineHeight = 26;

enum Column { Name, Source, Age, Size, PerMonth, ColumnCount };

} // namespace

RemoveList::RemoveList(const QList<Items::SnapshotRow> &rows, const QDateTime &now, QWidget *parent)
    : QTableWidget(static_cast<int>(rows.size()), ColumnCount, parent)
{
    setObjectName(u"removeList"_s);
    setAccessibleName(tr("Snapshots that will be removed"));
    setHorizontalHeaderLabels({tr("Name"), tr("Source"), tr("Age"), tr("Size"), tr("Per month")});
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(lineHeight);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setResizeContentsPrecision(mostRows);
    horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    for (const int column : {Age, Size, PerMonth}) {
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    for (const int column : {Name, Source}) {
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    }
    for (int row = 0; row < rows.size(); ++row) {
        addRow(row, rows.at(row), now);
    }
    const int shown = static_cast<int>(qMin<qsizetype>(rows.size(), mostRows));
    setFixedHeight(Metrics::headerHeight + shown * lineHeight + 2 * frameWidth());
}

void RemoveList::addRow(int row, const Items::SnapshotRow &snapshot, const QDateTime &now)
{
    const auto add = [this, row](int column, const QString &text) {
        auto *item = new QTableWidgetItem(text);
        const bool isNumber = column == Age || column == Size || column == PerMonth;
        item->setTextAlignment((isNumber ? Qt::AlignRight : Qt::AlignLeading) | Qt::AlignVCenter);
        item->setToolTip(Items::plainToolTip(text));
        setItem(row, column, item);
    };
    add(Name, Items::snapshotNameText(snapshot.snapshot));
    add(Source, snapshot.sourceName.isEmpty() ? u"—"_s : snapshot.sourceName.simplified());
    add(Age, Items::ageText(snapshot.snapshot.created, now));
    add(Size,
        snapshot.snapshot.sizeBytes
            ? Items::sizeText(*snapshot.snapshot.sizeBytes, snapshot.sizeUnit)
            : u"—"_s);
    add(PerMonth, snapshot.monthly ? Items::moneyText(*snapshot.monthly) : u"—"_s);
}

} // namespace Views
