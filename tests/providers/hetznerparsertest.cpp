// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hetznerfixtures.h"
#include "providers/hetzner/hetznerparser.h"
#include "support/testenvironment.h"

#include <QtTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::HetznerAcceptance;
using Providers::HetznerAction;
using Providers::HetznerParser;
using Providers::HetznerServer;

namespace {

/// Whether a parser took a document, whatever it makes of it.
using Verdict = std::function<Result<Done>(const QByteArray &)>;

template <class T>
Verdict verdict(Result<T> (*parse)(const QByteArray &))
{
    return [parse](const QByteArray &json) {
        return parse(json).transform([](const auto &) { return Done{}; });
    };
}

/// One answer of the API: its fixture, its parser and the members that must be right.
struct Document
{
    QString name;
    QString fixture;
    Verdict parse;
    QStringList required; ///< missing, null or mistyped: Protocol
    QStringList nullable; ///< missing or mistyped: Protocol
    QStringList optional; ///< mistyped: Protocol
    /// A list of lists is the wrong type for nearly every member.
    QJsonValue mistyped = QJsonArray{QJsonArray{}};
};

QList<Document> documents()
{
    const QStringList paging
        = {u"meta.pagination.next_page"_s, u"meta.pagination.last_page"_s,
           u"meta.pagination.total_entries"_s, u"meta.pagination.page"_s};
    return {
        {u"locations"_s, u"locations"_s,
         verdict(HetznerParser::locations),
         {u"locations"_s, u"locations.1.name"_s, u"locations.1.city"_s, u"locations.1.country"_s,
          u"meta"_s, u"meta.pagination"_s},
         paging,
         {}},
        {u"servers"_s, u"servers"_s,
         verdict(HetznerParser::servers),
         {u"servers"_s, u"servers.0.id"_s, u"servers.0.name"_s, u"servers.0.status"_s,
          u"servers.0.created"_s, u"servers.0.location"_s, u"servers.0.location.name"_s,
          u"servers.0.server_type"_s, u"servers.0.server_type.name"_s, u"servers.0.locked"_s,
          u"servers.0.protection"_s, u"servers.0.protection.delete"_s,
          u"servers.0.protection.rebuild"_s, u"servers.0.primary_disk_size"_s,
          u"servers.0.public_net.ipv4.ip"_s, u"servers.1.public_net.ipv6.ip"_s, u"meta"_s},
         paging,
         {u"servers.0.labels"_s, u"servers.0.volumes"_s, u"servers.0.public_net"_s,
          u"servers.0.public_net.ipv4"_s, u"servers.0.private_net"_s,
          u"servers.0.private_net.0.ip"_s, u"servers.0.server_type.architecture"_s}},
        {u"server"_s, u"server"_s,
         verdict(HetznerParser::server),
         {u"server"_s, u"server.id"_s, u"server.status"_s, u"server.image.id"_s},
         {},
         {u"server.image"_s}},
        {u"volumes"_s, u"volumes"_s,
         verdict(HetznerParser::volumes),
         {u"volumes"_s, u"volumes.1.id"_s, u"volumes.1.name"_s, u"volumes.1.status"_s,
          u"volumes.1.created"_s, u"volumes.1.location"_s, u"volumes.1.location.name"_s,
          u"volumes.1.size"_s, u"volumes.1.protection"_s, u"volumes.1.protection.delete"_s},
         QStringList{u"volumes.0.server"_s} + paging,
         {u"volumes.0.labels"_s}},
        {u"volume"_s, u"volume"_s, verdict(HetznerParser::volume), {u"volume"_s, u"volume.id"_s}, {}, {}},
        {u"snapshots"_s, u"snapshots"_s,
         verdict(HetznerParser::snapshots),
         {u"images"_s, u"images.3.id"_s, u"images.3.type"_s, u"images.3.status"_s,
          u"images.3.created"_s, u"images.3.disk_size"_s, u"images.3.protection"_s,
          u"images.3.protection.delete"_s, u"images.0.created_from.id"_s,
          u"images.0.created_from.name"_s, u"meta"_s, u"meta.pagination"_s},
         QStringList{u"images.0.image_size"_s, u"images.0.description"_s} + paging,
         {u"images.0.labels"_s, u"images.0.architecture"_s, u"images.0.deleted"_s,
          u"images.0.created_from"_s}},
        {u"snapshot"_s, u"snapshot"_s,
         verdict(HetznerParser::snapshot),
         {u"image"_s, u"image.id"_s, u"image.type"_s},
         {},
         {}},
        {u"pricing"_s, u"pricing"_s,
         verdict(HetznerParser::prices),
         {u"pricing"_s, u"pricing.currency"_s, u"pricing.image"_s,
          u"pricing.image.price_per_gb_month"_s, u"pricing.image.price_per_gb_month.net"_s},
         {},
         {u"pricing.vat_rate"_s}},
        {u"identity"_s, u"snapshots"_s, verdict(HetznerParser::identity), {u"images"_s}, {}, {}, u"none"_s},
        {u"actions"_s, u"actions"_s,
         verdict(HetznerParser::actions),
         {u"actions"_s, u"actions.2.id"_s, u"actions.2.command"_s, u"actions.2.status"_s,
          u"actions.2.progress"_s, u"actions.2.started"_s, u"actions.2.resources"_s,
          u"actions.2.resources.0.id"_s, u"actions.2.resources.0.type"_s},
         {},
         {u"actions.2.error"_s, u"actions.2.error.code"_s, u"actions.2.error.message"_s}},
        {u"rebuild"_s, u"rebuild"_s,
         verdict(HetznerParser::acceptance),
         {u"action"_s, u"action.id"_s},
         {},
         {u"root_password"_s}},
        {u"create_image"_s, u"create_image"_s,
         verdict(HetznerParser::imageAcceptance),
         {u"action"_s, u"action.id"_s, u"image"_s, u"image.id"_s},
         {},
         {}},
    };
}

} // namespace

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
    void readsPrices();
    void readsActions();
    void readsWhatWasAccepted();
    void readsPaging();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void toleratesWhatMayBeAbsent_data();
    void toleratesWhatMayBeAbsent();
    void refusesValuesThatCannotBe_data();
    void refusesValuesThatCannotBe();
    void readsTimes_data();
    void readsTimes();
    void keepsUnknownStates_data();
    void keepsUnknownStates();
    void readsServerStates_data();
    void readsServerStates();
    void readsActionStates_data();
    void readsActionStates();
    void roundsSizes_data();
    void roundsSizes();
    void readsTheLocationWhereItUsedToBe();
    void prefersTheLocationOfToday();
    void leavesOutImagesThatAreNoSnapshots_data();
    void leavesOutImagesThatAreNoSnapshots();
    void answersNotFoundForADeletedImage();
    void refusesToTakeABackupForASnapshot();
    void refusesEveryTruncation_data();
    void refusesEveryTruncation();
    void refusesWhatIsNoJsonObject_data();
    void refusesWhatIsNoJsonObject();
    void takesLargeIds();

