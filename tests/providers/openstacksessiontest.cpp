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

/// A credential that trusts this certificate alone.
Domain::Secret trusting(const QString &certificate)
{
    QFile file(u"" SOURCE_ROOT "/tests/net/data/%1.crt"_s.arg(certificate));
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return KeystoneStub::byAppCredential({{u"cacert"_s, QString::fromLatin1(text)}});
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
    void refusesAddressesInPlainText();
    void trustsTheAuthorityOfTheCredential();
    void ridesOnNoConnectionThatAnotherAccountTrusts_data();
    void ridesOnNoConnectionThatAnotherAccountTrusts();
    void leavesNoConnectionToWhoTrustsOtherwise();
    void refusesAnAuthorityThatIsNone();
    void saysThatTheAddressIsNoKeystones_data();
    void saysThatTheAddressIsNoKeystones();
    void saysThatATokenIsMissing();
    void speaksTheLowestVersionsWhereNoneAreTold_data();
    void speaksTheLowestVersionsWhereNoneAreTold();
    void asksForTheVersionsAgainWhereNoneWereTold();
    void namesTheRegionAndServiceThatCanNotBeReached();
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
    KeystoneStub stub(KeystoneStub::Identity::Trusted);
    OpenStackSession own(stub.authUrl(), trusting(u"authority"_s), stub.network(), stub.clock());
    const Result<Sites> sites = KeystoneStub::result(own.sites());
    QVERIFY(sites);
    Net::HttpRequest request;
    request.path = u"things"_s;
    QVERIFY(KeystoneStub::result(sites->first()->image->send(request)));
}

void OpenStackSessionTest::ridesOnNoConnectionThatAnotherAccountTrusts_data()
{
    QTest::addColumn<Domain::Secret>("credential");
    QTest::addRow("the system's authorities") << KeystoneStub::byAppCredential();
    QTest::addRow("another authority") << trusting(u"selfsigned"_s);
}

void OpenStackSessionTest::ridesOnNoConnectionThatAnotherAccountTrusts()
{
    QFETCH(Domain::Secret, credential);
    KeystoneStub stub(KeystoneStub::Identity::Trusted);
    OpenStackSession own(stub.authUrl(), trusting(u"authority"_s), stub.network(), stub.clock());
    QVERIFY(KeystoneStub::result(own.sites()));
    const qsizetype before = stub.calls().size();
    OpenStackSession other(stub.authUrl(), credential, stub.network(), stub.clock());
    const Result<Sites> refused = KeystoneStub::result(other.sites());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Tls);
    QCOMPARE(stub.calls().size(), before);
    // Nor does it take the other's connections from him.
    QVERIFY(KeystoneStub::result(own.freshSites()));
}

void OpenStackSessionTest::leavesNoConnectionToWhoTrustsOtherwise()
{
    KeystoneStub stub(KeystoneStub::Identity::Trusted);
    OpenStackSession other(stub.authUrl(), trusting(u"selfsigned"_s), stub.network(), stub.clock());
    OpenStackSession own(stub.authUrl(), trusting(u"authority"_s), stub.network(), stub.clock());
    const auto refused = other.sites();
    const auto taken = own.sites();
    QVERIFY(KeystoneStub::result(taken));
    QCOMPARE(KeystoneStub::result(refused).error().kind, ErrorKind::Tls);
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
