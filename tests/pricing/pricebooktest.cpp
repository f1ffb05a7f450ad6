// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/pricebook.h"
#include "support/testenvironment.h"

#include <QTest>
#include <QTimeZone>

using namespace Domain;
using namespace Pricing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 gigabyte = 1'000'000'000;
constexpr qint64 gibibyte = 1'073'741'824;

AccountId shop()
{
    return AccountId{u"shop"_s};
}

QDateTime utc(int year, int month, int day, int hour = 0, int minute = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), QTimeZone::UTC);
}

SnapshotPrice price(const QString &amount, const QString &currency, PriceUnit unit,
                    SnapshotKind kind = SnapshotKind::Server, const QString &location = {})
{
    return SnapshotPrice{kind, LocationId{location},
                         UnitPrice{moneyFromDecimal(amount, currency).value_or(Money()), unit}};
}

PriceBook bookWith(const QList<SnapshotPrice> &prices, SizeUnit unit = SizeUnit::Gigabyte)
{
    PriceBook book;
    PriceList list;
    list.currency = prices.isEmpty() ? QString() : prices.first().price.amount.currency;
    list.snapshots = prices;
    book.setPrices(shop(), list, unit);
    return book;
}

Snapshot snapshotOf(std::optional<qint64> bytes, const QDateTime &created = utc(2025, 1, 1))
{
    Snapshot snapshot;
    snapshot.key = SnapshotKey{shop(), SnapshotKind::Server, SnapshotId{u"1"_s}};
    snapshot.sizeBytes = bytes;
    snapshot.created = created;
    return snapshot;
}

/// "0.305900000 EUR", or "nothing": so that a failure reads by itself.
QString text(const std::optional<Money> &money)
{
    if (!money) {
        return u"nothing"_s;
    }
    constexpr qint64 unit = 1'000'000'000;
    return u"%1.%2 %3"_s.arg(money->nanos / unit)
        .arg(money->nanos % unit, 9, 10, QChar(u'0'))
        .arg(money->currency);
}

} // namespace

class PriceBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMonthCostsWhatThePriceSaysForTheSize_data();
    void aMonthCostsWhatThePriceSaysForTheSize();
    void countsTheSizeInTheVendorsUnit();
    void aPriceOfTheLocationGoesBeforeThePriceForEverywhere();
    void aSnapshotWithoutLocationTakesThePriceForEverywhereAlone();
    void kindsHavePricesOfTheirOwn();
    void answersNothingWhereSomethingIsNotKnown();
    void forgetsTheAccountThatWasRemoved();
    void aCopyThatDoesNotExistYetCostsTheSame();
    void anHourCostsTheHourlyPriceTimesTheSize();
    void plansOfOtherStorageAreLeftOut();

    void fiftyGigabytesForAMonthCostWhatAHundredDoForHalfOfIt();
    void countsFromTheStartOfTheMonthOrFromCreation_data();
    void countsFromTheStartOfTheMonthOrFromCreation();
    void theMonthIsTheOneOfUtcWhateverZoneTheTimeIsGivenIn();
    void atTheEndOfTheMonthTheProjectionIsWhatItHasCost();
    void aProjectionOfAnOlderSnapshotIsTheMonthlyFigure();
    void aPriceByTheHourIsProjectedByTheHoursOfThisMonth();

    void kyatRatesDoNotOverflow();
    void aFigureThatCannotFitIsNotGiven();

    void totalsNeverAddCurrenciesUp();
    void totalsSayWhenAnAmountWasLeftOut();

private:
    Support::TestEnvironment m_environment;
};

