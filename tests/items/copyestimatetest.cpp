// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/copyestimate.h"

#include "items/activitymodel.h"
#include "items/operationsmodel.h"
#include "journalstory.h"
#include "support/manualclock.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

/// Copies of so many gigabytes in so many seconds, the newest first.
QList<CopyTime> copies(const QList<std::pair<int, int>> &sizesAndSeconds)
{
    QList<CopyTime> times;
    for (const auto &[size, took] : sizesAndSeconds) {
        times.append({size * gigabyte, seconds(took)});
    }
    return times;
}

QString rangeOf(const std::optional<CopyEstimate> &estimate)
{
    return estimate ? u"%1-%2"_s.arg(estimate->least.count()).arg(estimate->most.count())
                    : QString();
}

/// A journal in which each copy begins when the one before is over.
class History
{
public:
    JournalEntry &add(int size, seconds took)
    {
        JournalEntry entry = taken(u"op-%1"_s.arg(entries.size()));
        Operation &operation = entry.operation;
        operation.sizeBytes = size * gigabyte;
        operation.started = now;
        now = now.addDuration(took);
        operation.ended = now;
        entries.append(entry);
        return entries.last();
    }
    void add(int size, const QList<seconds> &times)
    {
        for (const seconds took : times) {
            add(size, took);
        }
    }

    QDateTime now = noon().addDays(-100);
    QList<JournalEntry> entries;
};

struct Asked
{
    Support::ManualClock clock{noon()};
    ActivityModel model{clock};
    CopyEstimates estimates{model};

    explicit Asked(const QList<JournalEntry> &entries)
    {
        estimates.setAccount(shop(), {u"vendor/"_s, SizeUnit::Gigabyte, {}});
        model.set(entries);
    }

    [[nodiscard]] QString about(const Operation &operation) const
    {
        return rangeOf(estimates.estimate(operation));
    }
};

/// What is asked about: the same as in the history, not yet begun.
Operation planned(int size = 40)
{
    Operation operation = taken(u"planned"_s).operation;
    operation.sizeBytes = size * gigabyte;
    operation.state = OperationState::Waiting;
    operation.ended = {};
    operation.steps[0].state = Step::State::Waiting;
    operation.steps[0].task.reset();
    return operation;
}

} // namespace

class CopyEstimateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheMiddleHalfForTheSizeThatIsAskedAbout_data()
    {
        QTest::addColumn<QList<CopyTime>>("times");
        QTest::addColumn<int>("size");
        QTest::addColumn<QString>("range");
        QTest::addRow("none") << copies({}) << 10 << QString();
        QTest::addRow("two tell nothing yet") << copies({{10, 60}, {10, 60}}) << 10 << QString();
        QTest::addRow("three tell from the quickest to the slowest")
            << copies({{10, 60}, {10, 90}, {10, 70}}) << 10 << u"60-90"_s;
        QTest::addRow("of four the middle two")
            << copies({{10, 60}, {10, 900}, {10, 70}, {10, 80}}) << 10 << u"70-80"_s;
        QTest::addRow("by gigabyte")
            << copies({{10, 100}, {20, 200}, {40, 400}}) << 30 << u"300-300"_s;
        QTest::addRow("a night's sleep does not count")
            << copies({{10, 60}, {10, 30'000}, {10, 62}, {10, 64}, {10, 61}}) << 10 << u"61-64"_s;
        QTest::addRow("quite other sizes tell nothing")
            << copies({{1, 60}, {1, 60}, {1, 60}, {900, 900}}) << 100 << QString();
        QTest::addRow("no size tells nothing")
            << copies({{0, 60}, {0, 60}, {0, 60}}) << 10 << QString();
        QTest::addRow("no size is asked about")
            << copies({{10, 60}, {10, 60}, {10, 60}}) << 0 << QString();
        QTest::addRow("a clock that went back tells nothing")
            << copies({{10, -60}, {10, 60}, {10, 0}, {10, 60}}) << 10 << QString();
    }
    void takesTheMiddleHalfForTheSizeThatIsAskedAbout()
    {
        QFETCH(const QList<CopyTime>, times);
        QFETCH(const int, size);
        QTEST(rangeOf(usualTime(times, size * gigabyte)), "range");
    }

    void theNewestTwentyCount()
    {
        QList<CopyTime> times;
        for (int i = 0; i < 20; ++i) {
            times.append({10 * gigabyte, 50s});
        }
        times.append(copies({{10, 500}, {10, 500}, {10, 500}, {10, 500}, {10, 500}, {10, 500}}));
        QCOMPARE(rangeOf(usualTime(times, 10 * gigabyte)), u"50-50"_s);
    }

    void readsTheJournal()
    {
        History history;
        history.add(40, {100s, 200s, 120s, 140s});
        const Asked asked(history.entries);
        QCOMPARE(asked.about(planned(40)), u"120-140"_s);
        QCOMPARE(asked.about(planned(80)), u"240-280"_s);
        QCOMPARE(asked.about(planned(400)), QString());
    }

    void comparesLikeWithLike_data()
    {
        QTest::addColumn<Operation>("operation");
        Operation operation = planned();
        operation.kind = OperationKind::RollBack;
        QTest::addRow("another kind of operation") << operation;
        operation = planned();
        operation.resource->kind = ResourceKind::Volume;
        QTest::addRow("another kind of resource") << operation;
        operation = planned();
        operation.account = office();
        QTest::addRow("another place") << operation;
        operation = planned();
        operation.account = {u"unheard of"_s};
        QTest::addRow("an account that is not known") << operation;
        operation = planned();
        operation.steps.prepend(
            stepFor(SetPower{serverKey(u"7"_s), PowerAction::ShutDown}, Step::Role::StopServer));
        QTest::addRow("other steps") << operation;
        operation = planned();
        operation.sizeBytes.reset();
        QTest::addRow("no size") << operation;
        operation = planned();
        operation.kind = OperationKind::Remove;
        QTest::addRow("nothing that copies") << operation;
    }
    void comparesLikeWithLike()
    {
        QFETCH(const Operation, operation);
        History history;
        history.add(40, {100s, 110s, 120s});
        Asked asked(history.entries);
        asked.estimates.setAccount(office(), {u"other vendor/"_s, SizeUnit::Gigabyte, {}});
        QCOMPARE(asked.about(planned()), u"100-120"_s);
        QCOMPARE(asked.about(operation), QString());
    }

    void accountsAtOnePlaceTellOfEachOther()
    {
        History history;
        history.add(40, {100s, 110s, 120s});
        Asked asked(history.entries);
        asked.estimates.setAccount(office(), {u"vendor/"_s, SizeUnit::Gigabyte, {}});
        Operation operation = planned();
        operation.account = office();
        QCOMPARE(asked.about(operation), u"100-120"_s);
    }

    void whatWentWrongOrStoodInAQueueTellsNothing()
    {
        History history;
        history.add(40, {100s, 110s, 120s});
        history.add(40, 5s).operation.state = OperationState::Failed;
        history.add(40, 6s).operation.state = OperationState::NeedsAnswer;
        history.add(40, 7s).operation.state = OperationState::Cancelled;
        // Begun while the one before still ran on the same server.
        JournalEntry &waited = history.add(40, 3000s);
        history.entries[history.entries.size() - 2].operation.ended =
            waited.operation.started.addSecs(2000);
        QCOMPARE(Asked(history.entries).about(planned()), u"100-120"_s);
        // On another server it was not waited for.
        waited.operation.resource = serverKey(u"8"_s);
        waited.operation.snapshot = keyOf(u"901"_s);
        QCOMPARE(Asked(history.entries).about(planned()), u"110-120"_s);
    }

    void aSafetySnapshotIsNoPartOfTheTime()
    {
        const auto asRollBack = [](Operation &operation) {
            operation.kind = OperationKind::RollBack;
            operation.steps = {stepFor(RollBack{serverKey(u"7"_s), keyOf(u"900"_s), noon()})};
        };
        const auto withSafety = [](Operation &operation) {
            operation.steps.prepend(
                stepFor(TakeSnapshot{serverKey(u"7"_s), u"safety"_s, {}, noon()},
                        Step::Role::SafetySnapshot));
        };
        History history;
        for (const seconds took : {60s, 70s, 80s, 600s, 700s}) {
            Operation &operation = history.add(40, took).operation;
            asRollBack(operation);
            if (took > 100s) {
                withSafety(operation);
            }
        }
        Operation operation = planned();
        asRollBack(operation);
        withSafety(operation);
        QCOMPARE(Asked(history.entries).about(operation), u"60-80"_s);
    }

    /// With it a plan of other steps, a safety snapshot before or a queue tells as much.
    void theTimeOfTheCopyItselfCountsWhereItIsKnown()
    {
        History history;
        for (const seconds took : {100s, 110s, 120s}) {
            Operation &operation = history.add(40, took + 900s).operation;
            operation.steps.prepend(stepFor(SetPower{serverKey(u"7"_s), PowerAction::ShutDown},
                                            Step::Role::StopServer));
            operation.steps[1].started = operation.ended.addSecs(-took.count());
            operation.steps[1].ended = operation.ended;
        }
        QCOMPARE(Asked(history.entries).about(planned()), u"100-120"_s);
        // Not all of it was written down: a clock was turned, say.
        history.entries[0].operation.steps[1].ended = {};
        QCOMPARE(Asked(history.entries).about(planned()), QString());
    }

    void theVendorsFigureStandsInUntilThereIsAHistory()
    {
        History history;
        history.add(40, {100s, 110s});
        Asked asked(history.entries);
        asked.estimates.setAccount(shop(),
                                   {u"vendor/"_s,
                                    SizeUnit::Gigabyte,
                                    {{OperationKind::Take, ResourceKind::Server, 1min, 2min}}});
        QCOMPARE(asked.estimates.phrase(planned()), u"1–2 min by the provider's own figure"_s);
        QCOMPARE(asked.estimates.sentence(planned()),
                 u"The provider's own figure for the time it takes is 1–2 min; a large disk takes "
                 "longer."_s);
        Operation ofVolume = planned();
        ofVolume.resource->kind = ResourceKind::Volume;
        QCOMPARE(asked.estimates.phrase(ofVolume), QString());
        JournalEntry third = taken(u"third"_s);
        third.operation.started = history.now;
        third.operation.ended = history.now.addSecs(115);
        asked.model.put(third);
        QCOMPARE(asked.estimates.phrase(planned()), u"usually 1–2 min for 40 GB here"_s);
        QCOMPARE(asked.estimates.sentence(planned()),
                 u"It usually takes 1–2 min for 40 GB here."_s);
    }

    void countsAsTheVendorCounts()
    {
        History history;
        history.add(40, {1000s, 1100s, 1200s});
        Asked asked(history.entries);
        asked.estimates.setAccount(shop(), {u"vendor/"_s, SizeUnit::Gibibyte, {}});
        QCOMPARE(asked.estimates.phrase(planned(40)), u"usually 16–20 min for 37 GiB here"_s);
        QCOMPARE(asked.estimates.phrase(planned(6)), u"usually 2–3 min for 5.6 GiB here"_s);
    }

    void saysRangesInWords_data()
    {
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("text");
        QTest::addRow("seconds") << 5 << 59 << u"less than a minute"_s;
        QTest::addRow("a minute at most") << 5 << 60 << u"up to 1 min"_s;
        QTest::addRow("some minutes at most") << 50 << 170 << u"up to 3 min"_s;
        QTest::addRow("from and to") << 1080 << 1500 << u"18–25 min"_s;
        QTest::addRow("rounded away from the middle") << 1090 << 1490 << u"18–25 min"_s;
        QTest::addRow("all alike") << 1200 << 1200 << u"about 20 min"_s;
        QTest::addRow("under two hours") << 3600 << 7199 << u"60–120 min"_s;
        QTest::addRow("hours") << 7200 << 14'400 << u"2–4 h"_s;
        QTest::addRow("hours at most") << 3000 << 7300 << u"up to 3 h"_s;
        QTest::addRow("hours alike") << 10'800 << 10'800 << u"about 3 h"_s;
    }
    void saysRangesInWords()
    {
        QFETCH(const int, least);
        QFETCH(const int, most);
        QTEST(timeRangeText(seconds(least), seconds(most)), "text");
    }

    void theStripSaysItWhileThereIsNoPercentage()
    {
        History history;
        history.add(40, {1080s, 1200s, 1500s});
        const Asked asked(history.entries);
        OperationsModel strip;
        strip.setEstimates(asked.estimates);
        Operation operation = planned(40);
        const auto phase = [&strip, &operation] {
            strip.set(operation);
            return strip.index(0).data(OperationsModel::PhaseRole).toString();
        };
        QCOMPARE(phase(), u"waiting"_s);
        operation.state = OperationState::Running;
        operation.steps[0].state = Step::State::Requesting;
        QCOMPARE(phase(), u"requested"_s);
        operation.steps[0].state = Step::State::Following;
        QCOMPARE(phase(), u"copying · usually 18–25 min for 40 GB here"_s);
        operation.steps[0].percent = 1;
        QCOMPARE(phase(), u"copying 1 %"_s);
        operation.steps[0].state = Step::State::Done;
        operation.state = OperationState::Succeeded;
        QCOMPARE(phase(), u"done"_s);
    }

    void theStripSaysNothingOfAStepBesideTheCopy()
    {
        History history;
        history.add(40, {1080s, 1200s, 1500s});
        for (JournalEntry &entry : history.entries) {
            entry.operation.steps.prepend(stepFor(
                SetPower{serverKey(u"7"_s), PowerAction::ShutDown}, Step::Role::StopServer));
        }
        const Asked asked(history.entries);
        OperationsModel strip;
        strip.setEstimates(asked.estimates);
        Operation operation = planned(40);
        operation.steps.prepend(stepFor(SetPower{serverKey(u"7"_s), PowerAction::ShutDown},
                                        Step::Role::StopServer, Step::State::Following));
        operation.state = OperationState::Running;
        strip.set(operation);
        QCOMPARE(strip.index(0).data(OperationsModel::PhaseRole).toString(),
                 u"stopping the server"_s);
        operation.steps[0].state = Step::State::Done;
        operation.steps[1].state = Step::State::Following;
        operation.current = 1;
        strip.set(operation);
        QCOMPARE(strip.index(0).data(OperationsModel::PhaseRole).toString(),
                 u"copying · usually 18–25 min for 40 GB here"_s);
    }

    void aHistoryThatIsNotReadYetTellsNothing()
    {
        OperationsModel strip;
        Operation operation = planned(40);
        operation.state = OperationState::Running;
        operation.steps[0].state = Step::State::Following;
        strip.set(operation);
        QCOMPARE(strip.index(0).data(OperationsModel::PhaseRole).toString(), u"copying"_s);
        QCOMPARE(Asked({}).about(operation), QString());
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(CopyEstimateTest)
#include "copyestimatetest.moc"
