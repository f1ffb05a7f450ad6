// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/planprogress.h"

#include "operations/stage.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Domain;
using Plans::server;

namespace {

/// The requests that left so far: "shut down, take, start".
QString sent(Stage &stage)
{
    QStringList words;
    for (const auto &call : stage.cloud().requests) {
        const auto *power = std::get_if<SetPower>(&call.argument);
        words.append(!power                                    ? u"take"_s
                         : power->action == PowerAction::Start ? u"start"_s
                                                               : u"shut down"_s);
    }
    return words.join(u", "_s);
}

/// Answers the open question how the server stands.
void tellPower(Stage &stage, PowerState power)
{
    Resource resource = server(u"web"_s);
    resource.power = power;
    stage.cloud().resourceReads.back().answer(resource);
}

/// The server is off and the take has left.
void bringToTake(Stage &stage)
{
    stage.runner->start(Plans::takeStopped(u"op"_s, server(u"web"_s)));
    tellPower(stage, PowerState::Running);
    stage.acceptLast(u"stopping"_s);
    stage.followed({Answers::succeeded()});
}

/// From the answer to the take until the server is on again.
void bringBack(Stage &stage)
{
    tellPower(stage, PowerState::Stopped);
    stage.acceptLast(u"starting"_s);
    stage.followed({Answers::succeeded()});
}

} // namespace

/// Plans of several steps: the server is stopped, and it must not stay off.
class PlanProgressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopsTakesAndStarts();
    void keepsTheTimesOfItsStepsAndTheIdsOfTheirRequests();
    void startsAgainAfterAFailedTake_data();
    void startsAgainAfterAFailedTake();
    void startsAgainAfterATakeThatNobodyCanTell();
    void doesNotTakeWhenTheServerIgnoresTheShutDown();
    void startsAServerThatWentOffTooLate();
    void leavesTheServerAloneWhenTheShutDownIsRefused();
    void startsAfterAShutDownThatNobodyCanTell();
    void goesOnWhenTheProviderIsReplacedBeforeTheShutDown();
    void doesNotTakeASafetySnapshotForItsOwn();
    void leavesAServerOffThatWasOff();
    void startsNoServerThatCameUpByItself();
    void startsNoServerThatComesUpWhileItWaits();
    void bringsTheServerBackThroughALostNetwork();
    void startsEvenWhenThePowerCanNotBeRead();
    void tellsTheFirstFailure();
    void keepsTheSnapshotWhenTheStartFails();
    void asksThePersonWhenTheAccountGoesWhileTheServerIsOff();
    void sendsNothingWhenThePowerCanNotBeReadFirst();
    void mayBeGivenUpBeforeTheServerIsStopped();
    void isNotGivenUpWhileTheServerIsOff();

private:
    Support::TestEnvironment m_environment;
};

void PlanProgressTest::stopsTakesAndStarts()
{
    Stage stage;
    bringToTake(stage);
    QCOMPARE(stage.state(u"op"_s), u"Running: Done Requesting Waiting"_s);
    stage.acceptLast(u"copying"_s);
    stage.followed({Answers::succeeded(u"900"_s)});
    QCOMPARE(stage.state(u"op"_s), u"Running: Done Done Requesting"_s);
    bringBack(stage);

    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done Done Done"_s);
    QCOMPARE(sent(stage), u"shut down, take, start"_s);
    QCOMPARE(stage.operation(u"op"_s).snapshot->id.value, u"900"_s);
    QCOMPARE(stage.operation(u"op"_s).current, 2);
    QCOMPARE(stage.endedText(), u"op"_s);
}

void PlanProgressTest::keepsTheTimesOfItsStepsAndTheIdsOfTheirRequests()
{
    Stage stage;
    bringToTake(stage);
    const QDateTime asked = stage.clock.now();
    stage.clock.advance(3s);
    const QDateTime accepted = stage.clock.now();
    const auto &call = stage.cloud().requests.back();
    Accepted answer{{{u"copying"_s}, call.argument, {}}, {}, u"req-7"_s};
    call.answer(answer);
    Step copy = stage.operation(u"op"_s).steps.at(1);
    QCOMPARE(copy.requestId, u"req-7"_s);
    QVERIFY(copy.started.isValid() && copy.started <= asked);
    QVERIFY(!copy.ended.isValid());
    stage.clock.advance(60s);
    stage.followed({Answers::succeeded(u"900"_s)});

    copy = stage.operation(u"op"_s).steps.at(1);
    QVERIFY(copy.ended >= accepted.addSecs(60));
    const Step stop = stage.operation(u"op"_s).steps.at(0);
    QVERIFY(stop.started.isValid() && stop.started <= stop.ended && stop.ended <= copy.started);
    QVERIFY(stop.requestId.isEmpty());
    const Step start = stage.operation(u"op"_s).steps.at(2);
    QVERIFY(start.started >= copy.ended);
    QVERIFY(!start.ended.isValid());
}

