// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openstackcloud.h"
#include "support/testenvironment.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::OpenStackCloud;
using Support::RawAnswer;
using Support::RawHttp;

namespace {

QJsonObject createImage(const QString &name)
{
    return {{u"createImage"_s, QJsonObject{{u"name"_s, name}}}};
}

QJsonObject rebuild(const QString &image)
{
    return {{u"rebuild"_s, QJsonObject{{u"imageRef"_s, image}}}};
}

QString messageOf(const RawAnswer &answer, const QString &kind)
{
    return answer.object(kind).value(u"message"_s).toString();
}

QJsonObject orderOf(OpenStackCloud &openstack, const QString &name, const QString &image)
{
    return {{u"server"_s,
             QJsonObject{{u"name"_s, name},
                         {u"imageRef"_s, openstack.id(u"images"_s, image)},
                         {u"flavorRef"_s, openstack.flavorId()},
                         {u"networks"_s, u"none"_s}}}};
}

} // namespace

// Servers and their images in the simulated OpenStack.
class OpenStackServerTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

    static RawAnswer act(OpenStackCloud &openstack, const QString &server,
                         const QJsonObject &action, const QByteArray &version = "2.96")
    {
        const QString path = openstack.path(u"servers"_s, server) + u"/action"_s;
        return openstack.compute(version).post(path, action);
    }

