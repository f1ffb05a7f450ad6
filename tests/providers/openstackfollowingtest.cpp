// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openstackrig.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Rig = OpenStackRig;

namespace {

const QByteArray server = "GET /one/compute/servers/"_ba + Rig::serverId.toLatin1();
const QByteArray volume = "GET /one/volume/volumes/"_ba + Rig::volumeId.toLatin1();
const QByteArray copy = "GET /one/volume/snapshots/"_ba + Rig::copyId.toLatin1();
const QByteArray image = "GET /one/image/images/"_ba + Rig::imageId.toLatin1();
const QByteArray copies = "GET /one/volume/snapshots/detail?limit=1000"_ba;
const QByteArray copiesOf = copies + "&volume_id=" + Rig::volumeId.toLatin1();

RemoteTask takenOf(const ResourceKey &source, const QString &made, const QDateTime &at = {})
{
    return {{}, TakeSnapshot{source, u"daily"_s, u"m1"_s, at}, SnapshotId{made}};
}

QByteArray messagesOf(const QString &id)
{
    return Rig::text({{u"messages"_s,
                       QJsonArray{QJsonObject{{u"resource_uuid"_s, id},
                                              {u"user_message"_s, u"It failed to create."_s}}}}});
}

QJsonObject marked()
{
    return {{u"metadata"_s, QJsonObject{{u"snapdeck_op"_s, u"m1"_s}}}};
}

} // namespace

/// What becomes of requests: followed by what they are about, and found again.
class OpenStackFollowingTest : public QObject
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
    }
    void cleanup()
    {
        const QList<QByteArray> unexpected = m_rig->unexpected();
        m_rig.reset();
        QCOMPARE(unexpected, QList<QByteArray>());
    }

    void followsTasksInTheirOrder();
    void readsManyObjectsByOneList();
    void tellsWhyACopyFailed();
    void tellsAnImageThatDisappeared();
    void failsFollowingWhenASiteFails();
    void waitsForThePartsOfAnImage();
    void givesUpOnAStateThatTellsNothing();
    void countsTheTimeAnewForANewRequest();
    void findsACopyByItsMarker();
    void findsAnImageByItsMarker();
    void findsARemoval();
    void findsARename();
    void findsARevertByWhatChanged();
    void findsARebuildByItsAction();
    void findsNewServersAndVolumes();
    void findsPower();
    void asksAgainWhereItCouldNotLook();

private:
    [[nodiscard]] QList<TaskProgress> follow(const QList<RemoteTask> &tasks)
    {
        return m_rig->answer(m_rig->follower.follow(tasks)).value_or(QList<TaskProgress>());
    }
    [[nodiscard]] Finding trace(const Request &request)
    {
        const auto finding = m_rig->answer(m_rig->tracer.findEffect(request));
        return finding ? *finding : Finding{Trace::CanNotTell, {{u"failed"_s}, {}, {}}};
    }

    Support::TestEnvironment m_environment;
    std::unique_ptr<Rig> m_rig;
};

void OpenStackFollowingTest::followsTasksInTheirOrder()
{
    m_rig->always(image, Rig::text(Rig::imageRow({{u"status"_s, u"saving"_s}})));
    m_rig->always(
        server,
        Rig::one("server", Rig::serverRow({{u"OS-EXT-STS:task_state"_s, u"image_uploading"_s}})));

    const QList<TaskProgress> progress =
        follow({takenOf(Rig::serverKey(), Rig::imageId), takenOf(Rig::volumeKey(), Rig::copyId)});

    QCOMPARE(progress.size(), 2);
    QCOMPARE(progress.at(0).state, TaskState::Running);
    QCOMPARE(progress.at(1).state, TaskState::Succeeded);
    QCOMPARE(progress.at(1).made, SnapshotId{Rig::copyId});
}

void OpenStackFollowingTest::readsManyObjectsByOneList()
{
    QJsonArray rows;
    QList<RemoteTask> tasks;
    for (int i = 0; i < 5; ++i) {
        const QString id = u"copy-%1"_s.arg(i);
        rows.append(Rig::copyRow({{u"id"_s, id}}));
        tasks.append(takenOf(Rig::volumeKey(), id));
    }
    m_rig->always(copies, Rig::list("snapshots", rows));
    QVERIFY(m_rig->answer(m_rig->lists.snapshots({})));
    m_rig->forgetCalls();

    const QList<TaskProgress> progress = follow(tasks);

    QCOMPARE(progress.size(), 5);
    QCOMPARE(progress.at(4).state, TaskState::Succeeded);
    QCOMPARE(m_rig->calls(), QList<QByteArray>{copies});
}

void OpenStackFollowingTest::tellsWhyACopyFailed()
{
    m_rig->always(copy, Rig::one("snapshot", Rig::copyRow({{u"status"_s, u"error"_s}})));
    m_rig->always("GET /one/volume/messages?resource_uuid="_ba + Rig::copyId.toLatin1(),
                  messagesOf(Rig::copyId));

    const QList<TaskProgress> progress = follow({takenOf(Rig::volumeKey(), Rig::copyId)});

    QCOMPARE(progress.size(), 1);
    QCOMPARE(progress.at(0).state, TaskState::Failed);
    QVERIFY(progress.at(0).error.message.contains("It failed to create."_L1));
}

