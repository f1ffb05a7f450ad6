// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznertasks.h"
#include "providers/hetzner/hetznertracer.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::HetznerAction;
using Providers::HetznerActions;
using Providers::HetznerNeeds;
using Providers::HetznerObjects;
using Providers::HetznerServer;
using Providers::HetznerTasks;
using Providers::HetznerTracer;

namespace {

const ResourceKey server = {{u"a"_s}, ResourceKind::Server, {u"1"_s}};
const ResourceKey volume = {{u"a"_s}, ResourceKind::Volume, {u"2"_s}};
const SnapshotKey image = {{u"a"_s}, ResourceKind::Server, {u"31"_s}};
const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC);

const Request take = TakeSnapshot{server, u"n"_s, u"op"_s, noon};
const Request rollback = RollBack{server, image, noon};
const Request removal = RemoveSnapshot{image};
const Request renaming = RenameSnapshot{image, u"new name"_s};
const Request protection = ProtectSnapshot{image, Protection::On};
const Request start = SetPower{server, PowerAction::Start};
const Request shutdown = SetPower{server, PowerAction::ShutDown};
const Request poweroff = SetPower{server, PowerAction::PowerOff};

RemoteTask task(const Request &request, const QString &id = u"7"_s)
{
    const bool isTake = std::holds_alternative<TakeSnapshot>(request);
    return {{id}, request, isTake ? std::optional(image.id) : std::nullopt};
}

HetznerActions only(HetznerAction::Status status, int progress = 0)
{
    HetznerAction action;
    action.id = {u"7"_s};
    action.status = status;
    action.progress = progress;
    action.errorCode = u"action_failed"_s;
    action.errorMessage = u"why"_s;
    return {{action.id, action}};
}

struct Seen
{
    SnapshotStatus status = SnapshotStatus::Ready;
    QString name = u"old name"_s;
    bool isProtected = false;
};

HetznerObjects seeing(const Seen &seen)
{
    Snapshot snapshot;
    snapshot.key = image;
    snapshot.status = seen.status;
    snapshot.rawStatus = u"word"_s;
    snapshot.name = seen.name;
    snapshot.isProtected = seen.isProtected;
    return {{{image.id, snapshot}}, {}};
}

HetznerObjects seeing(PowerState power, const QString &word, const QString &standsOn = u"31"_s)
{
    HetznerServer seen;
    seen.resource.key = server;
    seen.resource.power = power;
    seen.resource.rawState = word;
    seen.image = SnapshotId{standsOn};
    return {{}, {{server.id, seen}}};
}

const HetznerObjects nothing = {{{image.id, std::nullopt}}, {{server.id, std::nullopt}}};

HetznerAction rebuildAt(const QDateTime &started, const QString &id)
{
    HetznerAction action;
    action.id = {id};
    action.command = u"rebuild_server"_s;
    action.started = started;
    return action;
}

HetznerAction poweronAt(const QDateTime &started)
{
    HetznerAction action = rebuildAt(started, u"99"_s);
    action.command = u"start_server"_s;
    return action;
}

} // namespace

class HetznerTasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForEachActionOnce();
    void needsOnlyWhatTheActionLeavesOpen_data();
    void needsOnlyWhatTheActionLeavesOpen();
    void reportsHowFarARunningActionIs();
    void failsWithTheActionsOwnError_data();
    void failsWithTheActionsOwnError();
    void judgesByActionAndObject_data();
    void judgesByActionAndObject();
    void judgesByTheObjectAlone_data();
    void judgesByTheObjectAlone();
    void findsWhatIsMadeInTheAction();
    void refusesTasksOfVolumes();
    void leavesAFailedRebuildOpenToDoubt();
    void tracesARebuildByTime_data();
    void tracesARebuildByTime();

private:
    Support::TestEnvironment m_environment;
};

void HetznerTasksTest::asksForEachActionOnce()
{
    const QList<RemoteTask> tasks = {task(take, u"7"_s), task(shutdown, u"8"_s), task(removal, {}),
                                     task(start, u"8"_s), task(start, u"no id"_s)};

    QCOMPARE(HetznerTasks::actionIds(tasks), (QList<RemoteTaskId>{{u"7"_s}, {u"8"_s}}));
}

