// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/deferred.h"
#include "net/clientfixture.h"
#include "support/testenvironment.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Renewed = Domain::Result<Domain::Done>;

QByteArray tokenNumber(int number)
{
    return "demo-secret-token-" + QByteArray::number(number);
}

/// A server that takes one token alone, and a client that can get another.
struct RenewalFixture
{
    explicit RenewalFixture(int held = 1)
        : server([this](const ServedRequest &request) { return serve(request); })
        , client(server.url())
        , auth(std::make_shared<Net::TokenAuth>("X-Auth-Token"))
    {
        replaceToken(held);
        client.options.auth = auth;
        client.options.renew = [this] {
            return renew();
        };
    }

    ServedAnswer serve(const ServedRequest &request)
    {
        const bool isAccepted = request.headers.value("X-Auth-Token") == tokenNumber(accepted);
        return isAccepted ? ServedAnswer{200, request.body.isEmpty() ? "{}"_ba : request.body}
                          : ServedAnswer{401, R"({"message":"who are you?"})"};
    }

    void replaceToken(int number, const QDateTime &due = {})
    {
        QVERIFY(auth->replace(Domain::Secret(tokenNumber(number)), due));
    }

    /// Answered by the test where it wants to, else at once.
    QFuture<Renewed> renew()
    {
        ++renewals;
        if (isSlow) {
            open.emplace_back();
            return open.back().future();
        }
        if (outcome) {
            replaceToken(accepted);
        }
        return Domain::settled<Domain::Done>(outcome);
    }

    LoopbackServer server;
    ClientFixture client;
    std::shared_ptr<Net::TokenAuth> auth;
    int accepted = 2; ///< by the server
    int renewals = 0;
    bool isSlow = false;
    Renewed outcome = Domain::Done();
    std::vector<Domain::Deferred<Domain::Done>> open;
};

} // namespace

class CredentialRenewalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsARefusedRequestOnceMore_data();
    void sendsARefusedRequestOnceMore();
    void sharesOneRenewalAmongManyRequests();
    void renewsNothingThatSomebodyElseHasRenewed();
    void givesUpAfterTheSecondRefusal();
    void endsWithTheRefusalOrWithWhatSaysMore_data();
    void endsWithTheRefusalOrWithWhatSaysMore();
    void asksAgainForALaterRequest();
    void renewsNothingForOtherRefusals();
    void endsWithTheRefusalWhereNothingCanBeRenewed();
    void holdsRequestsBackWhileItRenews();
    void renewsWhatIsDueBeforeItLeaves();
    void letsTheServerJudgeWhatCouldNotBeRenewedInTime();
    void takesBackWhatWaitsForARenewal();
    void settlesWhatWaitsWhenTheClientGoes();
    void survivesAReaderThatDeletesTheClient();

private:
    Support::TestEnvironment m_environment;
};

void CredentialRenewalTest::sendsARefusedRequestOnceMore_data()
{
    QTest::addColumn<Method>("method");
    QTest::addRow("get") << Method::Get;
    QTest::addRow("post") << Method::Post;
    QTest::addRow("put") << Method::Put;
    QTest::addRow("patch") << Method::Patch;
    QTest::addRow("delete") << Method::Delete;
}

void CredentialRenewalTest::sendsARefusedRequestOnceMore()
{
    QFETCH(Method, method);
    const QByteArray body = method == Method::Get ? QByteArray() : QByteArray(R"({"a":1})");
    RenewalFixture fixture;
    fixture.client.options.changes = Net::HttpClientOptions::Changes::Once;
    const auto sent = fixture.client.send(method, u"snapshots"_s, body);
    QVERIFY(settles(sent));
    QCOMPARE(sent.result()->status, 200);
    QCOMPARE(fixture.renewals, 1);
    QCOMPARE(fixture.server.requests().size(), 2);
    QCOMPARE(fixture.server.requests().last().body, body);
    QCOMPARE(fixture.server.requests().last().headers.value("X-Auth-Token"), tokenNumber(2));
}

void CredentialRenewalTest::sharesOneRenewalAmongManyRequests()
{
    RenewalFixture fixture;
    QList<QFuture<Domain::Result<Net::HttpAnswer>>> sent;
    for (int i = 0; i < 40; ++i) {
        sent.append(fixture.client.send(i % 2 == 0 ? Method::Get : Method::Post, u"snapshots"_s));
    }
    for (const auto &future : std::as_const(sent)) {
        QVERIFY(settles(future));
        QCOMPARE(future.result()->status, 200);
    }
    QCOMPARE(fixture.renewals, 1);
}

