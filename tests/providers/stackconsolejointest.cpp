// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsolejoin.h"
#include "providers/stackconsole/stackconsoleparser.h"
#include "providers/stackconsole/stackconsoleprices.h"
#include "stackconsolefixtures.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Providers;
using namespace Qt::StringLiterals;
namespace Fixtures = StackConsoleFixtures;

namespace {

StackConsoleAtlas fixtureAtlas()
{
    return {StackConsoleParser::regions(Fixtures::read(u"regions"_s))->rows,
            StackConsoleParser::projects(Fixtures::read(u"projects"_s))->rows,
            StackConsoleParser::cloudProviders(Fixtures::read(u"cloud_providers"_s))->rows};
}

StackConsoleJoin fixtureJoin(const std::optional<QTimeZone> &zone = QTimeZone("Asia/Yangon"))
{
    StackConsoleJoin join{{u"a"_s}, fixtureAtlas(), {}, {}, zone};
    StackConsoleJoin::learn(StackConsoleParser::servers(Fixtures::read(u"servers"_s))->rows,
                            join.servers);
    StackConsoleJoin::learn(StackConsoleParser::volumes(Fixtures::read(u"volumes"_s))->rows,
                            join.volumes);
    return join;
}

QList<Resource> fixtureResources()
{
    return fixtureJoin().resources(StackConsoleParser::servers(Fixtures::read(u"servers"_s))->rows,
                                   StackConsoleParser::volumes(Fixtures::read(u"volumes"_s))->rows);
}

ResourceKey volumeKey(const QString &slug)
{
    return {{u"a"_s}, ResourceKind::Volume, {slug}};
}

ResourceKey serverKey(const QString &slug)
{
    return {{u"a"_s}, ResourceKind::Server, {slug}};
}

StackConsoleCloudProvider cloudProvider(const QString &slug, bool isActive, bool hasServers)
{
    return {slug, isActive, hasServers};
}

StackConsolePlan plan(const QString &slug, const QList<StackConsoleAmount> &hourly,
                      bool isActive = true)
{
    return {{slug}, slug, {}, isActive, hourly};
}

} // namespace

/// Rows put together with what they refer to.
class StackConsoleJoinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesRegionsThatAreSwitchedOff();
    void choosesTheCloudProvider_data();
    void choosesTheCloudProvider();
    void knowsWhatIsNew();
    void joinsServersAndTheirVolumes();
    void findsTheSourceOfASnapshot();
    void readsLocalTimesByTheAccountsClock();
    void saysWhichTimesAreUncertain();
    void makesPricesOfPlans();
    void keepsToOneCurrency_data();
    void keepsToOneCurrency();

private:
    Support::TestEnvironment m_environment;
};

void StackConsoleJoinTest::hidesRegionsThatAreSwitchedOff()
{
    const StackConsoleAtlas atlas = fixtureAtlas();

    const QList<Location> locations = atlas.locations();

    QCOMPARE(locations.size(), 2);
    QCOMPARE(locations.at(0).id, LocationId{u"ygn-az01"_s});
    QVERIFY(locations.at(1).isComingSoon);
    QCOMPARE(atlas.openRegions(), QList<LocationId>{{u"ygn-az01"_s}});
    QCOMPARE(atlas.projectList().size(), 2);
}

void StackConsoleJoinTest::choosesTheCloudProvider_data()
{
    QTest::addColumn<QList<StackConsoleCloudProvider>>("providers");
    QTest::addColumn<QString>("own"); // of the region
    QTest::addColumn<QString>("chosen");
    using List = QList<StackConsoleCloudProvider>;
    const auto nimbo = cloudProvider(u"nimbo"_s, true, true);
    const auto stratus = cloudProvider(u"stratus"_s, true, true);
    const auto ceph = cloudProvider(u"ceph"_s, true, false);
    const auto old = cloudProvider(u"old"_s, false, true);
    QTest::addRow("the one with servers") << List{nimbo} << QString() << u"nimbo"_s;
    QTest::addRow("the one with servers of several")
        << List{ceph, nimbo} << QString() << u"nimbo"_s;
    QTest::addRow("the region's own of several")
        << List{nimbo, stratus} << u"stratus"_s << u"stratus"_s;
    QTest::addRow("not one that is switched off") << List{old, nimbo} << u"old"_s << u"nimbo"_s;
    QTest::addRow("the region's own, none has servers") << List{ceph} << u"nimbo"_s << u"nimbo"_s;
    QTest::addRow("the only one") << List{ceph, old} << QString() << u"ceph"_s;
    QTest::addRow("the region's own, the list is withheld") << List{} << u"nimbo"_s << u"nimbo"_s;
    QTest::addRow("none") << List{old} << QString() << QString();
}

