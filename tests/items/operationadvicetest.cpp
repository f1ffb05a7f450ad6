// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/operationadvice.h"

#include "items/errortext.h"
#include "items/operationoffers.h"
#include "rowbuilder.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;
using State = Step::State;

namespace {

Step stepOf(const Request &request, Step::Role role, State state)
{
    Step step;
    step.request = request;
    step.role = role;
    step.state = state;
    return step;
}

/// Safety snapshot, stop, roll back, start: with the states that they ended in.
Operation rollback(State safety, State stop, State main, State start)
{
    const ResourceKey server = serverKey(u"7"_s);
    Operation operation;
    operation.kind = OperationKind::RollBack;
    operation.resource = server;
    operation.resourceName = u"web-1"_s;
    operation.snapshot = keyOf(u"1"_s);
    operation.snapshotName = u"nightly"_s;
    operation.state = OperationState::Failed;
    operation.error.kind = ErrorKind::Locked;
    operation.steps = {
        stepOf(TakeSnapshot{server, u"safety"_s, {}, {}}, Step::Role::SafetySnapshot, safety),
        stepOf(SetPower{server, PowerAction::ShutDown}, Step::Role::StopServer, stop),
        stepOf(RollBack{server, keyOf(u"1"_s), {}}, Step::Role::Main, main),
        stepOf(SetPower{server, PowerAction::Start}, Step::Role::StartServer, start)};
    return operation;
}

Operation inDoubt(Operation operation)
{
    operation.state = OperationState::NeedsAnswer;
    operation.error.effect = Effect::Ambiguous;
    return operation;
}

Operation accepted(Operation operation, int step)
{
    operation.steps[step].task = RemoteTask();
    return operation;
}

Operation with(Operation operation, ErrorKind kind)
{
    operation.error.kind = kind;
    return operation;
}

/// "start again": what the row has buttons for.
QString offers(const Operation &operation)
{
    QStringList words;
    if (const auto server = serverToStart(operation)) {
        words.append(u"start "_s + server->id.value);
    }
    if (const auto snapshot = snapshotToRollBackTo(operation)) {
        words.append(u"again "_s + snapshot->id.value);
    }
    return words.join(u", "_s);
}

} // namespace

class OperationAdviceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowTheServerStandsAndWhatToDo_data();
    void saysHowTheServerStandsAndWhatToDo();
    void offersNothingBeforeTheEndOrAfterAGoodOne();
    void offersNoRollbackThatCanNotHelp();
    void offersToStartAServerOnceMore();
    void leavesOtherOperationsTheirAdvice();

private:
    Support::TestEnvironment m_environment;
};

