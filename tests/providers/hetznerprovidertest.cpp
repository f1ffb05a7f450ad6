// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hetznerscript.h"
#include "support/loopbackserver.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;

namespace {

const QString createImage = u"/v1/servers/48210337/actions/create_image"_s;

/// A page of snapshots with the ids from `first` on.
QByteArray snapshotPage(int number, int last, int first, int count)
{
    QJsonObject row =
        QJsonDocument::fromJson(HetznerFixtures::read(u"snapshot"_s))["image"_L1].toObject();
    QJsonArray rows;
    for (int id = first; id < first + count; ++id) {
        row.insert("id"_L1, id);
        rows.append(row);
    }
    const QJsonObject paging = {
        {u"page"_s, number},
        {u"per_page"_s, 50},
        {u"previous_page"_s, number > 1 ? QJsonValue(number - 1) : QJsonValue()},
        {u"next_page"_s, number < last ? QJsonValue(number + 1) : QJsonValue()},
        {u"last_page"_s, last},
        {u"total_entries"_s, QJsonValue()}};
    return QJsonDocument(QJsonObject{{u"images"_s, rows},
                                     {u"meta"_s, QJsonObject{{u"pagination"_s, paging}}}})
        .toJson(QJsonDocument::Compact);
}

QString imagesTarget(int page)
{
    return u"/v1/images?sort=id:asc&page=%1&per_page=50&type=snapshot"_s.arg(page);
}

} // namespace

/// Lists and changes where the API answers as the simulated cloud does not.
class HetznerProviderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_script = std::make_unique<HetznerScript>(); }
    void cleanup();
    void saysWhatItCanDo();
    void isMadeByTheRegistryAlone();
    void asksTheAddressOfTheAccount();
    void fetchesTheOtherPagesTogether();
    void joinsServersAndVolumes();
    void failsWhenOneOfTheListsFails_data();
    void failsWhenOneOfTheListsFails();
    void takesItsRequestsBackWhenCancelled();
    void handsOverThePasswordOfARebuild();
    void doubtsAnAcceptanceThatItCannotRead_data();
    void doubtsAnAcceptanceThatItCannotRead();
    void repeatsAfterAConflict();
    void takesRemovingWhatIsGoneForDone();
    void doesNotTakeABare404ForGone();

private:
    Support::TestEnvironment m_environment;
    std::unique_ptr<HetznerScript> m_script;
};

void HetznerProviderTest::cleanup()
{
    const bool isPlayed = m_script->network().isPlayed();
    m_script.reset();
    QVERIFY(isPlayed);
}

void HetznerProviderTest::saysWhatItCanDo()
{
    const Capabilities &able = m_script->provider().capabilities();

    QCOMPARE(able.volume, KindCapabilities());
    KindCapabilities expected;
    expected.canTake = true;
    expected.rollback = RollbackStyle::Rebuild;
    expected.canRemove = true;
    expected.canRename = true;
    expected.canProtect = true;
    expected.hasLabels = true;
    expected.isConsistentOnlyWhenStopped = true;
    expected.keepsAddressesOnRollback = true;
    expected.mayReturnPasswordOnRollback = true;
    expected.excludesAttachedVolumes = true;
    QCOMPARE(able.server, expected);
    QVERIFY(able.canPower);
    QVERIFY(able.reportsProgress);
    QCOMPARE(able.sizeUnit, SizeUnit::Gigabyte);
    CreateServerRules rules;
    rules.isPossible = true;
    rules.name = able.createServer.name;
    QCOMPARE(able.createServer, rules);
}

void HetznerProviderTest::isMadeByTheRegistryAlone()
{
    const Providers::ProviderDescription *hetzner = Providers::findProvider(u"hetzner"_s);
    QVERIFY(hetzner);
    QCOMPARE(hetzner->name, u"Hetzner Cloud"_s);
    QCOMPARE(hetzner->baseUrl, QUrl(u"https://api.hetzner.cloud/v1"_s));
    QCOMPARE(hetzner->credential.label, u"API token"_s);
    QCOMPARE(hetzner->icon, u"cloud"_s);

    Account stranger;
    stranger.provider = u"elsewhere"_s;
    QCOMPARE(Providers::makeProvider({stranger, Secret(), m_script->network(), m_script->clock()}),
             nullptr);
}

void HetznerProviderTest::asksTheAddressOfTheAccount()
{
    m_script->expectGet(u"/v1/images?type=snapshot&per_page=1"_s, snapshotPage(1, 1, 1, 1));
    m_script->expectGet(u"/v1/pricing"_s, HetznerFixtures::read(u"pricing"_s));
    Account plain;
    plain.provider = u"hetzner"_s;
    const auto other = Providers::makeProvider(
        {plain, Secret("demo-secret-other"), m_script->network(), m_script->clock()});

    QVERIFY(m_script->answer(m_script->provider().identify()));
    QVERIFY(m_script->answer(other->listPrices()));

    QCOMPARE(m_script->network().requests().first().url().host(), u"cloud.example"_s);
    QCOMPARE(m_script->network().requests().last().url().host(), u"api.hetzner.cloud"_s);
}

