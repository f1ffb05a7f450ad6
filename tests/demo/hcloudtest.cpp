// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/hcloudclient.h"
#include "support/hetznercloud.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Support::HcloudClient;
using Support::HetznerCloud;
using Support::idOf;

namespace {

// Fast enough for a client that asks every half second.
Demo::CloudOptions fastOptions()
{
    Demo::CloudOptions options = HetznerCloud::options();
    options.timeFactor = 2000;
    return options;
}

} // namespace

// The vendor's own client does its work against the simulation.
class HcloudTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;
    HetznerCloud m_hetzner{fastOptions()};
    HcloudClient m_hcloud{m_hetzner.cloud().baseUrl(), m_hetzner.cloud().options().token};

    HcloudClient::Outcome run(const QString &command) { return m_hcloud.run(command.split(u' ')); }

private Q_SLOTS:
    void initTestCase()
    {
        if (!HcloudClient::isInstalled()) {
            QSKIP("Install Hetzner's client (package hcloud-cli) to run these.");
        }
    }

    void listsServers()
    {
        const HcloudClient::Outcome outcome = run(u"server list"_s);
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        QCOMPARE(outcome.output.trimmed().count(u'\n'), 15);
        QVERIFY(outcome.output.contains(u"shop-muenchen"_s));
    }

    void listsSnapshotsOverAllPages()
    {
        const HcloudClient::Outcome outcome = run(u"image list -t snapshot -o json"_s);
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        const QJsonArray own = m_hetzner.all(u"/images?type=snapshot"_s, u"images"_s);
        const QJsonArray listed = outcome.json();
        QCOMPARE(listed.size(), own.size());
        for (qsizetype i = 0; i < own.size(); ++i) {
            QCOMPARE(idOf(listed.at(i).toObject()), idOf(own.at(i).toObject()));
            QCOMPARE(listed.at(i)[u"description"_s], own.at(i)[u"description"_s]);
            QCOMPARE(listed.at(i)[u"image_size"_s].toDouble(),
                     own.at(i)[u"image_size"_s].toDouble());
        }
    }

    void createsAnImageAndWaitsForIt()
    {
        const HcloudClient::Outcome outcome =
            m_hcloud.run({u"server"_s, u"create-image"_s, u"web-1"_s, u"--type"_s, u"snapshot"_s,
                          u"--description"_s, u"von hcloud"_s, u"--label"_s, u"by=hcloud"_s});
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        const QJsonObject image = m_hetzner.snapshot(u"von hcloud"_s);
        QCOMPARE(image.value(u"status"_s), u"available"_s);
        QVERIFY(image.value(u"image_size"_s).toDouble() > 0);
        QCOMPARE(image.value(u"labels"_s)[u"by"_s], u"hcloud"_s);
    }

    void deletesAnImage()
    {
        const qint64 id = idOf(m_hetzner.snapshot(u"test 2"_s));
        const HcloudClient::Outcome outcome = run(u"image delete %1"_s.arg(id));
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        QCOMPARE(m_hetzner.http().get(u"/images/%1"_s.arg(id)).status, 404);
    }

    void rebuildsAServer()
    {
        const qint64 id = idOf(m_hetzner.snapshot(u"web-2 vor Kernel-Update"_s));
        const HcloudClient::Outcome outcome = run(u"server rebuild web-2 --image %1"_s.arg(id));
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        const QJsonObject server = m_hetzner.server(u"web-2"_s);
        QCOMPARE(idOf(server.value(u"image"_s).toObject()), id);
        QCOMPARE(server.value(u"status"_s), u"running"_s);
    }

    void createsAServerFromASnapshotAndWaitsUntilItRuns()
    {
        const qint64 id = idOf(m_hetzner.snapshot(u"golden image web"_s));
        const HcloudClient::Outcome outcome =
            run(u"server create --name web-4 --type cpx32 --image %1 --location hel1 "
                "--ssh-key deploy --label by=hcloud"_s.arg(id));
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        const QJsonObject server = m_hetzner.server(u"web-4"_s);
        QCOMPARE(idOf(server.value(u"image"_s).toObject()), id);
        QCOMPARE(server.value(u"status"_s), u"running"_s);
        QCOMPARE(server.value(u"location"_s)[u"name"_s], u"hel1"_s);
        QCOMPARE(server.value(u"labels"_s)[u"by"_s], u"hcloud"_s);
        QVERIFY2(!outcome.output.contains(u"demo-secret-"_s), qUtf8Printable(outcome.output));
    }

    void showsTheRootPasswordOfAServerWithoutKeys()
    {
        const HcloudClient::Outcome outcome =
            run(u"server create --name web-5 --type cx33 --image debian-13 --location nbg1 "
                "--start-after-create=false"_s);
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        QVERIFY2(outcome.output.contains(u"demo-secret-"_s), qUtf8Printable(outcome.output));
        QCOMPARE(m_hetzner.server(u"web-5"_s).value(u"status"_s), u"off"_s);
    }

    void tellsThatATypeIsSoldOut()
    {
        const HcloudClient::Outcome outcome =
            run(u"server create --name web-6 --type cx43 --image debian-13 --location fsn1"_s);
        QVERIFY(!outcome.isGood());
        QVERIFY2(outcome.errors.contains(u"resource_unavailable"_s),
                 qUtf8Printable(outcome.errors));
    }

    void changesAnImage()
    {
        const qint64 id = idOf(m_hetzner.snapshot(u"borg ready"_s));
        HcloudClient::Outcome outcome = m_hcloud.run(
            {u"image"_s, u"update"_s, QString::number(id), u"--description"_s, u"borg 2 ready"_s});
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        outcome = run(u"image enable-protection %1 delete"_s.arg(id));
        QVERIFY2(outcome.isGood(), qUtf8Printable(outcome.errors));
        const QJsonObject image = m_hetzner.snapshot(u"borg 2 ready"_s);
        QCOMPARE(idOf(image), id);
        QCOMPARE(image.value(u"protection"_s)[u"delete"_s], true);
    }

    void stopsAndStartsAServer()
    {
        QVERIFY(run(u"server shutdown --wait web-3"_s).isGood());
        QCOMPARE(m_hetzner.server(u"web-3"_s).value(u"status"_s), u"off"_s);
        QVERIFY(run(u"server poweron web-3"_s).isGood());
        QCOMPARE(m_hetzner.server(u"web-3"_s).value(u"status"_s), u"running"_s);
    }

    void tellsOfRefusals()
    {
        const qint64 id = idOf(m_hetzner.snapshot(u"vor Relaunch"_s));
        const HcloudClient::Outcome outcome = run(u"image delete %1"_s.arg(id));
        QVERIFY(!outcome.isGood());
        QVERIFY2(outcome.errors.contains(u"protected"_s), qUtf8Printable(outcome.errors));
    }
};

QTEST_GUILESS_MAIN(HcloudTest)
#include "hcloudtest.moc"
