// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/planner.h"

#include "operations/planned.h"
#include "support/testenvironment.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Domain;
using namespace Operations;
using namespace Planned;

class PlannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWithTheServerInTheStateItNeeds_data();
    void takesWithTheServerInTheStateItNeeds();
    void takesVolumes_data();
    void takesVolumes();
    void leavesAServerAloneThatIsAsAVolumeNeedsIt();
    void rollsBackWithTheServerInTheStateItNeeds_data();
    void rollsBackWithTheServerInTheStateItNeeds();
    void takesASafetySnapshotBeforeARollback_data();
    void takesASafetySnapshotBeforeARollback();
    void refusesASafetySnapshotThatWouldBeOfNoUse();
    void tellsWhatTheOperationIsAbout();
    void marksAPlansRolesSoThatTheyCanBeTold();
    void givesTheRequestsWhatTheyNeedToBeFoundAgain();
    void buysWhatTheProviderSells();
    void refusesATakeThatNothingWasChosenFor();
    void refusesATakeThatTheOperatorWithholds();
    void startsAServer();

private:
    Support::TestEnvironment m_environment;
};

void PlannerTest::takesWithTheServerInTheStateItNeeds_data()
{
    QTest::addColumn<PowerState>("power");
    QTest::addColumn<PowerRule>("rule");
    QTest::addColumn<StopServer>("stop");
    QTest::addColumn<bool>("canPower");
    QTest::addColumn<QString>("plan");

    using enum PowerState;
    const auto no = StopServer::No;
    const auto yes = StopServer::Yes;
    const QString conflict = refusal(ErrorKind::Conflict);
    const QString alone = u"take 7"_s;
    const QString stopped = u"shut down 7, take 7, start 7!"_s;
    const QString running = u"start 7, take 7, shut down 7!"_s;
    QTest::addRow("as it runs") << Running << PowerRule::Any << no << true << alone;
    QTest::addRow("as it is off") << Stopped << PowerRule::Any << no << true << alone;
    QTest::addRow("not known, no matter") << Unknown << PowerRule::Any << no << true << alone;
    QTest::addRow("changing, no matter") << Changing << PowerRule::Any << no << true << alone;
    QTest::addRow("stop wanted") << Running << PowerRule::Any << yes << true << stopped;
    QTest::addRow("stop wanted, is off") << Stopped << PowerRule::Any << yes << true << alone;
    QTest::addRow("stop wanted, not known") << Unknown << PowerRule::Any << yes << true << stopped;
    QTest::addRow("stop wanted, changing") << Changing << PowerRule::Any << yes << true << conflict;
    QTest::addRow("stop wanted, no power") << Running << PowerRule::Any << yes << false << conflict;
    QTest::addRow("needs off, runs") << Running << PowerRule::Stopped << no << true << stopped;
    QTest::addRow("needs off, is off") << Stopped << PowerRule::Stopped << no << true << alone;
    QTest::addRow("needs off, no power")
        << Running << PowerRule::Stopped << no << false << conflict;
    QTest::addRow("needs on, runs") << Running << PowerRule::Running << no << true << alone;
    QTest::addRow("needs on, is off") << Stopped << PowerRule::Running << no << true << running;
    QTest::addRow("needs on, no power") << Stopped << PowerRule::Running << no << false << conflict;
    QTest::addRow("needs on, stop wanted")
        << Running << PowerRule::Running << yes << true << refusal(ErrorKind::Unsupported);
}

void PlannerTest::takesWithTheServerInTheStateItNeeds()
{
    QFETCH(const PowerState, power);
    QFETCH(const PowerRule, rule);
    QFETCH(const StopServer, stop);
    QFETCH(const bool, canPower);
    QFETCH(const QString, plan);

    Capabilities capabilities = everything();
    capabilities.canPower = canPower;
    capabilities.server.takeNeeds = rule;

    QCOMPARE(planText(planTake({server(power), u"nightly"_s, stop}, capabilities, identity)), plan);
}

