// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznercreation.h"
#include "providers/hetzner/hetznertracer.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::HetznerAction;
using Providers::HetznerActions;
using Providers::HetznerCreation;
using Providers::HetznerNeeds;
using Providers::HetznerObjects;
using Providers::HetznerServer;
using Providers::HetznerTasks;
using Providers::HetznerTracer;

namespace {

using Status = HetznerAction::Status;

const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC);
const ResourceId made = {u"400"_s};

CreateServer creation()
{
    return {{{u"a"_s}, ResourceKind::Server, {u"31"_s}},
            {},
            u"web-2"_s,
            {u"cpx22"_s},
            {u"fsn1"_s},
            {u"a"_s},
            QString(),
            u"op-1"_s,
            noon};
}

/// The copy is action 7, the start action 8.
RemoteTask task(const std::optional<ResourceId> &server = made)
{
    return {{u"7,8"_s}, creation(), {}, server};
}

HetznerActions seen(std::optional<Status> copy, std::optional<Status> start, int progress = 0)
{
    HetznerActions actions;
    const auto add = [&](const QString &id, std::optional<Status> status) {
        HetznerAction action;
        action.id = {id};
        action.servers = {made};
        action.progress = progress;
        action.errorCode = u"action_failed"_s;
        action.errorMessage = u"why "_s + id;
        if (status) {
            action.status = *status;
            actions.insert(action.id, action);
        }
    };
    add(u"7"_s, copy);
    add(u"8"_s, start);
    return actions;
}

HetznerObjects seeing(PowerState power)
{
    HetznerServer server;
    server.resource.power = power;
    return {{}, {{made, server}}};
}

const HetznerObjects nothing = {{}, {{made, std::nullopt}}};

Resource serverMade(const QDateTime &created, const QString &marker)
{
    Resource server;
    server.key = {{}, ResourceKind::Server, made};
    server.name = u"web-2"_s;
    server.created = created;
    server.labels = {{u"snapdeck/op"_s, marker}};
    return server;
}

} // namespace

class HetznerCreationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsSeveralActionsIntoOneTask();
    void asksForEachActionOfATask();
    void looksAtTheServerOnceNoActionRuns_data();
    void looksAtTheServerOnceNoActionRuns();
    void isOverWhenTheServerIsAtRest_data();
    void isOverWhenTheServerIsAtRest();
    void tellsHowFarTheCopyIs();
    void findsTheServerInTheActions();
    void doubtsAFailureWhileTheServerStands_data();
    void doubtsAFailureWhileTheServerStands();
    void tracesAServer_data();
    void tracesAServer();

private:
    Support::TestEnvironment m_environment;
};

void HetznerCreationTest::putsSeveralActionsIntoOneTask()
{
    const QList<RemoteTaskId> actions = {{u"7"_s}, {u"8"_s}, {u"9"_s}};

    QCOMPARE(HetznerCreation::joined(actions).value, u"7,8,9"_s);
    QCOMPARE(HetznerCreation::parted(HetznerCreation::joined(actions)), actions);
    QCOMPARE(HetznerCreation::joined({}), RemoteTaskId());
    QVERIFY(HetznerCreation::parted({}).isEmpty());
    QCOMPARE(HetznerCreation::parted({u"7,../8,"_s}), QList<RemoteTaskId>({{u"7"_s}}));
}

void HetznerCreationTest::asksForEachActionOfATask()
{
    QCOMPARE(HetznerTasks::actionIds({task(), task()}), QList<RemoteTaskId>({{u"7"_s}, {u"8"_s}}));
}

void HetznerCreationTest::looksAtTheServerOnceNoActionRuns_data()
{
    QTest::addColumn<HetznerActions>("actions");
    QTest::addColumn<bool>("isNeeded");
    QTest::addRow("both run") << seen(Status::Running, Status::Running) << false;
    QTest::addRow("the start runs") << seen(Status::Success, Status::Running) << false;
    QTest::addRow("a word of tomorrow") << seen(Status::Success, Status::Unknown) << false;
    QTest::addRow("both are done") << seen(Status::Success, Status::Success) << true;
    QTest::addRow("one has failed") << seen(Status::Running, Status::Error) << true;
    QTest::addRow("none is known") << HetznerActions() << true;
}

void HetznerCreationTest::looksAtTheServerOnceNoActionRuns()
{
    QFETCH(const HetznerActions, actions);
    QFETCH(const bool, isNeeded);

    const HetznerNeeds needs = HetznerTasks::needs({task(), task()}, actions);

    QCOMPARE(needs, isNeeded ? (HetznerNeeds{{}, {made}}) : HetznerNeeds());
}

void HetznerCreationTest::isOverWhenTheServerIsAtRest_data()
{
    QTest::addColumn<HetznerActions>("actions");
    QTest::addColumn<HetznerObjects>("objects");
    QTest::addColumn<TaskState>("state");
    const auto add = [](const char *name, const HetznerActions &actions,
                        const HetznerObjects &objects, TaskState state) {
        QTest::addRow("%s", name) << actions << objects << state;
    };
    const HetznerActions done = seen(Status::Success, Status::Success);
    using enum TaskState;
    add("copying", seen(Status::Running, Status::Running), {}, Running);
    add("starting", seen(Status::Success, Status::Running), {}, Running);
    add("done, still starting", done, seeing(PowerState::Changing), Running);
    add("done, in a state of tomorrow", done, seeing(PowerState::Unknown), Running);
    add("done, running", done, seeing(PowerState::Running), Succeeded);
    add("done, switched off since", done, seeing(PowerState::Stopped), Succeeded);
    add("done, gone", done, nothing, Failed);
    add("the start has failed", seen(Status::Success, Status::Error), seeing(PowerState::Stopped),
        Failed);
    add("the copy has failed", seen(Status::Error, Status::Running), nothing, Failed);
    add("forgotten, running", {}, seeing(PowerState::Running), Succeeded);
    add("forgotten, initializing", {}, seeing(PowerState::Changing), Running);
    add("forgotten, gone", {}, nothing, Failed);
    add("the start forgotten", seen(Status::Success, {}), seeing(PowerState::Running), Succeeded);
}