private:
    Support::TestEnvironment m_environment;
};

void HetznerParserTest::readsServers()
{
    const Result<Net::Page<Resource>> page
        = HetznerParser::servers(HetznerFixtures::read(u"servers"_s));

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
    QCOMPARE(page->rows.at(0), web);

    const Resource &database = page->rows.at(1);
    QCOMPARE(database.power, PowerState::Stopped);
    QCOMPARE(database.addresses, QStringList{u"2001:db8:18::/64"_s});
    QCOMPARE(database.architecture, u"arm"_s);
    QVERIFY(database.isLocked);
    QVERIFY(!database.isDeleteProtected);
    QVERIFY(!database.isRebuildProtected);
}

void HetznerParserTest::readsTheServersImage()
{
    const Result<HetznerServer> server
        = HetznerParser::server(HetznerFixtures::read(u"server"_s));
    const Result<HetznerServer> withoutImage
        = HetznerParser::server(HetznerFixtures::with(u"server"_s, u"server.image"_s, {}));

    QVERIFY(server && withoutImage);
    QCOMPARE(server->image, SnapshotId{u"67793881"_s});
    QCOMPARE(withoutImage->image, std::nullopt);
    QCOMPARE(HetznerParser::serverResource(HetznerFixtures::read(u"server"_s)),
             server->resource);
}

