// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackcredential.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Domain::ErrorKind;
using Domain::Secret;
using Providers::OpenStackCredential;
using Method = OpenStackCredential::Method;

class OpenStackCredentialTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnApplicationCredential();
    void readsAnApplicationCredentialByItsName();
    void readsAPassword();
    void readsIdsInPlaceOfNames();
    void takesWhatIsEmptyForAbsent();
    void comesBackAsItWasWritten_data();
    void comesBackAsItWasWritten();
    void writesOnlyWhatBelongsToTheMethod();
    void refusesInWordsThatRepeatNothing_data();
    void refusesInWordsThatRepeatNothing();
    void refusesAnIdBesideAName_data();
    void refusesAnIdBesideAName();

private:
    Support::TestEnvironment m_environment;
};

void OpenStackCredentialTest::readsAnApplicationCredential()
{
    const auto credential = OpenStackCredential::read(Secret(
        R"({"v":1,"method":"application_credential","id":"227d","secret":"demo-secret-1"})"));
    QVERIFY(credential);
    QCOMPARE(credential->method, Method::ApplicationCredential);
    QCOMPARE(credential->id, u"227d"_s);
    QCOMPARE(credential->secret.reveal(), "demo-secret-1");
    QCOMPARE(credential->catalogInterface, u"public"_s);
    QCOMPARE(credential->region, QString());
}

void OpenStackCredentialTest::readsAnApplicationCredentialByItsName()
{
    const auto credential = OpenStackCredential::read(
        Secret(R"({"v":1,"method":"application_credential_name","name":"tests",
                   "secret":"demo-secret-1","user":"demo","user_domain":"staff",
                   "region":"RegionOne","interface":"internal"})"));
    QVERIFY(credential);
    QCOMPARE(credential->method, Method::ApplicationCredentialName);
    QCOMPARE(credential->name, u"tests"_s);
    QCOMPARE(credential->user.name, u"demo"_s);
    QCOMPARE(credential->user.domain, u"staff"_s);
    QCOMPARE(credential->region, u"RegionOne"_s);
    QCOMPARE(credential->catalogInterface, u"internal"_s);
}

void OpenStackCredentialTest::readsAPassword()
{
    const auto credential = OpenStackCredential::read(
        Secret(R"({"v":1,"method":"password","user":"demo","user_domain":"staff",
                   "password":"demo-secret-1","project":"shop","project_domain":"clients",
                   "cacert":"-----BEGIN CERTIFICATE-----"})"));
    QVERIFY(credential);
    QCOMPARE(credential->method, Method::Password);
    QCOMPARE(credential->user.name, u"demo"_s);
    QCOMPARE(credential->project.name, u"shop"_s);
    QCOMPARE(credential->project.domain, u"clients"_s);
    QCOMPARE(credential->authorities, "-----BEGIN CERTIFICATE-----");
    QCOMPARE(credential->secret.reveal(), "demo-secret-1");
}

void OpenStackCredentialTest::readsIdsInPlaceOfNames()
{
    const auto ids = OpenStackCredential::read(Secret(
        R"({"v":1,"method":"password","user_id":"4f","project_id":"8e","password":"demo-secret-1"})"));
    QVERIFY(ids);
    QCOMPARE(ids->user.id, u"4f"_s);
    QCOMPARE(ids->user.name, QString());
    QCOMPARE(ids->project.id, u"8e"_s);
    QVERIFY(!ids->project.isEmpty());
    const auto domains = OpenStackCredential::read(
        Secret(R"({"v":1,"method":"application_credential_name","name":"n","user":"u",
                   "user_domain_id":"default","secret":"demo-secret-1"})"));
    QVERIFY(domains);
    QCOMPARE(domains->user.name, u"u"_s);
    QCOMPARE(domains->user.domainId, u"default"_s);
    QCOMPARE(domains->user.domain, QString());
}

void OpenStackCredentialTest::takesWhatIsEmptyForAbsent()
{
    const auto credential = OpenStackCredential::read(
        Secret(R"({"v":1,"method":"password","user":"demo","user_domain":"","project":"",
                   "project_domain":"","region":"","interface":"","password":"demo-secret-1"})"));
    QVERIFY(credential);
    QCOMPARE(credential->user.domain, u"Default"_s);
    QCOMPARE(credential->project.domain, u"Default"_s);
    QCOMPARE(credential->catalogInterface, u"public"_s);
    QVERIFY(credential->project.isEmpty());
}

void OpenStackCredentialTest::comesBackAsItWasWritten_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("application credential")
        << QByteArray(R"({"id":"227d","interface":"admin","method":"application_credential",)"
                      R"("secret":"demo-secret-\"1","v":1})");
    QTest::addRow("by name") << QByteArray(
        R"({"interface":"public","method":"application_credential_name",)"
        R"("name":"n","region":"R","secret":"demo-secret-1","user":"u",)"
        R"("user_domain":"d","v":1})");
    QTest::addRow("ids") << QByteArray(R"({"interface":"public","method":"password",)"
                                       R"("password":"demo-secret-1","project_id":"8e",)"
                                       R"("user_id":"4f","v":1})");
    QTest::addRow("ids of domains")
        << QByteArray(R"({"interface":"public","method":"password",)"
                      R"("password":"demo-secret-1","project":"p","project_domain_id":"d1",)"
                      R"("user":"u","user_domain_id":"d2","v":1})");
    QTest::addRow("password") << QByteArray(
        R"({"cacert":"PEM","interface":"public","method":"password",)"
        R"("password":"demo-secret-1","project":"p","project_domain":"pd",)"
        R"("user":"u","user_domain":"d","v":1})");
}