void PlannerTest::takesVolumes_data()
{
    QTest::addColumn<bool>("isAttached");
    QTest::addColumn<PowerRule>("rule");
    QTest::addColumn<StopServer>("stop");
    QTest::addColumn<QString>("plan");

    const auto no = StopServer::No;
    QTest::addRow("attached") << true << PowerRule::Any << no << u"take 70"_s;
    QTest::addRow("detached") << false << PowerRule::Any << no << u"take 70"_s;
    QTest::addRow("stop is for servers")
        << true << PowerRule::Any << StopServer::Yes << u"take 70"_s;
    QTest::addRow("needs its server off")
        << true << PowerRule::Stopped << no << u"shut down 7, take 70, start 7!"_s;
    QTest::addRow("needs it off, has none") << false << PowerRule::Stopped << no << u"take 70"_s;
    QTest::addRow("needs its server on")
        << true << PowerRule::Running << no << u"start 7, take 70, shut down 7!"_s;
    QTest::addRow("needs it on, has none")
        << false << PowerRule::Running << no << refusal(ErrorKind::Conflict);
}

void PlannerTest::takesVolumes()
{
    QFETCH(const bool, isAttached);
    QFETCH(const PowerRule, rule);
    QFETCH(const StopServer, stop);
    QFETCH(const QString, plan);

    Capabilities capabilities = everything();
    capabilities.volume.takeNeeds = rule;

    QCOMPARE(planText(planTake({volume(isAttached), {}, stop}, capabilities, identity)), plan);
}

/// Some providers tell with a volume how its server stands, and some can't switch it.
void PlannerTest::leavesAServerAloneThatIsAsAVolumeNeedsIt()
{
    Capabilities capabilities = everything();
    capabilities.canPower = false;
    Resource attached = volume(true);
    const auto planWith = [&](PowerRule rule, PowerState power) {
        capabilities.volume.takeNeeds = rule;
        attached.power = power;
        return planText(planTake({attached, {}, StopServer::No}, capabilities, identity));
    };

    QCOMPARE(planWith(PowerRule::Stopped, PowerState::Stopped), u"take 70"_s);
    QCOMPARE(planWith(PowerRule::Running, PowerState::Running), u"take 70"_s);
    QCOMPARE(planWith(PowerRule::Stopped, PowerState::Running), refusal(ErrorKind::Conflict));
    QCOMPARE(planWith(PowerRule::Stopped, PowerState::Unknown), refusal(ErrorKind::Conflict));
    QCOMPARE(planWith(PowerRule::Stopped, PowerState::Changing), refusal(ErrorKind::Conflict));
}

void PlannerTest::rollsBackWithTheServerInTheStateItNeeds_data()
{
    QTest::addColumn<PowerState>("power");
    QTest::addColumn<PowerRule>("rule");
    QTest::addColumn<QString>("plan");

    using enum PowerState;
    QTest::addRow("as it runs") << Running << PowerRule::Any << u"restore 7"_s;
    QTest::addRow("needs off, runs")
        << Running << PowerRule::Stopped << u"shut down 7, restore 7, start 7!"_s;
    QTest::addRow("needs off, is off") << Stopped << PowerRule::Stopped << u"restore 7"_s;
    QTest::addRow("needs on, is off")
        << Stopped << PowerRule::Running << u"start 7, restore 7, shut down 7!"_s;
    QTest::addRow("needs off, changing")
        << Changing << PowerRule::Stopped << refusal(ErrorKind::Conflict);
}

void PlannerTest::rollsBackWithTheServerInTheStateItNeeds()
{
    QFETCH(const PowerState, power);
    QFETCH(const PowerRule, rule);
    QFETCH(const QString, plan);

    Capabilities capabilities = everything();
    capabilities.server.rollbackNeeds = rule;
    const Resource target = server(power);

    QCOMPARE(planText(planRollBack({target, snapshotOf(target)}, capabilities, identity)), plan);
}

void PlannerTest::takesASafetySnapshotBeforeARollback_data()
{
    QTest::addColumn<PowerState>("power");
    QTest::addColumn<PowerRule>("takeRule");
    QTest::addColumn<PowerRule>("rollbackRule");
    QTest::addColumn<QString>("plan");

    using enum PowerState;
    const auto any = PowerRule::Any;
    const auto on = PowerRule::Running;
    const auto off = PowerRule::Stopped;
    const QString conflict = refusal(ErrorKind::Conflict);
    QTest::addRow("as it runs") << Running << any << any << u"take 7, restore 7"_s;
    QTest::addRow("as it is off") << Stopped << any << off << u"take 7, restore 7"_s;
    QTest::addRow("while it still runs")
        << Running << on << off << u"take 7, shut down 7, restore 7, start 7!"_s;
    QTest::addRow("needs on, is off") << Stopped << on << off << conflict;
    QTest::addRow("needs on, not known") << Unknown << on << off << conflict;
    QTest::addRow("once it is off")
        << Running << off << off << u"shut down 7, take 7, restore 7, start 7!"_s;
    QTest::addRow("needs off, stays on") << Running << off << any << conflict;
}