void StackConsoleJoinTest::choosesTheCloudProvider()
{
    QFETCH(const QList<StackConsoleCloudProvider>, providers);
    QFETCH(const QString, own);
    QFETCH(const QString, chosen);
    StackConsoleRegion region;
    region.location.id = {u"here"_s};
    region.cloudProvider = own;
    const StackConsoleAtlas atlas = {{region}, {}, providers};

    QCOMPARE(atlas.cloudProviderFor({u"here"_s}), chosen);
}

void StackConsoleJoinTest::knowsWhatIsNew()
{
    const StackConsoleAtlas atlas = fixtureAtlas();
    const StackConsoleReference region = {u"r-1"_s, {}, {}};
    const StackConsoleReference project = {u"p-2"_s, {}, {}};

    QVERIFY(atlas.knows(region, project));
    QVERIFY(atlas.knows({}, {}));
    QVERIFY(atlas.knows(region, {u"p-9"_s, u"new-9"_s, u"New"_s})); // named by the answer itself
    QVERIFY(!atlas.knows(region, {u"p-9"_s, {}, {}}));
    QVERIFY(!atlas.knows({u"r-9"_s, {}, {}}, project));
    QVERIFY(atlas.project({u"p-9"_s, {}, {}}).isEmpty());
}

void StackConsoleJoinTest::joinsServersAndTheirVolumes()
{
    const QList<Resource> resources = fixtureResources();

    QStringList names;
    for (const Resource &resource : resources) {
        names.append(resource.name);
        QCOMPARE(resource.key.account, AccountId{u"a"_s});
        QCOMPARE(resource.location, LocationId{u"ygn-az01"_s});
    }
    QCOMPARE(names,
             QStringList({u"shop-web"_s, u"mail"_s, u"ROOT-161"_s, u"shop-files"_s,
                          u"scratch"_s})); // not what was deleted
    const Resource &web = resources.at(0);
    QCOMPARE(web.project, ProjectId{u"default-9"_s});
    QCOMPARE(web.sizeBytes, 90'500'000'000); // of both its disks
    QCOMPARE(web.volumes, QList<ResourceKey>{volumeKey(u"bs-001001-0042"_s)});
    QCOMPARE(resources.at(1).sizeBytes, std::nullopt);
    QCOMPARE(resources.at(2).attachedTo, serverKey(u"shop-web"_s));
    QCOMPARE(resources.at(2).power, PowerState::Running); // of its server
    QCOMPARE(resources.at(3).attachedTo, serverKey(u"shop-web"_s)); // known by the id alone
    QCOMPARE(resources.at(4).attachedTo, std::nullopt);
    QCOMPARE(resources.at(4).project, ProjectId{u"software-12"_s});
}

void StackConsoleJoinTest::findsTheSourceOfASnapshot()
{
    const auto volumes = fixtureJoin().snapshots(
        StackConsoleParser::volumeSnapshots(Fixtures::read(u"volume_snapshots"_s))->rows);
    const auto servers = fixtureJoin().snapshots(
        StackConsoleParser::serverSnapshots(Fixtures::read(u"server_snapshots"_s))->rows);

    const Snapshot &included = volumes.at(0).snapshot;
    QCOMPARE(included.key, (SnapshotKey{{u"a"_s}, ResourceKind::Volume, {u"ss-001001-0001"_s}}));
    QCOMPARE(included.source, volumeKey(u"bs-001001-0042"_s));
    QCOMPARE(included.sourceName, u"shop-files"_s);
    QCOMPARE(included.location, LocationId{u"ygn-az01"_s});
    QCOMPARE(included.project, ProjectId{u"default-9"_s});
    QCOMPARE(volumes.at(1).snapshot.source, volumeKey(u"root-161"_s)); // by the orchestrator's id
    QCOMPARE(volumes.at(2).snapshot.source, volumeKey(u"root-161"_s)); // by the volume's own
    QCOMPARE(volumes.at(3).snapshot.source, std::nullopt); // it is gone
    QCOMPARE(servers.at(0).snapshot.source, serverKey(u"shop-web"_s));
    QCOMPARE(servers.at(0).snapshot.sourceName, u"shop-web"_s);
    QCOMPARE(servers.at(1).snapshot.project, ProjectId{u"software-12"_s});
}

void StackConsoleJoinTest::readsLocalTimesByTheAccountsClock()
{
    const auto rows = fixtureJoin().snapshots(
        StackConsoleParser::volumeSnapshots(Fixtures::read(u"volume_snapshots"_s))->rows);

    QCOMPARE(rows.at(0).snapshot.created,
             QDateTime(QDate(2026, 1, 1), QTime(0, 0), QTimeZone::UTC));
    QCOMPARE(rows.at(2).snapshot.created, // 06:30 in Yangon
             QDateTime(QDate(2026, 1, 3), QTime(0, 0), QTimeZone::UTC));
    QCOMPARE(rows.at(2).snapshot.created.timeSpec(), Qt::UTC);
    QVERIFY(!rows.at(2).created.isLocal);
}

void StackConsoleJoinTest::saysWhichTimesAreUncertain()
{
    const auto rows = fixtureJoin({}).snapshots(
        StackConsoleParser::volumeSnapshots(Fixtures::read(u"volume_snapshots"_s))->rows);

    QVERIFY(!rows.at(0).created.isLocal);
    QVERIFY(rows.at(2).created.isLocal);
    QCOMPARE(rows.at(2).snapshot.created,
             QDateTime(QDate(2026, 1, 3), QTime(6, 30), QTimeZone::UTC));
}

void StackConsoleJoinTest::makesPricesOfPlans()
{
    const QList<StackConsolePlan> plans =
        StackConsoleParser::plans(Fixtures::read(u"plans"_s))->rows;
    const QList<StackConsoleOffer> offers = {
        {ResourceKind::Volume, {u"ygn-az01"_s}, plans},
        {ResourceKind::Server, {u"ygn-az01"_s}, {plan(u"off"_s, {{u"1"_s, {}}}, false)}},
        {ResourceKind::Server, {u"mdy-az01"_s}, {plan(u"vm"_s, {{u"1.5"_s, u"MMK"_s}})}}};
    const QList<BillingCycle> cycles =
        StackConsoleParser::billingCycles(Fixtures::read(u"billing_cycles"_s))->rows;

    const PriceList prices = StackConsolePrices::priceList(offers, cycles, u"MMK"_s);

    QCOMPARE(prices.currency, u"MMK"_s);
    QCOMPARE(prices.billingRule, BillingRule::FixedProrata);
    QCOMPARE(prices.billingCycles, cycles);
    QVERIFY(prices.automaticBackupPercent.isEmpty());
    const auto perHour = [](qint64 nanos) {
        return UnitPrice{{nanos, u"MMK"_s}, PriceUnit::PerGbHour};
    };
    const QList<SnapshotPrice> expected = {
        {ResourceKind::Volume,
         {u"ygn-az01"_s},
         perHour(416'666'667),
         u"sc-1"_s,
         {u"snapshot-per-gb"_s},
         u"Snapshot per GB"_s},
        {ResourceKind::Volume,
         {u"ygn-az01"_s},
         perHour(12'346),
         {},
         {u"snapshot-archive"_s},
         u"Snapshot, archive"_s},
        {ResourceKind::Server, {u"mdy-az01"_s}, perHour(1'500'000'000), {}, {u"vm"_s}, u"vm"_s}};
    QCOMPARE(prices.snapshots, expected);
}

void StackConsoleJoinTest::keepsToOneCurrency_data()
{
    QTest::addColumn<QList<StackConsoleAmount>>("first");
    QTest::addColumn<QList<StackConsoleAmount>>("second");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QList<qint64>>("nanos");
    using Amounts = QList<StackConsoleAmount>;
    using Nanos = QList<qint64>;
    const Amounts both = {{u"2"_s, u"USD"_s}, {u"3"_s, u"MMK"_s}};
    QTest::addRow("the one wanted")
        << both << both << u"MMK"_s << u"MMK"_s << Nanos{3'000'000'000, 3'000'000'000};
    QTest::addRow("the first where none is wanted")
        << both << Amounts{{u"4"_s, u"EUR"_s}} << QString() << u"USD"_s << Nanos{2'000'000'000};
    QTest::addRow("the wanted one for what has none")
        << Amounts{{u"1"_s, {}}} << both << u"MMK"_s << u"MMK"_s
        << Nanos{1'000'000'000, 3'000'000'000};
    QTest::addRow("no price at all")
        << Amounts{} << Amounts{{u"9e99"_s, {}}} << u"MMK"_s << u"MMK"_s << Nanos{};
}

void StackConsoleJoinTest::keepsToOneCurrency()
{
    QFETCH(const QList<StackConsoleAmount>, first);
    QFETCH(const QList<StackConsoleAmount>, second);
    QFETCH(const QString, wanted);
    QFETCH(const QString, currency);
    QFETCH(const QList<qint64>, nanos);

    const PriceList prices = StackConsolePrices::priceList(
        {{ResourceKind::Volume, {u"r"_s}, {plan(u"p1"_s, first), plan(u"p2"_s, second)}}}, {},
        wanted);

    QCOMPARE(prices.currency, currency);
    QList<qint64> amounts;
    for (const SnapshotPrice &price : prices.snapshots) {
        QCOMPARE(price.price.amount.currency, currency);
        amounts.append(price.price.amount.nanos);
    }
    QCOMPARE(amounts, nanos);
}

QTEST_GUILESS_MAIN(StackConsoleJoinTest)
#include "stackconsolejointest.moc"
