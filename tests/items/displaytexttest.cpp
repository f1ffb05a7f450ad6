// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/displaytext.h"
#include "items/currencies.h"

#include "rowbuilder.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;
using namespace std::chrono_literals;

class DisplayTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsSizesInTheVendorsUnit_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<bool>("isBinary");
        QTest::addColumn<QString>("expected");
        QTest::addRow("nothing") << qint64(0) << false << u"0.00 GB"_s;
        QTest::addRow("usual") << qint64(21'400'000'000) << false << u"21.40 GB"_s;
        QTest::addRow("thousands") << qint64(1'234'500'000'000) << false << u"1,234.50 GB"_s;
        QTest::addRow("least GB") << qint64(10'000'000) << false << u"0.01 GB"_s;
        QTest::addRow("MB") << qint64(9'990'000) << false << u"9.99 MB"_s;
        QTest::addRow("KB") << qint64(4'000) << false << u"4.00 KB"_s;
        QTest::addRow("B") << qint64(7) << false << u"7 B"_s;
        QTest::addRow("GiB") << (qint64(40) << 30) << true << u"40.00 GiB"_s;
        QTest::addRow("MiB") << (qint64(5) << 20) << true << u"5.00 MiB"_s;
        QTest::addRow("largest") << std::numeric_limits<qint64>::max() << false
                                 << u"9,223,372,036.85 GB"_s;
    }
    void showsSizesInTheVendorsUnit()
    {
        QFETCH(const qint64, bytes);
        QFETCH(const bool, isBinary);
        QTEST(sizeText(bytes, isBinary ? SizeUnit::Gibibyte : SizeUnit::Gigabyte), "expected");
    }

    void showsTimesByTheirDistanceFromToday_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<QString>("expected");
        QTest::addRow("today") << utc(2026, 11, 20, 0, 1) << u"Today 00:01"_s;
        QTest::addRow("yesterday") << utc(2026, 11, 19, 23, 0) << u"Yesterday 23:00"_s;
        QTest::addRow("this year") << utc(2026, 11, 12, 19, 30) << u"12 Nov 19:30"_s;
        QTest::addRow("earlier") << utc(2025, 3, 2, 10, 0) << u"2 Mar 2025 10:00"_s;
        QTest::addRow("clock ahead") << utc(2026, 11, 21, 1, 0) << u"21 Nov 01:00"_s;
        QTest::addRow("none") << QDateTime() << u"—"_s;
    }
    void showsTimesByTheirDistanceFromToday()
    {
        QFETCH(const QDateTime, time);
        QTEST(timestampText(time, noon()), "expected");
    }

    void showsWhenSomethingWasLastSeen_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<QString>("expected");
        QTest::addRow("today") << utc(2026, 11, 20, 0, 1) << u"00:01"_s;
        QTest::addRow("yesterday") << utc(2026, 11, 19, 23, 0) << u"19 Nov 23:00"_s;
        QTest::addRow("earlier") << utc(2025, 3, 2, 10, 0) << u"2 Mar 2025 10:00"_s;
    }
    void showsWhenSomethingWasLastSeen()
    {
        QFETCH(const QDateTime, time);
        QTEST(asOfTimeText(time, noon()), "expected");
    }

    void showsAges_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<QString>("expected");
        QTest::addRow("now") << noon().addSecs(-59) << u"now"_s;
        QTest::addRow("clock ahead") << noon().addSecs(3600) << u"now"_s;
        QTest::addRow("minutes") << noon().addSecs(-180) << u"3 min"_s;
        QTest::addRow("hours") << noon().addSecs(-5 * 3600 - 1) << u"5 h"_s;
        QTest::addRow("a day") << noon().addDays(-1) << u"1 d"_s;
        QTest::addRow("days") << noon().addDays(-41) << u"41 d"_s;
        QTest::addRow("two months") << utc(2026, 9, 20, 12) << u"2 months"_s;
        QTest::addRow("short of two months") << utc(2026, 9, 21, 12) << u"60 d"_s;
        QTest::addRow("months") << utc(2026, 3, 2) << u"8 months"_s;
        QTest::addRow("years") << utc(2024, 11, 20) << u"2 years"_s;
        QTest::addRow("none") << QDateTime() << u"—"_s;
    }
    void showsAges()
    {
        QFETCH(const QDateTime, time);
        QTEST(ageText(time, noon()), "expected");
    }

    void showsDurations()
    {
        QCOMPARE(durationText(59s), u"less than a minute"_s);
        QCOMPARE(durationText(22min), u"22 min"_s);
        QCOMPARE(durationText(2h + 22min), u"2 h 22 min"_s);
        QCOMPARE(durationText(3h), u"3 h"_s);
        QCOMPARE(durationText(24h * 41), u"41 d"_s);
    }

    void showsIsoTimesInUtc()
    {
        const QDateTime elsewhere(QDate(2026, 11, 20), QTime(15, 2),
                                  QTimeZone::fromSecondsAheadOfUtc(3600));
        QCOMPARE(isoText(elsewhere), u"2026-11-20T14:02:00Z"_s);
        QCOMPARE(isoText({}), QString());
    }

    void showsMoney_data()
    {
        QTest::addColumn<QString>("decimal");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("expected");
        QTest::addRow("usual") << u"0.25"_s << u"EUR"_s << u"€ 0.25"_s;
        QTest::addRow("rounded") << u"0.305"_s << u"EUR"_s << u"€ 0.31"_s;
        QTest::addRow("dollars") << u"3"_s << u"USD"_s << u"$ 3.00"_s;
        QTest::addRow("pounds") << u"1234.5"_s << u"GBP"_s << u"£ 1,234.50"_s;
        QTest::addRow("kyat") << u"4392.4"_s << u"MMK"_s << u"K 4,392"_s;
        QTest::addRow("little kyat") << u"9"_s << u"MMK"_s << u"K 9.00"_s;
        QTest::addRow("yen") << u"120.4"_s << u"JPY"_s << u"¥ 120"_s;
        QTest::addRow("no symbol") << u"7.5"_s << u"CHF"_s << u"CHF 7.50"_s;
        QTest::addRow("no currency") << u"7.5"_s << QString() << u"7.50"_s;
        QTest::addRow("nothing") << u"0"_s << u"EUR"_s << u"€ 0.00"_s;
        QTest::addRow("just a cent") << u"0.01"_s << u"EUR"_s << u"€ 0.01"_s;
        QTest::addRow("below a cent") << u"0.005"_s << u"EUR"_s << u"€ 0.005"_s;
        QTest::addRow("small") << u"0.0004"_s << u"EUR"_s << u"€ 0.0004"_s;
        QTest::addRow("smallest") << u"0.000001"_s << u"EUR"_s << u"€ 0.000001"_s;
        QTest::addRow("too small") << u"0.0000004"_s << u"EUR"_s << u"under € 0.000001"_s;
        QTest::addRow("negative") << u"-0.25"_s << u"EUR"_s << u"€ -0.25"_s;
        QTest::addRow("large") << u"9223372036"_s << u"EUR"_s << u"€ 9,223,372,036.00"_s;
    }
    void showsMoney()
    {
        QFETCH(const QString, decimal);
        QFETCH(const QString, currency);
        QTEST(moneyText(moneyFromDecimal(decimal, currency).value()), "expected");
    }

    void showsCurrenciesSideBySide()
    {
        QCOMPARE(moneyListText({euro(14'200'000'000), {31'750'000'000, u"USD"_s}}),
                 u"€ 14.20 · $ 31.75"_s);
        QCOMPARE(moneyListText({}), QString());
    }

    void showsRatesWithFourDigitsThatCount_data()
    {
        QTest::addColumn<QString>("decimal");
        QTest::addColumn<int>("unit");
        QTest::addColumn<QString>("expected");
        QTest::addRow("GB-month") << u"0.0143"_s << int(PriceUnit::PerGbMonth)
                                  << u"€ 0.0143 per GB and month"_s;
        QTest::addRow("GB-hour") << u"0.075"_s << int(PriceUnit::PerGbHour)
                                 << u"€ 0.075 per GB and hour"_s;
        QTest::addRow("hour") << u"9"_s << int(PriceUnit::PerHour) << u"€ 9.00 per hour"_s;
        QTest::addRow("month") << u"1.5"_s << int(PriceUnit::PerMonth) << u"€ 1.50 per month"_s;
        QTest::addRow("long") << u"0.123456789"_s << int(PriceUnit::PerHour)
                              << u"€ 0.1235 per hour"_s;
        QTest::addRow("with tax") << u"0.0119"_s << int(PriceUnit::PerGbMonth)
                                  << u"€ 0.0119 per GB and month"_s;
        QTest::addRow("a cent") << u"0.01"_s << int(PriceUnit::PerGbMonth)
                                << u"€ 0.01 per GB and month"_s;
        QTest::addRow("above one")
            << u"1.23456"_s << int(PriceUnit::PerMonth) << u"€ 1.235 per month"_s;
        QTest::addRow("large") << u"12345.678"_s << int(PriceUnit::PerMonth)
                               << u"€ 12,345.68 per month"_s;
        QTest::addRow("tiny") << u"0.0000001"_s << int(PriceUnit::PerHour)
                              << u"€ 0.0000001 per hour"_s;
        QTest::addRow("smallest") << u"0.000000001"_s << int(PriceUnit::PerHour)
                                  << u"€ 0.000000001 per hour"_s;
        QTest::addRow("nothing") << u"0"_s << int(PriceUnit::PerHour) << u"€ 0.00 per hour"_s;
    }
    void showsRatesWithFourDigitsThatCount()
    {
        QFETCH(const QString, decimal);
        QFETCH(const int, unit);
        const UnitPrice price{moneyFromDecimal(decimal, u"EUR"_s).value(), PriceUnit(unit)};
        QTEST(unitPriceText(price), "expected");
    }

    void showsRatesOfEveryCurrency_data()
    {
        QTest::addColumn<QString>("decimal");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("expected");
        QTest::addRow("an hour's kyat") << u"0.0273"_s << u"MMK"_s << u"K 0.0273"_s;
        QTest::addRow("a kyat's part") << u"0.000273224"_s << u"MMK"_s << u"K 0.0002732"_s;
        QTest::addRow("a month's kyat") << u"14600"_s << u"MMK"_s << u"K 14,600"_s;
        QTest::addRow("just below a thousand") << u"999.5"_s << u"MMK"_s << u"K 999.50"_s;
        QTest::addRow("yen") << u"120"_s << u"JPY"_s << u"¥ 120"_s;
        QTest::addRow("an hour's yen") << u"0.164"_s << u"JPY"_s << u"¥ 0.164"_s;
        QTest::addRow("no symbol") << u"0.01234"_s << u"CHF"_s << u"CHF 0.01234"_s;
        QTest::addRow("negative") << u"-0.01234567"_s << u"EUR"_s << u"€ -0.01235"_s;
        QTest::addRow("largest") << u"9223372036"_s << u"EUR"_s << u"€ 9,223,372,036.00"_s;
    }
    void showsRatesOfEveryCurrency()
    {
        QFETCH(const QString, decimal);
        QFETCH(const QString, currency);
        QTEST(rateText(moneyFromDecimal(decimal, currency).value()), "expected");
    }

    void writesACurrencyAsItsOperatorDoes()
    {
        setCurrencySymbols({{u"XAF"_s, u"FCFA"_s}, {u"MMK"_s, u"Ks"_s}});
        const QString unknown = moneyText({1'500'000'000, u"XAF"_s});
        const QString known = moneyText({14'600'000'000'000, u"MMK"_s});
        const QString other = moneyText({1'500'000'000, u"EUR"_s});
        setCurrencySymbols({});
        QCOMPARE(unknown, u"FCFA 1.50"_s);
        QCOMPARE(known, u"Ks 14,600"_s);
        QCOMPARE(other, u"€ 1.50"_s);
        QCOMPARE(moneyText({14'600'000'000'000, u"MMK"_s}), u"K 14,600"_s);
    }

    void showsDigitsOfTheLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QString size = sizeText(1'234'500'000'000, SizeUnit::Gigabyte);
        const QString money = moneyText(euro(250'000'000));
        QLocale::setDefault(QLocale::c());
        QCOMPARE(size, u"1.234,50 GB"_s);
        QCOMPARE(money, u"€ 0,25"_s);
    }

    void showsAnUnknownStateInTheVendorsWord()
    {
        QCOMPARE(statusText(SnapshotStatus::Ready, u"available"_s), u"ready"_s);
        QCOMPARE(statusText(SnapshotStatus::Unknown, u"in_use\n"_s), u"in_use"_s);
        QCOMPARE(statusText(SnapshotStatus::Unknown, {}), u"unknown"_s);
        Snapshot snapshot;
        snapshot.status = SnapshotStatus::Ready;
        QCOMPARE(statusText(snapshot), u"ready"_s);
        snapshot.isInUse = true;
        QCOMPARE(statusText(snapshot), u"in use"_s);
        snapshot.status = SnapshotStatus::Removing;
        QCOMPARE(statusText(snapshot), u"removing"_s);
        QCOMPARE(powerText(PowerState::Changing, u"stopping"_s), u"stopping"_s);
        QCOMPARE(powerText(PowerState::Changing, {}), u"changing"_s);
        QCOMPARE(powerText(PowerState::Stopped, u"off"_s), u"off"_s);
        QCOMPARE(powerText(PowerState::Unknown, {}), u"unknown"_s);
    }

    void saysWhatAutomaticBackupsCost()
    {
        Resource server;
        QCOMPARE(automaticBackupText(server, u"20.00"_s), QString());
        server.hasAutomaticBackups = false;
        QCOMPARE(automaticBackupText(server, u"20.00"_s), u"off"_s);
        server.hasAutomaticBackups = true;
        QCOMPARE(automaticBackupText(server, u"20.00"_s), u"on, 20 % of the server's price"_s);
        QCOMPARE(automaticBackupText(server, u"12.5"_s), u"on, 12.5 % of the server's price"_s);
        QCOMPARE(automaticBackupText(server, {}), u"on"_s);
    }

    void keepsNamesOnOneLine()
    {
        QCOMPARE(snapshotNameText(snapshot(u"1"_s, u" two\nlines "_s)), u"two lines"_s);
        QCOMPARE(snapshotNameText(snapshot(u"1"_s, u" \n"_s)), u"(no name)"_s);
        QCOMPARE(quotedName(u"a\tb"_s), u"“a b”"_s);
        QCOMPARE(quotedName({}), u"“(no name)”"_s);
    }

    void keepsTheDirectionOfANameToItself()
    {
        QCOMPARE(inlineName(u"web-1"_s), u"web-1"_s);
        QCOMPARE(inlineName(u"גיבוי"_s), u"\u2068גיבוי\u2069"_s);
    }

    void showsMarkupInANameAsItIs()
    {
        QCOMPARE(plainToolTip(u"before 8.4 & after"_s), u"before 8.4 & after"_s);
        const QString shown = plainToolTip(u"<img src='file:///x'>"_s);
        QVERIFY2(shown.contains(u"&lt;img"_s), qPrintable(shown));
        QVERIFY2(!shown.contains(u"<img"_s), qPrintable(shown));
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(DisplayTextTest)
#include "displaytexttest.moc"
