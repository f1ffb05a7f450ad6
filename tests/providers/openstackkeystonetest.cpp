// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackkeystone.h"
#include "providers/openstackexchanges.h"
#include "support/testenvironment.h"

using namespace Qt::StringLiterals;
using Domain::ErrorKind;
using Domain::ProjectId;
using Domain::Secret;
using Net::HttpRequest;
using Providers::OpenStackCredential;
using Providers::OpenStackKeystone;
using Providers::OpenStackToken;
using Method = OpenStackCredential::Method;

namespace {

/// The captured body with the domain told by its name, as people know it.
QByteArray byDomainName(const QString &fixture)
{
    return OpenStackExchanges::sentBody(fixture).replace(R"("domain":{"id":"default"})",
                                                         R"("domain":{"name":"Default"})");
}

QDateTime instant(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

/// Its place in the catalog of the fixture.
int serviceIn(const QString &type)
{
    const QByteArray body = OpenStackExchanges::body(u"ks_token_password_201"_s);
    const QJsonArray catalog = QJsonDocument::fromJson(body)["token"_L1]["catalog"_L1].toArray();
    for (qsizetype i = 0; i < catalog.size(); ++i) {
        if (catalog.at(i)["type"_L1] == type) {
            return int(i);
        }
    }
    return -1;
}

} // namespace

class OpenStackKeystoneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logsInAsAClientDoes_data();
    void logsInAsAClientDoes();
    void logsInByIdsAsAClientDoes();
    void asksForATokenOfAProject();
    void readsAToken();
    void readsATokenWithoutAScope();
    void namesTheFieldThatIsWrong_data();
    void namesTheFieldThatIsWrong();
    void doesNotMindWhatIsWrongWithOthersServices();
    void takesATimeWithoutAZoneForUtc();
    void readsTheProjectsThatAreEnabled();
    void isDueAMinuteBeforeItsEnd();
    void isDueByOurClockWhereKeystonesIsWrong();
    void isDueHalfWayThroughAShortLife();
    void findsTheAddressOfVersion3_data();
    void findsTheAddressOfVersion3();

private:
    Support::TestEnvironment m_environment;
};

void OpenStackKeystoneTest::logsInAsAClientDoes_data()
{
    QTest::addColumn<OpenStackCredential>("credential");
    QTest::addColumn<QString>("fixture");

    OpenStackCredential byId;
    byId.id = u"227d7083c06e4064b50aee73f1eadf5e"_s;
    byId.secret = Secret("<secret>");
    QTest::addRow("application credential") << byId << u"ks_token_appcred_201"_s;

    OpenStackCredential byName;
    byName.method = Method::ApplicationCredentialName;
    byName.name = u"tests"_s;
    byName.user.name = u"demo"_s;
    byName.secret = Secret("<secret>");
    QTest::addRow("by name") << byName << u"ks_token_appcred_byname_201"_s;

    OpenStackCredential password;
    password.method = Method::Password;
    password.user.name = u"demo"_s;
    password.secret = Secret("demo");
    QTest::addRow("password") << password << u"ks_token_unscoped_201"_s;
    password.project.name = u"demo"_s;
    QTest::addRow("password and project") << password << u"ks_token_password_201"_s;
}

void OpenStackKeystoneTest::logsInAsAClientDoes()
{
    QFETCH(OpenStackCredential, credential);
    QFETCH(QString, fixture);
    const HttpRequest request = OpenStackKeystone::login(credential);
    QCOMPARE(request.method, Net::Method::Post);
    QCOMPARE(request.path, u"auth/tokens"_s);
    QCOMPARE(request.body, byDomainName(fixture));
    QCOMPARE(request.answerHeaders, QList<QByteArray>{"X-Subject-Token"});
}