void HetznerTasksTest::needsOnlyWhatTheActionLeavesOpen_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<HetznerActions>("actions");
    QTest::addColumn<HetznerNeeds>("needs");
    const HetznerActions running = only(HetznerAction::Status::Running);
    const HetznerActions success = only(HetznerAction::Status::Success);
    const HetznerActions error = only(HetznerAction::Status::Error);
    const HetznerActions none;
    const HetznerNeeds theImage = {{image.id}, {}};
    const HetznerNeeds theServer = {{}, {server.id}};

    QTest::addRow("a running take") << take << running << HetznerNeeds();
    QTest::addRow("a failed take") << take << error << HetznerNeeds();
    QTest::addRow("a take that succeeded") << take << success << theImage;
    QTest::addRow("a take without action") << take << none << theImage;
    QTest::addRow("a rebuild that succeeded") << rollback << success << HetznerNeeds();
    QTest::addRow("a rebuild without action") << rollback << none << theServer;
    QTest::addRow("a removal") << removal << none << theImage;
    QTest::addRow("a renaming") << renaming << none << theImage;
    QTest::addRow("a protection that succeeded") << protection << success << HetznerNeeds();
    QTest::addRow("a protection without action") << protection << none << theImage;
    QTest::addRow("a start that succeeded") << start << success << HetznerNeeds();
    QTest::addRow("a shutdown that succeeded") << shutdown << success << theServer;
    QTest::addRow("a power off that succeeded") << poweroff << success << HetznerNeeds();
    QTest::addRow("a power off without action") << poweroff << none << theServer;
}

void HetznerTasksTest::needsOnlyWhatTheActionLeavesOpen()
{
    QFETCH(const Request, request);
    QFETCH(const HetznerActions, actions);
    QFETCH(const HetznerNeeds, needs);

    const QList<RemoteTask> twice = {task(request), task(request)};

    QCOMPARE(HetznerTasks::needs(twice, actions), needs);
}

void HetznerTasksTest::reportsHowFarARunningActionIs()
{
    using Status = HetznerAction::Status;
    const TaskProgress half = HetznerTasks::judge(task(take), only(Status::Running, 50), {});
    const TaskProgress unknown = HetznerTasks::judge(task(take), only(Status::Running, 0), {});
    const TaskProgress odd = HetznerTasks::judge(task(take), only(Status::Unknown, 10), {});

    QCOMPARE(half, (TaskProgress{TaskState::Running, 50, image.id, {}}));
    QCOMPARE(unknown, (TaskProgress{TaskState::Running, {}, image.id, {}}));
    QCOMPARE(odd.state, TaskState::Running);
}

void HetznerTasksTest::failsWithTheActionsOwnError_data()
{
    QTest::addColumn<Request>("request");
    QTest::addRow("take") << take;
    QTest::addRow("roll back") << rollback;
    QTest::addRow("protect") << protection;
    QTest::addRow("shut down") << shutdown;
}

void HetznerTasksTest::failsWithTheActionsOwnError()
{
    QFETCH(const Request, request);

    const TaskProgress progress =
        HetznerTasks::judge(task(request), only(HetznerAction::Status::Error), {});

    QCOMPARE(progress.state, TaskState::Failed);
    QCOMPARE(progress.error.code, u"action_failed"_s);
    QCOMPARE(progress.error.message, u"why"_s);
}

void HetznerTasksTest::judgesByActionAndObject_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<HetznerObjects>("objects");
    QTest::addColumn<TaskState>("state");
    const auto add = [](const char *name, const Request &request, const HetznerObjects &objects,
                        TaskState state) {
        QTest::addRow("%s", name) << request << objects << state;
    };
    add("a usable image", take, seeing({SnapshotStatus::Ready}), TaskState::Succeeded);
    add("an image not ready yet", take, seeing({SnapshotStatus::Creating}), TaskState::Running);
    add("an image in an unknown state", take, seeing({SnapshotStatus::Unknown}),
        TaskState::Running);
    add("an unusable image", take, seeing({SnapshotStatus::Failed}), TaskState::Failed);
    add("an image that is gone", take, nothing, TaskState::Failed);
    add("rebuilt", rollback, {}, TaskState::Succeeded);
    add("protected", protection, {}, TaskState::Succeeded);
    add("started", start, {}, TaskState::Succeeded);
    add("powered off", poweroff, {}, TaskState::Succeeded);
    add("told to shut down, off", shutdown, seeing(PowerState::Stopped, u"off"_s),
        TaskState::Succeeded);
    add("told to shut down, still running", shutdown, seeing(PowerState::Running, u"running"_s),
        TaskState::Running);
    add("told to shut down, stopping", shutdown, seeing(PowerState::Changing, u"stopping"_s),
        TaskState::Running);
    add("told to shut down, gone", shutdown, nothing, TaskState::Failed);
}

