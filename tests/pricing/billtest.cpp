// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/bill.h"

#include "pricing/pricebook.h"
#include "support/testenvironment.h"

#include <QTest>
#include <QTimeZone>

using namespace Domain;
using namespace Pricing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 gigabyte = 1'000'000'000;

QDateTime utc(int month, int day, int hour = 0, int minute = 0)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, minute), QTimeZone::UTC);
}

AccountId office()
{
    return {u"office"_s};
}

PriceList listOf(qint64 nanos, PriceUnit unit)
{
    PriceList list;
    list.currency = u"USD"_s;
    list.snapshots = {{SnapshotKind::Volume, {}, {{nanos, u"USD"_s}, unit}}};
    return list;
}

PriceBook bookOf(const PriceList &list, SizeUnit unit = SizeUnit::Gigabyte)
{
    PriceBook book;
    book.setPrices(office(), list, unit);
    return book;
}

Snapshot ready(std::optional<qint64> bytes, const QDateTime &created)
{
    Snapshot snapshot;
    snapshot.key = {office(), SnapshotKind::Volume, {u"1"_s}};
    snapshot.status = SnapshotStatus::Ready;
    snapshot.sizeBytes = bytes;
    snapshot.created = created;
    return snapshot;
}

} // namespace

class BillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiftyGigabytesForAMonthEqualAHundredForHalfOfIt_data()
    {
        QTest::addColumn<int>("month");
        QTest::addColumn<QDateTime>("half");
        QTest::addRow("28 days") << 2 << utc(2, 15);
        QTest::addRow("30 days") << 6 << utc(6, 16);
        QTest::addRow("31 days") << 12 << utc(12, 16, 12);
    }

    void fiftyGigabytesForAMonthEqualAHundredForHalfOfIt()
    {
        QFETCH(int, month);
        QFETCH(QDateTime, half);
        const QDateTime early = utc(month, 1, 3);
        const QDateTime late = utc(month, 28, 23, 30);
        for (const PriceUnit unit : {PriceUnit::PerGbHour, PriceUnit::PerGbMonth}) {
            const PriceBook book = bookOf(listOf(82'193, unit));
            const Snapshot small = ready(50 * gigabyte, utc(1, 1));
            const Snapshot large = ready(100 * gigabyte, half);
            for (const QDateTime &now : {early, late}) {
                const Usage whole = book.bill(small, now).wholeMonth;
                QVERIFY(whole.cost && whole.byteHours);
                QVERIFY(whole.cost->nanos > 0);
                QCOMPARE(book.bill(large, now).wholeMonth.byteHours, whole.byteHours);
                QCOMPARE(book.bill(large, now).wholeMonth.cost, whole.cost);
            }
        }
    }

    void countsTheHoursOfTheMonthOnly()
    {
        const PriceBook book = bookOf(listOf(1'000'000'000, PriceUnit::PerGbHour));
        const Bill old = book.bill(ready(2 * gigabyte, utc(1, 1)), utc(6, 3, 1, 30));
        QCOMPARE(old.soFar, (Usage{50, 100 * gigabyte, Money{100'000'000'000, u"USD"_s}}));
        QCOMPARE(old.wholeMonth.hours, 720);
        QCOMPARE(old.monthBegin, utc(6, 1));
        QCOMPARE(old.monthEnd, utc(7, 1));
        const Bill young = book.bill(ready(2 * gigabyte, utc(6, 30, 22)), utc(6, 30, 23));
        QCOMPARE(young.soFar.hours, 1);
        QCOMPARE(young.wholeMonth.hours, 2);
    }

    void theMeterRunsFromReadyToRemoval_data()
    {
        QTest::addColumn<SnapshotStatus>("status");
        QTest::addColumn<Meter>("meter");
        QTest::addRow("creating") << SnapshotStatus::Creating << Meter::NotStarted;
        QTest::addRow("ready") << SnapshotStatus::Ready << Meter::Running;
        QTest::addRow("removing") << SnapshotStatus::Removing << Meter::Running;
        QTest::addRow("failed") << SnapshotStatus::Failed << Meter::NotKnown;
        QTest::addRow("unknown") << SnapshotStatus::Unknown << Meter::NotKnown;
    }

    void theMeterRunsFromReadyToRemoval()
    {
        QFETCH(SnapshotStatus, status);
        QFETCH(Meter, meter);
        Snapshot snapshot = ready(gigabyte, utc(5, 1));
        snapshot.status = status;
        const Bill bill = bookOf(listOf(1, PriceUnit::PerGbHour)).bill(snapshot, utc(6, 2));
        QCOMPARE(bill.meter, meter);
        QCOMPARE(bill.soFar == Usage(), meter != Meter::Running);
        QCOMPARE(bill.wholeMonth == Usage(), meter != Meter::Running);
    }

    void withoutAPriceTheHoursAreStillCounted()
    {
        const Bill bill = PriceBook().bill(ready(gigabyte, utc(5, 1)), utc(6, 2));
        QVERIFY(!bill.price);
        QCOMPARE(bill.soFar, (Usage{24, 24 * gigabyte, std::nullopt}));
    }

    void withoutASizeNothingIsBilledFromIt()
    {
        const Bill bill =
            bookOf(listOf(1, PriceUnit::PerGbHour)).bill(ready(std::nullopt, utc(5, 1)), utc(6, 2));
        QCOMPARE(bill.soFar, (Usage{24, std::nullopt, std::nullopt}));
    }

    void theSnapshotsOwnPriceGoesBeforeTheLists()
    {
        const PriceBook book = bookOf(listOf(100'000, PriceUnit::PerGbHour));
        Snapshot snapshot = ready(std::nullopt, utc(2, 1));
        snapshot.price = UnitPrice{{3'400'000, u"USD"_s}, PriceUnit::PerHour};

        const Bill bill = book.bill(snapshot, utc(2, 11));

        QCOMPARE(bill.soFar.hours, 240);
        QVERIFY(!bill.soFar.byteHours);
        QCOMPARE(bill.soFar.cost, (Money{240LL * 3'400'000, u"USD"_s})); // also without a size
        QCOMPARE(bill.price->unit, PriceUnit::PerGbHour);
        QCOMPARE(bill.ownPrice, snapshot.price);
        QCOMPARE(book.monthly(snapshot), (Money{732 * 3'400'000LL, u"USD"_s}));
    }

    void hoursThatWouldNotFitAreNotGiven()
    {
        const Bill bill =
            bookOf(listOf(1, PriceUnit::PerGbHour))
                .bill(ready(std::numeric_limits<qint64>::max(), utc(5, 1)), utc(6, 2));
        QCOMPARE(bill.soFar.byteHours, std::nullopt);
    }

    void namesTheOneCycleThatSnapshotsHave()
    {
        PriceList list = listOf(1, PriceUnit::PerGbHour);
        const auto cycle = [&list] {
            return bookOf(list).bill(ready(gigabyte, utc(5, 1)), utc(6, 2)).cycle;
        };
        QCOMPARE(cycle(), QString());
        list.billingCycles = {{{u"h"_s}, u"Hourly"_s, true}, {{u"m"_s}, u"Monthly"_s, false}};
        QCOMPARE(cycle(), u"Hourly"_s);
        list.billingCycles.append({{u"d"_s}, u"Daily"_s, true});
        QCOMPARE(cycle(), QString());
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(BillTest)
#include "billtest.moc"
