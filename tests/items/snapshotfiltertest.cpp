// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotmodel.h"

#include "rowbuilder.h"
#include "support/manualclock.h"
#include "support/modeltext.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;
using Support::columnText;

namespace {

/// Five rows, each with its own peculiarities.
QList<SnapshotRow> samples()
{
    SnapshotRow nightly = row(u"1001"_s, u"Nightly web"_s);
    nightly.sourceName = u"web-1"_s;
    nightly.locationName = u"Falkenstein"_s;
    nightly.locationCode = u"fsn1"_s;
    nightly.monthly = euro(250'000'000);
    nightly.snapshot.labels.insert(u"env"_s, u"prod"_s);

    SnapshotRow upgrade = row(u"1002"_s, u"before 8.4 upgrade"_s);
    upgrade.snapshot.created = noon().addDays(-41);
    upgrade.snapshot.sizeBytes = 21'400'000'000;
    upgrade.snapshot.isProtected = true;
    upgrade.sourceName = u"db server"_s;
    upgrade.monthly = Money{2'500'000'000, u"USD"_s};

    SnapshotRow orphan = row(u"1003"_s, u"old-shop Größe"_s);
    orphan.snapshot.created = utc(2026, 3, 2, 10);
    orphan.snapshot.sizeBytes = qint64(20) << 30;
    orphan.sizeUnit = SizeUnit::Gibibyte;
    orphan.isSourceGone = true;
    orphan.sourceName = u"old-shop"_s;
    orphan.snapshot.isInUse = true;

    SnapshotRow creating = row(u"1004"_s, u"age of empires"_s);
    creating.snapshot.status = SnapshotStatus::Creating;
    creating.snapshot.rawStatus = u"creating"_s;
    creating.snapshot.created = noon();
    creating.snapshot.sizeBytes.reset();

    SnapshotRow unknown = row(u"1005"_s, u"גיבוי 💾"_s);
    unknown.accountName = u"office"_s;
    unknown.snapshot.status = SnapshotStatus::Unknown;
    unknown.snapshot.rawStatus = u"IN_USE"_s;
    unknown.snapshot.created = QDateTime();
    return {nightly, upgrade, orphan, creating, unknown};
}

} // namespace

class SnapshotFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsRows_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("expected"); // last digits of the ids
        const auto add = [](const QString &filter, const QString &expected) {
            QTest::addRow("%s", qPrintable(filter)) << filter << expected;
        };
        const QString all = u"1 2 3 4 5"_s;
        add({}, all);
        add(u"  "_s, all);
        add(u"WEB"_s, u"1"_s);
        add(u"web nightly"_s, u"1"_s);
        add(u"web upgrade"_s, {});
        add(u"größe"_s, u"3"_s);
        add(u"GRÖßE"_s, u"3"_s);
        add(u"גיבוי"_s, u"5"_s);
        add(u"💾"_s, u"5"_s);
        add(u"fsn1"_s, u"1"_s);
        add(u"hetzner"_s, all);
        add(u"prod"_s, u"1"_s);
        add(u"creating"_s, u"4"_s);
        add(u"in_use"_s, u"5"_s);
        add(u"available"_s, {});
        add(u"upgrade db"_s, u"2"_s);
        add(u"\"8.4 upgrade\""_s, u"2"_s);
        add(u"\"upgrade 8.4\""_s, {});
        add(u"“8.4 upgrade”"_s, u"2"_s);
        add(u"\"upgrade db\""_s, {});
        add(u"\"before 8"_s, u"2"_s);
        add(u"\""_s, all);
        // Ages: 1 h, 41 d, 263 d, now, none.
        add(u"age>30d"_s, u"2 3"_s);
        add(u"age>30"_s, u"2 3"_s);
        add(u"AGE>1M"_s, u"1 2 3"_s);
        add(u"age<2h"_s, u"1 4"_s);
        add(u"age>=41d"_s, u"2 3"_s);
        add(u"age>41d"_s, u"3"_s);
        add(u"age=41d"_s, u"2"_s);
        add(u"age:41"_s, u"2"_s);
        add(u"age>8mo"_s, u"3"_s);
        add(u"age<1y"_s, u"1 2 3 4"_s);
        add(u"age>1w age<2months"_s, u"2"_s);
        add(u"age>99999999y"_s, {});
        // Sizes: 10 GB, 21.4 GB, 20 GiB, none, 10 GB.
        add(u"size>20GB"_s, u"2 3"_s);
        add(u"size>20"_s, u"2"_s);
        add(u"size>=20"_s, u"2 3"_s);
        add(u"size=20"_s, u"3"_s);
        add(u"size=21.4"_s, u"2"_s);
        add(u"size=21,4gb"_s, u"2"_s);
        add(u"size<=10gb"_s, u"1 5"_s);
        add(u"size<10gb"_s, {});
        add(u"size>=20gib"_s, u"3"_s);
        add(u"size>1t"_s, {});
        add(u"size<99999999999999t"_s, u"1 2 3 5"_s);
        // Prices: 0.25 EUR, 2.50 USD.
        add(u"price>1"_s, u"2"_s);
        add(u"price<€1"_s, u"1"_s);
        add(u"price=0.25"_s, u"1"_s);
        add(u"price=0.2"_s, {});
        add(u"price>0"_s, u"1 2"_s);
        // Created: 20 Nov, 10 Oct, 2 Mar, 20 Nov 2026, none.
        add(u"created>2026-10"_s, u"1 4"_s);
        add(u"created>=2026-10"_s, u"1 2 4"_s);
        add(u"created<2026-10-10"_s, u"3"_s);
        add(u"created<=2026-10-10"_s, u"2 3"_s);
        add(u"created=2026-3"_s, u"3"_s);
        add(u"created:2026"_s, u"1 2 3 4"_s);
        add(u"created>2026"_s, {});
        add(u"is:protected"_s, u"2"_s);
        add(u"is:orphaned"_s, u"3"_s);
        add(u"is:in-use"_s, u"3"_s);
        add(u"is:old"_s, u"3"_s);
        add(u"IS:OLD is:orphaned"_s, u"3"_s);
        add(u"is:old is:protected"_s, {});
        add(u"status:creating"_s, u"4"_s);
        add(u"status:ready"_s, u"1 2 3"_s);
        add(u"status:avail"_s, u"1 2 3"_s);
        add(u"status:in_use"_s, u"5"_s);
        add(u"status:unknown"_s, u"5"_s);
        add(u"status:failed"_s, {});
        add(u"source:web"_s, u"1"_s);
        add(u"source:\"db server\""_s, u"2"_s);
        add(u"source:\"db server\" upgrade"_s, u"2"_s);
        add(u"location:falken"_s, u"1"_s);
        add(u"location:FSN"_s, u"1"_s);
        add(u"account:office"_s, u"5"_s);
        add(u"id:1003"_s, u"3"_s);
        add(u"web size>5 price>0.1 age<1d is:protected"_s, {});
        add(u"web size>5 price>0.1 age<1d"_s, u"1"_s);
    }
    void findsRows()
    {
        QFETCH(const QString, filter);
        Support::ManualClock clock(noon());
        SnapshotModel model(clock);
        model.sort(SnapshotModel::Name, Qt::AscendingOrder);
        model.merge(shop(), samples());
        model.setFilter(filter);
        QStringList found;
        for (int i = 0; i < model.rowCount(); ++i) {
            found.append(model.row(model.index(i, 0))->snapshot.key.id.value.last(1));
        }
        found.sort();
        QTEST(found.join(u' '), "expected");
    }

    void leavesOutWhatIsNotFinishedYet_data()
    {
        QTest::addColumn<QString>("filter");
        for (const char *filter : {"age>",
                                   "age>=",
                                   "age:",
                                   "age>3mont",
                                   "size>",
                                   "size>20gi",
                                   "size<",
                                   "price>",
                                   "created>",
                                   "created>2",
                                   "created>2026-",
                                   "created>2026-13",
                                   "created<2026-02-3-",
                                   "is:",
                                   "is:prot",
                                   "status:",
                                   "source:",
                                   "location:",
                                   "account:",
                                   "id:"}) {
            QTest::addRow("%s", filter) << QString::fromLatin1(filter);
        }
    }
    void leavesOutWhatIsNotFinishedYet()
    {
        QFETCH(const QString, filter);
        Support::ManualClock clock(noon());
        SnapshotModel model(clock);
        model.merge(shop(), samples());
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 5);
    }

    void takesWhatIsNoConditionForAWord_data()
    {
        QTest::addColumn<QString>("word");
        for (const char *word :
             {"age", "age>x", "size>1parsec", "price>1kg", "created>soon", "is:blue", "colour:red",
              "status>3", "is>old", ">", "a<b", "size>-1", "x=", ":)"}) {
            QTest::addRow("%s", word) << QString::fromLatin1(word);
        }
    }
    void takesWhatIsNoConditionForAWord()
    {
        QFETCH(const QString, word);
        Support::ManualClock clock(noon());
        SnapshotModel model(clock);
        QList<SnapshotRow> named = rows(u"x"_s);
        named.append(row(u"2"_s, u"so "_s + word.toUpper() + u" it is"_s));
        model.merge(shop(), named);
        model.setFilter(word);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.row(model.index(0, 0))->snapshot.key.id.value, u"2"_s);
    }

    void takesAQuotedConditionForAPhrase()
    {
        Support::ManualClock clock(noon());
        SnapshotModel model(clock);
        model.merge(shop(), {row(u"1"_s, u"age>30d"_s), row(u"2"_s, u"other"_s)});
        model.setFilter(u"\"age>30d\""_s);
        QCOMPARE(columnText(model, SnapshotModel::Name), u"age>30d"_s);
    }

    void findsNoPhraseAcrossFields()
    {
        Support::ManualClock clock(noon());
        SnapshotModel model(clock);
        SnapshotRow one = row(u"1"_s, u"web"_s);
        one.sourceName = u"shop"_s;
        model.merge(shop(), {one});
        model.setFilter(u"\"web shop\""_s);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter(u"webshop"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void findsWhatARowSaysNowAfterManyChanges()
    {
        Support::ManualClock clock(noon());
        SnapshotModel model(clock);
        model.setFilter(u"round-7"_s);
        for (int round = 0; round < 20; ++round) {
            QList<SnapshotRow> changed = rows(u"abcdefgh"_s);
            for (SnapshotRow &row : changed) {
                row.sourceName = u"round-%1"_s.arg(round);
            }
            model.merge(shop(), changed);
            QCOMPARE(model.rowCount(), round == 7 ? 8 : 0);
        }
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(SnapshotFilterTest)
#include "snapshotfiltertest.moc"
