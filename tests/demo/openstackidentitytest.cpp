// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openstackcloud.h"
#include "support/testenvironment.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::OpenStackCloud;
using Support::RawAnswer;
using Support::RawHttp;

namespace {

QString messageOf(const RawAnswer &answer)
{
    return answer.object(u"error"_s).value(u"message"_s).toString();
}

QString projectOf(const RawAnswer &answer)
{
    return answer.object(u"token"_s).value(u"project"_s)[u"name"_s].toString();
}

QJsonObject tokenAuth(const QByteArray &token, const QString &project)
{
    return {{u"identity"_s,
             QJsonObject{{u"methods"_s, QJsonArray{u"token"_s}},
                         {u"token"_s, QJsonObject{{u"id"_s, QString::fromLatin1(token)}}}}},
            {u"scope"_s, QJsonObject{{u"project"_s, QJsonObject{{u"id"_s, project}}}}}};
}

QJsonObject namedCredentialAuth(const QString &secret)
{
    const QJsonObject user{{u"name"_s, u"demo"_s},
                           {u"domain"_s, QJsonObject{{u"id"_s, u"default"_s}}}};
    const QJsonObject credential{
        {u"name"_s, u"snapdeck"_s}, {u"secret"_s, secret}, {u"user"_s, user}};
    return {{u"identity"_s,
             QJsonObject{{u"methods"_s, QJsonArray{u"application_credential"_s}},
                         {u"application_credential"_s, credential}}}};
}

QString knownSecret()
{
    return OpenStackCloud::credentialAuth()
        .value(u"identity"_s)[u"application_credential"_s][u"secret"_s]
        .toString();
}

} // namespace

