// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/rafftasks.h"
#include "providers/raff/raffwords.h"
#include "rafffixtures.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Providers::RaffMoment;
using Providers::RaffResource;
using Providers::RaffSeen;
using Providers::RaffSnapshot;
using Providers::RaffTasks;
using Providers::RaffWatch;
using Providers::RaffWords;

namespace {

const ResourceKey server = {{u"a"_s}, ResourceKind::Server, {RaffFixtures::web}};
const ResourceKey volume = {{u"a"_s}, ResourceKind::Volume, {u"42"_s}};
const SnapshotKey serverSnapshot = {{u"a"_s}, ResourceKind::Server, {u"101"_s}};
const SnapshotKey volumeSnapshot = {{u"a"_s}, ResourceKind::Volume, {u"201"_s}};

RaffResource resource(const ResourceKey &key, const QString &status, const QString &updated = {})
{
    RaffResource row;
    row.resource.key = key;
    row.resource.rawState = status;
    row.resource.power = RaffWords::powerState(status);
    row.updated = updated;
    return row;
}

RaffSnapshot snapshot(const SnapshotKey &key, const QString &status,
                      const QString &size = u"5 GB"_s)
{
    RaffSnapshot row;
    row.snapshot.key = key;
    row.snapshot.name = u"n"_s;
    row.snapshot.rawStatus = status;
    row.snapshot.status = RaffWords::snapshotStatus(status);
    row.isInUse = RaffWords::isInUse(status);
    row.hasSize = !size.isEmpty();
    return row;
}

RaffSeen seen(const RaffResource &row, const ResourceKey &key, const RaffSnapshot &copy)
{
    return {{{key, row}}, {{copy.snapshot.key, copy}}, {}};
}

} // namespace

/// How tasks stand that the API does not number.
class RaffTasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesATakenSnapshotOfAServer_data();
    void judgesATakenSnapshotOfAServer();
    void judgesATakenSnapshotOfAVolume_data();
    void judgesATakenSnapshotOfAVolume();
    void judgesARestore_data();
    void judgesARestore();
    void judgesARestoreToWhatWasInUse_data();
    void judgesARestoreToWhatWasInUse();
    void judgesPower_data();
    void judgesPower();
    void judgesWhatIsGone();
    void keepsAMomentInATask();
    void findsByItsNameWhatItWasNotToldOf();

private:
    Support::TestEnvironment m_environment;
};

void RaffTasksTest::judgesATakenSnapshotOfAServer_data()
{
    QTest::addColumn<QString>("power");
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("wasBusy");
    QTest::addColumn<TaskState>("state");
    using enum TaskState;
    QTest::addRow("just begun") << u"active"_s << QString() << 1 << false << Running;
    QTest::addRow("being copied") << u"provisioning"_s << QString() << 60 << true << Running;
    QTest::addRow("copied") << u"active"_s << QString() << 5 << true << Succeeded;
    QTest::addRow("no work was seen") << u"active"_s << QString() << 10 << false << Succeeded;
    QTest::addRow("creating") << u"provisioning"_s << u"creating"_s << 60 << true << Running;
    QTest::addRow("creating, seen alone") << u"active"_s << u"creating"_s << 60 << false << Running;
    QTest::addRow("said to be ready") << u"active"_s << u"ready"_s << 1 << false << Succeeded;
    QTest::addRow("failed") << u"active"_s << u"failed"_s << 1 << false << Failed;
    QTest::addRow("copied for an hour")
        << u"provisioning"_s << QString() << 3600 << true << CanNotTell;
    QTest::addRow("another word") << u"active"_s << u"thawing"_s << 60 << false << Running;
    QTest::addRow("another word for long")
        << u"active"_s << u"thawing"_s << 600 << false << CanNotTell;
}

void RaffTasksTest::judgesATakenSnapshotOfAServer()
{
    QFETCH(const QString, power);
    QFETCH(const QString, status);
    QFETCH(const int, seconds);
    QFETCH(const bool, wasBusy);
    QFETCH(const TaskState, state);
    const RemoteTask task = {{}, TakeSnapshot{server, u"n"_s, {}, {}}, serverSnapshot.id};
    const RaffSeen found =
        seen(resource(server, power), server, snapshot(serverSnapshot, status, {}));

    const TaskProgress progress =
        RaffTasks::judge(task, found, {std::chrono::seconds(seconds), wasBusy});

    QCOMPARE(progress.state, state);
    QCOMPARE(progress.made, serverSnapshot.id);
    const bool needsReason = state == TaskState::Failed || state == TaskState::CanNotTell;
    QCOMPARE(!progress.error.message.isEmpty(), needsReason);
}

