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
constexpr int hours = 120;

struct Interruption
{
    Step::Role role = Step::Role::Main;
    Moment moment = Moment::AsItBegins;
    int refusals = hours;
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
const auto holds = u"The safety snapshot “before the rollback” holds the state of before"_s;
const auto runsAgain = u"The server is running again."_s;
const auto notStopped = u"The server was not stopped."_s;
const auto tryAgain = u"Check the network connection, then try again."_s;

} // namespace

/// The network goes at each step of a rollback, for a while or for hours.
class RollbackInterruptedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// That a later step failed as well is logged, and expected.
    void initTestCase() { QLoggingCategory::setFilterRules(u"app.operations=false"_s); }

    void endsOnceAndExplainsItself_data();
    void endsOnceAndExplainsItself();

private:
    [[nodiscard]] static End done()
    {
        return {OperationState::Succeeded, u"active"_s, 1, 1, {}, {}};
    }
    [[nodiscard]] static End inDoubt();
    static void addSafety();
    static void addLater(Step::Role role, const char *name, const End &answerLost);

    Support::TestEnvironment m_environment;
};

/// Until something is done, the person may as well ask again; from then on the network is waited
/// out.
void RollbackInterruptedTest::addSafety()
{
    using enum Moment;
    const QString failed =
        u"The safety snapshot “before the rollback” of Finance could not be taken."_s;
    const End notTaken{OperationState::Failed,
                       u"active"_s,
                       0,
                       0,
                       {failed, unreached, untouched, notStopped, tryAgain},
                       u"again"_s};
    const auto add = [](const char *name, const Interruption &interruption, const End &end) {
        QTest::addRow("safety snapshot, %s", name) << interruption << end;
    };
    constexpr auto safety = Step::Role::SafetySnapshot;
    add("network gone before it", {safety, AsItBegins, Cable::forGood}, notTaken);
    add("network gone for its request", {safety, BeforeTheRequest, 1}, notTaken);
    for (const int refusals : {blink, hours}) {
        const char *const howLong = refusals == blink ? "for a while" : "for hours";
        QTest::addRow("safety snapshot, answer lost, network gone %s", howLong)
            << Interruption{safety, BeforeTheAnswer, refusals} << done();
        QTest::addRow("safety snapshot, followed, network gone %s", howLong)
            << Interruption{safety, WhileFollowed, refusals} << done();
    }
}

void RollbackInterruptedTest::addLater(Step::Role role, const char *name, const End &answerLost)
{
    using enum Moment;
    for (const int refusals : {blink, hours}) {
        const char *const howLong = refusals == blink ? "for a while" : "for hours";
        const auto add = [&](const char *when, Moment moment, const End &end) {
            QTest::addRow("%s, %s, network gone %s", name, when, howLong)
                << Interruption{role, moment, refusals} << end;
        };
        add("before it", AsItBegins, done());
        add("for its request", BeforeTheRequest, done());
        add("answer lost", BeforeTheAnswer, answerLost);
        add("followed", WhileFollowed, done());
    }
}

/// The API does not tell whether a rollback was done.
End RollbackInterruptedTest::inDoubt()
{
    return {OperationState::NeedsAnswer,
            u"active"_s,
            1,
            1,
            {u"It is not certain whether Finance was rolled back to the snapshot "
             "“finance-pre-kernel-upgrade”."_s,
             lostAnswer, holds, runsAgain,
             u"look at what the disk holds: roll back again only if that is not the state of the "
             "snapshot."_s},
            {}};
}

void RollbackInterruptedTest::endsOnceAndExplainsItself_data()
{
    QTest::addColumn<Interruption>("interruption");
    QTest::addColumn<End>("end");
    addSafety();
    addLater(Step::Role::StopServer, "stop", done());
    addLater(Step::Role::Main, "restore", inDoubt());
    addLater(Step::Role::StartServer, "start", done());
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
