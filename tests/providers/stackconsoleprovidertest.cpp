// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stackconsolestub.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace Fixtures = StackConsoleFixtures;

namespace {

QString errorOf(const auto &result)
{
    return result ? QString() : result.error().message;
}

/// One page of volume snapshots: its paging, and rows named by a letter and a number.
QByteArray snapshotPage(const QByteArray &paging, int first, int count)
{
    QByteArrayList rows;
    for (int number = first; number < first + count; ++number) {
        rows.append(R"({"slug":"ss-)" + QByteArray::number(number)
                    + R"(","created_at":"2026-01-01T00:00:00.000000Z"})");
    }
    return R"({"status":"Success",)" + paging + R"(,"data":[)" + rows.join(',') + "]}";
}

QByteArray pageCall(int page)
{
    return StackConsoleStub::volumeSnapshots.chopped(1) + QByteArray::number(page);
}

QStringList namesOf(const auto &rows)
{
    QStringList names;
    for (const auto &row : rows) {
        names.append(row.name);
    }
    return names;
}

} // namespace

/// What is read, and how often the API is asked for it.
class StackConsoleProviderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stub = std::make_unique<StackConsoleStub>(); }
    void cleanup();
    void describesItself();
    void saysWhatItCanDo();
    void sendsTheTokenAsItIs();
    void isAskedAtTheAccountsAddressAlone();
    void identifiesTheAccount();
    void identifiesWithoutABalance_data();
    void identifiesWithoutABalance();
    void identifiesWithoutAProfile();
    void refusesAWrongToken();
    void listsLocationsAndProjects();
    void listsResources();
    void listsSnapshotsOfBothKinds();
    void fetchesEveryPage();
    void followsPagesWhoseLastIsNotKnown();
    void endsPagesThatNeverEnd();
    void readsServersOnceForAll();
    void doesNotLookAgainForWhatIsGone();
    void readsProjectsAgainForANewOne();
    void readsTheTimeZoneOnce();
    void readsOneObject();
    void listsPricesOfEveryOpenRegion();
    void failsPricesThatAreNotWhole();
    void failsWhenOneOfTheListsFails_data();
    void failsWhenOneOfTheListsFails();
    void takesItsRequestsBackWhenCancelled();
    void doesNotWaitForAListThatWasTakenBack();

private:
    Support::TestEnvironment m_environment;
    std::unique_ptr<StackConsoleStub> m_stub;
};

void StackConsoleProviderTest::cleanup()
{
    const QList<QByteArray> unexpected = m_stub->unexpected();
    m_stub.reset();
    QCOMPARE(unexpected, QList<QByteArray>());
}

void StackConsoleProviderTest::describesItself()
{
    const Providers::ProviderDescription description =
        Providers::StackConsoleProvider::description();

    QCOMPARE(description.id, u"stackconsole"_s);
    QCOMPARE(description.name, u"StackConsole"_s);
    QVERIFY(description.baseUrl.isEmpty()); // it differs from operator to operator
    QVERIFY(description.confirmBaseUrl);
    QCOMPARE(description.credential.label, u"API token"_s);
    QVERIFY(!description.credential.help.isEmpty());
}

void StackConsoleProviderTest::saysWhatItCanDo()
{
    const Capabilities &able = m_stub->provider().capabilities();

    KindCapabilities expected;
    expected.canTake = true;
    expected.rollback = RollbackStyle::InPlace;
    expected.rollbackNeeds = PowerRule::Stopped;
    expected.canRemove = true;
    expected.keepsAddressesOnRollback = true;
    expected.needsBillingCycle = true;
    expected.needsPlan = true;
    expected.name.isRequired = true;
    expected.name.isUnique = true;
    QCOMPARE(able.server, expected);
    QCOMPARE(able.volume, expected);
    QVERIFY(!able.canPower);
    QVERIFY(!able.reportsProgress);
    QCOMPARE(able.sizeUnit, SizeUnit::Gigabyte);
}

void StackConsoleProviderTest::sendsTheTokenAsItIs()
{
    QVERIFY(m_stub->answer(m_stub->provider().listLocations()));

    for (const Support::ServedRequest &request : m_stub->server().requests()) {
        QCOMPARE(request.headers.value("Authorization"), "Bearer " + StackConsoleStub::token);
        QCOMPARE(request.headers.value("Accept"), "application/json");
        QVERIFY(!request.target.contains("secret"));
    }
}

