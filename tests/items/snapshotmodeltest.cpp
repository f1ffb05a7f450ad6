// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotmodel.h"

#include "rowbuilder.h"
#include "support/manualclock.h"
#include "support/modeltext.h"
#include "support/testenvironment.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;
using namespace std::chrono_literals;
using Support::columnText;

namespace {

/// A model sorted by name, watched for broken signals, and a log of its signals.
struct Watched
{
    Support::ManualClock clock{noon()};
    SnapshotModel model{clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    Support::ModelLog log{model};
    QSignalSpy summaries{&model, &SnapshotModel::summaryChanged};

    Watched() { model.sort(SnapshotModel::Name, Qt::AscendingOrder); }

    [[nodiscard]] QString names() const { return columnText(model, SnapshotModel::Name); }
    void merge(const QString &letters) { model.merge(shop(), rows(letters)); }
};

QStringList selectedNames(const QItemSelectionModel &selection)
{
    QStringList names;
    const QModelIndexList indexes = selection.selection().indexes();
    for (const QModelIndex &index : indexes) {
        if (index.column() == SnapshotModel::Name) {
            names.append(index.data().toString());
        }
    }
    names.sort();
    return names;
}

void selectRow(QItemSelectionModel &selection, const QModelIndex &index)
{
    selection.select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

} // namespace

class SnapshotModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsEmpty()
    {
        Watched watched;
        QCOMPARE(watched.model.rowCount(), 0);
        QCOMPARE(watched.model.totalCount(), 0);
        QCOMPARE(watched.model.shownSummary(), SnapshotSummary());
        QCOMPARE(watched.model.row(QModelIndex()), nullptr);
        QCOMPARE(watched.model.row(keyOf(u"a"_s)), nullptr);
        QVERIFY(!watched.model.indexOf(keyOf(u"a"_s)).isValid());
        watched.model.removeAccount(shop());
        watched.model.setFilter(u"x"_s);
        watched.model.sort(SnapshotModel::Size, Qt::AscendingOrder);
        QCOMPARE(watched.log.take(), QString());
    }

    void insertsTheFirstRowsAtOnce()
    {
        Watched watched;
        watched.merge(u"cab"_s);
        QCOMPARE(watched.names(), u"a b c"_s);
        QCOMPARE(watched.log.take(), u"inserted 0-2"_s);
        QCOMPARE(watched.summaries.size(), 1);
    }

    void saysNothingOfAMergeThatChangesNothing()
    {
        Watched watched;
        watched.merge(u"abc"_s);
        watched.log.take();
        watched.merge(u"abc"_s);
        watched.merge(u"cba"_s);
        QCOMPARE(watched.log.take(), QString());
        QCOMPARE(watched.summaries.size(), 1);
    }

    void removesAndInsertsRuns()
    {
        Watched watched;
        watched.merge(u"bcdfh"_s);
        watched.log.take();
        watched.merge(u"abfgxy"_s);
        QCOMPARE(watched.names(), u"a b f g x y"_s);
        QCOMPARE(watched.log.take(), u"removed 4-4\nremoved 1-2\ninserted 0-0\ninserted 3-5"_s);
    }

    void changesRowsInPlace()
    {
        Watched watched;
        QList<SnapshotRow> changed = rows(u"abcdefghij"_s);
        watched.model.merge(shop(), changed);
        watched.log.take();
        changed[1].snapshot.status = SnapshotStatus::Removing;
        changed[8].sourceName = u"web-1"_s;
        watched.model.merge(shop(), changed);
        QCOMPARE(watched.log.take(), u"changed 1-1\nchanged 8-8"_s);
        QCOMPARE(watched.model.index(1, SnapshotModel::Status).data().toString(), u"removing"_s);
        for (SnapshotRow &row : changed) {
            row.colour = 5;
        }
        watched.model.merge(shop(), changed);
        QCOMPARE(watched.log.take(), u"changed 0-9"_s);
        QCOMPARE(watched.model.index(9, 0).data(SnapshotModel::ColourRole).toInt(), 5);
    }

