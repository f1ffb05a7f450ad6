// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackclouds.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Providers;
using namespace Qt::StringLiterals;

namespace {

/// "form | key=value, … in the order of the keys".
QString valuesText(const CredentialImport &import)
{
    QStringList parts;
    for (const auto &[key, value] : import.credential.values.asKeyValueRange()) {
        parts.append(key + u'=' + QString::fromUtf8(value.reveal()));
    }
    parts.sort();
    return import.credential.form + u" | "_s + parts.join(u", "_s);
}

/// The only cloud in the file, whose members are given by their lines.
CredentialImport cloudOf(const QByteArray &lines, const QByteArray &secure = {})
{
    QByteArray indented = lines;
    indented.replace("\n", "\n    ");
    const auto imports = readClouds("clouds:\n  shop:\n    " + indented + '\n', secure);
    if (!imports) {
        qWarning("%s", qPrintable(imports.error()));
        return {};
    }
    return imports->size() == 1 ? imports->first() : CredentialImport();
}

QString errorOf(const QByteArray &clouds, const QByteArray &secure = {})
{
    const auto imports = readClouds(clouds, secure);
    return imports ? u"no error"_s : imports.error();
}

constexpr QByteArrayView signIn =
    "auth:\n  auth_url: https://c.example/v3\n  username: anna\n  password: demo-secret\n";

} // namespace

class OpenStackCloudsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheWaysToSignIn_data();
    void readsTheWaysToSignIn();
    void readsTheAddress();
    void readsTheRegion_data();
    void readsTheRegion();
    void theSecureFileGoesBeforeTheOther();
    void anchorsAndMergeKeysAreResolved();
    void aValueIsATextAsItIsWritten();
    void saysWhyACloudCannotBeUsed_data();
    void saysWhyACloudCannotBeUsed();
    void saysWhatIsDoneOtherwise_data();
    void saysWhatIsDoneOtherwise();
    void theCertificateOfAnAuthorityIsNamed();
    void cloudsAreSortedByName();
    void saysWhereAFileIsDamaged_data();
    void saysWhereAFileIsDamaged();
    void aliasesMakeNoMoreOfAFileThanItMayHold();
    void aFileThatIsTooLargeIsNotRead();
    void noSentenceHoldsASecret();

private:
    Support::TestEnvironment m_environment;
};

void OpenStackCloudsTest::readsTheWaysToSignIn_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("expected");
    QTest::addRow("password")
        << "auth:\n  auth_url: https://c.example/v3\n  username: anna\n  password: demo-secret\n"
           "  project_name: shop\n  project_id: 4f\n  user_domain_name: staff\n"
           "  project_domain_id: default"_ba
        << u"password | password=demo-secret, project=shop, project_domain_id=default, "
           "project_id=4f, project_shown=shop, user=anna, user_domain=staff"_s;
    QTest::addRow("password of the old names")
        << "auth_type: v3password\nauth:\n  auth-url: https://c.example/v3\n  username: anna\n"
           "  password: demo-secret\n  tenant_name: shop"_ba
        << u"password | password=demo-secret, project=shop, user=anna"_s;
    QTest::addRow("beside auth")
        << "username: anna\npassword: demo-secret\nauth:\n  auth_url: https://c.example/v3"_ba
        << u"password | password=demo-secret, user=anna"_s;
    QTest::addRow("application credential")
        << "auth_type: v3applicationcredential\nauth:\n  auth_url: https://c.example/v3\n"
           "  application_credential_id: abc\n  application_credential_secret: demo-secret"_ba
        << u"application_credential | id=abc, secret=demo-secret"_s;
    QTest::addRow("application credential without a type")
        << "auth:\n  auth_url: https://c.example/v3\n"
           "  application_credential_id: abc\n  application_credential_secret: demo-secret"_ba
        << u"application_credential | id=abc, secret=demo-secret"_s;
    QTest::addRow("application credential by name")
        << "auth_type: v3applicationcredential\nauth:\n  auth_url: https://c.example/v3\n"
           "  application_credential_name: backup\n  application_credential_secret: demo-secret\n"
           "  username: anna\n  user_domain_id: default"_ba
        << u"application_credential_name | name=backup, secret=demo-secret, user=anna, "
           "user_domain_id=default"_s;
}

void OpenStackCloudsTest::readsTheWaysToSignIn()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, expected);
    const CredentialImport import = cloudOf(lines);
    QCOMPARE(import.problems.join(u' '), QString());
    QCOMPARE(import.notes.join(u' '), QString());
    QCOMPARE(valuesText(import), expected);
    QCOMPARE(import.name, u"shop"_s);
}

