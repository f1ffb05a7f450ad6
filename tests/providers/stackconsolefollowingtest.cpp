// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stackconsolestub.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace Fixtures = StackConsoleFixtures;

namespace {

const ResourceKey server = {{u"a"_s}, ResourceKind::Server, {u"shop-web"_s}};
const ResourceKey volume = {{u"a"_s}, ResourceKind::Volume, {u"bs-001001-0042"_s}};
const SnapshotKey serverSnapshot = {{u"a"_s}, ResourceKind::Server, {u"vms-001001-0001"_s}};
const SnapshotKey volumeSnapshot = {{u"a"_s}, ResourceKind::Volume, {u"ss-001001-0001"_s}};

QByteArray withState(const QString &state)
{
    return Fixtures::with(u"server_snapshots"_s, u"data.0.state"_s, state);
}

QList<TaskState> statesOf(const Result<QList<TaskProgress>> &progress)
{
    QList<TaskState> states;
    for (const TaskProgress &one : progress.value_or(QList<TaskProgress>())) {
        states.append(one.state);
    }
    return states;
}

} // namespace

/// Tasks without ids, and requests whose answer was lost.
class StackConsoleFollowingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void followsAllTasksByOneListAKind();
    void doesNotAskForNothing();
    void readsAListAgainOnlyAfterAWhile();
    void readsAListAtOnceForANewTask();
    void followsAReversalToItsEnd();
    void cannotTellAReversalThatNeverShows();
    void cannotTellAReversalOfYesterday();
    void findsByItsNameWhatItWasNotToldOf();
    void waitsForARemovalToShow();
    void failsARoundThatIsNotWhole();
    void tracesATakeByNameAndSource();
    void tracesARemoval();
    void cannotTraceAReversal();
    void refusesToTraceWhatItCannotDo();
    void passesOnThatItCouldNotLook();

private:
    [[nodiscard]] Result<QList<TaskProgress>> follow(const QList<RemoteTask> &tasks);
    /// Follows one task each twenty seconds until it ends or the time is over.
    [[nodiscard]] TaskProgress followFor(const RemoteTask &task, std::chrono::seconds time);

    Support::TestEnvironment m_environment;
    std::unique_ptr<StackConsoleStub> m_stub;
};

void StackConsoleFollowingTest::init()
{
    m_stub = std::make_unique<StackConsoleStub>();
    m_stub->setPace(0ms); // the tests move the clock themselves
    QVERIFY(m_stub->answer(m_stub->provider().listSnapshots({})));
    m_stub->forgetCalls();
}

void StackConsoleFollowingTest::cleanup()
{
    const QList<QByteArray> unexpected = m_stub->unexpected();
    m_stub.reset();
    QCOMPARE(unexpected, QList<QByteArray>());
}

Result<QList<TaskProgress>> StackConsoleFollowingTest::follow(const QList<RemoteTask> &tasks)
{
    return m_stub->answer(m_stub->provider().follow(tasks));
}

TaskProgress StackConsoleFollowingTest::followFor(const RemoteTask &task, std::chrono::seconds time)
{
    TaskProgress progress;
    for (auto passed = 0s; passed <= time && progress.state == TaskState::Running; passed += 20s) {
        const Result<QList<TaskProgress>> round = follow({task});
        progress = round ? round->first() : TaskProgress{TaskState::Failed, {}, {}, round.error()};
        m_stub->clock().advance(20s);
    }
    return progress;
}

void StackConsoleFollowingTest::followsAllTasksByOneListAKind()
{
    const TakeSnapshot take = {volume, u"n"_s, {}, m_stub->clock().now()};
    const QList<RemoteTask> tasks = {{{}, RemoveSnapshot{volumeSnapshot}, {}},
                                     {{}, take, volumeSnapshot.id},
                                     {{}, RemoveSnapshot{serverSnapshot}, {}},
                                     {{}, RenameSnapshot{serverSnapshot, u"n"_s}, {}},
                                     {{}, take, SnapshotId{u"ss-001001-0002"_s}},
                                     {{}, take, SnapshotId{u"ss-001001-0004"_s}}};

    const auto progress = follow(tasks + tasks + tasks);

    using enum TaskState;
    const QList<TaskState> once = {Running, Succeeded, Running, Failed, Running, Failed};
    QCOMPARE(statesOf(progress), once + once + once);
    QCOMPARE(m_stub->calls().size(), 2);
    QCOMPARE(m_stub->count("GET /blockstorages/snapshots"), 1);
    QCOMPARE(m_stub->count("GET /virtual-machines/snapshots"), 1);
}

