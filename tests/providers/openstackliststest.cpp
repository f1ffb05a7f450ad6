// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openstackrig.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using Rig = OpenStackRig;

namespace {

const QByteArray servers = "GET /one/compute/servers/detail?limit=1000"_ba;
const QByteArray volumes = "GET /one/volume/volumes/detail?limit=1000"_ba;
const QByteArray copies = "GET /one/volume/snapshots/detail?limit=1000"_ba;
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

QJsonObject zonesOf(const QStringList &names)
{
    QJsonArray zones;
    for (const QString &name : names) {
        zones.append(QJsonObject{{u"zoneName"_s, name},
                                 {u"zoneState"_s, QJsonObject{{u"available"_s, true}}}});
    }
    return {{u"availabilityZoneInfo"_s, zones}};
}

} // namespace

/// Lists of all sites and single objects, in front of a server of the test's own.
class OpenStackListsTest : public QObject
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

    void listsWhatAllProjectsHave();
    void showsOnceWhatTwoSitesShare();
    void joinsAVolumeWithItsServer();
    void tellsZonesWhereThereAreSeveral();
    void failsTheListWhenOneSiteFails();
    void leavesOutAServiceThatACatalogLacks();
    void readsPagesByTheLastId();
    void readsTheListAnewWhenItsMarkerIsGone();
    void showsSnapshotsOfBothKinds();
    void joinsTheImageOfAVolumeBackedServer();
    void failsAnImageWithoutItsParts();
    void asksNoVolumesWithoutNeed();
    void readsOneObjectAsItIsListed();
    void looksAtAllSitesForAnUnknownObject();
    void looksAtOneSiteForAKnownObject();
    void doesNotTakeAFailedSiteForAnAbsentObject();
    void asksForeignObjectsAtTheirOwnSite();

private:
    template <class T>
    [[nodiscard]] Result<T> answer(const QFuture<Result<T>> &future)
    {
        return m_rig->answer(future);
    }

    Support::TestEnvironment m_environment;
    std::unique_ptr<Rig> m_rig;
};

void OpenStackListsTest::listsWhatAllProjectsHave()
{
    m_rig->always(servers, Rig::list("servers", {Rig::serverRow()}));
    m_rig->always(volumes, Rig::list("volumes", {Rig::volumeRow()}));
    m_rig->always("GET /two/volume/volumes/detail?limit=1000",
                  Rig::list("volumes",
                            {Rig::volumeRow({{u"id"_s, u"other"_s},
                                             {u"os-vol-tenant-attr:tenant_id"_s, u"two"_s}})}));
    qint64 loaded = 0;

    const auto resources = answer(
        m_rig->lists.resources([&loaded](qint64 rows, std::optional<qint64>) { loaded = rows; }));

    QVERIFY(resources);
    QCOMPARE(resources->size(), 3);
    QCOMPARE(loaded, 3);
    QCOMPARE(resources->at(0).key, Rig::serverKey());
    QCOMPARE(resources->at(0).project.value, u"one"_s);
    QCOMPARE(resources->at(0).location.value, u"R"_s); // one zone alone is no location
    QCOMPARE(resources->at(2).key, Rig::volumeKey(u"other"_s));
    QCOMPARE(resources->at(2).project.value, u"two"_s);
}

void OpenStackListsTest::showsOnceWhatTwoSitesShare()
{
    const QByteArray shared = Rig::list("images", {Rig::imageRow()});
    m_rig->always(images, shared);
    m_rig->always("GET /two/image/images?limit=1000&owner=two", shared);

    const auto snapshots = answer(m_rig->lists.snapshots({}));

    QVERIFY(snapshots);
    QCOMPARE(snapshots->size(), 1);
}