void HetznerCreationTest::isOverWhenTheServerIsAtRest()
{
    QFETCH(const HetznerActions, actions);
    QFETCH(const HetznerObjects, objects);

    const TaskProgress progress = HetznerTasks::judge(task(), actions, objects);

    QTEST(progress.state, "state");
    QCOMPARE(progress.server, made);
}

void HetznerCreationTest::tellsHowFarTheCopyIs()
{
    const auto percent = [](Status copy, int progress) {
        return HetznerTasks::judge(task(), seen(copy, Status::Running, progress), {}).percent;
    };
    QCOMPARE(percent(Status::Running, 0), std::nullopt);
    QCOMPARE(percent(Status::Running, 40), 40);
    QCOMPARE(percent(Status::Success, 40), std::nullopt); // the start's own 40 is no step back
}

void HetznerCreationTest::findsTheServerInTheActions()
{
    const HetznerActions done = seen(Status::Success, Status::Success);

    QCOMPARE(HetznerTasks::needs({task({})}, done), (HetznerNeeds{{}, {made}}));
    QCOMPARE(HetznerTasks::judge(task({}), done, seeing(PowerState::Running)).server, made);

    const TaskProgress lost = HetznerTasks::judge(task({}), {}, {});
    QCOMPARE(lost.state, TaskState::Failed);
    QCOMPARE(lost.server, std::nullopt);
    QCOMPARE(lost.error.effect, Effect::Ambiguous);
}

void HetznerCreationTest::doubtsAFailureWhileTheServerStands_data()
{
    QTest::addColumn<HetznerActions>("actions");
    QTest::addColumn<QString>("message");
    QTest::addRow("of the copy") << seen(Status::Error, Status::Running) << u"why 7"_s;
    QTest::addRow("of the start") << seen(Status::Success, Status::Error) << u"why 8"_s;
}

void HetznerCreationTest::doubtsAFailureWhileTheServerStands()
{
    QFETCH(const HetznerActions, actions);

    const TaskProgress standing = HetznerTasks::judge(task(), actions, seeing(PowerState::Stopped));
    const TaskProgress gone = HetznerTasks::judge(task(), actions, nothing);

    QCOMPARE(standing.error.code, u"action_failed"_s);
    QTEST(standing.error.message, "message");
    QCOMPARE(standing.error.effect, Effect::Ambiguous);
    QTEST(gone.error.message, "message");
    QCOMPARE(gone.error.effect, Effect::None);
}

void HetznerCreationTest::tracesAServer_data()
{
    QTest::addColumn<QList<Resource>>("found");
    QTest::addColumn<QString>("marker");
    QTest::addColumn<QDateTime>("notBefore");
    QTest::addColumn<Trace>("trace");
    using Rows = QList<Resource>;
    const auto add = [](const char *name, const Rows &found, const QString &marker,
                        const QDateTime &notBefore, Trace trace) {
        QTest::addRow("%s", name) << found << marker << notBefore << trace;
    };
    const QString own = u"op-1"_s;
    const QDateTime old = noon.addDays(-30);
    using enum Trace;
    add("none", {}, own, noon, NotFound);
    add("by its marker", {serverMade(noon, own)}, own, noon, Found);
    add("by its marker, whatever the clocks say", {serverMade(old, own)}, own, noon, Found);
    add("of another marker", {serverMade(noon, u"op-2"_s)}, own, noon, NotFound);
    add("among others", {serverMade(noon, u"op-2"_s), serverMade(noon, own)}, own, noon, Found);
    add("by its name", {serverMade(noon, {})}, {}, noon, Found);
    add("by its name, in the same second", {serverMade(noon, {})}, {}, noon.addMSecs(900), Found);
    add("by its name, an old one", {serverMade(old, {})}, {}, noon, NotFound);
    add("by its name, shortly before", {serverMade(noon.addSecs(-60), {})}, {}, noon, CanNotTell);
    add("by its name, without a time", {serverMade(noon, {})}, {}, {}, CanNotTell);
    add("of no such name", {}, {}, {}, NotFound);
}

void HetznerCreationTest::tracesAServer()
{
    QFETCH(const QList<Resource>, found);
    QFETCH(const QString, marker);
    QFETCH(const QDateTime, notBefore);
    QFETCH(const Trace, trace);
    CreateServer create = creation();
    create.marker = marker;
    create.notBefore = notBefore;

    const Finding finding = HetznerTracer::traceServer(found, create);

    QCOMPARE(finding.trace, trace);
    if (trace == Trace::Found) {
        QCOMPARE(finding.task, (RemoteTask{{}, create, {}, made}));
    }
}

QTEST_GUILESS_MAIN(HetznerCreationTest)
#include "hetznercreationtest.moc"
