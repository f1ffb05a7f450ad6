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
    void refusesAddressesInPlainText();
    void trustsTheAuthorityOfTheCredential();
    void refusesAnAuthorityThatIsNone();
    void saysThatTheAddressIsNoKeystones_data();
    void saysThatTheAddressIsNoKeystones();
    void speaksTheLowestVersionsWhereNoneAreTold();
    void failsWhereAServiceCanNotBeReached();
    void takesATokenNowhereByRedirect();
    void tellsNoSecretThatIsEchoed();

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

void OpenStackSessionTest::refusesAddressesInPlainText()
{
    SessionFixture fixture;
    fixture.stub.volumeUrl = u"http://cinder.example"_s;
    const Domain::Error error = fixture.sitesError();
    QCOMPARE(error.kind, ErrorKind::InvalidInput);
    QCOMPARE(error.host, u"cinder.example"_s);
    QVERIFY(error.message.contains(u"block storage"_s));
    QCOMPARE(fixture.stub.calls(), QList{KeystoneStub::login()}); // the token went nowhere

    OpenStackSession plain(QUrl(u"http://keystone.example:5000/v3"_s),
                           KeystoneStub::byAppCredential(), fixture.stub.network(),
                           fixture.stub.clock());
    QCOMPARE(KeystoneStub::result(plain.sites()).error().kind, ErrorKind::InvalidInput);
}

void OpenStackSessionTest::trustsTheAuthorityOfTheCredential()
{
    QFile file(u"" SOURCE_ROOT "/tests/net/data/authority.crt"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString authority = QString::fromLatin1(file.readAll());
    KeystoneStub stub(KeystoneStub::Identity::Trusted);
    OpenStackSession own(stub.authUrl(), KeystoneStub::byAppCredential({{u"cacert"_s, authority}}),
                         stub.network(), stub.clock());
    const Result<Sites> sites = KeystoneStub::result(own.sites());
    QVERIFY(sites);
    Net::HttpRequest request;
    request.path = u"things"_s;
    QVERIFY(KeystoneStub::result(sites->first()->image->send(request)));
    const qsizetype before = stub.calls().size();
    QNetworkAccessManager other; // the first one keeps a connection that is trusted
    OpenStackSession systems(stub.authUrl(), KeystoneStub::byAppCredential(), other, stub.clock());
    const Result<Sites> refused = KeystoneStub::result(systems.sites());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Tls);
    QCOMPARE(stub.calls().size(), before);
}

void OpenStackSessionTest::refusesAnAuthorityThatIsNone()
{
    SessionFixture fixture(KeystoneStub::byAppCredential({{u"cacert"_s, u"my own CA"_s}}));
    const Domain::Error error = fixture.sitesError();
    QCOMPARE(error.kind, ErrorKind::InvalidInput);
    QCOMPARE(error.message, u"the credential's CA certificate can't be read"_s);
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

void OpenStackSessionTest::speaksTheLowestVersionsWhereNoneAreTold()
{
    SessionFixture fixture;
    fixture.stub.answer("GET /volume/v3/", {.status = 403, .body = "{}"});
    fixture.stub.answer("GET /compute/v2.1/", {.status = 200, .body = "hello"});
    const Result<Sites> sites = fixture.sites();
    QVERIFY(sites);
    QCOMPARE(sites->first()->versions, Providers::OpenStackVersions());
    QVERIFY(fixture.send(Net::Method::Get));
    QVERIFY(!fixture.stub.server().requests().last().headers.contains("OpenStack-API-Version"));
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

void OpenStackSessionTest::takesATokenNowhereByRedirect()
{
    Support::LoopbackServer other(
        [](const Support::ServedRequest &) { return Support::ServedAnswer{}; });
    SessionFixture fixture;
    Support::ServedAnswer away{.status = 302, .body = {}};
    away.headers.append(QHttpHeaders::WellKnownHeader::Location,
                        QString::fromLatin1(other.url(u"/volume/v3/"_s).toEncoded()));
    fixture.stub.answer("GET /volume/v3/", away);
    const Result<Sites> sites = fixture.sites();
    QVERIFY(sites);
    QVERIFY(!sites->first()->versions.volume);
    fixture.stub.answer(
        "GET /volume/v3/" + KeystoneStub::demoProject().toLatin1() + "/snapshots/detail", away);
    const Result<Net::HttpAnswer> answer = fixture.send(Net::Method::Get);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Protocol);
    QVERIFY(other.requests().isEmpty());
}

void OpenStackSessionTest::tellsNoSecretThatIsEchoed()
{
    SessionFixture fixture(KeystoneStub::byPassword());
    fixture.stub.answer(KeystoneStub::login(),
                        {.status = 400,
                         .body = R"({"error":{"code":400,"title":"Bad Request","message":)"
                                 R"("'demo-secret-password' is not of type 'object'"}})"});
    const Domain::Error error = fixture.sitesError();
    QCOMPARE(error.kind, ErrorKind::InvalidInput);
    QCOMPARE(error.message, u"'[removed]' is not of type 'object'"_s);
}

QTEST_GUILESS_MAIN(OpenStackSessionTest)
#include "openstacksessiontest.moc"
