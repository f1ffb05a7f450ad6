// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotmodel.h"

#include "rowbuilder.h"
#include "support/manualclock.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;

namespace {

struct Watched
{
    Support::ManualClock clock{noon()};
    SnapshotModel model{clock};
};

} // namespace

class SnapshotSummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpEachCurrencyByItself()
    {
        Watched watched;
        QList<SnapshotRow> priced = rows(u"abcd"_s);
        priced[0].monthly = euro(2);
        priced[1].monthly = Money{5, u"USD"_s};
        priced[2].monthly = euro(3);
        priced[2].snapshot.sizeBytes.reset();
        watched.model.merge(shop(), priced);
        const SnapshotSummary all{4, 30 * gigabyte, {euro(5), {5, u"USD"_s}}};
        QCOMPARE(watched.model.totalSummary(), all);
        QCOMPARE(watched.model.shownSummary(), all);
        QCOMPARE(watched.model.summaryOf({keyOf(u"b"_s), keyOf(u"gone"_s), keyOf(u"d"_s)}),
                 (SnapshotSummary{2, 20 * gigabyte, {{5, u"USD"_s}}}));
        watched.model.setFilter(u"c"_s);
        QCOMPARE(watched.model.shownSummary(), (SnapshotSummary{1, 0, {euro(3)}}));
        QCOMPARE(watched.model.totalSummary(), all);
    }

    void neverAddsUpToLess()
    {
        Watched watched;
        QList<SnapshotRow> huge = rows(u"ab"_s);
        for (SnapshotRow &row : huge) {
            row.snapshot.sizeBytes = std::numeric_limits<qint64>::max() - 1;
            row.monthly = euro(std::numeric_limits<qint64>::max() - 1);
        }
        watched.model.merge(shop(), huge);
        const SnapshotSummary summary = watched.model.totalSummary();
        QCOMPARE(summary.bytes, std::numeric_limits<qint64>::max());
        QCOMPARE(summary.monthly, QList{euro(std::numeric_limits<qint64>::max())});
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(SnapshotSummaryTest)
#include "snapshotsummarytest.moc"
