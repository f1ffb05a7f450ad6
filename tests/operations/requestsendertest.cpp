// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/requestsender.h"

#include "operations/stage.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Domain;
using Plans::server;
using Plans::snapshotOf;

/// As the runner uses it: what becomes of one request, whatever is answered or lost.
class RequestSenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stampsARequestWhenItLeaves();
    void takesTheRemovalOfWhatIsGoneForDone();
    void endsWithARefusal_data();
    void endsWithARefusal();
    void sendsAgainWhatWasOnlyBusy();
    void givesUpOnWhatStaysLocked();
    void waitsAsLongAsTheProviderWishes();
    void goesOnWithWhatTookEffectUnheard();
    void sendsOnceMoreWhatHadNoEffect();
    void believesNothingOnlyAfterTheSecondLook();
    void sendsNotAThirdTime();
    void looksBeforeSendingAgainWhatIsLockedSinceADoubt();
    void looksWhenANameIsTakenSinceADoubt();
    void asksThePersonWhereNobodyCanTell();
    void waitsOutALostNetworkWhileLooking();
    void asksThePersonWhenLookingFails_data();
    void asksThePersonWhenLookingFails();
    void looksWhenTheProviderWasReplaced();
    void mayBeGivenUpWhileProvenUndone();
    void isNotGivenUpWhileInDoubt();

private:
    Support::TestEnvironment m_environment;
};

void RequestSenderTest::stampsARequestWhenItLeaves()
{
    Stage stage;
    stage.startAccepted(Plans::take(u"first"_s, server(u"web"_s)), u"task"_s);
    stage.runner->start(Plans::take(u"second"_s, server(u"web"_s)));
    stage.clock.advance(2h);
    stage.cloud().follows.back().answer(QList{Answers::succeeded(u"900"_s)});

    // The first one's snapshot is of the same source and name: it must not be taken for this one.
    const auto &request = std::get<TakeSnapshot>(stage.cloud().requests.back().argument);
    QCOMPARE(request.marker, u"second"_s);
    QCOMPARE(request.notBefore, stage.clock.now());
    QCOMPARE(stage.operation(u"second"_s).started, stage.clock.now());
}

void RequestSenderTest::takesTheRemovalOfWhatIsGoneForDone()
{
    Stage stage;
    stage.runner->start(Plans::remove(u"op"_s, snapshotOf(server(u"web"_s), u"900"_s)));
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::NotFound));

    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done"_s);
}

void RequestSenderTest::endsWithARefusal_data()
{
    QTest::addColumn<ErrorKind>("kind");

    using enum ErrorKind;
    QTest::addRow("credential") << Unauthorized;
    QTest::addRow("read-only credential") << ReadOnlyCredential;
    QTest::addRow("right missing") << Forbidden;
    QTest::addRow("not paid") << PaymentRequired;
    QTest::addRow("quota") << QuotaExceeded;
    QTest::addRow("name taken") << NameTaken;
    QTest::addRow("protected") << Protected;
    QTest::addRow("not found") << NotFound;
    QTest::addRow("bad value") << InvalidInput;
    QTest::addRow("sold out") << Unavailable;
    QTest::addRow("call removed") << Removed;
    QTest::addRow("not supported") << Unsupported;
    QTest::addRow("no host") << HostNotFound;
    QTest::addRow("no connection") << NoConnection;
    QTest::addRow("certificate") << Tls;
    QTest::addRow("keychain") << SecretUnavailable;
}

void RequestSenderTest::endsWithARefusal()
{
    QFETCH(const ErrorKind, kind);
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    stage.cloud().requests.back().refuse(Answers::refusal(kind));

    QCOMPARE(stage.state(u"op"_s), u"Failed: Failed"_s);
    QCOMPARE(stage.operation(u"op"_s).error, Answers::refusal(kind));
    stage.clock.advance(1h);
    QCOMPARE(stage.cloud().callCount(), 1);
    QCOMPARE(stage.endedText(), u"op"_s);
}

void RequestSenderTest::sendsAgainWhatWasOnlyBusy()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    for (const ErrorKind kind : {ErrorKind::Locked, ErrorKind::Conflict, ErrorKind::RateLimited}) {
        const size_t sent = stage.cloud().requests.size();
        stage.cloud().requests.back().refuse(Answers::refusal(kind));
        QCOMPARE(stage.state(u"op"_s), u"Running: Requesting"_s);
        QCOMPARE(stage.cloud().requests.size(), sent);
        stage.clock.advance(10s);
        QCOMPARE(stage.cloud().requests.size(), sent + 1);
    }
    stage.acceptLast(u"task"_s);
    stage.followed({Answers::succeeded()});
    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done"_s);
    QCOMPARE(stage.cloud().findings.size(), 0);
}

void RequestSenderTest::givesUpOnWhatStaysLocked()
{
    Stage stage;
    stage.cloud().onRequest = [](const Request &) {
        return std::optional(
            Result<Accepted>(std::unexpected(Answers::refusal(ErrorKind::Locked))));
    };
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    stage.clock.advance(1h);

    QCOMPARE(stage.state(u"op"_s), u"Failed: Failed"_s);
    QCOMPARE(stage.operation(u"op"_s).error.kind, ErrorKind::Locked);
    QCOMPARE(stage.cloud().requests.size(), 11);
}

