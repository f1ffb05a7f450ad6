// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/operationrunner.h"

#include "operations/stage.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Domain;
using Plans::server;
using Plans::snapshotOf;

/// How operations go side by side, and what the runner promises whatever they do.
class OperationRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesOutATake();
    void tellsEachStageOnce();
    void queuesOnOneResource();
    void queuesOnOneSnapshot();
    void runsSideBySideOnTwoResources();
    void goesOnWithTheQueueAfterAFailure();
    void givesUpWhatWaits();
    void doesNotGiveUpWhatHasLeft();
    void handsOutAPasswordOnce();
    void keepsAPasswordThatNobodyTook();
    void forgetsEndedOperations();
    void bearsSlotsThatCallBack();
    void endsWithoutAnAccount();
    void endsWhenTheAccountGoes_data();
    void endsWhenTheAccountGoes();
    void asksNothingOfAnAccountThatIsBack();
    void hearsOfARemovalAfterAReplacement();
    void keepsThePasswordThroughTheStepsAfterwards();
    void saysNothingAfterItsEnd();
    void asksThePersonWhereTheEndIsNeverSeen();

private:
    Support::TestEnvironment m_environment;
};

void OperationRunnerTest::carriesOutATake()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    QCOMPARE(stage.state(u"op"_s), u"Running: Requesting"_s);
    QCOMPARE(stage.cloud().requests.size(), 1);

    stage.acceptLast(u"task"_s);
    QCOMPARE(stage.state(u"op"_s), u"Running: Following"_s);
    QCOMPARE(stage.operation(u"op"_s).steps.at(0).task->id.value, u"task"_s);

    stage.followed({Answers::running(42)});
    QCOMPARE(stage.operation(u"op"_s).steps.at(0).percent, 42);
    QVERIFY(stage.runner->hasRunning());

    stage.followed({Answers::succeeded(u"900"_s)});
    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done"_s);
    QCOMPARE(stage.operation(u"op"_s).snapshot, snapshotOf(server(u"web"_s), u"900"_s).key);
    QCOMPARE(stage.operation(u"op"_s).ended, stage.clock.now());
    QCOMPARE(stage.operation(u"op"_s).error, Error());
    QCOMPARE(stage.endedText(), u"op"_s);
    QVERIFY(!stage.runner->hasRunning());
}

void OperationRunnerTest::tellsEachStageOnce()
{
    Stage stage;
    QStringList told;
    const auto tell = [&](const QString &word) {
        return [&told, &stage, word](const OperationId &id) {
            told.append(word + u' ' + stage.state(id.value));
        };
    };
    using Operations::OperationRunner;
    OperationRunner *runner = stage.runner.get();
    connect(runner, &OperationRunner::started, this, tell(u"started"_s));
    connect(runner, &OperationRunner::changed, this, tell(u"changed"_s));
    connect(runner, &OperationRunner::ended, this, tell(u"ended"_s));

    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    stage.followed({Answers::running(42)});
    stage.followed({Answers::running(42)});
    stage.followed({Answers::succeeded()});

    const QStringList expected{
        u"started Waiting: Waiting"_s,    u"changed Running: Waiting"_s,
        u"changed Running: Requesting"_s, u"changed Running: Following"_s,
        u"changed Running: Following"_s,  u"changed Running: Following"_s, // 42 %, then none
        u"changed Running: Done"_s,       u"changed Succeeded: Done"_s,
        u"ended Succeeded: Done"_s};
    QCOMPARE(told, expected);
}

void OperationRunnerTest::queuesOnOneResource()
{
    Stage stage;
    const Resource web = server(u"web"_s);
    stage.startAccepted(Plans::take(u"1"_s, web), u"t1"_s);
    stage.runner->start(Plans::rollBack(u"2"_s, web, snapshotOf(web, u"900"_s)));
    stage.runner->start(Plans::remove(u"3"_s, snapshotOf(web, u"901"_s)));
    QCOMPARE(stage.state(u"2"_s), u"Waiting: Waiting"_s);
    QCOMPARE(stage.state(u"3"_s), u"Waiting: Waiting"_s);
    QCOMPARE(stage.cloud().requests.size(), 1);

    stage.followed({Answers::succeeded()});
    QCOMPARE(stage.state(u"2"_s), u"Running: Requesting"_s);
    QCOMPARE(stage.state(u"3"_s), u"Waiting: Waiting"_s);
}

