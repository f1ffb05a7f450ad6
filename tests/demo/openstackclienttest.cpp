// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openstackclient.h"
#include "support/openstackcloud.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Support::OpenStackClient;
using Support::OpenStackCloud;

namespace {

// Fast enough for a client that asks every other second.
Demo::CloudOptions fastOptions()
{
    Demo::CloudOptions options = OpenStackCloud::options();
    options.timeFactor = 1000;
    return options;
}

OpenStackClient clientOf(Demo::SimulatedCloud &cloud)
{
    const QJsonObject known = QJsonDocument::fromJson(cloud.options().token.toUtf8()).object();
    return {cloud.baseUrl(), known.value(u"id"_s).toString(), known.value(u"secret"_s).toString()};
}

} // namespace

// The OpenStack project's own client does its work against the simulation.
class OpenStackClientTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;
    OpenStackCloud m_openstack{fastOptions()};
    OpenStackClient m_client = clientOf(m_openstack.cloud());

private Q_SLOTS:
    void initTestCase()
    {
        if (!OpenStackClient::isInstalled()) {
            QSKIP("Install the OpenStack client (package python3-openstackclient) to run these.");
        }
    }

    void listsSnapshotsVolumesServersAndImages_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("list");
        QTest::addRow("snapshots") << u"volume snapshot list -f json"_s << u"snapshots"_s;
        QTest::addRow("volumes") << u"volume list -f json"_s << u"volumes"_s;
        QTest::addRow("servers") << u"server list -f json"_s << u"servers"_s;
        QTest::addRow("images") << u"image list -f json"_s << u"images"_s;
    }

    void listsSnapshotsVolumesServersAndImages()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, list);
        const OpenStackClient::Outcome outcome = m_client.run(command.split(u' '));
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        QCOMPARE(outcome.json().array().size(), m_openstack.all(list).size());
    }

    void takesChangesRevertsToAndRemovesASnapshot()
    {
        OpenStackClient::Outcome outcome =
            m_client.run({u"volume"_s, u"snapshot"_s, u"create"_s, u"--volume"_s, u"web-assets"_s,
                          u"--property"_s, u"by=client"_s, u"from the client"_s});
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        m_openstack.settle();
        QCOMPARE(m_openstack.status(u"snapshots"_s, u"from the client"_s), u"available"_s);
        outcome = m_client.run({u"volume"_s, u"snapshot"_s, u"set"_s, u"--name"_s, u"renamed"_s,
                                u"from the client"_s});
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        outcome = m_client.run({u"volume"_s, u"revert"_s, u"renamed"_s});
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        m_openstack.settle();
        QCOMPARE(m_openstack.status(u"volumes"_s, u"web-assets"_s), u"available"_s);
        outcome = m_client.run({u"volume"_s, u"snapshot"_s, u"delete"_s, u"renamed"_s});
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        m_openstack.settle();
        QVERIFY(m_openstack.named(u"snapshots"_s, u"renamed"_s).isEmpty());
    }

    void tellsWhyARevertIsRefused()
    {
        const OpenStackClient::Outcome outcome =
            m_client.run({u"volume"_s, u"revert"_s, u"cache warm"_s});
        QVERIFY(!outcome.isGood());
        QVERIFY2(outcome.errors.contains(u"not the latest one"_s), qUtf8Printable(outcome.errors));
    }

    void capturesAServerAndRebuildsItFromTheImage()
    {
        OpenStackClient::Outcome outcome =
            m_client.run({u"server"_s, u"image"_s, u"create"_s, u"--name"_s, u"captured"_s,
                          u"web-2"_s, u"--wait"_s});
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        outcome = m_client.run(
            {u"server"_s, u"rebuild"_s, u"--image"_s, u"captured"_s, u"web-2"_s, u"--wait"_s});
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        QCOMPARE(m_openstack.named(u"servers"_s, u"web-2"_s).value(u"image"_s)[u"id"_s],
                 m_openstack.id(u"images"_s, u"captured"_s));
    }

    void changesAnImage()
    {
        OpenStackClient::Outcome outcome =
            m_client.run({u"image"_s, u"set"_s, u"--name"_s, u"runner"_s, u"--protected"_s,
                          u"runner + docker cache"_s});
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        outcome = m_client.run({u"image"_s, u"delete"_s, u"runner"_s});
        QVERIFY(!outcome.isGood());
        QVERIFY2(outcome.errors.contains(u"403"_s), qUtf8Printable(outcome.errors));
    }

    void showsTheLimits()
    {
        const OpenStackClient::Outcome outcome =
            m_client.run({u"limits"_s, u"show"_s, u"--absolute"_s});
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        QVERIFY(outcome.output.contains(u"max_total_snapshots"_s)
                || outcome.output.contains(u"maxTotalSnapshots"_s));
    }
};

QTEST_GUILESS_MAIN(OpenStackClientTest)
#include "openstackclienttest.moc"
