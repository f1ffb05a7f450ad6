// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/stage.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Domain;
using Plans::server;
using Plans::snapshotOf;

namespace {

/// Keeps every state that was written down, and fails when a test says so. A write is open until
/// the test lets it through, or is let through at once.
class Paper
{
public:
    [[nodiscard]] Operations::OperationRunner::WriteDown pen()
    {
        return [this](const Operation &operation) {
            states.append(operation);
            const Deferred<Done> deferred;
            if (isSlow) {
                m_open.append(deferred);
            } else {
                settle(deferred);
            }
            return deferred.future();
        };
    }
    void letThrough()
    {
        isSlow = false;
        for (const Deferred<Done> &one : std::exchange(m_open, {})) {
            settle(one);
        }
    }
    /// As a new run of the program finds it.
    [[nodiscard]] QList<Operation> unfinished() const
    {
        QList<Operation> last;
        for (const Operation &state : states) {
            last.removeIf([&state](const Operation &other) { return other.id == state.id; });
            last.append(state);
        }
        last.removeIf([](const Operation &operation) { return operation.isOver(); });
        return last;
    }

    QList<Operation> states;
    std::optional<Error> failure;
    bool isSlow = false;

private:
    void settle(const Deferred<Done> &deferred) const
    {
        deferred.settle(failure ? Result<Done>(std::unexpected(*failure)) : Result<Done>(Done()));
    }

    QList<Deferred<Done>> m_open;
};

Error diskFull()
{
    Error error = failure(ErrorKind::StorageFailed, u"database or disk is full"_s).error();
    error.code = u"full"_s;
    return error;
}

/// A snapshot that the person has seen before confirming.
Snapshot seen(const Resource &source, const QString &id)
{
    Snapshot snapshot = snapshotOf(source, id);
    snapshot.created = QDateTime({2025, 12, 24}, {18, 0}, QTimeZone::UTC);
    return snapshot;
}

} // namespace

class RecoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesDownBeforeItSends();
    void sendsNothingThatCannotBeWrittenDown();
    void startsTheServerEvenWhenThatCannotBeWrittenDown();
    void writesDownTheEnd();
    void goesOnFollowingAfterARestart();
    void looksAfterARestartBeforeItSends_data();
    void looksAfterARestartBeforeItSends();
    void asksThePersonWhenTheClockWasFast();
    void beginsWhatWaited();
    void goesOnWithTheStepAfter();
    void waitsForTheAccountAfterARestart();
    void asksThePersonWhereTheAccountIsGone();
    void tellsThatAPasswordIsLost();
    void waitsForTheUndoWindow();
    void takesARemovalBack();
    void sendsARemovalNow();
    void sendsNoRemovalAfterARestart();
    void removesOnlyWhatWasConfirmed_data();
    void removesOnlyWhatWasConfirmed();
    void waitsForANewCredential();
    void waitsOutANetworkThatIsLostForADay();
    void saysAndWritesNothingOnceItIsStopped();

private:
    Support::TestEnvironment m_environment;
};

void RecoveryTest::writesDownBeforeItSends()
{
    Stage stage;
    Paper paper;
    paper.isSlow = true;
    stage.runner->setJournal(paper.pen());
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));

    QCOMPARE(stage.cloud().callCount(), 0);
    QCOMPARE(paper.states.size(), 2); // what is asked for, and that it is about to leave
    QCOMPARE(paper.states.first().steps.first().state, Step::State::Waiting);
    QCOMPARE(paper.states.last().steps.first().state, Step::State::Requesting);
    const auto &written = std::get<TakeSnapshot>(paper.states.last().steps.first().request);
    QCOMPARE(written.marker, u"op"_s);
    QCOMPARE(written.notBefore, stage.clock.now());

    paper.letThrough();
    QCOMPARE(stage.cloud().requests.size(), 1);
}