void PlanProgressTest::startsAgainAfterAFailedTake_data()
{
    QTest::addColumn<bool>("isAccepted");
    QTest::addRow("refused") << false;
    QTest::addRow("failed on the way") << true;
}

void PlanProgressTest::startsAgainAfterAFailedTake()
{
    QFETCH(const bool, isAccepted);
    Stage stage;
    bringToTake(stage);
    if (isAccepted) {
        stage.acceptLast(u"copying"_s);
        stage.followed({Answers::failed(ErrorKind::QuotaExceeded)});
    } else {
        stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::QuotaExceeded));
    }
    QCOMPARE(stage.state(u"op"_s), u"Running: Done Failed Requesting"_s);
    bringBack(stage);

    QCOMPARE(stage.state(u"op"_s), u"Failed: Done Failed Done"_s);
    QCOMPARE(stage.operation(u"op"_s).error.kind, ErrorKind::QuotaExceeded);
    QCOMPARE(sent(stage), u"shut down, take, start"_s);
    QCOMPARE(stage.endedText(), u"op"_s);
}

void PlanProgressTest::startsAgainAfterATakeThatNobodyCanTell()
{
    Stage stage;
    bringToTake(stage);
    stage.cloud().requests.back().refuse(Answers::doubt(ErrorKind::Interrupted));
    stage.clock.advance(1s);
    stage.cloud().findings.back().answer(Finding{Trace::CanNotTell, {}});
    bringBack(stage);

    QCOMPARE(stage.state(u"op"_s), u"NeedsAnswer: Done Failed Done"_s);
    QCOMPARE(sent(stage), u"shut down, take, start"_s);
}

void PlanProgressTest::doesNotTakeWhenTheServerIgnoresTheShutDown()
{
    Stage stage;
    stage.cloud().onFollow = [](const Support::FakeProvider::Tasks &) {
        return std::optional(Result<QList<TaskProgress>>(QList{Answers::running()}));
    };
    stage.runner->start(Plans::takeStopped(u"op"_s, server(u"web"_s)));
    tellPower(stage, PowerState::Running);
    stage.acceptLast(u"stopping"_s);
    stage.clock.advance(5min - 1ms);
    QCOMPARE(stage.state(u"op"_s), u"Running: Following Waiting Waiting"_s);
    stage.clock.advance(6s);
    tellPower(stage, PowerState::Running);

    QCOMPARE(stage.state(u"op"_s), u"Failed: Failed Skipped Skipped"_s);
    const Error &error = stage.operation(u"op"_s).error;
    QCOMPARE(error.kind, ErrorKind::TimedOut);
    QCOMPARE(error.effect, Effect::None);
    QVERIFY(error.message.contains(u"did not switch off"_s));
    QCOMPARE(sent(stage), u"shut down"_s);
    QCOMPARE(stage.endedText(), u"op"_s);
}

void PlanProgressTest::startsAServerThatWentOffTooLate()
{
    Stage stage;
    stage.runner->start(Plans::takeStopped(u"op"_s, server(u"web"_s)));
    tellPower(stage, PowerState::Running);
    stage.acceptLast(u"stopping"_s);
    stage.clock.advance(5min);
    stage.cloud().follows.back().refuse(Answers::refusal(ErrorKind::ServerError));
    QCOMPARE(stage.state(u"op"_s), u"Running: Failed Skipped Requesting"_s);
    bringBack(stage);

    QCOMPARE(stage.state(u"op"_s), u"Failed: Failed Skipped Done"_s);
    QCOMPARE(sent(stage), u"shut down, start"_s);
}