void HetznerParserTest::readsVolumes()
{
    const Result<Net::Page<Resource>> page
        = HetznerParser::volumes(HetznerFixtures::read(u"volumes"_s));

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
    const Result<Net::Page<Snapshot>> page
        = HetznerParser::snapshots(HetznerFixtures::read(u"snapshots"_s));

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
    const Result<Net::Page<Location>> page
        = HetznerParser::locations(HetznerFixtures::read(u"locations"_s));

    QVERIFY(page);
    const QList<Location> expected = {
        {{u"fsn1"_s}, u"fsn1"_s, u"Falkenstein"_s, u"DE"_s},
        {{u"hel1"_s}, u"hel1"_s, u"Helsinki"_s, u"FI"_s},
    };
    QCOMPARE(page->rows, expected);
}

void HetznerParserTest::readsPrices()
{
    const Result<PriceList> prices = HetznerParser::prices(HetznerFixtures::read(u"pricing"_s));

    QVERIFY(prices);
    const UnitPrice perGigabyte = {{14'300'000, u"EUR"_s}, PriceUnit::PerGbMonth};
    const PriceList expected
        = {u"EUR"_s, u"19.00"_s, {{ResourceKind::Server, {}, perGigabyte}}};
    QCOMPARE(*prices, expected);
}

void HetznerParserTest::readsActions()
{
    const Result<QList<HetznerAction>> actions
        = HetznerParser::actions(HetznerFixtures::read(u"actions"_s));

    QVERIFY(actions);
    QCOMPARE(actions->size(), 3);
    HetznerAction creating;
    creating.id = {u"2201"_s};
    creating.command = u"create_image"_s;
    creating.status = HetznerAction::Status::Running; // although an error stands in it
    creating.progress = 42;
    creating.started = QDateTime(QDate(2026, 11, 20), QTime(8, 0), QTimeZone::UTC);
    creating.images = {{u"311200102"_s}};
    creating.errorCode = u"action_failed"_s;
    creating.errorMessage = u"Action failed"_s;
    QCOMPARE(actions->at(0), creating);
    QCOMPARE(actions->at(1).status, HetznerAction::Status::Success);
    QVERIFY(actions->at(1).images.isEmpty());
    QCOMPARE(actions->at(2).status, HetznerAction::Status::Error);
    QCOMPARE(HetznerParser::actions(HetznerFixtures::read(u"server_actions"_s)), actions);
}

void HetznerParserTest::readsWhatWasAccepted()
{
    const Result<HetznerAcceptance> rebuild
        = HetznerParser::acceptance(HetznerFixtures::read(u"rebuild"_s));
    const Result<HetznerAcceptance> power
        = HetznerParser::acceptance(HetznerFixtures::read(u"poweron"_s));
    const Result<HetznerAcceptance> image
        = HetznerParser::imageAcceptance(HetznerFixtures::read(u"create_image"_s));

    QVERIFY(rebuild && power && image);
    QCOMPARE(rebuild->action, RemoteTaskId{u"2205"_s});
    QVERIFY(!rebuild->password.isEmpty());
    QCOMPARE(rebuild->image, std::nullopt);
    QCOMPARE(power->action, RemoteTaskId{u"2206"_s});
    QVERIFY(power->password.isEmpty());
    QCOMPARE(image->action, RemoteTaskId{u"2204"_s});
    QCOMPARE(image->image, SnapshotId{u"311200105"_s});
}

void HetznerParserTest::readsPaging()
{
    const Result<Net::Page<Snapshot>> middle
        = HetznerParser::snapshots(HetznerFixtures::read(u"snapshots"_s));
    const Result<Net::Page<Resource>> only
        = HetznerParser::servers(HetznerFixtures::read(u"servers"_s));
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

void HetznerParserTest::namesWhatIsWrong_data()
{
    QTest::addColumn<Verdict>("parse");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    const auto add = [](const Document &document, const QString &path, const char *fault,
                        const QJsonValue &value) {
        QTest::addRow("%s in %s %s", qPrintable(path), qPrintable(document.name), fault)
            << document.parse << HetznerFixtures::with(document.fixture, path, value)
            << HetznerFixtures::spoken(path);
    };
    for (const Document &document : documents()) {
        for (const QString &path : document.required) {
            add(document, path, "null", QJsonValue::Null);
        }
        for (const QString &path : document.required + document.nullable) {
            add(document, path, "missing", QJsonValue::Undefined);
        }
        for (const QString &path : document.required + document.nullable + document.optional) {
            add(document, path, "mistyped", document.mistyped);
        }
    }
}

void HetznerParserTest::namesWhatIsWrong()
{
    QFETCH(const Verdict, parse);
    QFETCH(const QByteArray, json);
    QFETCH(const QString, path);

    const Result<Done> result = parse(json);

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Protocol);
    const bool namesIt = result.error().message.startsWith(path + u' ')
        || result.error().message.startsWith(path + u'[');
    QVERIFY2(namesIt, qPrintable(result.error().message));
}

