// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotmodel.h"

#include "rowbuilder.h"
#include "support/manualclock.h"
#include "support/modeltext.h"
#include "support/testenvironment.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;
using namespace std::chrono_literals;

namespace {

SnapshotRow migration()
{
    SnapshotRow row = ItemsTest::row(u"1"_s, u"before 8.4 migration"_s);
    row.snapshot.created = utc(2026, 11, 20, 9, 40);
    row.snapshot.sizeBytes = 21'400'000'000;
    row.snapshot.diskBytes = 40 * gigabyte;
    row.snapshot.isProtected = true;
    row.sourceName = u"db-1"_s;
    row.locationName = u"Falkenstein"_s;
    row.locationCode = u"fsn1"_s;
    row.monthly = euro(306'020'000);
    row.unitPrice = UnitPrice{euro(14'300'000), PriceUnit::PerGbMonth};
    row.colour = 2;
    return row;
}

/// Nothing is known but the key.
SnapshotRow bare()
{
    SnapshotRow row;
    row.snapshot.key = keyOf(u"1"_s);
    return row;
}

struct Shown
{
    Support::ManualClock clock{noon()};
    SnapshotModel model{clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    explicit Shown(const SnapshotRow &row) { model.merge(shop(), {row}); }

    [[nodiscard]] QVariant data(SnapshotModel::Column column, int role) const
    {
        return model.index(0, column).data(role);
    }
    [[nodiscard]] QString text(SnapshotModel::Column column, int role = Qt::DisplayRole) const
    {
        return data(column, role).toString();
    }
    [[nodiscard]] QString tip(SnapshotModel::Column column) const
    {
        return text(column, Qt::ToolTipRole);
    }
    [[nodiscard]] QString spoken(SnapshotModel::Column column) const
    {
        return text(column, Qt::AccessibleTextRole);
    }
};

} // namespace

class SnapshotColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysUntilWhenARowIsKept()
    {
        Shown shown(migration());
        shown.model.setKeepUntil(keyOf(u"1"_s), utc(2026, 11, 27, 22));
        QCOMPARE(shown.text(SnapshotModel::Name, SnapshotModel::SecondaryTextRole),
                 u" · until 27 Nov"_s);
        QCOMPARE(shown.spoken(SnapshotModel::Name),
                 u"before 8.4 migration, protected, kept until 27 Nov"_s);
        QVERIFY(shown.tip(SnapshotModel::Name).contains(u"Kept until 27 Nov 2026"_s));
        QVERIFY(shown.tip(SnapshotModel::Name).contains(u"never removed by itself"_s));
        shown.clock.advance(24h * 8);
        QCOMPARE(shown.text(SnapshotModel::Name, SnapshotModel::SecondaryTextRole),
                 u" · past 27 Nov"_s);
        QCOMPARE(shown.spoken(SnapshotModel::Name),
                 u"before 8.4 migration, protected, past its date, 27 Nov"_s);
    }

    void saysThatARowIsToBeRemoved()
    {
        Shown shown(migration());
        QVERIFY(!shown.data(SnapshotModel::Name, SnapshotModel::ToBeRemovedRole).toBool());
        shown.model.setToBeRemoved({keyOf(u"1"_s)});
        QVERIFY(shown.data(SnapshotModel::Name, SnapshotModel::ToBeRemovedRole).toBool());
        QCOMPARE(shown.text(SnapshotModel::Status), u"to be removed"_s);
        QCOMPARE(shown.spoken(SnapshotModel::Name),
                 u"before 8.4 migration, protected, to be removed"_s);
        QVERIFY(shown.tip(SnapshotModel::Status).contains(u"can be undone"_s));
    }

