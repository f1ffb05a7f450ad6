// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollbackrig.h"
#include "rowwords.h"
#include "support/testenvironment.h"

#include <QLoggingCategory>

using namespace Domain;
using namespace Faults;
using Demo::Refusal;

namespace {

/// More often than anybody tries.
constexpr int always = 100;

void refuse(RollbackRig &rig, const QString &path, const QString &word, int times,
            Refusal::Carried carried = Refusal::Carried::NotOut)
{
    for (int i = 0; i < times; ++i) {
        rig.cloud.cloud().refuseNext({"POST", path, word, carried});
    }
}

} // namespace

/// The cloud refuses a step of a rollback, or does not do what it accepted.
class RollbackRefusedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// That a later step failed as well is logged, and expected.
    void initTestCase() { QLoggingCategory::setFilterRules(u"app.operations=false"_s); }

    void aServerThatRefusesToStopIsLeftRunning();
    void aSafetySnapshotThatFailsKeepsEverythingAsItIs();
    void aSafetySnapshotThatIsRefusedKeepsEverythingAsItIs();
    void aRestoreThatIsRefusedOnceIsAskedForAgain();
    void aRestoreThatIsAlwaysRefusedBringsTheServerBack();
    void aRestoreThatEndsInAFaultIsNotRepeated_data();
    void aRestoreThatEndsInAFaultIsNotRepeated();
    void aServerThatNeverComesBackIsAskedAbout_data();
    void aServerThatNeverComesBackIsAskedAbout();
    void aSnapshotThatIsInUseAlreadyIsRestored();
    void aSnapshotThatIsInUseAlreadyMayLeaveNoSign();
    void aServerThatStartsByItselfIsNotStarted();
    void aServerThatStartedByItselfAfterALostAnswerCounts();
    void aServerThatWasLeftOffIsStartedFromTheRow();

private:
    /// Runs it; what went wrong with the plan is in the operation's details then.
    static Operation rollBack(RollbackRig &rig, const QString &server = u"Finance"_s,
                              const QString &snapshot = u"finance-pre-kernel-upgrade"_s);
    /// The first part that is missing; empty when the row says all.
    static QString missing(const Operation &operation, const QStringList &parts);

    Support::TestEnvironment m_environment;
};

Operation RollbackRefusedTest::rollBack(RollbackRig &rig, const QString &server,
                                        const QString &snapshot)
{
    const Result<Operation> plan = rig.plan(server, snapshot);
    Operation refused;
    refused.error = plan ? Error() : plan.error();
    return plan ? rig.run(*plan) : refused;
}

QString RollbackRefusedTest::missing(const Operation &operation, const QStringList &parts)
{
    const QString text = told(operation);
    for (const QString &part : parts) {
        if (!text.contains(part)) {
            return part;
        }
    }
    return {};
}

void RollbackRefusedTest::aServerThatRefusesToStopIsLeftRunning()
{
    RollbackRig rig({u"vm-refuses-to-stop"_s});
    const Operation operation = rollBack(rig);

    QCOMPARE(rig.ended.size(), 1);
    QCOMPARE(operation.state, OperationState::Failed);
    QCOMPARE(rig.serverState(), u"active"_s);
    QCOMPARE(rig.safetySnapshots(), 1);
    QCOMPARE(rig.restores(), 0);
    QCOMPARE(rig.posts(u"stop"_s), 1);
    QCOMPARE(rig.posts(u"start"_s), 0);
    QCOMPARE(missing(operation,
                     {u"The server Finance could not be shut down."_s,
                      u"It was asked to shut down and was not seen to switch off in time."_s,
                      u"The disk was not touched."_s,
                      u"The safety snapshot “before the rollback” was taken and stays."_s,
                      u"The server is still running."_s,
                      u"Shut the server down from inside or in the provider's console, then roll "
                      "back again."_s}),
             QString());
    QCOMPARE(offersOf(operation), u"again"_s);
}

void RollbackRefusedTest::aSafetySnapshotThatFailsKeepsEverythingAsItIs()
{
    RollbackRig rig({u"dashboard-words"_s});
    const Operation operation = rollBack(rig, u"ci-runner"_s, u"runner + docker cache"_s);

    QCOMPARE(rig.ended.size(), 1);
    QCOMPARE(operation.state, OperationState::Failed);
    QCOMPARE(rig.serverState(), u"active"_s);
    QCOMPARE(rig.safetySnapshots(), 1);
    QCOMPARE(rig.restores(), 0);
    QCOMPARE(rig.posts(u"stop"_s), 0);
    QCOMPARE(missing(operation,
                     {u"The safety snapshot “before the rollback” of ci-runner could not be "
                      "taken."_s,
                      u"The disk was not touched."_s, u"The server was not stopped."_s,
                      u"Rolling back without a safety snapshot is possible too."_s}),
             QString());
    QCOMPARE(offersOf(operation), u"again"_s);
}