void StackConsoleFollowingTest::doesNotAskForNothing()
{
    QCOMPARE(follow({}), (Result<QList<TaskProgress>>(QList<TaskProgress>())));
    QCOMPARE(statesOf(follow({{{}, SetPower{server, PowerAction::Start}, {}}})),
             QList<TaskState>{TaskState::Failed});

    QVERIFY(m_stub->calls().isEmpty());
}

void StackConsoleFollowingTest::readsAListAgainOnlyAfterAWhile()
{
    const RemoteTask task = {{}, RemoveSnapshot{serverSnapshot}, {}};

    QVERIFY(follow({task}));
    m_stub->clock().advance(4s);
    QVERIFY(follow({task}));
    QCOMPARE(m_stub->calls().size(), 1);
    m_stub->clock().advance(1s);
    QVERIFY(follow({task}));

    QCOMPARE(m_stub->calls().size(), 2);
}

void StackConsoleFollowingTest::readsAListAtOnceForANewTask()
{
    const RemoteTask first = {{}, RemoveSnapshot{serverSnapshot}, {}};
    const RemoteTask second = {{}, RollBack{server, serverSnapshot, m_stub->clock().now()}, {}};

    QVERIFY(follow({first}));
    m_stub->clock().advance(1s);
    QVERIFY(follow({first, second})); // the old list can't tell of it

    QCOMPARE(m_stub->calls().size(), 2);
}

void StackConsoleFollowingTest::followsAReversalToItsEnd()
{
    const RemoteTask task = {{}, RollBack{server, serverSnapshot, m_stub->clock().now()}, {}};
    const QByteArray list = StackConsoleStub::serverSnapshots;
    for (const QString &state : {u"Ready"_s, u"Ready"_s, u"Reverting"_s, u"Reverting"_s}) {
        m_stub->once(list, withState(state)); // the list lags behind at first
    }

    const TaskProgress progress = followFor(task, 10min);

    QCOMPARE(progress.state, TaskState::Succeeded);
    QCOMPARE(m_stub->count("GET /virtual-machines/snapshots"), 5);
}

void StackConsoleFollowingTest::cannotTellAReversalThatNeverShows()
{
    const RemoteTask task = {{}, RollBack{server, serverSnapshot, m_stub->clock().now()}, {}};

    const TaskProgress early = followFor(task, 14min);
    const TaskProgress late = followFor(task, 2min);

    QCOMPARE(early.state, TaskState::Running);
    QCOMPARE(late.state, TaskState::CanNotTell);
    QVERIFY(!late.error.message.isEmpty());
}

void StackConsoleFollowingTest::cannotTellAReversalOfYesterday()
{
    // Found again after the program was closed: whatever showed, nobody was there to see it.
    const QDateTime yesterday = m_stub->clock().now().addDays(-1);

    const TaskProgress progress =
        followFor({{}, RollBack{server, serverSnapshot, yesterday}, {}}, 0s);

    QCOMPARE(progress.state, TaskState::CanNotTell);
}

void StackConsoleFollowingTest::findsByItsNameWhatItWasNotToldOf()
{
    const TakeSnapshot take = {server,
                               u"before upgrade"_s,
                               {},
                               QDateTime(QDate(2026, 1, 31), QTime(23, 59), QTimeZone::UTC)};

    const TaskProgress progress = followFor({{}, take, {}}, 0s);

    QCOMPARE(progress.state, TaskState::Succeeded);
    QCOMPARE(progress.made, serverSnapshot.id);
}