void PlannerTest::takesASafetySnapshotBeforeARollback()
{
    QFETCH(const PowerState, power);
    QFETCH(const PowerRule, takeRule);
    QFETCH(const PowerRule, rollbackRule);
    QFETCH(const QString, plan);

    Capabilities capabilities = everything();
    capabilities.server.takeNeeds = takeRule;
    capabilities.server.rollbackNeeds = rollbackRule;
    const Resource target = server(power);
    const QDateTime keepUntil = identity.now.addDays(7);
    const auto planned =
        planRollBack({target, snapshotOf(target), SafetyOrder{u"safe"_s, {}, keepUntil}},
                     capabilities, identity);

    QCOMPARE(planText(planned), plan);
    if (planned) {
        QCOMPARE(planned->keepUntil, keepUntil);
        const auto safety =
            std::ranges::find(planned->steps, Step::Role::SafetySnapshot, &Step::role);
        QVERIFY(safety != planned->steps.cend());
        QCOMPARE(std::get<TakeSnapshot>(safety->request).name, u"safe"_s);
        QVERIFY(!safety->runsAfterFailure);
    }
}

void PlannerTest::refusesASafetySnapshotThatWouldBeOfNoUse()
{
    const Resource target = server(PowerState::Running);
    const auto planWith = [&target](const Capabilities &capabilities, const QString &name) {
        return planText(
            planRollBack({target, snapshotOf(target), SafetyOrder{name}}, capabilities, identity));
    };
    Capabilities onlyLatest = everything();
    onlyLatest.server.canRollBackOnlyLatest = true;
    QCOMPARE(planWith(onlyLatest, u"safe"_s), refusal(ErrorKind::Unsupported));
    Capabilities removesNewer = everything();
    removesNewer.server.newerSnapshotsSurviveRollback = false;
    QCOMPARE(planWith(removesNewer, u"safe"_s), refusal(ErrorKind::Unsupported));
    Capabilities strict = everything();
    strict.server.name.maxLength = 3;
    QCOMPARE(planWith(strict, u"safe"_s), refusal(ErrorKind::InvalidInput));
}

void PlannerTest::tellsWhatTheOperationIsAbout()
{
    const Resource source = server(PowerState::Running);
    const auto take = planTake({source, u"nightly"_s, StopServer::No}, everything(), identity);
    QCOMPARE(take->id, identity.id);
    QCOMPARE(take->kind, OperationKind::Take);
    QCOMPARE(take->account, source.key.account);
    QCOMPARE(take->resource, source.key);
    QCOMPARE(take->resourceName, u"web-1"_s);
    QCOMPARE(take->snapshot, std::nullopt);
    QCOMPARE(take->snapshotName, u"nightly"_s);
    QCOMPARE(take->sizeBytes, source.sizeBytes);
    QCOMPARE(take->state, OperationState::Waiting);
    QCOMPARE(take->started, identity.now);
    QVERIFY(!take->ended.isValid());

    Resource other = source;
    other.key.id = {u"8"_s};
    other.name = u"web-2"_s;
    const Snapshot snapshot = snapshotOf(source);
    const auto back = planRollBack({other, snapshot}, everything(), identity);
    QCOMPARE(back->kind, OperationKind::RollBack);
    QCOMPARE(back->resource, other.key); // what is overwritten, not what it was taken of
    QCOMPARE(back->resourceName, u"web-2"_s);
    QCOMPARE(back->snapshot, snapshot.key);
    QCOMPARE(back->sizeBytes, snapshot.sizeBytes);

    const auto remove = planRemove({snapshot}, everything(), identity);
    QCOMPARE(remove->kind, OperationKind::Remove);
    QCOMPARE(remove->resource, snapshot.source);
    QCOMPARE(remove->resourceName, u"web-1"_s);
    QCOMPARE(remove->snapshot, snapshot.key);
    QCOMPARE(planRename({snapshot, u"x"_s}, everything(), identity)->kind, OperationKind::Rename);
    QCOMPARE(planProtect({snapshot, Protection::On}, everything(), identity)->kind,
             OperationKind::Protect);
}

void PlannerTest::marksAPlansRolesSoThatTheyCanBeTold()
{
    const auto take = planTake({server(PowerState::Running), u"nightly"_s, StopServer::Yes},
                               everything(), identity);
    QCOMPARE(take->steps.at(0).role, Step::Role::StopServer);
    QCOMPARE(take->steps.at(1).role, Step::Role::Main);
    QCOMPARE(take->steps.at(2).role, Step::Role::StartServer);
}