void CredentialRenewalTest::renewsNothingThatSomebodyElseHasRenewed()
{
    RenewalFixture fixture;
    fixture.server.hold();
    const auto sent = fixture.client.send(Method::Post, u"snapshots"_s);
    QTRY_COMPARE(fixture.server.inFlight(), 1);
    fixture.replaceToken(2);
    fixture.server.releaseAll();
    QVERIFY(settles(sent));
    QCOMPARE(sent.result()->status, 200);
    QCOMPARE(fixture.renewals, 0);
    QCOMPARE(fixture.server.requests().size(), 2);
}

void CredentialRenewalTest::givesUpAfterTheSecondRefusal()
{
    RenewalFixture fixture;
    fixture.client.options.renew = [&fixture] {
        ++fixture.renewals;
        fixture.replaceToken(7);
        return Domain::settled<Domain::Done>(Domain::Done());
    };
    const Domain::Error error = errorOf(fixture.client.send(Method::Get, u"snapshots"_s));
    QCOMPARE(error.kind, ErrorKind::Unauthorized);
    QCOMPARE(error.httpStatus, 401);
    QCOMPARE(fixture.renewals, 1);
    QCOMPARE(fixture.server.requests().size(), 2);
}

void CredentialRenewalTest::endsWithTheRefusalOrWithWhatSaysMore_data()
{
    QTest::addColumn<ErrorKind>("renewal");
    QTest::addColumn<ErrorKind>("end");
    QTest::addColumn<QString>("message");
    const QString refusal = u"HTTP status 401 without an explanation"_s;
    QTest::addRow("refused") << ErrorKind::Unauthorized << ErrorKind::Unauthorized << refusal;
    QTest::addRow("cancelled") << ErrorKind::Cancelled << ErrorKind::Unauthorized << refusal;
    QTest::addRow("no connection")
        << ErrorKind::NoConnection << ErrorKind::NoConnection << u"of the renewal"_s;
    QTest::addRow("time-out") << ErrorKind::TimedOut << ErrorKind::TimedOut << u"of the renewal"_s;
}

void CredentialRenewalTest::endsWithTheRefusalOrWithWhatSaysMore()
{
    QFETCH(ErrorKind, renewal);
    RenewalFixture fixture;
    Domain::Error failed;
    failed.kind = renewal;
    failed.message = u"of the renewal"_s;
    failed.effect = Effect::Ambiguous;
    fixture.outcome = std::unexpected(failed);
    const Domain::Error error = errorOf(fixture.client.send(Method::Post, u"snapshots"_s, "{}"));
    QTEST(error.kind, "end");
    QTEST(error.message, "message");
    // The refusal proved it, whatever became of the renewal.
    QCOMPARE(error.effect, Effect::None);
    QCOMPARE(fixture.server.requests().size(), 1);
}

void CredentialRenewalTest::asksAgainForALaterRequest()
{
    RenewalFixture fixture;
    fixture.outcome = Domain::failure(ErrorKind::NoConnection);
    QCOMPARE(errorOf(fixture.client.send(Method::Get, u"a"_s)).kind, ErrorKind::NoConnection);
    fixture.outcome = Domain::Done();
    const auto second = fixture.client.send(Method::Get, u"b"_s);
    QVERIFY(settles(second));
    QCOMPARE(second.result()->status, 200);
    QCOMPARE(fixture.renewals, 2);
}

void CredentialRenewalTest::renewsNothingForOtherRefusals()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{403, "{}"}; });
    ClientFixture fixture(server.url());
    int renewals = 0;
    fixture.options.renew = [&renewals] {
        ++renewals;
        return Domain::settled<Domain::Done>(Domain::Done());
    };
    QCOMPARE(errorOf(fixture.send(Method::Get, u"a"_s)).kind, ErrorKind::Forbidden);
    QCOMPARE(renewals, 0);
    QCOMPARE(server.requests().size(), 1);
}

void CredentialRenewalTest::endsWithTheRefusalWhereNothingCanBeRenewed()
{
    RenewalFixture fixture;
    fixture.client.options.renew = {};
    QCOMPARE(errorOf(fixture.client.send(Method::Get, u"a"_s)).kind, ErrorKind::Unauthorized);
    QCOMPARE(fixture.server.requests().size(), 1);
}

