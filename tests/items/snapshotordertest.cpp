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
using Support::columnText;

namespace {

QString named(const QStringList &names, Qt::SortOrder direction)
{
    QList<SnapshotRow> rows;
    for (qsizetype i = 0; i < names.size(); ++i) {
        rows.append(row(QString::number(i), names.at(i)));
    }
    Support::ManualClock clock(noon());
    SnapshotModel model(clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.sort(SnapshotModel::Name, direction);
    model.merge(shop(), rows);
    return columnText(model, SnapshotModel::Name);
}

/// Rows a, b, c ... each changed by `edit`, sorted by the column both ways: "a b c / c b a".
template <class Edit>
QString sortedBothWays(int count, SnapshotModel::Column column, const Edit &edit)
{
    QList<SnapshotRow> changed = rows(u"abcdefgh"_s.first(count));
    for (int i = 0; i < count; ++i) {
        edit(changed[i], i);
    }
    Support::ManualClock clock(noon());
    SnapshotModel model(clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.merge(shop(), changed);
    model.sort(column, Qt::AscendingOrder);
    const QString ascending = columnText(model, SnapshotModel::Name);
    model.sort(column, Qt::DescendingOrder);
    return ascending + u" / " + columnText(model, SnapshotModel::Name);
}

} // namespace

class SnapshotOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsNamesNaturally()
    {
        const QStringList names{u"web-10"_s, u"Web-9"_s, u"äb"_s, u"abc"_s, u"zoo"_s, u"web-9"_s};
        QCOMPARE(named(names, Qt::AscendingOrder), u"äb abc Web-9 web-9 web-10 zoo"_s);
        QCOMPARE(named(names, Qt::DescendingOrder), u"zoo web-10 Web-9 web-9 abc äb"_s);
    }

    void sortsNamesAsTheLocaleWants()
    {
        QLocale::setDefault(QLocale(QLocale::Swedish, QLocale::Sweden));
        const QString swedish = named({u"öl"_s, u"zoo"_s, u"ost"_s}, Qt::AscendingOrder);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QString german = named({u"öl"_s, u"zoo"_s, u"ost"_s}, Qt::AscendingOrder);
        QLocale::setDefault(QLocale::c());
        QCOMPARE(swedish, u"ost zoo öl"_s);
        QCOMPARE(german, u"öl ost zoo"_s);
    }

    void sortsNamesThatAreLongStrangeOrMissing()
    {
        const QString longest(128, u'n');
        const QStringList names{QString(), u"💾 disk"_s, longest, u"גיבוי"_s, u"a"_s};
        const QString sorted = named(names, Qt::AscendingOrder);
        QCOMPARE(sorted, u"💾 disk a %1 גיבוי (no name)"_s.arg(longest));
        QCOMPARE(named(names, Qt::DescendingOrder), u"גיבוי %1 a 💾 disk (no name)"_s.arg(longest));
    }

    void sortsTimesAndPutsMissingOnesLast()
    {
        const auto edit = [](SnapshotRow &row, int i) {
            row.snapshot.created = i == 1 ? QDateTime() : noon().addDays(i == 0 ? 5 : -i);
        };
        QCOMPARE(sortedBothWays(4, SnapshotModel::Timestamp, edit), u"d c a b / a c d b"_s);
    }

    void sortsSizesAndPutsMissingOnesLast()
    {
        const auto edit = [](SnapshotRow &row, int i) {
            row.snapshot.sizeBytes = i == 2 ? std::nullopt : std::optional(qint64(100 - i));
        };
        QCOMPARE(sortedBothWays(4, SnapshotModel::Size, edit), u"d b a c / a b d c"_s);
    }

    void sortsPricesByTheirNumber()
    {
        const auto edit = [](SnapshotRow &row, int i) {
            row.monthly = i == 1
                ? std::nullopt
                : std::optional(Money{i == 0 ? 7 : -i, i == 3 ? u"MMK"_s : u"EUR"_s});
        };
        QCOMPARE(sortedBothWays(4, SnapshotModel::PerMonth, edit), u"d c a b / a c d b"_s);
    }

    void sortsTextsAndPutsMissingOnesLast_data()
    {
        QTest::addColumn<int>("column");
        QTest::addRow("source") << int(SnapshotModel::Source);
        QTest::addRow("location") << int(SnapshotModel::Location);
        QTest::addRow("account") << int(SnapshotModel::Account);
    }
    void sortsTextsAndPutsMissingOnesLast()
    {
        QFETCH(const int, column);
        const QStringList texts{u"web-10"_s, QString(), u"web-2"_s, u"web-10"_s};
        const auto edit = [&](SnapshotRow &row, int i) {
            row.sourceName = texts.at(i);
            row.locationName = texts.at(i);
            row.accountName = texts.at(i);
        };
        QCOMPARE(sortedBothWays(4, SnapshotModel::Column(column), edit), u"c a d b / a d c b"_s);
    }

    void sortsStatesByTheirWord()
    {
        const auto edit = [](SnapshotRow &row, int i) {
            row.snapshot.status = i == 0 ? SnapshotStatus::Unknown : SnapshotStatus(i);
            row.snapshot.rawStatus = i == 0 ? u"in_use"_s : QString();
        };
        QCOMPARE(sortedBothWays(4, SnapshotModel::Status, edit), u"c a b d / d b a c"_s);
    }

    void sortsServersBeforeVolumes()
    {
        const auto edit = [](SnapshotRow &row, int i) {
            row.snapshot.key.kind = SnapshotKind(1 - i % 2);
        };
        QCOMPARE(sortedBothWays(4, SnapshotModel::Kind, edit), u"b d a c / a c b d"_s);
    }

    void breaksTiesByNameAndThenByKey()
    {
        QList<SnapshotRow> same;
        for (const QString &id : {u"10"_s, u"9"_s, u"100"_s}) {
            same.append(row(id, u"b"_s));
        }
        same.append(row(u"7"_s, QString()));
        same.append(row(u"8"_s, u"a"_s));
        Support::ManualClock clock(noon());
        SnapshotModel model(clock);
        model.merge(shop(), same);
        const auto ids = [&model] {
            QStringList found;
            for (int i = 0; i < model.rowCount(); ++i) {
                found.append(model.row(model.index(i, 0))->snapshot.key.id.value);
            }
            return found.join(u' ');
        };
        for (int column = 0; column < SnapshotModel::ColumnCount; ++column) {
            model.sort(column, Qt::AscendingOrder);
            QCOMPARE(ids(), u"8 9 10 100 7"_s);
            model.sort(column, Qt::DescendingOrder);
            QCOMPARE(ids(), column == SnapshotModel::Name ? u"9 10 100 8 7"_s : u"8 9 10 100 7"_s);
        }
    }

    void breaksTiesOfFewRowsByTheirNamesOfNow()
    {
        QList<SnapshotRow> sized = rows(u"abcdef"_s);
        for (qsizetype i = 2; i < sized.size(); ++i) {
            sized[i].snapshot.sizeBytes = i;
        }
        Support::ManualClock clock(noon());
        SnapshotModel model(clock);
        model.merge(shop(), sized);
        model.sort(SnapshotModel::Size, Qt::DescendingOrder);
        QCOMPARE(columnText(model, SnapshotModel::Name), u"a b f e d c"_s);
        sized[0].snapshot.name = u"z"_s;
        model.merge(shop(), sized);
        QCOMPARE(columnText(model, SnapshotModel::Name), u"b z f e d c"_s);
        model.sort(SnapshotModel::Size, Qt::AscendingOrder);
        QCOMPARE(columnText(model, SnapshotModel::Name), u"c d e f b z"_s);
    }

    void beginsWithTheNewestAndReturnsToIt()
    {
        QList<SnapshotRow> aged = rows(u"abc"_s);
        aged[1].snapshot.created = noon();
        Support::ManualClock clock(noon());
        SnapshotModel model(clock);
        model.merge(shop(), aged);
        QCOMPARE(columnText(model, SnapshotModel::Name), u"b a c"_s);
        model.sort(SnapshotModel::Name, Qt::AscendingOrder);
        model.sort(-1, Qt::AscendingOrder);
        QCOMPARE(columnText(model, SnapshotModel::Name), u"b a c"_s);
    }

    void keepsItsOrderAsTextsChange()
    {
        QList<SnapshotRow> sourced = rows(u"abcd"_s);
        Support::ManualClock clock(noon());
        SnapshotModel model(clock);
        model.sort(SnapshotModel::Source, Qt::AscendingOrder);
        for (qsizetype i = 0; i < sourced.size(); ++i) {
            sourced[i].sourceName = u"s%1"_s.arg(i);
        }
        model.merge(shop(), sourced);
        QCOMPARE(columnText(model, SnapshotModel::Name), u"a b c d"_s);
        sourced[0].sourceName = u"s9"_s;
        sourced.append(row(u"e"_s, u"e"_s));
        sourced.last().sourceName = u"s2"_s;
        model.merge(shop(), sourced);
        QCOMPARE(columnText(model, SnapshotModel::Name), u"b c e d a"_s);
        sourced[4].snapshot.name = u"bb"_s;
        model.merge(shop(), sourced);
        QCOMPARE(columnText(model, SnapshotModel::Name), u"b bb c d a"_s);
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(SnapshotOrderTest)
#include "snapshotordertest.moc"