void PlannerTest::buysWhatTheProviderSells()
{
    Capabilities capabilities = everything();
    capabilities.server.needsPlan = true;
    capabilities.server.needsBillingCycle = true;
    Resource source = server(PowerState::Running);
    source.project = {u"shop"_s};
    source.location = {u"ygn"_s};

    const auto plan = Operations::planTake(
        {source, u"n"_s, StopServer::No, {{u"per-gb"_s}, {u"hourly"_s}}}, capabilities, identity);

    QVERIFY(plan);
    const auto take = std::get<TakeSnapshot>(plan->steps.first().request);
    QCOMPARE(take.project.value, u"shop"_s);
    QCOMPARE(take.location.value, u"ygn"_s);
    QCOMPARE(take.plan.value, u"per-gb"_s);
    QCOMPARE(take.billingCycle.value, u"hourly"_s);
}

void PlannerTest::refusesATakeThatNothingWasChosenFor()
{
    Capabilities capabilities = everything();
    capabilities.server.needsPlan = true;
    capabilities.server.needsBillingCycle = true;
    const Resource source = server(PowerState::Running);

    const auto withoutPlan = Operations::planTake(
        {source, u"n"_s, StopServer::No, {{}, {u"hourly"_s}}}, capabilities, identity);
    const auto withoutCycle = Operations::planTake(
        {source, u"n"_s, StopServer::No, {{u"per-gb"_s}, {}}}, capabilities, identity);

    QVERIFY(!withoutPlan && !withoutCycle);
    QCOMPARE(withoutPlan.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(withoutPlan.error().fields.first().name, u"plan"_s);
    QCOMPARE(withoutCycle.error().fields.first().name, u"billing_cycle"_s);
}

void PlannerTest::refusesATakeThatTheOperatorWithholds()
{
    for (const TakeObstacle obstacle :
         {TakeObstacle::Withheld, TakeObstacle::Frozen, TakeObstacle::Suspended}) {
        Resource source = server(PowerState::Running);
        source.takeObstacle = obstacle;
        const auto plan =
            Operations::planTake({source, u"n"_s, StopServer::No}, everything(), identity);
        QCOMPARE(planText(plan), refusal(ErrorKind::Conflict));
    }
}

void PlannerTest::givesTheRequestsWhatTheyNeedToBeFoundAgain()
{
    const Resource source = server(PowerState::Running);
    const Snapshot snapshot = snapshotOf(source);
    const auto requestOf = [](const Result<Operation> &plan) {
        return plan->steps.at(0).request;
    };

    QCOMPARE(requestOf(planTake({source, u"nightly"_s, StopServer::No}, everything(), identity)),
             Request(TakeSnapshot{source.key, u"nightly"_s, u"op-1"_s, identity.now}));
    QCOMPARE(requestOf(planRollBack({source, snapshot}, everything(), identity)),
             Request(RollBack{source.key, snapshot.key, identity.now}));
    QCOMPARE(requestOf(planRemove({snapshot}, everything(), identity)),
             Request(RemoveSnapshot{snapshot.key}));
    QCOMPARE(requestOf(planRename({snapshot, u"new"_s}, everything(), identity)),
             Request(RenameSnapshot{snapshot.key, u"new"_s}));
    QCOMPARE(requestOf(planProtect({snapshot, Protection::Off}, everything(), identity)),
             Request(ProtectSnapshot{snapshot.key, Protection::Off}));
}

void PlannerTest::startsAServer()
{
    const Resource stopped = server(PowerState::Stopped);
    const auto plan = Operations::planPower({stopped, PowerAction::Start}, everything(), identity);
    QCOMPARE(planText(plan), u"start 7"_s);
    QCOMPARE(plan->kind, OperationKind::Power);
    QCOMPARE(plan->resource, stopped.key);
    QCOMPARE(plan->steps.at(0).role, Step::Role::StartServer);

    Capabilities none = everything();
    none.canPower = false;
    QCOMPARE(planText(Operations::planPower({stopped, PowerAction::Start}, none, identity)),
             refusal(ErrorKind::Unsupported));
    Resource volume = stopped;
    volume.key.kind = ResourceKind::Volume;
    QCOMPARE(planText(Operations::planPower({volume, PowerAction::Start}, everything(), identity)),
             refusal(ErrorKind::Unsupported));
}

QTEST_GUILESS_MAIN(PlannerTest)
#include "plannertest.moc"
