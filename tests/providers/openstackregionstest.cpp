// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openstackrig.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using Rig = OpenStackRig;

namespace {

const QByteArray images = "GET /one/image/images?limit=1000&owner=one"_ba;
const QString bootVolume = u"ca6d7f14-5756-456c-9cb5-80464290d6d5"_s;
const QString part = u"9ccc484a-9a17-4bac-8496-eb93e667a8b4"_s;

QJsonObject attachedTo(const QString &server)
{
    return {{u"attachments"_s, QJsonArray{QJsonObject{{u"server_id"_s, server}}}},
            {u"status"_s, u"in-use"_s}};
}

/// The image of a volume-backed server and the copy that it stands for.
QJsonObject backedImage()
{
    return Rig::row("gl_image_snapshot_bfv", {});
}

QJsonObject partRow(const QString &state)
{
    return Rig::copyRow({{u"id"_s, part}, {u"volume_id"_s, bootVolume}, {u"status"_s, state}});
}

QJsonObject bootVolumeRow()
{
    QJsonObject members = attachedTo(Rig::serverId);
    members.insert(u"id"_s, bootVolume);
    return Rig::volumeRow(members);
}

} // namespace

/// What several regions share, and what is told of each.
class OpenStackRegionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_rig = std::make_unique<Rig>(); }
    void cleanup()
    {
        const QList<QByteArray> unexpected = m_rig->unexpected();
        m_rig.reset();
        QCOMPARE(unexpected, QList<QByteArray>());
    }

    void joinsAnImageWithWhatAnotherRegionHas();
    void forgetsNotWhereAServerIs();
    void asksForNoNetworkWhereThereIsNone();
    void tellsLimitsByProject();
    void tellsNoLimitLessThanNothing();
    void tellsNoLimitsWhereTheyAreWithheld();
    void mergesFlavorsOfOneRegion();

private:
    template <class T>
    [[nodiscard]] Result<T> answer(const QFuture<Result<T>> &future)
    {
        return m_rig->answer(future);
    }

    Support::TestEnvironment m_environment;
    std::unique_ptr<Rig> m_rig;
};

void OpenStackRegionsTest::joinsAnImageWithWhatAnotherRegionHas()
{
    m_rig->beTwoRegions();
    m_rig->always(images, Rig::list("images", {backedImage()}));
    m_rig->always("GET /two/volume/snapshots/detail?limit=1000",
                  Rig::list("snapshots", {partRow(u"available"_s)}));
    m_rig->always("GET /two/volume/volumes/detail?limit=1000",
                  Rig::list("volumes", {bootVolumeRow()}));

    const auto snapshots = answer(m_rig->lists.snapshots({}));

    QVERIFY(snapshots);
    QCOMPARE(snapshots->size(), 2);
    QCOMPARE(snapshots->at(0).status, SnapshotStatus::Ready);
    QCOMPARE(snapshots->at(0).source, Rig::serverKey());
    QCOMPARE(snapshots->at(1).location.value, u"S"_s);
}

/// The image is seen in the first of two regions that share it, its server is in the second one.
void OpenStackRegionsTest::forgetsNotWhereAServerIs()
{
    m_rig->beTwoRegions();
    m_rig->always(images,
                  Rig::list("images", {Rig::imageRow({{u"instance_uuid"_s, Rig::serverId}})}));
    m_rig->always("GET /two/compute/servers/detail?limit=1000",
                  Rig::list("servers", {Rig::serverRow()}));
    const QByteArray server = "/compute/servers/" + Rig::serverId.toLatin1();
    m_rig->always("GET /two" + server, Rig::one("server", Rig::serverRow()));
    m_rig->always("GET /one/image/images/" + Rig::imageId.toLatin1(), Rig::text(Rig::imageRow()));
    m_rig->always("POST /one/compute/servers", R"({"server":{"id":"the-new-one"}})", 202);
    QVERIFY(answer(m_rig->lists.resources({})) && answer(m_rig->lists.snapshots({})));
    CreateServer create;
    create.snapshot = Rig::imageKey();
    create.name = u"copy"_s;
    create.type = {u"1"_s};

    QVERIFY(answer(m_rig->sender.send(create)));
    const auto read = answer(m_rig->reader.resource(Rig::serverKey()));

    QVERIFY(read);
    QCOMPARE(read->location.value, u"S"_s);
    QCOMPARE(m_rig->count("GET /one" + server), 0);
}