void OpenStackFollowingTest::tellsAnImageThatDisappeared()
{
    m_rig->isGone(image);
    m_rig->always(server + "/os-instance-actions",
                  OpenStackExchanges::body(u"no_instance_actions_after_fault"_s));
    const QDateTime earlier = m_rig->clock().now().addSecs(-60);

    const QList<TaskProgress> progress = follow({takenOf(Rig::serverKey(), Rig::imageId, earlier)});

    QCOMPARE(progress.size(), 1);
    QCOMPARE(progress.at(0).state, TaskState::Failed);
    QVERIFY(progress.at(0).error.message.contains("disappeared"_L1));
    QVERIFY(progress.at(0).error.message.contains("Error"_L1));
    QCOMPARE(progress.at(0).error.requestId, u"req-d5cec96d-421c-41b5-a18b-825c2f60b647"_s);
}

void OpenStackFollowingTest::failsFollowingWhenASiteFails()
{
    m_rig->always(copy, R"({"computeFault":{"code":500,"message":"broken"}})", 500);

    const auto progress =
        m_rig->answer(m_rig->follower.follow({takenOf(Rig::volumeKey(), Rig::copyId)}));

    QVERIFY(!progress);
    QCOMPARE(progress.error().kind, ErrorKind::ServerError);
}

void OpenStackFollowingTest::waitsForThePartsOfAnImage()
{
    const QString part = u"9ccc484a-9a17-4bac-8496-eb93e667a8b4"_s;
    const QByteArray partCall = "GET /one/volume/snapshots/"_ba + part.toLatin1();
    m_rig->always(image,
                  Rig::text(Rig::row("gl_image_snapshot_bfv", {}, {{u"id"_s, Rig::imageId}})));
    m_rig->once(
        partCall,
        Rig::one("snapshot", Rig::copyRow({{u"id"_s, part}, {u"status"_s, u"creating"_s}})));
    const RemoteTask task = takenOf(Rig::serverKey(), Rig::imageId);

    const QList<TaskProgress> making = follow({task});
    m_rig->always(partCall, Rig::one("snapshot", Rig::copyRow({{u"id"_s, part}})));
    const QList<TaskProgress> made = follow({task});

    QCOMPARE(making.at(0).state, TaskState::Running);
    QCOMPARE(made.at(0).state, TaskState::Succeeded);
}

void OpenStackFollowingTest::givesUpOnAStateThatTellsNothing()
{
    m_rig->always(copy, Rig::one("snapshot", Rig::copyRow({{u"status"_s, u"levitating"_s}})));
    const RemoteTask task = takenOf(Rig::volumeKey(), Rig::copyId);
    QCOMPARE(follow({task}).at(0).state, TaskState::Running);

    m_rig->clock().advance(11min);

    const TaskProgress progress = follow({task}).at(0);
    QCOMPARE(progress.state, TaskState::CanNotTell);
    QVERIFY(progress.error.message.contains("levitating"_L1));
}

void OpenStackFollowingTest::countsTheTimeAnewForANewRequest()
{
    const RemoteTask task = {{}, SetPower{Rig::serverKey(), PowerAction::ShutDown}, {}};
    m_rig->always("GET /one/compute/servers/" + Rig::serverId.toLatin1(),
                  Rig::one("server", Rig::serverRow()));
    QCOMPARE(follow({task}).at(0).state, TaskState::Running);
    m_rig->clock().advance(2h); // nobody asked any more

    m_rig->follower.beginAnew(task.request);

    QCOMPARE(follow({task}).at(0).state, TaskState::Running);
}

void OpenStackFollowingTest::findsACopyByItsMarker()
{
    const TakeSnapshot take = {Rig::volumeKey(), u"daily"_s, u"m1"_s, {}};
    m_rig->once(copiesOf, Rig::list("snapshots", {Rig::copyRow()}));
    m_rig->once(copiesOf, Rig::list("snapshots", {Rig::copyRow(marked())}));

    QCOMPARE(trace(take).trace, Trace::NotFound);
    const Finding found = trace(take);
    QCOMPARE(found.trace, Trace::Found);
    QCOMPARE(found.task.made, SnapshotId{Rig::copyId});
}

void OpenStackFollowingTest::findsAnImageByItsMarker()
{
    const TakeSnapshot take = {Rig::serverKey(), u"daily"_s, u"m1"_s, {}};
    const QByteArray call = "GET /one/image/images?limit=1000&snapdeck_op=m1";
    m_rig->once(call, Rig::list("images", {}));
    m_rig->once(call, Rig::list("images", {Rig::imageRow({{u"snapdeck_op"_s, u"m1"_s}})}));

    QCOMPARE(trace(take).trace, Trace::NotFound);
    QCOMPARE(trace(take).task.made, SnapshotId{Rig::imageId});
}