void HetznerProviderTest::fetchesTheOtherPagesTogether()
{
    m_script->expectGet(imagesTarget(1), snapshotPage(1, 3, 1, 50));
    m_script->expectGet(imagesTarget(2), snapshotPage(2, 3, 51, 50));
    m_script->expectGet(imagesTarget(3), snapshotPage(3, 3, 100, 3)); // 100 was on page 2 too

    const Result<QList<Snapshot>> snapshots =
        m_script->answer(m_script->provider().listSnapshots({}));

    QVERIFY(snapshots);
    QCOMPARE(snapshots->size(), 102);
    QCOMPARE(snapshots->first().key, (SnapshotKey{{u"a"_s}, ResourceKind::Server, {u"1"_s}}));
    QCOMPARE(snapshots->last().key.id.value, u"102"_s);
    QCOMPARE(snapshots->first().source, HetznerScript::server);
    QCOMPARE(snapshots->first().project, ProjectId{u"a"_s});
}

void HetznerProviderTest::joinsServersAndVolumes()
{
    m_script->expectGet(u"/v1/servers?sort=id:asc&page=1&per_page=50"_s,
                        HetznerFixtures::read(u"servers"_s));
    m_script->expectGet(u"/v1/volumes?sort=id:asc&page=1&per_page=50"_s,
                        HetznerFixtures::read(u"volumes"_s));
    QList<std::pair<qint64, std::optional<qint64>>> reports;

    const auto resources = m_script->answer(m_script->provider().listResources(
        [&](qint64 loaded, std::optional<qint64> total) { reports.append({loaded, total}); }));
    const auto projects = m_script->answer(m_script->provider().listProjects());

    QVERIFY(resources && projects);
    QCOMPARE(projects->size(), 1);
    QCOMPARE(projects->first().name, u"shop"_s);
    QStringList names;
    for (const Resource &resource : *resources) {
        names.append(resource.name);
        QCOMPARE(resource.key.account, AccountId{u"a"_s});
        QCOMPARE(resource.project, projects->first().id);
    }
    QCOMPARE(names, QStringList({u"web-1"_s, u"db-1"_s, u"shop-files"_s, u"scratch"_s}));
    QCOMPARE(resources->at(2).attachedTo, resources->at(0).key);
    QCOMPARE(resources->at(0).volumes.first(), resources->at(2).key);
    QCOMPARE(reports.size(), 2);
    QCOMPARE(reports.last(), std::pair(qint64(4), std::optional<qint64>(4)));
}

void HetznerProviderTest::failsWhenOneOfTheListsFails_data()
{
    QTest::addColumn<int>("serversStatus");
    QTest::addColumn<int>("volumesStatus");
    QTest::addRow("servers") << 403 << 200;
    QTest::addRow("volumes") << 200 << 403;
}

void HetznerProviderTest::failsWhenOneOfTheListsFails()
{
    QFETCH(const int, serversStatus);
    QFETCH(const int, volumesStatus);
    const auto body = [](int status, const QString &fixture) {
        return status == 200 ? HetznerFixtures::read(fixture) : HetznerScript::refusal("forbidden");
    };
    m_script->expectGet(u"/v1/servers?sort=id:asc&page=1&per_page=50"_s,
                        body(serversStatus, u"servers"_s), serversStatus);
    m_script->expectGet(u"/v1/volumes?sort=id:asc&page=1&per_page=50"_s,
                        body(volumesStatus, u"volumes"_s), volumesStatus);

    const auto resources = m_script->answer(m_script->provider().listResources({}));

    QVERIFY(!resources);
    QCOMPARE(resources.error().kind, ErrorKind::Forbidden);
    QCOMPARE(resources.error().requestId, u"c0ffee"_s);
    QCOMPARE(resources.error().host, u"cloud.example"_s);
}

void HetznerProviderTest::takesItsRequestsBackWhenCancelled()
{
    Support::LoopbackServer server([](const Support::ServedRequest &) {
        return Support::ServedAnswer{.body = snapshotPage(1, 9, 1, 50)};
    });
    server.hold();
    QNetworkAccessManager network;
    Account account;
    account.provider = u"hetzner"_s;
    account.baseUrl = server.url();
    const auto provider = Providers::makeProvider(
        {account, Secret("demo-secret-cancelled"), network, m_script->clock()});

    QFuture<Result<QList<Snapshot>>> snapshots = provider->listSnapshots({});
    QTRY_COMPARE(server.inFlight(), 1);
    snapshots.cancel();

    QTRY_COMPARE(server.abandoned(), 1);
    QCOMPARE(server.requests().size(), 1);
}

