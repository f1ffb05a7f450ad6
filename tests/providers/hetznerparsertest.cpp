// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznerparser.h"
#include "hetznerfixtures.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::HetznerAcceptance;
using Providers::HetznerAction;
using Providers::HetznerParser;
using Providers::HetznerServer;

class HetznerParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsServers();
    void readsTheServersImage();
    void readsVolumes();
    void readsSnapshots();
    void keepsASnapshotsOwnJsonCompact();
    void readsLocations();
    void knowsTheContinentOfANetworkZone_data();
    void knowsTheContinentOfANetworkZone();
    void readsPrices();
    void readsActions();
    void readsWhatWasAccepted();
    void readsANewServer();
    void readsPaging();
    void readsTheLocationWhereItUsedToBe();
    void prefersTheLocationOfToday();
    void leavesOutImagesThatAreNoSnapshots_data();
    void leavesOutImagesThatAreNoSnapshots();
    void answersNotFoundForADeletedImage();
    void refusesToTakeABackupForASnapshot();

private:
    Support::TestEnvironment m_environment;
};

void HetznerParserTest::readsServers()
{
    const Result<Net::Page<Resource>> page =
        HetznerParser::servers(HetznerFixtures::read(u"servers"_s));

    QVERIFY(page);
    QCOMPARE(page->rows.size(), 2);
    Resource web;
    web.key = {{}, ResourceKind::Server, {u"48210337"_s}};
    web.name = u"web-1"_s;
    web.location = {u"fsn1"_s};
    web.power = PowerState::Running;
    web.rawState = u"running"_s;
    web.sizeBytes = 40'000'000'000;
    web.architecture = u"x86"_s;
    web.created = QDateTime(QDate(2024, 3, 11), QTime(9, 41, 7), QTimeZone::UTC);
    web.addresses = {u"192.0.2.17"_s, u"2001:db8:17::/64"_s, u"10.0.0.2"_s};
    web.volumes = {{{}, ResourceKind::Volume, {u"100410"_s}},
                   {{}, ResourceKind::Volume, {u"100411"_s}}};
    web.isDeleteProtected = true;
    web.isRebuildProtected = true;
    web.plan = u"cpx22"_s;
    web.labels = {{u"role"_s, u"shop"_s}, {u"tier"_s, QString()}};
    web.hasAutomaticBackups = true;
    QCOMPARE(page->rows.at(0), web);

    const Resource &database = page->rows.at(1);
    QCOMPARE(database.power, PowerState::Stopped);
    QCOMPARE(database.addresses, QStringList{u"2001:db8:18::/64"_s});
    QCOMPARE(database.architecture, u"arm"_s);
    QVERIFY(database.isLocked);
    QCOMPARE(database.hasAutomaticBackups, false);
    QVERIFY(!database.isDeleteProtected);
    QVERIFY(!database.isRebuildProtected);
}

void HetznerParserTest::readsTheServersImage()
{
    const Result<HetznerServer> server = HetznerParser::server(HetznerFixtures::read(u"server"_s));
    const Result<HetznerServer> withoutImage =
        HetznerParser::server(HetznerFixtures::with(u"server"_s, u"server.image"_s, {}));

    QVERIFY(server && withoutImage);
    QCOMPARE(server->image, SnapshotId{u"67793881"_s});
    QCOMPARE(withoutImage->image, std::nullopt);
    QCOMPARE(HetznerParser::serverResource(HetznerFixtures::read(u"server"_s)), server->resource);
}

void HetznerParserTest::readsVolumes()
{
    const Result<Net::Page<Resource>> page =
        HetznerParser::volumes(HetznerFixtures::read(u"volumes"_s));

    QVERIFY(page);
    QCOMPARE(page->rows.size(), 2);
    Resource files;
    files.key = {{}, ResourceKind::Volume, {u"100410"_s}};
    files.name = u"shop-files"_s;
    files.location = {u"fsn1"_s};
    files.rawState = u"available"_s;
    files.sizeBytes = 50'000'000'000;
    files.created = QDateTime(QDate(2024, 3, 11), QTime(10, 2, 44), QTimeZone::UTC);
    files.attachedTo = ResourceKey{{}, ResourceKind::Server, {u"48210337"_s}};
    files.isDeleteProtected = true;
    files.labels = {{u"role"_s, u"shop"_s}};
    QCOMPARE(page->rows.at(0), files);
    QCOMPARE(page->rows.at(1).attachedTo, std::nullopt);
}