void StackConsoleProviderTest::isAskedAtTheAccountsAddressAlone()
{
    Profile profile;
    profile.baseUrls = {m_stub->url()}; // a candidate, which nobody confirmed
    Providers::StackConsoleProvider provider(
        {Account(), Secret("demo-secret-homeless"), m_stub->network(), m_stub->clock(), profile});

    const auto locations = m_stub->answer(provider.listLocations());

    QVERIFY(!locations);
    QCOMPARE(locations.error().kind, ErrorKind::InvalidInput);
    QVERIFY(m_stub->calls().isEmpty());
}

void StackConsoleProviderTest::identifiesTheAccount()
{
    const Result<Identity> identity = m_stub->answer(m_stub->provider().identify());

    QVERIFY2(identity, qPrintable(errorOf(identity)));
    QCOMPARE(identity->name, u"CRN-100234"_s);
    QCOMPARE(identity->isReadOnly, std::nullopt);
    QCOMPARE(identity->balance, (Money{146'000'500'000'000, u"MMK"_s}));
}

void StackConsoleProviderTest::identifiesWithoutABalance_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("withheld") << 403 << StackConsoleStub::refusal("This action is unauthorized.");
    QTest::addRow("not known") << 404 << QByteArray("<html>404</html>");
    QTest::addRow("another shape") << 200 << StackConsoleStub::success(R"({"wallet":[]})");
    QTest::addRow("no answer that can be read") << 200 << QByteArray("<html>Portal</html>");
}

void StackConsoleProviderTest::identifiesWithoutABalance()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    m_stub->always("GET /account/balance", body, status);

    const Result<Identity> identity = m_stub->answer(m_stub->provider().identify());

    QVERIFY2(identity, qPrintable(errorOf(identity)));
    QCOMPARE(*identity, (Identity{u"CRN-100234"_s, {}, {}}));
}

void StackConsoleProviderTest::identifiesWithoutAProfile()
{
    m_stub->always("GET /profile", StackConsoleStub::refusal("This action is unauthorized."), 403);

    const Result<Identity> identity = m_stub->answer(m_stub->provider().identify());

    QVERIFY2(identity, qPrintable(errorOf(identity)));
    QVERIFY(identity->name.isEmpty());
    QCOMPARE(m_stub->count("GET /regions"), 1);
}