void RaffTasksTest::judgesATakenSnapshotOfAVolume_data()
{
    QTest::addColumn<QString>("size");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<TaskState>("state");
    QTest::addRow("just begun") << u"5 GB"_s << 1 << TaskState::Running;
    QTest::addRow("settled") << u"5 GB"_s << 10 << TaskState::Succeeded;
    QTest::addRow("no size yet") << QString() << 100 << TaskState::Running;
    QTest::addRow("never a size") << QString() << 600 << TaskState::CanNotTell;
}

void RaffTasksTest::judgesATakenSnapshotOfAVolume()
{
    QFETCH(const QString, size);
    QFETCH(const int, seconds);
    QFETCH(const TaskState, state);
    const RemoteTask task = {{}, TakeSnapshot{volume, u"n"_s, {}, {}}, volumeSnapshot.id};
    const RaffSnapshot copy = snapshot(volumeSnapshot, {}, size);

    const TaskProgress progress = RaffTasks::judge(task, {{}, {{volumeSnapshot, copy}}, {}},
                                                   {std::chrono::seconds(seconds), false});

    QCOMPARE(progress.state, state);
}

void RaffTasksTest::judgesARestore_data()
{
    QTest::addColumn<QString>("power");
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<TaskState>("state");
    using enum TaskState;
    QTest::addRow("begun") << u"passive"_s << QString() << 1 << Running;
    QTest::addRow("in use, VM at work") << u"provisioning"_s << u"active"_s << 2 << Running;
    QTest::addRow("in use, VM booting") << u"booting"_s << u"active"_s << 2 << Running;
    QTest::addRow("in use, VM off") << u"passive"_s << u"active"_s << 2 << Succeeded;
    QTest::addRow("in use, VM on") << u"active"_s << u"active"_s << 2 << Succeeded;
    QTest::addRow("VM failed") << u"failure"_s << u"active"_s << 2 << Failed;
    QTest::addRow("snapshot failed") << u"passive"_s << u"failed"_s << 2 << Failed;
    QTest::addRow("after half an hour") << u"passive"_s << QString() << 30 << Running;
    QTest::addRow("after an hour") << u"passive"_s << QString() << 60 << CanNotTell;
}

void RaffTasksTest::judgesARestore()
{
    QFETCH(const QString, power);
    QFETCH(const QString, status);
    QFETCH(const int, minutes);
    QFETCH(const TaskState, state);
    const RemoteTask task = {{}, RollBack{server, serverSnapshot, {}}, {}};
    const RaffSeen found = seen(resource(server, power), server, snapshot(serverSnapshot, status));

    const TaskProgress progress =
        RaffTasks::judge(task, found, {std::chrono::minutes(minutes), false});

    QCOMPARE(progress.state, state);
    QCOMPARE(progress.error.effect == Effect::Ambiguous, state == TaskState::Failed);
}

void RaffTasksTest::judgesARestoreToWhatWasInUse_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("updated");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<TaskState>("state");
    using enum TaskState;
    QTest::addRow("nothing yet") << u"passive"_s << u"t1"_s << 1 << Running;
    QTest::addRow("at work") << u"provisioning"_s << u"t2"_s << 1 << Running;
    QTest::addRow("changed and at rest") << u"passive"_s << u"t2"_s << 1 << Succeeded;
    QTest::addRow("started") << u"active"_s << u"t1"_s << 1 << Succeeded;
    QTest::addRow("nothing for long") << u"passive"_s << u"t1"_s << 10 << CanNotTell;
    QTest::addRow("at work for long") << u"provisioning"_s << u"t2"_s << 30 << Running;
}

void RaffTasksTest::judgesARestoreToWhatWasInUse()
{
    QFETCH(const QString, status);
    QFETCH(const QString, updated);
    QFETCH(const int, minutes);
    QFETCH(const TaskState, state);
    const RaffMoment before = RaffMoment::of(resource(server, u"passive"_s, u"t1"_s));
    const RemoteTask task = {before.toTask(), RollBack{server, serverSnapshot, {}}, {}};
    const RaffSeen found =
        seen(resource(server, status, updated), server, snapshot(serverSnapshot, u"active"_s));

    const TaskProgress progress =
        RaffTasks::judge(task, found, {std::chrono::minutes(minutes), false});

    QCOMPARE(progress.state, state);
}