void OperationRunnerTest::queuesOnOneSnapshot()
{
    Stage stage;
    const Snapshot snapshot = snapshotOf(server(u"web"_s), u"900"_s);
    stage.startAccepted(Plans::rollBack(u"1"_s, server(u"mail"_s), snapshot), u"t1"_s);
    stage.runner->start(Plans::remove(u"2"_s, snapshot));

    // It is of another server than the one that is overwritten with it.
    QCOMPARE(stage.state(u"2"_s), u"Waiting: Waiting"_s);
    stage.followed({Answers::succeeded()});
    QCOMPARE(stage.state(u"2"_s), u"Running: Requesting"_s);
}

void OperationRunnerTest::runsSideBySideOnTwoResources()
{
    Stage stage;
    stage.runner->start(Plans::take(u"1"_s, server(u"web"_s)));
    stage.runner->start(Plans::take(u"2"_s, server(u"mail"_s)));
    stage.runner->start(Plans::take(u"3"_s, server(u"web"_s, u"b"_s)));

    for (const QString &id : {u"1"_s, u"2"_s, u"3"_s}) {
        QCOMPARE(stage.state(id), u"Running: Requesting"_s);
    }
}

void OperationRunnerTest::goesOnWithTheQueueAfterAFailure()
{
    Stage stage;
    stage.runner->start(Plans::take(u"1"_s, server(u"web"_s)));
    stage.runner->start(Plans::take(u"2"_s, server(u"web"_s)));
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::QuotaExceeded));

    QCOMPARE(stage.state(u"1"_s), u"Failed: Failed"_s);
    QCOMPARE(stage.state(u"2"_s), u"Running: Requesting"_s);
}

void OperationRunnerTest::givesUpWhatWaits()
{
    Stage stage;
    stage.runner->start(Plans::take(u"1"_s, server(u"web"_s)));
    stage.runner->start(Plans::take(u"2"_s, server(u"web"_s)));
    stage.runner->start(Plans::take(u"3"_s, server(u"web"_s)));

    QVERIFY(stage.runner->cancel({u"2"_s}));
    QCOMPARE(stage.state(u"2"_s), u"Cancelled: Skipped"_s);
    QCOMPARE(stage.endedText(), u"2"_s);
    QCOMPARE(stage.state(u"3"_s), u"Waiting: Waiting"_s); // still behind the first
    QVERIFY(!stage.runner->cancel({u"2"_s}));
    QVERIFY(!stage.runner->cancel({u"never heard of"_s}));
    QCOMPARE(stage.ended.size(), 1);
}

void OperationRunnerTest::doesNotGiveUpWhatHasLeft()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    QVERIFY(!stage.runner->cancel({u"op"_s}));

    stage.acceptLast(u"task"_s);
    QVERIFY(!stage.runner->cancel({u"op"_s}));
    stage.followed({Answers::succeeded()});
    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done"_s);
}

void OperationRunnerTest::handsOutAPasswordOnce()
{
    Stage stage;
    const Resource web = server(u"web"_s);
    stage.runner->start(Plans::rollBack(u"op"_s, web, snapshotOf(web, u"900"_s)));
    const auto &call = stage.cloud().requests.back();
    call.answer(Accepted{Answers::task(call.argument, u"task"_s), Secret("demo-secret-root")});
    QVERIFY(stage.operation(u"op"_s).hasPassword);
    stage.followed({Answers::succeeded()});

    QCOMPARE(stage.runner->takePassword({u"op"_s}).reveal(), "demo-secret-root"_ba);
    QVERIFY(!stage.operation(u"op"_s).hasPassword);
    QVERIFY(stage.runner->takePassword({u"op"_s}).isEmpty());
    QVERIFY(stage.runner->takePassword({u"never heard of"_s}).isEmpty());
    QCOMPARE(stage.endedText(), u"op"_s);
}

