// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstacksession.h"

#include "providers/keystonestub.h"
#include "support/testenvironment.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Domain::ErrorKind;
using Domain::Result;
using Providers::OpenStackSession;
using Providers::OpenStackSite;
using Sites = OpenStackSession::Sites;

namespace {

/// Where nobody listens.
quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

class OpenStackSessionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reachesTheProjectOfAnApplicationCredential();
    void reachesEveryProjectOfAPassword();
    void reachesTheProjectThatAPasswordIsFor();
    void speaksTheVersionsThatWereAgreed();
    void asksOnceWhileItIsAsking();
    void asksAgainForFreshSitesOnly();
    void makesANewSiteWhereAnAddressChanged();
    void keepsToTheRegionOfTheCredential();
    void saysSoWhereTheRegionHasNothing();
    void tellsWhoItIs();
    void provesTheCredentialEachTime();
    void refusesACredentialThatItCanNotRead();
    void saysThatTheAddressIsNoKeystones_data();
    void saysThatTheAddressIsNoKeystones();
    void saysThatATokenIsMissing();
    void speaksTheLowestVersionsWhereNoneAreTold_data();
    void speaksTheLowestVersionsWhereNoneAreTold();
    void asksForTheVersionsAgainWhereNoneWereTold();
    void namesTheRegionAndServiceThatCanNotBeReached();
    void failsWhereAServiceCanNotBeReached();

private:
    Support::TestEnvironment m_environment;
};

void OpenStackSessionTest::reachesTheProjectOfAnApplicationCredential()
{
    SessionFixture fixture;
    const Result<Sites> sites = fixture.sites();
    QVERIFY(sites);
    QCOMPARE(sites->size(), 1);
    const OpenStackSite &site = *sites->first();
    QCOMPARE(site.project.value, KeystoneStub::demoProject());
    QCOMPARE(site.region.value, u"RegionOne"_s);
    QVERIFY(site.volume && site.compute && site.image);
    const auto projects = KeystoneStub::result(fixture.session->projects());
    QVERIFY(projects);
    QCOMPARE(*projects, (QList<Domain::Project>{{site.project, u"demo"_s}}));
    QCOMPARE(fixture.stub.count(KeystoneStub::login()), 1);
}

void OpenStackSessionTest::reachesEveryProjectOfAPassword()
{
    SessionFixture fixture(KeystoneStub::byPassword());
    const Result<Sites> sites = fixture.sites();
    QVERIFY(sites);
    QCOMPARE(sites->size(), 2);
    QCOMPARE(sites->at(0)->project.value, KeystoneStub::secondProject());
    QCOMPARE(sites->at(1)->project.value, KeystoneStub::demoProject());
    for (const OpenStackSession::Site &site : *sites) {
        Net::HttpRequest request;
        request.path = u"snapshots/detail"_s;
        QVERIFY(KeystoneStub::result(site->volume->send(request)));
        const QByteArray path = "GET /volume/v3/" + site->project.value.toLatin1();
        QCOMPARE(fixture.stub.count(path + "/snapshots/detail"), 1);
    }
    QCOMPARE(fixture.stub.count(KeystoneStub::login()), 3); // one by the password, one a project
    // The services are the same for both.
    QCOMPARE(fixture.stub.count("GET /volume/v3/"), 1);
    QCOMPARE(fixture.stub.count("GET /compute/v2.1/"), 1);
}

void OpenStackSessionTest::reachesTheProjectThatAPasswordIsFor()
{
    SessionFixture fixture(KeystoneStub::byPassword({{u"project"_s, u"demo"_s}}));
    const Result<Sites> sites = fixture.sites();
    QVERIFY(sites);
    QCOMPARE(sites->size(), 1);
    QCOMPARE(sites->first()->project.value, KeystoneStub::demoProject());
    QCOMPARE(fixture.stub.count("GET /identity/v3/auth/projects"), 0);
}

void OpenStackSessionTest::speaksTheVersionsThatWereAgreed()
{
    SessionFixture fixture;
    const Result<Sites> sites = fixture.sites();
    QVERIFY(sites);
    const OpenStackSite &site = *sites->first();
    QCOMPARE(site.versions, (Providers::OpenStackVersions{70, 96}));
    QVERIFY(site.versions.volumeReaches(70) && !site.versions.volumeReaches(71));
    for (Net::HttpClient *client : {site.volume, site.compute, site.image}) {
        Net::HttpRequest request;
        request.path = u"things"_s;
        QVERIFY(KeystoneStub::result(client->send(request)));
    }
    const auto requests = fixture.stub.server().requests().last(3);
    const QByteArray version = "OpenStack-API-Version";
    QCOMPARE(requests.at(0).path(),
             "/volume/v3/" + KeystoneStub::demoProject().toLatin1() + "/things");
    QCOMPARE(requests.at(0).headers.value(version), "volume 3.70");
    QCOMPARE(requests.at(1).path(), "/compute/v2.1/things");
    QCOMPARE(requests.at(1).headers.value(version), "compute 2.96");
    QCOMPARE(requests.at(2).path(), "/image/v2/things");
    QVERIFY(!requests.at(2).headers.contains(version));
    for (const auto &request : requests) {
        QCOMPARE(request.headers.value("X-Auth-Token"), "demo-secret-token-1");
    }
}

