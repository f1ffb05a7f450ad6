// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/keystonestub.h"
#include "support/testenvironment.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Domain::ErrorKind;
using Domain::Result;
using Providers::OpenStackSession;
using Providers::OpenStackSite;
using Sites = OpenStackSession::Sites;

/// How a session's tokens end, and how the session does.
class OpenStackRenewalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renewsATokenThatWasRevoked_data();
    void renewsATokenThatWasRevoked();
    void renewsATokenAMinuteBeforeItsEnd();
    void renewsEachProjectByItself();
    void sharesOneRenewalAmongTheServices();
    void logsInAnewWhereTheLoginHasEndedToo();
    void showsARefusedPasswordNoSecondTimeForAWhile();
    void triesALoginThatWasCutOffOnceMore();
    void endsWithTheRefusalWhereTheCredentialIsGone();
    void settlesWithCancelledWhenItGoes();
    void answersCancelledToAReaderThatAsksAgain();

private:
    Support::TestEnvironment m_environment;
};

void OpenStackRenewalTest::renewsATokenThatWasRevoked_data()
{
    QTest::addColumn<Net::Method>("method");
    QTest::addRow("get") << Net::Method::Get;
    QTest::addRow("post") << Net::Method::Post;
    QTest::addRow("delete") << Net::Method::Delete;
}

void OpenStackRenewalTest::renewsATokenThatWasRevoked()
{
    QFETCH(Net::Method, method);
    SessionFixture fixture;
    QVERIFY(fixture.sites());
    fixture.stub.revokeTokens();
    const Result<Net::HttpAnswer> answer = fixture.send(method);
    QVERIFY(answer);
    QCOMPARE(fixture.stub.count(KeystoneStub::login()), 2);
    QCOMPARE(fixture.stub.server().requests().last().headers.value("X-Auth-Token"),
             "demo-secret-token-2");
}

void OpenStackRenewalTest::renewsATokenAMinuteBeforeItsEnd()
{
    SessionFixture fixture;
    QVERIFY(fixture.send(Net::Method::Get));
    fixture.stub.clock().advance(59min - 1s);
    QVERIFY(fixture.send(Net::Method::Get));
    QCOMPARE(fixture.stub.count(KeystoneStub::login()), 1);
    fixture.stub.clock().advance(1s);
    QVERIFY(fixture.send(Net::Method::Get));
    QCOMPARE(fixture.stub.count(KeystoneStub::login()), 2);
    QCOMPARE(fixture.stub.server().requests().last().headers.value("X-Auth-Token"),
             "demo-secret-token-2");
}

void OpenStackRenewalTest::renewsEachProjectByItself()
{
    SessionFixture fixture(KeystoneStub::byPassword());
    const Result<Sites> sites = fixture.sites();
    QVERIFY(sites);
    fixture.stub.clock().advance(59min);
    fixture.stub.forgetCalls();
    QVERIFY(fixture.send(Net::Method::Get));
    QCOMPARE(fixture.stub.count(KeystoneStub::login()), 2); // the login was as old
    Net::HttpRequest request;
    request.path = u"snapshots/detail"_s;
    QVERIFY(KeystoneStub::result(sites->at(1)->volume->send(request)));
    QCOMPARE(fixture.stub.count(KeystoneStub::login()), 3);
}

void OpenStackRenewalTest::sharesOneRenewalAmongTheServices()
{
    SessionFixture fixture;
    const Result<Sites> sites = fixture.sites();
    QVERIFY(sites);
    fixture.stub.revokeTokens();
    const OpenStackSite &site = *sites->first();
    QList<QFuture<Result<Net::HttpAnswer>>> answers;
    for (Net::HttpClient *client : {site.volume, site.compute, site.image, site.volume}) {
        Net::HttpRequest request;
        request.path = u"things"_s;
        answers.append(client->send(request));
    }
    for (const auto &answer : std::as_const(answers)) {
        QVERIFY(KeystoneStub::result(answer));
    }
    QCOMPARE(fixture.stub.count(KeystoneStub::login()), 2);
}

void OpenStackRenewalTest::logsInAnewWhereTheLoginHasEndedToo()
{
    SessionFixture fixture(KeystoneStub::byPassword());
    QVERIFY(fixture.sites());
    fixture.stub.forgetCalls();
    fixture.stub.revokeTokens();
    QVERIFY(fixture.send(Net::Method::Post));
    // By the kept login, which is refused; then by the password, and for the project again.
    QCOMPARE(fixture.stub.count(KeystoneStub::login()), 3);
}