void RollbackRefusedTest::aSafetySnapshotThatIsRefusedKeepsEverythingAsItIs()
{
    RollbackRig rig({u"no-balance"_s});
    const Operation operation = rollBack(rig);

    QCOMPARE(rig.ended.size(), 1);
    QCOMPARE(operation.state, OperationState::Failed);
    QCOMPARE(rig.serverState(), u"active"_s);
    QCOMPARE(rig.safetySnapshots(), 0);
    QCOMPARE(rig.restores(), 0);
    QCOMPARE(rig.posts(u"stop"_s), 0);
    QCOMPARE(missing(operation,
                     {u"The safety snapshot “before the rollback” of Finance could not be taken."_s,
                      u"The provider wants a payment first."_s, u"The disk was not touched."_s,
                      u"Settle the payment at the provider, then try again."_s,
                      u"Rolling back without a safety snapshot is possible too."_s}),
             QString());
    QCOMPARE(offersOf(operation), u"again"_s);
}

void RollbackRefusedTest::aRestoreThatIsRefusedOnceIsAskedForAgain()
{
    RollbackRig rig;
    refuse(rig, u"/restore"_s, u"conflict"_s, 1);
    const Operation operation = rollBack(rig);

    QCOMPARE(rig.ended.size(), 1);
    QCOMPARE(operation.state, OperationState::Succeeded);
    QCOMPARE(rig.serverState(), u"active"_s);
    QCOMPARE(rig.safetySnapshots(), 1);
    QCOMPARE(rig.restores(), 2);
    QVERIFY(rig.isRestored());
}

void RollbackRefusedTest::aRestoreThatIsAlwaysRefusedBringsTheServerBack()
{
    RollbackRig rig;
    refuse(rig, u"/restore"_s, u"conflict"_s, always);
    const Operation operation = rollBack(rig);

    QCOMPARE(rig.ended.size(), 1);
    QCOMPARE(operation.state, OperationState::Failed);
    QCOMPARE(rig.serverState(), u"active"_s);
    QCOMPARE(rig.safetySnapshots(), 1);
    QVERIFY(rig.restores() < always);
    QVERIFY(!rig.isRestored());
    QCOMPARE(rig.posts(u"start"_s), 1);
    QCOMPARE(missing(operation,
                     {u"The server Finance could not be rolled back to the snapshot "
                      "“finance-pre-kernel-upgrade”."_s,
                      u"Another action is running on it."_s, u"The disk was not touched."_s,
                      u"The safety snapshot “before the rollback” was taken and stays."_s,
                      u"The server is running again."_s,
                      u"Wait until the other action has ended, then try again."_s}),
             QString());
    QCOMPARE(offersOf(operation), u"again"_s);
}

void RollbackRefusedTest::aRestoreThatEndsInAFaultIsNotRepeated_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("isCarriedOut");
    QTest::addRow("500, not carried out") << u"server-error"_s << false;
    QTest::addRow("500, carried out") << u"server-error"_s << true;
    QTest::addRow("502, carried out") << u"bad-gateway"_s << true;
}

void RollbackRefusedTest::aRestoreThatEndsInAFaultIsNotRepeated()
{
    QFETCH(const QString, word);
    QFETCH(const bool, isCarriedOut);
    RollbackRig rig;
    refuse(rig, u"/restore"_s, word, 1,
           isCarriedOut ? Refusal::Carried::Out : Refusal::Carried::NotOut);
    const Operation operation = rollBack(rig);

    QCOMPARE(rig.ended.size(), 1);
    QCOMPARE(operation.state, OperationState::NeedsAnswer);
    QCOMPARE(rig.serverState(), u"active"_s);
    QCOMPARE(rig.safetySnapshots(), 1);
    QCOMPARE(rig.restores(), 1);
    QCOMPARE(rig.isRestored(), isCarriedOut);
    QCOMPARE(missing(operation,
                     {u"It is not certain whether Finance was rolled back"_s,
                      u"The request may have been carried out all the same."_s,
                      u"The safety snapshot “before the rollback” holds the state of before"_s,
                      u"The server is running again."_s,
                      u"look at what the disk holds: roll back again only if"_s}),
             QString());
    QCOMPARE(offersOf(operation), QString());
}

void RollbackRefusedTest::aServerThatNeverComesBackIsAskedAbout_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("snapshot");
    QTest::addRow("from a snapshot") << u"Finance"_s << u"finance-pre-kernel-upgrade"_s;
    QTest::addRow("from the one in use") << u"web-01"_s << u"before nginx 1.29"_s;
}

