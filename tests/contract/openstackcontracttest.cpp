// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openstackcloud.h"
#include "support/openstackcontracts.h"
#include "support/testenvironment.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Support::OpenStackCloud;
using Support::OpenStackContracts;
using Support::RawAnswer;
using Support::RawHttp;

// Whether what the simulation answers has the shape that the contracts document.
class OpenStackContractTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;
    QTemporaryDir m_folder;

    QString exchangesFile() const { return m_folder.filePath(u"exchanges"_s); }
    static void driveVolumes(OpenStackCloud &openstack);
    static void driveServers(OpenStackCloud &openstack);
    static void driveImages(OpenStackCloud &openstack);

private Q_SLOTS:
    void initTestCase();
    void everyAnswerIsAsTheContractSays_data();
    void everyAnswerIsAsTheContractSays();
    void whatWasAskedIsJudgedWhereItWasRefused();
    void theContractCanBeBroken_data();
    void theContractCanBeBroken();
};

void OpenStackContractTest::initTestCase()
{
    if (const QString obstacle = OpenStackContracts::obstacle(); !obstacle.isEmpty()) {
        QSKIP(qPrintable(obstacle));
    }
    OpenStackCloud openstack;
    QVERIFY(openstack.cloud().recordTo(exchangesFile()));
    driveVolumes(openstack);
    driveServers(openstack);
    driveImages(openstack);
}

void OpenStackContractTest::driveVolumes(OpenStackCloud &openstack)
{
    const QString volume = openstack.path(u"volumes"_s, u"web-assets"_s);
    const QString snapshot = openstack.path(u"snapshots"_s, u"cache warm"_s);
    RawHttp &http = openstack.volume("3.70");
    const QStringList paths{u"/volumes"_s,
                            u"/volumes/detail?limit=3"_s,
                            volume,
                            u"/snapshots"_s,
                            u"/snapshots/detail?limit=4&with_count=true&sort=created_at:asc"_s,
                            snapshot,
                            snapshot + u"/metadata"_s,
                            u"/limits"_s,
                            u"/types"_s,
                            u"/os-availability-zone"_s};
    for (const QString &path : paths) {
        QCOMPARE(http.get(path).status, 200);
    }
    const QJsonObject order{
        {u"snapshot"_s,
         QJsonObject{{u"volume_id"_s, volume.section(u'/', -1)},
                     {u"name"_s, u"now"_s},
                     {u"metadata"_s, QJsonObject{{u"snapdeck_op"_s, u"1"_s}}}}}};
    QCOMPARE(http.post(u"/snapshots"_s, order).status, 202);
    const QJsonObject rename{{u"snapshot"_s, QJsonObject{{u"name"_s, u"warm"_s}}}};
    QCOMPARE(http.put(snapshot, rename).status, 200);
    openstack.settle();
    const QString taken = openstack.id(u"snapshots"_s, u"now"_s);
    const QJsonObject revert{{u"revert"_s, QJsonObject{{u"snapshot_id"_s, taken}}}};
    QCOMPARE(openstack.volume("3.70").post(volume + u"/action"_s, revert).status, 202);
    const QJsonObject copy{
        {u"volume"_s,
         QJsonObject{{u"snapshot_id"_s, snapshot.section(u'/', -1)}, {u"name"_s, u"copy"_s}}}};
    QCOMPARE(openstack.volume("3.70").post(u"/volumes"_s, copy).status, 202);
    openstack.settle();
    QCOMPARE(openstack.volume("3.70").del(snapshot).status, 202);
    QCOMPARE(openstack.volume("3.70").del(openstack.path(u"volumes"_s, u"copy"_s)).status, 202);
}