private Q_SLOTS:
    void aServerIsCapturedStepByStep()
    {
        OpenStackCloud openstack;
        QCOMPARE(act(openstack, u"web-1"_s, createImage(u"now"_s)).status, 202);
        QCOMPARE(openstack.status(u"images"_s, u"now"_s), u"queued"_s);
        QCOMPARE(openstack.statuses(u"servers"_s, u"web-1"_s),
                 u"ACTIVE/image_snapshot_pending ACTIVE/image_snapshot ACTIVE/image_pending_upload "
                 "ACTIVE/image_uploading ACTIVE"_s);
        const QJsonObject image = openstack.named(u"images"_s, u"now"_s);
        QCOMPARE(image.value(u"status"_s), u"active"_s);
        QVERIFY(image.value(u"size"_s).toInteger() > 1'000'000'000);
        QCOMPARE(image.value(u"instance_uuid"_s), openstack.id(u"servers"_s, u"web-1"_s));
    }

    void anImageIsQueuedThenSavingThenActive()
    {
        OpenStackCloud openstack;
        QCOMPARE(act(openstack, u"web-1"_s, createImage(u"now"_s)).status, 202);
        QCOMPARE(openstack.statuses(u"images"_s, u"now"_s), u"queued saving active"_s);
    }

    void theImageIsToldInTheBodyOrInAHeader()
    {
        OpenStackCloud openstack;
        const RawAnswer later = act(openstack, u"web-1"_s, createImage(u"now"_s), "2.45");
        QCOMPARE(later.json().value(u"image_id"_s), openstack.id(u"images"_s, u"now"_s));
        const RawAnswer earlier = act(openstack, u"web-2"_s, createImage(u"then"_s), "2.44");
        QCOMPARE(earlier.body, QByteArray());
        const QString location = QString::fromLatin1(earlier.header("Location"));
        QCOMPARE(location.section(u'/', -1), openstack.id(u"images"_s, u"then"_s));
    }

    void oneCaptureAtATime()
    {
        OpenStackCloud openstack;
        QCOMPARE(act(openstack, u"web-1"_s, createImage(u"one"_s)).status, 202);
        const RawAnswer refused = act(openstack, u"web-1"_s, createImage(u"two"_s));
        QCOMPARE(refused.status, 409);
        QVERIFY(messageOf(refused, u"conflictingRequest"_s)
                    .endsWith(u"while it is in task_state image_snapshot_pending"_s));
    }

    void aCaptureThatFailsLeavesNoImage()
    {
        OpenStackCloud openstack;
        const QString server = openstack.path(u"servers"_s, u"web-1"_s);
        const QJsonObject fault{{u"metadata"_s, QJsonObject{{u"fault"_s, u"snapshot"_s}}}};
        QCOMPARE(openstack.compute().post(server + u"/metadata"_s, fault).status, 200);
        QCOMPARE(act(openstack, u"web-1"_s, createImage(u"bad"_s)).status, 202);
        QCOMPARE(openstack.statuses(u"images"_s, u"bad"_s), u"queued saving -"_s);
        QCOMPARE(openstack.status(u"servers"_s, u"web-1"_s), u"ACTIVE"_s);
        const QJsonArray actions =
            openstack.compute().get(server + u"/os-instance-actions"_s).array(u"instanceActions"_s);
        QCOMPARE(actions.at(0)[u"action"_s], u"createImage"_s);
        QCOMPARE(actions.at(0)[u"message"_s], u"Error"_s);
    }

    void aServerOnVolumesIsCapturedVolumeByVolume()
    {
        OpenStackCloud openstack;
        QCOMPARE(openstack.named(u"servers"_s, u"mail"_s).value(u"image"_s), u""_s);
        QCOMPARE(act(openstack, u"mail"_s, createImage(u"now"_s)).status, 202);
        const QJsonObject image = openstack.named(u"images"_s, u"now"_s);
        QCOMPARE(image.value(u"status"_s), u"active"_s);
        QCOMPARE(image.value(u"size"_s), 0);
        QVERIFY(!image.contains(u"image_type"_s));
        const QJsonArray parts =
            QJsonDocument::fromJson(image.value(u"block_device_mapping"_s).toString().toUtf8())
                .array();
        QCOMPARE(parts.size(), 2);
        for (const QJsonValueConstRef part : parts) {
            const RawAnswer snapshot =
                openstack.volume().get(u"/snapshots/"_s + part[u"snapshot_id"_s].toString());
            QCOMPARE(snapshot.object(u"snapshot"_s).value(u"name"_s), u"snapshot for now"_s);
        }
        QCOMPARE(openstack.statuses(u"snapshots"_s, u"snapshot for now"_s),
                 u"creating available"_s);
        QCOMPARE(openstack.image().del(openstack.path(u"images"_s, u"now"_s)).status, 204);
        QCOMPARE(openstack.status(u"snapshots"_s, u"snapshot for now"_s), u"available"_s);
    }

    void aServerIsRebuiltFromAnImage()
    {
        OpenStackCloud openstack;
        const QString image = openstack.id(u"images"_s, u"web-1 golden"_s);
        const RawAnswer answer = act(openstack, u"web-1"_s, rebuild(image));
        QCOMPARE(answer.status, 202);
        QVERIFY(answer.object(u"server"_s)
                    .value(u"adminPass"_s)
                    .toString()
                    .startsWith(u"demo-secret-"_s));
        QCOMPARE(
            openstack.statuses(u"servers"_s, u"web-1"_s),
            u"REBUILD/rebuilding REBUILD/rebuild_block_device_mapping REBUILD/rebuild_spawning "
            "ACTIVE"_s);
        QCOMPARE(openstack.named(u"servers"_s, u"web-1"_s).value(u"image"_s)[u"id"_s], image);
    }

    void aServerThatWasOffIsOffAfterItsRebuild()
    {
        OpenStackCloud openstack;
        const QString image = openstack.id(u"images"_s, u"runner + docker cache"_s);
        QCOMPARE(act(openstack, u"ci-runner"_s, rebuild(image)).status, 202);
        openstack.settle();
        QCOMPARE(openstack.status(u"servers"_s, u"ci-runner"_s), u"SHUTOFF"_s);
    }

    void aServerOnVolumesIsRebuiltByLaterMicroversions()
    {
        OpenStackCloud openstack;
        const QString image = openstack.id(u"images"_s, u"debian-13"_s);
        QCOMPARE(act(openstack, u"mail"_s, rebuild(image), "2.92").status, 400);
        QCOMPARE(act(openstack, u"mail"_s, rebuild(image), "2.93").status, 202);
        QCOMPARE(openstack.statuses(u"volumes"_s, u"mail-root"_s),
                 u"in-use downloading reserved attaching in-use"_s);
        QCOMPARE(openstack.named(u"servers"_s, u"mail"_s).value(u"image"_s), u""_s);
    }

    void anImageThatIsNotThereIsNotRebuiltFrom()
    {
        OpenStackCloud openstack;
        const RawAnswer refused =
            act(openstack, u"web-1"_s, rebuild(u"00000000-0000-0000-0000-000000000000"_s));
        QCOMPARE(refused.status, 400);
        QCOMPARE(messageOf(refused, u"badRequest"_s), u"Cannot find image for rebuild"_s);
    }

    void aServerIsStoppedAndStarted()
    {
        OpenStackCloud openstack;
        QCOMPARE(act(openstack, u"web-1"_s, {{u"os-start"_s, {}}}).status, 409);
        QCOMPARE(act(openstack, u"web-1"_s, {{u"os-stop"_s, {}}}).status, 202);
        QCOMPARE(openstack.statuses(u"servers"_s, u"web-1"_s), u"ACTIVE/powering-off SHUTOFF"_s);
        QCOMPARE(act(openstack, u"web-1"_s, {{u"os-stop"_s, {}}}).status, 409);
        QCOMPARE(act(openstack, u"web-1"_s, {{u"os-start"_s, {}}}).status, 202);
        QCOMPARE(openstack.statuses(u"servers"_s, u"web-1"_s), u"SHUTOFF/powering-on ACTIVE"_s);
    }

    void aLockedServerIsLeftAlone()
    {
        OpenStackCloud openstack;
        const QString image = openstack.id(u"images"_s, u"web-1 golden"_s);
        QCOMPARE(act(openstack, u"web-1"_s, {{u"lock"_s, {}}}).status, 202);
        QCOMPARE(act(openstack, u"web-1"_s, rebuild(image)).status, 409);
        QCOMPARE(act(openstack, u"web-1"_s, {{u"os-stop"_s, {}}}).status, 409);
        QCOMPARE(openstack.compute().del(openstack.path(u"servers"_s, u"web-1"_s)).status, 409);
        QCOMPARE(act(openstack, u"web-1"_s, createImage(u"still"_s)).status, 202);
    }

    void aServerIsMadeOfAnImage()
    {
        OpenStackCloud openstack;
        const QJsonObject body = orderOf(openstack, u"web-3"_s, u"web-1 golden"_s);
        const RawAnswer answer = openstack.compute().post(u"/servers"_s, body);
        QCOMPARE(answer.status, 202);
        QVERIFY(answer.object(u"server"_s).contains(u"adminPass"_s));
        const RawAnswer early = act(openstack, u"web-3"_s, createImage(u"early"_s));
        QVERIFY(messageOf(early, u"conflictingRequest"_s)
                    .endsWith(u"while it is in vm_state building"_s));
        QCOMPARE(openstack.statuses(u"servers"_s, u"web-3"_s),
                 u"BUILD/scheduling BUILD BUILD/networking BUILD/spawning ACTIVE"_s);
    }

    void aServerMadeOfASnapshotOfVolumesHasCopiesOfThem()
    {
        OpenStackCloud openstack;
        const QJsonObject body = orderOf(openstack, u"mail-2"_s, u"mail before Dovecot 2.4"_s);
        QCOMPARE(openstack.compute().post(u"/servers"_s, body).status, 202);
        openstack.settle();
        const QJsonObject server = openstack.named(u"servers"_s, u"mail-2"_s);
        QCOMPARE(server.value(u"status"_s), u"ACTIVE"_s);
        const QJsonArray volumes =
            server.value(u"os-extended-volumes:volumes_attached"_s).toArray();
        QCOMPARE(volumes.size(), 2);
        QCOMPARE(openstack.all(u"volumes"_s).size(), 11);
    }

    void aFullProjectGetsNoMoreServers()
    {
        OpenStackCloud openstack;
        const QJsonObject body = orderOf(openstack, u"more"_s, u"debian-13"_s);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(openstack.compute().post(u"/servers"_s, body).status, 202);
        }
        const RawAnswer refused = openstack.compute().post(u"/servers"_s, body);
        QCOMPARE(refused.status, 403);
        QCOMPARE(
            messageOf(refused, u"forbidden"_s),
            u"Quota exceeded for instances: Requested 1, but already used 10 of 10 instances"_s);
    }

    void aDeletedServerLetsItsVolumesGo()
    {
        OpenStackCloud openstack;
        const QString path = openstack.path(u"servers"_s, u"shop-nordwind"_s);
        QCOMPARE(openstack.compute().del(path).status, 204);
        QCOMPARE(openstack.statuses(u"servers"_s, u"shop-nordwind"_s), u"ACTIVE/deleting -"_s);
        QCOMPARE(openstack.status(u"volumes"_s, u"shop-media"_s), u"available"_s);
        QCOMPARE(openstack.compute().get(path).status, 404);
    }

    void aVolumeIsDetachedAndAttached()
    {
        OpenStackCloud openstack;
        const QString attachments =
            openstack.path(u"servers"_s, u"shop-nordwind"_s) + u"/os-volume_attachments"_s;
        const QString volume = openstack.id(u"volumes"_s, u"shop-media"_s);
        QCOMPARE(openstack.compute().del(attachments + u'/' + volume).status, 202);
        QCOMPARE(openstack.statuses(u"volumes"_s, u"shop-media"_s), u"detaching available"_s);
        const QJsonObject body{{u"volumeAttachment"_s, QJsonObject{{u"volumeId"_s, volume}}}};
        QCOMPARE(openstack.compute().post(attachments, body).status, 200);
        QCOMPARE(openstack.statuses(u"volumes"_s, u"shop-media"_s), u"reserved attaching in-use"_s);
        QCOMPARE(openstack.compute().get(attachments).array(u"volumeAttachments"_s).size(), 1);
    }

    void laterMicroversionsTellMore()
    {
        OpenStackCloud openstack;
        const QString path = openstack.path(u"servers"_s, u"web-1"_s);
        const QJsonObject first = openstack.compute("").get(path).object(u"server"_s);
        const QJsonObject last = openstack.compute("2.96").get(path).object(u"server"_s);
        QVERIFY(first.value(u"flavor"_s).toObject().contains(u"id"_s));
        QVERIFY(!first.contains(u"locked"_s));
        QCOMPARE(last.value(u"flavor"_s)[u"original_name"_s], u"c1.small"_s);
        QVERIFY(last.contains(u"locked"_s));
    }

    void listsOfServersComeInPages()
    {
        OpenStackCloud openstack;
        const RawAnswer page = openstack.compute().get(u"/servers?limit=4"_s);
        QCOMPARE(page.array(u"servers"_s).size(), 4);
        const QUrl next(page.array(u"servers_links"_s).at(0)[u"href"_s].toString());
        const RawAnswer rest = openstack.compute().get(u"/servers?"_s + next.query());
        QCOMPARE(rest.array(u"servers"_s).size(), 2);
        QVERIFY(!rest.json().contains(u"servers_links"_s));
        QCOMPARE(openstack.compute()
                     .get(u"/servers?marker=00000000-0000-0000-0000-000000000000"_s)
                     .status,
                 400);
    }
};

QTEST_GUILESS_MAIN(OpenStackServerTest)
#include "openstackservertest.moc"