    void movesARowWhoseSortedPlaceChanged()
    {
        Watched watched;
        QList<SnapshotRow> changed = rows(u"abc"_s);
        watched.model.merge(shop(), changed);
        watched.log.take();
        changed[0].snapshot.name = u"z"_s;
        watched.model.merge(shop(), changed);
        QCOMPARE(watched.names(), u"b c z"_s);
        QCOMPARE(watched.log.take(), u"layout\nchanged 2-2"_s);
    }

    void changesTheLayoutWhereRunsAreMany()
    {
        Watched watched;
        QList<SnapshotRow> all;
        QList<SnapshotRow> even;
        for (int i = 100; i < 300; ++i) {
            all.append(row(QString::number(i), QString::number(i)));
            if (i % 2 == 0) {
                even.append(all.constLast());
            }
        }
        watched.model.merge(shop(), all);
        watched.log.take();
        watched.model.merge(shop(), even);
        QCOMPARE(watched.log.take(), u"layout"_s);
        QCOMPARE(watched.model.rowCount(), 100);
        watched.model.merge(shop(), all);
        QCOMPARE(watched.log.take(), u"layout"_s);
        QCOMPARE(watched.model.rowCount(), 200);
    }

    void keepsAccountsApart()
    {
        Watched watched;
        watched.merge(u"ac"_s);
        watched.model.merge(office(), rows(u"abd"_s, office()));
        QCOMPARE(watched.names(), u"a a b c d"_s);
        watched.log.take();
        watched.merge(u"c"_s);
        QCOMPARE(watched.names(), u"a b c d"_s);
        QCOMPARE(watched.model.row(keyOf(u"a"_s)), nullptr);
        QCOMPARE(watched.model.row(keyOf(u"a"_s, office()))->accountName, u"office"_s);
        watched.model.removeAccount(office());
        QCOMPARE(watched.names(), u"c"_s);
        QCOMPARE(watched.log.take(), u"removed 1-1\nremoved 3-3\nremoved 0-1"_s);
        watched.model.removeAccount({u"never seen"_s});
        watched.merge(u""_s);
        QCOMPARE(watched.model.totalCount(), 0);
    }

    void showsAKeyThatCameTwiceOnce()
    {
        Watched watched;
        QList<SnapshotRow> twice = rows(u"aba"_s);
        twice[2].snapshot.name = u"z"_s;
        watched.model.merge(shop(), twice);
        QCOMPARE(watched.names(), u"a b"_s);
        QCOMPARE(watched.model.totalCount(), 2);
        QCOMPARE(watched.model.row(keyOf(u"b"_s))->snapshot.name, u"b"_s);
        watched.model.merge(shop(), twice);
        watched.merge(u"ab"_s);
        QCOMPARE(watched.log.take(), u"inserted 0-1"_s);
    }

    void keepsSelectionAndCurrentRowAcrossRefresh()
    {
        Watched watched;
        watched.merge(u"abcdef"_s);
        QItemSelectionModel selection(&watched.model);
        for (const QString &id : {u"b"_s, u"d"_s, u"e"_s}) {
            selectRow(selection, watched.model.indexOf(keyOf(id)));
        }
        selection.setCurrentIndex(watched.model.indexOf(keyOf(u"d"_s)),
                                  QItemSelectionModel::NoUpdate);
        watched.merge(u"AabcCdDfg"_s);
        QCOMPARE(selectedNames(selection), QStringList({u"b"_s, u"d"_s}));
        QCOMPARE(selection.currentIndex().data().toString(), u"d"_s);
    }