void PriceBookTest::aMonthCostsWhatThePriceSaysForTheSize_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<PriceUnit>("unit");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("expected");

    QTest::addRow("per GB and month")
        << u"0.0143"_s << PriceUnit::PerGbMonth << qint64(21.4 * gigabyte) << u"0.306020000 EUR"_s;
    QTest::addRow("per GB and hour: a month has 732 hours")
        << u"0.075"_s << PriceUnit::PerGbHour << 120 * gigabyte << u"6588.000000000 EUR"_s;
    QTest::addRow("per hour, whatever the size")
        << u"0.01"_s << PriceUnit::PerHour << 500 * gigabyte << u"7.320000000 EUR"_s;
    QTest::addRow("per month, whatever the size")
        << u"3.00"_s << PriceUnit::PerMonth << 500 * gigabyte << u"3.000000000 EUR"_s;
    QTest::addRow("no byte costs nothing")
        << u"0.0143"_s << PriceUnit::PerGbMonth << qint64(0) << u"0.000000000 EUR"_s;
    QTest::addRow("one byte is rounded once, half away from zero")
        << u"0.5"_s << PriceUnit::PerGbMonth << qint64(1) << u"0.000000001 EUR"_s;
}

void PriceBookTest::aMonthCostsWhatThePriceSaysForTheSize()
{
    QFETCH(QString, amount);
    QFETCH(PriceUnit, unit);
    QFETCH(qint64, bytes);
    QFETCH(QString, expected);

    const PriceBook book = bookWith({price(amount, u"EUR"_s, unit)});

    QCOMPARE(text(book.monthly(snapshotOf(bytes))), expected);
}

void PriceBookTest::countsTheSizeInTheVendorsUnit()
{
    const SnapshotPrice perUnit = price(u"1"_s, u"USD"_s, PriceUnit::PerGbMonth);

    QCOMPARE(text(bookWith({perUnit}, SizeUnit::Gibibyte).monthly(snapshotOf(10 * gibibyte))),
             u"10.000000000 USD"_s);
    QCOMPARE(text(bookWith({perUnit}, SizeUnit::Gigabyte).monthly(snapshotOf(10 * gibibyte))),
             u"10.737418240 USD"_s);
}

void PriceBookTest::aPriceOfTheLocationGoesBeforeThePriceForEverywhere()
{
    const PriceBook book =
        bookWith({price(u"1"_s, u"EUR"_s, PriceUnit::PerMonth),
                  price(u"2"_s, u"EUR"_s, PriceUnit::PerMonth, SnapshotKind::Server, u"hel1"_s)});
    Snapshot snapshot = snapshotOf(gigabyte);

    snapshot.location = LocationId{u"hel1"_s};
    QCOMPARE(text(book.monthly(snapshot)), u"2.000000000 EUR"_s);

    snapshot.location = LocationId{u"fsn1"_s};
    QCOMPARE(text(book.monthly(snapshot)), u"1.000000000 EUR"_s);
}

void PriceBookTest::aSnapshotWithoutLocationTakesThePriceForEverywhereAlone()
{
    const SnapshotPrice here =
        price(u"2"_s, u"EUR"_s, PriceUnit::PerMonth, SnapshotKind::Server, u"hel1"_s);
    const SnapshotPrice everywhere = price(u"1"_s, u"EUR"_s, PriceUnit::PerMonth);

    QCOMPARE(text(bookWith({here}).monthly(snapshotOf(gigabyte))), u"nothing"_s);
    QCOMPARE(text(bookWith({here, everywhere}).monthly(snapshotOf(gigabyte))),
             u"1.000000000 EUR"_s);
}

void PriceBookTest::kindsHavePricesOfTheirOwn()
{
    const PriceBook book =
        bookWith({price(u"1"_s, u"EUR"_s, PriceUnit::PerMonth, SnapshotKind::Volume)});
    Snapshot snapshot = snapshotOf(gigabyte);
    QCOMPARE(text(book.monthly(snapshot)), u"nothing"_s);

    snapshot.key.kind = SnapshotKind::Volume;
    QCOMPARE(text(book.monthly(snapshot)), u"1.000000000 EUR"_s);
}