void OpenStackKeystoneTest::logsInByIdsAsAClientDoes()
{
    OpenStackCredential credential;
    credential.method = Method::Password;
    credential.user.name = u"demo"_s;
    credential.user.domainId = u"default"_s;
    credential.project.id = u"8e65ec1b8c074bcab2a5111ed3cfcdad"_s;
    credential.secret = Secret("demo");
    QCOMPARE(OpenStackKeystone::login(credential).body,
             OpenStackExchanges::sentBody(u"ks_token_password_projectid_201"_s));

    credential.user.id = u"4f"_s; // which needs no domain
    const QJsonDocument sent = QJsonDocument::fromJson(OpenStackKeystone::login(credential).body);
    const QJsonObject user{{u"id"_s, u"4f"_s}, {u"password"_s, u"demo"_s}};
    QCOMPARE(sent["auth"_L1]["identity"_L1]["password"_L1]["user"_L1].toObject(), user);
}

void OpenStackKeystoneTest::asksForATokenOfAProject()
{
    const HttpRequest request = OpenStackKeystone::scoped(
        Secret("<token>"), ProjectId{u"1b9bd6be5fd444f3acf825275b411fe2"_s});
    QCOMPARE(request.body, OpenStackExchanges::sentBody(u"ks_token_rescope_201"_s));
}

void OpenStackKeystoneTest::readsAToken()
{
    const auto token =
        OpenStackKeystone::readToken(OpenStackExchanges::body(u"ks_token_password_201"_s));
    QVERIFY(token);
    QCOMPARE(token->user, u"demo"_s);
    QVERIFY(token->project);
    QCOMPARE(token->project->id.value, u"8e65ec1b8c074bcab2a5111ed3cfcdad"_s);
    QCOMPARE(token->project->name, u"demo"_s);
    QCOMPARE(token->issuedAt, instant(u"2026-11-20T19:38:23Z"_s));
    QCOMPARE(token->expiresAt, instant(u"2026-11-20T20:38:23Z"_s));
    QCOMPARE(token->catalog.size(), 11); // three interfaces of three services, and two others
    const Providers::OpenStackEndpoint image{u"image"_s, u"public"_s, u"RegionOne"_s,
                                             u"http://127.0.0.1:19292"_s};
    QVERIFY(token->catalog.contains(image));
    QVERIFY(token->id.isEmpty());
}

void OpenStackKeystoneTest::readsATokenWithoutAScope()
{
    const auto token =
        OpenStackKeystone::readToken(OpenStackExchanges::body(u"ks_token_unscoped_201"_s));
    QVERIFY(token);
    QVERIFY(!token->project);
    QVERIFY(token->catalog.isEmpty());
}

void OpenStackKeystoneTest::namesTheFieldThatIsWrong_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("message");
    const auto add = [](const QString &path, const QJsonValue &value, const QString &reason) {
        QTest::addRow("%s%s", qPrintable(path), qPrintable(reason))
            << path << value << JsonFixtures::spoken(path) + reason;
    };
    add(u"token"_s, QJsonValue::Undefined, u" is missing"_s);
    add(u"token.user.name"_s, 7, u" is not a text"_s);
    add(u"token.expires_at"_s, u"tomorrow"_s, u" is not a time"_s);
    add(u"token.project.id"_s, QJsonValue::Undefined, u" is missing"_s);
    add(u"token.project.id"_s, u"../admin"_s, u" is not an id"_s);
    add(u"token.catalog.0.type"_s, QJsonValue::Null, u" is null"_s);
    const QString known = u"token.catalog.%1.endpoints"_s.arg(serviceIn(u"image"_s));
    add(known, u"none"_s, u" is not a list"_s);
    add(known + u".2.url"_s, QJsonValue::Null, u" is null"_s);
}

void OpenStackKeystoneTest::doesNotMindWhatIsWrongWithOthersServices()
{
    const QString other = u"token.catalog.%1.endpoints"_s.arg(serviceIn(u"placement"_s));
    const QStringList paths{other, other + u".0.url"_s, other + u".1.interface"_s};
    for (const QString &path : paths) {
        const auto token = OpenStackKeystone::readToken(JsonFixtures::with(
            OpenStackExchanges::body(u"ks_token_password_201"_s), path, QJsonValue::Null));
        QVERIFY(token);
        QVERIFY(token->catalog.size() >= 10);
    }
}

void OpenStackKeystoneTest::takesATimeWithoutAZoneForUtc()
{
    const QByteArray body = OpenStackExchanges::body(u"ks_token_password_201"_s);
    const auto token = OpenStackKeystone::readToken(
        JsonFixtures::with(body, u"token.expires_at"_s, u"2026-11-20T20:38:23.000000"_s));
    QVERIFY(token);
    QCOMPARE(token->expiresAt, instant(u"2026-11-20T20:38:23Z"_s));
}