void RecoveryTest::sendsNothingThatCannotBeWrittenDown()
{
    Stage stage;
    Paper paper;
    paper.failure = diskFull();
    stage.runner->setJournal(paper.pen());
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));

    QCOMPARE(stage.cloud().callCount(), 0);
    QCOMPARE(stage.state(u"op"_s), u"Failed: Failed"_s);
    QCOMPARE(stage.operation(u"op"_s).error.kind, ErrorKind::StorageFailed);
    QCOMPARE(stage.operation(u"op"_s).error.effect, Effect::None);
}

void RecoveryTest::startsTheServerEvenWhenThatCannotBeWrittenDown()
{
    Stage stage;
    Paper paper;
    stage.runner->setJournal(paper.pen());
    stage.runner->start(Plans::takeStopped(u"op"_s, server(u"web"_s)));
    stage.cloud().resourceReads.back().answer(server(u"web"_s));
    stage.acceptLast(u"stop"_s);
    paper.failure = diskFull();
    stage.followed(QList{Answers::succeeded()});

    // The snapshot is left out, and the server comes back.
    stage.cloud().resourceReads.back().answer(Plans::stoppedServer(u"web"_s));
    QCOMPARE(stage.cloud().requests.size(), 2);
    QCOMPARE(std::get<SetPower>(stage.cloud().requests.back().argument).action, PowerAction::Start);
    stage.acceptLast(u"start"_s);
    stage.followed(QList{Answers::succeeded()});
    QCOMPARE(stage.state(u"op"_s), u"Failed: Done Failed Done"_s);
    QCOMPARE(stage.operation(u"op"_s).error.kind, ErrorKind::StorageFailed);
}

void RecoveryTest::writesDownTheEnd()
{
    Stage stage;
    Paper paper;
    stage.runner->setJournal(paper.pen());
    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    QCOMPARE(paper.states.last().steps.first().task->id, RemoteTaskId{u"task"_s});
    stage.followed(QList{Answers::succeeded(u"900"_s)});

    QCOMPARE(paper.states.last(), stage.operation(u"op"_s));
    QVERIFY(paper.unfinished().isEmpty());
}

void RecoveryTest::goesOnFollowingAfterARestart()
{
    Paper paper;
    {
        Stage before;
        before.runner->setJournal(paper.pen());
        before.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    }
    Stage stage;
    stage.runner->resume(paper.unfinished());
    stage.followed(QList{Answers::succeeded(u"900"_s)});

    QCOMPARE(stage.cloud().follows.back().argument.first().id, RemoteTaskId{u"task"_s});
    QCOMPARE(stage.cloud().requests.size(), 0);
    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done"_s);
    QCOMPARE(stage.operation(u"op"_s).snapshot->id, SnapshotId{u"900"_s});
    QCOMPARE(stage.endedText(), u"op"_s);
}

void RecoveryTest::looksAfterARestartBeforeItSends_data()
{
    QTest::addColumn<Trace>("trace");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("sent");

    QTest::addRow("it took effect") << Trace::Found << u"Running: Following"_s << 0;
    QTest::addRow("it never left") << Trace::NotFound << u"Running: Requesting"_s << 1;
    QTest::addRow("nobody can tell") << Trace::CanNotTell << u"NeedsAnswer: Failed"_s << 0;
}

void RecoveryTest::looksAfterARestartBeforeItSends()
{
    QFETCH(const Trace, trace);
    QFETCH(const int, sent);
    Paper paper;
    {
        Stage before;
        before.runner->setJournal(paper.pen());
        before.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    }
    Stage stage;
    stage.cloud().onFindEffect = [trace](const Request &request) {
        return std::optional<Result<Finding>>(Finding{trace, Answers::task(request, u"task"_s)});
    };
    stage.runner->resume(paper.unfinished());
    QVERIFY(!stage.runner->cancel({u"op"_s})); // it may have left
    stage.clock.advance(1min);

    QTEST(stage.state(u"op"_s), "state");
    QCOMPARE(stage.cloud().requests.size(), sent);
    QVERIFY(!stage.cloud().findings.empty());
}