void OpenStackRenewalTest::showsARefusedPasswordNoSecondTimeForAWhile()
{
    SessionFixture fixture(KeystoneStub::byPassword());
    fixture.stub.knowsThePassword = false;
    QCOMPARE(fixture.sitesError().kind, ErrorKind::Unauthorized);
    QCOMPARE(fixture.sitesError().kind, ErrorKind::Unauthorized);
    QCOMPARE(fixture.stub.count(KeystoneStub::login()), 1);
    // Somebody who asks on purpose gets an answer of today.
    QVERIFY(!KeystoneStub::result(fixture.session->freshSites()));
    QVERIFY(!KeystoneStub::result(fixture.session->identity()));
    QCOMPARE(fixture.stub.count(KeystoneStub::login()), 3);
    fixture.stub.knowsThePassword = true;
    QCOMPARE(fixture.sitesError().kind, ErrorKind::Unauthorized);
    fixture.stub.clock().advance(5min);
    QVERIFY(fixture.sites());
}

void OpenStackRenewalTest::triesALoginThatWasCutOffOnceMore()
{
    const Support::ServedAnswer cutOff{.say = Support::ServedAnswer::Say::Nothing,
                                       .then = Support::ServedAnswer::Then::Reset};
    SessionFixture fixture;
    fixture.stub.answerOnce(KeystoneStub::login(), cutOff);
    QVERIFY(fixture.sites());
    QCOMPARE(fixture.stub.count(KeystoneStub::login()), 2);
    fixture.stub.answer(KeystoneStub::login(), cutOff);
    QCOMPARE(KeystoneStub::result(fixture.session->freshSites()).error().kind,
             ErrorKind::Interrupted);
    QCOMPARE(fixture.stub.count(KeystoneStub::login()), 4);
}

void OpenStackRenewalTest::endsWithTheRefusalWhereTheCredentialIsGone()
{
    SessionFixture fixture;
    QVERIFY(fixture.sites());
    fixture.stub.revokeTokens();
    fixture.stub.answer(
        KeystoneStub::login(),
        {.status = 404, .body = OpenStackExchanges::body(u"ks_token_of_deleted_appcred"_s)});
    const Result<Net::HttpAnswer> answer = fixture.send(Net::Method::Post);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(answer.error().effect, Domain::Effect::None);
    QCOMPARE(fixture.stub.count("POST /volume/v3/" + KeystoneStub::demoProject().toLatin1()
                                + "/snapshots/detail"),
             1);
}

void OpenStackRenewalTest::settlesWithCancelledWhenItGoes()
{
    SessionFixture fixture;
    fixture.stub.server().hold();
    const auto sites = fixture.session->sites();
    const auto projects = fixture.session->projects();
    const auto identity = fixture.session->identity();
    QTRY_COMPARE(fixture.stub.server().inFlight(), 1);
    fixture.session.reset();
    QCOMPARE(KeystoneStub::result(sites).error().kind, ErrorKind::Cancelled);
    QCOMPARE(KeystoneStub::result(projects).error().kind, ErrorKind::Cancelled);
    QCOMPARE(KeystoneStub::result(identity).error().kind, ErrorKind::Cancelled);
}

void OpenStackRenewalTest::answersCancelledToAReaderThatAsksAgain()
{
    SessionFixture fixture;
    const Result<Sites> known = fixture.sites();
    QVERIFY(known);
    fixture.stub.server().hold();
    OpenStackSession *session = fixture.session.get();
    QObject reader;
    QList<ErrorKind> ends;
    Net::HttpRequest request;
    request.path = u"things"_s;
    known->first()->volume->send(request).then(&reader, [&](const Result<Net::HttpAnswer> &answer) {
        ends.append(answer.error().kind);
        for (const auto &again : {session->freshSites(), session->sites()}) {
            QVERIFY(again.isFinished());
        }
        const auto other = known->first()->image->send(request);
        QVERIFY(other.isFinished() || other.isRunning());
    });
    session->freshSites().then(&reader, [&](const Result<Sites> &sites) {
        ends.append(sites.error().kind);
        ends.append(session->freshSites().result().error().kind);
    });
    QTRY_COMPARE(fixture.stub.server().inFlight(), 2);
    fixture.session.reset();
    QCOMPARE(ends, (QList{ErrorKind::Cancelled, ErrorKind::Cancelled, ErrorKind::Cancelled}));
}

QTEST_GUILESS_MAIN(OpenStackRenewalTest)
#include "openstackrenewaltest.moc"
