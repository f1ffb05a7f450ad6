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

SnapshotPrice priceOf(SnapshotKind kind, qint64 nanos, PriceUnit unit = PriceUnit::PerGbMonth)
{
    SnapshotPrice price;
    price.kind = kind;
    price.price = {{nanos, u"EUR"_s}, unit};
    return price;
}

Snapshot tenGibibytes(SnapshotKind kind)
{
    Snapshot snapshot;
    snapshot.key = {shop, kind, {u"1"_s}};
    snapshot.location = LocationId{u"north"_s};
    snapshot.sizeBytes = 10 * gibibyte;
    snapshot.status = SnapshotStatus::Ready;
    snapshot.created = QDateTime(QDate(2026, 11, 1), QTime(0, 0), QTimeZone::UTC);
    return snapshot;
}

} // namespace

class EnteredPricesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void standInWhereTheProviderTellsNone();
    void giveWayToWhatTheProviderTells();
    void giveWayToThePriceOfTheSnapshotItself();
    void areOfTheirAccountAlone();
    void goWhenTheyAreTakenBack();
    void theBillSaysWhoToldThem();

private:
    Support::TestEnvironment m_environment;
    PriceBook m_book;
};

void EnteredPricesTest::init()
{
    m_book = PriceBook();
    m_book.setPrices(shop, PriceList(), SizeUnit::Gibibyte);
    m_book.setEnteredPrices(shop,
                            {priceOf(SnapshotKind::Volume, 50'000'000),
                             priceOf(SnapshotKind::Server, 100'000, PriceUnit::PerGbHour)});
}

void EnteredPricesTest::standInWhereTheProviderTellsNone()
{
    const Snapshot volume = tenGibibytes(SnapshotKind::Volume);
    QCOMPARE(m_book.monthly(volume), std::optional(Money{500'000'000, u"EUR"_s}));
    QCOMPARE(m_book.origin(volume), PriceOrigin::Person);
    const Snapshot server = tenGibibytes(SnapshotKind::Server);
    QCOMPARE(m_book.monthly(server),
             std::optional(Money{qint64(10) * 100'000 * operatorMonthHours, u"EUR"_s}));
    QCOMPARE(m_book.unitPrice(shop, SnapshotKind::Server, {})->unit, PriceUnit::PerGbHour);
}

void EnteredPricesTest::giveWayToWhatTheProviderTells()
{
    PriceList told;
    told.snapshots = {priceOf(SnapshotKind::Volume, 70'000'000)};
    told.snapshots.first().location = LocationId{u"north"_s};
    m_book.setPrices(shop, told, SizeUnit::Gibibyte);
    const Snapshot volume = tenGibibytes(SnapshotKind::Volume);
    QCOMPARE(m_book.unitPrice(volume)->amount.nanos, 70'000'000);
    QCOMPARE(m_book.origin(volume), PriceOrigin::Provider);
    // It tells none for the others.
    QCOMPARE(m_book.origin(tenGibibytes(SnapshotKind::Server)), PriceOrigin::Person);
    QCOMPARE(m_book.origin(shop, SnapshotKind::Volume, LocationId{u"south"_s}),
             PriceOrigin::Person);
}

void EnteredPricesTest::giveWayToThePriceOfTheSnapshotItself()
{
    Snapshot volume = tenGibibytes(SnapshotKind::Volume);
    volume.price = UnitPrice{{1, u"EUR"_s}, PriceUnit::PerMonth};
    QCOMPARE(m_book.unitPrice(volume), volume.price);
    QCOMPARE(m_book.origin(volume), PriceOrigin::Provider);
}

void EnteredPricesTest::areOfTheirAccountAlone()
{
    QVERIFY(!m_book.unitPrice(AccountId{u"other"_s}, SnapshotKind::Volume, {}));
    QCOMPARE(m_book.origin(AccountId{u"other"_s}, SnapshotKind::Volume, {}), PriceOrigin::Provider);
}

void EnteredPricesTest::goWhenTheyAreTakenBack()
{
    m_book.setEnteredPrices(shop, {});
    QVERIFY(!m_book.unitPrice(tenGibibytes(SnapshotKind::Volume)));
    init();
    m_book.removeAccount(shop);
    QVERIFY(!m_book.unitPrice(tenGibibytes(SnapshotKind::Volume)));
}

void EnteredPricesTest::theBillSaysWhoToldThem()
{
    const QDateTime now(QDate(2026, 11, 16), QTime(0, 0), QTimeZone::UTC);
    const Bill bill = m_book.bill(tenGibibytes(SnapshotKind::Volume), now);
    QCOMPARE(bill.origin, PriceOrigin::Person);
    QCOMPARE(bill.soFar.cost, std::optional(Money{250'000'000, u"EUR"_s}));
    m_book.setEnteredPrices(shop, {});
    QCOMPARE(m_book.bill(tenGibibytes(SnapshotKind::Volume), now).origin, PriceOrigin::Provider);
}

QTEST_GUILESS_MAIN(EnteredPricesTest)
#include "enteredpricestest.moc"