void StackConsoleFollowingTest::waitsForARemovalToShow()
{
    const QByteArray list = StackConsoleStub::serverSnapshots;
    m_stub->once(list, withState(u"Ready"_s)); // it lags behind
    m_stub->once(list, withState(u"Expunging"_s));
    m_stub->once(list,
                 Fixtures::with(u"server_snapshots"_s, u"data.0.deleted_at"_s,
                                u"2026-02-03T00:00:00.000000Z"_s));

    const TaskProgress progress = followFor({{}, RemoveSnapshot{serverSnapshot}, {}}, 10min);

    QCOMPARE(progress.state, TaskState::Succeeded);
    QCOMPARE(m_stub->calls().size(), 3);
}

void StackConsoleFollowingTest::failsARoundThatIsNotWhole()
{
    m_stub->always(StackConsoleStub::volumeSnapshots, StackConsoleStub::refusal("No."), 403);

    const auto progress = follow(
        {{{}, RemoveSnapshot{serverSnapshot}, {}}, {{}, RemoveSnapshot{volumeSnapshot}, {}}});

    QVERIFY(!progress);
    QCOMPARE(progress.error().kind, ErrorKind::Forbidden);
}

void StackConsoleFollowingTest::tracesATakeByNameAndSource()
{
    const auto trace = [this](const TakeSnapshot &take) {
        return m_stub->answer(m_stub->provider().findEffect(take));
    };
    const QDateTime before(QDate(2026, 1, 31), QTime(0, 0), QTimeZone::UTC);
    const TakeSnapshot take = {server, u"before upgrade"_s, {}, before};
    const TakeSnapshot otherName = {server, u"before"_s, {}, before};
    const TakeSnapshot later = {server, u"before upgrade"_s, {}, before.addDays(30)};
    const TakeSnapshot elsewhere = {
        {{u"a"_s}, ResourceKind::Server, {u"mail-2"_s}}, u"before upgrade"_s, {}, before};

    const Result<Finding> found = trace(take);

    QVERIFY(found);
    QCOMPARE(*found, (Finding{Trace::Found, {{}, take, serverSnapshot.id}}));
    QCOMPARE(trace(otherName)->trace, Trace::NotFound);
    QCOMPARE(trace(later)->trace, Trace::NotFound);
    QCOMPARE(trace(elsewhere)->trace, Trace::NotFound);
}

void StackConsoleFollowingTest::tracesARemoval()
{
    const auto trace = [this](const QString &slug) {
        const SnapshotKey key = {{u"a"_s}, ResourceKind::Volume, {slug}};
        return m_stub->answer(m_stub->provider().findEffect(RemoveSnapshot{key}))->trace;
    };

    QCOMPARE(trace(u"ss-001001-0001"_s), Trace::NotFound);
    QCOMPARE(trace(u"ss-001001-0005"_s), Trace::Found); // marked as deleted
    QCOMPARE(trace(u"ss-001001-0099"_s), Trace::Found);
}

void StackConsoleFollowingTest::cannotTraceAReversal()
{
    const auto finding = m_stub->answer(
        m_stub->provider().findEffect(RollBack{volume, volumeSnapshot, m_stub->clock().now()}));

    QVERIFY(finding);
    QCOMPARE(finding->trace, Trace::CanNotTell);
    QVERIFY(m_stub->calls().isEmpty());
}

void StackConsoleFollowingTest::refusesToTraceWhatItCannotDo()
{
    const auto finding =
        m_stub->answer(m_stub->provider().findEffect(SetPower{server, PowerAction::Start}));

    QVERIFY(!finding);
    QCOMPARE(finding.error().kind, ErrorKind::Unsupported);
}

void StackConsoleFollowingTest::passesOnThatItCouldNotLook()
{
    m_stub->always(StackConsoleStub::volumeSnapshots, StackConsoleStub::refusal("Server Error"),
                   500);

    const auto finding =
        m_stub->answer(m_stub->provider().findEffect(RemoveSnapshot{volumeSnapshot}));

    QVERIFY(!finding);
    QCOMPARE(finding.error().kind, ErrorKind::ServerError);
}

QTEST_GUILESS_MAIN(StackConsoleFollowingTest)
#include "stackconsolefollowingtest.moc"