void RecoveryTest::asksThePersonWhenTheClockWasFast()
{
    Paper paper;
    {
        Stage before;
        before.clock.advance(1h);
        before.runner->setJournal(paper.pen());
        before.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    }
    Stage stage;
    stage.cloud().onFindEffect = [](const Request &) {
        return std::optional<Result<Finding>>(Finding{Trace::NotFound, {}});
    };
    stage.runner->resume(paper.unfinished());
    stage.clock.advance(1min);
    QCOMPARE(stage.state(u"op"_s), u"NeedsAnswer: Failed"_s);
    QCOMPARE(stage.cloud().requests.size(), 0);
}

void RecoveryTest::beginsWhatWaited()
{
    Paper paper;
    {
        Stage before;
        before.runner->setJournal(paper.pen());
        before.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
        before.runner->start(Plans::take(u"behind"_s, server(u"web"_s)));
    }
    Stage stage;
    stage.runner->resume(paper.unfinished());
    QCOMPARE(stage.state(u"behind"_s), u"Waiting: Waiting"_s);
    stage.followed(QList{Answers::succeeded(u"900"_s)});
    QCOMPARE(stage.state(u"behind"_s), u"Running: Requesting"_s);
    QCOMPARE(stage.cloud().findings.size(), 0);
}

void RecoveryTest::goesOnWithTheStepAfter()
{
    Paper paper;
    {
        Stage before;
        before.runner->setJournal(paper.pen());
        before.runner->start(Plans::takeStopped(u"op"_s, server(u"web"_s)));
        before.cloud().resourceReads.back().answer(server(u"web"_s));
        before.acceptLast(u"stop"_s);
    }
    Stage stage;
    stage.runner->resume(paper.unfinished());
    stage.followed(QList{Answers::succeeded()});
    QVERIFY(std::holds_alternative<TakeSnapshot>(stage.cloud().requests.back().argument));
    stage.acceptLast(u"take"_s);
    stage.followed(QList{Answers::succeeded(u"900"_s)});
    // It was we who stopped it, before the program ended: so it is started.
    stage.cloud().resourceReads.back().answer(Plans::stoppedServer(u"web"_s));
    stage.acceptLast(u"start"_s);
    stage.followed(QList{Answers::succeeded()});
    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done Done Done"_s);
}

void RecoveryTest::waitsForTheAccountAfterARestart()
{
    Paper paper;
    {
        Stage before;
        before.runner->setJournal(paper.pen());
        before.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    }
    Stage stage;
    stage.removeCloud(); // its keychain is still locked
    stage.runner->setKnowsAccount([](const AccountId &) { return true; });
    stage.runner->resume(paper.unfinished());
    stage.clock.advance(1h);
    QCOMPARE(stage.state(u"op"_s), u"Running: Following"_s);
    QCOMPARE(stage.operation(u"op"_s).hold, Hold::Account);

    stage.replaceCloud();
    stage.runner->reconsider({u"a"_s});
    stage.followed(QList{Answers::succeeded(u"900"_s)});
    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done"_s);
    QCOMPARE(stage.operation(u"op"_s).hold, Hold::None);
}

void RecoveryTest::asksThePersonWhereTheAccountIsGone()
{
    Paper paper;
    {
        Stage before;
        before.runner->setJournal(paper.pen());
        before.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
        before.runner->start(Plans::take(u"behind"_s, server(u"web"_s)));
    }
    Stage stage;
    stage.removeCloud();
    stage.runner->resume(paper.unfinished());
    QCOMPARE(stage.state(u"op"_s), u"NeedsAnswer: Failed"_s);
    QCOMPARE(stage.state(u"behind"_s), u"Cancelled: Skipped"_s);
}

