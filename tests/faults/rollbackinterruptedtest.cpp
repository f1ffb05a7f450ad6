// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rollbackrig.h"
#include "rowwords.h"
#include "support/testenvironment.h"

#include <QLoggingCategory>

using namespace Domain;
using namespace Faults;
using Support::Cable;
using Support::Fault;
using Support::Pull;

namespace {

/// Where in a step the network goes.
enum class Moment {
    AsItBegins, ///< before anything of the step was asked
    BeforeTheRequest, ///< the request does not leave
    BeforeTheAnswer, ///< the request was carried out; its answer is lost
    WhileFollowed, ///< the request was accepted
};

/// A blink is shorter than anybody's patience, and longer than a request is repeated at once.
constexpr int blink = 6;

struct Interruption
{
    Step::Role role = Step::Role::Main;
    Moment moment = Moment::AsItBegins;
    int refusals = Cable::forGood;
};

/// How it ends, here and at the cloud.
struct End
{
    OperationState state = OperationState::Failed;
    QString server;
    int safetySnapshots = 0;
    int restores = 0;
    QStringList says; ///< parts of what the person reads
    QString offers; ///< "start", "again"
};

QString pathOf(Step::Role role)
{
    switch (role) {
    case Step::Role::SafetySnapshot:
        return u"/snapshots$"_s;
    case Step::Role::StopServer:
        return u"/stop$"_s;
    case Step::Role::Main:
        return u"/restore$"_s;
    case Step::Role::StartServer:
        return u"/start$"_s;
    case Step::Role::SaveImage: // of no rollback
        break;
    }
    Q_UNREACHABLE_RETURN({});
}

void prepare(RollbackRig &rig, const Interruption &interruption)
{
    const QString path = pathOf(interruption.role);
    switch (interruption.moment) {
    case Moment::AsItBegins:
        QObject::connect(&rig.runner, &Operations::OperationRunner::changed, &rig.runner,
                         [&rig, interruption, isPulled = false](const OperationId &id) mutable {
                             const Operation *operation = rig.runner.find(id);
                             const Step &step = operation->steps.at(operation->current);
                             if (!isPulled && step.role == interruption.role
                                 && step.state == Step::State::Requesting) {
                                 isPulled = true;
                                 rig.cable.pull(interruption.refusals);
                             }
                         });
        break;
    case Moment::BeforeTheRequest:
        rig.cable.pullAt(path, Pull::Before, interruption.refusals);
        break;
    case Moment::BeforeTheAnswer:
        rig.proxy.add({Fault::ResetAfter, "POST", path});
        rig.cable.pullAt(path, Pull::After, interruption.refusals);
        break;
    case Moment::WhileFollowed:
        rig.cable.pullAt(path, Pull::After, interruption.refusals);
        break;
    }
}

const auto unreached = u"The host 127.0.0.1 could not be reached."_s;
const auto untouched = u"The disk was not touched."_s;
const auto lostAnswer = u"The request may have been carried out: its answer never came."_s;
const auto goesOn = u"The provider accepted the request and may still be working on it"_s;
const auto kept = u"The safety snapshot “before the rollback” was taken and stays."_s;
const auto holds = u"The safety snapshot “before the rollback” holds the state of before"_s;
const auto mayBeOff = u"The server was asked to stop for this and may still be off."_s;
const auto runsAgain = u"The server is running again."_s;
const auto notStopped = u"The server was not stopped."_s;
const auto rolledBack = u"The disk itself was rolled back."_s;
const auto tryAgain = u"Check the network connection, then try again."_s;

} // namespace

/// The network goes at each step of a rollback, for a while or for good.
class RollbackInterruptedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// That a later step failed as well is logged, and expected.
    void initTestCase() { QLoggingCategory::setFilterRules(u"app.operations=false"_s); }

    void endsOnceAndExplainsItself_data();
    void endsOnceAndExplainsItself();

private:
    static void addSafety();
    static void addStop();
    static void addRestore();
    static void addStart();

    Support::TestEnvironment m_environment;
};

