// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openstackrig.h"
#include "providers/openstack/openstackrevert.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::OpenStackRevert;
using Rig = OpenStackRig;

namespace {

const QByteArray server = "GET /one/compute/servers/"_ba + Rig::serverId.toLatin1();
const QByteArray volume = "GET /one/volume/volumes/"_ba + Rig::volumeId.toLatin1();
const QByteArray copy = "GET /one/volume/snapshots/"_ba + Rig::copyId.toLatin1();
const QByteArray image = "GET /one/image/images/"_ba + Rig::imageId.toLatin1();
const QByteArray copiesOf =
    "GET /one/volume/snapshots/detail?limit=1000&volume_id="_ba + Rig::volumeId.toLatin1();
const QByteArray onServer = "POST /one/compute/servers/"_ba + Rig::serverId.toLatin1() + "/action";
const QByteArray onVolume = "POST /one/volume/volumes/"_ba + Rig::volumeId.toLatin1() + "/action";

TakeSnapshot takeOf(const ResourceKey &source)
{
    return {source, u"daily"_s, u"m1"_s, {}};
}

RollBack revert()
{
    return {Rig::volumeKey(), Rig::copyKey(), {}};
}

RollBack rebuild()
{
    return {Rig::serverKey(), Rig::imageKey(), {}};
}

Support::ServedAnswer told(int status, const QByteArray &body,
                           const std::pair<QByteArray, QByteArray> &header)
{
    Support::ServedAnswer answer{.status = status, .body = body};
    answer.headers.append(header.first, header.second);
    return answer;
}

} // namespace

/// What is sent, after what was read, and what is never sent.
class OpenStackSenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<Rig>();
        m_rig->onlyOneProject();
        m_rig->always(server, Rig::one("server", Rig::serverRow()));
        m_rig->always(volume, Rig::one("volume", Rig::volumeRow()));
        m_rig->always(copy, Rig::one("snapshot", Rig::copyRow()));
        m_rig->always(image, Rig::text(Rig::imageRow()));
        m_rig->always(copiesOf, Rig::list("snapshots", {Rig::copyRow()}));
    }
    void cleanup()
    {
        const QList<QByteArray> unexpected = m_rig->unexpected();
        m_rig.reset();
        QCOMPARE(unexpected, QList<QByteArray>());
    }

    void takesOfAVolume();
    void forcesOnlyWhereItMust();
    void takesOfAServer();
    void readsAnOlderServicesAnswer();
    void tellsAQuota();
    void tellsABusyServer();
    void revertsWhatFits();
    void neverSendsARevertThatDoesNotFit_data();
    void neverSendsARevertThatDoesNotFit();
    void rebuilds();
    void neverRebuildsAVolumeBackedServer();
    void removes();
    void removesWhatIsGone();
    void removesNothingTwice();
    void tellsAProtectedImage();
    void renamesAndProtects();
    void makesAServer();
    void makesAVolume();
    void makesNothingInAnotherRegion();
    void leavesOpenWhatItCouldNotRead();

private:
    [[nodiscard]] Result<Accepted> send(const Request &request)
    {
        return m_rig->answer(m_rig->sender.send(request));
    }

    Support::TestEnvironment m_environment;
    std::unique_ptr<Rig> m_rig;
};

void OpenStackSenderTest::takesOfAVolume()
{
    m_rig->once("POST /one/volume/snapshots",
                told(202, OpenStackExchanges::body(u"ci_snapshot_create_202"_s),
                     {"x-openstack-request-id", "req-7"}));

    const auto accepted = send(takeOf(Rig::volumeKey()));

    QVERIFY(accepted);
    QCOMPARE(accepted->task.made, SnapshotId{Rig::copyId});
    QCOMPARE(accepted->requestId, u"req-7"_s);
    QVERIFY(!m_rig->bodyOf("POST /one/volume/snapshots").contains("force"));
}