void StackConsoleProviderTest::refusesAWrongToken()
{
    const QByteArray unauthenticated = StackConsoleStub::refusal("Unauthenticated.");
    for (const char *call : {"GET /profile", "GET /account/balance", "GET /regions",
                             "GET /projects", "GET /cloud-providers"}) {
        m_stub->always(call, unauthenticated, 401);
    }

    const auto identity = m_stub->answer(m_stub->provider().identify());
    const auto locations = m_stub->answer(m_stub->provider().listLocations());

    QVERIFY(!identity && !locations);
    QCOMPARE(identity.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(locations.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(m_stub->count("GET /profile"), 1);
}

void StackConsoleProviderTest::listsLocationsAndProjects()
{
    const QFuture<Result<QList<Location>>> locations = m_stub->provider().listLocations();
    const QFuture<Result<QList<Project>>> projects = m_stub->provider().listProjects();

    const auto places = m_stub->answer(locations);
    const auto groups = m_stub->answer(projects);

    QVERIFY2(places && groups, qPrintable(errorOf(places)));
    QCOMPARE(namesOf(*places), QStringList({u"YGN-AZ01"_s, u"MDY-AZ01"_s}));
    QCOMPARE(namesOf(*groups), QStringList({u"Default"_s, u"Software"_s}));
    QCOMPARE(m_stub->calls().size(), 3); // asked at once, read once
}

void StackConsoleProviderTest::listsResources()
{
    QList<std::pair<qint64, std::optional<qint64>>> reports;

    const auto resources = m_stub->answer(m_stub->provider().listResources(
        [&](qint64 loaded, std::optional<qint64> total) { reports.append({loaded, total}); }));

    QVERIFY2(resources, qPrintable(errorOf(resources)));
    QCOMPARE(namesOf(*resources),
             QStringList({u"shop-web"_s, u"mail"_s, u"ROOT-161"_s, u"shop-files"_s, u"scratch"_s}));
    QCOMPARE(resources->first().key,
             (ResourceKey{{u"a"_s}, ResourceKind::Server, {u"shop-web"_s}}));
    QCOMPARE(resources->at(3).created, // 09:37 in Yangon
             QDateTime(QDate(2025, 7, 25), QTime(3, 7), QTimeZone::UTC));
    QCOMPARE(reports.last(), std::pair(qint64(6), std::optional<qint64>(6)));
}

void StackConsoleProviderTest::listsSnapshotsOfBothKinds()
{
    const auto snapshots = m_stub->answer(m_stub->provider().listSnapshots({}));

    QVERIFY2(snapshots, qPrintable(errorOf(snapshots)));
    QCOMPARE(namesOf(*snapshots),
             QStringList({u"before upgrade"_s, u"mail, monthly"_s, u"before 6.7"_s, u"nightly"_s,
                          u"without a state"_s, u"of a volume that is gone"_s}));
    QCOMPARE(snapshots->at(0).source,
             (ResourceKey{{u"a"_s}, ResourceKind::Server, {u"shop-web"_s}}));
    QCOMPARE(snapshots->at(2).source,
             (ResourceKey{{u"a"_s}, ResourceKind::Volume, {u"bs-001001-0042"_s}}));
}

void StackConsoleProviderTest::fetchesEveryPage()
{
    m_stub->always(StackConsoleStub::serverSnapshots, StackConsoleStub::success("[]"));
    m_stub->always(pageCall(1), snapshotPage(R"("current_page":1,"last_page":3,"total":7)", 1, 3));
    m_stub->always(pageCall(2), snapshotPage(R"("current_page":2,"last_page":3,"total":7)", 4, 3));
    m_stub->always(pageCall(3), snapshotPage(R"("current_page":3,"last_page":3,"total":7)", 7, 1));

    const auto snapshots = m_stub->answer(m_stub->provider().listSnapshots({}));

    QVERIFY2(snapshots, qPrintable(errorOf(snapshots)));
    QCOMPARE(snapshots->size(), 7);
    QCOMPARE(snapshots->last().key.id.value, u"ss-7"_s);
    QCOMPARE(m_stub->count("GET /blockstorages/snapshots"), 3);
}

void StackConsoleProviderTest::followsPagesWhoseLastIsNotKnown()
{
    const QByteArray next = R"("next_page_url":"https://elsewhere.example/?page=9")";
    m_stub->always(StackConsoleStub::serverSnapshots, StackConsoleStub::success("null"));
    m_stub->always(pageCall(1), snapshotPage(R"("current_page":1,)" + next, 1, 2));
    m_stub->always(pageCall(2), snapshotPage(R"("current_page":"2",)" + next, 3, 2));
    m_stub->always(pageCall(3), snapshotPage(R"("current_page":3,)" + next, 5, 0));

    const auto snapshots = m_stub->answer(m_stub->provider().listSnapshots({}));

    QVERIFY2(snapshots, qPrintable(errorOf(snapshots)));
    QCOMPARE(snapshots->size(), 4);
    QCOMPARE(m_stub->count("GET /blockstorages/snapshots"), 3);
}

void StackConsoleProviderTest::endsPagesThatNeverEnd()
{
    const QByteArray first = snapshotPage(R"("current_page":1,"next_page_url":"x")", 1, 2);
    m_stub->always(pageCall(1), first);
    m_stub->always(pageCall(2), snapshotPage(R"("current_page":2,"next_page_url":"x")", 1, 2));

    const auto snapshots = m_stub->answer(m_stub->provider().listSnapshots({}));

    QVERIFY(!snapshots);
    QCOMPARE(snapshots.error().kind, ErrorKind::Protocol);
    QCOMPARE(m_stub->count("GET /blockstorages/snapshots"), 2);
}

void StackConsoleProviderTest::readsServersOnceForAll()
{
    const QFuture<Result<QList<Resource>>> resources = m_stub->provider().listResources({});
    const QFuture<Result<QList<Snapshot>>> snapshots = m_stub->provider().listSnapshots({});

    QVERIFY(m_stub->answer(resources));
    QVERIFY(m_stub->answer(snapshots));

    QCOMPARE(m_stub->count("GET /virtual-machines"), 1);
    QCOMPARE(m_stub->count("GET /blockstorages"), 1);
    QCOMPARE(m_stub->count("GET /regions"), 1);
}

void StackConsoleProviderTest::doesNotLookAgainForWhatIsGone()
{
    // One snapshot's volume, "v-99", is in no list.
    QVERIFY(m_stub->answer(m_stub->provider().listSnapshots({})));
    QCOMPARE(m_stub->count("GET /blockstorages"), 1);
    QCOMPARE(m_stub->count("GET /virtual-machines"), 1);

    QVERIFY(m_stub->answer(m_stub->provider().listSnapshots({})));

    QCOMPARE(m_stub->count("GET /blockstorages"), 1);
    QCOMPARE(m_stub->count("GET /virtual-machines"), 1);
}

void StackConsoleProviderTest::readsProjectsAgainForANewOne()
{
    m_stub->always(StackConsoleStub::serverList,
                   Fixtures::with(u"servers"_s, u"data.0.project_id"_s, u"p-3"_s));
    m_stub->once("GET /projects", Fixtures::read(u"projects"_s));
    m_stub->always("GET /projects",
                   StackConsoleStub::success(R"([{"id":"p-3","name":"Test","slug":"test-14"}])"));

    const auto resources = m_stub->answer(m_stub->provider().listResources({}));

    QVERIFY2(resources, qPrintable(errorOf(resources)));
    QCOMPARE(resources->first().project, ProjectId{u"test-14"_s});
    QCOMPARE(m_stub->count("GET /projects"), 2);
    // The other one is not there any more, and not looked for each time.
    QVERIFY(m_stub->answer(m_stub->provider().listResources({})));
    QVERIFY(m_stub->answer(m_stub->provider().listResources({})));
    QVERIFY(m_stub->count("GET /projects") <= 3);
}

void StackConsoleProviderTest::readsTheTimeZoneOnce()
{
    QVERIFY(m_stub->answer(m_stub->provider().listSnapshots({})));
    QVERIFY(m_stub->answer(m_stub->provider().listResources({})));

    QCOMPARE(m_stub->count("GET /profile"), 1);
}

void StackConsoleProviderTest::readsOneObject()
{
    Domain::CloudProvider &provider = m_stub->provider();
    const ResourceKey volume = {{u"a"_s}, ResourceKind::Volume, {u"scratch"_s}};
    const ResourceKey deleted = {{u"a"_s}, ResourceKind::Volume, {u"old"_s}};
    const SnapshotKey snapshot = {{u"a"_s}, ResourceKind::Server, {u"vms-001001-0001"_s}};
    const SnapshotKey removed = {{u"a"_s}, ResourceKind::Volume, {u"ss-001001-0005"_s}};

    const auto resource = m_stub->answer(provider.readResource(volume));
    const auto noResource = m_stub->answer(provider.readResource(deleted));
    const auto known = m_stub->answer(provider.readSnapshot(snapshot));
    const auto unknown = m_stub->answer(provider.readSnapshot(removed));

    QVERIFY(resource && known);
    QCOMPARE(resource->name, u"scratch"_s);
    QCOMPARE(known->name, u"before upgrade"_s);
    QVERIFY(!noResource && !unknown);
    QCOMPARE(noResource.error().kind, ErrorKind::NotFound);
    QCOMPARE(unknown.error().kind, ErrorKind::NotFound);
}

void StackConsoleProviderTest::listsPricesOfEveryOpenRegion()
{
    m_stub->always("GET /regions", Fixtures::with(u"regions"_s, u"data.1.is_coming_soon"_s, false));
    const QByteArray volumes = "GET /plans/service/Block%20Storage%20Snapshot?filter%5Bregion%5D=";
    const QByteArray servers = "GET /plans/service/VM%20Snapshot?filter%5Bregion%5D=";
    m_stub->always(volumes + "ygn-az01", Fixtures::read(u"plans"_s));
    m_stub->always(
        servers + "ygn-az01",
        StackConsoleStub::success(R"([{"slug":"vm-ygn","name":"VM","hourly_price":1}])"));
    m_stub->always(volumes + "mdy-az01", StackConsoleStub::success("[]")); // sells none
    m_stub->always(servers + "mdy-az01",
                   StackConsoleStub::success(R"({"data":[{"slug":"vm-mdy","hourly_price":"2"}]})"));

    const Result<PriceList> prices = m_stub->answer(m_stub->provider().listPrices());

    QVERIFY2(prices, qPrintable(errorOf(prices)));
    QStringList plans;
    for (const SnapshotPrice &price : prices->snapshots) {
        plans.append(price.location.value + u'/' + price.plan.value);
    }
    QCOMPARE(plans,
             QStringList({u"ygn-az01/snapshot-per-gb"_s, u"ygn-az01/snapshot-archive"_s,
                          u"ygn-az01/vm-ygn"_s, u"mdy-az01/vm-mdy"_s}));
    QCOMPARE(prices->currency, u"MMK"_s);
    QCOMPARE(prices->billingCycles.size(), 3);
}

void StackConsoleProviderTest::failsPricesThatAreNotWhole()
{
    m_stub->always("GET /plans/service/Block%20Storage%20Snapshot?filter%5Bregion%5D=ygn-az01",
                   Fixtures::read(u"plans"_s));
    m_stub->always("GET /plans/service/VM%20Snapshot?filter%5Bregion%5D=ygn-az01",
                   StackConsoleStub::refusal("This action is unauthorized."), 403);

    const Result<PriceList> prices = m_stub->answer(m_stub->provider().listPrices());

    QVERIFY(!prices);
    QCOMPARE(prices.error().kind, ErrorKind::Forbidden);
}

void StackConsoleProviderTest::failsWhenOneOfTheListsFails_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<bool>("isOfSnapshots");
    QTest::addRow("servers") << StackConsoleStub::serverList << false;
    QTest::addRow("volumes") << StackConsoleStub::volumeList << false;
    QTest::addRow("regions") << "GET /regions"_ba << false;
    QTest::addRow("projects") << "GET /projects"_ba << true;
    QTest::addRow("server snapshots") << StackConsoleStub::serverSnapshots << true;
    QTest::addRow("volume snapshots") << StackConsoleStub::volumeSnapshots << true;
    QTest::addRow("the servers behind snapshots") << StackConsoleStub::serverList << true;
}

void StackConsoleProviderTest::failsWhenOneOfTheListsFails()
{
    QFETCH(const QByteArray, call);
    QFETCH(const bool, isOfSnapshots);
    m_stub->always(call, StackConsoleStub::refusal("This action is unauthorized."), 403);

    const auto error = [](const auto &result) {
        return result ? Error() : result.error();
    };
    const Error found = isOfSnapshots ? error(m_stub->answer(m_stub->provider().listSnapshots({})))
                                      : error(m_stub->answer(m_stub->provider().listResources({})));

    QCOMPARE(found.kind, ErrorKind::Forbidden);
    QCOMPARE(found.host, u"127.0.0.1"_s);
    QCOMPARE(found.message, u"This action is unauthorized."_s);
}

void StackConsoleProviderTest::takesItsRequestsBackWhenCancelled()
{
    QVERIFY(m_stub->answer(m_stub->provider().listLocations()));
    m_stub->server().hold();

    QFuture<Result<QList<Snapshot>>> snapshots = m_stub->provider().listSnapshots({});
    QTRY_COMPARE(m_stub->server().inFlight(), 2);
    snapshots.cancel();

    QTRY_COMPARE(m_stub->server().abandoned(), 2);
}

void StackConsoleProviderTest::doesNotWaitForAListThatWasTakenBack()
{
    QVERIFY(m_stub->answer(m_stub->provider().listLocations()));
    m_stub->server().hold();
    QFuture<Result<QList<Resource>>> resources = m_stub->provider().listResources({});
    const QFuture<Result<QList<Snapshot>>> snapshots = m_stub->provider().listSnapshots({});
    QTRY_COMPARE(m_stub->server().inFlight(), 4);

    resources.cancel(); // which would have told the servers' names
    QTRY_COMPARE(m_stub->server().abandoned(), 2);
    m_stub->server().releaseAll();

    QVERIFY(m_stub->answer(snapshots));
    QCOMPARE(m_stub->count("GET /virtual-machines"), 2);
}

QTEST_GUILESS_MAIN(StackConsoleProviderTest)
#include "stackconsoleprovidertest.moc"