void OperationRunnerTest::keepsAPasswordThatNobodyTook()
{
    Stage stage;
    const Resource web = server(u"web"_s);
    stage.runner->start(Plans::rollBack(u"op"_s, web, snapshotOf(web, u"900"_s)));
    const auto &call = stage.cloud().requests.back();
    call.answer(Accepted{Answers::task(call.argument, u"task"_s), Secret("demo-secret-root")});
    stage.followed({Answers::succeeded()});

    stage.runner->clearEnded();
    QVERIFY(stage.runner->find({u"op"_s}));
    QVERIFY(!stage.runner->takePassword({u"op"_s}).isEmpty());
    stage.runner->clearEnded();
    QVERIFY(!stage.runner->find({u"op"_s}));
}

void OperationRunnerTest::forgetsEndedOperations()
{
    Stage stage;
    QSignalSpy removed(stage.runner.get(), &Operations::OperationRunner::removed);
    stage.runner->start(Plans::take(u"1"_s, server(u"web"_s)));
    stage.runner->start(Plans::take(u"2"_s, server(u"mail"_s)));
    stage.cloud().requests.front().refuse(Answers::refusal(ErrorKind::QuotaExceeded));

    stage.runner->clearEnded();
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.at(0).at(0).value<OperationId>().value, u"1"_s);
    QCOMPARE(stage.runner->operations().size(), 1);
    QCOMPARE(stage.state(u"2"_s), u"Running: Requesting"_s);
}

void OperationRunnerTest::bearsSlotsThatCallBack()
{
    Stage stage;
    Operations::OperationRunner *runner = stage.runner.get();
    connect(runner, &Operations::OperationRunner::changed, this, [runner](const OperationId &id) {
        runner->clearEnded();
        const Operation *operation = runner->find(id);
        if (operation && id.value == u"given up") {
            runner->cancel(id);
        }
    });
    connect(runner, &Operations::OperationRunner::ended, this, [runner](const OperationId &id) {
        QVERIFY(runner->find(id)); // not cleared before its end was said
        if (id.value == u"1") {
            runner->start(Plans::take(u"next"_s, server(u"web"_s)));
        }
        runner->clearEnded();
    });
    stage.startAccepted(Plans::take(u"1"_s, server(u"web"_s)), u"t1"_s);
    runner->start(Plans::take(u"given up"_s, server(u"mail"_s)));
    stage.followed({Answers::succeeded()});

    QCOMPARE(stage.endedText(), u"given up 1"_s);
    QCOMPARE(stage.state(u"next"_s), u"Running: Requesting"_s);
    QCOMPARE(runner->operations().size(), 1);
}

void OperationRunnerTest::endsWithoutAnAccount()
{
    Stage stage;
    stage.removeCloud();
    stage.runner->start(Plans::take(u"1"_s, server(u"web"_s)));
    stage.runner->start(Plans::take(u"2"_s, server(u"web"_s)));

    QCOMPARE(stage.state(u"1"_s), u"Cancelled: Skipped"_s);
    QCOMPARE(stage.state(u"2"_s), u"Cancelled: Skipped"_s);
    QCOMPARE(stage.endedText(), u"1 2"_s);
}

void OperationRunnerTest::endsWhenTheAccountGoes_data()
{
    using Prepare = std::function<void(Stage &)>;
    QTest::addColumn<Prepare>("prepare");
    QTest::addColumn<QString>("state");

    const QString open = u"NeedsAnswer: Failed"_s;
    const QString undone = u"Cancelled: Skipped"_s;
    QTest::addRow("while it is requested") << Prepare([](Stage &) {}) << open;
    QTest::addRow("while it is followed")
        << Prepare([](Stage &stage) { stage.acceptLast(u"task"_s); }) << open;
    QTest::addRow("while it is asked about") << Prepare([](Stage &stage) {
        stage.acceptLast(u"task"_s);
        stage.clock.advance(1s);
    }) << open;
    QTest::addRow("while it waits to be sent again") << Prepare([](Stage &stage) {
        stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::Locked));
    }) << undone;
    QTest::addRow("while it is in doubt") << Prepare([](Stage &stage) {
        stage.cloud().requests.back().refuse(Answers::doubt(ErrorKind::TimedOut));
    }) << open;
    QTest::addRow("while it is looked for") << Prepare([](Stage &stage) {
        stage.cloud().requests.back().refuse(Answers::doubt(ErrorKind::TimedOut));
        stage.clock.advance(1s);
    }) << open;
}