void PriceBookTest::answersNothingWhereSomethingIsNotKnown()
{
    const QDateTime now = utc(2026, 6, 15);
    const PriceBook book = bookWith({price(u"0.01"_s, u"EUR"_s, PriceUnit::PerGbMonth)});

    QCOMPARE(text(book.monthly(snapshotOf(std::nullopt))), u"nothing"_s);
    QCOMPARE(text(book.soFarThisMonth(snapshotOf(std::nullopt), now)), u"nothing"_s);
    QCOMPARE(text(book.soFarThisMonth(snapshotOf(gigabyte, QDateTime()), now)), u"nothing"_s);
    QCOMPARE(text(book.projectedThisMonth(snapshotOf(gigabyte, QDateTime()), now)), u"nothing"_s);
    QCOMPARE(text(book.monthly(snapshotOf(-1))), u"nothing"_s);
    QCOMPARE(text(PriceBook().monthly(snapshotOf(gigabyte))), u"nothing"_s);
    QCOMPARE(text(PriceBook().soFarThisMonth(snapshotOf(gigabyte), now)), u"nothing"_s);
}

void PriceBookTest::forgetsTheAccountThatWasRemoved()
{
    PriceBook book = bookWith({price(u"0.01"_s, u"EUR"_s, PriceUnit::PerGbMonth)});
    QVERIFY(book.monthly(snapshotOf(gigabyte)));

    book.removeAccount(shop());

    QCOMPARE(text(book.monthly(snapshotOf(gigabyte))), u"nothing"_s);
}

void PriceBookTest::aCopyThatDoesNotExistYetCostsTheSame()
{
    const PriceBook book = bookWith({price(u"0.0143"_s, u"EUR"_s, PriceUnit::PerGbMonth)});

    QCOMPARE(text(book.monthly(shop(), SnapshotKind::Server, LocationId{u"fsn1"_s}, 40 * gigabyte)),
             text(book.monthly(snapshotOf(40 * gigabyte))));
}