void HetznerParserTest::readsSnapshots()
{
    const Result<Net::Page<Snapshot>> page =
        HetznerParser::snapshots(HetznerFixtures::read(u"snapshots"_s));

    QVERIFY(page);
    QCOMPARE(page->rows.size(), 4);
    Snapshot shop = page->rows.at(0);
    shop.raw.clear();
    Snapshot expected;
    expected.key = {{}, ResourceKind::Server, {u"311200101"_s}};
    expected.name = u"before shop 6.7"_s;
    expected.created = QDateTime(QDate(2026, 9, 14), QTime(21, 3, 55), QTimeZone::UTC);
    expected.sizeBytes = 11'370'000'000;
    expected.diskBytes = 40'000'000'000;
    expected.status = SnapshotStatus::Ready;
    expected.rawStatus = u"available"_s;
    expected.source = ResourceKey{{}, ResourceKind::Server, {u"48210337"_s}};
    expected.sourceName = u"web-1"_s;
    expected.isProtected = true;
    expected.architecture = u"x86"_s;
    expected.labels = {{u"keep"_s, QString()},
                       {u"snapdeck/op"_s, u"5b1f7c1e-2f6b-4d0b-9a57-0e0d6fb4a001"_s}};
    QCOMPARE(shop, expected);

    const Snapshot &creating = page->rows.at(1);
    QCOMPARE(creating.status, SnapshotStatus::Creating);
    QCOMPARE(creating.sizeBytes, std::nullopt);
    QCOMPARE(creating.name, u"nightly — größer als gedacht"_s);
    QCOMPARE(page->rows.at(2).status, SnapshotStatus::Failed);
    QCOMPARE(page->rows.at(2).rawStatus, u"unavailable"_s);
    QCOMPARE(page->rows.at(3).source, std::nullopt);
    QVERIFY(page->rows.at(3).sourceName.isEmpty());
}

void HetznerParserTest::keepsASnapshotsOwnJsonCompact()
{
    const QByteArray json = HetznerFixtures::read(u"snapshot"_s);

    const Result<Snapshot> snapshot = HetznerParser::snapshot(json);

    QVERIFY(snapshot);
    QVERIFY(!snapshot->raw.contains(u'\n'));
    QCOMPARE(QJsonDocument::fromJson(snapshot->raw.toUtf8()).object(),
             QJsonDocument::fromJson(json).object().value("image"_L1).toObject());
}

void HetznerParserTest::readsLocations()
{
    const Result<Net::Page<Location>> page =
        HetznerParser::locations(HetznerFixtures::read(u"locations"_s));

    QVERIFY(page);
    const QList<Location> expected = {
        {{u"fsn1"_s}, u"fsn1"_s, u"Falkenstein"_s, u"DE"_s, u"Europe"_s},
        {{u"hel1"_s}, u"hel1"_s, u"Helsinki"_s, u"FI"_s, u"Europe"_s},
    };
    QCOMPARE(page->rows, expected);
}

void HetznerParserTest::knowsTheContinentOfANetworkZone_data()
{
    QTest::addColumn<QJsonValue>("zone");
    QTest::addColumn<QString>("continent");
    QTest::addRow("Europe") << QJsonValue(u"eu-central"_s) << u"Europe"_s;
    QTest::addRow("North America") << QJsonValue(u"us-west"_s) << u"North America"_s;
    QTest::addRow("Asia") << QJsonValue(u"ap-southeast"_s) << u"Asia"_s;
    QTest::addRow("one of tomorrow") << QJsonValue(u"moon-1"_s) << QString();
    QTest::addRow("none") << QJsonValue(QJsonValue::Undefined) << QString();
}

void HetznerParserTest::knowsTheContinentOfANetworkZone()
{
    QFETCH(const QJsonValue, zone);
    QFETCH(const QString, continent);

    const Result<Net::Page<Location>> page = HetznerParser::locations(
        HetznerFixtures::with(u"locations"_s, u"locations.0.network_zone"_s, zone));

    QVERIFY(page);
    QCOMPARE(page->rows.first().continent, continent);
}