    void showsARow()
    {
        const Shown shown(migration());
        QCOMPARE(Support::modelText(shown.model),
                 u"before 8.4 migration | Today 09:40 | 21.40 GB | ready | db-1 | Server | "
                 "Falkenstein | € 0.31 | shop"_s);
        QCOMPARE(shown.text(SnapshotModel::Timestamp, SnapshotModel::SecondaryTextRole),
                 u" · 2 h"_s);
        QCOMPARE(shown.data(SnapshotModel::Name, SnapshotModel::ColourRole), 2);
        QCOMPARE(shown.data(SnapshotModel::Name, SnapshotModel::ProtectedRole), true);
        QCOMPARE(shown.data(SnapshotModel::Name, SnapshotModel::SourceGoneRole), false);
        QCOMPARE(shown.data(SnapshotModel::Name, SnapshotModel::StatusRole),
                 int(SnapshotStatus::Ready));
        QCOMPARE(shown.data(SnapshotModel::Kind, SnapshotModel::KeyRole).value<SnapshotKey>(),
                 keyOf(u"1"_s));
    }

    void explainsARow()
    {
        const Shown shown(migration());
        QCOMPARE(Support::modelText(shown.model, Qt::ToolTipRole),
                 u"before 8.4 migration, protected against removal | 2026-11-20T09:40:00Z | "
                 "21.40 GB, of a disk of 40.00 GB | The copy is complete and can be used. | db-1 | "
                 "A snapshot of a server's disk | Falkenstein (fsn1) | "
                 "Estimate: 21.40 GB × € 0.0143 per GB and month | shop at Hetzner"_s);
    }

    void speaksARow()
    {
        const Shown shown(migration());
        QCOMPARE(Support::modelText(shown.model, Qt::AccessibleTextRole),
                 u"before 8.4 migration, protected | Today 09:40, 2 h ago | 21.40 GB | ready | "
                 "db-1 | Server | Falkenstein | € 0.31 | shop"_s);
        QCOMPARE(shown.text(SnapshotModel::Timestamp, Qt::AccessibleDescriptionRole),
                 u"2026-11-20T09:40:00Z"_s);
    }

    void showsDashesWithTheirReasons()
    {
        const Shown shown(bare());
        QCOMPARE(Support::modelText(shown.model),
                 u"(no name) | — | — | unknown | — | Server | — | — | —"_s);
        QCOMPARE(Support::modelText(shown.model, Qt::ToolTipRole),
                 u"(no name) | The provider does not tell when. | "
                 "The provider does not tell the size. | The provider does not tell the state. | "
                 "The provider does not tell what this is a snapshot of. | "
                 "A snapshot of a server's disk | "
                 "The provider tells no location, neither of the snapshot nor of its source. | "
                 "No price is known for this snapshot. | "_s);
        QCOMPARE(Support::modelText(shown.model, Qt::AccessibleTextRole),
                 u"(no name) | not known | not known | unknown | not known | Server | not known | "
                 "not known | not known"_s);
        QCOMPARE(shown.text(SnapshotModel::Timestamp, SnapshotModel::SecondaryTextRole), QString());
    }

    void showsWhatIsBeingMade()
    {
        SnapshotRow row = migration();
        row.snapshot.status = SnapshotStatus::Creating;
        row.snapshot.sizeBytes.reset();
        row.snapshot.created = noon();
        row.monthly.reset();
        row.percent = 42;
        const Shown shown(row);
        QCOMPARE(shown.text(SnapshotModel::Status), u"creating 42 %"_s);
        QCOMPARE(shown.text(SnapshotModel::Size), u"—"_s);
        QCOMPARE(shown.tip(SnapshotModel::Size),
                 u"The size is known once the snapshot is ready."_s);
        QCOMPARE(shown.tip(SnapshotModel::PerMonth),
                 u"The size is not known yet. It costs € 0.0143 per GB and month."_s);
        QCOMPARE(shown.spoken(SnapshotModel::Timestamp), u"Today 12:00"_s);
    }

