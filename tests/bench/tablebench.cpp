// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benches.h"

#include "domain/clock.h"
#include "items/snapshotmodel.h"
#include "report.h"

#include <QRandomGenerator>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

constexpr int rowCount = 100'000;

QList<Items::SnapshotRow> someRows(const Domain::AccountId &account)
{
    QRandomGenerator random(7);
    const QDateTime start = QDateTime::fromSecsSinceEpoch(1'700'000'000, QTimeZone::UTC);
    QList<Items::SnapshotRow> rows;
    rows.reserve(rowCount);
    for (int i = 0; i < rowCount; ++i) {
        Items::SnapshotRow row;
        row.snapshot.key = {account, Domain::SnapshotKind::Server, {QString::number(i)}};
        row.snapshot.name = u"web-%1 before update %2"_s.arg(random.bounded(500)).arg(i);
        row.snapshot.created = start.addSecs(random.bounded(60'000'000));
        row.snapshot.sizeBytes = random.bounded(200'000) * 1'000'000LL;
        row.snapshot.status = Domain::SnapshotStatus::Ready;
        row.sourceName = u"web-%1"_s.arg(random.bounded(500));
        row.accountName = u"shop"_s;
        row.providerName = u"bench"_s;
        row.locationName = u"fsn1"_s;
        row.monthly = Domain::Money{random.bounded(3'000) * 1'000'000LL, u"EUR"_s};
        rows.append(row);
    }
    return rows;
}

} // namespace

void benchTable()
{
    Domain::SystemClock clock;
    const Domain::AccountId account{u"bench"_s};
    const QList<Items::SnapshotRow> rows = someRows(account);
    QList<double> loads;
    for (int i = 0; i < 3; ++i) {
        Items::SnapshotModel fresh(clock);
        fresh.sort(Items::SnapshotModel::Timestamp, Qt::DescendingOrder);
        loads.append(medianMs(1, [&] { fresh.merge(account, rows); }));
    }

    Items::SnapshotModel model(clock);
    model.merge(account, rows);
    double worstSort = 0;
    for (int column = 0; column < Items::SnapshotModel::ColumnCount; ++column) {
        QElapsedTimer timer;
        timer.start();
        model.sort(column, Qt::AscendingOrder);
        worstSort = std::max(worstSort, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    double worstKey = 0;
    for (const QString &text : {u"w"_s, u"we"_s, u"web"_s, u"web-"_s, u"web-9"_s}) {
        QElapsedTimer timer;
        timer.start();
        model.setFilter(text);
        worstKey = std::max(worstKey, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    model.setFilter({});

    QSortFilterProxyModel stock;
    stock.setSortRole(Items::SnapshotModel::SortRole);
    stock.setFilterKeyColumn(-1);
    stock.setFilterCaseSensitivity(Qt::CaseInsensitive);
    stock.setSourceModel(&model);
    const double stockSort =
        medianMs(1, [&] { stock.sort(Items::SnapshotModel::Timestamp, Qt::AscendingOrder); });
    const double stockFilter = medianMs(1, [&] { stock.setFilterFixedString(u"web-9"_s); });

    const auto line = [](const QString &what, double ms, double goal, double reference) {
        return Line{what,
                    u"%1 ms, goal %2 ms; stock proxy %3 ms"_s.arg(ms, 0, 'f', 1)
                        .arg(goal)
                        .arg(reference, 0, 'f', 0),
                    ms / goal, 1, Line::Sense::AtMost};
    };
    print(u"Table of 100,000 rows, without paint (ratio: to the goal)"_s,
          {
              line(u"load, sorted by time"_s, median(loads), 120, stockSort),
              line(u"sort, the slowest column"_s, worstSort, 100, stockSort),
              line(u"filter, the slowest of five keystrokes"_s, worstKey, 20, stockFilter),
          });
}

} // namespace Bench
