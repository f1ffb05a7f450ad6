// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsoletasks.h"
#include "support/testenvironment.h"

#include <QTest>
#include <QTimeZone>

using namespace Domain;
using namespace Providers;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Status = Domain::SnapshotStatus;

namespace {

const ResourceKey volume = {{u"a"_s}, ResourceKind::Volume, {u"bs-1"_s}};
const ResourceKey otherVolume = {{u"a"_s}, ResourceKind::Volume, {u"bs-2"_s}};
const SnapshotKey snapshot = {{u"a"_s}, ResourceKind::Volume, {u"ss-1"_s}};
const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0, 0, 400), QTimeZone::UTC);
const TakeSnapshot take = {volume, u"pre-upgrade"_s, u"op-1"_s, noon, {}, {}, {}, {}};
const RollBack rollback = {volume, snapshot, noon};
const RemoveSnapshot removal = {snapshot};

StackConsoleSnapshot row(Status status, const QString &slug = u"ss-1"_s,
                         const QDateTime &created = noon)
{
    StackConsoleSnapshot made;
    made.snapshot.key = {{u"a"_s}, ResourceKind::Volume, {slug}};
    made.snapshot.name = u"pre-upgrade"_s;
    made.snapshot.status = status;
    made.snapshot.rawStatus = u"Word"_s;
    made.snapshot.source = volume;
    made.snapshot.created = created;
    return made;
}

StackConsoleSnapshot gone()
{
    StackConsoleSnapshot made = row(Status::Ready);
    made.isGone = true;
    return made;
}

StackConsoleSnapshot reverting()
{
    StackConsoleSnapshot made = row(Status::Unknown);
    made.isReverting = true;
    return made;
}

using Rows = QList<StackConsoleSnapshot>;

} // namespace

class StackConsoleTasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesByTheList_data();
    void judgesByTheList();
    void refusesWhatItNeverSent();
    void saysThatAFailedReversalMayHaveWritten();
    void tellsWhichSnapshotWasMade();
    void takesTheNewestOfSeveral();
    void seesAReversal();
    void tracesWhatWasTaken_data();
    void tracesWhatWasTaken();
    void tracesARemoval();

private:
    Support::TestEnvironment m_environment;
};

void StackConsoleTasksTest::judgesByTheList_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<bool>("isMadeKnown");
    QTest::addColumn<Rows>("rows");
    QTest::addColumn<std::chrono::milliseconds>("waited");
    QTest::addColumn<bool>("wasReverting");
    QTest::addColumn<TaskState>("state");
    const auto add = [](const char *name, const Request &request, const Rows &rows,
                        std::chrono::milliseconds waited, TaskState state,
                        bool wasReverting = false, bool isMadeKnown = true) {
        QTest::addRow("%s", name) << request << isMadeKnown << rows << waited << wasReverting
                                  << state;
    };
    using enum TaskState;
    const auto long_ = std::chrono::milliseconds(StackConsoleTasks::patience);
    const auto soon = long_ - 1ms;

    add("take: being made", take, {row(Status::Creating)}, 10h, Running);
    add("take: ready", take, {row(Status::Ready)}, 0ms, Succeeded);
    add("take: failed", take, {row(Status::Failed)}, 0ms, Failed);
    add("take: a state of tomorrow", take, {row(Status::Unknown)}, 10h, Running);
    add("take: not listed yet", take, {}, soon, Running);
    add("take: never listed", take, {}, long_, Failed);
    add("take: another is listed", take, {row(Status::Ready, u"ss-2"_s)}, soon, Running);
    add("take: deleted", take, {gone()}, long_, Failed);
    add("take without a slug: found by its name", take, {row(Status::Ready)}, 0ms, Succeeded, false,
        false);
    add("take without a slug: not listed yet", take, {}, soon, Running, false, false);
    add("take without a slug: never listed", take, {}, long_, CanNotTell, false, false);

    add("roll back: at it", rollback, {reverting()}, 10h, Running);
    add("roll back: nothing seen yet", rollback, {row(Status::Ready)}, soon, Running);
    add("roll back: was at it", rollback, {row(Status::Ready)}, soon, Succeeded, true);
    add("roll back: was at it, for long", rollback, {row(Status::Ready)}, long_, Succeeded, true);
    add("roll back: never seen at it", rollback, {row(Status::Ready)}, long_, CanNotTell);
    add("roll back: failed", rollback, {row(Status::Failed)}, soon, Failed, true);
    add("roll back: the snapshot is gone", rollback, {}, soon, CanNotTell, true);

    add("remove: gone", removal, {}, 0ms, Succeeded);
    add("remove: deleted", removal, {gone()}, 0ms, Succeeded);
    add("remove: on its way", removal, {row(Status::Removing)}, 10h, Running);
    add("remove: there still", removal, {row(Status::Ready)}, soon, Running);
    add("remove: there for good", removal, {row(Status::Ready)}, long_, CanNotTell);
    add("remove: a failed one, there still", removal, {row(Status::Failed)}, soon, Running);
}

void StackConsoleTasksTest::judgesByTheList()
{
    QFETCH(const Request, request);
    QFETCH(const bool, isMadeKnown);
    QFETCH(const Rows, rows);
    QFETCH(const std::chrono::milliseconds, waited);
    QFETCH(const bool, wasReverting);
    QFETCH(const TaskState, state);
    const RemoteTask task = {{}, request, isMadeKnown ? std::optional(snapshot.id) : std::nullopt};

    const TaskProgress progress =
        StackConsoleTasks::judge(task, {{}, rows}, {waited, wasReverting});

    QCOMPARE(progress.state, state);
    QCOMPARE(progress.error.message.isEmpty(),
             state == TaskState::Running || state == TaskState::Succeeded);
    QCOMPARE(progress.percent, std::nullopt);
}