    void showsASizeWithoutAUnitAsItIs()
    {
        SnapshotRow row = migration();
        row.snapshot.sizeBytes.reset();
        row.snapshot.rawSize = u"12\n34"_s;
        row.monthly.reset();
        const Shown shown(row);
        QCOMPARE(shown.text(SnapshotModel::Size), u"12 34"_s);
        QCOMPARE(shown.tip(SnapshotModel::Size),
                 u"The provider gives the size without a unit: nothing is worked out from it."_s);
        QVERIFY(!shown.data(SnapshotModel::Size, SnapshotModel::SortRole).isValid());
    }

    void addsUpWhatItIsMadeOf()
    {
        SnapshotRow row = migration();
        row.snapshot.sizeBytes = 0;
        row.snapshot.parts = {keyOf(u"2"_s), keyOf(u"3"_s)};
        row.partsBytes = 30 * gigabyte;
        row.monthly.reset();
        const Shown shown(row);
        QCOMPARE(shown.text(SnapshotModel::Size), u"30.00 GB"_s);
        QCOMPARE(shown.data(SnapshotModel::Size, SnapshotModel::SortRole).toLongLong(),
                 30 * gigabyte);
        QCOMPARE(shown.tip(SnapshotModel::Size),
                 u"The sizes of the 2 volume snapshots that hold its data added up. Each is listed "
                 "by itself."_s);
        QVERIFY(shown.tip(SnapshotModel::PerMonth).startsWith(u"What it costs is the price of"_s));
        QCOMPARE(shown.model.totalSummary().bytes, 0); // they are in the table themselves
    }

    void saysThatTheSourceIsGone()
    {
        SnapshotRow row = migration();
        row.isSourceGone = true;
        row.locationName.clear();
        row.sourceName = u"old-shop"_s;
        const Shown named(row);
        QCOMPARE(named.text(SnapshotModel::Source), u"old-shop"_s);
        QCOMPARE(named.text(SnapshotModel::Source, SnapshotModel::SecondaryTextRole),
                 u" · removed"_s);
        QCOMPARE(named.tip(SnapshotModel::Source), u"Its server old-shop no longer exists."_s);
        QCOMPARE(named.spoken(SnapshotModel::Source), u"old-shop, removed"_s);
        QCOMPARE(named.tip(SnapshotModel::Location),
                 u"The provider keeps no location of a snapshot, and its server no longer "
                 "exists."_s);
        row.sourceName.clear();
        row.snapshot.key.kind = SnapshotKind::Volume;
        const Shown nameless(row);
        QCOMPARE(nameless.text(SnapshotModel::Source), u"volume removed"_s);
        QCOMPARE(nameless.tip(SnapshotModel::Source), u"Its volume no longer exists."_s);
        QCOMPARE(nameless.text(SnapshotModel::Source, SnapshotModel::SecondaryTextRole), QString());
    }

    void showsTheVendorsWordForAnUnknownState()
    {
        SnapshotRow row = migration();
        row.snapshot.status = SnapshotStatus::Unknown;
        row.snapshot.rawStatus = u"50% %1 in_use"_s;
        row.percent = 7;
        const Shown shown(row);
        QCOMPARE(shown.text(SnapshotModel::Status), u"50% %1 in_use 7 %"_s);
        QCOMPARE(shown.tip(SnapshotModel::Status),
                 u"The provider calls the state “50% %1 in_use”."_s);
    }