void RollbackInterruptedTest::addSafety()
{
    using enum OperationState;
    using enum Moment;
    const auto add = [](const char *name, Moment moment, int refusals, const End &end) {
        QTest::addRow("safety snapshot, %s", name)
            << Interruption{Step::Role::SafetySnapshot, moment, refusals} << end;
    };
    const QString failed =
        u"The safety snapshot “before the rollback” of Finance could not be taken."_s;
    const QString inDoubt =
        u"It is not certain whether the safety snapshot “before the rollback” of Finance was "
        "taken."_s;
    const QString look =
        u"Refresh and look whether the safety snapshot is listed, then roll back again."_s;
    const End notTaken{
        Failed,    u"active"_s, 0, 0, {failed, unreached, untouched, notStopped, tryAgain},
        u"again"_s};
    const End done{Succeeded, u"active"_s, 1, 1, {}, {}};
    add("network gone before it", AsItBegins, Cable::forGood, notTaken);
    add("network gone for its request", BeforeTheRequest, 1, notTaken);
    add("answer lost, network gone", BeforeTheAnswer, Cable::forGood,
        {NeedsAnswer, u"active"_s, 1, 0, {inDoubt, lostAnswer, untouched, notStopped, look}, {}});
    add("answer lost, network back", BeforeTheAnswer, blink, done);
    add("followed, network gone", WhileFollowed, Cable::forGood,
        {NeedsAnswer, u"active"_s, 1, 0, {inDoubt, goesOn, untouched, notStopped, look}, {}});
    add("followed, network back", WhileFollowed, blink, done);
}

void RollbackInterruptedTest::addStop()
{
    using enum OperationState;
    using enum Moment;
    const auto add = [](const char *name, Moment moment, int refusals, const End &end) {
        QTest::addRow("stop, %s", name)
            << Interruption{Step::Role::StopServer, moment, refusals} << end;
    };
    const QString failed = u"The server Finance could not be shut down."_s;
    const QString look =
        u"Refresh and look whether the server is off: if so, start it. Then roll back again."_s;
    const End notStoppedAtAll{
        Failed,    u"active"_s, 1, 0, {failed, unreached, untouched, kept, notStopped, tryAgain},
        u"again"_s};
    const End done{Succeeded, u"active"_s, 1, 1, {}, {}};
    add("network gone before it", AsItBegins, Cable::forGood, notStoppedAtAll);
    add("network gone before it for a while", AsItBegins, blink, notStoppedAtAll);
    add("network gone for its request", BeforeTheRequest, 1, notStoppedAtAll);
    add("answer lost, network gone", BeforeTheAnswer, Cable::forGood,
        {NeedsAnswer,
         u"passive"_s,
         1,
         0,
         {u"It is not certain whether the server Finance was shut down."_s, lostAnswer, untouched,
          kept, mayBeOff, look},
         u"start"_s});
    add("answer lost, network back", BeforeTheAnswer, blink, done);
    add("followed, network gone", WhileFollowed, Cable::forGood,
        {Failed,
         u"passive"_s,
         1,
         0,
         {failed, u"It was asked to shut down and was not seen to switch off in time."_s, untouched,
          kept, mayBeOff, look},
         u"start again"_s});
    add("followed, network back", WhileFollowed, blink, done);
}

void RollbackInterruptedTest::addRestore()
{
    using enum OperationState;
    using enum Moment;
    const auto add = [](const char *name, Moment moment, int refusals, const End &end) {
        QTest::addRow("restore, %s", name)
            << Interruption{Step::Role::Main, moment, refusals} << end;
    };
    const QString failed = u"The server Finance could not be rolled back to the snapshot "
                           "“finance-pre-kernel-upgrade”."_s;
    const QString inDoubt = u"It is not certain whether Finance was rolled back to the snapshot "
                            "“finance-pre-kernel-upgrade”."_s;
    const End off{Failed,
                  u"passive"_s,
                  1,
                  0,
                  {failed, unreached, untouched, kept, mayBeOff, tryAgain,
                   u"Start the server if it is to run until then."_s},
                  u"start again"_s};
    const End back{
        Failed,    u"active"_s, 1, 0, {failed, unreached, untouched, kept, runsAgain, tryAgain},
        u"again"_s};
    const QString lookAtServer = u"whether the server is back: if it is off and nothing works on "
                                 "it, start it."_s;
    add("network gone before it", AsItBegins, Cable::forGood, off);
    add("network gone before it for a while", AsItBegins, blink, back);
    add("network gone for its request", BeforeTheRequest, Cable::forGood, off);
    add("network gone for its request for a while", BeforeTheRequest, blink, back);
    add("answer lost, network gone", BeforeTheAnswer, Cable::forGood,
        {NeedsAnswer,
         u"passive"_s,
         1,
         1,
         {inDoubt, lostAnswer, holds, mayBeOff, lookAtServer},
         u"start"_s});
    add("answer lost, network back", BeforeTheAnswer, blink,
        {NeedsAnswer,
         u"active"_s,
         1,
         1,
         {inDoubt, lostAnswer, holds, runsAgain,
          u"look at what the disk holds: roll back again only if that is not the state of the "
          "snapshot."_s},
         {}});
    add("followed, network gone", WhileFollowed, Cable::forGood,
        {NeedsAnswer,
         u"passive"_s,
         1,
         1,
         {inDoubt, unreached, goesOn, holds, mayBeOff, lookAtServer},
         u"start"_s});
    add("followed, network back", WhileFollowed, blink, {Succeeded, u"active"_s, 1, 1, {}, {}});
}