void RollbackRefusedTest::aServerThatNeverComesBackIsAskedAbout()
{
    QFETCH(const QString, server);
    QFETCH(const QString, snapshot);
    RollbackRig rig({u"vm-never-comes-back"_s});
    const Operation operation = rollBack(rig, server, snapshot);

    QCOMPARE(rig.ended.size(), 1);
    QCOMPARE(operation.state, OperationState::NeedsAnswer);
    QCOMPARE(rig.serverState(), u"provisioning"_s);
    QCOMPARE(rig.safetySnapshots(), 1);
    QCOMPARE(rig.restores(), 1);
    QCOMPARE(missing(operation,
                     {u"It is not certain whether %1 was rolled back to the snapshot “%2”."_s.arg(
                          server, snapshot),
                      u"No end was seen in the time that this takes at most."_s,
                      u"The provider accepted the request and may still be working on it"_s,
                      u"The safety snapshot “before the rollback” holds the state of before"_s,
                      u"The server was asked to stop for this and may still be off."_s,
                      u"also in the provider's console, whether the server is back"_s}),
             QString());
    QCOMPARE(offersOf(operation), u"start"_s);
}

void RollbackRefusedTest::aSnapshotThatIsInUseAlreadyIsRestored()
{
    RollbackRig rig;
    const Operation operation = rollBack(rig, u"web-01"_s, u"before nginx 1.29"_s);

    QCOMPARE(rig.ended.size(), 1);
    QCOMPARE(operation.state, OperationState::Succeeded);
    QCOMPARE(rig.serverState(), u"active"_s);
    QCOMPARE(rig.safetySnapshots(), 1);
    QCOMPARE(rig.restores(), 1);
}

void RollbackRefusedTest::aSnapshotThatIsInUseAlreadyMayLeaveNoSign()
{
    RollbackRig rig({u"silent-restore"_s});
    const Operation operation = rollBack(rig, u"web-01"_s, u"before nginx 1.29"_s);

    QCOMPARE(rig.ended.size(), 1);
    QCOMPARE(operation.state, OperationState::NeedsAnswer);
    QCOMPARE(rig.serverState(), u"active"_s);
    QCOMPARE(rig.safetySnapshots(), 1);
    QCOMPARE(rig.restores(), 1);
    QCOMPARE(missing(operation,
                     {u"It is not certain whether web-01 was rolled back to the snapshot “before "
                      "nginx 1.29”."_s,
                      u"No end was seen in the time that this takes at most."_s,
                      u"The safety snapshot “before the rollback” holds the state of before"_s,
                      u"The server is running again."_s, u"look at what the disk holds"_s}),
             QString());
}

void RollbackRefusedTest::aServerThatStartsByItselfIsNotStarted()
{
    RollbackRig rig({u"boots-after-restore"_s});
    const Operation operation = rollBack(rig);

    QCOMPARE(rig.ended.size(), 1);
    QCOMPARE(operation.state, OperationState::Succeeded);
    QCOMPARE(rig.serverState(), u"active"_s);
    QCOMPARE(rig.restores(), 1);
    QCOMPARE(rig.posts(u"start"_s), 0);
}

/// It is still being restored when its turn to be started comes, and refuses.
void RollbackRefusedTest::aServerThatStartedByItselfAfterALostAnswerCounts()
{
    RollbackRig rig({u"boots-after-restore"_s});
    refuse(rig, u"/restore"_s, u"server-error"_s, 1, Refusal::Carried::Out);
    const Operation operation = rollBack(rig);

    QCOMPARE(rig.ended.size(), 1);
    QCOMPARE(operation.state, OperationState::NeedsAnswer);
    QCOMPARE(rig.serverState(), u"active"_s);
    QCOMPARE(rig.restores(), 1);
    QCOMPARE(missing(operation, {u"The server is running again."_s}), QString());
}

void RollbackRefusedTest::aServerThatWasLeftOffIsStartedFromTheRow()
{
    RollbackRig rig;
    refuse(rig, u"/start"_s, u"forbidden"_s, 1);
    const Operation failed = rollBack(rig);
    QCOMPARE(failed.state, OperationState::Failed);
    QCOMPARE(rig.serverState(), u"passive"_s);
    QCOMPARE(offersOf(failed), u"start"_s);

    const auto server = rig.await(rig.provider->readResource(*Items::serverToStart(failed)));
    QVERIFY(server);
    const Result<Operation> plan = Operations::planPower(
        {*server, PowerAction::Start}, rig.provider->capabilities(), {{u"start"_s}, {}});
    QVERIFY(plan);
    const Operation started = rig.run(*plan);

    QCOMPARE(started.state, OperationState::Succeeded);
    QCOMPARE(rig.serverState(), u"active"_s);
    QCOMPARE(rig.posts(u"start"_s), 2);
    QVERIFY(rig.isRestored());
    QCOMPARE(rig.restores(), 1);
}

QTEST_GUILESS_MAIN(RollbackRefusedTest)
#include "rollbackrefusedtest.moc"