void HetznerParserTest::toleratesWhatMayBeAbsent_data()
{
    QTest::addColumn<Verdict>("parse");
    QTest::addColumn<QByteArray>("json");
    for (const Document &document : documents()) {
        for (const QString &path : document.nullable + document.optional) {
            QTest::addRow("%s in %s null", qPrintable(path), qPrintable(document.name))
                << document.parse
                << HetznerFixtures::with(document.fixture, path, QJsonValue::Null);
        }
        for (const QString &path : document.optional) {
            QTest::addRow("%s in %s missing", qPrintable(path), qPrintable(document.name))
                << document.parse << HetznerFixtures::without(document.fixture, path);
        }
    }
}

void HetznerParserTest::toleratesWhatMayBeAbsent()
{
    QFETCH(const Verdict, parse);
    QFETCH(const QByteArray, json);

    const Result<Done> result = parse(json);

    QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
}

void HetznerParserTest::refusesValuesThatCannotBe_data()
{
    QTest::addColumn<Verdict>("parse");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto add = [](const Document &document, const QString &path, const QJsonValue &value,
                        const QString &message) {
        QTest::addRow("%s", qPrintable(path + u' ' + message + u' '
                                       + QString::number(qHash(value, 0), 16)))
            << document.parse << HetznerFixtures::with(document.fixture, path, value) << message;
    };
    const Document servers = {{}, u"servers"_s, verdict(HetznerParser::servers), {}, {}, {}};
    const Document snapshots = {{}, u"snapshots"_s, verdict(HetznerParser::snapshots), {}, {}, {}};
    const Document pricing = {{}, u"pricing"_s, verdict(HetznerParser::prices), {}, {}, {}};
    add(servers, u"servers.0.id"_s, u"48210337"_s, u"servers[0].id is not an id"_s);
    add(servers, u"servers.0.id"_s, 0, u"servers[0].id is not an id"_s);
    add(servers, u"servers.0.id"_s, -4, u"servers[0].id is not an id"_s);
    add(servers, u"servers.0.id"_s, 1.5, u"servers[0].id is not an id"_s);
    add(servers, u"servers.0.id"_s, 1e300, u"servers[0].id is not an id"_s);
    add(servers, u"servers.0.locked"_s, 1, u"servers[0].locked is not true or false"_s);
    add(servers, u"servers.0.locked"_s, u"true"_s, u"servers[0].locked is not true or false"_s);
    add(servers, u"servers.1"_s, u"db-1"_s, u"servers has an element that is no object"_s);
    add(servers, u"servers.0.volumes"_s, QJsonArray{1, u"2"_s},
        u"servers[0].volumes has an element that is no id"_s);
    add(servers, u"servers.0.labels"_s, QJsonObject{{u"tier"_s, 1}},
        u"servers[0].labels has a value that is no text"_s);
    add(servers, u"servers.0.created"_s, u"2024-03-11T09:41:07"_s,
        u"servers[0].created is not a time"_s);
    add(servers, u"servers.0.created"_s, u"yesterday"_s, u"servers[0].created is not a time"_s);
    add(snapshots, u"images.0.image_size"_s, u"11.37"_s, u"images[0].image_size is not a size"_s);
    add(snapshots, u"images.0.image_size"_s, -1, u"images[0].image_size is not a size"_s);
    add(snapshots, u"images.0.image_size"_s, 1e300, u"images[0].image_size is not a size"_s);
    add(snapshots, u"meta.pagination.last_page"_s, 4e9,
        u"meta.pagination.last_page is no page number"_s);
    add(snapshots, u"meta.pagination.next_page"_s, -1,
        u"meta.pagination.next_page is no page number"_s);
    const QString net = u"pricing.image.price_per_gb_month.net"_s;
    add(pricing, net, 0.0143, net + u" is not a text"_s);
    add(pricing, net, u"cheap"_s, net + u" is not a decimal number"_s);
    add(pricing, net, QString(), net + u" is not a decimal number"_s);
    add(pricing, net, u"1e-2"_s, net + u" is not a decimal number"_s);
}