void OpenStackCloudsTest::readsTheAddress()
{
    QCOMPARE(cloudOf(signIn.toByteArray()).baseUrl, QUrl(u"https://c.example/v3"_s));
    const CredentialImport local = cloudOf(
        signIn.toByteArray().replace("https://c.example/v3", "http://127.0.0.1:15000/identity/v3"));
    QCOMPARE(local.problems.size(), 0);
    QCOMPARE(local.baseUrl, QUrl(u"http://127.0.0.1:15000/identity/v3"_s));
}

void OpenStackCloudsTest::readsTheRegion_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("region");
    QTest::addRow("one") << "region_name: north"_ba << u"north"_s;
    QTest::addRow("a list of one") << "regions: [north]"_ba << u"north"_s;
    QTest::addRow("with values of its own")
        << "regions:\n- name: north\n  values: {a: b}"_ba << u"north"_s;
    QTest::addRow("several") << "regions: [north, south]"_ba << QString();
    QTest::addRow("one of several")
        << "regions: [north, south]\nregion_name: south"_ba << u"south"_s;
    QTest::addRow("none") << ""_ba << QString();
}

void OpenStackCloudsTest::readsTheRegion()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, region);
    const CredentialImport import = cloudOf(signIn.toByteArray() + lines);
    QCOMPARE(import.problems.join(u' '), QString());
    QCOMPARE(QString::fromUtf8(import.credential.values.value(u"region"_s).reveal()), region);
}

void OpenStackCloudsTest::theSecureFileGoesBeforeTheOther()
{
    const QByteArray lines = "auth:\n  auth_url: https://c.example/v3\n  username: anna\n"
                             "  password: demo-secret-old\nregion_name: north"_ba;
    const CredentialImport import =
        cloudOf(lines,
                "clouds:\n  shop:\n    auth: {password: demo-secret-new}\n"
                "  other:\n    auth: {password: demo-secret-other}\n");
    QCOMPARE(valuesText(import), u"password | password=demo-secret-new, region=north, user=anna"_s);
    // One that says nothing of clouds adds nothing.
    QCOMPARE(valuesText(cloudOf(lines, "cache: {expiration: 1}")),
             u"password | password=demo-secret-old, region=north, user=anna"_s);
}

void OpenStackCloudsTest::anchorsAndMergeKeysAreResolved()
{
    const auto imports = readClouds("base: &base\n"
                                    "  auth_url: https://c.example/v3\n"
                                    "  username: anna\n"
                                    "  password: demo-secret\n"
                                    "more: &more {username: bob, user_domain_name: staff}\n"
                                    "clouds:\n"
                                    "  a: {auth: *base}\n"
                                    "  b: {auth: {<<: *base, username: carl}}\n"
                                    "  c: {auth: {username: dora, <<: [*more, *base]}}\n"
                                    "  d: {auth: {<<: [*more, *base]}}\n",
                                    {});
    QVERIFY(imports);
    QStringList users;
    for (const CredentialImport &import : *imports) {
        QCOMPARE(import.problems.join(u' '), QString());
        users.append(valuesText(import).section(u" | "_s, 1));
    }
    QCOMPARE(users.join(u'\n'),
             u"password=demo-secret, user=anna\npassword=demo-secret, user=carl\n"
             "password=demo-secret, user=dora, user_domain=staff\n"
             "password=demo-secret, user=bob, user_domain=staff"_s);
}

void OpenStackCloudsTest::aValueIsATextAsItIsWritten()
{
    const QList<std::pair<QByteArray, QString>> cases{
        {"0123", u"0123"_s},        {"yes", u"yes"_s},        {"1e3", u"1e3"_s},
        {"'a''b'", u"a'b"_s},       {"\"a\\tb\"", u"a\tb"_s}, {"\"\\u00e4 #\"", u"ä #"_s},
        {"12:30:45", u"12:30:45"_s}};
    for (const auto &[written, expected] : cases) {
        const CredentialImport import =
            cloudOf(signIn.toByteArray().replace("demo-secret", written));
        QCOMPARE(QString::fromUtf8(import.credential.values.value(u"password"_s).reveal()),
                 expected);
    }
}