void OperationRunnerTest::endsWhenTheAccountGoes()
{
    QFETCH(const std::function<void(Stage &)>, prepare);
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    stage.runner->start(Plans::take(u"behind"_s, server(u"web"_s)));
    stage.runner->start(Plans::take(u"elsewhere"_s, server(u"web"_s, u"b"_s)));
    prepare(stage);
    stage.removeCloud();

    QTEST(stage.state(u"op"_s), "state");
    QCOMPARE(stage.state(u"behind"_s), u"Cancelled: Skipped"_s);
    QCOMPARE(stage.state(u"elsewhere"_s), u"Running: Requesting"_s);
    const Operation &operation = stage.operation(u"op"_s);
    const bool isOpen = operation.state == OperationState::NeedsAnswer;
    QCOMPARE(operation.error.kind, isOpen ? ErrorKind::Interrupted : Error().kind);
    QCOMPARE(operation.error.effect, isOpen ? Effect::Ambiguous : Effect::None);
    stage.clock.advance(1h);
    QCOMPARE(stage.endedText(), u"op behind"_s);
}

void OperationRunnerTest::asksNothingOfAnAccountThatIsBack()
{
    Stage stage;
    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    stage.removeCloud();
    stage.replaceCloud();
    stage.clock.advance(1h);

    QCOMPARE(stage.cloud().callCount(), 0);
    QCOMPARE(stage.endedText(), u"op"_s);
}

void OperationRunnerTest::hearsOfARemovalAfterAReplacement()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::Locked));
    stage.replaceCloud();
    QCOMPARE(stage.state(u"op"_s), u"Running: Requesting"_s);
    stage.removeCloud();
    QCOMPARE(stage.state(u"op"_s), u"Cancelled: Skipped"_s);
}

void OperationRunnerTest::keepsThePasswordThroughTheStepsAfterwards()
{
    Stage stage;
    Operation operation = Plans::takeStopped(u"op"_s, server(u"web"_s));
    operation.steps.removeFirst();
    operation.steps[1].runsAfterFailure = false;
    operation.steps[1].role = Step::Role::Main;
    stage.runner->start(operation);
    const auto &call = stage.cloud().requests.back();
    call.answer(Accepted{Answers::task(call.argument, u"1"_s), Secret("demo-secret-root")});
    stage.followed({Answers::succeeded()});
    stage.acceptLast(u"2"_s);
    stage.followed({Answers::succeeded()});

    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done Done"_s);
    QVERIFY(stage.operation(u"op"_s).hasPassword);
    QVERIFY(!stage.runner->takePassword({u"op"_s}).isEmpty());
}

void OperationRunnerTest::asksThePersonWhereTheEndIsNeverSeen()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    stage.acceptLast(u"task"_s);

    stage.followed({TaskProgress{TaskState::CanNotTell, {}, {}, {}}});

    QCOMPARE(stage.operation(u"op"_s).state, OperationState::NeedsAnswer);
    QCOMPARE(stage.operation(u"op"_s).error.effect, Effect::Ambiguous);
}

void OperationRunnerTest::saysNothingAfterItsEnd()
{
    Stage stage;
    stage.startAccepted(Plans::take(u"followed"_s, server(u"web"_s)), u"t1"_s);
    stage.runner->start(Plans::take(u"behind"_s, server(u"web"_s)));
    stage.runner->start(Plans::take(u"requested"_s, server(u"mail"_s)));
    stage.clock.advance(1s);
    QSignalSpy changed(stage.runner.get(), &Operations::OperationRunner::changed);
    const size_t calls = stage.cloud().callCount();

    stage.runner.reset();
    stage.acceptLast(u"t2"_s);
    stage.cloud().follows.back().answer(QList{Answers::succeeded()});
    stage.clock.advance(1h);

    QCOMPARE(changed.size(), 0);
    QCOMPARE(stage.ended.size(), 0);
    QCOMPARE(stage.cloud().callCount(), calls);
}

QTEST_GUILESS_MAIN(OperationRunnerTest)
#include "operationrunnertest.moc"
