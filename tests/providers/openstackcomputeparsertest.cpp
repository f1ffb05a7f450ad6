// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackcomputeparser.h"

#include "openstackexchanges.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::OpenStackComputeParser;
namespace Exchanges = OpenStackExchanges;

namespace {

QByteArray changed(const QString &fixture, const QString &path, const QJsonValue &value)
{
    return JsonFixtures::with(Exchanges::body(fixture), path, value);
}

} // namespace

/// Nova's and Glance's answers, as captured and with one thing changed.
class OpenStackComputeParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAServer()
    {
        const auto row = OpenStackComputeParser::server(Exchanges::body(u"no_server_show"_s));

        QVERIFY(row);
        const Resource &server = row->resource;
        QCOMPARE(server.key.id.value, u"ad9dbd5c-44a2-4248-8f5e-8b9464a55b89"_s);
        QCOMPARE(server.name, u"web"_s);
        QCOMPARE(server.power, PowerState::Running);
        QCOMPARE(server.rawState, u"ACTIVE"_s);
        QVERIFY(!server.isVolumeBacked && !server.isLocked && !server.isRebuildProtected);
        QCOMPARE(server.plan, u"m1.tiny"_s);
        QCOMPARE(server.sizeBytes, qint64(1) << 30);
        QCOMPARE(row->image, u"c8f2d8a6-73e6-47fb-bc00-dcb6d7e9b378"_s);
        QCOMPARE(server.created, QDateTime::fromString(u"2026-11-20T19:38:37Z"_s, Qt::ISODate));
        QVERIFY(row->task.isEmpty());
    }

    /// Where the image would be there is an empty text.
    void tellsAVolumeBackedServer()
    {
        const auto row = OpenStackComputeParser::server(Exchanges::body(u"no_server_show_bfv"_s));

        QVERIFY(row);
        QVERIFY(row->resource.isVolumeBacked);
        QVERIFY(row->image.isEmpty());
        QVERIFY(!row->resource.sizeBytes);
        QCOMPARE(row->resource.volumes,
                 (QList<ResourceKey>{
                     {{}, ResourceKind::Volume, {u"ca6d7f14-5756-456c-9cb5-80464290d6d5"_s}}}));
    }

    void readsTheOlderFormOfAFlavor()
    {
        const auto row = OpenStackComputeParser::server(Exchanges::body(u"no_server_show_2_1"_s));

        QVERIFY(row);
        QCOMPARE(row->resource.plan, u"1"_s);
        QVERIFY(!row->resource.sizeBytes);
    }

    void readsWhatIsDoneToAServer()
    {
        const auto busy = OpenStackComputeParser::server(
            changed(u"no_server_show"_s, u"server.OS-EXT-STS:task_state"_s, u"image_uploading"_s));
        const auto off = OpenStackComputeParser::server(
            changed(u"no_server_show"_s, u"server.OS-EXT-STS:task_state"_s, u"powering-off"_s));
        const auto locked =
            OpenStackComputeParser::server(changed(u"no_server_show"_s, u"server.locked"_s, true));

        QVERIFY(busy && off && locked);
        QVERIFY(busy->resource.isLocked);
        QCOMPARE(busy->resource.power, PowerState::Running);
        QCOMPARE(off->resource.power, PowerState::Changing);
        QVERIFY(locked->resource.isRebuildProtected && !locked->resource.isLocked);
    }

    void readsPowerStates_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<PowerState>("power");
        QTest::addRow("ACTIVE") << u"ACTIVE"_s << PowerState::Running;
        QTest::addRow("SHUTOFF") << u"SHUTOFF"_s << PowerState::Stopped;
        QTest::addRow("REBUILD") << u"REBUILD"_s << PowerState::Changing;
        QTest::addRow("PAUSED") << u"PAUSED"_s << PowerState::Unknown;
        QTest::addRow("ERROR") << u"ERROR"_s << PowerState::Unknown;
    }

    void readsPowerStates()
    {
        QFETCH(QString, word);
        QFETCH(PowerState, power);

        const auto row =
            OpenStackComputeParser::server(changed(u"no_server_show"_s, u"server.status"_s, word));

        QVERIFY(row);
        QCOMPARE(row->resource.power, power);
        QCOMPARE(row->resource.rawState, word);
    }

    void readsAddressesAndAFault()
    {
        const QJsonObject networks = {
            {u"net"_s, QJsonArray{QJsonObject{{u"addr"_s, u"10.0.0.5"_s}, {u"version"_s, 4}}}}};
        const auto row = OpenStackComputeParser::server(
            changed(u"no_server_show"_s, u"server.addresses"_s, networks));
        const auto broken = OpenStackComputeParser::server(
            changed(u"no_server_show"_s, u"server.fault"_s,
                    QJsonObject{{u"code"_s, 500}, {u"message"_s, u"No valid host"_s}}));

        QVERIFY(row && broken);
        QCOMPARE(row->resource.addresses, QStringList{u"10.0.0.5"_s});
        QCOMPARE(broken->fault, u"No valid host"_s);
    }

    void tellsWhetherThereAreMoreServers()
    {
        const auto page = OpenStackComputeParser::servers(Exchanges::body(u"no_servers_page1"_s));
        const auto whole = OpenStackComputeParser::servers(Exchanges::body(u"no_servers_detail"_s));

        QVERIFY(page && whole);
        QVERIFY(page->next && !whole->next);
    }

    void readsAnImageOfAServer()
    {
        const auto row = OpenStackComputeParser::image(Exchanges::body(u"gl_image_snapshot"_s));

        QVERIFY(row);
        const Snapshot &image = row->snapshot;
        QVERIFY(row->isSnapshot);
        QCOMPARE(image.key.kind, ResourceKind::Server);
        QCOMPARE(image.name, u"web-snap"_s);
        QCOMPARE(image.status, SnapshotStatus::Ready);
        QCOMPARE(image.sizeBytes, 7);
        QCOMPARE(image.diskBytes, qint64(1) << 30);
        QVERIFY(image.source);
        QCOMPARE(image.source->id.value, u"ad9dbd5c-44a2-4248-8f5e-8b9464a55b89"_s);
        QVERIFY(image.parts.isEmpty() && !image.isProtected);
    }

    void readsAnImageThatIsStillNothing()
    {
        const auto row = OpenStackComputeParser::image(Exchanges::body(u"gl_image_queued"_s));

        QVERIFY(row);
        QVERIFY(row->isSnapshot);
        QCOMPARE(row->snapshot.status, SnapshotStatus::Creating);
        QVERIFY(!row->snapshot.sizeBytes);
    }

    /// No image type, no server: what it stands for is in a text with JSON in it.
    void readsTheImageOfAVolumeBackedServer()
    {
        const auto row = OpenStackComputeParser::image(Exchanges::body(u"gl_image_snapshot_bfv"_s));

        QVERIFY(row);
        const SnapshotKey part = {
            {}, ResourceKind::Volume, {u"9ccc484a-9a17-4bac-8496-eb93e667a8b4"_s}};
        QVERIFY(row->isSnapshot);
        QCOMPARE(row->snapshot.parts, QList<SnapshotKey>{part});
        QCOMPARE(row->bootPart, part.id);
        QCOMPARE(row->snapshot.sizeBytes, 0);
        QVERIFY(!row->snapshot.source && !row->snapshot.diskBytes);
    }

    void leavesOtherImagesAlone()
    {
        const auto other = OpenStackComputeParser::image(
            changed(u"gl_image_snapshot"_s, u"image_type"_s, QJsonValue::Undefined));
        const auto garbled = OpenStackComputeParser::image(
            changed(u"gl_image_snapshot_bfv"_s, u"block_device_mapping"_s, u"[{"_s));

        QVERIFY(other && garbled);
        QVERIFY(!other->isSnapshot && !garbled->isSnapshot);
    }

    /// A store's own address may hold a credential.
    void keepsStoresAddressesToItself()
    {
        const auto row = OpenStackComputeParser::image(
            changed(u"gl_image_snapshot"_s, u"direct_url"_s, u"swift://demo-secret-user@store"_s));

        QVERIFY(row);
        QVERIFY(!row->snapshot.raw.contains("demo-secret"_L1));
        QVERIFY(row->snapshot.raw.contains("web-snap"_L1));
    }

    void readsTheMarkerOfAnImage()
    {
        const auto row = OpenStackComputeParser::image(
            changed(u"gl_image_snapshot"_s, u"snapdeck_op"_s, u"m1"_s));

        QVERIFY(row);
        QCOMPARE(row->snapshot.labels, (QMap<QString, QString>{{u"snapdeck_op"_s, u"m1"_s}}));
    }

    void tellsWhetherThereAreMoreImages()
    {
        const auto page = OpenStackComputeParser::images(Exchanges::body(u"gl_images_page1"_s));
        const auto whole = OpenStackComputeParser::images(Exchanges::body(u"gl_images_private"_s));

        QVERIFY(page && whole);
        QVERIFY(page->next && !whole->next);
    }

    void readsFlavors()
    {
        const auto page = OpenStackComputeParser::flavors(Exchanges::body(u"no_flavors"_s));

        QVERIFY(page);
        const ServerType type = page->rows.constFirst();
        QCOMPARE(type.id.value, u"1"_s);
        QCOMPARE(type.name, u"m1.tiny"_s);
        QCOMPARE(type.memoryBytes, qint64(512) << 20);
        QCOMPARE(type.diskBytes, qint64(1) << 30);
        QVERIFY(type.offers.constFirst().isAvailable);
    }

    void readsAFlavorByAnyNameOfItsOperators()
    {
        const auto page = OpenStackComputeParser::flavors(
            R"({"flavors":[{"id":"s3.large 2","name":"s","vcpus":2,"ram":4096,"disk":0}]})");

        QVERIFY(page);
        QCOMPARE(page->rows.constFirst().id.value, u"s3.large 2"_s);
        QVERIFY(!OpenStackComputeParser::flavors(
            R"({"flavors":[{"id":"","name":"s","vcpus":2,"ram":4096,"disk":0}]})"));
    }

    void readsWhatWasDone()
    {
        const auto actions =
            OpenStackComputeParser::actions(Exchanges::body(u"no_instance_actions_after_fault"_s));

        QVERIFY(actions);
        const Providers::OpenStackAction &newest = actions->constFirst();
        QCOMPARE(newest.word, u"createImage"_s);
        QCOMPARE(newest.message, u"Error"_s);
        QCOMPARE(newest.requestId, u"req-d5cec96d-421c-41b5-a18b-825c2f60b647"_s);
        QCOMPARE(newest.started, QDateTime::fromString(u"2026-11-20T19:38:44Z"_s, Qt::ISODate));
    }

    void readsWhatWasMade()
    {
        const auto image =
            OpenStackComputeParser::madeImage(Exchanges::body(u"no_createimage_202"_s));
        const auto untold = OpenStackComputeParser::madeImage(QByteArray());
        const auto server =
            OpenStackComputeParser::madeServer(Exchanges::body(u"no_server_create_202"_s));

        QVERIFY(image && untold && server);
        QCOMPARE(*image, u"d347862f-3334-46ab-8bf8-c9caa6c3c4bf"_s);
        QVERIFY(untold->isEmpty());
        QCOMPARE(server->id, u"ad9dbd5c-44a2-4248-8f5e-8b9464a55b89"_s);
        QCOMPARE(server->password, "<password>"_ba);
    }

    void namesWhatIsWrong()
    {
        const auto server = OpenStackComputeParser::server(
            changed(u"no_server_show"_s, u"server.status"_s, QJsonValue::Undefined));
        const auto image =
            OpenStackComputeParser::image(changed(u"gl_image_snapshot"_s, u"id"_s, u"a/b"_s));

        QVERIFY(!server && !image);
        QCOMPARE(server.error().kind, ErrorKind::Protocol);
        QVERIFY(server.error().message.contains("server.status"_L1));
        QVERIFY(image.error().message.startsWith("id"_L1));
    }
};

QTEST_GUILESS_MAIN(OpenStackComputeParserTest)
#include "openstackcomputeparsertest.moc"