void RaffTasksTest::judgesPower_data()
{
    QTest::addColumn<PowerAction>("action");
    QTest::addColumn<QString>("status");
    QTest::addColumn<TaskState>("state");
    using enum TaskState;
    QTest::addRow("not started yet") << PowerAction::Start << u"passive"_s << Running;
    QTest::addRow("booting") << PowerAction::Start << u"booting"_s << Running;
    QTest::addRow("started") << PowerAction::Start << u"active"_s << Succeeded;
    QTest::addRow("not started") << PowerAction::Start << u"failure"_s << Failed;
    QTest::addRow("going down") << PowerAction::ShutDown << u"finalizing"_s << Running;
    QTest::addRow("down") << PowerAction::ShutDown << u"passive"_s << Succeeded;
    QTest::addRow("off") << PowerAction::PowerOff << u"passive"_s << Succeeded;
}

void RaffTasksTest::judgesPower()
{
    QFETCH(const PowerAction, action);
    QFETCH(const QString, status);
    QFETCH(const TaskState, state);
    const RemoteTask task = {{}, SetPower{server, action}, {}};

    const RaffSeen found = {{{server, resource(server, status)}}, {}, {}};

    QCOMPARE(RaffTasks::judge(task, found, {1min, false}).state, state);
    const TaskState later = RaffTasks::judge(task, found, {10min, false}).state;
    QCOMPARE(later, state == TaskState::Running ? TaskState::CanNotTell : state);
}

void RaffTasksTest::judgesWhatIsGone()
{
    const RaffWatch watch = {2min, false};
    const auto state = [&watch](const RemoteTask &task) {
        return RaffTasks::judge(task, {}, watch).state;
    };
    const TakeSnapshot take = {server, u"n"_s, {}, {}};

    QCOMPARE(state({{}, RemoveSnapshot{serverSnapshot}, {}}), TaskState::Succeeded);
    QCOMPARE(state({{}, RenameSnapshot{serverSnapshot, u"m"_s}, {}}), TaskState::Failed);
    QCOMPARE(state({{}, SetPower{server, PowerAction::Start}, {}}), TaskState::Failed);
    QCOMPARE(state({{}, RollBack{server, serverSnapshot, {}}, {}}), TaskState::CanNotTell);
    QCOMPARE(state({{}, take, serverSnapshot.id}), TaskState::Failed);
    QCOMPARE(RaffTasks::judge({{}, take, serverSnapshot.id}, {}, {1s, false}).state,
             TaskState::Running); // just made, it may not be known everywhere
    QCOMPARE(state({{}, ProtectSnapshot{serverSnapshot}, {}}), TaskState::Failed);
}

void RaffTasksTest::keepsAMomentInATask()
{
    const RaffMoment moment = {u"passive"_s, u"2026-01-02T03:04:05Z"_s};
    const RaffMoment bare = {u"passive"_s, {}};
    const RaffMoment odd = {u"shutting down"_s, u"2026-01-02 03:04:05 | UTC"_s};

    QCOMPARE(RaffMoment::fromTask(moment.toTask()), moment);
    QCOMPARE(RaffMoment::fromTask(bare.toTask()), bare);
    QCOMPARE(RaffMoment::fromTask(odd.toTask()), odd);
    QVERIFY(!RaffMoment::fromTask({}));
    QVERIFY(!RaffMoment::fromTask({u"4711"_s}));
}

void RaffTasksTest::findsByItsNameWhatItWasNotToldOf()
{
    const QDateTime now(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::UTC);
    const TakeSnapshot take = {server, u"n"_s, {}, now};
    RaffSnapshot old = snapshot(serverSnapshot, {});
    old.snapshot.created = now.addDays(-1);
    RaffSnapshot fresh = snapshot({{}, ResourceKind::Server, {u"102"_s}}, u"ready"_s);
    fresh.snapshot.created = now.addSecs(1);
    RaffSeen found = {{{server, resource(server, u"active"_s)}}, {}, {{server, {old, fresh}}}};

    const TaskProgress progress = RaffTasks::judge({{}, take, {}}, found, {1s, false});
    found.snapshotsOf[server] = {old};
    const TaskProgress missing = RaffTasks::judge({{}, take, {}}, found, {1s, false});

    QCOMPARE(progress.state, TaskState::Succeeded);
    QCOMPARE(progress.made, SnapshotId{u"102"_s});
    QCOMPARE(missing.state, TaskState::Running);
    QCOMPARE(RaffTasks::trace(take, {old, fresh}).trace, Trace::Found);
    QCOMPARE(RaffTasks::trace(take, {old}).trace, Trace::NotFound);
    fresh.snapshot.created = now.addSecs(-60);
    QCOMPARE(RaffTasks::trace(take, {fresh}).trace, Trace::CanNotTell);
    fresh.snapshot.created = {};
    QCOMPARE(RaffTasks::trace(take, {fresh}).trace, Trace::CanNotTell);
}

QTEST_GUILESS_MAIN(RaffTasksTest)
#include "rafftaskstest.moc"