void PlanProgressTest::leavesTheServerAloneWhenTheShutDownIsRefused()
{
    Stage stage;
    stage.runner->start(Plans::takeStopped(u"op"_s, server(u"web"_s)));
    tellPower(stage, PowerState::Running);
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::ReadOnlyCredential));

    QCOMPARE(stage.state(u"op"_s), u"Failed: Failed Skipped Skipped"_s);
    QCOMPARE(stage.operation(u"op"_s).error.kind, ErrorKind::ReadOnlyCredential);
    QCOMPARE(sent(stage), u"shut down"_s);
}

void PlanProgressTest::startsAfterAShutDownThatNobodyCanTell()
{
    Stage stage;
    stage.runner->start(Plans::takeStopped(u"op"_s, server(u"web"_s)));
    tellPower(stage, PowerState::Running);
    stage.cloud().requests.back().refuse(Answers::doubt(ErrorKind::Interrupted));
    stage.clock.advance(1s);
    stage.cloud().findings.back().answer(Finding{Trace::CanNotTell, {}});
    bringBack(stage);

    QCOMPARE(stage.state(u"op"_s), u"NeedsAnswer: Failed Skipped Done"_s);
    QCOMPARE(sent(stage), u"shut down, start"_s);
}

void PlanProgressTest::goesOnWhenTheProviderIsReplacedBeforeTheShutDown()
{
    Stage stage;
    stage.runner->start(Plans::takeStopped(u"op"_s, server(u"web"_s)));
    stage.replaceCloud();
    stage.clock.advance(2s);
    tellPower(stage, PowerState::Running);

    QCOMPARE(stage.state(u"op"_s), u"Running: Requesting Waiting Waiting"_s);
    QCOMPARE(sent(stage), u"shut down"_s);
}

void PlanProgressTest::doesNotTakeASafetySnapshotForItsOwn()
{
    const Resource web = server(u"web"_s);
    Operation operation = Plans::rollBack(u"op"_s, web, Plans::snapshotOf(web, u"900"_s));
    Step safety;
    safety.request = TakeSnapshot{web.key, u"safety"_s, u"op"_s, {}};
    safety.role = Step::Role::SafetySnapshot;
    operation.steps.prepend(safety);
    Stage stage;
    stage.startAccepted(operation, u"copying"_s);
    stage.followed({Answers::succeeded(u"901"_s)});

    QCOMPARE(stage.state(u"op"_s), u"Running: Done Requesting"_s);
    QCOMPARE(stage.operation(u"op"_s).snapshot->id.value, u"900"_s);
    QCOMPARE(stage.operation(u"op"_s).steps.at(0).task->made->value, u"901"_s);
    const auto &request = std::get<RollBack>(stage.cloud().requests.back().argument);
    QCOMPARE(request.notBefore, stage.clock.now());
}

void PlanProgressTest::leavesAServerOffThatWasOff()
{
    Stage stage;
    stage.runner->start(Plans::takeStopped(u"op"_s, server(u"web"_s)));
    tellPower(stage, PowerState::Stopped); // somebody else was faster
    stage.acceptLast(u"copying"_s);
    stage.followed({Answers::succeeded()});

    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Skipped Done Skipped"_s);
    QCOMPARE(sent(stage), u"take"_s);
}

void PlanProgressTest::startsNoServerThatCameUpByItself()
{
    Stage stage;
    bringToTake(stage);
    stage.acceptLast(u"copying"_s);
    stage.followed({Answers::succeeded()});
    tellPower(stage, PowerState::Running);

    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done Done Done"_s);
    QCOMPARE(sent(stage), u"shut down, take"_s);
}

void PlanProgressTest::startsNoServerThatComesUpWhileItWaits()
{
    Stage stage;
    bringToTake(stage);
    stage.acceptLast(u"copying"_s);
    stage.followed({Answers::succeeded()});
    tellPower(stage, PowerState::Changing);
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::Locked));
    stage.clock.advance(2s);
    tellPower(stage, PowerState::Running);

    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done Done Done"_s);
    QCOMPARE(sent(stage), u"shut down, take, start"_s);
}

