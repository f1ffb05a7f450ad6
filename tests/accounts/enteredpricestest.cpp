// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/enteredprices.h"
#include "support/testenvironment.h"

#include <QTest>

#include <limits>

using namespace Accounts;
using namespace Domain;
using namespace Qt::StringLiterals;

class EnteredPricesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesExactDecimals_data();
    void writesExactDecimals();
    void readsWhatItWrote();
    void leavesAloneWhatItCannotUnderstand_data();
    void leavesAloneWhatItCannotUnderstand();
    void knowsItsOwnValuesOfARecord();

private:
    Support::TestEnvironment m_environment;
};

void EnteredPricesTest::writesExactDecimals_data()
{
    QTest::addColumn<qint64>("nanos");
    QTest::addColumn<QString>("expected");
    QTest::addRow("nothing") << qint64(0) << u"0"_s;
    QTest::addRow("the least") << qint64(1) << u"0.000000001"_s;
    QTest::addRow("cents") << qint64(50'000'000) << u"0.05"_s;
    QTest::addRow("whole") << qint64(12'000'000'000) << u"12"_s;
    QTest::addRow("negative") << qint64(-1'500'000'000) << u"-1.5"_s;
    QTest::addRow("the most") << std::numeric_limits<qint64>::max() << u"9223372036.854775807"_s;
}

void EnteredPricesTest::writesExactDecimals()
{
    QFETCH(qint64, nanos);
    QFETCH(QString, expected);
    QCOMPARE(decimalText({nanos, u"EUR"_s}), expected);
    QCOMPARE(moneyFromDecimal(expected, u"EUR"_s).value().nanos, nanos);
}

void EnteredPricesTest::readsWhatItWrote()
{
    for (const PriceUnit unit :
         {PriceUnit::PerGbMonth, PriceUnit::PerGbHour, PriceUnit::PerHour, PriceUnit::PerMonth}) {
        SnapshotPrice server;
        server.price = {{1, u"MMK"_s}, unit};
        SnapshotPrice volume = server;
        volume.kind = SnapshotKind::Volume;
        volume.price.amount.nanos = 0;
        const QList<SnapshotPrice> both{server, volume};
        QCOMPARE(pricesIn(recordOf(both)), both);
        QCOMPARE(pricesIn(recordOf({volume})), QList{volume});
    }
    QVERIFY(recordOf({}).isEmpty());
    QVERIFY(pricesIn({}).isEmpty());
}

void EnteredPricesTest::leavesAloneWhatItCannotUnderstand_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::addRow("no amount") << u"priceServer"_s << QVariant(u"much"_s);
    QTest::addRow("a negative amount") << u"priceServer"_s << QVariant(u"-1"_s);
    QTest::addRow("no unit") << u"priceServerUnit"_s << QVariant(u"parsec"_s);
    QTest::addRow("no currency") << u"priceCurrency"_s << QVariant();
}

void EnteredPricesTest::leavesAloneWhatItCannotUnderstand()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    SnapshotPrice server;
    server.price = {{1, u"EUR"_s}, PriceUnit::PerGbHour};
    QVariantMap record = recordOf({server});
    QCOMPARE(pricesIn(record).size(), 1);
    record.insert(key, value);
    QCOMPARE(pricesIn(record).size(), 0);
}

void EnteredPricesTest::knowsItsOwnValuesOfARecord()
{
    SnapshotPrice server;
    server.price = {{1, u"EUR"_s}, PriceUnit::PerGbHour};
    QVariantMap record = recordOf({server});
    const QVariantMap prices = record;
    record.insert(u"name"_s, u"shop"_s);
    record.insert(u"position"_s, 1);
    QCOMPARE(priceValuesIn(record), prices);
}

QTEST_GUILESS_MAIN(EnteredPricesTest)
#include "enteredpricestest.moc"