void OpenStackCredentialTest::comesBackAsItWasWritten()
{
    QFETCH(QByteArray, text);
    const auto credential = OpenStackCredential::read(Secret(text));
    QVERIFY(credential);
    QCOMPARE(credential->toText().reveal(), text);
}

void OpenStackCredentialTest::writesOnlyWhatBelongsToTheMethod()
{
    OpenStackCredential credential;
    credential.method = Method::ApplicationCredential;
    credential.id = u"227d"_s;
    credential.user.name = u"demo"_s;
    credential.project.name = u"shop"_s;
    credential.secret = Secret("demo-secret-1");
    QCOMPARE(credential.toText().reveal(),
             R"({"id":"227d","interface":"public","method":"application_credential",)"
             R"("secret":"demo-secret-1","v":1})");
}

void OpenStackCredentialTest::refusesInWordsThatRepeatNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto add = [](const char *name, const QByteArray &text, const QString &message) {
        QTest::addRow("%s", name) << text << u"the credential "_s + message;
    };
    const QString form = u"is not in the form that it is kept in"_s;
    add("empty", "", form);
    add("a bare token", "demo-secret-1", form);
    add("a list", R"(["demo-secret-1"])", form);
    add("no version", R"({"method":"password","user":"u","password":"demo-secret-1"})",
        u"is of a form that this version of the program does not know"_s);
    add("a later version", R"({"v":2,"method":"password","user":"u","password":"demo-secret-1"})",
        u"is of a form that this version of the program does not know"_s);
    add("another method", R"({"v":1,"method":"demo-secret-1"})",
        u"is of a method that this version of the program does not know"_s);
    add("no secret", R"({"v":1,"method":"application_credential","id":"1"})",
        u"lacks its secret"_s);
    add("empty password", R"({"v":1,"method":"password","user":"u","password":""})",
        u"lacks its password"_s);
    add("no id", R"({"v":1,"method":"application_credential","secret":"demo-secret-1"})",
        u"lacks its id"_s);
    add("no user",
        R"({"v":1,"method":"application_credential_name","name":"n","secret":"demo-secret-1"})",
        u"lacks its user"_s);
    add("a number", R"({"v":1,"method":"application_credential","id":"1","secret":7})",
        u"has a member that is no text: secret"_s);
    add("a stranger", R"({"v":1,"method":"password","user":"u","demo-secret-1":"x"})",
        u"has a member that does not belong to its method"_s);
    add("of another method",
        R"({"v":1,"method":"application_credential","id":"1","secret":"demo-secret-1","user":"u"})",
        u"has a member that does not belong to its method"_s);
    add("twice",
        R"({"v":1,"method":"application_credential","id":"1","id":"2","secret":"demo-secret-1"})",
        u"has a member twice"_s);
    add("interface",
        R"({"v":1,"method":"password","user":"u","password":"demo-secret-1","interface":"x"})",
        u"names an interface that is neither public, internal nor admin"_s);
}

void OpenStackCredentialTest::refusesInWordsThatRepeatNothing()
{
    QFETCH(QByteArray, text);
    const auto credential = OpenStackCredential::read(Secret(text));
    QVERIFY(!credential);
    QCOMPARE(credential.error().kind, ErrorKind::InvalidInput);
    QTEST(credential.error().message, "message");
    QVERIFY(!credential.error().message.contains("demo-secret"_L1));
}

void OpenStackCredentialTest::refusesAnIdBesideAName_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto add = [](const char *name, const QByteArray &text, const QString &message) {
        QTest::addRow("%s", name) << text << u"the credential "_s + message;
    };
    add("a user by name and id",
        R"({"v":1,"method":"password","user":"u","user_id":"4f","password":"demo-secret-1"})",
        u"has both a name and an id of its user"_s);
    add("a domain by name and id",
        R"({"v":1,"method":"password","user":"u","project":"p","project_domain":"d",)"
        R"("project_domain_id":"d1","password":"demo-secret-1"})",
        u"has both a name and an id of the domain of its project"_s);
    add("a project of an application credential",
        R"({"v":1,"method":"application_credential_name","name":"n","user":"u","project_id":"8e",)"
        R"("secret":"demo-secret-1"})",
        u"has a member that does not belong to its method"_s);
}

void OpenStackCredentialTest::refusesAnIdBesideAName()
{
    refusesInWordsThatRepeatNothing();
}

QTEST_GUILESS_MAIN(OpenStackCredentialTest)
#include "openstackcredentialtest.moc"