void OpenStackSessionTest::asksOnceWhileItIsAsking()
{
    SessionFixture fixture;
    const QList all = {fixture.session->sites(), fixture.session->freshSites(),
                       fixture.session->sites()};
    for (const auto &answer : all) {
        QVERIFY(KeystoneStub::result(answer));
    }
    QCOMPARE(fixture.stub.calls().size(), 3); // a token and two version documents
}

void OpenStackSessionTest::asksAgainForFreshSitesOnly()
{
    SessionFixture fixture;
    const Result<Sites> first = fixture.sites();
    QVERIFY(first);
    fixture.stub.forgetCalls();
    QCOMPARE(fixture.sites(), first);
    QCOMPARE(fixture.stub.calls(), QList<QByteArray>());
    const Result<Sites> fresh = KeystoneStub::result(fixture.session->freshSites());
    QCOMPARE(fresh, first); // the very same objects
    QCOMPARE(fixture.stub.calls(), QList{KeystoneStub::login()});
}

void OpenStackSessionTest::makesANewSiteWhereAnAddressChanged()
{
    SessionFixture fixture;
    const Result<Sites> first = fixture.sites();
    QVERIFY(first);
    fixture.stub.volumeUrl = fixture.stub.server().url(u"/elsewhere"_s).toString();
    const Result<Sites> fresh = KeystoneStub::result(fixture.session->freshSites());
    QVERIFY(fresh);
    QVERIFY(fresh->first() != first->first());
    Net::HttpRequest request;
    request.path = u"things"_s;
    QVERIFY(KeystoneStub::result(fresh->first()->volume->send(request)));
    QVERIFY(fixture.stub.server().requests().last().path().startsWith("/elsewhere/v3/"));
    QVERIFY(KeystoneStub::result(first->first()->volume->send(request)));
    QVERIFY(fixture.stub.server().requests().last().path().startsWith("/volume/v3/"));
}

void OpenStackSessionTest::keepsToTheRegionOfTheCredential()
{
    SessionFixture fixture(KeystoneStub::byAppCredential({{u"region"_s, u"north"_s}}));
    fixture.stub.region = u"north"_s;
    const Result<Sites> sites = fixture.sites();
    QVERIFY(sites);
    QCOMPARE(sites->size(), 1);
    QCOMPARE(sites->first()->region.value, u"north"_s);
}

void OpenStackSessionTest::saysSoWhereTheRegionHasNothing()
{
    SessionFixture fixture(KeystoneStub::byAppCredential({{u"region"_s, u"north"_s}}));
    const Domain::Error error = fixture.sitesError();
    QCOMPARE(error.kind, ErrorKind::InvalidInput);
    QVERIFY(error.message.contains(u"in the region north"_s));
}

void OpenStackSessionTest::tellsWhoItIs()
{
    SessionFixture app;
    const auto bound = KeystoneStub::result(app.session->identity());
    QVERIFY(bound);
    QCOMPARE(bound->name, u"demo (demo)"_s);
    QVERIFY(!bound->isReadOnly);
    SessionFixture user(KeystoneStub::byPassword());
    const auto free = KeystoneStub::result(user.session->identity());
    QVERIFY(free);
    QCOMPARE(free->name, u"demo"_s);
}

void OpenStackSessionTest::provesTheCredentialEachTime()
{
    SessionFixture fixture(KeystoneStub::byPassword());
    QVERIFY(KeystoneStub::result(fixture.session->identity()));
    fixture.stub.knowsThePassword = false;
    const auto second = KeystoneStub::result(fixture.session->identity());
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Unauthorized);
}

void OpenStackSessionTest::refusesACredentialThatItCanNotRead()
{
    SessionFixture fixture(Domain::Secret("demo-secret-bare"));
    QCOMPARE(fixture.sitesError().kind, ErrorKind::InvalidInput);
    QVERIFY(!fixture.sitesError().message.contains("demo-secret"_L1));
    for (const bool isFresh : {true, false}) {
        const auto sites = isFresh ? fixture.session->freshSites() : fixture.session->sites();
        QCOMPARE(KeystoneStub::result(sites).error().kind, ErrorKind::InvalidInput);
    }
    QVERIFY(!KeystoneStub::result(fixture.session->identity()));
    QVERIFY(!KeystoneStub::result(fixture.session->projects()));
    QVERIFY(fixture.stub.calls().isEmpty());
}

