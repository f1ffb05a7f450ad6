// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackforms.h"
#include "support/testenvironment.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Domain;
using namespace Providers;
using namespace Qt::StringLiterals;

namespace {

/// "key=value …" to what a person entered.
CredentialEntry entryOf(const QString &form, const QString &values)
{
    CredentialEntry entry;
    entry.form = form;
    const QStringList pairs = values.split(u' ', Qt::SkipEmptyParts);
    for (const QString &pair : pairs) {
        entry.values.insert(pair.section(u'=', 0, 0), Secret(pair.section(u'=', 1).toUtf8()));
    }
    return entry;
}

} // namespace

class OpenStackFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOneObjectOfWhatWasEntered_data();
    void keepsOneObjectOfWhatWasEntered();
    void keepsWhatWasTypedByteForByte();
    void aFormThatIsNotKnownKeepsNothing();
    void everyFormIsWhole();
    void describesWhatTheDialogNeeds();
    void oneTokenIsAFormOfItsOwn();

private:
    Support::TestEnvironment m_environment;
};

void OpenStackFormsTest::keepsOneObjectOfWhatWasEntered_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("values");
    QTest::addColumn<QByteArray>("expected");
    QTest::addRow("application credential")
        << u"application_credential"_s << u"id=abc secret=demo-secret"_s
        << R"({"id":"abc","method":"application_credential","secret":"demo-secret","v":1})"_ba;
    QTest::addRow("in one region, by endpoints of another interface, with an authority")
        << u"application_credential"_s
        << u"id=abc secret=demo-secret region=north interface=internal cacert=PEM"_s
        << R"({"cacert":"PEM","id":"abc","interface":"internal","method":"application_credential","region":"north","secret":"demo-secret","v":1})"_ba;
    QTest::addRow("by name, in the usual domain")
        << u"application_credential_name"_s << u"name=backup secret=demo-secret user=anna"_s
        << R"({"method":"application_credential_name","name":"backup","secret":"demo-secret","user":"anna","user_domain":"Default","v":1})"_ba;
    QTest::addRow("password, one project")
        << u"password"_s << u"user=anna user_domain=staff password=demo-secret project=shop"_s
        << R"({"method":"password","password":"demo-secret","project":"shop","project_domain":"Default","user":"anna","user_domain":"staff","v":1})"_ba;
    QTest::addRow("password, every project")
        << u"password"_s << u"user=anna password=demo-secret project_domain=staff"_s
        << R"({"method":"password","password":"demo-secret","user":"anna","user_domain":"Default","v":1})"_ba;
    QTest::addRow("what belongs to another form stays out")
        << u"application_credential"_s << u"id=abc secret=demo-secret password=demo-secret-2"_s
        << R"({"id":"abc","method":"application_credential","secret":"demo-secret","v":1})"_ba;
}

void OpenStackFormsTest::keepsOneObjectOfWhatWasEntered()
{
    QFETCH(QString, form);
    QFETCH(QString, values);
    QFETCH(QByteArray, expected);
    QCOMPARE(OpenStackForms::compose(entryOf(form, values)).reveal(), expected);
}

void OpenStackFormsTest::keepsWhatWasTypedByteForByte()
{
    CredentialEntry entry = entryOf(u"password"_s, u"user=anna"_s);
    const QByteArray password = " \"quoted\" \\ ä – {} "_ba;
    entry.values.insert(u"password"_s, Secret(password));
    const QJsonObject object =
        QJsonDocument::fromJson(OpenStackForms::compose(entry).reveal()).object();
    QCOMPARE(object.value("password"_L1).toString().toUtf8(), password);
}

void OpenStackFormsTest::aFormThatIsNotKnownKeepsNothing()
{
    QVERIFY(OpenStackForms::compose(entryOf(u"token"_s, u"token=demo-secret"_s)).isEmpty());
}

void OpenStackFormsTest::everyFormIsWhole()
{
    QSet<QString> ids;
    const QList<CredentialForm> forms = OpenStackForms::forms();
    for (const CredentialForm &form : forms) {
        ids.insert(form.id);
        QVERIFY(!form.title.isEmpty());
        QVERIFY(!form.help.isEmpty());
        QSet<QString> keys;
        int secrets = 0;
        for (const CredentialField &field : form.fields) {
            keys.insert(field.key);
            secrets += field.isSecret ? 1 : 0;
            QVERIFY(!field.label.isEmpty());
            QVERIFY2(field.isRequired == !field.missing.isEmpty(), qPrintable(field.key));
        }
        QCOMPARE(keys.size(), form.fields.size());
        QCOMPARE(secrets, 1);
    }
    QCOMPARE(ids.size(), forms.size());
}

void OpenStackFormsTest::describesWhatTheDialogNeeds()
{
    ProviderDescription description;
    OpenStackForms::describe(description);
    QCOMPARE(formsOf(description), OpenStackForms::forms());
    const CredentialEntry entry =
        entryOf(u"application_credential"_s, u"id=abc secret=demo-secret"_s);
    QCOMPARE(secretOf(description, entry).reveal(), OpenStackForms::compose(entry).reveal());
    QVERIFY(secretOf(description, CredentialEntry()).isEmpty());
    QVERIFY(description.credentialFile.action.contains(u"clouds.yaml"_s));
    QVERIFY(description.credentialFile.read != nullptr);
}

void OpenStackFormsTest::oneTokenIsAFormOfItsOwn()
{
    for (const ProviderDescription &provider : providers()) {
        if (!provider.forms.isEmpty()) {
            continue;
        }
        const QList<CredentialForm> forms = formsOf(provider);
        QCOMPARE(forms.size(), 1);
        QCOMPARE(forms.first().fields.size(), 1);
        QCOMPARE(forms.first().fields.first().label, provider.credential.label);
        // Stored as it was entered, as ever.
        QCOMPARE(secretOf(provider, entryOf(u"token"_s, u"token=demo-secret-1"_s)).reveal(),
                 "demo-secret-1"_ba);
    }
}

QTEST_GUILESS_MAIN(OpenStackFormsTest)
#include "openstackformstest.moc"