void OpenStackFollowingTest::findsARemoval()
{
    const RemoveSnapshot remove = {Rig::copyKey()};

    QCOMPARE(trace(remove).trace, Trace::NotFound);
    m_rig->always(copy, Rig::one("snapshot", Rig::copyRow({{u"status"_s, u"deleting"_s}})));
    QCOMPARE(trace(remove).trace, Trace::Found);
    m_rig->isGone(copy);
    QCOMPARE(trace(remove).trace, Trace::Found);
}

void OpenStackFollowingTest::findsARename()
{
    QCOMPARE(trace(RenameSnapshot{Rig::copyKey(), u"first"_s}).trace, Trace::Found);
    QCOMPARE(trace(RenameSnapshot{Rig::copyKey(), u"second"_s}).trace, Trace::NotFound);
    QCOMPARE(trace(RenameSnapshot{Rig::imageKey(), u"web-snap"_s}).trace, Trace::Found);
    QCOMPARE(trace(ProtectSnapshot{Rig::imageKey(), Protection::On}).trace, Trace::NotFound);
    QCOMPARE(trace(ProtectSnapshot{Rig::imageKey(), Protection::Off}).trace, Trace::Found);
}

void OpenStackFollowingTest::findsARevertByWhatChanged()
{
    const QDateTime changed = QDateTime::fromString(u"2026-11-20T19:38:27Z"_s, Qt::ISODate);
    const auto asked = [&](int seconds) {
        return RollBack{Rig::volumeKey(), Rig::copyKey(), changed.addSecs(seconds)};
    };

    QCOMPARE(trace(asked(-5)).trace, Trace::Found);
    QCOMPARE(trace(asked(60)).trace, Trace::CanNotTell);
    QCOMPARE(trace(asked(3600)).trace, Trace::NotFound);
    m_rig->isGone(volume);
    QCOMPARE(trace(asked(-5)).trace, Trace::CanNotTell);
}

void OpenStackFollowingTest::findsARebuildByItsAction()
{
    m_rig->always(server + "/os-instance-actions",
                  OpenStackExchanges::body(u"no_instance_actions"_s));
    const QDateTime begun = QDateTime::fromString(u"2026-11-20T19:38:42Z"_s, Qt::ISODate);

    QCOMPARE(trace(RollBack{Rig::serverKey(), Rig::imageKey(), begun}).trace, Trace::Found);
    QCOMPARE(trace(RollBack{Rig::serverKey(), Rig::imageKey(), begun.addSecs(3600)}).trace,
             Trace::NotFound);
    m_rig->isGone(server);
    QCOMPARE(trace(RollBack{Rig::serverKey(), Rig::imageKey(), begun}).trace, Trace::NotFound);
}

void OpenStackFollowingTest::findsNewServersAndVolumes()
{
    const CreateServer createServer = {Rig::imageKey(), {}, u"new"_s, {u"1"_s}, {u"R"_s},
                                       {u"one"_s},      {}, u"m1"_s,  {}};
    const CreateVolume createVolume = {Rig::copyKey(), u"new"_s, 0, {u"R"_s},
                                       {u"one"_s},     u"m1"_s,  {}};
    QCOMPARE(trace(createServer).trace, Trace::NotFound);
    QCOMPARE(trace(createVolume).trace, Trace::NotFound);

    m_rig->always("GET /one/compute/servers/detail?limit=1000",
                  Rig::list("servers", {Rig::serverRow(marked())}));
    m_rig->always("GET /one/volume/volumes/detail?limit=1000",
                  Rig::list("volumes", {Rig::volumeRow(marked())}));

    QCOMPARE(trace(createServer).task.server, ResourceId{Rig::serverId});
    QCOMPARE(trace(createVolume).task.volume, ResourceId{Rig::volumeId});
}

void OpenStackFollowingTest::findsPower()
{
    QCOMPARE(trace(SetPower{Rig::serverKey(), PowerAction::Start}).trace, Trace::Found);
    QCOMPARE(trace(SetPower{Rig::serverKey(), PowerAction::ShutDown}).trace, Trace::NotFound);
    m_rig->always(
        server,
        Rig::one("server", Rig::serverRow({{u"OS-EXT-STS:task_state"_s, u"powering-off"_s}})));
    QCOMPARE(trace(SetPower{Rig::serverKey(), PowerAction::ShutDown}).trace, Trace::Found);
}

void OpenStackFollowingTest::asksAgainWhereItCouldNotLook()
{
    m_rig->always(copiesOf, R"({"computeFault":{"code":500,"message":"broken"}})", 500);

    const auto finding = m_rig->answer(
        m_rig->tracer.findEffect(TakeSnapshot{Rig::volumeKey(), u"daily"_s, u"m1"_s, {}}));

    QVERIFY(!finding);
    QCOMPARE(finding.error().kind, ErrorKind::ServerError);
}

QTEST_GUILESS_MAIN(OpenStackFollowingTest)
#include "openstackfollowingtest.moc"