void PriceBookTest::anHourCostsTheHourlyPriceTimesTheSize()
{
    const SnapshotPrice hourly = price(u"0.0273"_s, u"MMK"_s, PriceUnit::PerGbHour);
    const PriceBook book = bookWith({hourly});
    QCOMPARE(text(book.hourly(shop(), hourly.price, 50'000'000'000)), u"1.365000000 MMK"_s);
    QCOMPARE(text(book.monthly(shop(), hourly.price, 50'000'000'000)), u"999.180000000 MMK"_s);
    const SnapshotPrice monthly = price(u"0.0119"_s, u"EUR"_s, PriceUnit::PerGbMonth);
    QCOMPARE(text(book.hourly(shop(), monthly.price, 50'000'000'000)), u"nothing"_s);
}

void PriceBookTest::plansOfOtherStorageAreLeftOut()
{
    SnapshotPrice disk = price(u"1"_s, u"MMK"_s, PriceUnit::PerGbHour);
    disk.storageCategory = u"hdd"_s;
    SnapshotPrice fast = price(u"3"_s, u"MMK"_s, PriceUnit::PerGbHour);
    fast.storageCategory = u"nvme"_s;
    const PriceBook book = bookWith({disk, fast});
    const auto unit = [&book](const QString &category) {
        const auto found = book.unitPrice(shop(), SnapshotKind::Server, {}, category);
        return text(found ? std::optional(found->amount) : std::nullopt);
    };
    QCOMPARE(unit(u"nvme"_s), u"3.000000000 MMK"_s);
    QCOMPARE(unit(u"hdd"_s), u"1.000000000 MMK"_s);
    QCOMPARE(unit(u"tape"_s), u"nothing"_s);
}

void PriceBookTest::fiftyGigabytesForAMonthCostWhatAHundredDoForHalfOfIt()
{
    // June has 30 days; its second half begins on the 16th.
    const QDateTime end = utc(2026, 6, 30, 23, 59);
    for (const PriceUnit unit : {PriceUnit::PerGbMonth, PriceUnit::PerGbHour}) {
        const PriceBook book = bookWith({price(u"0.0143"_s, u"EUR"_s, unit)});
        const QString whole = text(book.soFarThisMonth(snapshotOf(50 * gigabyte), end));
        const QString half =
            text(book.soFarThisMonth(snapshotOf(100 * gigabyte, utc(2026, 6, 16)), end));
        QCOMPARE(half, whole);
    }
    const PriceBook book = bookWith({price(u"0.0143"_s, u"EUR"_s, PriceUnit::PerGbMonth)});
    QCOMPARE(text(book.soFarThisMonth(snapshotOf(50 * gigabyte), end)), u"0.715000000 EUR"_s);
}

void PriceBookTest::countsFromTheStartOfTheMonthOrFromCreation_data()
{
    QTest::addColumn<QDateTime>("created");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QString>("soFar");
    QTest::addColumn<QString>("projected");

    // 720 GB at 1 a GB and month, June's 720 hours: each hour costs 1.
    QTest::addRow("created years ago")
        << utc(2024, 2, 29) << utc(2026, 6, 11) << u"240.000000000 EUR"_s << u"720.000000000 EUR"_s;
    QTest::addRow("created this month")
        << utc(2026, 6, 10) << utc(2026, 6, 11) << u"24.000000000 EUR"_s << u"504.000000000 EUR"_s;
    QTest::addRow("a started hour counts whole")
        << utc(2026, 6, 10, 12, 0) << utc(2026, 6, 10, 13, 1) << u"2.000000000 EUR"_s
        << u"492.000000000 EUR"_s;
    QTest::addRow("just created") << utc(2026, 6, 10) << utc(2026, 6, 10) << u"0.000000000 EUR"_s
                                  << u"504.000000000 EUR"_s;
    QTest::addRow("created by a clock that is ahead")
        << utc(2026, 6, 10, 2) << utc(2026, 6, 10, 1) << u"0.000000000 EUR"_s
        << u"502.000000000 EUR"_s;
    QTest::addRow("the month's first moment")
        << utc(2026, 1, 1) << utc(2026, 6, 1) << u"0.000000000 EUR"_s << u"720.000000000 EUR"_s;
    QTest::addRow("created next month")
        << utc(2026, 7, 2) << utc(2026, 6, 30) << u"0.000000000 EUR"_s << u"0.000000000 EUR"_s;
}

void PriceBookTest::countsFromTheStartOfTheMonthOrFromCreation()
{
    QFETCH(QDateTime, created);
    QFETCH(QDateTime, now);
    QFETCH(QString, soFar);
    QFETCH(QString, projected);
    const PriceBook book = bookWith({price(u"1"_s, u"EUR"_s, PriceUnit::PerGbMonth)});
    const Snapshot snapshot = snapshotOf(720 * gigabyte, created);

    QCOMPARE(text(book.soFarThisMonth(snapshot, now)), soFar);
    QCOMPARE(text(book.projectedThisMonth(snapshot, now)), projected);
}

void PriceBookTest::theMonthIsTheOneOfUtcWhateverZoneTheTimeIsGivenIn()
{
    const PriceBook book = bookWith({price(u"1"_s, u"EUR"_s, PriceUnit::PerGbMonth)});
    const Snapshot snapshot = snapshotOf(720 * gigabyte);
    // 3 in the morning of 1 July in Yangon is 20:30 on 30 June in UTC.
    const QDateTime yangon(QDate(2026, 7, 1), QTime(3, 0),
                           QTimeZone::fromSecondsAheadOfUtc(6 * 3600 + 1800));

    QCOMPARE(text(book.soFarThisMonth(snapshot, yangon)), u"717.000000000 EUR"_s);
}

void PriceBookTest::atTheEndOfTheMonthTheProjectionIsWhatItHasCost()
{
    const PriceBook book = bookWith({price(u"0.0143"_s, u"EUR"_s, PriceUnit::PerGbMonth)});
    const Snapshot snapshot = snapshotOf(37 * gigabyte, utc(2026, 2, 11, 7, 13));
    const QDateTime lastHour = utc(2026, 2, 28, 23, 30);

    QCOMPARE(text(book.soFarThisMonth(snapshot, lastHour)),
             text(book.projectedThisMonth(snapshot, lastHour)));
}

void PriceBookTest::aProjectionOfAnOlderSnapshotIsTheMonthlyFigure()
{
    const PriceBook book = bookWith({price(u"0.0143"_s, u"EUR"_s, PriceUnit::PerGbMonth)});
    const Snapshot snapshot = snapshotOf(37 * gigabyte);
    for (int month = 1; month <= 12; ++month) {
        QCOMPARE(text(book.projectedThisMonth(snapshot, utc(2028, month, 9, 5, 31))),
                 text(book.monthly(snapshot)));
    }
}

void PriceBookTest::aPriceByTheHourIsProjectedByTheHoursOfThisMonth()
{
    const PriceBook book = bookWith({price(u"1"_s, u"EUR"_s, PriceUnit::PerGbHour)});
    const Snapshot snapshot = snapshotOf(gigabyte);

    QCOMPARE(text(book.projectedThisMonth(snapshot, utc(2026, 2, 5))), u"672.000000000 EUR"_s);
    QCOMPARE(text(book.projectedThisMonth(snapshot, utc(2026, 3, 5))), u"744.000000000 EUR"_s);
    QCOMPARE(text(book.monthly(snapshot)), u"732.000000000 EUR"_s);
}

void PriceBookTest::kyatRatesDoNotOverflow()
{
    // 50 GB in bytes times the rate in nanos is 2.7e21: far beyond 64 bits.
    const PriceBook perMonth = bookWith({price(u"54.9"_s, u"MMK"_s, PriceUnit::PerGbMonth)});
    QCOMPARE(text(perMonth.monthly(snapshotOf(50 * gigabyte))), u"2745.000000000 MMK"_s);

    const PriceBook perHour = bookWith({price(u"9.5"_s, u"MMK"_s, PriceUnit::PerGbHour)});
    QCOMPARE(text(perHour.monthly(snapshotOf(10'000 * gigabyte))), u"69540000.000000000 MMK"_s);
    QCOMPARE(text(perHour.projectedThisMonth(snapshotOf(10'000 * gigabyte), utc(2026, 6, 2))),
             u"68400000.000000000 MMK"_s);
}

void PriceBookTest::aFigureThatCannotFitIsNotGiven()
{
    const PriceBook book = bookWith({price(u"900000000"_s, u"MMK"_s, PriceUnit::PerGbHour)});
    const qint64 most = std::numeric_limits<qint64>::max();

    QCOMPARE(text(book.monthly(snapshotOf(gigabyte))), u"nothing"_s);
    QCOMPARE(text(book.monthly(snapshotOf(most))), u"nothing"_s);
    QCOMPARE(text(book.soFarThisMonth(snapshotOf(most), utc(2026, 6, 30))), u"nothing"_s);
}

void PriceBookTest::totalsNeverAddCurrenciesUp()
{
    Totals totals;
    QVERIFY(totals.sums().isEmpty());

    totals.add(Money{1, u"EUR"_s});
    totals.add(Money{20, u"MMK"_s});
    totals.add(Money{300, u"USD"_s});
    totals.add(Money{4, u"EUR"_s});
    totals.add(Money{50, u"MMK"_s});

    const QList<Money> expected{Money{5, u"EUR"_s}, Money{70, u"MMK"_s}, Money{300, u"USD"_s}};
    QCOMPARE(totals.sums(), expected);
    QVERIFY(!totals.isIncomplete());
}

void PriceBookTest::totalsSayWhenAnAmountWasLeftOut()
{
    const qint64 most = std::numeric_limits<qint64>::max();
    Totals totals;
    totals.add(Money{most, u"MMK"_s});
    totals.add(Money{1, u"MMK"_s});
    totals.add(Money{1, u"EUR"_s});

    const QList<Money> expected{Money{most, u"MMK"_s}, Money{1, u"EUR"_s}};
    QCOMPARE(totals.sums(), expected);
    QVERIFY(totals.isIncomplete());
}

QTEST_GUILESS_MAIN(PriceBookTest)
#include "pricebooktest.moc"