void RequestSenderTest::waitsAsLongAsTheProviderWishes()
{
    Stage stage;
    stage.runner->setHaste(1000); // the provider's wish is in its own time
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    Error error = Answers::refusal(ErrorKind::RateLimited);
    error.retryAfter = 7s;
    stage.cloud().requests.back().refuse(error);

    stage.clock.advance(7s - 1ms);
    QCOMPARE(stage.cloud().requests.size(), 1);
    stage.clock.advance(1ms);
    QCOMPARE(stage.cloud().requests.size(), 2);
}

void RequestSenderTest::goesOnWithWhatTookEffectUnheard()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    const Request request = stage.cloud().requests.back().argument;
    stage.cloud().requests.back().refuse(Answers::doubt(ErrorKind::TimedOut));
    QCOMPARE(stage.state(u"op"_s), u"Running: Requesting"_s);

    stage.clock.advance(1s);
    QCOMPARE(stage.cloud().findings.back().argument, request);
    stage.cloud().findings.back().answer(Finding{Trace::Found, Answers::task(request, u"task"_s)});
    QCOMPARE(stage.state(u"op"_s), u"Running: Following"_s);
    stage.followed({Answers::succeeded(u"900"_s)});
    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done"_s);
    QCOMPARE(stage.operation(u"op"_s).snapshot->id.value, u"900"_s);
    QCOMPARE(stage.operation(u"op"_s).error, Error());
    QCOMPARE(stage.cloud().requests.size(), 1);
}

void RequestSenderTest::sendsOnceMoreWhatHadNoEffect()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    const Request first = stage.cloud().requests.back().argument;
    stage.cloud().onFindEffect = [](const Request &) {
        return std::optional(Result<Finding>(Finding{Trace::NotFound, {}}));
    };
    stage.cloud().requests.back().refuse(Answers::doubt(ErrorKind::ServerError));
    stage.clock.advance(1min);

    QCOMPARE(stage.cloud().requests.size(), 2);
    // The same, with the instant of the first one: if that shows after all, it is found.
    QCOMPARE(stage.cloud().requests.back().argument, first);
    stage.acceptLast(u"task"_s);
    stage.followed({Answers::succeeded()});
    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done"_s);
}

void RequestSenderTest::believesNothingOnlyAfterTheSecondLook()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    const Request request = stage.cloud().requests.back().argument;
    stage.cloud().requests.back().refuse(Answers::doubt(ErrorKind::Interrupted));
    stage.clock.advance(1s);
    stage.cloud().findings.back().answer(Finding{Trace::NotFound, {}});
    QCOMPARE(stage.cloud().requests.size(), 1);

    stage.clock.advance(4s);
    QCOMPARE(stage.cloud().findings.size(), 2);
    stage.cloud().findings.back().answer(Finding{Trace::Found, Answers::task(request, u"task"_s)});
    QCOMPARE(stage.state(u"op"_s), u"Running: Following"_s);
    QCOMPARE(stage.cloud().requests.size(), 1);
}

void RequestSenderTest::sendsNotAThirdTime()
{
    Stage stage;
    stage.cloud().onRequest = [](const Request &) {
        return std::optional(
            Result<Accepted>(std::unexpected(Answers::doubt(ErrorKind::ServerError))));
    };
    stage.cloud().onFindEffect = [](const Request &) {
        return std::optional(Result<Finding>(Finding{Trace::NotFound, {}}));
    };
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    stage.clock.advance(1h);

    QCOMPARE(stage.cloud().requests.size(), 2);
    QCOMPARE(stage.state(u"op"_s), u"Failed: Failed"_s);
    QCOMPARE(stage.operation(u"op"_s).error.kind, ErrorKind::ServerError);
    QCOMPARE(stage.operation(u"op"_s).error.effect, Effect::None); // it was looked
}

void RequestSenderTest::looksBeforeSendingAgainWhatIsLockedSinceADoubt()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    const Request request = stage.cloud().requests.back().argument;
    stage.cloud().requests.back().refuse(Answers::doubt(ErrorKind::TimedOut));
    for (const auto pause : {1s, 4s}) {
        stage.clock.advance(pause);
        stage.cloud().findings.back().answer(Finding{Trace::NotFound, {}});
    }
    QCOMPARE(stage.cloud().requests.size(), 2);
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::Locked));
    stage.clock.advance(2s);

    // By the first request, as it shows now.
    QCOMPARE(stage.cloud().requests.size(), 2);
    QVERIFY(!stage.runner->cancel({u"op"_s}));
    stage.cloud().findings.back().answer(Finding{Trace::Found, Answers::task(request, u"task"_s)});
    QCOMPARE(stage.state(u"op"_s), u"Running: Following"_s);
    QCOMPARE(stage.cloud().requests.size(), 2);
}