void OpenStackListsTest::joinsAVolumeWithItsServer()
{
    m_rig->always(servers, Rig::list("servers", {Rig::serverRow()}));
    m_rig->always(volumes, Rig::list("volumes", {Rig::volumeRow(attachedTo(Rig::serverId))}));

    const auto resources = answer(m_rig->lists.resources({}));

    QVERIFY(resources);
    QCOMPARE(resources->at(1).attachedTo, Rig::serverKey());
    QCOMPARE(resources->at(1).power, PowerState::Running);
}

void OpenStackListsTest::tellsZonesWhereThereAreSeveral()
{
    m_rig->always("GET /one/compute/os-availability-zone",
                  Rig::text(zonesOf({u"az1"_s, u"az2"_s})));
    m_rig->always("GET /one/volume/os-availability-zone",
                  R"({"forbidden":{"code":403,"message":"no"}})", 403);
    m_rig->always(
        servers,
        Rig::list("servers", {Rig::serverRow({{u"OS-EXT-AZ:availability_zone"_s, u"az2"_s}})}));
    m_rig->always(volumes, Rig::list("volumes", {Rig::volumeRow()})); // in a zone of no list

    const auto resources = answer(m_rig->lists.resources({}));

    QVERIFY(resources);
    QCOMPARE(resources->at(0).location.value, u"R/az2"_s);
    QCOMPARE(resources->at(1).location.value, u"R"_s);
}