void OpenStackContractTest::driveServers(OpenStackCloud &openstack)
{
    const QString server = openstack.path(u"servers"_s, u"web-1"_s);
    const QString onVolumes = openstack.path(u"servers"_s, u"mail"_s);
    const QString image = openstack.id(u"images"_s, u"web-1 golden"_s);
    RawHttp &http = openstack.compute("2.96");
    const QStringList paths{
        u"/servers"_s, u"/servers/detail?limit=2"_s,       server,
        onVolumes,     server + u"/os-instance-actions"_s, u"/os-availability-zone"_s};
    for (const QString &path : paths) {
        QCOMPARE(http.get(path).status, 200);
    }
    for (const QString &path : {server, onVolumes}) {
        const QJsonObject capture{{u"createImage"_s, QJsonObject{{u"name"_s, u"contract"_s}}}};
        QCOMPARE(http.post(path + u"/action"_s, capture).status, 202);
    }
    openstack.settle();
    const QJsonObject rebuild{{u"rebuild"_s, QJsonObject{{u"imageRef"_s, image}}}};
    QCOMPARE(openstack.compute("2.96").post(server + u"/action"_s, rebuild).status, 202);
    openstack.settle();
    const QJsonObject order{{u"server"_s,
                             QJsonObject{{u"name"_s, u"web-3"_s},
                                         {u"imageRef"_s, image},
                                         {u"flavorRef"_s, openstack.flavorId()},
                                         {u"networks"_s, u"none"_s}}}};
    QCOMPARE(openstack.compute("2.96").post(u"/servers"_s, order).status, 202);
    QCOMPARE(openstack.compute("2.96").del(server).status, 204);
}

void OpenStackContractTest::driveImages(OpenStackCloud &openstack)
{
    const QString image = openstack.path(u"images"_s, u"runner + docker cache"_s);
    RawHttp &http = openstack.image();
    QCOMPARE(http.get(u"/images?visibility=private&limit=3&sort=created_at:desc"_s).status, 200);
    QCOMPARE(http.get(image).status, 200);
    QCOMPARE(http.del(image).status, 204);
}

void OpenStackContractTest::everyAnswerIsAsTheContractSays_data()
{
    QTest::addColumn<int>("index");
    QTest::addRow("volumes") << 0;
    QTest::addRow("servers") << 1;
    QTest::addRow("images") << 2;
}

void OpenStackContractTest::everyAnswerIsAsTheContractSays()
{
    QFETCH(const int, index);
    const QStringList complaints =
        OpenStackContracts::complaints(OpenStackContracts::services().at(index), exchangesFile())
            .values();
    QVERIFY2(complaints.isEmpty(), qUtf8Printable(complaints.join(u'\n')));
}

void OpenStackContractTest::whatWasAskedIsJudgedWhereItWasRefused()
{
    OpenStackCloud openstack;
    const QString file = m_folder.filePath(u"refusals"_s);
    QVERIFY(openstack.cloud().recordTo(file));
    const QString nobody = u"/snapshots/00000000-0000-0000-0000-000000000000"_s;
    QCOMPARE(openstack.volume("3.70").get(nobody).status, 404);
    const auto complaints = [&file] {
        return OpenStackContracts::complaints(OpenStackContracts::services().constFirst(), file)
            .values()
            .join(u'\n');
    };
    QCOMPARE(complaints(), QString());
    QCOMPARE(openstack.volume("3.70").get(u"/snapshots/detail?cherry=1"_s).status, 400);
    QVERIFY2(complaints().contains(u"query cherry"_s), qUtf8Printable(complaints()));
}

void OpenStackContractTest::theContractCanBeBroken_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("named");
    QTest::addRow("a size in text")
        << 0 << u"\"size\":80"_s << u"\"size\":\"80 GB\""_s << u".size"_s;
    QTest::addRow("a field misspelt")
        << 0 << u"\"volume_id\""_s << u"\"volumeId\""_s << u"volumeId"_s;
    QTest::addRow("a status nobody knows")
        << 0 << u"\"available\""_s << u"\"ready\""_s << u".status"_s;
    QTest::addRow("a lock in text")
        << 1 << u"\"locked\":false"_s << u"\"locked\":\"no\""_s << u".locked"_s;
    QTest::addRow("a protection in text")
        << 2 << u"\"protected\":false"_s << u"\"protected\":\"no\""_s << u".protected"_s;
}

void OpenStackContractTest::theContractCanBeBroken()
{
    QFETCH(const int, index);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, named);
    const QString complaints =
        OpenStackContracts::complaints(OpenStackContracts::services().at(index), exchangesFile(),
                                       from, to)
            .values()
            .join(u'\n');
    QVERIFY2(complaints.contains(named), qUtf8Printable(complaints));
}

QTEST_GUILESS_MAIN(OpenStackContractTest)
#include "openstackcontracttest.moc"
