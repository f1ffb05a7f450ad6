// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/taskfollower.h"

#include "operations/stage.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Domain;
using Plans::server;
using Plans::snapshotOf;

/// As the runner uses it: how accepted tasks are asked about, and what their answers do.
class TaskFollowerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAtOnceWhereNothingIsToBeFollowed();
    void followsTheTasksOfAnAccountInOneCall();
    void followsWithGrowingPauses();
    void asksSoonAgainWhenATaskIsAdded();
    void isNotPutOffByTasksThatKeepComing();
    void hurriesInAFastCloud();
    void endsWithTheTasksFailure();
    void waitsOutALostNetworkWhileFollowing();
    void asksThePersonWhenTheProviderStaysBroken();
    void asksThePersonWhenFollowingIsRefused();
    void takesAShortAnswerForNone();
    void bearsANetworkThatComesAndGoes();
    void waitsAsLongAsTheProviderWishes();
    void asksAtOnceAfterTheCallThatIsUnderWay();
    void asksNothingWhenNothingGoesOn();

private:
    Support::TestEnvironment m_environment;
};

void TaskFollowerTest::asksAtOnceWhereNothingIsToBeFollowed()
{
    Stage stage;
    stage.startAccepted(Plans::remove(u"op"_s, snapshotOf(server(u"web"_s), u"900"_s)), {});

    QCOMPARE(stage.cloud().follows.size(), 1);
    stage.cloud().follows.back().answer(QList{Answers::succeeded()});
    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done"_s);
}

void TaskFollowerTest::followsTheTasksOfAnAccountInOneCall()
{
    Stage stage;
    stage.startAccepted(Plans::take(u"1"_s, server(u"web"_s)), u"t1"_s);
    stage.startAccepted(Plans::take(u"2"_s, server(u"mail"_s)), u"t2"_s);
    stage.startAccepted(Plans::take(u"3"_s, server(u"db"_s)), u"t3"_s);
    stage.startAccepted(Plans::take(u"4"_s, server(u"web"_s, u"b"_s)), u"t4"_s);

    stage.clock.advance(1s);
    QCOMPARE(stage.cloud(u"a"_s).follows.size(), 1);
    QCOMPARE(stage.cloud(u"b"_s).follows.size(), 1);
    QCOMPARE(stage.cloud(u"a"_s).follows.back().argument.size(), 3);
    QCOMPARE(stage.cloud(u"b"_s).follows.back().argument.size(), 1);

    stage.cloud().follows.back().answer(
        QList{Answers::running(), Answers::succeeded(), Answers::failed(ErrorKind::ServerError)});
    QCOMPARE(stage.state(u"1"_s), u"Running: Following"_s);
    QCOMPARE(stage.state(u"2"_s), u"Succeeded: Done"_s);
    QCOMPARE(stage.state(u"3"_s), u"Failed: Failed"_s);

    stage.clock.advance(1s);
    QCOMPARE(stage.cloud(u"a"_s).follows.back().argument.size(), 1);
    QCOMPARE(stage.cloud(u"a"_s).follows.back().argument.at(0).id.value, u"t1"_s);
}

void TaskFollowerTest::followsWithGrowingPauses()
{
    Stage stage;
    QStringList seconds;
    stage.cloud().onFollow = [&](const Support::FakeProvider::Tasks &) {
        const auto elapsed = static_cast<double>(stage.clock.elapsed().count());
        seconds.append(QString::number(elapsed / 1000, 'g', 6));
        return std::optional(Result<QList<TaskProgress>>(QList{Answers::running()}));
    };
    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    stage.clock.advance(25s);

    QCOMPARE(seconds.join(u' '), u"1 2 3 4 5 6.5 8.75 12.125 17.125 22.125"_s);
}

void TaskFollowerTest::asksSoonAgainWhenATaskIsAdded()
{
    Stage stage;
    stage.cloud().onFollow = [](const Support::FakeProvider::Tasks &tasks) {
        const QList<TaskProgress> answer(tasks.size(), Answers::running());
        return std::optional(Result<QList<TaskProgress>>(answer));
    };
    stage.startAccepted(Plans::take(u"1"_s, server(u"web"_s)), u"t1"_s);
    stage.clock.advance(18s); // the next question would come at 22.125 s
    stage.startAccepted(Plans::take(u"2"_s, server(u"mail"_s)), u"t2"_s);
    const size_t before = stage.cloud().follows.size();

    stage.clock.advance(1s);
    QCOMPARE(stage.cloud().follows.size(), before + 1);
    QCOMPARE(stage.cloud().follows.back().argument.size(), 2);
    stage.clock.advance(1s);
    QCOMPARE(stage.cloud().follows.size(), before + 2);
}

void TaskFollowerTest::isNotPutOffByTasksThatKeepComing()
{
    Stage stage;
    for (int i = 0; i < 20; ++i) {
        const QString word = QString::number(i);
        stage.startAccepted(Plans::take(word, server(word)), word);
        stage.clock.advance(100ms);
    }
    // The first call is under way: one at a time.
    QCOMPARE(stage.cloud().follows.size(), 1);
    QCOMPARE(stage.cloud().follows.front().argument.size(), 10);
}

void TaskFollowerTest::hurriesInAFastCloud()
{
    Stage stage;
    stage.runner->setHaste(100);
    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    stage.clock.advance(10ms);
    QCOMPARE(stage.cloud().follows.size(), 1);
}