void RequestSenderTest::looksWhenANameIsTakenSinceADoubt()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    const Request request = stage.cloud().requests.back().argument;
    stage.cloud().onFindEffect = [](const Request &) {
        return std::optional(Result<Finding>(Finding{Trace::NotFound, {}}));
    };
    stage.cloud().requests.back().refuse(Answers::doubt(ErrorKind::TimedOut));
    stage.clock.advance(5s);
    stage.cloud().onFindEffect = {};
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::NameTaken));
    stage.clock.advance(1s);

    QVERIFY(stage.cloud().findings.back().isOpen());
    stage.cloud().findings.back().answer(Finding{Trace::Found, Answers::task(request, u"task"_s)});
    QCOMPARE(stage.state(u"op"_s), u"Running: Following"_s);
}

void RequestSenderTest::asksThePersonWhereNobodyCanTell()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    stage.cloud().requests.back().refuse(Answers::doubt(ErrorKind::TimedOut));
    stage.clock.advance(1s);
    stage.cloud().findings.back().answer(Finding{Trace::CanNotTell, {}});

    QCOMPARE(stage.state(u"op"_s), u"NeedsAnswer: Failed"_s);
    QCOMPARE(stage.operation(u"op"_s).error, Answers::doubt(ErrorKind::TimedOut));
    QVERIFY(!stage.operation(u"op"_s).steps.at(0).task);
    stage.clock.advance(1h);
    QCOMPARE(stage.cloud().requests.size(), 1);
    QCOMPARE(stage.endedText(), u"op"_s);
}

void RequestSenderTest::waitsOutALostNetworkWhileLooking()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    const Request request = stage.cloud().requests.back().argument;
    bool isDown = true;
    stage.cloud().onFindEffect = [&](const Request &) {
        using Answer = Result<Finding>;
        const Finding finding{Trace::Found, Answers::task(request, u"task"_s)};
        return std::optional(isDown ? Answer(failure(ErrorKind::NoConnection)) : Answer(finding));
    };
    stage.cloud().requests.back().refuse(Answers::doubt(ErrorKind::Interrupted));
    stage.clock.advance(9min);
    QCOMPARE(stage.state(u"op"_s), u"Running: Requesting"_s);

    isDown = false;
    stage.clock.advance(30s);
    QCOMPARE(stage.state(u"op"_s), u"Running: Following"_s);
    QCOMPARE(stage.cloud().requests.size(), 1);
}

void RequestSenderTest::asksThePersonWhenLookingFails_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addRow("for ever") << ErrorKind::ServerError;
    QTest::addRow("for good") << ErrorKind::Forbidden;
}

void RequestSenderTest::asksThePersonWhenLookingFails()
{
    QFETCH(const ErrorKind, kind);
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    stage.cloud().onFindEffect = [kind](const Request &) {
        return std::optional(Result<Finding>(std::unexpected(Answers::refusal(kind))));
    };
    stage.cloud().requests.back().refuse(Answers::doubt(ErrorKind::Interrupted));
    stage.clock.advance(1h);

    QCOMPARE(stage.state(u"op"_s), u"NeedsAnswer: Failed"_s);
    QCOMPARE(stage.operation(u"op"_s).error, Answers::doubt(ErrorKind::Interrupted));
    QCOMPARE(stage.cloud().requests.size(), 1);
}

void RequestSenderTest::looksWhenTheProviderWasReplaced()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    const Request request = stage.cloud().requests.back().argument;
    stage.replaceCloud(); // the old one answers Cancelled: what it sent may have arrived
    QCOMPARE(stage.state(u"op"_s), u"Running: Requesting"_s);

    stage.clock.advance(1s);
    QCOMPARE(stage.cloud().requests.size(), 0);
    QCOMPARE(stage.cloud().findings.size(), 1);
    stage.cloud().findings.back().answer(Finding{Trace::Found, Answers::task(request, u"task"_s)});
    stage.followed({Answers::succeeded()});
    QCOMPARE(stage.state(u"op"_s), u"Succeeded: Done"_s);
}

void RequestSenderTest::mayBeGivenUpWhileProvenUndone()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    stage.cloud().requests.back().refuse(Answers::refusal(ErrorKind::Locked));

    QVERIFY(stage.runner->cancel({u"op"_s}));
    QCOMPARE(stage.state(u"op"_s), u"Cancelled: Skipped"_s);
    QCOMPARE(stage.endedText(), u"op"_s);
    stage.clock.advance(1h);
    QCOMPARE(stage.cloud().requests.size(), 1);
}

void RequestSenderTest::isNotGivenUpWhileInDoubt()
{
    Stage stage;
    stage.runner->start(Plans::take(u"op"_s, server(u"web"_s)));
    stage.cloud().requests.back().refuse(Answers::doubt(ErrorKind::TimedOut));
    QVERIFY(!stage.runner->cancel({u"op"_s}));
    stage.clock.advance(1s);
    QVERIFY(!stage.runner->cancel({u"op"_s}));
}

QTEST_GUILESS_MAIN(RequestSenderTest)
#include "requestsendertest.moc"