void OpenStackSessionTest::saysThatTheAddressIsNoKeystones_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("type");
    QTest::addRow("web page not found") << 404 << QByteArray("<html></html>") << u"text/html"_s;
    QTest::addRow("web page") << 200 << QByteArray("<html></html>") << u"text/html"_s;
    QTest::addRow("web page forbids") << 403 << QByteArray("<html></html>") << u"text/html"_s;
    QTest::addRow("method not allowed") << 405 << QByteArray() << u"text/plain"_s;
    QTest::addRow("a path that it does not have")
        << 404 << OpenStackExchanges::body(u"ci_path_404"_s) << u"application/json"_s;
    QTest::addRow("JSON of another kind")
        << 201 << QByteArray(R"({"hello":1})") << u"application/json"_s;
}

void OpenStackSessionTest::saysThatTheAddressIsNoKeystones()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, type);
    SessionFixture fixture;
    Support::ServedAnswer answer{.status = status, .body = body};
    answer.headers.append(QHttpHeaders::WellKnownHeader::ContentType, type);
    fixture.stub.answer(KeystoneStub::login(), answer);
    QCOMPARE(fixture.sitesError().kind, ErrorKind::Protocol);
}

void OpenStackSessionTest::saysThatATokenIsMissing()
{
    SessionFixture fixture;
    fixture.stub.answer(
        KeystoneStub::login(),
        {.status = 201, .body = OpenStackExchanges::body(u"ks_token_appcred_201"_s)});
    const Domain::Error error = fixture.sitesError();
    QCOMPARE(error.kind, ErrorKind::Protocol);
    QVERIFY(error.message.contains(u"X-Subject-Token"_s));
}

void OpenStackSessionTest::speaksTheLowestVersionsWhereNoneAreTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("withheld") << 403 << QByteArray("{}");
    QTest::addRow("something else") << 200 << QByteArray("hello");
    QTest::addRow("no range") << 200 << QByteArray(R"({"versions":[{"id":"v3.0"}]})");
    QTest::addRow("a choice") << 300 << OpenStackExchanges::body(u"ci_versions_300"_s);
    QTest::addRow("a choice of nothing") << 300 << QByteArray();
}

void OpenStackSessionTest::speaksTheLowestVersionsWhereNoneAreTold()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    SessionFixture fixture;
    fixture.stub.answer("GET /volume/v3/", {.status = status, .body = body});
    fixture.stub.answer("GET /compute/v2.1/", {.status = status, .body = body});
    const Result<Sites> sites = fixture.sites();
    QVERIFY(sites);
    QCOMPARE(sites->first()->versions, Providers::OpenStackVersions());
    QVERIFY(fixture.send(Net::Method::Get));
    QVERIFY(!fixture.stub.server().requests().last().headers.contains("OpenStack-API-Version"));
}

void OpenStackSessionTest::asksForTheVersionsAgainWhereNoneWereTold()
{
    SessionFixture fixture;
    fixture.stub.answer("GET /volume/v3/", {.status = 404, .body = "{}"});
    const Result<Sites> first = fixture.sites();
    QVERIFY(first);
    QVERIFY(!first->first()->versions.volume);
    fixture.stub.answerNoMore("GET /volume/v3/");
    const Result<Sites> fresh = KeystoneStub::result(fixture.session->freshSites());
    QVERIFY(fresh);
    QCOMPARE(fresh->first()->versions, (Providers::OpenStackVersions{70, 96}));
    QCOMPARE(fixture.stub.count("GET /compute/v2.1/"), 1); // it was told already
}

void OpenStackSessionTest::namesTheRegionAndServiceThatCanNotBeReached()
{
    SessionFixture fixture;
    const QUrl nobody = QUrl(u"http://127.0.0.1:%1"_s.arg(closedPort()));
    fixture.stub.volumeUrl = nobody.toString();
    fixture.stub.region = u"north"_s;
    const auto sites = fixture.session->sites();
    QVERIFY(QTest::qWaitFor([&] {
        fixture.stub.clock().advance(500ms); // what it waits before it tries again
        return sites.isFinished();
    }));
    const Domain::Error error = KeystoneStub::result(sites).error();
    QCOMPARE(error.kind, ErrorKind::NoConnection);
    QCOMPARE(error.host, u"127.0.0.1 (block storage, region north)"_s);
}

void OpenStackSessionTest::failsWhereAServiceCanNotBeReached()
{
    SessionFixture fixture;
    fixture.stub.answer("GET /compute/v2.1/", {.status = 500, .body = "{}"});
    QCOMPARE(fixture.sitesError().kind, ErrorKind::ServerError);
    fixture.stub.answerNoMore("GET /compute/v2.1/");
    QVERIFY(fixture.sites());
    QCOMPARE(fixture.stub.count("GET /volume/v3/"), 1); // it was told already
}

QTEST_GUILESS_MAIN(OpenStackSessionTest)
#include "openstacksessiontest.moc"
