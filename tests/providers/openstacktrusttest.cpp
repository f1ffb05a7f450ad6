// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/keystonestub.h"
#include "support/testenvironment.h"

using namespace Qt::StringLiterals;
using Domain::ErrorKind;
using Domain::Result;
using Providers::OpenStackSession;
using Sites = OpenStackSession::Sites;

namespace {

/// A credential that trusts this certificate alone.
Domain::Secret trusting(const QString &certificate)
{
    QFile file(u"" SOURCE_ROOT "/tests/net/data/%1.crt"_s.arg(certificate));
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return KeystoneStub::byAppCredential({{u"cacert"_s, QString::fromLatin1(text)}});
}

} // namespace

/// Whom a session trusts, and who gets to see its secrets.
class OpenStackTrustTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAddressesInPlainText();
    void trustsTheAuthorityOfTheCredential();
    void ridesOnNoConnectionThatAnotherAccountTrusts_data();
    void ridesOnNoConnectionThatAnotherAccountTrusts();
    void leavesNoConnectionToWhoTrustsOtherwise();
    void refusesAnAuthorityThatIsNone();
    void takesATokenNowhereByRedirect();
    void tellsNoSecretThatIsEchoed();

private:
    Support::TestEnvironment m_environment;
};

void OpenStackTrustTest::refusesAddressesInPlainText()
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

void OpenStackTrustTest::trustsTheAuthorityOfTheCredential()
{
    KeystoneStub stub(KeystoneStub::Identity::Trusted);
    OpenStackSession own(stub.authUrl(), trusting(u"authority"_s), stub.network(), stub.clock());
    const Result<Sites> sites = KeystoneStub::result(own.sites());
    QVERIFY(sites);
    Net::HttpRequest request;
    request.path = u"things"_s;
    QVERIFY(KeystoneStub::result(sites->first()->image->send(request)));
}

void OpenStackTrustTest::ridesOnNoConnectionThatAnotherAccountTrusts_data()
{
    QTest::addColumn<Domain::Secret>("credential");
    QTest::addRow("the system's authorities") << KeystoneStub::byAppCredential();
    QTest::addRow("another authority") << trusting(u"selfsigned"_s);
}

void OpenStackTrustTest::ridesOnNoConnectionThatAnotherAccountTrusts()
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

void OpenStackTrustTest::leavesNoConnectionToWhoTrustsOtherwise()
{
    KeystoneStub stub(KeystoneStub::Identity::Trusted);
    OpenStackSession other(stub.authUrl(), trusting(u"selfsigned"_s), stub.network(), stub.clock());
    OpenStackSession own(stub.authUrl(), trusting(u"authority"_s), stub.network(), stub.clock());
    const auto refused = other.sites();
    const auto taken = own.sites();
    QVERIFY(KeystoneStub::result(taken));
    QCOMPARE(KeystoneStub::result(refused).error().kind, ErrorKind::Tls);
}

void OpenStackTrustTest::refusesAnAuthorityThatIsNone()
{
    SessionFixture fixture(KeystoneStub::byAppCredential({{u"cacert"_s, u"my own CA"_s}}));
    const Domain::Error error = fixture.sitesError();
    QCOMPARE(error.kind, ErrorKind::InvalidInput);
    QCOMPARE(error.message, u"the credential's CA certificate can't be read"_s);
    QVERIFY(fixture.stub.calls().isEmpty());
}

void OpenStackTrustTest::takesATokenNowhereByRedirect()
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

void OpenStackTrustTest::tellsNoSecretThatIsEchoed()
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

QTEST_GUILESS_MAIN(OpenStackTrustTest)
#include "openstacktrusttest.moc"