void StackConsoleTasksTest::refusesWhatItNeverSent()
{
    const TaskProgress progress =
        StackConsoleTasks::judge({{}, RenameSnapshot{snapshot, u"n"_s}, {}}, {}, {});

    QCOMPARE(progress.state, TaskState::Failed);
    QCOMPARE(progress.error.kind, ErrorKind::Unsupported);
}

void StackConsoleTasksTest::saysThatAFailedReversalMayHaveWritten()
{
    const TaskProgress progress =
        StackConsoleTasks::judge({{}, rollback, {}}, {{}, {row(Status::Failed)}}, {});

    QCOMPARE(progress.error.effect, Effect::Ambiguous);
}

void StackConsoleTasksTest::tellsWhichSnapshotWasMade()
{
    const auto made = [](const RemoteTask &task, const Rows &rows) {
        return StackConsoleTasks::judge(task, {{}, rows}, {}).made;
    };

    QCOMPARE(made({{}, take, {}}, {row(Status::Creating, u"ss-7"_s)}), SnapshotId{u"ss-7"_s});
    QCOMPARE(made({{}, take, {}}, {}), std::nullopt);
    QCOMPARE(made({{}, take, SnapshotId{u"ss-8"_s}}, {}), SnapshotId{u"ss-8"_s});
}

void StackConsoleTasksTest::takesTheNewestOfSeveral()
{
    StackConsoleSnapshot elsewhere = row(Status::Failed, u"ss-3"_s, noon.addSecs(9));
    elsewhere.snapshot.source = otherVolume;
    StackConsoleSnapshot otherName = row(Status::Failed, u"ss-4"_s, noon.addSecs(9));
    otherName.snapshot.name = u"Pre-Upgrade"_s;
    const Rows rows = {row(Status::Failed, u"ss-0"_s, noon.addDays(-1)),
                       row(Status::Failed, u"ss-1"_s, noon.addSecs(1)),
                       row(Status::Ready, u"ss-2"_s, noon.addSecs(2)), elsewhere, otherName};

    const TaskProgress progress = StackConsoleTasks::judge({{}, take, {}}, {{}, rows}, {});

    QCOMPARE(progress.state, TaskState::Succeeded);
    QCOMPARE(progress.made, SnapshotId{u"ss-2"_s});
}

void StackConsoleTasksTest::seesAReversal()
{
    QVERIFY(StackConsoleTasks::isReverting({{}, rollback, {}}, {{}, {reverting()}}));
    QVERIFY(!StackConsoleTasks::isReverting({{}, rollback, {}}, {{reverting()}, {}}));
    QVERIFY(!StackConsoleTasks::isReverting({{}, rollback, {}}, {{}, {row(Status::Ready)}}));
    QVERIFY(!StackConsoleTasks::isReverting({{}, take, snapshot.id}, {{}, {reverting()}}));
}

void StackConsoleTasksTest::tracesWhatWasTaken_data()
{
    QTest::addColumn<Rows>("rows");
    QTest::addColumn<Trace>("trace");
    StackConsoleSnapshot uncertain = row(Status::Ready);
    uncertain.created.isLocal = true;
    QTest::addRow("made since") << Rows{row(Status::Creating)} << Trace::Found;
    QTest::addRow("made in the same second")
        << Rows{row(Status::Creating, u"ss-1"_s, noon.addMSecs(-400))} << Trace::Found;
    QTest::addRow("made shortly before")
        << Rows{row(Status::Ready, u"ss-1"_s, noon.addSecs(-60))} << Trace::CanNotTell;
    QTest::addRow("made long before")
        << Rows{row(Status::Ready, u"ss-1"_s, noon.addSecs(-3600))} << Trace::NotFound;
    QTest::addRow("made at a time that is not certain") << Rows{uncertain} << Trace::CanNotTell;
    QTest::addRow("deleted since") << Rows{gone()} << Trace::NotFound;
    QTest::addRow("none") << Rows{} << Trace::NotFound;
}

void StackConsoleTasksTest::tracesWhatWasTaken()
{
    QFETCH(const Rows, rows);
    QFETCH(const Trace, trace);

    const Finding finding = StackConsoleTasks::trace(take, rows);

    QCOMPARE(finding.trace, trace);
    if (trace == Trace::Found) {
        QCOMPARE(finding.task, (RemoteTask{{}, take, SnapshotId{u"ss-1"_s}}));
    }
}

void StackConsoleTasksTest::tracesARemoval()
{
    const auto trace = [](const Rows &rows) {
        return StackConsoleTasks::trace(removal, rows).trace;
    };

    QCOMPARE(trace({}), Trace::Found);
    QCOMPARE(trace({gone()}), Trace::Found);
    QCOMPARE(trace({row(Status::Removing)}), Trace::Found);
    QCOMPARE(trace({row(Status::Ready)}), Trace::NotFound);
    QCOMPARE(trace({row(Status::Failed)}), Trace::NotFound);
}

QTEST_GUILESS_MAIN(StackConsoleTasksTest)
#include "stackconsoletaskstest.moc"