void HetznerParserTest::readsPrices()
{
    const Result<PriceList> prices = HetznerParser::prices(HetznerFixtures::read(u"pricing"_s));

    QVERIFY(prices);
    const UnitPrice perGigabyte = {{14'300'000, u"EUR"_s}, PriceUnit::PerGbMonth};
    PriceList expected = {u"EUR"_s, u"19.00"_s, {{ResourceKind::Server, {}, perGigabyte}}};
    expected.automaticBackupPercent = u"20.0000000000"_s;
    QCOMPARE(*prices, expected);
}

void HetznerParserTest::readsActions()
{
    const Result<QList<HetznerAction>> actions =
        HetznerParser::actions(HetznerFixtures::read(u"actions"_s));

    QVERIFY(actions);
    QCOMPARE(actions->size(), 3);
    HetznerAction creating;
    creating.id = {u"2201"_s};
    creating.command = u"create_image"_s;
    creating.status = HetznerAction::Status::Running; // although an error stands in it
    creating.progress = 42;
    creating.started = QDateTime(QDate(2026, 11, 20), QTime(8, 0), QTimeZone::UTC);
    creating.images = {{u"311200102"_s}};
    creating.servers = {{u"48210337"_s}};
    creating.errorCode = u"action_failed"_s;
    creating.errorMessage = u"Action failed"_s;
    QCOMPARE(actions->at(0), creating);
    QCOMPARE(actions->at(1).status, HetznerAction::Status::Success);
    QVERIFY(actions->at(1).images.isEmpty());
    QCOMPARE(actions->at(1).servers, QList<ResourceId>({{u"48210338"_s}}));
    QCOMPARE(actions->at(2).status, HetznerAction::Status::Error);
    QCOMPARE(HetznerParser::actions(HetznerFixtures::read(u"server_actions"_s)), actions);
}

void HetznerParserTest::readsWhatWasAccepted()
{
    const Result<HetznerAcceptance> rebuild =
        HetznerParser::acceptance(HetznerFixtures::read(u"rebuild"_s));
    const Result<HetznerAcceptance> power =
        HetznerParser::acceptance(HetznerFixtures::read(u"poweron"_s));
    const Result<HetznerAcceptance> image =
        HetznerParser::imageAcceptance(HetznerFixtures::read(u"create_image"_s));

    QVERIFY(rebuild && power && image);
    QCOMPARE(rebuild->action, RemoteTaskId{u"2205"_s});
    QVERIFY(!rebuild->password.isEmpty());
    QCOMPARE(rebuild->image, std::nullopt);
    QCOMPARE(power->action, RemoteTaskId{u"2206"_s});
    QVERIFY(power->password.isEmpty());
    QCOMPARE(image->action, RemoteTaskId{u"2204"_s});
    QCOMPARE(image->image, SnapshotId{u"311200105"_s});
}

void HetznerParserTest::readsANewServer()
{
    const Result<HetznerAcceptance> started =
        HetznerParser::serverAcceptance(HetznerFixtures::read(u"create_server"_s));
    const Result<HetznerAcceptance> withKeys = HetznerParser::serverAcceptance(
        HetznerFixtures::with(u"create_server"_s, u"root_password"_s, QJsonValue::Null));
    const Result<HetznerAcceptance> left = HetznerParser::serverAcceptance(
        HetznerFixtures::with(u"create_server"_s, u"next_actions"_s, QJsonArray()));

    QVERIFY(started && withKeys && left);
    QCOMPARE(started->action, RemoteTaskId{u"2210"_s});
    QCOMPARE(started->nextActions, QList<RemoteTaskId>({{u"2211"_s}}));
    QCOMPARE(started->server, ResourceId{u"48210400"_s});
    QVERIFY(!started->password.isEmpty());
    QVERIFY(withKeys->password.isEmpty());
    QVERIFY(left->nextActions.isEmpty());
}