void HetznerTasksTest::judgesByActionAndObject()
{
    QFETCH(const Request, request);
    QFETCH(const HetznerObjects, objects);
    QFETCH(const TaskState, state);

    const TaskProgress progress =
        HetznerTasks::judge(task(request), only(HetznerAction::Status::Success), objects);

    QCOMPARE(progress.state, state);
}

void HetznerTasksTest::judgesByTheObjectAlone_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<HetznerObjects>("objects");
    QTest::addColumn<TaskState>("state");
    QTest::addColumn<ErrorKind>("kind");
    const auto add = [](const char *name, const Request &request, const HetznerObjects &objects,
                        TaskState state, ErrorKind kind = ErrorKind::Unknown) {
        QTest::addRow("%s", name) << request << objects << state << kind;
    };
    add("take, ready", take, seeing({SnapshotStatus::Ready}), TaskState::Succeeded);
    add("take, creating", take, seeing({SnapshotStatus::Creating}), TaskState::Running);
    add("take, unusable", take, seeing({SnapshotStatus::Failed}), TaskState::Failed,
        ErrorKind::ServerError);
    add("take, gone", take, nothing, TaskState::Failed, ErrorKind::NotFound);
    add("rebuild, on its way", rollback, seeing(PowerState::Changing, u"rebuilding"_s),
        TaskState::Running);
    add("rebuild, stands on the image", rollback, seeing(PowerState::Running, u"running"_s),
        TaskState::Succeeded);
    add("rebuild, stands on another", rollback, seeing(PowerState::Running, u"running"_s, u"32"_s),
        TaskState::Failed);
    add("rebuild, server gone", rollback, nothing, TaskState::Failed, ErrorKind::NotFound);
    add("removal, gone", removal, nothing, TaskState::Succeeded);
    add("removal, still there", removal, seeing({}), TaskState::Running);
    add("renaming, done", renaming, seeing({.name = u"new name "_s}), TaskState::Succeeded);
    add("renaming, another name", renaming, seeing({}), TaskState::Failed, ErrorKind::Conflict);
    add("renaming, gone", renaming, nothing, TaskState::Failed, ErrorKind::NotFound);
    add("protection, on", protection, seeing({.isProtected = true}), TaskState::Succeeded);
    add("protection, off", protection, seeing({}), TaskState::Failed);
    add("protection, gone", protection, nothing, TaskState::Failed, ErrorKind::NotFound);
    add("start, running", start, seeing(PowerState::Running, u"running"_s), TaskState::Succeeded);
    add("start, starting", start, seeing(PowerState::Changing, u"starting"_s), TaskState::Running);
    add("start, off", start, seeing(PowerState::Stopped, u"off"_s), TaskState::Failed);
    add("shutdown, off", shutdown, seeing(PowerState::Stopped, u"off"_s), TaskState::Succeeded);
    add("shutdown, stopping", shutdown, seeing(PowerState::Changing, u"stopping"_s),
        TaskState::Running);
    add("shutdown, running", shutdown, seeing(PowerState::Running, u"running"_s),
        TaskState::Failed);
    add("shutdown, gone", shutdown, nothing, TaskState::Failed, ErrorKind::NotFound);
}

void HetznerTasksTest::judgesByTheObjectAlone()
{
    QFETCH(const Request, request);
    QFETCH(const HetznerObjects, objects);
    QFETCH(const TaskState, state);
    QFETCH(const ErrorKind, kind);

    for (const QString &id : {QString(), u"7"_s}) { // none, and one that is not known any more
        const TaskProgress progress = HetznerTasks::judge(task(request, id), {}, objects);
        QCOMPARE(progress.state, state);
        QCOMPARE(progress.error.kind, kind);
    }
}