void HetznerParserTest::refusesValuesThatCannotBe()
{
    QFETCH(const Verdict, parse);
    QFETCH(const QByteArray, json);
    QFETCH(const QString, message);

    const Result<Done> result = parse(json);

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Protocol);
    QCOMPARE(result.error().message, message);
}

void HetznerParserTest::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("Z") << u"2016-01-30T23:50:00Z"_s;
    QTest::addRow("offset of zero") << u"2016-01-30T23:50:00+00:00"_s;
    QTest::addRow("offset of one hour") << u"2016-01-31T00:50:00+01:00"_s;
    QTest::addRow("without seconds") << u"2016-01-30T23:50+00:00"_s;
    QTest::addRow("without seconds, Z") << u"2016-01-30T23:50Z"_s;
    QTest::addRow("with parts of a second") << u"2016-01-30T23:50:00.000000+00:00"_s;
}

void HetznerParserTest::readsTimes()
{
    QFETCH(const QString, text);

    const Result<Snapshot> snapshot
        = HetznerParser::snapshot(HetznerFixtures::with(u"snapshot"_s, u"image.created"_s, text));

    QVERIFY(snapshot);
    QCOMPARE(snapshot->created,
             QDateTime(QDate(2016, 1, 30), QTime(23, 50), QTimeZone::UTC));
    QCOMPARE(snapshot->created.timeSpec(), Qt::UTC);
}

void HetznerParserTest::keepsUnknownStates_data()
{
    QTest::addColumn<QString>("word");
    QTest::addRow("a new word") << u"archiving"_s;
    QTest::addRow("no word") << QString();
    QTest::addRow("other case") << u"Available"_s;
}

void HetznerParserTest::keepsUnknownStates()
{
    QFETCH(const QString, word);

    const Result<Snapshot> snapshot
        = HetznerParser::snapshot(HetznerFixtures::with(u"snapshot"_s, u"image.status"_s, word));
    const Result<HetznerServer> server
        = HetznerParser::server(HetznerFixtures::with(u"server"_s, u"server.status"_s, word));

    QVERIFY(snapshot && server);
    QCOMPARE(snapshot->status, SnapshotStatus::Unknown);
    QCOMPARE(snapshot->rawStatus, word);
    QCOMPARE(server->resource.power, PowerState::Unknown);
    QCOMPARE(server->resource.rawState, word);
}

void HetznerParserTest::readsServerStates_data()
{
    QTest::addColumn<PowerState>("state");
    QTest::addRow("running") << PowerState::Running;
    QTest::addRow("off") << PowerState::Stopped;
    for (const char *word : {"initializing", "starting", "stopping", "deleting", "migrating",
                             "rebuilding"}) {
        QTest::addRow("%s", word) << PowerState::Changing;
    }
    QTest::addRow("unknown") << PowerState::Unknown;
}

void HetznerParserTest::readsServerStates()
{
    QFETCH(const PowerState, state);
    const QString word = QString::fromLatin1(QTest::currentDataTag());

    const Result<HetznerServer> server
        = HetznerParser::server(HetznerFixtures::with(u"server"_s, u"server.status"_s, word));

    QVERIFY(server);
    QCOMPARE(server->resource.power, state);
}

void HetznerParserTest::readsActionStates_data()
{
    QTest::addColumn<HetznerAction::Status>("status");
    QTest::addRow("running") << HetznerAction::Status::Running;
    QTest::addRow("success") << HetznerAction::Status::Success;
    QTest::addRow("error") << HetznerAction::Status::Error;
    QTest::addRow("paused") << HetznerAction::Status::Unknown;
}

void HetznerParserTest::readsActionStates()
{
    QFETCH(const HetznerAction::Status, status);
    const QString word = QString::fromLatin1(QTest::currentDataTag());

    const Result<QList<HetznerAction>> actions = HetznerParser::actions(
        HetznerFixtures::with(u"actions"_s, u"actions.0.status"_s, word));

    QVERIFY(actions);
    QCOMPARE(actions->first().status, status);
}