void RecoveryTest::tellsThatAPasswordIsLost()
{
    Paper paper;
    const Resource web = server(u"web"_s);
    {
        Stage before;
        before.runner->setJournal(paper.pen());
        before.runner->start(Plans::rollBack(u"op"_s, web, snapshotOf(web, u"7"_s)));
        const auto &call = before.cloud().requests.back();
        call.answer(Accepted{Answers::task(call.argument, u"task"_s), Secret("hunter2")});
    }
    Stage stage;
    stage.runner->resume(paper.unfinished());
    stage.followed(QList{Answers::succeeded()});
    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done"_s);
    QVERIFY(stage.operation(u"op"_s).isPasswordLost);
    QVERIFY(!stage.operation(u"op"_s).hasPassword);
}

void RecoveryTest::waitsForTheUndoWindow()
{
    Stage stage;
    Operation removal = Plans::remove(u"op"_s, snapshotOf(server(u"web"_s), u"7"_s));
    removal.hold = Hold::Undo;
    removal.heldUntil = stage.clock.now().addSecs(8);
    stage.runner->start(removal);
    // Whatever comes after it on the same snapshot stays behind it.
    stage.runner->start(
        Plans::rollBack(u"behind"_s, server(u"web"_s), snapshotOf(server(u"web"_s), u"7"_s)));
    stage.clock.advance(7999ms);
    QCOMPARE(stage.cloud().callCount(), 0);
    QCOMPARE(stage.state(u"behind"_s), u"Waiting: Waiting"_s);
    stage.clock.advance(1ms);
    QCOMPARE(stage.cloud().requests.size(), 1);
    QCOMPARE(stage.state(u"op"_s), u"Running: Requesting"_s);
}

void RecoveryTest::takesARemovalBack()
{
    Stage stage;
    Operation removal = Plans::remove(u"op"_s, snapshotOf(server(u"web"_s), u"7"_s));
    removal.hold = Hold::Undo;
    removal.heldUntil = stage.clock.now().addSecs(8);
    stage.runner->start(removal);
    QVERIFY(stage.runner->cancel({u"op"_s}));
    stage.clock.advance(1min);
    QCOMPARE(stage.cloud().callCount(), 0);
    QCOMPARE(stage.state(u"op"_s), u"Cancelled: Skipped"_s);
    QCOMPARE(stage.endedText(), u"op"_s);
}

void RecoveryTest::sendsARemovalNow()
{
    Stage stage;
    Operation removal = Plans::remove(u"op"_s, snapshotOf(server(u"web"_s), u"7"_s));
    removal.hold = Hold::Undo;
    removal.heldUntil = stage.clock.now().addSecs(8);
    stage.runner->start(removal);
    stage.runner->release({u"op"_s});
    QCOMPARE(stage.cloud().requests.size(), 1);
    stage.clock.advance(1min);
    QCOMPARE(stage.cloud().requests.size(), 1);
}

void RecoveryTest::sendsNoRemovalAfterARestart()
{
    Operation removal = Plans::remove(u"op"_s, snapshotOf(server(u"web"_s), u"7"_s));
    removal.hold = Hold::Undo;
    Stage stage;
    stage.runner->resume({removal});
    stage.clock.advance(1h);
    QCOMPARE(stage.cloud().callCount(), 0);
    QCOMPARE(stage.state(u"op"_s), u"Failed: Skipped"_s);
    QCOMPARE(stage.operation(u"op"_s).error.kind, ErrorKind::Cancelled);
}

void RecoveryTest::removesOnlyWhatWasConfirmed_data()
{
    using Change = std::function<Result<Snapshot>(Snapshot)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("sent");
    const QString refused = u"Failed: Failed"_s;
    QTest::addRow("as it was") << Change([](const Snapshot &snapshot) { return snapshot; })
                               << u"Running: Requesting"_s << 1;
    QTest::addRow("younger") << Change([](Snapshot snapshot) {
        snapshot.created = snapshot.created.addSecs(1);
        return snapshot;
    }) << refused << 0;
    QTest::addRow("of another source") << Change([](Snapshot snapshot) {
        snapshot.source = server(u"mail"_s).key;
        return snapshot;
    }) << refused << 0;
    QTest::addRow("protected meanwhile") << Change([](Snapshot snapshot) {
        snapshot.isProtected = true;
        return snapshot;
    }) << refused << 0;
    QTest::addRow("gone already") << Change([](const Snapshot &) -> Result<Snapshot> {
        return failure(ErrorKind::NotFound);
    }) << u"Succeeded: Done"_s << 0;
    QTest::addRow("not to be reached") << Change([](const Snapshot &) -> Result<Snapshot> {
        return failure(ErrorKind::NoConnection);
    }) << refused << 0;
}