void RollbackInterruptedTest::addStart()
{
    using enum OperationState;
    using enum Moment;
    const auto add = [](const char *name, Moment moment, int refusals, const End &end) {
        QTest::addRow("start, %s", name)
            << Interruption{Step::Role::StartServer, moment, refusals} << end;
    };
    const QString failed = u"The server Finance could not be started."_s;
    const QString inDoubt = u"It is not certain whether the server Finance was started."_s;
    const QString look = u"Refresh and look whether the server is running: if not, start it."_s;
    const End off{Failed,
                  u"passive"_s,
                  1,
                  1,
                  {failed, unreached, rolledBack, holds, mayBeOff, tryAgain,
                   u"All that is left to do is to start the server."_s},
                  u"start"_s};
    const End done{Succeeded, u"active"_s, 1, 1, {}, {}};
    add("network gone before it", AsItBegins, Cable::forGood, off);
    add("network gone before it for a while", AsItBegins, blink, done);
    add("network gone for its request", BeforeTheRequest, Cable::forGood, off);
    add("network gone for its request for a while", BeforeTheRequest, blink, done);
    add("answer lost, network gone", BeforeTheAnswer, Cable::forGood,
        {NeedsAnswer,
         u"active"_s,
         1,
         1,
         {inDoubt, lostAnswer, rolledBack, holds, mayBeOff, look},
         u"start"_s});
    add("answer lost, network back", BeforeTheAnswer, blink, done);
    add("followed, network gone", WhileFollowed, Cable::forGood,
        {NeedsAnswer,
         u"active"_s,
         1,
         1,
         {inDoubt, unreached, goesOn, rolledBack, holds, mayBeOff, look},
         u"start"_s});
    add("followed, network back", WhileFollowed, blink, done);
}

void RollbackInterruptedTest::endsOnceAndExplainsItself_data()
{
    QTest::addColumn<Interruption>("interruption");
    QTest::addColumn<End>("end");
    addSafety();
    addStop();
    addRestore();
    addStart();
}

void RollbackInterruptedTest::endsOnceAndExplainsItself()
{
    QFETCH(const Interruption, interruption);
    QFETCH(const End, end);
    RollbackRig rig;
    const Result<Operation> plan = rig.plan(u"Finance"_s, u"finance-pre-kernel-upgrade"_s);
    QVERIFY(plan);
    QCOMPARE(plan->steps.size(), 4);
    prepare(rig, interruption);

    const Operation operation = rig.run(*plan);
    rig.cable.putIn();

    QCOMPARE(rig.ended.size(), 1);
    QCOMPARE(operation.state, end.state);
    QCOMPARE(rig.serverState(), end.server);
    QCOMPARE(rig.safetySnapshots(), end.safetySnapshots);
    QCOMPARE(rig.restores(), end.restores);
    QCOMPARE(rig.isRestored(), end.restores == 1);
    const QString text = told(operation);
    for (const QString &part : end.says) {
        QVERIFY2(text.contains(part), qPrintable(part + u" / "_s + text));
    }
    QCOMPARE(offersOf(operation), end.offers);
}

QTEST_GUILESS_MAIN(RollbackInterruptedTest)
#include "rollbackinterruptedtest.moc"