void OpenStackRegionsTest::asksForNoNetworkWhereThereIsNone()
{
    const QByteArray posted = "POST /one/compute/servers";
    m_rig->always(posted, OpenStackExchanges::body(u"no_server_create_202"_s), 202);
    const CreateServer create = {Rig::imageKey(), {}, u"new"_s, {u"1"_s}, {u"R"_s},
                                 {u"one"_s},      {}, u"m1"_s,  {}};
    const QByteArray server = "GET /one/compute/servers/" + Rig::serverId.toLatin1();
    m_rig->always("GET /one/image/images/" + Rig::imageId.toLatin1(),
                  Rig::text(Rig::imageRow({{u"instance_uuid"_s, Rig::serverId}})));
    m_rig->onlyOneProject();
    m_rig->takeNetworksAway();
    m_rig->isGone(server);
    QVERIFY(answer(m_rig->sender.send(create)));
    QVERIFY(m_rig->bodyOf(posted).contains("\"networks\":\"none\""));

    // What a server has, there must be, whatever the catalog tells.
    const QJsonObject address{{u"addr"_s, u"192.0.2.7"_s}};
    m_rig->always(
        server,
        Rig::one("server",
                 Rig::serverRow({{u"addresses"_s, QJsonObject{{u"net"_s, QJsonArray{address}}}}})));
    QVERIFY(answer(m_rig->sender.send(create)));
    QVERIFY(m_rig->bodyOf(posted).contains("\"networks\":\"auto\""));

    m_rig->setVersions({70, 36}); // where nobody can say so
    QVERIFY(answer(m_rig->sender.send(create)));
    QVERIFY(!m_rig->bodyOf(posted).contains("networks"));
}

void OpenStackRegionsTest::tellsLimitsByProject()
{
    m_rig->always("GET /one/volume/limits", OpenStackExchanges::body(u"ci_limits"_s));
    m_rig->always("GET /two/volume/limits",
                  R"({"limits":{"absolute":{"maxTotalSnapshots":-1,"totalSnapshotsUsed":4}}})");

    const auto limits = answer(m_rig->lists.limits());

    QVERIFY(limits);
    using Unit = Limit::Unit;
    const QList<Limit> expected = {
        {ResourceKind::Volume, Unit::Snapshots, {u"one"_s}, {u"R"_s}, 0, 10},
        {ResourceKind::Volume, Unit::Bytes, {u"one"_s}, {u"R"_s}, 0, qint64(1000) << 30},
        {ResourceKind::Volume, Unit::Snapshots, {u"two"_s}, {u"R"_s}, 4, std::nullopt}};
    QCOMPARE(*limits, expected);
}

void OpenStackRegionsTest::tellsNoLimitLessThanNothing()
{
    m_rig->onlyOneProject();
    m_rig->always("GET /one/volume/limits",
                  R"({"limits":{"absolute":{"maxTotalSnapshots":10,"totalSnapshotsUsed":-2,)"
                  R"("maxTotalVolumeGigabytes":9223372036854775807,"totalGigabytesUsed":-7}}})");

    const auto limits = answer(m_rig->lists.limits());

    QVERIFY(limits);
    QCOMPARE(limits->size(), 2);
    QCOMPARE(limits->at(0).used, 0);
    QCOMPARE(limits->at(1).used, 0);
    QVERIFY(limits->at(1).maximum.value_or(0) > 0); // as many as can be written
}

void OpenStackRegionsTest::tellsNoLimitsWhereTheyAreWithheld()
{
    m_rig->always("GET /one/volume/limits", OpenStackExchanges::body(u"ci_limits"_s));
    m_rig->always("GET /two/volume/limits",
                  R"({"forbidden":{"code":403,"message":"Policy doesn't allow it."}})", 403);

    const auto limits = answer(m_rig->lists.limits());

    QVERIFY(limits);
    QCOMPARE(limits->size(), 2);
}

void OpenStackRegionsTest::mergesFlavorsOfOneRegion()
{
    const QByteArray flavors = OpenStackExchanges::body(u"no_flavors"_s);
    m_rig->always("GET /one/compute/flavors/detail?limit=1000", flavors);
    m_rig->always("GET /two/compute/flavors/detail?limit=1000", flavors);

    const auto types = answer(m_rig->lists.serverTypes());

    QVERIFY(types);
    QCOMPARE(types->size(), 1);
    QCOMPARE(types->constFirst().offers.size(), 1);
    QCOMPARE(types->constFirst().offers.constFirst().location.value, u"R"_s);
}

QTEST_GUILESS_MAIN(OpenStackRegionsTest)
#include "openstackregionstest.moc"