    void explainsPricesThatAreNotBySize()
    {
        SnapshotRow row = migration();
        row.unitPrice = UnitPrice{euro(9'000'000'000), PriceUnit::PerHour};
        QCOMPARE(Shown(row).tip(SnapshotModel::PerMonth), u"Estimate: € 9.00 per hour"_s);
    }

    void showsSizesInGibibytes()
    {
        SnapshotRow row = migration();
        row.sizeUnit = SizeUnit::Gibibyte;
        row.snapshot.sizeBytes = qint64(3) << 29;
        row.snapshot.diskBytes.reset();
        const Shown shown(row);
        QCOMPARE(shown.text(SnapshotModel::Size), u"1.50 GiB"_s);
        QCOMPARE(shown.tip(SnapshotModel::Size), u"1.50 GiB"_s);
    }

    void showsStrangeNamesWhole_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("128 characters") << QString(128, u'n');
        QTest::addRow("right to left") << u"גיבוי לפני שדרוג"_s;
        QTest::addRow("emoji") << u"💾 before 🚀"_s;
        QTest::addRow("percent signs") << u"100 %1 %L2 %n"_s;
        QTest::addRow("ampersand") << u"a & b"_s;
    }
    void showsStrangeNamesWhole()
    {
        QFETCH(const QString, name);
        SnapshotRow row = migration();
        row.snapshot.name = name;
        row.sourceName = name;
        row.snapshot.isProtected = false;
        const Shown shown(row);
        QCOMPARE(shown.text(SnapshotModel::Name), name);
        QCOMPARE(shown.tip(SnapshotModel::Name), name);
        QCOMPARE(shown.spoken(SnapshotModel::Name), name);
        QCOMPARE(shown.text(SnapshotModel::Source), name);
    }

    void showsNoMarkupOfANameInATip()
    {
        SnapshotRow row = migration();
        row.snapshot.name = u"<b>bold</b>"_s;
        const Shown shown(row);
        QCOMPARE(shown.text(SnapshotModel::Name), u"<b>bold</b>"_s);
        QVERIFY(shown.tip(SnapshotModel::Name).contains(u"&lt;b&gt;bold"_s));
    }

    void followsTheClock()
    {
        Shown shown(migration());
        shown.clock.advance(24h);
        QCOMPARE(shown.text(SnapshotModel::Timestamp), u"Yesterday 09:40"_s);
        QCOMPARE(shown.text(SnapshotModel::Timestamp, SnapshotModel::SecondaryTextRole),
                 u" · 1 d"_s);
    }

    void givesRawValuesToSortBy()
    {
        const Shown shown(migration());
        const int role = SnapshotModel::SortRole;
        QCOMPARE(shown.data(SnapshotModel::Name, role), u"before 8.4 migration"_s);
        QCOMPARE(shown.data(SnapshotModel::Timestamp, role), utc(2026, 11, 20, 9, 40));
        QCOMPARE(shown.data(SnapshotModel::Size, role), qint64(21'400'000'000));
        QCOMPARE(shown.data(SnapshotModel::PerMonth, role).value<Money>(), euro(306'020'000));
        const Shown empty(bare());
        QVERIFY(!empty.data(SnapshotModel::Size, role).isValid());
        QVERIFY(!empty.data(SnapshotModel::PerMonth, role).isValid());
    }

    void alignsFiguresRight()
    {
        const Shown shown(migration());
        for (int i = 0; i < SnapshotModel::ColumnCount; ++i) {
            const auto column = SnapshotModel::Column(i);
            const bool isFigure =
                column == SnapshotModel::Size || column == SnapshotModel::PerMonth;
            const Qt::Alignment expected =
                Qt::AlignVCenter | (isFigure ? Qt::AlignRight : Qt::AlignLeading);
            QCOMPARE(shown.data(column, Qt::TextAlignmentRole).toInt(), int(expected));
            QCOMPARE(shown.model.headerData(i, Qt::Horizontal, Qt::TextAlignmentRole).toInt(),
                     int(expected));
        }
    }

    void namesAndExplainsItsColumns()
    {
        const Shown shown(migration());
        QStringList names;
        for (int i = 0; i < SnapshotModel::ColumnCount; ++i) {
            names.append(shown.model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
            QVERIFY(
                !shown.model.headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        }
        QCOMPARE(names.join(u' '),
                 u"Name Timestamp Size Status Source Kind Location Per month Account"_s);
        QVERIFY(!shown.model.headerData(SnapshotModel::ColumnCount, Qt::Horizontal, Qt::DisplayRole)
                     .isValid());
        QVERIFY(!shown.model.headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(SnapshotColumnsTest)
#include "snapshotcolumnstest.moc"