void OpenStackSenderTest::forcesOnlyWhereItMust()
{
    m_rig->always("POST /one/volume/snapshots",
                  OpenStackExchanges::body(u"ci_snapshot_in_use_force_365_202"_s), 202);
    m_rig->always(volume, Rig::one("volume", Rig::volumeRow({{u"status"_s, u"in-use"_s}})));

    QVERIFY(send(takeOf(Rig::volumeKey())));
    QVERIFY(!m_rig->bodyOf("POST /one/volume/snapshots").contains("force"));

    Providers::OpenStackVersions old;
    old.volume = 65;
    m_rig->setVersions(old);
    QVERIFY(send(takeOf(Rig::volumeKey())));
    QVERIFY(m_rig->bodyOf("POST /one/volume/snapshots").contains("\"force\":true"));

    m_rig->always(volume, Rig::one("volume", Rig::volumeRow()));
    QVERIFY(send(takeOf(Rig::volumeKey())));
    QVERIFY(!m_rig->bodyOf("POST /one/volume/snapshots").contains("force"));
}

void OpenStackSenderTest::takesOfAServer()
{
    m_rig->always(onServer, OpenStackExchanges::body(u"no_createimage_202"_s), 202);

    const auto accepted = send(takeOf(Rig::serverKey()));

    QVERIFY(accepted);
    QCOMPARE(accepted->task.made, SnapshotId{Rig::imageId});
    QVERIFY(m_rig->bodyOf(onServer).contains("\"snapdeck_op\":\"m1\""));
}

void OpenStackSenderTest::readsAnOlderServicesAnswer()
{
    for (const char *end : {"", "/"}) {
        const QByteArray place = "http://elsewhere.test/images/46b8cdb3-5256"_ba + end;
        Support::ServedAnswer old = told(202, "", {"Location", place});
        old.headers.append("Content-Type", "text/html; charset=UTF-8"); // of nothing
        m_rig->once(onServer, old);

        const auto accepted = send(takeOf(Rig::serverKey()));

        QVERIFY(accepted);
        QCOMPARE(accepted->task.made, SnapshotId{u"46b8cdb3-5256"_s});
    }
}

void OpenStackSenderTest::tellsAQuota()
{
    m_rig->always("POST /one/volume/snapshots",
                  OpenStackExchanges::body(u"ci_quota_snapshots_413"_s), 413);

    const auto refused = send(takeOf(Rig::volumeKey()));

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::QuotaExceeded);
    QCOMPARE(refused.error().effect, Effect::None);
    QCOMPARE(m_rig->count("POST /one/volume/snapshots"), 1);
}

void OpenStackSenderTest::tellsABusyServer()
{
    for (const QString &fixture :
         {u"no_createimage_twice_409"_s, u"no_createimage_while_building_409"_s}) {
        m_rig->always(onServer, OpenStackExchanges::body(fixture), 409);

        const auto refused = send(takeOf(Rig::serverKey()));

        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Locked);
        QCOMPARE(refused.error().effect, Effect::None);
    }
}

void OpenStackSenderTest::revertsWhatFits()
{
    m_rig->always(onVolume, "", 202);

    const auto accepted = send(revert());

    QVERIFY(accepted);
    QVERIFY(!accepted->task.id.isEmpty()); // how the volume was before
    QVERIFY(m_rig->bodyOf(onVolume).contains(Rig::copyId.toLatin1()));
}

