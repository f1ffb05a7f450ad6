// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackclouds.h"
#include "providers/openstack/openstackcredential.h"
#include "providers/openstack/openstackforms.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Providers;
using namespace Qt::StringLiterals;

/// What becomes of the ids in a clouds.yaml.
class OpenStackIdsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsIdsWhileTheirFieldsAreLeftAlone_data();
    void keepsIdsWhileTheirFieldsAreLeftAlone();

private:
    Support::TestEnvironment m_environment;
};

void OpenStackIdsTest::keepsIdsWhileTheirFieldsAreLeftAlone_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("changes"); // "key=value …", as a person enters them
    QTest::addColumn<QByteArray>("kept"); // beside the password and what is always there
    const QByteArray byName = "username: anna\nuser_domain_name: staff\nproject_name: shop\n"
                              "project_id: 8e\nuser_domain_id: d1"_ba;
    const QByteArray byId =
        "user_id: 4f\nproject_id: 8e\nproject_domain_id: d2\nuser_domain_id: default"_ba;
    QTest::addRow("names and ids")
        << byName << QString() << R"("project_id":"8e","user":"anna","user_domain_id":"d1")"_ba;
    QTest::addRow("ids") << byId << QString() << R"("project_id":"8e","user_id":"4f")"_ba;
    QTest::addRow("a user, an id of the usual domain")
        << "username: anna\nuser_domain_id: default"_ba << QString()
        << R"("user":"anna","user_domain_id":"default")"_ba;
    QTest::addRow("another project") << byName << u"project=other"_s
                                     << R"("project":"other","project_domain":"Default",)"
                                        R"("user":"anna","user_domain_id":"d1")"_ba;
    QTest::addRow("every project") << byId << u"project="_s << R"("user_id":"4f")"_ba;
    QTest::addRow("a project of another domain")
        << byName << u"project_domain=clients"_s
        << R"("project":"shop","project_domain":"clients","user":"anna","user_domain_id":"d1")"_ba;
    QTest::addRow("another user")
        << byId << u"user=bob"_s
        << R"("project_id":"8e","user":"bob","user_domain_id":"default")"_ba;
    QTest::addRow("another domain of the user")
        << byName << u"user_domain=clients"_s
        << R"("project_id":"8e","user":"anna","user_domain":"clients")"_ba;
}

void OpenStackIdsTest::keepsIdsWhileTheirFieldsAreLeftAlone()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, changes);
    QFETCH(QByteArray, kept);
    const auto clouds =
        readClouds("clouds:\n  shop:\n    auth:\n      auth_url: https://c.example/v3\n"
                   "      password: demo-secret\n      "
                       + lines.replace("\n", "\n      ") + '\n',
                   {});
    QVERIFY(clouds && clouds->size() == 1);
    CredentialEntry entry = clouds->constFirst().credential;
    const QStringList changed = changes.split(u' ', Qt::SkipEmptyParts);
    for (const QString &change : changed) {
        entry.values.insert(change.section(u'=', 0, 0), Secret(change.section(u'=', 1).toUtf8()));
    }
    const Secret secret = OpenStackForms::compose(entry);
    QCOMPARE(secret.reveal(),
             R"({"method":"password","password":"demo-secret",)" + kept + R"(,"v":1})");
    QVERIFY(OpenStackCredential::read(secret));
}

QTEST_GUILESS_MAIN(OpenStackIdsTest)
#include "openstackidstest.moc"
