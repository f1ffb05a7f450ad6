// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffparser.h"
#include "providers/raff/raffwords.h"
#include "rafffixtures.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::RaffParser;
using Providers::RaffWords;
namespace Fixtures = RaffFixtures;

namespace {

const QDateTime madeAt(QDate(2026, 1, 1), QTime(10, 0), QTimeZone::UTC);

} // namespace

/// What Raff's answers mean.
class RaffParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsServers();
    void readsVolumes();
    void readsSnapshotsOfServers();
    void readsSnapshotsOfVolumesWithoutTheirSource();
    void readsProjectsAndRegions();
    void readsThePrice();
    void decodesStatuses_data();
    void decodesStatuses();
    void decodesPower_data();
    void decodesPower();
    void decodesSizes_data();
    void decodesSizes();
    void namesWhatNobodyNamed();

private:
    Support::TestEnvironment m_environment;
};

void RaffParserTest::readsServers()
{
    const auto page = RaffParser::servers(Fixtures::read(u"servers"_s));

    QVERIFY(page);
    QCOMPARE(page->total, 3);
    const Resource &web = page->rows.at(0).resource;
    QCOMPARE(web.key, (ResourceKey{{}, ResourceKind::Server, {Fixtures::web}}));
    QCOMPARE(web.name, u"Web"_s);
    QCOMPARE(web.project.value, Fixtures::shop);
    QCOMPARE(web.location.value, u"us-east"_s);
    QCOMPARE(web.power, PowerState::Running);
    QCOMPARE(web.rawState, u"active"_s);
    QCOMPARE(web.sizeBytes, 100'000'000'000);
    QCOMPARE(web.created, madeAt);
    QCOMPARE(web.addresses, (QStringList{u"192.0.2.10"_s, u"10.0.0.10"_s}));
    QCOMPARE(web.labels.keys(), QStringList{u"shop"_s});
    QCOMPARE(web.hasAutomaticBackups, false);
    QVERIFY(!web.isLocked);
    const Resource &finance = page->rows.at(1).resource;
    QCOMPARE(finance.power, PowerState::Stopped);
    QCOMPARE(finance.hasAutomaticBackups, true);
    QCOMPARE(page->rows.at(0).updated, u"2026-01-02T03:00:00Z"_s);
    const auto busy =
        RaffParser::servers(Fixtures::with(u"servers"_s, u"data.0.status"_s, u"provisioning"_s));
    QVERIFY(busy->rows.at(0).resource.isLocked);
    const auto gone = RaffParser::server(Fixtures::single(u"servers"_s, 2));
    QCOMPARE(gone.error().kind, ErrorKind::NotFound);
}

void RaffParserTest::readsVolumes()
{
    const auto page = RaffParser::volumes(Fixtures::read(u"volumes"_s));

    QVERIFY(page);
    const Resource &data = page->rows.at(0).resource;
    QCOMPARE(data.key, (ResourceKey{{}, ResourceKind::Volume, {u"42"_s}}));
    QCOMPARE(data.sizeBytes, 100'000'000'000);
    QCOMPARE(data.attachedTo, (ResourceKey{{}, ResourceKind::Server, {Fixtures::web}}));
    QVERIFY(!page->rows.at(1).resource.attachedTo); // "empty" is a word for none
    const auto detached =
        RaffParser::volumes(Fixtures::with(u"volumes"_s, u"data.0.product_vm"_s, QString()));
    QVERIFY(!detached->rows.at(0).resource.attachedTo);
}

void RaffParserTest::readsSnapshotsOfServers()
{
    const auto page = RaffParser::snapshots(Fixtures::read(u"server_snapshots"_s));

    QVERIFY(page);
    QCOMPARE(page->rows.size(), 5);
    const Snapshot &idle = page->rows.at(0).snapshot;
    QCOMPARE(idle.key, (SnapshotKey{{}, ResourceKind::Server, {u"101"_s}}));
    QCOMPARE(idle.source, (ResourceKey{{}, ResourceKind::Server, {Fixtures::web}}));
    QCOMPARE(idle.sizeBytes, 50'000'000'000);
    QVERIFY(idle.rawSize.isEmpty());
    QCOMPARE(idle.price, (UnitPrice{{3'400'000, u"USD"_s}, PriceUnit::PerHour}));
    QVERIFY(!idle.diskBytes);
    QCOMPARE(idle.created, madeAt.addSecs(16LL * 3600));
    QCOMPARE(idle.status, SnapshotStatus::Ready);
    QVERIFY(!page->rows.at(0).isInUse);
    const Snapshot &used = page->rows.at(1).snapshot;
    QCOMPARE(used.status, SnapshotStatus::Ready);
    QCOMPARE(used.rawStatus, u"active"_s);
    QVERIFY(page->rows.at(1).isInUse);
    QCOMPARE(page->rows.at(2).snapshot.status, SnapshotStatus::Creating);
    QVERIFY(!page->rows.at(2).snapshot.sizeBytes && !page->rows.at(2).hasSize);
    const Snapshot &failed = page->rows.at(4).snapshot;
    QCOMPARE(failed.status, SnapshotStatus::Failed);
    QVERIFY(!failed.sizeBytes); // a number without a unit is shown, and never billed from
    QCOMPARE(failed.rawSize, u"1234"_s);
    QVERIFY(page->rows.at(4).hasSize);
    QVERIFY(failed.raw.contains("\"size\": \"1234\""_L1));
}

void RaffParserTest::readsSnapshotsOfVolumesWithoutTheirSource()
{
    const auto page = RaffParser::snapshots(Fixtures::read(u"volume_snapshots"_s));

    QVERIFY(page);
    QCOMPARE(page->rows.at(0).snapshot.key.kind, ResourceKind::Volume);
    QVERIFY(!page->rows.at(0).snapshot.source);
    // Should a VM be named there, it is where the volume was attached.
    const auto attached = RaffParser::snapshots(
        Fixtures::with(u"volume_snapshots"_s, u"data.0.product_vm"_s, Fixtures::web));
    QVERIFY(!attached->rows.at(0).snapshot.source);
}

void RaffParserTest::readsProjectsAndRegions()
{
    const auto projects = RaffParser::projects(Fixtures::read(u"projects"_s));
    const auto regions = RaffParser::regions(Fixtures::read(u"regions"_s));

    QVERIFY(projects && regions);
    QCOMPARE(projects->rows.at(1), (Project{{Fixtures::lab}, u"Lab"_s}));
    QCOMPARE(regions->at(0), (Location{{u"us-east"_s}, u"us-east"_s, u"US East"_s, u"US"_s}));
    const auto nothing = RaffParser::projects(R"({"success":true,"data":null,"total":0})");
    QVERIFY(nothing && nothing->rows.isEmpty());
}

void RaffParserTest::readsThePrice()
{
    const auto price = RaffParser::storagePrice(Fixtures::read(u"snapshot_price"_s));

    QVERIFY(price);
    QCOMPARE(price->perHour, u"0.000082"_s);
    QCOMPARE(price->perMonth, u"0.06"_s);
}

void RaffParserTest::decodesStatuses_data()
{
    QTest::addColumn<QJsonValue>("word");
    QTest::addColumn<SnapshotStatus>("status");
    QTest::addRow("idle") << QJsonValue(QString()) << SnapshotStatus::Ready;
    QTest::addRow("null") << QJsonValue() << SnapshotStatus::Ready;
    QTest::addRow("missing") << QJsonValue(QJsonValue::Undefined) << SnapshotStatus::Ready;
    QTest::addRow("active") << QJsonValue(u"active"_s) << SnapshotStatus::Ready;
    QTest::addRow("ready") << QJsonValue(u"ready"_s) << SnapshotStatus::Ready;
    QTest::addRow("creating") << QJsonValue(u"creating"_s) << SnapshotStatus::Creating;
    QTest::addRow("pending") << QJsonValue(u"pending"_s) << SnapshotStatus::Creating;
    QTest::addRow("failed") << QJsonValue(u"failed"_s) << SnapshotStatus::Failed;
    QTest::addRow("another") << QJsonValue(u"thawing"_s) << SnapshotStatus::Unknown;
}

void RaffParserTest::decodesStatuses()
{
    QFETCH(const QJsonValue, word);
    QFETCH(const SnapshotStatus, status);

    const auto page =
        RaffParser::snapshots(Fixtures::with(u"server_snapshots"_s, u"data.0.status"_s, word));

    QVERIFY(page);
    QCOMPARE(page->rows.at(0).snapshot.status, status);
    QCOMPARE(page->rows.at(0).snapshot.rawStatus, word.toString());
}

void RaffParserTest::decodesPower_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<PowerState>("power");
    QTest::addRow("active") << u"active"_s << PowerState::Running;
    QTest::addRow("passive") << u"passive"_s << PowerState::Stopped;
    for (const char *word : {"initiating", "provisioning", "booting", "finalizing"}) {
        QTest::addRow("%s", word) << QString::fromLatin1(word) << PowerState::Changing;
    }
    QTest::addRow("failure") << u"failure"_s << PowerState::Unknown;
    QTest::addRow("another") << u"dreaming"_s << PowerState::Unknown;
}

void RaffParserTest::decodesPower()
{
    QFETCH(const QString, word);
    QFETCH(const PowerState, power);

    QCOMPARE(RaffWords::powerState(word), power);
}

void RaffParserTest::decodesSizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<qint64>>("bytes");
    using Bytes = std::optional<qint64>;
    QTest::addRow("GB") << u"50 GB"_s << Bytes(50'000'000'000);
    QTest::addRow("no blank") << u"50GB"_s << Bytes(50'000'000'000);
    QTest::addRow("small letters") << u"1.5 tb"_s << Bytes(1'500'000'000'000);
    QTest::addRow("MB") << u" 512 MB "_s << Bytes(512'000'000);
    QTest::addRow("MiB") << u"1 MiB"_s << Bytes(1'048'576);
    QTest::addRow("GiB") << u"2 GiB"_s << Bytes(2'147'483'648);
    QTest::addRow("TiB") << u"1 TiB"_s << Bytes(1'099'511'627'776);
    QTest::addRow("no unit") << u"51200"_s << Bytes();
    QTest::addRow("nothing") << QString() << Bytes();
    QTest::addRow("zero") << u"0 GB"_s << Bytes();
    QTest::addRow("negative") << u"-1 GB"_s << Bytes();
    QTest::addRow("another unit") << u"5 PB"_s << Bytes();
    QTest::addRow("words") << u"about 5 GB"_s << Bytes();
    QTest::addRow("too large") << u"99999999999999 TB"_s << Bytes();
}

void RaffParserTest::decodesSizes()
{
    QFETCH(const QString, text);
    QFETCH(const std::optional<qint64>, bytes);

    QCOMPARE(RaffWords::bytes(text), bytes);
}

void RaffParserTest::namesWhatNobodyNamed()
{
    const QDate day(2026, 5, 3);

    QCOMPARE(RaffWords::defaultName(ResourceKind::Server, u"Finance"_s, day),
             u"vm-finance-05-03-26"_s);
    QCOMPARE(RaffWords::defaultName(ResourceKind::Volume, u"data"_s, day),
             u"volume-data-05-03-26"_s);
}

QTEST_GUILESS_MAIN(RaffParserTest)
#include "raffparsertest.moc"