void OpenStackSenderTest::neverSendsARevertThatDoesNotFit_data()
{
    QTest::addColumn<QJsonObject>("volumeIs");
    QTest::addColumn<QJsonObject>("copyIs");
    QTest::addColumn<QJsonObject>("twinIs");
    QTest::addColumn<QString>("code");
    const QJsonObject same;
    const QJsonObject none = {{u"none"_s, true}};
    const auto at = [](const QString &time) {
        return QJsonObject{{u"id"_s, u"twin"_s}, {u"created_at"_s, time}};
    };
    QTest::addRow("attached") << QJsonObject{{u"status"_s, u"in-use"_s}} << same << none
                              << QString(OpenStackRevert::attached);
    QTest::addRow("in error") << same << QJsonObject{{u"status"_s, u"error"_s}} << none
                              << QString(OpenStackRevert::notReady);
    QTest::addRow("larger by now")
        << QJsonObject{{u"size"_s, 2}} << same << none << QString(OpenStackRevert::otherSize);
    QTest::addRow("not the latest") << same << same << at(u"2026-11-20T19:38:28.000000"_s)
                                    << QString(OpenStackRevert::notLatest);
    QTest::addRow("one of two") << same << same << at(u"2026-11-20T19:38:27.000000"_s)
                                << QString(OpenStackRevert::sameSecond);
}

void OpenStackSenderTest::neverSendsARevertThatDoesNotFit()
{
    QFETCH(QJsonObject, volumeIs);
    QFETCH(QJsonObject, copyIs);
    QFETCH(QJsonObject, twinIs);
    QFETCH(QString, code);
    m_rig->always(volume, Rig::one("volume", Rig::volumeRow(volumeIs)));
    m_rig->always(copy, Rig::one("snapshot", Rig::copyRow(copyIs)));
    QJsonArray rows = {Rig::copyRow(copyIs)};
    if (!twinIs.contains("none"_L1)) {
        rows.append(Rig::copyRow(twinIs));
    }
    m_rig->always(copiesOf, Rig::list("snapshots", rows));

    const auto refused = send(revert());

    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QCOMPARE(refused.error().effect, Effect::None);
    QVERIFY(!refused.error().message.isEmpty());
    QCOMPARE(m_rig->count(onVolume), 0);
}

void OpenStackSenderTest::rebuilds()
{
    m_rig->always(onServer, OpenStackExchanges::body(u"no_rebuild_202"_s), 202);

    const auto accepted = send(rebuild());

    QVERIFY(accepted);
    QCOMPARE(accepted->password.reveal(), "<password>"_ba);
    const QByteArray named = "\"imageRef\":\"" + Rig::imageId.toLatin1();
    QVERIFY(m_rig->bodyOf(onServer).contains(named));
}

void OpenStackSenderTest::neverRebuildsAVolumeBackedServer()
{
    m_rig->always(server, Rig::one("server", Rig::serverRow({{u"image"_s, u""_s}})));

    const auto refused = send(rebuild());

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
    QVERIFY(refused.error().message.contains("volume"_L1));
    QCOMPARE(m_rig->count(onServer), 0);
}

void OpenStackSenderTest::removes()
{
    m_rig->always("DELETE /one/volume/snapshots/"_ba + Rig::copyId.toLatin1(), "", 202);
    m_rig->always("DELETE /one/image/images/"_ba + Rig::imageId.toLatin1(), "", 204);

    QVERIFY(send(RemoveSnapshot{Rig::copyKey()}));
    QVERIFY(send(RemoveSnapshot{Rig::imageKey()}));
}

void OpenStackSenderTest::removesWhatIsGone()
{
    m_rig->isGone(copy);
    QVERIFY(send(RemoveSnapshot{Rig::copyKey()}));

    m_rig->isGone("DELETE /one/image/images/"_ba + Rig::imageId.toLatin1());
    QVERIFY(send(RemoveSnapshot{Rig::imageKey()}));
}

void OpenStackSenderTest::removesNothingTwice()
{
    m_rig->always(copy, Rig::one("snapshot", Rig::copyRow({{u"status"_s, u"deleting"_s}})));

    QVERIFY(send(RemoveSnapshot{Rig::copyKey()}));

    QCOMPARE(m_rig->count("DELETE /one/volume/snapshots/"_ba + Rig::copyId.toLatin1()), 0);
}