void OperationAdviceTest::saysHowTheServerStandsAndWhatToDo_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QString>("meaning");
    QTest::addColumn<QString>("advice");
    QTest::addColumn<QString>("offered");
    using enum State;
    const QString wait = u"Wait until the other action has ended, then try again."_s;
    const QString off = u"The server was asked to stop for this and may still be off."_s;
    const QString stays = u"The safety snapshot “safety” was taken and stays. "_s;
    const QString holds = u"The safety snapshot “safety” holds the state of before: roll back to "
                          "it to return there. "_s;
    const QString lookAndStart =
        u"Refresh and look whether the server is off: if so, start it. Then roll back again."_s;

    QTest::addRow("no safety snapshot")
        << rollback(Failed, Skipped, Skipped, Skipped)
        << u"The disk was not touched. The server was not stopped."_s << wait << u"again 1"_s;
    QTest::addRow("safety snapshot failed on the way")
        << accepted(rollback(Failed, Skipped, Skipped, Skipped), 0)
        << u"The disk was not touched. The server was not stopped."_s
        << wait + u" Rolling back without a safety snapshot is possible too."_s << u"again 1"_s;
    QTest::addRow("stop refused") << rollback(Done, Failed, Skipped, Skipped)
                                  << stays + u"The server was not stopped."_s << wait
                                  << u"again 1"_s;
    QTest::addRow("stop ignored")
        << accepted(with(rollback(Done, Failed, Skipped, Skipped), ErrorKind::TimedOut), 1)
        << stays + u"The server is still running."_s
        << u"Shut the server down from inside or in the provider's console, then roll back again."_s
        << u"again 1"_s;
    QTest::addRow("stopped too late")
        << accepted(with(rollback(Done, Failed, Skipped, Done), ErrorKind::TimedOut), 1)
        << stays + u"The server is running again."_s
        << u"Shut the server down from inside or in the provider's console, then roll back again."_s
        << u"again 1"_s;
    QTest::addRow("stop not followed")
        << accepted(with(rollback(Done, Failed, Skipped, Failed), ErrorKind::TimedOut), 1)
        << stays + off << lookAndStart << u"start 7, again 1"_s;
    QTest::addRow("stop in doubt") << inDoubt(rollback(Done, Failed, Skipped, Failed))
                                   << stays + off << lookAndStart << u"start 7"_s;
    QTest::addRow("stop in doubt, running again")
        << inDoubt(rollback(Done, Failed, Skipped, Done))
        << stays + u"The server is running again."_s
        << u"Refresh and look whether the server is running, then roll back again."_s << QString();
    QTest::addRow("restore refused")
        << rollback(Done, Done, Failed, Done) << stays + u"The server is running again."_s << wait
        << u"again 1"_s;
    QTest::addRow("restore refused, server off")
        << rollback(Done, Done, Failed, Failed) << stays + off
        << wait + u" Start the server if it is to run until then."_s << u"start 7, again 1"_s;
    QTest::addRow("restore in doubt")
        << inDoubt(rollback(Done, Done, Failed, Done)) << holds + u"The server is running again."_s
        << u"Refresh and look at what the disk holds: roll back again only if that is not the "
           "state of the snapshot."_s
        << QString();
    QTest::addRow("restore failed on the way")
        << accepted(rollback(Done, Done, Failed, Done), 2)
        << holds + u"The server is running again."_s << wait << u"again 1"_s;
    QTest::addRow("start refused")
        << rollback(Done, Done, Done, Failed) << holds + off
        << wait + u" All that is left to do is to start the server."_s << u"start 7"_s;
    QTest::addRow("start in doubt")
        << inDoubt(rollback(Done, Done, Done, Failed)) << holds + off
        << u"Refresh and look whether the server is running: if not, start it."_s << u"start 7"_s;
}

void OperationAdviceTest::saysHowTheServerStandsAndWhatToDo()
{
    QFETCH(const Operation, operation);
    QFETCH(const QString, meaning);
    const ErrorText text = operationErrorText(operation);
    QVERIFY2(text.meaning.endsWith(meaning), qPrintable(text.meaning));
    QTEST(text.advice, "advice");
    QCOMPARE(text.advice, operationAdviceText(operation));
    QTEST(offers(operation), "offered");
}

void OperationAdviceTest::offersNothingBeforeTheEndOrAfterAGoodOne()
{
    using enum State;
    Operation operation = rollback(Done, Done, Failed, Following);
    operation.state = OperationState::Running;
    QCOMPARE(offers(operation), QString());
    operation = rollback(Done, Done, Done, Done);
    operation.state = OperationState::Succeeded;
    QCOMPARE(offers(operation), QString());
}

void OperationAdviceTest::offersNoRollbackThatCanNotHelp()
{
    using enum State;
    const Operation refused = rollback(Done, Done, Failed, Done);
    for (const ErrorKind kind : {ErrorKind::Unauthorized, ErrorKind::ReadOnlyCredential,
                                 ErrorKind::Unsupported, ErrorKind::NotFound}) {
        QCOMPARE(offers(with(refused, kind)), QString());
    }
}

void OperationAdviceTest::offersToStartAServerOnceMore()
{
    Operation operation = rollback(State::Skipped, State::Skipped, State::Skipped, State::Failed);
    operation.kind = OperationKind::Power;
    operation.steps = {operation.steps.constLast()};
    QCOMPARE(offers(operation), u"start 7"_s);
    const ErrorText text = operationErrorText(operation);
    QCOMPARE(text.title, u"The server web-1 could not be started."_s);
    QVERIFY(text.meaning.endsWith(u"The server was left as it was."));
    QCOMPARE(text.advice, u"Wait until the other action has ended, then try again."_s);
}

void OperationAdviceTest::leavesOtherOperationsTheirAdvice()
{
    using enum State;
    Operation operation = inDoubt(rollback(Skipped, Done, Failed, Done));
    operation.kind = OperationKind::Take;
    operation.steps.removeFirst();
    QCOMPARE(operationErrorText(operation).advice,
             u"Refresh and look whether it took effect; repeat it only if it did not."_s);
    QCOMPARE(offers(operation), QString());
}

QTEST_GUILESS_MAIN(OperationAdviceTest)
#include "operationadvicetest.moc"