void HetznerParserTest::roundsSizes_data()
{
    QTest::addColumn<double>("gigabytes");
    QTest::addColumn<qint64>("bytes");
    QTest::addRow("nothing") << 0.0 << qint64(0);
    QTest::addRow("whole") << 40.0 << qint64(40'000'000'000);
    // The nearest double lies a little below 2.3.
    QTest::addRow("fraction") << 2.3 << qint64(2'300'000'000);
    QTest::addRow("long fraction") << 0.1234567895 << qint64(123'456'790);
    QTest::addRow("large") << 9e9 << qint64(9'000'000'000'000'000'000);
}

void HetznerParserTest::roundsSizes()
{
    QFETCH(const double, gigabytes);
    QFETCH(const qint64, bytes);

    const Result<Snapshot> snapshot = HetznerParser::snapshot(
        HetznerFixtures::with(u"snapshot"_s, u"image.image_size"_s, gigabytes));

    QVERIFY(snapshot);
    QCOMPARE(snapshot->sizeBytes, bytes);
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

    const Result<HetznerServer> read
        = HetznerParser::server(QJsonDocument(QJsonObject{{u"server"_s, server}}).toJson());

    QVERIFY(read);
    QCOMPARE(read->resource.location, LocationId{u"fsn1"_s});
}

void HetznerParserTest::prefersTheLocationOfToday()
{
    const Result<HetznerServer> read = HetznerParser::server(HetznerFixtures::with(
        u"server"_s, u"server.datacenter"_s,
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

    const Result<Net::Page<Snapshot>> page
        = HetznerParser::snapshots(HetznerFixtures::with(u"snapshots"_s, path, value));

    QVERIFY(page);
    QStringList ids;
    for (const Snapshot &snapshot : page->rows) {
        ids.append(snapshot.key.id.value);
    }
    QCOMPARE(ids, QStringList({u"311200101"_s, u"311200103"_s, u"311200104"_s}));
}

void HetznerParserTest::answersNotFoundForADeletedImage()
{
    const Result<Snapshot> snapshot = HetznerParser::snapshot(HetznerFixtures::with(
        u"snapshot"_s, u"image.deleted"_s, u"2026-11-01T00:00:00+00:00"_s));

    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().kind, ErrorKind::NotFound);
}

void HetznerParserTest::refusesToTakeABackupForASnapshot()
{
    const Result<Snapshot> snapshot = HetznerParser::snapshot(
        HetznerFixtures::with(u"snapshot"_s, u"image.type"_s, u"backup"_s));

    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().kind, ErrorKind::Protocol);
    QVERIFY(snapshot.error().message.startsWith("image.type "_L1));
}

void HetznerParserTest::refusesEveryTruncation_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<Verdict>("parse");
    for (const Document &document : documents()) {
        QTest::addRow("%s", qPrintable(document.name))
            << document.fixture << document.parse;
    }
}

void HetznerParserTest::refusesEveryTruncation()
{
    QFETCH(const QString, fixture);
    QFETCH(const Verdict, parse);
    const QByteArray whole = HetznerFixtures::read(fixture);
    QVERIFY(parse(whole));

    for (qsizetype length = 0; length < whole.size(); ++length) {
        const Result<Done> result = parse(whole.first(length));
        QVERIFY2(!result, qPrintable(QString::number(length)));
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
    }
}

void HetznerParserTest::refusesWhatIsNoJsonObject_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("a page for people") << QByteArray("<html><body>502</body></html>");
    QTest::addRow("a list") << QByteArray("[]");
    QTest::addRow("null") << QByteArray("null");
    QTest::addRow("an empty object") << QByteArray("{}");
    QTest::addRow("binary") << QByteArray("\x00\xff\xfe\x80", 4);
    QTest::addRow("deeply nested") << QByteArray(100'000, '[');
}

void HetznerParserTest::refusesWhatIsNoJsonObject()
{
    QFETCH(const QByteArray, body);

    for (const Document &document : documents()) {
        const Result<Done> result = document.parse(body);
        QVERIFY2(!result, qPrintable(document.name));
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
        QVERIFY(!result.error().message.isEmpty());
    }
}

void HetznerParserTest::takesLargeIds()
{
    const qint64 largest = (qint64(1) << 53) - 1;

    const Result<Snapshot> snapshot
        = HetznerParser::snapshot(HetznerFixtures::with(u"snapshot"_s, u"image.id"_s, largest));

    QVERIFY(snapshot);
    QCOMPARE(snapshot->key.id.value, u"9007199254740991"_s);
}

QTEST_GUILESS_MAIN(HetznerParserTest)
#include "hetznerparsertest.moc"
