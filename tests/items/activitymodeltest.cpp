// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/activitymodel.h"

#include "items/activityfilter.h"
#include "items/activitytext.h"
#include "journalstory.h"
#include "support/manualclock.h"
#include "support/modeltext.h"
#include "support/testenvironment.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;
using namespace std::chrono_literals;

namespace {

struct Watched
{
    Support::ManualClock clock{noon()};
    ActivityModel model{clock};
    ActivityFilter filter{model};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester filterTester{&filter,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal};
    Support::ModelLog log{model};

    [[nodiscard]] QString column(int column, int role = Qt::DisplayRole) const
    {
        QStringList cells;
        for (int row = 0; row < filter.rowCount(); ++row) {
            cells.append(filter.index(row, column).data(role).toString());
        }
        return cells.join(u" | ");
    }
};

QString linesText(const QList<ActivityLine> &lines)
{
    QStringList texts;
    for (const ActivityLine &line : lines) {
        texts.append(line.label + u"=" + line.value);
    }
    return texts.join(u"; ");
}

} // namespace

class ActivityModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsEmpty()
    {
        const Watched watched;
        QCOMPARE(watched.model.rowCount(), 0);
        QCOMPARE(watched.model.entry({}), nullptr);
        QVERIFY(!watched.model.indexOf({u"1"_s}).isValid());
    }

    void saysWhoDidWhatToWhatAndHowItEnded()
    {
        Watched watched;
        watched.model.set({taken(u"1"_s)});
        QCOMPARE(
            Support::modelText(watched.model),
            u"Today 11:00 | Take snapshot | nightly | web-1 | 40.00 GB | shop | anna | done"_s);
        QCOMPARE(watched.column(ActivityModel::Started, ActivityModel::SecondaryTextRole),
                 u" · 1 h"_s);
        QCOMPARE(watched.column(ActivityModel::Started, Qt::ToolTipRole),
                 u"2026-11-20T11:00:00Z to 2026-11-20T11:04:00Z"_s);
        QCOMPARE(watched.column(ActivityModel::Snapshot, Qt::ToolTipRole), u"nightly\nID 900"_s);
        QCOMPARE(watched.column(ActivityModel::Resource, Qt::ToolTipRole), u"web-1\nID 7"_s);
        QCOMPARE(watched.column(ActivityModel::Started, Qt::AccessibleTextRole),
                 u"Today 11:00, taking “nightly”, done"_s);
    }

    void standsNewestFirstWhateverTheOrderOfArrival()
    {
        Watched watched;
        watched.model.put(runningRemoval(u"3"_s));
        watched.model.put(taken(u"1"_s));
        watched.model.put(refusedRollBack(u"2"_s));
        QCOMPARE(watched.column(ActivityModel::Result), u"removing | failed | done"_s);
    }

    void isSortedByEachColumn()
    {
        Watched watched;
        watched.model.set({taken(u"1"_s, u"a10"_s), taken(u"2"_s, u"A2"_s), taken(u"3"_s, u"b"_s)});
        watched.filter.sort(ActivityModel::Snapshot, Qt::AscendingOrder);
        QCOMPARE(watched.column(ActivityModel::Snapshot), u"A2 | a10 | b"_s);
        watched.filter.sort(ActivityModel::Snapshot, Qt::DescendingOrder);
        QCOMPARE(watched.column(ActivityModel::Snapshot), u"b | a10 | A2"_s);
        // All alike: the newest first both ways.
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            watched.filter.sort(ActivityModel::Account, order);
            QCOMPARE(watched.column(ActivityModel::Snapshot), u"b | A2 | a10"_s);
        }
        watched.filter.sort(ActivityModel::Started, Qt::AscendingOrder);
        QCOMPARE(watched.column(ActivityModel::Snapshot), u"a10 | A2 | b"_s);
    }

    void keepsOneRowAnOperationAndFollowsIt()
    {
        Watched watched;
        JournalEntry entry = runningRemoval(u"1"_s);
        watched.model.put(entry);
        watched.model.put(taken(u"2"_s));
        QCOMPARE(watched.log.take(), u"inserted 0-0\ninserted 1-1"_s);
        watched.model.put(entry);
        QCOMPARE(watched.log.take(), QString());
        entry.operation.state = OperationState::Succeeded;
        entry.operation.ended = noon();
        watched.model.put(entry);
        QCOMPARE(watched.log.take(), u"changed 0-0"_s);
        QCOMPARE(watched.column(ActivityModel::Result), u"done | done"_s);
    }

    void whatWasPutBeforeTheJournalWasReadIsNewerThanIt()
    {
        Watched watched;
        JournalEntry ended = runningRemoval(u"1"_s);
        ended.operation.state = OperationState::Succeeded;
        watched.model.put(ended);
        watched.model.put(taken(u"new"_s, u"new"_s));
        watched.model.set({runningRemoval(u"1"_s), taken(u"2"_s)});
        QCOMPARE(watched.model.rowCount(), 3);
        QCOMPARE(watched.model.entry(watched.model.indexOf({u"1"_s}))->operation.state,
                 OperationState::Succeeded);
        QCOMPARE(watched.model.entry(watched.model.indexOf({u"new"_s}))->operation.snapshotName,
                 u"new"_s);
    }

    void findsEveryWordWhereverItStands_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("found");
        QTest::addRow("nothing") << QString() << 3;
        QTest::addRow("a user") << u"BERT"_s << 1;
        QTest::addRow("an action") << u"roll back"_s << 1;
        QTest::addRow("a result") << u"failed"_s << 1;
        QTest::addRow("the provider's words") << u"locked"_s << 1;
        QTest::addRow("a request id") << u"req-77"_s << 1;
        QTest::addRow("a task id") << u"task-1"_s << 1;
        QTest::addRow("a snapshot's id") << u"900"_s << 3;
        QTest::addRow("a day") << u"2026-11-20"_s << 3;
        QTest::addRow("two words of one entry") << u"anna old"_s << 1;
        QTest::addRow("two words of two entries") << u"bert old"_s << 0;
    }
    void findsEveryWordWhereverItStands()
    {
        QFETCH(const QString, words);
        QFETCH(const int, found);
        Watched watched;
        watched.model.set({taken(u"1"_s), refusedRollBack(u"2"_s), runningRemoval(u"3"_s)});
        watched.filter.setWords(words);
        QCOMPARE(watched.filter.rowCount(), found);
    }

    void findsWhatAnEntryHasBecome()
    {
        Watched watched;
        watched.model.put(runningRemoval(u"1"_s));
        watched.filter.setWords(u"cancelled"_s);
        QCOMPARE(watched.filter.rowCount(), 0);
        JournalEntry entry = runningRemoval(u"1"_s);
        entry.operation.state = OperationState::Cancelled;
        watched.model.put(entry);
        QCOMPARE(watched.filter.rowCount(), 1);
    }

    void narrowsByKindAndResult()
    {
        Watched watched;
        watched.model.set({taken(u"1"_s), refusedRollBack(u"2"_s), runningRemoval(u"3"_s)});
        watched.filter.setKind(OperationKind::RollBack);
        QCOMPARE(watched.column(ActivityModel::Action), u"Roll back"_s);
        watched.filter.setResult(ActivityResult::Succeeded);
        QCOMPARE(watched.filter.rowCount(), 0);
        watched.filter.setKind(std::nullopt);
        QCOMPARE(watched.column(ActivityModel::Action), u"Take snapshot"_s);
        watched.filter.setResult(ActivityResult::Running);
        QCOMPARE(watched.column(ActivityModel::Action), u"Remove snapshot"_s);
        QVERIFY(watched.filter.isNarrowed());
        watched.filter.setResult(std::nullopt);
        QVERIFY(!watched.filter.isNarrowed());
        QCOMPARE(watched.filter.rowCount(), 3);
    }

    void everyStateHasAResult()
    {
        using enum OperationState;
        QList<int> results;
        for (const OperationState state :
             {Waiting, Running, Succeeded, Failed, Cancelled, NeedsAnswer}) {
            results.append(int(activityResult(state)));
        }
        QCOMPARE(results, (QList<int>{0, 0, 1, 2, 4, 3}));
    }

    void handsOutWhatIsShownInItsOrder()
    {
        Watched watched;
        watched.model.set({taken(u"1"_s), refusedRollBack(u"2"_s), runningRemoval(u"3"_s)});
        watched.filter.setWords(u"anna"_s);
        const QList<JournalEntry> shown = watched.filter.shownEntries();
        QCOMPARE(shown, (QList<JournalEntry>{runningRemoval(u"3"_s), taken(u"1"_s)}));
    }

    void agesGoOnWithoutSortingAgain()
    {
        Watched watched;
        watched.model.set({taken(u"1"_s)});
        watched.log.take();
        watched.model.refreshAges();
        QCOMPARE(watched.log.take(), QString());
        watched.clock.advance(2h);
        const QSignalSpy layout(&watched.filter, &QAbstractItemModel::layoutChanged);
        watched.model.refreshAges();
        QCOMPARE(watched.log.take(), u"changed 0-0"_s);
        QCOMPARE(layout.count(), 0);
        QCOMPARE(watched.column(ActivityModel::Started, ActivityModel::SecondaryTextRole),
                 u" · 3 h"_s);
    }

    void countsWhatWentWrong()
    {
        Watched watched;
        watched.model.set({taken(u"1"_s), taken(u"2"_s)});
        QCOMPARE(watched.model.summaryText(), u"2 entries"_s);
        watched.model.put(refusedRollBack(u"3"_s));
        JournalEntry doubtful = refusedRollBack(u"4"_s);
        doubtful.operation.state = OperationState::NeedsAnswer;
        watched.model.put(doubtful);
        QCOMPARE(watched.model.summaryText(), u"4 entries · 1 failed · 1 not certain"_s);
    }

    void saysWhatWasDoneWithThePower()
    {
        Watched watched;
        JournalEntry entry = taken(u"1"_s);
        entry.operation.kind = OperationKind::Power;
        for (const auto &[action, text] :
             {std::pair{PowerAction::Start, u"Start server"_s},
              std::pair{PowerAction::ShutDown, u"Shut down server"_s},
              std::pair{PowerAction::PowerOff, u"Power off server"_s}}) {
            entry.operation.steps = {stepFor(SetPower{serverKey(u"7"_s), action})};
            watched.model.put(entry);
            QCOMPARE(watched.column(ActivityModel::Action), text);
        }
        entry.operation.steps.clear();
        watched.model.put(entry);
        QCOMPARE(watched.column(ActivityModel::Action), u"Power"_s);
    }

    void countsWhatCanNotBeRead()
    {
        Watched watched;
        watched.model.set({taken(u"1"_s), taken(u"2"_s)});
        QSignalSpy changed(&watched.model, &ActivityModel::unreadableChanged);
        const UnreadableEntries entries{3, 1, u"/data/journal.sqlite"_s};
        watched.model.setUnreadable(entries);
        watched.model.setUnreadable(entries);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(watched.model.unreadable(), entries);
        QCOMPARE(watched.model.summaryText(), u"2 entries · 3 can't be read"_s);
    }

    void needsNothingButTheEntry()
    {
        Watched watched;
        JournalEntry bare;
        bare.operation.id = {u"bare"_s};
        watched.model.put(bare);
        QCOMPARE(Support::modelText(watched.model),
                 u"— | Take snapshot | — | — | — | — | — | waiting"_s);
        QCOMPARE(watched.column(ActivityModel::User, Qt::AccessibleTextRole), u"not known"_s);
        QCOMPARE(linesText(activityFacts(bare, noon())), u"Result=waiting"_s);
        QVERIFY(activityIds(bare.operation).isEmpty());
        bare.operation.snapshot = keyOf(u"12"_s);
        watched.model.put(bare);
        QCOMPARE(watched.column(ActivityModel::Snapshot), u"12"_s);
    }

    void countsSizesAsTheProviderDoes()
    {
        Watched watched;
        JournalEntry entry = refusedRollBack(u"1"_s);
        entry.operation.sizeBytes = qint64(1) << 30;
        watched.model.put(entry);
        QCOMPARE(watched.column(ActivityModel::Size), u"1.07 GB"_s);
        const QSignalSpy changed(&watched.model, &ActivityModel::dataChanged);
        watched.model.setSizeUnit(entry.operation.account, SizeUnit::Gibibyte);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(watched.column(ActivityModel::Size), u"1.00 GiB"_s);
        QVERIFY(linesText(activityFacts(entry, noon(), SizeUnit::Gibibyte))
                    .contains(u"Size=1.00 GiB"_s));
    }

    void tellsTheDetailsOfOneEntry()
    {
        const JournalEntry entry = refusedRollBack(u"1"_s);
        QCOMPARE(linesText(activityFacts(entry, noon())),
                 u"Result=failed; Begun=Today 11:50; Ended=Today 11:50; Took=5 seconds; By=bert; "
                 "Account=shop; Server=web-1; Snapshot=before upgrade; Taken=17 Nov 12:00; "
                 "Size=40.00 GB"_s);
        QCOMPARE(activitySteps(entry.operation),
                 (QStringList{u"Shut down: done"_s, u"Roll back: failed"_s, u"Start: left out"_s}));
        QCOMPARE(linesText(activityIds(entry.operation)),
                 u"Request=req-77; Server=7; Snapshot=900"_s);
        QCOMPARE(linesText(activityIds(taken(u"2"_s).operation)),
                 u"Task=task-1; Server=7; Snapshot=900"_s);
    }

    void tellsNoTimeThatRanBackwards()
    {
        JournalEntry entry = taken(u"1"_s);
        entry.operation.ended = entry.operation.started.addSecs(-3600);
        QVERIFY(!linesText(activityFacts(entry, noon())).contains(u"Took"));
    }

    void isQuickWithTenThousandEntries()
    {
        Support::ManualClock clock{noon()};
        ActivityModel model{clock};
        ActivityFilter filter{model};
        QList<JournalEntry> entries;
        for (int i = 0; i < 10'000; ++i) {
            JournalEntry entry = taken(QString::number(i), u"snapshot %1"_s.arg(i % 977));
            entry.operation.started = noon().addSecs(-i * 61LL);
            entries.append(entry);
        }
        QElapsedTimer timer;
        timer.start();
        model.set(entries);
        filter.setWords(u"snapshot 97"_s);
        filter.setWords({});
        for (int i = 0; i < 100; ++i) {
            model.put(taken(QString::number(i), u"renamed"_s));
        }
        // With a sanitizer and a busy machine; what is quadratic takes minutes.
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(filter.rowCount(), 10'000);
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(ActivityModelTest)
#include "activitymodeltest.moc"