void RecoveryTest::removesOnlyWhatWasConfirmed()
{
    QFETCH(const std::function<Result<Snapshot>(Snapshot)>, change);
    QFETCH(const int, sent);
    Stage stage;
    const Snapshot confirmed = seen(server(u"web"_s), u"7"_s);
    stage.runner->start(Plans::remove(u"op"_s, confirmed));
    QCOMPARE(stage.cloud().snapshotReads.size(), 1);
    QCOMPARE(stage.cloud().requests.size(), 0);
    stage.cloud().snapshotReads.back().answer(change(confirmed));

    QTEST(stage.state(u"op"_s), "state");
    QCOMPARE(stage.cloud().requests.size(), sent);
}

void RecoveryTest::waitsForANewCredential()
{
    Stage stage;
    stage.runner->setKnowsAccount([](const AccountId &) { return true; });
    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    stage.clock.advance(1s);
    stage.cloud().follows.back().refuse(Answers::refusal(ErrorKind::Unauthorized));
    QCOMPARE(stage.operation(u"op"_s).hold, Hold::Account);
    const size_t asked = stage.cloud().callCount();
    stage.runner->reconsider({u"a"_s}); // with the credential that was refused
    stage.clock.advance(1h);
    QCOMPARE(stage.cloud().callCount(), asked);

    stage.replaceCloud();
    stage.followed(QList{Answers::succeeded(u"900"_s)});
    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done"_s);
    QCOMPARE(stage.cloud().requests.size(), 0);
}

void RecoveryTest::waitsOutANetworkThatIsLostForADay()
{
    Stage stage;
    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    stage.cloud().onFollow = [](const QList<RemoteTask> &) {
        return std::optional<Result<QList<TaskProgress>>>(
            std::unexpected(Answers::refusal(ErrorKind::NoConnection)));
    };
    stage.clock.advance(24h);
    QCOMPARE(stage.state(u"op"_s), u"Running: Following"_s);
    QCOMPARE(stage.operation(u"op"_s).hold, Hold::Network);
    stage.cloud().onFollow = nullptr;
    stage.followed(QList{Answers::succeeded(u"900"_s)});
    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done"_s);
    QCOMPARE(stage.operation(u"op"_s).hold, Hold::None);
}

void RecoveryTest::saysAndWritesNothingOnceItIsStopped()
{
    Paper paper;
    Stage stage;
    stage.runner->setJournal(paper.pen());
    stage.runner->setKnowsAccount([](const AccountId &) { return true; });
    stage.startAccepted(Plans::take(u"op"_s, server(u"web"_s)), u"task"_s);
    stage.runner->start(Plans::take(u"behind"_s, server(u"web"_s)));
    const auto written = paper.states.size();
    stage.runner->stop();
    stage.removeCloud(); // as when the program tidies up
    stage.runner->reconsider({u"a"_s});
    stage.clock.advance(1h);
    QCOMPARE(paper.states.size(), written);
    QCOMPARE(stage.ended.size(), 0);

    Stage next;
    next.runner->resume(paper.unfinished());
    QCOMPARE(next.state(u"op"_s), u"Running: Following"_s);
    QCOMPARE(next.state(u"behind"_s), u"Waiting: Waiting"_s);
}

QTEST_GUILESS_MAIN(RecoveryTest)
#include "recoverytest.moc"