void PlanProgressTest::bringsTheServerBackThroughALostNetwork()
{
    Stage stage;
    bringToTake(stage);
    bool isDown = true;
    stage.cloud().onReadResource = [&isDown](const ResourceKey &) {
        using Answer = Result<Resource>;
        return std::optional(isDown ? Answer(failure(ErrorKind::NoConnection))
                                    : Answer(Plans::stoppedServer(u"web"_s)));
    };
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::Forbidden));
    stage.clock.advance(9min);
    QCOMPARE(stage.state(u"op"_s), u"Running: Done Failed Requesting"_s);

    isDown = false;
    stage.clock.advance(1min);
    QCOMPARE(sent(stage), u"shut down, take, start"_s);
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::HostNotFound));
    stage.clock.advance(2s);
    QCOMPARE(sent(stage), u"shut down, take, start, start"_s);
    stage.acceptLast(u"starting"_s);
    stage.followed({Answers::succeeded()});
    QCOMPARE(stage.state(u"op"_s), u"Failed: Done Failed Done"_s);
    QCOMPARE(stage.operation(u"op"_s).error.kind, ErrorKind::Forbidden);
}

void PlanProgressTest::startsEvenWhenThePowerCanNotBeRead()
{
    Stage stage;
    bringToTake(stage);
    stage.acceptLast(u"copying"_s);
    stage.followed({Answers::succeeded()});
    stage.cloud().resourceReads.back().refuse(Answers::refusal(ErrorKind::Forbidden));
    stage.clock.advance(1s);

    QCOMPARE(sent(stage), u"shut down, take, start"_s);
}

void PlanProgressTest::tellsTheFirstFailure()
{
    Stage stage;
    bringToTake(stage);
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::QuotaExceeded));
    tellPower(stage, PowerState::Stopped);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"step 2 of .*op.* failed as well"_s));
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::Forbidden));

    QCOMPARE(stage.state(u"op"_s), u"Failed: Done Failed Failed"_s);
    QCOMPARE(stage.operation(u"op"_s).error.kind, ErrorKind::QuotaExceeded);
    QCOMPARE(stage.endedText(), u"op"_s);
}

void PlanProgressTest::keepsTheSnapshotWhenTheStartFails()
{
    Stage stage;
    bringToTake(stage);
    stage.acceptLast(u"copying"_s);
    stage.followed({Answers::succeeded(u"900"_s)});
    tellPower(stage, PowerState::Stopped);
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::Forbidden));

    QCOMPARE(stage.state(u"op"_s), u"Failed: Done Done Failed"_s);
    QCOMPARE(stage.operation(u"op"_s).error.kind, ErrorKind::Forbidden);
    QCOMPARE(stage.operation(u"op"_s).snapshot->id.value, u"900"_s);
}

void PlanProgressTest::asksThePersonWhenTheAccountGoesWhileTheServerIsOff()
{
    Stage stage;
    bringToTake(stage);
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::Locked));
    stage.removeCloud();

    QCOMPARE(stage.state(u"op"_s), u"NeedsAnswer: Done Failed Skipped"_s);
    QCOMPARE(stage.endedText(), u"op"_s);
}

void PlanProgressTest::sendsNothingWhenThePowerCanNotBeReadFirst()
{
    Stage stage;
    stage.runner->start(Plans::takeStopped(u"op"_s, server(u"web"_s)));
    stage.cloud().resourceReads.back().refuse(Answers::doubt(ErrorKind::TimedOut));

    QCOMPARE(stage.state(u"op"_s), u"Failed: Failed Skipped Skipped"_s);
    QCOMPARE(stage.operation(u"op"_s).error.effect, Effect::None);
    QCOMPARE(sent(stage), QString());
}

void PlanProgressTest::mayBeGivenUpBeforeTheServerIsStopped()
{
    Stage stage;
    stage.runner->start(Plans::takeStopped(u"op"_s, server(u"web"_s)));
    QVERIFY(stage.runner->cancel({u"op"_s}));
    tellPower(stage, PowerState::Running);

    QCOMPARE(stage.state(u"op"_s), u"Cancelled: Skipped Skipped Skipped"_s);
    QCOMPARE(sent(stage), QString());
    QCOMPARE(stage.endedText(), u"op"_s);
}

void PlanProgressTest::isNotGivenUpWhileTheServerIsOff()
{
    Stage stage;
    bringToTake(stage);
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::Locked));
    QVERIFY(!stage.runner->cancel({u"op"_s}));
}

QTEST_GUILESS_MAIN(PlanProgressTest)
#include "planprogresstest.moc"