void OpenStackCloudsTest::saysWhyACloudCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("says");
    const QByteArray good = signIn.toByteArray();
    const auto without = [&good](const QByteArray &line) {
        return QByteArray(good).replace(line, "");
    };
    QTest::addRow("no address") << without("  auth_url: https://c.example/v3\n")
                                << u"no auth_url"_s;
    QTest::addRow("a vendor's profile") << without("  auth_url: https://c.example/v3\n")
            + "profile: somebody" << u"vendor profile “somebody”"_s;
    QTest::addRow("a vendor's profile by its old name")
        << without("  auth_url: https://c.example/v3\n") + "cloud: somebody"
        << u"vendor profile “somebody”"_s;
    QTest::addRow("plain text") << QByteArray(good).replace("https:", "http:")
                                << u"does not begin with https://"_s;
    QTest::addRow("no web address")
        << QByteArray(good).replace("https://c.example/v3", "c.example") << u"web address"_s;
    QTest::addRow("a password in the address")
        << QByteArray(good).replace("https://", "https://anna:demo-secret@") << u"user name"_s;
    QTest::addRow("no user") << without("  username: anna\n") << u"no username"_s;
    QTest::addRow("another way") << good + "auth_type: v3oidcpassword" << u"“v3oidcpassword”"_s;
    QTest::addRow("a token") << good + "auth_type: token" << u"“token”"_s;
    for (const char *const no : {"false", "False", "no", "off", "0", "'false'"}) {
        QTest::addRow("no check, %s", no) << good + "verify: " + no << u"verify: false"_s;
    }
    QTest::addRow("no check, insecure") << good + "insecure: true" << u"verify: false"_s;
    QTest::addRow("a client certificate") << good + "cert: /a.pem" << u"client certificate"_s;
    QTest::addRow("Keystone 2") << good + "identity_api_version: 2.0" << u"version 2.0"_s;
    QTest::addRow("another interface") << good + "interface: private" << u"interface"_s;
    QTest::addRow("a domain") << good + "domain_name: staff" << u"domain_name"_s;
    QTest::addRow("a trust") << good + "trust_id: abc" << u"trust_id"_s;
    QTest::addRow("the system") << good + "system_scope: all" << u"system_scope"_s;
}

void OpenStackCloudsTest::saysWhyACloudCannotBeUsed()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, says);
    const CredentialImport import = cloudOf(lines);
    QCOMPARE(import.problems.size(), 1);
    QVERIFY2(import.problems.first().contains(says), qPrintable(import.problems.first()));
}

void OpenStackCloudsTest::saysWhatIsDoneOtherwise_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("says");
    const QByteArray good = signIn.toByteArray();
    QTest::addRow("no password") << QByteArray(good).replace("  password: demo-secret\n", "")
                                 << u"the password"_s;
    QTest::addRow("an empty password")
        << QByteArray(good).replace("password: demo-secret", "password:") << u"the password"_s;
    QTest::addRow("no secret")
        << "auth_type: v3applicationcredential\nauth: {auth_url: 'https://c.example', "
           "application_credential_id: a}"_ba
        << u"the secret"_s;
    QTest::addRow("several regions") << good + "regions: [north, south]" << u"regions"_s;
    QTest::addRow("internal endpoints") << good + "interface: internal" << u"“internal”"_s;
    QTest::addRow("internal endpoints, as it was written before")
        << good + "endpoint_type: internalURL" << u"“internal”"_s;
    QTest::addRow("a project by its ID") << good + "project_id: 4f" << u"has an ID and no name"_s;
    QTest::addRow("a user by its ID")
        << QByteArray(good).replace("username", "user_id") << u"has an ID and no name"_s;
    QTest::addRow("a domain by its ID")
        << good + "user_domain_id: 4f" << u"has an ID and no name"_s;
    QTest::addRow("all by their IDs")
        << QByteArray(good).replace("username", "user_id") + "tenant_id: 4f\nuser_domain_id: 4f"
        << u"has an ID and no name"_s;
}

void OpenStackCloudsTest::saysWhatIsDoneOtherwise()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, says);
    const CredentialImport import = cloudOf(lines);
    QCOMPARE(import.problems.join(u' '), QString());
    QCOMPARE(import.notes.size(), 1);
    QVERIFY2(import.notes.first().contains(says), qPrintable(import.notes.first()));
}

void OpenStackCloudsTest::theCertificateOfAnAuthorityIsNamed()
{
    const CredentialImport import = cloudOf(signIn.toByteArray()
                                            + "cacert: ~/ca.pem\nverify: true\ninterface: public\n"
                                              "identity_api_version: 3");
    QCOMPARE(import.problems.join(u' '), QString());
    QCOMPARE(import.certificateFile, u"~/ca.pem"_s);
    QVERIFY(!import.credential.values.contains(u"interface"_s));
}

void OpenStackCloudsTest::cloudsAreSortedByName()
{
    const auto imports = readClouds("clouds: {b: {}, a: {}, c: text, 12: {}}", {});
    QVERIFY(imports);
    QStringList names;
    for (const CredentialImport &import : *imports) {
        names.append(import.name);
        QVERIFY(!import.problems.isEmpty());
    }
    QCOMPARE(names.join(u' '), u"12 a b"_s);
}