    void keepsSelectionAndCurrentRowAcrossSortAndFilter()
    {
        Watched watched;
        QList<SnapshotRow> sized = rows(u"abcdef"_s);
        for (qsizetype i = 0; i < sized.size(); ++i) {
            sized[i].snapshot.sizeBytes = (7 * i) % 6 * gigabyte;
            sized[i].sourceName = i % 2 == 0 ? u"even"_s : u"odd"_s;
        }
        watched.model.merge(shop(), sized);
        QItemSelectionModel selection(&watched.model);
        selectRow(selection, watched.model.indexOf(keyOf(u"a"_s)));
        selectRow(selection, watched.model.indexOf(keyOf(u"d"_s)));
        selection.setCurrentIndex(watched.model.indexOf(keyOf(u"a"_s)),
                                  QItemSelectionModel::NoUpdate);
        watched.model.sort(SnapshotModel::Size, Qt::DescendingOrder);
        QCOMPARE(watched.names(), u"f e d c b a"_s);
        QCOMPARE(selectedNames(selection), QStringList({u"a"_s, u"d"_s}));
        watched.model.setFilter(u"even"_s);
        QCOMPARE(watched.names(), u"e c a"_s);
        QCOMPARE(selectedNames(selection), QStringList({u"a"_s}));
        QCOMPARE(selection.currentIndex().data().toString(), u"a"_s);
        watched.model.setFilter({});
        // What was hidden is not selected any more: nobody acts on rows that they can't see.
        QCOMPARE(selectedNames(selection), QStringList({u"a"_s}));
        QCOMPARE(selection.currentIndex().data().toString(), u"a"_s);
    }

    void announcesSortAndFilterAsLayout()
    {
        Watched watched;
        watched.merge(u"abc"_s);
        watched.log.take();
        watched.summaries.clear();
        watched.model.sort(SnapshotModel::Name, Qt::DescendingOrder);
        QCOMPARE(watched.log.take(), u"layout"_s);
        QCOMPARE(watched.summaries.size(), 0);
        watched.model.sort(SnapshotModel::Name, Qt::DescendingOrder);
        QCOMPARE(watched.log.take(), QString());
        watched.model.setFilter(u"b"_s);
        QCOMPARE(watched.log.take(), u"layout"_s);
        QCOMPARE(watched.summaries.size(), 1);
        watched.model.setFilter(u" b "_s);
        QCOMPARE(watched.log.take(), QString());
        QCOMPARE(watched.model.filter(), u" b "_s);
    }

    void filtersWhatIsMerged()
    {
        Watched watched;
        watched.model.setFilter(u"b"_s);
        watched.merge(u"abc"_s);
        QCOMPARE(watched.names(), u"b"_s);
        QCOMPARE(watched.log.take(), u"inserted 0-0"_s);
        QCOMPARE(watched.model.totalCount(), 3);
        QVERIFY(!watched.model.indexOf(keyOf(u"a"_s)).isValid());
        QVERIFY(watched.model.row(keyOf(u"a"_s)));
        QList<SnapshotRow> changed = rows(u"abc"_s);
        changed[0].sourceName = u"b-server"_s;
        changed[1].snapshot.name = u"x"_s;
        watched.model.merge(shop(), changed);
        QCOMPARE(watched.names(), u"a"_s);
        QCOMPARE(watched.log.take(), u"removed 0-0\ninserted 0-0\nchanged 0-0"_s);
    }

    void showsOneScope()
    {
        Watched watched;
        QList<SnapshotRow> mixed = rows(u"abc"_s);
        mixed[0].snapshot.source = serverKey(u"7"_s);
        mixed[1].snapshot.source = serverKey(u"8"_s);
        mixed[2].snapshot.key.kind = SnapshotKind::Volume;
        watched.model.merge(shop(), mixed);
        QList<SnapshotRow> others = rows(u"de"_s, office());
        others[0].snapshot.source = serverKey(u"7"_s, office());
        watched.model.merge(office(), others);
        SnapshotScope scope;
        const auto shown = [&] {
            watched.model.setScope(scope);
            if (watched.model.countInScope(scope) != watched.model.rowCount()) {
                return u"counted otherwise than shown"_s;
            }
            return watched.names();
        };
        QCOMPARE(shown(), u"a b c d e"_s);
        scope.account = shop();
        QCOMPARE(shown(), u"a b c"_s);
        scope.kind = SnapshotKind::Server;
        QCOMPARE(shown(), u"a b"_s);
        scope.resource = serverKey(u"7"_s);
        QCOMPARE(shown(), u"a"_s);
        scope = {.account = {}, .resource = serverKey(u"7"_s, office()), .kind = {}};
        QCOMPARE(shown(), u"d"_s);
        scope = {.account = AccountId{u"yet to come"_s}, .resource = {}, .kind = {}};
        QCOMPARE(shown(), QString());
        watched.model.merge(*scope.account, rows(u"f"_s, *scope.account));
        QCOMPARE(watched.names(), u"f"_s);
        QCOMPARE(watched.model.scope(), scope);
    }