// Who may use the simulated OpenStack, and for how long.
class OpenStackIdentityTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void tellsItsVersionsToEverybody()
    {
        OpenStackCloud openstack;
        RawHttp root(openstack.root(), {});
        const RawAnswer versions = root.get(u"/identity"_s);
        QCOMPARE(versions.status, 300);
        QCOMPARE(versions.object(u"versions"_s).value(u"values"_s)[0][u"id"_s], u"v3.14"_s);
        QCOMPARE(root.get(u"/identity/v3/"_s).object(u"version"_s).value(u"status"_s), u"stable"_s);
    }

    void logsInByPasswordForTheProjectAskedFor_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("got");
        QTest::addRow("by name") << u"customers"_s << u"customers"_s;
        QTest::addRow("the user's own") << QString() << u"production"_s;
        QTest::addRow("none") << u"unscoped"_s << QString();
    }

    void logsInByPasswordForTheProjectAskedFor()
    {
        QFETCH(const QString, asked);
        QFETCH(const QString, got);
        OpenStackCloud openstack;
        const RawAnswer answer = openstack.logIn(OpenStackCloud::passwordAuth(asked));
        QCOMPARE(answer.status, 201);
        QVERIFY(answer.header("X-Subject-Token").startsWith("demo-secret-"));
        QCOMPARE(projectOf(answer), got);
        QCOMPARE(answer.object(u"token"_s).contains(u"catalog"_s), !got.isEmpty());
    }

    void aUserWithoutAProjectOfHisOwnGetsATokenWithoutOne()
    {
        OpenStackCloud openstack;
        const RawAnswer answer = openstack.logIn(OpenStackCloud::passwordAuth({}, u"auditor"_s));
        QCOMPARE(answer.status, 201);
        QVERIFY(!answer.object(u"token"_s).contains(u"project"_s));
    }

    void anApplicationCredentialMeansOneProject()
    {
        OpenStackCloud openstack;
        const RawAnswer answer = openstack.logIn(OpenStackCloud::credentialAuth());
        QCOMPARE(answer.status, 201);
        QCOMPARE(projectOf(answer), u"production"_s);
        QJsonObject withScope = OpenStackCloud::credentialAuth();
        withScope.insert(
            u"scope"_s, QJsonObject{{u"project"_s, QJsonObject{{u"id"_s, openstack.projectId()}}}});
        const RawAnswer refused = openstack.logIn(withScope);
        QCOMPARE(refused.status, 401);
        QVERIFY(messageOf(refused).endsWith(u"cannot request a scope."_s));
        const QByteArray token = answer.header("X-Subject-Token");
        QCOMPARE(openstack.logIn(tokenAuth(token, openstack.projectId())).status, 403);
        openstack.use(token);
        QCOMPARE(openstack.identity().get(u"/auth/projects"_s).array(u"projects"_s).size(), 1);
    }

    void anApplicationCredentialIsKnownByNameToo()
    {
        OpenStackCloud openstack;
        QCOMPARE(openstack.logIn(namedCredentialAuth(knownSecret())).status, 201);
        QCOMPARE(openstack.logIn(namedCredentialAuth(u"demo-secret-wrong"_s)).status, 401);
    }

    void aTokenOfAPasswordIsGoodForOtherProjects()
    {
        OpenStackCloud openstack;
        const RawAnswer projects = openstack.identity().get(u"/auth/projects"_s);
        QCOMPARE(projects.array(u"projects"_s).size(), 2);
        const QString other = projects.array(u"projects"_s).at(1)[u"id"_s].toString();
        const RawAnswer answer = openstack.logIn(tokenAuth(openstack.token(), other));
        QCOMPARE(answer.status, 201);
        QCOMPARE(projectOf(answer), u"customers"_s);
        QCOMPARE(answer.object(u"token"_s).value(u"methods"_s).toArray().size(), 2);
    }

    void theCatalogLeadsBackToTheListener()
    {
        OpenStackCloud openstack;
        const RawAnswer answer = openstack.logIn(OpenStackCloud::passwordAuth(u"production"_s));
        const QJsonArray catalog = answer.object(u"token"_s).value(u"catalog"_s).toArray();
        QStringList urls;
        for (const QJsonValueConstRef service : catalog) {
            const QJsonArray endpoints = service[u"endpoints"_s].toArray();
            for (const QJsonValueConstRef endpoint : endpoints) {
                if (endpoint[u"interface"_s] == "public"_L1) {
                    urls.append(service[u"type"_s].toString() + u' '
                                + endpoint[u"url"_s].toString());
                }
            }
        }
        const QString root = openstack.root().toString();
        QCOMPARE(urls.join(u'\n'),
                 u"compute %1/compute/v2.1\nvolumev3 %1/volume/v3/%2\nimage %1/image\n"
                 "identity %1/identity/v3"_s.arg(root, openstack.projectId()));
    }

    void aTokenLastsAnHour()
    {
        OpenStackCloud openstack;
        openstack.cloud().skipTime(59min);
        QCOMPARE(openstack.volume().get(u"/volumes"_s).status, 200);
        openstack.cloud().skipTime(1min);
        for (RawHttp *http : {&openstack.volume(), &openstack.compute()}) {
            const RawAnswer refused = http->get(u"/servers"_s);
            QCOMPARE(refused.status, 401);
            QVERIFY(refused.header("WWW-Authenticate").startsWith("Keystone uri="));
        }
        QCOMPARE(openstack.image().get(u"/images"_s).status, 401);
        QCOMPARE(openstack.identity().get(u"/auth/projects"_s).status, 401);
    }

    void aTokenCanBeLookedAtAndRevoked()
    {
        OpenStackCloud openstack;
        const QByteArray token = openstack.token();
        RawHttp &identity = openstack.identity();
        identity.setHeader("X-Subject-Token", token);
        QCOMPARE(identity.get(u"/auth/tokens"_s).status, 200);
        QCOMPARE(identity.del(u"/auth/tokens"_s).status, 204);
        QCOMPARE(identity.get(u"/auth/tokens"_s).status, 401);
        QCOMPARE(openstack.volume().get(u"/volumes"_s).status, 401);
    }

    void theTokenOfADeletedApplicationCredentialIsNotFound()
    {
        OpenStackCloud openstack;
        const RawAnswer own = openstack.identity().get(u"/auth/projects"_s);
        QCOMPARE(own.status, 200);
        const RawAnswer answer = openstack.logIn(OpenStackCloud::credentialAuth());
        const QJsonObject token = answer.object(u"token"_s);
        const QString credentials =
            u"/users/%1/application_credentials"_s.arg(token.value(u"user"_s)[u"id"_s].toString());
        const QString id = openstack.identity()
                               .get(credentials)
                               .array(u"application_credentials"_s)
                               .at(0)[u"id"_s]
                               .toString();
        const QByteArray password = openstack.token();
        openstack.use(answer.header("X-Subject-Token"));
        QCOMPARE(openstack.identity().del(credentials + u'/' + id).status, 403);
        openstack.use(password);
        QCOMPARE(openstack.identity().del(credentials + u'/' + id).status, 204);
        openstack.use(answer.header("X-Subject-Token"));
        const RawAnswer refused = openstack.identity().get(u"/auth/projects"_s);
        QCOMPARE(refused.status, 404);
        QCOMPARE(messageOf(refused), u"Could not find Application Credential: %1."_s.arg(id));
        QCOMPARE(openstack.volume().get(u"/volumes"_s).status, 401);
        QCOMPARE(openstack.logIn(OpenStackCloud::credentialAuth()).status, 401);
    }

    void aReplacedSecretIsGoodAndTheOldOneIsNot()
    {
        OpenStackCloud openstack;
        const RawAnswer before = openstack.logIn(OpenStackCloud::credentialAuth());
        openstack.cloud().replaceToken(u"demo-secret-new"_s);
        QCOMPARE(openstack.logIn(OpenStackCloud::credentialAuth()).status, 401);
        QCOMPARE(openstack.logIn(namedCredentialAuth(u"demo-secret-new"_s)).status, 201);
        openstack.use(before.header("X-Subject-Token"));
        QCOMPARE(openstack.volume().get(u"/volumes"_s).status, 401);
    }

    void theOptionTellsAPasswordToo()
    {
        Demo::CloudOptions options = OpenStackCloud::options();
        options.token = u"{\"v\":1,\"method\":\"password\",\"user\":\"auditor\","
                        "\"password\":\"demo-secret-auditor\",\"project\":\"\"}"_s;
        OpenStackCloud openstack(options);
        const RawAnswer answer = openstack.logIn(OpenStackCloud::passwordAuth({}, u"auditor"_s));
        QCOMPARE(projectOf(answer), u"production"_s);
        QCOMPARE(openstack.logIn(OpenStackCloud::credentialAuth()).status, 401);
    }

    void aReaderMayLookAndNotTouch()
    {
        OpenStackCloud openstack;
        const RawAnswer answer =
            openstack.logIn(OpenStackCloud::passwordAuth(u"production"_s, u"auditor"_s));
        const QString volume = openstack.path(u"volumes"_s, u"web-assets"_s);
        const QString server = openstack.path(u"servers"_s, u"web-1"_s);
        const QString image = openstack.path(u"images"_s, u"runner + docker cache"_s);
        openstack.use(answer.header("X-Subject-Token"));
        QCOMPARE(openstack.volume().get(volume).status, 200);
        const RawAnswer refused = openstack.volume().del(volume);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.object(u"forbidden"_s).value(u"message"_s),
                 u"Policy doesn't allow volume:delete to be performed."_s);
        QCOMPARE(openstack.compute().post(server + u"/action"_s, {{u"os-stop"_s, {}}}).status, 403);
        QCOMPARE(openstack.image().del(image).status, 403);
    }

    void theReadOnlyCredentialIsAReaders()
    {
        Demo::CloudOptions options = OpenStackCloud::options();
        options.readOnlyToken = u"demo-secret-reader"_s;
        OpenStackCloud openstack(options);
        const QString volume = openstack.path(u"volumes"_s, u"web-assets"_s);
        const RawAnswer users =
            openstack.logIn(OpenStackCloud::passwordAuth(u"production"_s, u"auditor"_s));
        openstack.use(users.header("X-Subject-Token"));
        const QString user = users.object(u"token"_s).value(u"user"_s)[u"id"_s].toString();
        const RawAnswer listed =
            openstack.identity().get(u"/users/%1/application_credentials"_s.arg(user));
        const QJsonObject credential{
            {u"id"_s, listed.array(u"application_credentials"_s).at(0)[u"id"_s]},
            {u"secret"_s, u"demo-secret-reader"_s}};
        const RawAnswer answer =
            openstack.logIn({{u"identity"_s,
                              QJsonObject{{u"methods"_s, QJsonArray{u"application_credential"_s}},
                                          {u"application_credential"_s, credential}}}});
        QCOMPARE(answer.status, 201);
        openstack.use(answer.header("X-Subject-Token"));
        QCOMPARE(openstack.volume().get(volume).status, 200);
        QCOMPARE(openstack.volume().del(volume).status, 403);
    }

    void aTokenWithoutAProjectIsOfNoUseToTheServices()
    {
        OpenStackCloud openstack;
        const RawAnswer answer = openstack.logIn(OpenStackCloud::passwordAuth(u"unscoped"_s));
        openstack.use(answer.header("X-Subject-Token"));
        QCOMPARE(openstack.identity().get(u"/auth/projects"_s).array(u"projects"_s).size(), 2);
        QCOMPARE(openstack.compute().get(u"/servers"_s).status, 403);
    }

    void bodiesOfLogInsAreNotRecorded()
    {
        OpenStackCloud openstack;
        QTemporaryDir folder;
        const QString file = folder.filePath(u"exchanges"_s);
        QVERIFY(openstack.cloud().recordTo(file));
        QCOMPARE(openstack.logIn(OpenStackCloud::credentialAuth()).status, 201);
        QCOMPARE(openstack.volume().get(u"/volumes"_s).status, 200);
        QFile recorded(file);
        QVERIFY(recorded.open(QIODevice::ReadOnly));
        const QByteArray text = recorded.readAll();
        QCOMPARE(text.count('\n'), 2);
        QVERIFY2(!text.contains("demo-secret-"), text.constData());
    }
};

QTEST_GUILESS_MAIN(OpenStackIdentityTest)
#include "openstackidentitytest.moc"