void OpenStackCloudsTest::saysWhereAFileIsDamaged_data()
{
    QTest::addColumn<QByteArray>("clouds");
    QTest::addColumn<QByteArray>("secure");
    QTest::addColumn<QString>("says");
    const auto add = [](const char *name, const QByteArray &clouds, const QString &says) {
        QTest::addRow("%s", name) << clouds << QByteArray() << says;
    };
    add("empty", "", u"clouds.yaml has no “clouds”"_s);
    add("no clouds", "clients: {}", u"clouds.yaml has no “clouds”"_s);
    add("clouds are a list", "clouds: [a]", u"clouds.yaml has no “clouds”"_s);
    add("no cloud", "clouds: {}", u"There is no cloud in clouds.yaml."_s);
    add("cut off", "clouds:\n  a: {auth: [", u"clouds.yaml, line 2, column "_s);
    add("wrong indentation", "clouds:\n  a: b\n c: d\n", u"clouds.yaml, line 3, column "_s);
    add("a tab", "clouds:\n\ta: b", u"clouds.yaml, line 2, column "_s);
    add("an unknown alias", "clouds: *nobody", u"clouds.yaml, line 1, column "_s);
    add("two documents", "clouds: {}\n---\nclouds: {}", u"more than one document"_s);
    add("too deep", "clouds: " + QByteArray(60, '['), u"too deep in one another"_s);
    add("an alias in itself", "clouds: &a {b: *a}", u"within what it names"_s);
    add("JSON that is cut", "{\"clouds\": {\"a\": ", u"clouds.yaml, line 1, column "_s);
    QTest::addRow("the secure file")
        << "clouds: {a: {}}"_ba << "clouds: {a: ["_ba << u"secure.yaml, line 1, column "_s;
}

void OpenStackCloudsTest::saysWhereAFileIsDamaged()
{
    QFETCH(QByteArray, clouds);
    QFETCH(QByteArray, secure);
    QFETCH(QString, says);
    const QString error = errorOf(clouds, secure);
    QVERIFY2(error.contains(says), qPrintable(error));
}

void OpenStackCloudsTest::aliasesMakeNoMoreOfAFileThanItMayHold()
{
    QByteArray bomb = "a0: &a0 {";
    for (int i = 0; i < 40; ++i) {
        bomb += "k" + QByteArray::number(i) + ": v, ";
    }
    bomb += "}\n";
    for (int i = 1; i < 25; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " {n"
            + QByteArray::number(i) + ": [" + before + ", " + before + ", " + before + "], <<: ["
            + before + ", " + before + "]}\n";
    }
    // What is shared costs nothing.
    QCOMPARE(errorOf(bomb + "clouds: {a: *a24}"), u"no error"_s);
    QByteArray wide = "clouds:\n  a: &a {x: y}\n  b:\n";
    for (int i = 0; i < 60'000; ++i) {
        wide += "  - *a\n";
    }
    QVERIFY(errorOf(wide).contains(u"more values than"_s));
    QByteArray merged = "clouds:\n  a: &a {";
    for (int i = 0; i < 400; ++i) {
        merged += "k" + QByteArray::number(i) + ": v, ";
    }
    merged += "}\n  b:\n    <<: [";
    merged += QByteArray("*a, ").repeated(400) + "]\n";
    QVERIFY(errorOf(merged).contains(u"more values than"_s));
}

void OpenStackCloudsTest::aFileThatIsTooLargeIsNotRead()
{
    const QByteArray good = "clouds:\n  shop:\n    region_name: north\n#";
    QCOMPARE(errorOf(good + QByteArray(largestCloudsFile - good.size(), 'x')), u"no error"_s);
    QVERIFY(errorOf(good + QByteArray(largestCloudsFile, 'x')).contains(u"larger than 1 MB"_s));
}

void OpenStackCloudsTest::noSentenceHoldsASecret()
{
    const CredentialImport import =
        cloudOf(signIn.toByteArray()
                + "auth_type: odd\nverify: false\ncert: demo-secret.pem\n"
                  "regions: [a, b]\ninterface: odd");
    QCOMPARE(import.problems.size(), 4);
    QVERIFY(!(import.problems + import.notes).join(u' ').contains(u"demo-secret"_s));
    QVERIFY(
        !errorOf("clouds:\n  a:\n    password: demo-secret\n   b: c").contains(u"demo-secret"_s));
    QVERIFY(!errorOf("clouds: {password: \"demo-secret").contains(u"demo-secret"_s));
}

QTEST_GUILESS_MAIN(OpenStackCloudsTest)
#include "openstackcloudstest.moc"
