// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/billtext.h"

#include "pricing/pricebook.h"
#include "rowbuilder.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;

namespace {

Pricing::PriceBook bookOf(PriceUnit unit, const QList<BillingCycle> &cycles = {})
{
    PriceList list;
    list.snapshots = {{SnapshotKind::Server, {}, {{14'300'000, u"EUR"_s}, unit}}};
    list.billingCycles = cycles;
    Pricing::PriceBook book;
    book.setPrices(shop(), list, SizeUnit::Gigabyte);
    return book;
}

QString linesOf(const Pricing::PriceBook &book, const Snapshot &snapshot)
{
    QStringList lines;
    for (const BillLine &line : billText(book.bill(snapshot, noon()), noon()).lines) {
        lines.append(line.label + u": " + line.value);
    }
    return lines.join(u'\n');
}

} // namespace

class BillTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsMeterHoursProjectionAndSettlement()
    {
        Snapshot taken = snapshot(u"1"_s, u"weekly"_s);
        taken.created = noon().addDays(-10);
        QCOMPARE(linesOf(bookOf(PriceUnit::PerGbMonth), taken),
                 u"Price: € 0.0143 per GB and month\n"
                 "Meter: from ready, about 10 Nov 12:00, until it is removed\n"
                 "So far in November: € 0.05, for 2,400 GB-h\n"
                 "All of November: € 0.10, for 4,920 GB-h\n"
                 "Settled: from 1 December on, when November is closed (UTC)"_s);
    }

    void tellsTheSnapshotsOwnPriceBesideTheLists()
    {
        Snapshot taken = snapshot(u"1"_s, u"weekly"_s);
        taken.price = UnitPrice{{9'000'000, u"EUR"_s}, PriceUnit::PerHour};
        QVERIFY(linesOf(bookOf(PriceUnit::PerGbMonth), taken)
                    .startsWith(u"Price: € 0.009 per hour, told for this snapshot; € 0.0143 per GB "
                                "and month by the price list\n"_s));
        QVERIFY(linesOf(Pricing::PriceBook(), taken)
                    .startsWith(u"Price: € 0.009 per hour, told for this snapshot\n"_s));
    }

    void saysThatAPriceWasEntered()
    {
        Pricing::PriceBook book;
        book.setPrices(shop(), {}, SizeUnit::Gigabyte);
        book.setEnteredPrices(
            shop(), {{SnapshotKind::Server, {}, {{14'300'000, u"EUR"_s}, PriceUnit::PerGbMonth}}});
        QVERIFY(linesOf(book, snapshot(u"1"_s, u"weekly"_s))
                    .startsWith(u"Price: € 0.0143 per GB and month (entered by you)\n"_s));
    }

    void namesThePriceListOfAProfile()
    {
        Pricing::PriceBook book;
        book.setPrices(shop(), {}, SizeUnit::Gigabyte);
        book.setListedPrices(
            shop(),
            ProfilePrices{
                {{SnapshotKind::Server, {}, {{14'300'000, u"EUR"_s}, PriceUnit::PerGbMonth}}},
                QUrl(u"https://www.example.com/prices"_s),
                QDate(2026, 1, 31)});
        const Snapshot taken = snapshot(u"1"_s, u"weekly"_s);
        QVERIFY2(linesOf(book, taken)
                     .startsWith(u"Price: € 0.0143 per GB and month (by the operator's price "
                                 "list)\nPrice list: www.example.com, as of 31 Jan 2026\n"_s),
                 qPrintable(linesOf(book, taken)));
        QCOMPARE(billText(book.bill(taken, noon()), noon()).lines.at(1).hint,
                 u"https://www.example.com/prices"_s);
    }

    void aPriceByTheHourAloneHasPlainHours()
    {
        QVERIFY(linesOf(bookOf(PriceUnit::PerHour), snapshot(u"1"_s, u"weekly"_s))
                    .contains(u"So far in November: € 0.01, for 1 h\n"_s));
    }

    void tellsTheCycleWhereThereIsOne()
    {
        QVERIFY(linesOf(bookOf(PriceUnit::PerGbHour, {{{u"h"_s}, u"Hourly"_s, true}}),
                        snapshot(u"1"_s, u"weekly"_s))
                    .endsWith(u"Settled: by the cycle “Hourly”"_s));
    }

    void givesNoFigureBeforeItIsReady()
    {
        Snapshot creating = snapshot(u"1"_s, u"weekly"_s);
        creating.status = SnapshotStatus::Creating;
        QCOMPARE(linesOf(bookOf(PriceUnit::PerGbMonth), creating),
                 u"Price: € 0.0143 per GB and month\n"
                 "Meter: starts when it is ready, and stops when it is removed\n"
                 "Settled: from 1 December on, when November is closed (UTC)"_s);
    }

    void givesNoFigureForAFailedOne()
    {
        Snapshot failed = snapshot(u"1"_s, u"weekly"_s);
        failed.status = SnapshotStatus::Failed;
        const QString lines = linesOf(bookOf(PriceUnit::PerGbMonth), failed);
        QVERIFY(lines.contains(u"Meter: not known in this state"_s));
        QVERIFY(!lines.contains(u"So far"_s));
    }

    void withoutAPriceItCountsHoursAndSaysWhy()
    {
        const QString lines = linesOf(Pricing::PriceBook(), snapshot(u"1"_s, u"weekly"_s));
        QVERIFY(lines.startsWith(u"Price: not told by the provider\n"_s));
        QVERIFY(lines.contains(u"So far in November: 10 GB-h\n"_s));
    }

    void saysThatItIsAnEstimateAndWhatIsNotKnown()
    {
        const BillText text = billText({}, noon());
        QVERIFY(text.note.contains(u"estimate"_s));
        QVERIFY(text.note.contains(u"free"_s));
    }

    void countsSizeHoursWithoutRoundingToNothing_data()
    {
        QTest::addColumn<qint64>("byteHours");
        QTest::addColumn<SizeUnit>("unit");
        QTest::addColumn<QString>("text");
        QTest::addRow("none") << qint64(0) << SizeUnit::Gigabyte << u"0 GB-h"_s;
        QTest::addRow("half") << gigabyte / 2 << SizeUnit::Gigabyte << u"0.50 GB-h"_s;
        QTest::addRow("few") << 5 * gigabyte + gigabyte / 20 << SizeUnit::Gigabyte
                             << u"5.05 GB-h"_s;
        QTest::addRow("rounds up to whole")
            << 10 * gigabyte - 1 << SizeUnit::Gigabyte << u"10 GB-h"_s;
        QTest::addRow("many") << 36'000 * gigabyte + gigabyte / 2 << SizeUnit::Gigabyte
                              << u"36,001 GB-h"_s;
        QTest::addRow("binary") << (qint64(1) << 30) * 7 << SizeUnit::Gibibyte << u"7 GiB-h"_s;
        QTest::addRow("most") << std::numeric_limits<qint64>::max() << SizeUnit::Gigabyte
                              << u"9,223,372,037 GB-h"_s;
    }

    void countsSizeHoursWithoutRoundingToNothing()
    {
        QFETCH(qint64, byteHours);
        QFETCH(SizeUnit, unit);
        QFETCH(QString, text);
        QCOMPARE(sizeHoursText(byteHours, unit), text);
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(BillTextTest)
#include "billtexttest.moc"