    void countsAScopeWithoutTheFilter()
    {
        Watched watched;
        watched.merge(u"abc"_s);
        watched.model.setFilter(u"a"_s);
        QCOMPARE(watched.model.rowCount(), 1);
        QCOMPARE(watched.model.countInScope({}), 3);
        QCOMPARE(watched.model.countInScope(
                     {.account = {}, .resource = {}, .kind = SnapshotKind::Volume}),
                 0);
    }

    void keepsAPercentageAcrossMerges()
    {
        Watched watched;
        watched.model.setPercent(keyOf(u"b"_s), 7);
        watched.merge(u"abc"_s);
        watched.log.take();
        QCOMPARE(watched.model.row(keyOf(u"b"_s))->percent, 7);
        watched.model.setPercent(keyOf(u"b"_s), 42);
        watched.model.setPercent(keyOf(u"b"_s), 42);
        QCOMPARE(watched.log.take(), u"changed 1-1"_s);
        const QModelIndex status = watched.model.indexOf(keyOf(u"b"_s), SnapshotModel::Status);
        QCOMPARE(status.data().toString(), u"ready 42 %"_s);
        QCOMPARE(status.data(SnapshotModel::PercentRole).toInt(), 42);
        watched.merge(u"abc"_s);
        QCOMPARE(watched.log.take(), QString());
        watched.model.setPercent(keyOf(u"b"_s), std::nullopt);
        QCOMPARE(status.data().toString(), u"ready"_s);
        QVERIFY(!status.data(SnapshotModel::PercentRole).isValid());
    }

    void leavesTheListAloneThatItWasHanded()
    {
        Watched watched;
        const QList<SnapshotRow> handed = rows(u"abc"_s);
        watched.model.merge(shop(), handed);
        watched.model.setPercent(keyOf(u"b"_s), 42);
        QCOMPARE(handed, rows(u"abc"_s));
        QCOMPARE(watched.names(), u"a b c"_s);
    }

    void announcesAgesOnceAMinute()
    {
        Watched watched;
        watched.merge(u"abc"_s);
        watched.log.take();
        watched.model.refreshAges();
        watched.clock.advance(59s);
        watched.model.refreshAges();
        QCOMPARE(watched.log.take(), QString());
        watched.clock.advance(1s);
        watched.model.refreshAges();
        watched.model.refreshAges();
        QCOMPARE(watched.log.take(), u"changed 0-2"_s);
    }

    void letsRowsIntoAnAgeFilterAsTimeGoes()
    {
        Watched watched;
        QList<SnapshotRow> aged = rows(u"ab"_s);
        aged[0].snapshot.created = noon().addDays(-1).addSecs(90);
        watched.model.merge(shop(), aged);
        watched.model.setFilter(u"age>1d"_s);
        watched.log.take();
        QCOMPARE(watched.names(), QString());
        watched.clock.advance(2min);
        watched.summaries.clear();
        watched.model.refreshAges();
        QCOMPARE(watched.names(), u"a"_s);
        QCOMPARE(watched.log.take(), u"inserted 0-0\nchanged 0-0"_s);
        QCOMPARE(watched.summaries.size(), 1);
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(SnapshotModelTest)
#include "snapshotmodeltest.moc"