void HetznerProviderTest::handsOverThePasswordOfARebuild()
{
    const Request rollback = RollBack{HetznerScript::server, HetznerScript::image, {}};
    m_script->expect("POST", u"/v1/servers/48210337/actions/rebuild"_s, 201,
                     HetznerFixtures::read(u"rebuild"_s), R"({"image":"311200101"})");

    const Result<Accepted> accepted = m_script->answer(m_script->provider().request(rollback));

    QVERIFY(accepted);
    QCOMPARE(accepted->task, (RemoteTask{{u"2205"_s}, rollback, {}}));
    QVERIFY(!accepted->password.isEmpty());
}

void HetznerProviderTest::doubtsAnAcceptanceThatItCannotRead_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("body");
    const QByteArray created = HetznerFixtures::read(u"create_image"_s);
    QTest::addRow("cut short") << HetznerScript::take << "POST"_ba << createImage
                               << created.first(300);
    QTest::addRow("a page for people")
        << HetznerScript::take << "POST"_ba << createImage << "<html>Welcome</html>"_ba;
    QTest::addRow("nothing") << HetznerScript::take << "POST"_ba << createImage << QByteArray();
    QTest::addRow("without the image") << HetznerScript::take << "POST"_ba << createImage
                                       << HetznerFixtures::without(u"create_image"_s, u"image"_s);
    QTest::addRow("without the action") << HetznerScript::take << "POST"_ba << createImage
                                        << HetznerFixtures::without(u"create_image"_s, u"action"_s);
    QTest::addRow("a renaming answered with nothing")
        << Request(RenameSnapshot{HetznerScript::image, u"n"_s}) << "PUT"_ba
        << HetznerScript::imageTarget << "{}"_ba;
}

void HetznerProviderTest::doubtsAnAcceptanceThatItCannotRead()
{
    QFETCH(const Request, request);
    QFETCH(const QByteArray, method);
    QFETCH(const QString, target);
    QFETCH(const QByteArray, body);
    const QByteArray renaming = R"({"description":"n"})";
    const QByteArray taking = R"({"description":"pre-upgrade","labels":{"snapdeck/op":")"
        + HetznerScript::marker.toLatin1() + R"("},"type":"snapshot"})";
    m_script->expect(method, target, 201, body, method == "PUT" ? renaming : taking);

    const Result<Accepted> accepted = m_script->answer(m_script->provider().request(request));

    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, ErrorKind::Protocol);
    QCOMPARE(accepted.error().effect, Effect::Ambiguous);
    QCOMPARE(accepted.error().httpStatus, 201);
    QCOMPARE(accepted.error().requestId, u"c0ffee"_s);
}

void HetznerProviderTest::repeatsAfterAConflict()
{
    const QString target = u"/v1/servers/48210337/actions/poweron"_s;
    m_script->expect("POST", target, 409, HetznerScript::refusal("conflict"));
    m_script->expect("POST", target, 201, HetznerFixtures::read(u"poweron"_s));

    const auto accepted = m_script->answer(
        m_script->provider().request(SetPower{HetznerScript::server, PowerAction::Start}));

    QVERIFY(accepted);
    QCOMPARE(accepted->task.id.value, u"2206"_s);
}

void HetznerProviderTest::takesRemovingWhatIsGoneForDone()
{
    m_script->expect("DELETE", HetznerScript::imageTarget, 404,
                     HetznerScript::refusal("not_found"));

    const Result<Accepted> accepted =
        m_script->answer(m_script->provider().request(RemoveSnapshot{HetznerScript::image}));

    QVERIFY(accepted);
    QCOMPARE(accepted->task, (RemoteTask{{}, RemoveSnapshot{HetznerScript::image}, {}}));
}

void HetznerProviderTest::doesNotTakeABare404ForGone()
{
    m_script->expect("DELETE", HetznerScript::imageTarget, 404, "<html>no such page</html>");
    m_script->expectGet(HetznerScript::imageTarget, "<html>no such page</html>", 404);

    const Result<Accepted> accepted =
        m_script->answer(m_script->provider().request(RemoveSnapshot{HetznerScript::image}));
    const auto progress = m_script->answer(
        m_script->provider().follow({{{}, RemoveSnapshot{HetznerScript::image}, {}}}));

    QVERIFY(!accepted && !progress);
    QCOMPARE(accepted.error().kind, ErrorKind::NotFound);
    QCOMPARE(progress.error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(HetznerProviderTest)
#include "hetznerprovidertest.moc"
