// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/money.h"
#include "support/testenvironment.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using Domain::Money;
using Domain::moneyFromDecimal;

namespace {

constexpr qint64 largest = std::numeric_limits<qint64>::max();
constexpr qint64 smallest = std::numeric_limits<qint64>::min();
constexpr qint64 unit = 1'000'000'000;

} // namespace

class MoneyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPlainDecimals_data();
    void readsPlainDecimals();
    void refusesWhatIsNoPlainDecimal_data();
    void refusesWhatIsNoPlainDecimal();
    void scalesWithRoundingHalfAwayFromZero_data();
    void scalesWithRoundingHalfAwayFromZero();
    void multipliesThrough128Bits();
    void refusesProductsThatDoNotFit();
    void addsTheSameCurrency();
    void neverAddsDifferentCurrencies();
    void refusesSumsThatDoNotFit();
    void comparesAmountAndCurrency();

private:
    Support::TestEnvironment m_environment;
};

void MoneyTest::readsPlainDecimals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("nanos");
    QTest::addRow("a vendor's price") << u"0.0143000000000000"_s << qint64(14'300'000);
    QTest::addRow("whole") << u"5"_s << 5 * unit;
    QTest::addRow("zero") << u"0"_s << qint64(0);
    QTest::addRow("negative") << u"-1.5"_s << qint64(-1'500'000'000);
    QTest::addRow("no digit before the point") << u".25"_s << qint64(250'000'000);
    QTest::addRow("no digit after the point") << u"2."_s << 2 * unit;
    QTest::addRow("nine digits") << u"0.000000001"_s << qint64(1);
    QTest::addRow("rounded down") << u"0.0000000014999"_s << qint64(1);
    QTest::addRow("rounded up") << u"0.0000000015"_s << qint64(2);
    QTest::addRow("rounded away from zero") << u"-0.0000000015"_s << qint64(-2);
    QTest::addRow("the tenth digit alone decides") << u"0.00000000049"_s << qint64(0);
    QTest::addRow("rounding carries") << u"0.9999999999"_s << unit;
    QTest::addRow("largest") << u"9223372036.854775807"_s << largest;
    QTest::addRow("smallest but one") << u"-9223372036.854775807"_s << -largest;
}

void MoneyTest::readsPlainDecimals()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, nanos);
    QCOMPARE(moneyFromDecimal(text, u"EUR"_s), (Money{nanos, u"EUR"_s}));
}

void MoneyTest::refusesWhatIsNoPlainDecimal_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("empty") << QString();
    QTest::addRow("point alone") << u"."_s;
    QTest::addRow("minus alone") << u"-"_s;
    QTest::addRow("two points") << u"1.2.3"_s;
    QTest::addRow("comma") << u"1,50"_s;
    QTest::addRow("exponent") << u"1e3"_s;
    QTest::addRow("blank") << u" 1"_s;
    QTest::addRow("plus") << u"+1"_s;
    QTest::addRow("two signs") << u"--1"_s;
    QTest::addRow("currency sign") << u"1€"_s;
    QTest::addRow("Burmese digits") << u"၁၂"_s;
    QTest::addRow("just too large") << u"9223372036.854775808"_s;
    QTest::addRow("too large by rounding") << u"9223372036.8547758075"_s;
    QTest::addRow("absurdly large") << QString(400, u'9');
}

void MoneyTest::refusesWhatIsNoPlainDecimal()
{
    QFETCH(const QString, text);
    QCOMPARE(moneyFromDecimal(text, u"EUR"_s), std::nullopt);
}

void MoneyTest::scalesWithRoundingHalfAwayFromZero_data()
{
    QTest::addColumn<qint64>("nanos");
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");
    QTest::addColumn<qint64>("scaled");
    const auto row = [](const char *name, qint64 nanos, qint64 numerator, qint64 denominator,
                        qint64 scaled) {
        QTest::addRow("%s", name) << nanos << numerator << denominator << scaled;
    };
    row("exact", 14'300'000, 50, 1, 715'000'000);
    row("a half goes up", 1, 1, 2, 1);
    row("a negative half goes down", -1, 1, 2, -1);
    row("below a half", 1, 1, 3, 0);
    row("above a half", 2, 1, 3, 1);
    row("a half of an odd count", 3, 1, 2, 2);
    row("by nothing", 123, 0, 7, 0);
    row("bytes of 2.34 GB", 14'300'000, 2'340'000'000, 1'000'000'000, 33'462'000);
}

void MoneyTest::scalesWithRoundingHalfAwayFromZero()
{
    QFETCH(const qint64, nanos);
    QFETCH(const qint64, numerator);
    QFETCH(const qint64, denominator);
    QFETCH(const qint64, scaled);
    QCOMPARE(Domain::scaled({nanos, u"EUR"_s}, numerator, denominator), (Money{scaled, u"EUR"_s}));
}

void MoneyTest::multipliesThrough128Bits()
{
    // 50 GB in bytes at 450 kyat a GB and month: the product needs 75 bits, the result does not.
    const Money rate{450 * unit, u"MMK"_s};
    QCOMPARE(Domain::scaled(rate, 50'000'000'000, 1'000'000'000), (Money{22'500 * unit, u"MMK"_s}));
    QCOMPARE(Domain::scaled({largest, u"MMK"_s}, largest, largest), (Money{largest, u"MMK"_s}));
    QCOMPARE(Domain::scaled({smallest, u"MMK"_s}, largest, largest), (Money{smallest, u"MMK"_s}));
}

void MoneyTest::refusesProductsThatDoNotFit()
{
    QCOMPARE(Domain::scaled({largest, u"EUR"_s}, 2, 1), std::nullopt);
    QCOMPARE(Domain::scaled({smallest, u"EUR"_s}, -1, 1), std::nullopt);
    QCOMPARE(Domain::scaled({largest, u"EUR"_s}, largest, 1), std::nullopt);
}

void MoneyTest::addsTheSameCurrency()
{
    QCOMPARE(Domain::sum({1, u"EUR"_s}, {2, u"EUR"_s}), (Money{3, u"EUR"_s}));
    QCOMPARE(Domain::sum({1, u"EUR"_s}, {-2, u"EUR"_s}), (Money{-1, u"EUR"_s}));
}

void MoneyTest::neverAddsDifferentCurrencies()
{
    QCOMPARE(Domain::sum({1, u"EUR"_s}, {2, u"USD"_s}), std::nullopt);
    QCOMPARE(Domain::sum({0, QString()}, {2, u"USD"_s}), std::nullopt);
}

void MoneyTest::refusesSumsThatDoNotFit()
{
    QCOMPARE(Domain::sum({largest, u"EUR"_s}, {1, u"EUR"_s}), std::nullopt);
    QCOMPARE(Domain::sum({smallest, u"EUR"_s}, {-1, u"EUR"_s}), std::nullopt);
}

void MoneyTest::comparesAmountAndCurrency()
{
    QVERIFY((Money{1, u"EUR"_s} == Money{1, u"EUR"_s}));
    QVERIFY((Money{1, u"EUR"_s} != Money{1, u"USD"_s}));
    QVERIFY((Money{1, u"EUR"_s} != Money{2, u"EUR"_s}));
}

QTEST_GUILESS_MAIN(MoneyTest)
#include "moneytest.moc"