void CredentialRenewalTest::holdsRequestsBackWhileItRenews()
{
    RenewalFixture fixture;
    fixture.isSlow = true;
    const auto first = fixture.client.send(Method::Get, u"a"_s);
    QTRY_COMPARE(fixture.renewals, 1);
    const auto second = fixture.client.send(Method::Get, u"b"_s);
    QTest::qWait(0);
    QCOMPARE(fixture.server.requests().size(), 1);
    fixture.replaceToken(2);
    fixture.open.front().settle(Domain::Done());
    QVERIFY(settles(first));
    QVERIFY(settles(second));
    QCOMPARE(first.result()->status, 200);
    QCOMPARE(second.result()->status, 200);
    QCOMPARE(fixture.server.requests().size(), 3);
}

void CredentialRenewalTest::renewsWhatIsDueBeforeItLeaves()
{
    RenewalFixture fixture;
    fixture.client.clock = &fixture.client.manualClock;
    fixture.accepted = 1;
    fixture.replaceToken(1, fixture.client.manualClock.now().addSecs(60));
    QVERIFY(settles(fixture.client.send(Method::Get, u"a"_s)));
    QCOMPARE(fixture.renewals, 0);
    fixture.client.manualClock.advance(60s);
    fixture.accepted = 2;
    const auto late = fixture.client.send(Method::Get, u"b"_s);
    QVERIFY(settles(late));
    QCOMPARE(late.result()->status, 200);
    QCOMPARE(fixture.renewals, 1);
    QCOMPARE(fixture.server.requests().size(), 2); // and none of them was refused
}

void CredentialRenewalTest::letsTheServerJudgeWhatCouldNotBeRenewedInTime()
{
    RenewalFixture fixture;
    fixture.client.clock = &fixture.client.manualClock;
    fixture.accepted = 1;
    fixture.replaceToken(1, fixture.client.manualClock.now());
    fixture.outcome = Domain::failure(ErrorKind::NoConnection);
    for (const QString &path : {u"a"_s, u"b"_s}) {
        const auto sent = fixture.client.send(Method::Get, path);
        QVERIFY(settles(sent));
        QCOMPARE(sent.result()->status, 200);
    }
    QCOMPARE(fixture.renewals, 1);
}

void CredentialRenewalTest::takesBackWhatWaitsForARenewal()
{
    RenewalFixture fixture;
    fixture.isSlow = true;
    auto taken = fixture.client.send(Method::Post, u"a"_s, "{}");
    const auto kept = fixture.client.send(Method::Post, u"b"_s, "{}");
    QTRY_COMPARE(fixture.server.requests().size(), 2);
    QTRY_COMPARE(fixture.renewals, 1);
    QTRY_COMPARE(fixture.server.inFlight(), 0);
    taken.cancel();
    QTRY_VERIFY(taken.isFinished());
    fixture.replaceToken(2);
    fixture.open.front().settle(Domain::Done());
    QVERIFY(settles(kept));
    QCOMPARE(kept.result()->status, 200);
    QCOMPARE(fixture.server.requests().size(), 3);
}

void CredentialRenewalTest::settlesWhatWaitsWhenTheClientGoes()
{
    RenewalFixture fixture;
    fixture.isSlow = true;
    const auto waiting = fixture.client.send(Method::Post, u"a"_s, "{}");
    QTRY_COMPARE(fixture.renewals, 1);
    fixture.client.made.reset();
    QVERIFY(waiting.isFinished());
    QCOMPARE(waiting.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(waiting.result().error().effect, Effect::None);
    fixture.open.front().settle(Domain::Done()); // nobody listens any more
    QTest::qWait(0);
    QCOMPARE(fixture.server.requests().size(), 1);
}

void CredentialRenewalTest::survivesAReaderThatDeletesTheClient()
{
    RenewalFixture fixture;
    fixture.isSlow = true;
    QObject reader;
    int ends = 0;
    for (const QString &path : {u"a"_s, u"b"_s}) {
        auto sent = fixture.client.send(Method::Get, path);
        sent.then(&reader, [&](const Domain::Result<Net::HttpAnswer> &answer) {
            QCOMPARE(answer.error().kind, ErrorKind::Unauthorized);
            ++ends;
            fixture.client.made.reset();
        });
    }
    QTRY_COMPARE(fixture.server.requests().size(), 2);
    QTRY_COMPARE(fixture.renewals, 1);
    QTRY_COMPARE(fixture.server.inFlight(), 0);
    fixture.open.front().settle(Domain::failure(ErrorKind::Unauthorized));
    QTRY_COMPARE(ends, 2);
}

QTEST_GUILESS_MAIN(CredentialRenewalTest)
#include "credentialrenewaltest.moc"