void HetznerTasksTest::findsWhatIsMadeInTheAction()
{
    HetznerActions actions = only(HetznerAction::Status::Success);
    actions.begin()->images = {image.id};
    const RemoteTask unaware = {{u"7"_s}, take, {}};

    QCOMPARE(HetznerTasks::needs({unaware}, actions), (HetznerNeeds{{image.id}, {}}));
    const TaskProgress progress =
        HetznerTasks::judge(unaware, actions, seeing({SnapshotStatus::Ready}));
    QCOMPARE(progress, (TaskProgress{TaskState::Succeeded, {}, image.id, {}}));

    const TaskProgress lost = HetznerTasks::judge(unaware, {}, {});
    QCOMPARE(lost.state, TaskState::Failed);
    QCOMPARE(lost.made, std::nullopt);
}

void HetznerTasksTest::refusesTasksOfVolumes()
{
    const RemoteTask odd = task(TakeSnapshot{volume, {}, {}, noon});

    QCOMPARE(HetznerTasks::needs({odd}, {}), HetznerNeeds());
    const TaskProgress progress = HetznerTasks::judge(odd, {}, {});
    QCOMPARE(progress.state, TaskState::Failed);
    QCOMPARE(progress.error.kind, ErrorKind::Unsupported);
}

void HetznerTasksTest::leavesAFailedRebuildOpenToDoubt()
{
    const HetznerActions failed = only(HetznerAction::Status::Error);

    QCOMPARE(HetznerTasks::judge(task(rollback), failed, {}).error.effect, Effect::Ambiguous);
    QCOMPARE(HetznerTasks::judge(task(rollback), {}, nothing).error.effect, Effect::Ambiguous);
    QCOMPARE(HetznerTasks::judge(task(take), failed, {}).error.effect, Effect::None);
}

void HetznerTasksTest::tracesARebuildByTime_data()
{
    QTest::addColumn<QList<HetznerAction>>("actions");
    QTest::addColumn<QDateTime>("notBefore");
    QTest::addColumn<Trace>("trace");
    const QDateTime later = noon.addSecs(1);
    const QDateTime shortlyBefore = noon.addSecs(-60);
    const QDateTime longBefore = noon.addSecs(-3600);
    using Actions = QList<HetznerAction>;
    const auto add = [](const char *name, const Actions &actions, const QDateTime &notBefore,
                        Trace trace) {
        QTest::addRow("%s", name) << actions << notBefore << trace;
    };
    add("no action", {}, noon, Trace::NotFound);
    add("in the same second", {rebuildAt(noon, u"1"_s)}, noon.addMSecs(900), Trace::Found);
    add("later", {rebuildAt(later, u"1"_s)}, noon, Trace::Found);
    add("long before", {rebuildAt(longBefore, u"1"_s)}, noon, Trace::NotFound);
    add("so shortly before that a clock may be wrong", {rebuildAt(shortlyBefore, u"1"_s)}, noon,
        Trace::CanNotTell);
    add("another action", {poweronAt(later)}, noon, Trace::NotFound);
    add("behind another action", {poweronAt(later), rebuildAt(later, u"1"_s)}, noon, Trace::Found);
    add("one of old under a new one", {rebuildAt(later, u"1"_s), rebuildAt(longBefore, u"2"_s)},
        noon, Trace::Found);
    add("without a time", {rebuildAt(later, u"1"_s)}, {}, Trace::CanNotTell);
    add("a page full of newer actions", Actions(50, poweronAt(later)), noon, Trace::CanNotTell);
    add("a page that reaches back", Actions(49, poweronAt(later)) + Actions{poweronAt(longBefore)},
        noon, Trace::NotFound);
}

void HetznerTasksTest::tracesARebuildByTime()
{
    QFETCH(const QList<HetznerAction>, actions);
    QFETCH(const QDateTime, notBefore);
    QFETCH(const Trace, trace);
    const RollBack asked = {server, image, notBefore};

    const Finding finding = HetznerTracer::traceRebuild(actions, asked);

    QCOMPARE(finding.trace, trace);
    if (trace == Trace::Found) {
        QCOMPARE(finding.task, (RemoteTask{{u"1"_s}, asked, {}}));
    }
}

QTEST_GUILESS_MAIN(HetznerTasksTest)
#include "hetznertaskstest.moc"