void OpenStackListsTest::failsTheListWhenOneSiteFails()
{
    m_rig->always("GET /two/compute/servers/detail?limit=1000",
                  R"({"forbidden":{"code":403,"message":"Policy doesn't allow it"}})", 403);

    const auto resources = answer(m_rig->lists.resources({}));

    QVERIFY(!resources);
    QCOMPARE(resources.error().kind, ErrorKind::Forbidden);
}

void OpenStackListsTest::leavesOutAServiceThatACatalogLacks()
{
    m_rig->closeService(u"compute"_s);
    m_rig->always(servers, Rig::list("servers", {Rig::serverRow()}));

    const auto resources = answer(m_rig->lists.resources({}));

    QVERIFY(resources);
    QCOMPARE(resources->size(), 1);
    QCOMPARE(m_rig->count("GET /two/compute/servers/detail"), 0);
}

/// The links name another host; nothing is taken from them but that they are there.
void OpenStackListsTest::readsPagesByTheLastId()
{
    m_rig->onlyOneProject();
    const auto page = [](const char *fixture) {
        return OpenStackExchanges::body(QString::fromLatin1(fixture));
    };
    m_rig->always(copies, page("ci_snapshots_page1").replace("127.0.0.1:18776", "elsewhere.test"));
    m_rig->always("GET /one/volume/snapshots/detail?limit=1000&marker="
                  "b3c347b4-f53f-4036-b030-91464f0bcc18",
                  page("ci_snapshots_page2"));
    m_rig->always("GET /one/volume/snapshots/detail?limit=1000&marker="
                  "334ba4af-7b4f-4a0f-a97f-5522a0434a8e",
                  page("ci_snapshots_page3"));

    const auto snapshots = answer(m_rig->lists.snapshots({}));

    QVERIFY(snapshots);
    QStringList names;
    for (const Snapshot &snapshot : *snapshots) {
        names.append(snapshot.name);
    }
    QCOMPARE(names, (QStringList{u"s3"_s, u"s2"_s, u"s0"_s, u"s1"_s, u"first"_s}));
}

void OpenStackListsTest::readsTheListAnewWhenItsMarkerIsGone()
{
    m_rig->onlyOneProject();
    const QByteArray second =
        "GET /one/volume/snapshots/detail?limit=1000&marker=b3c347b4-f53f-4036-b030-91464f0bcc18";
    m_rig->once(copies, OpenStackExchanges::body(u"ci_snapshots_page1"_s));
    m_rig->once(second, Rig::gone(), 404);
    m_rig->always(copies, Rig::list("snapshots", {Rig::copyRow()}));

    const auto snapshots = answer(m_rig->lists.snapshots({}));

    QVERIFY(snapshots);
    QCOMPARE(snapshots->size(), 1);
    QCOMPARE(m_rig->count(copies), 2);
}

void OpenStackListsTest::showsSnapshotsOfBothKinds()
{
    const QJsonObject other = Rig::imageRow({{u"id"_s, u"plain"_s}, {u"image_type"_s, u"base"_s}});
    m_rig->always(images, Rig::list("images", {Rig::imageRow(), other}));
    m_rig->always(copies, Rig::list("snapshots", {Rig::copyRow()}));

    const auto snapshots = answer(m_rig->lists.snapshots({}));

    QVERIFY(snapshots);
    QCOMPARE(snapshots->size(), 2);
    const Snapshot &image = snapshots->at(0);
    QCOMPARE(image.key, Rig::imageKey());
    QCOMPARE(image.source, Rig::serverKey());
    QCOMPARE(image.location.value, u"R"_s);
    QCOMPARE(image.project.value, u"one"_s);
    QCOMPARE(snapshots->at(1).key, Rig::copyKey());
    QCOMPARE(snapshots->at(1).source, Rig::volumeKey());
}

void OpenStackListsTest::joinsTheImageOfAVolumeBackedServer()
{
    m_rig->always(images, Rig::list("images", {backedImage()}));
    m_rig->always(copies, Rig::list("snapshots", {partRow(u"available"_s)}));
    m_rig->always(volumes, Rig::list("volumes", {bootVolumeRow()}));

    const auto snapshots = answer(m_rig->lists.snapshots({}));

    QVERIFY(snapshots);
    QCOMPARE(snapshots->size(), 2);
    const Snapshot &image = snapshots->at(0);
    QCOMPARE(image.parts, QList<SnapshotKey>{Rig::copyKey(part)});
    QCOMPARE(image.source, Rig::serverKey());
    QCOMPARE(image.status, SnapshotStatus::Ready);
    QCOMPARE(snapshots->at(1).key, Rig::copyKey(part));
}

void OpenStackListsTest::failsAnImageWithoutItsParts()
{
    m_rig->always(volumes, Rig::list("volumes", {bootVolumeRow()}));
    m_rig->always(images, Rig::list("images", {backedImage()}));
    m_rig->once(copies, Rig::list("snapshots", {partRow(u"creating"_s)}));

    const auto making = answer(m_rig->lists.snapshots({}));
    const auto gone = answer(m_rig->lists.snapshots({}));

    QVERIFY(making && gone);
    QCOMPARE(making->at(0).status, SnapshotStatus::Creating);
    QCOMPARE(gone->at(0).status, SnapshotStatus::Failed);
    QCOMPARE(gone->at(0).rawStatus, u"active"_s);
}

void OpenStackListsTest::asksNoVolumesWithoutNeed()
{
    m_rig->always(images, Rig::list("images", {Rig::imageRow()}));

    QVERIFY(answer(m_rig->lists.snapshots({})));

    QCOMPARE(m_rig->count(volumes), 0);
}

void OpenStackListsTest::readsOneObjectAsItIsListed()
{
    const QJsonObject disk = Rig::volumeRow(attachedTo(Rig::serverId));
    m_rig->always(servers, Rig::list("servers", {Rig::serverRow()}));
    m_rig->always(volumes, Rig::list("volumes", {disk, bootVolumeRow()}));
    m_rig->always(images, Rig::list("images", {backedImage()}));
    m_rig->always(copies, Rig::list("snapshots", {partRow(u"available"_s)}));
    const auto resources = answer(m_rig->lists.resources({}));
    const auto snapshots = answer(m_rig->lists.snapshots({}));
    QVERIFY(resources && snapshots);
    m_rig->always("GET /one/compute/servers/"_ba + Rig::serverId.toLatin1(),
                  Rig::one("server", Rig::serverRow()));
    m_rig->always("GET /one/volume/volumes/"_ba + Rig::volumeId.toLatin1(),
                  Rig::one("volume", disk));
    m_rig->always("GET /one/volume/volumes/"_ba + bootVolume.toLatin1(),
                  Rig::one("volume", bootVolumeRow()));
    m_rig->always("GET /one/volume/snapshots/"_ba + part.toLatin1(),
                  Rig::one("snapshot", partRow(u"available"_s)));
    const SnapshotKey image = snapshots->at(0).key;
    m_rig->always("GET /one/image/images/"_ba + image.id.value.toLatin1(),
                  Rig::text(backedImage()));

    for (const Resource &listed : *resources) {
        const auto read = answer(m_rig->reader.resource(listed.key));
        QVERIFY(read);
        QCOMPARE(*read, listed);
    }
    for (const Snapshot &listed : *snapshots) {
        const auto read = answer(m_rig->reader.snapshot(listed.key));
        QVERIFY(read);
        QCOMPARE(*read, listed);
    }
}

void OpenStackListsTest::looksAtAllSitesForAnUnknownObject()
{
    m_rig->isGone("GET /one/volume/snapshots/"_ba + Rig::copyId.toLatin1());
    m_rig->always(
        "GET /two/volume/snapshots/"_ba + Rig::copyId.toLatin1(),
        Rig::one("snapshot",
                 Rig::copyRow({{u"os-extended-snapshot-attributes:project_id"_s, u"two"_s}})));
    const auto found = answer(m_rig->reader.snapshot(Rig::copyKey()));
    QVERIFY(found);
    QCOMPARE(found->project.value, u"two"_s);

    m_rig->isGone("GET /two/volume/snapshots/"_ba + Rig::copyId.toLatin1());
    const auto gone = answer(m_rig->reader.snapshot(Rig::copyKey()));
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::NotFound);
}