void TaskFollowerTest::endsWithTheTasksFailure()
{
    Stage stage;
    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    stage.followed({Answers::failed(ErrorKind::QuotaExceeded)});

    QCOMPARE(stage.state(u"op"_s), u"Failed: Failed"_s);
    QCOMPARE(stage.operation(u"op"_s).error, Answers::refusal(ErrorKind::QuotaExceeded));
    QCOMPARE(stage.endedText(), u"op"_s);
}

void TaskFollowerTest::waitsOutALostNetworkWhileFollowing()
{
    Stage stage;
    bool isDown = true;
    stage.cloud().onFollow = [&isDown](const Support::FakeProvider::Tasks &) {
        using Answer = Result<QList<TaskProgress>>;
        return std::optional(isDown ? Answer(failure(ErrorKind::NoConnection))
                                    : Answer(QList{Answers::succeeded()}));
    };
    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    stage.clock.advance(9min);
    QCOMPARE(stage.state(u"op"_s), u"Running: Following"_s);

    isDown = false;
    stage.clock.advance(30s);
    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done"_s);
}

void TaskFollowerTest::asksThePersonWhenTheProviderStaysBroken()
{
    Stage stage;
    stage.cloud().onFollow = [](const Support::FakeProvider::Tasks &) {
        return std::optional(
            Result<QList<TaskProgress>>(std::unexpected(Answers::refusal(ErrorKind::ServerError))));
    };
    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    stage.clock.advance(1h);

    QCOMPARE(stage.state(u"op"_s), u"NeedsAnswer: Failed"_s);
    const Operation &operation = stage.operation(u"op"_s);
    QCOMPARE(operation.error.kind, ErrorKind::ServerError);
    QCOMPARE(operation.error.effect, Effect::Ambiguous);
    QVERIFY(operation.error.message.contains(u"goes on"_s));
    QVERIFY(operation.error.message.contains(u"in the vendor's words"_s));
    QVERIFY(operation.steps.at(0).task); // it was accepted
    QCOMPARE(stage.cloud().requests.size(), 1);
    QCOMPARE(stage.endedText(), u"op"_s);
}

void TaskFollowerTest::asksThePersonWhenFollowingIsRefused()
{
    Stage stage;
    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    stage.clock.advance(1s);
    stage.cloud().follows.back().refuse(Answers::refusal(ErrorKind::Forbidden));

    QCOMPARE(stage.state(u"op"_s), u"NeedsAnswer: Failed"_s);
    QCOMPARE(stage.operation(u"op"_s).error.kind, ErrorKind::Forbidden);
}

void TaskFollowerTest::takesAShortAnswerForNone()
{
    Stage stage;
    stage.startAccepted(Plans::take(u"1"_s, server(u"web"_s)), u"t1"_s);
    stage.startAccepted(Plans::take(u"2"_s, server(u"mail"_s)), u"t2"_s);
    stage.followed({Answers::succeeded()});
    QCOMPARE(stage.state(u"1"_s), u"Running: Following"_s);
    QCOMPARE(stage.state(u"2"_s), u"Running: Following"_s);

    stage.followed({Answers::succeeded(), Answers::succeeded()});
    QCOMPARE(stage.endedText(), u"1 2"_s);
}

void TaskFollowerTest::asksNothingWhenNothingGoesOn()
{
    Stage stage;
    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    stage.followed({Answers::succeeded()});
    const size_t calls = stage.cloud().callCount();

    stage.clock.advance(24h);
    QCOMPARE(stage.cloud().callCount(), calls);
    QCOMPARE(stage.clock.waitingCalls(), 0);
}

void TaskFollowerTest::bearsANetworkThatComesAndGoes()
{
    Stage stage;
    int calls = 0;
    std::chrono::milliseconds last = 0ms;
    std::chrono::milliseconds longest = 0ms;
    stage.cloud().onFollow = [&](const Support::FakeProvider::Tasks &) {
        using Answer = Result<QList<TaskProgress>>;
        longest = std::max(longest, stage.clock.elapsed() - last);
        last = stage.clock.elapsed();
        return std::optional(++calls % 2 == 0 ? Answer(failure(ErrorKind::NoConnection))
                                              : Answer(QList{Answers::running()}));
    };
    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    stage.clock.advance(1h);

    QCOMPARE(stage.state(u"op"_s), u"Running: Following"_s);
    QCOMPARE(longest, 5s); // every loss is the first again
}

void TaskFollowerTest::waitsAsLongAsTheProviderWishes()
{
    Stage stage;
    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    stage.clock.advance(1s);
    Error error = Answers::refusal(ErrorKind::RateLimited);
    error.retryAfter = 40s;
    stage.cloud().follows.back().refuse(error);

    stage.clock.advance(40s - 1ms);
    QCOMPARE(stage.cloud().follows.size(), 1);
    stage.clock.advance(1ms);
    QCOMPARE(stage.cloud().follows.size(), 2);
}

void TaskFollowerTest::asksAtOnceAfterTheCallThatIsUnderWay()
{
    Stage stage;
    stage.startAccepted(Plans::take(u"1"_s, server(u"web"_s)), u"task"_s);
    stage.clock.advance(1s);
    stage.startAccepted(Plans::remove(u"2"_s, snapshotOf(server(u"db"_s), u"900"_s)), {});
    QCOMPARE(stage.cloud().follows.size(), 1);

    stage.cloud().follows.back().answer(QList{Answers::running()});
    QCOMPARE(stage.cloud().follows.size(), 2);
    QCOMPARE(stage.cloud().follows.back().argument.size(), 1);
    stage.cloud().follows.back().answer(QList{Answers::succeeded()});
    QCOMPARE(stage.endedText(), u"2"_s);
}

QTEST_GUILESS_MAIN(TaskFollowerTest)
#include "taskfollowertest.moc"
