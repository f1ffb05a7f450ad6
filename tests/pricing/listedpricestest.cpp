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

const AccountId shop{u"shop"_s};
constexpr qint64 gibibyte = qint64(1) << 30;

SnapshotPrice volumePrice(qint64 nanos, PriceUnit unit = PriceUnit::PerGbMonth)
{
    SnapshotPrice price;
    price.kind = SnapshotKind::Volume;
    price.price = {{nanos, u"EUR"_s}, unit};
    return price;
}

ProfilePrices listed()
{
    return {{volumePrice(50'000'000)}, QUrl(u"https://a.example/prices"_s), QDate(2026, 1, 31)};
}

Snapshot tenGibibytes()
{
    Snapshot snapshot;
    snapshot.key = {shop, SnapshotKind::Volume, {u"1"_s}};
    snapshot.location = LocationId{u"north"_s};
    snapshot.sizeBytes = 10 * gibibyte;
    snapshot.status = SnapshotStatus::Ready;
    snapshot.created = QDateTime(QDate(2026, 11, 1), QTime(0, 0), QTimeZone::UTC);
    return snapshot;
}

} // namespace

/// The prices of an operator's profile: the last to be asked.
class ListedPricesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void standInWhereNobodyTellsAPrice();
    void areByTheHourWhereTheListIs();
    void giveWayToWhatWasEntered();
    void giveWayToWhatTheProviderTells();
    void areOfTheirKindAndAccountAlone();
    void theBillNamesTheList();
    void sayWhetherTheyAreNews();

private:
    Support::TestEnvironment m_environment;
    PriceBook m_book;
};

void ListedPricesTest::init()
{
    m_book = PriceBook();
    m_book.setPrices(shop, PriceList(), SizeUnit::Gibibyte);
    m_book.setListedPrices(shop, listed());
}

void ListedPricesTest::standInWhereNobodyTellsAPrice()
{
    QCOMPARE(m_book.monthly(tenGibibytes()), std::optional(Money{500'000'000, u"EUR"_s}));
    QCOMPARE(m_book.origin(tenGibibytes()), PriceOrigin::Profile);
    QCOMPARE(m_book.listedPrices(shop), std::optional(listed()));
}

void ListedPricesTest::areByTheHourWhereTheListIs()
{
    ProfilePrices hourly = listed();
    hourly.snapshots = {volumePrice(100'000, PriceUnit::PerGbHour)};
    m_book.setListedPrices(shop, hourly);
    QCOMPARE(m_book.monthly(tenGibibytes()),
             std::optional(Money{qint64(10) * 100'000 * operatorMonthHours, u"EUR"_s}));
}

void ListedPricesTest::giveWayToWhatWasEntered()
{
    m_book.setEnteredPrices(shop, {volumePrice(70'000'000)});
    QCOMPARE(m_book.monthly(tenGibibytes()), std::optional(Money{700'000'000, u"EUR"_s}));
    QCOMPARE(m_book.origin(tenGibibytes()), PriceOrigin::Person);
    m_book.setEnteredPrices(shop, {});
    QCOMPARE(m_book.origin(tenGibibytes()), PriceOrigin::Profile);
}

void ListedPricesTest::giveWayToWhatTheProviderTells()
{
    PriceList told;
    told.snapshots = {volumePrice(60'000'000)};
    m_book.setPrices(shop, told, SizeUnit::Gibibyte);
    QCOMPARE(m_book.monthly(tenGibibytes()), std::optional(Money{600'000'000, u"EUR"_s}));
    QCOMPARE(m_book.origin(tenGibibytes()), PriceOrigin::Provider);
}

void ListedPricesTest::areOfTheirKindAndAccountAlone()
{
    QVERIFY(!m_book.unitPrice(shop, SnapshotKind::Server, {}));
    QVERIFY(!m_book.unitPrice(AccountId{u"other"_s}, SnapshotKind::Volume, {}));
    m_book.removeAccount(shop);
    QVERIFY(!m_book.unitPrice(tenGibibytes()));
}

void ListedPricesTest::theBillNamesTheList()
{
    const QDateTime now(QDate(2026, 11, 16), QTime(0, 0), QTimeZone::UTC);
    const Bill bill = m_book.bill(tenGibibytes(), now);
    QCOMPARE(bill.origin, PriceOrigin::Profile);
    QCOMPARE(bill.source, listed().source);
    QCOMPARE(bill.sourceDate, listed().date);
    QCOMPARE(bill.soFar.cost, std::optional(Money{250'000'000, u"EUR"_s}));
    m_book.setEnteredPrices(shop, {volumePrice(70'000'000)});
    QVERIFY(m_book.bill(tenGibibytes(), now).source.isEmpty());
}

void ListedPricesTest::sayWhetherTheyAreNews()
{
    QVERIFY(!m_book.setListedPrices(shop, listed()));
    QVERIFY(m_book.setListedPrices(shop, std::nullopt));
    QVERIFY(!m_book.setListedPrices(shop, std::nullopt));
    QVERIFY(!m_book.unitPrice(tenGibibytes()));
}

QTEST_GUILESS_MAIN(ListedPricesTest)
#include "listedpricestest.moc"