void OpenStackKeystoneTest::namesTheFieldThatIsWrong()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    const QByteArray body = OpenStackExchanges::body(u"ks_token_password_201"_s);
    const auto token = OpenStackKeystone::readToken(JsonFixtures::with(body, path, value));
    QVERIFY(!token);
    QCOMPARE(token.error().kind, ErrorKind::Protocol);
    QTEST(token.error().message, "message");
}

void OpenStackKeystoneTest::readsTheProjectsThatAreEnabled()
{
    const QByteArray body = OpenStackExchanges::body(u"ks_auth_projects"_s);
    const auto projects = OpenStackKeystone::readProjects(body);
    QVERIFY(projects);
    const QList<Domain::Project> both = {
        {ProjectId{u"1b9bd6be5fd444f3acf825275b411fe2"_s}, u"second"_s},
        {ProjectId{u"8e65ec1b8c074bcab2a5111ed3cfcdad"_s}, u"demo"_s}};
    QCOMPARE(*projects, both);
    const auto one =
        OpenStackKeystone::readProjects(JsonFixtures::with(body, u"projects.0.enabled"_s, false));
    QVERIFY(one);
    QCOMPARE(*one, both.sliced(1));
}

void OpenStackKeystoneTest::isDueAMinuteBeforeItsEnd()
{
    OpenStackToken token;
    token.expiresAt = instant(u"2026-11-20T20:38:23Z"_s);
    QCOMPARE(token.due(instant(u"2026-11-20T19:38:23Z"_s)), instant(u"2026-11-20T20:37:23Z"_s));
}

void OpenStackKeystoneTest::isDueByOurClockWhereKeystonesIsWrong()
{
    OpenStackToken token;
    token.issuedAt = instant(u"2031-01-01T00:00:00Z"_s);
    token.expiresAt = instant(u"2031-01-01T01:00:00Z"_s);
    QCOMPARE(token.due(instant(u"2026-11-20T19:00:00Z"_s)), instant(u"2026-11-20T19:59:00Z"_s));
    token.issuedAt = QDateTime();
    token.expiresAt = instant(u"2020-01-01T00:00:00Z"_s);
    QVERIFY(!token.due(instant(u"2026-11-20T19:00:00Z"_s)).isValid()); // let the services tell
}

void OpenStackKeystoneTest::isDueHalfWayThroughAShortLife()
{
    OpenStackToken token;
    token.expiresAt = instant(u"2026-11-20T19:00:30Z"_s);
    QCOMPARE(token.due(instant(u"2026-11-20T19:00:00Z"_s)), instant(u"2026-11-20T19:00:15Z"_s));
}

void OpenStackKeystoneTest::findsTheAddressOfVersion3_data()
{
    QTest::addColumn<QUrl>("authUrl");
    QTest::addColumn<QUrl>("address");
    const auto add = [](const char *authUrl, const char *address) {
        QTest::addRow("%s", authUrl)
            << QUrl(QString::fromLatin1(authUrl)) << QUrl(QString::fromLatin1(address));
    };
    add("https://cloud:5000", "https://cloud:5000/v3");
    add("https://cloud:5000/", "https://cloud:5000/v3");
    add("https://cloud:5000/v3", "https://cloud:5000/v3");
    add("https://cloud:5000/v3/", "https://cloud:5000/v3");
    add("https://cloud/identity", "https://cloud/identity/v3");
    add("https://cloud/identity/v3", "https://cloud/identity/v3");
    add("https://cloud:5000/v2.0", "https://cloud:5000/v3");
    add("https://cloud/identity/v3/auth/tokens", "https://cloud/identity/v3");
}

void OpenStackKeystoneTest::findsTheAddressOfVersion3()
{
    QFETCH(QUrl, authUrl);
    QTEST(OpenStackKeystone::address(authUrl), "address");
}

QTEST_GUILESS_MAIN(OpenStackKeystoneTest)
#include "openstackkeystonetest.moc"