void OpenStackSenderTest::tellsAProtectedImage()
{
    m_rig->always("DELETE /one/image/images/"_ba + Rig::imageId.toLatin1(),
                  OpenStackExchanges::body(u"gl_delete_protected_403"_s), 403);

    const auto refused = send(RemoveSnapshot{Rig::imageKey()});

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Protected);
}

void OpenStackSenderTest::renamesAndProtects()
{
    const QByteArray patch = "PATCH /one/image/images/"_ba + Rig::imageId.toLatin1();
    m_rig->always(patch, OpenStackExchanges::body(u"gl_image_rename"_s));
    m_rig->always("PUT /one/volume/snapshots/"_ba + Rig::copyId.toLatin1(),
                  OpenStackExchanges::body(u"ci_snapshot_update_200"_s));

    QVERIFY(send(RenameSnapshot{Rig::imageKey(), u"new"_s}));
    QCOMPARE(m_rig->server().requests().constLast().headers.value("Content-Type"),
             "application/openstack-images-v2.1-json-patch"_ba);
    QVERIFY(send(ProtectSnapshot{Rig::imageKey(), Protection::On}));
    const QByteArray expected = R"([{"op":"replace","path":"/protected","value":true}])";
    QCOMPARE(m_rig->bodyOf(patch), expected);
    QVERIFY(send(RenameSnapshot{Rig::copyKey(), u"new"_s}));
}

void OpenStackSenderTest::makesAServer()
{
    m_rig->always("POST /one/compute/servers", OpenStackExchanges::body(u"no_server_create_202"_s),
                  202);
    const CreateServer create = {Rig::imageKey(), {}, u"new"_s, {u"1"_s}, {u"R"_s},
                                 {u"one"_s},      {}, u"m1"_s,  {}};

    const auto accepted = send(create);

    QVERIFY(accepted);
    QCOMPARE(accepted->task.server, ResourceId{Rig::serverId});
    QCOMPARE(accepted->password.reveal(), "<password>"_ba);
    // The server that the image was taken of has no network either.
    QVERIFY(m_rig->bodyOf("POST /one/compute/servers").contains("\"networks\":\"none\""));

    m_rig->isGone(server);
    QVERIFY(send(create));
    QVERIFY(m_rig->bodyOf("POST /one/compute/servers").contains("\"networks\":\"auto\""));
}

void OpenStackSenderTest::makesAVolume()
{
    m_rig->always("POST /one/volume/volumes",
                  OpenStackExchanges::body(u"ci_volume_from_snapshot_202"_s), 202);

    const auto accepted =
        send(CreateVolume{Rig::copyKey(), u"new"_s, 0, {u"R"_s}, {u"one"_s}, u"m1"_s, {}});

    QVERIFY(accepted);
    QCOMPARE(accepted->task.volume, ResourceId{u"6679230a-a597-4eb2-b96c-7b30825eda44"_s});
}

void OpenStackSenderTest::makesNothingInAnotherRegion()
{
    const auto refused =
        send(CreateVolume{Rig::copyKey(), u"new"_s, 0, {u"Q"_s}, {u"one"_s}, u"m1"_s, {}});

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(refused.error().effect, Effect::None);
}

/// What was asked for may well have been done.
void OpenStackSenderTest::leavesOpenWhatItCouldNotRead()
{
    m_rig->always("POST /one/volume/snapshots", R"({"snapshot":{}})", 202);
    const auto snapshot = send(takeOf(Rig::volumeKey()));
    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().kind, ErrorKind::Protocol);
    QCOMPARE(snapshot.error().effect, Effect::Ambiguous);

    m_rig->always(onServer, "", 202);
    const auto untold = send(takeOf(Rig::serverKey()));
    QVERIFY(!untold);
    QCOMPARE(untold.error().effect, Effect::Ambiguous);
}

QTEST_GUILESS_MAIN(OpenStackSenderTest)
#include "openstacksendertest.moc"