void OpenStackListsTest::looksAtOneSiteForAKnownObject()
{
    m_rig->always(copies, Rig::list("snapshots", {Rig::copyRow()}));
    QVERIFY(answer(m_rig->lists.snapshots({})));
    m_rig->isGone("GET /one/volume/snapshots/"_ba + Rig::copyId.toLatin1());
    m_rig->forgetCalls();

    const auto gone = answer(m_rig->reader.snapshot(Rig::copyKey()));

    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::NotFound);
    QCOMPARE(m_rig->calls().size(), 1);
}

void OpenStackListsTest::doesNotTakeAFailedSiteForAnAbsentObject()
{
    m_rig->isGone("GET /one/volume/snapshots/"_ba + Rig::copyId.toLatin1());
    m_rig->always("GET /two/volume/snapshots/"_ba + Rig::copyId.toLatin1(),
                  R"({"computeFault":{"code":500,"message":"broken"}})", 500);

    const auto unclear = answer(m_rig->reader.snapshot(Rig::copyKey()));

    QVERIFY(!unclear);
    QCOMPARE(unclear.error().kind, ErrorKind::ServerError);
}

/// Who may see everything gets another project's server at any site.
void OpenStackListsTest::asksForeignObjectsAtTheirOwnSite()
{
    const QByteArray row = Rig::one("server", Rig::serverRow({{u"tenant_id"_s, u"two"_s}}));
    m_rig->always("GET /one/compute/servers/"_ba + Rig::serverId.toLatin1(), row);
    m_rig->always("GET /two/compute/servers/"_ba + Rig::serverId.toLatin1(), row);
    m_rig->always("POST /two/compute/servers/"_ba + Rig::serverId.toLatin1() + "/action", "", 202);

    const auto accepted =
        answer(m_rig->sender.send(SetPower{Rig::serverKey(), PowerAction::Start}));

    QVERIFY(accepted);
}

QTEST_GUILESS_MAIN(OpenStackListsTest)
#include "openstackliststest.moc"