void HetznerParserTest::readsPaging()
{
    const Result<Net::Page<Snapshot>> middle =
        HetznerParser::snapshots(HetznerFixtures::read(u"snapshots"_s));
    const Result<Net::Page<Resource>> only =
        HetznerParser::servers(HetznerFixtures::read(u"servers"_s));
    const Result<Net::Page<Snapshot>> unknownEnd = HetznerParser::snapshots(
        HetznerFixtures::with(u"snapshots"_s, u"meta.pagination"_s,
                              QJsonObject{{u"page"_s, 2},
                                          {u"next_page"_s, 3},
                                          {u"last_page"_s, QJsonValue::Null},
                                          {u"total_entries"_s, QJsonValue::Null}}));

    QVERIFY(middle && only && unknownEnd);
    QCOMPARE(middle->number, 2);
    QCOMPARE(middle->next, 3);
    QCOMPARE(middle->last, 3);
    QCOMPARE(middle->total, 10);
    QCOMPARE(only->number, 1);
    QCOMPARE(only->next, std::nullopt);
    QCOMPARE(only->last, 1);
    QCOMPARE(unknownEnd->next, 3);
    QCOMPARE(unknownEnd->last, std::nullopt);
    QCOMPARE(unknownEnd->total, std::nullopt);
}

void HetznerParserTest::readsTheLocationWhereItUsedToBe()
{
    QJsonObject server = QJsonDocument::fromJson(HetznerFixtures::read(u"server"_s))
                             .object()
                             .value("server"_L1)
                             .toObject();
    server.insert("datacenter"_L1,
                  QJsonObject{{u"id"_s, 4},
                              {u"name"_s, u"fsn1-dc14"_s},
                              {u"location"_s, server.take("location"_L1)}});

    const Result<HetznerServer> read =
        HetznerParser::server(QJsonDocument(QJsonObject{{u"server"_s, server}}).toJson());

    QVERIFY(read);
    QCOMPARE(read->resource.location, LocationId{u"fsn1"_s});
}

void HetznerParserTest::prefersTheLocationOfToday()
{
    const Result<HetznerServer> read = HetznerParser::server(
        HetznerFixtures::with(u"server"_s, u"server.datacenter"_s,
                              QJsonObject{{u"location"_s, QJsonObject{{u"name"_s, u"nbg1"_s}}}}));

    QVERIFY(read);
    QCOMPARE(read->resource.location, LocationId{u"fsn1"_s});
}

void HetznerParserTest::leavesOutImagesThatAreNoSnapshots_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addRow("a backup") << u"images.1.type"_s << u"backup"_s;
    QTest::addRow("a system image") << u"images.1.type"_s << u"system"_s;
    QTest::addRow("a type of tomorrow") << u"images.1.type"_s << u"clone"_s;
    QTest::addRow("deleted") << u"images.1.deleted"_s << u"2026-11-01T00:00:00+00:00"_s;
}

void HetznerParserTest::leavesOutImagesThatAreNoSnapshots()
{
    QFETCH(const QString, path);
    QFETCH(const QString, value);

    const Result<Net::Page<Snapshot>> page =
        HetznerParser::snapshots(HetznerFixtures::with(u"snapshots"_s, path, value));

    QVERIFY(page);
    QStringList ids;
    for (const Snapshot &snapshot : page->rows) {
        ids.append(snapshot.key.id.value);
    }
    QCOMPARE(ids, QStringList({u"311200101"_s, u"311200103"_s, u"311200104"_s}));
}

void HetznerParserTest::answersNotFoundForADeletedImage()
{
    const Result<Snapshot> snapshot = HetznerParser::snapshot(
        HetznerFixtures::with(u"snapshot"_s, u"image.deleted"_s, u"2026-11-01T00:00:00+00:00"_s));

    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().kind, ErrorKind::NotFound);
}

void HetznerParserTest::refusesToTakeABackupForASnapshot()
{
    const Result<Snapshot> snapshot =
        HetznerParser::snapshot(HetznerFixtures::with(u"snapshot"_s, u"image.type"_s, u"backup"_s));

    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().kind, ErrorKind::Protocol);
    QVERIFY(snapshot.error().message.startsWith("image.type "_L1));
}

QTEST_GUILESS_MAIN(HetznerParserTest)
#include "hetznerparsertest.moc"
