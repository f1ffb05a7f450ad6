// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "raffstub.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace Fixtures = RaffFixtures;

namespace {

const ResourceKey web = {{u"a"_s}, ResourceKind::Server, {Fixtures::web}};
const ResourceKey finance = {{u"a"_s}, ResourceKind::Server, {Fixtures::finance}};
const ResourceKey data = {{u"a"_s}, ResourceKind::Volume, {u"42"_s}};

SnapshotKey serverSnapshot(const QString &id)
{
    return {{u"a"_s}, ResourceKind::Server, {id}};
}

SnapshotKey volumeSnapshot(const QString &id)
{
    return {{u"a"_s}, ResourceKind::Volume, {id}};
}

/// Rows of VMs, numbered from `first`.
QByteArray manyServers(int first, int count, std::optional<int> total)
{
    QJsonArray rows;
    for (int i = first; i < first + count; ++i) {
        rows.append(QJsonObject{{u"id"_s, u"vm-%1"_s.arg(i)},
                                {u"name"_s, u"vm %1"_s.arg(i)},
                                {u"status"_s, u"active"_s}});
    }
    QJsonObject frame = {{u"success"_s, true}, {u"data"_s, rows}};
    if (total) {
        frame.insert("total"_L1, *total);
    }
    return QJsonDocument(frame).toJson(QJsonDocument::Compact);
}

} // namespace

/// The provider in front of a server of the test's own: lists, single objects and changes.
class RaffProviderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stub = std::make_unique<RaffStub>(); }
    void cleanup();
    void tellsItsRules();
    void identifiesByTheProjects();
    void asksTheCatalogueWithoutTheKey();
    void listsTheResourcesOfAllProjects();
    void attributesVolumeSnapshotsByAskingEachVolume();
    void asksNoVolumeTwiceForTheSameSnapshots();
    void asksNoVolumeWhereThereAreNoSnapshots();
    void failsTheListWhenOneVolumeFails();
    void readsWhatAServerCutsShort();
    void readsPagesWithoutACount();
    void readsOneObjectAsItIsListed();
    void looksUpWhichProjectAnUnknownObjectIsIn();
    void takesWithTheDashboardsNameWhereNoneIsGiven();
    void takesOfAServerNobodyHasListedYet();
    void tellsWhatARefusedTakeMissed();
    void remembersThatTheSnapshotWasInUseBeforeARestore();
    void leavesASnapshotInUseAlone();
    void tellsWhyTheApiKeptASnapshot();
    void removesWhatIsGone();
    void renamesByPatch();
    void sendsAgainAfterTooManyRequests();
    void tracesWhatIsThere();
    void takesBackWhatIsCancelled();
    void settlesWhatIsOpenWhenItGoes();

private:
    [[nodiscard]] CloudProvider &provider() { return m_stub->provider(); }
    template <class T>
    [[nodiscard]] Result<T> answer(const QFuture<Result<T>> &future)
    {
        return m_stub->answer(future);
    }
    /// Everything is known, and no call counted.
    void listAll();

    Support::TestEnvironment m_environment;
    std::unique_ptr<RaffStub> m_stub;
};

void RaffProviderTest::cleanup()
{
    const QList<QByteArray> unexpected = m_stub->unexpected();
    m_stub.reset();
    QCOMPARE(unexpected, QList<QByteArray>());
}

void RaffProviderTest::listAll()
{
    QVERIFY(answer(provider().listSnapshots({})));
    m_stub->forgetCalls();
}

void RaffProviderTest::tellsItsRules()
{
    const Capabilities &able = provider().capabilities();

    QCOMPARE(able.server.takeNeeds, PowerRule::Running);
    QCOMPARE(able.server.rollbackNeeds, PowerRule::Stopped);
    QCOMPARE(able.volume.takeNeeds, PowerRule::Any);
    QVERIFY(able.server.snapshotsDieWithSource && !able.volume.snapshotsDieWithSource);
    QVERIFY(able.canPower);
    QVERIFY(!able.server.name.isRequired && !able.server.name.isUnique);
    QCOMPARE(able.server.name.maxLength, 128);
}

void RaffProviderTest::identifiesByTheProjects()
{
    QVERIFY(answer(provider().identify()));

    m_stub->always("GET /projects?limit=1&offset=0", RaffStub::refusal("no"), 401);
    const auto refused = answer(provider().identify());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
}

void RaffProviderTest::asksTheCatalogueWithoutTheKey()
{
    const auto locations = answer(provider().listLocations());
    const auto prices = answer(provider().listPrices());

    QVERIFY(locations && prices);
    QCOMPARE(locations->size(), 1);
    QCOMPARE(prices->currency, u"USD"_s);
    const UnitPrice hour = {{82'000, u"USD"_s}, PriceUnit::PerGbHour};
    const UnitPrice month = {{60'000'000, u"USD"_s}, PriceUnit::PerGbMonth};
    QList<UnitPrice> here;
    for (const SnapshotPrice &price : prices->snapshots) {
        if (price.kind == ResourceKind::Volume && price.location.value == "us-east"_L1) {
            here.append(price.price);
        }
    }
    QCOMPARE(here, (QList<UnitPrice>{hour, month}));
    for (const QByteArray &call : m_stub->calls()) {
        QVERIFY2(call.startsWith("GET /public/"), call.constData());
    }
}

void RaffProviderTest::listsTheResourcesOfAllProjects()
{
    qint64 loaded = 0;
    const auto resources = answer(
        provider().listResources([&loaded](qint64 rows, std::optional<qint64>) { loaded = rows; }));

    QVERIFY(resources);
    QCOMPARE(resources->size(), 4); // the one that is terminated is gone
    QCOMPARE(loaded, 5);
    const Resource &first = resources->at(0);
    QCOMPARE(first.key, web);
    QCOMPARE(first.volumes, QList<ResourceKey>{data});
    const Resource &volume = resources->at(2);
    QCOMPARE(volume.key, data);
    QCOMPARE(volume.attachedTo, web);
    QCOMPARE(volume.power, PowerState::Running);
    QCOMPARE(resources->at(3).power, PowerState::Unknown);
}

void RaffProviderTest::attributesVolumeSnapshotsByAskingEachVolume()
{
    const auto snapshots = answer(provider().listSnapshots({}));

    QVERIFY(snapshots);
    QCOMPARE(snapshots->size(), 8);
    QHash<QString, Snapshot> byId;
    for (const Snapshot &snapshot : *snapshots) {
        byId.insert(snapshot.key.id.value, snapshot);
    }
    QCOMPARE(byId[u"201"_s].source, data);
    QCOMPARE(byId[u"201"_s].sourceName, u"data"_s);
    QCOMPARE(byId[u"201"_s].location.value, u"us-east"_s);
    QCOMPARE(byId[u"202"_s].source, data);
    QVERIFY(!byId[u"203"_s].source); // left over from a volume that was deleted
    QCOMPARE(byId[u"101"_s].source, web);
    QCOMPARE(byId[u"101"_s].sourceName, u"Web"_s);
    QCOMPARE(byId[u"103"_s].source->id.value, Fixtures::goneServer);
    QVERIFY(byId[u"103"_s].sourceName.isEmpty());
}

void RaffProviderTest::asksNoVolumeTwiceForTheSameSnapshots()
{
    listAll();

    const auto again = answer(provider().listSnapshots({}));

    QVERIFY(again);
    QCOMPARE(m_stub->count(RaffStub::list("snapshots?volume_id=42&")), 0);
    QCOMPARE(m_stub->count(RaffStub::list("snapshots?volume_id=43&")), 0);
    QCOMPARE(again->at(5).source, data);
}

void RaffProviderTest::asksNoVolumeWhereThereAreNoSnapshots()
{
    m_stub->always(RaffStub::list("snapshots?type=volume&"), RaffStub::nothing);

    QVERIFY(answer(provider().listSnapshots({})));

    QCOMPARE(m_stub->count(RaffStub::list("snapshots?volume_id=42&")), 0);
}

void RaffProviderTest::failsTheListWhenOneVolumeFails()
{
    m_stub->always(RaffStub::list("snapshots?volume_id=43&"), RaffStub::refusal("no"), 403);

    const auto snapshots = answer(provider().listSnapshots({}));

    QVERIFY(!snapshots); // it would make orphans of what has a home
    QCOMPARE(snapshots.error().kind, ErrorKind::Forbidden);
}

void RaffProviderTest::readsWhatAServerCutsShort()
{
    const auto page = [](int limit, int offset) -> QByteArray {
        return "GET /vms?project_id=Shop&limit=" + QByteArray::number(limit)
            + "&offset=" + QByteArray::number(offset) + " @Shop";
    };
    m_stub->always(page(100, 0), manyServers(0, 50, 120)); // asked for a hundred
    m_stub->always(page(50, 50), manyServers(50, 50, 120));
    m_stub->always(page(50, 100), manyServers(100, 20, 120));
    m_stub->always(RaffStub::list("volumes?"), RaffStub::nothing);

    const auto resources = answer(provider().listResources({}));

    QVERIFY(resources);
    QCOMPARE(resources->size(), 120);
    QCOMPARE(resources->constLast().key.id.value, u"vm-119"_s);
}

void RaffProviderTest::readsPagesWithoutACount()
{
    const auto page = [](int limit, int offset) -> QByteArray {
        return "GET /vms?project_id=Shop&limit=" + QByteArray::number(limit)
            + "&offset=" + QByteArray::number(offset) + " @Shop";
    };
    m_stub->always(page(100, 0), manyServers(0, 50, {}));
    m_stub->always(page(50, 50), manyServers(50, 10, {}));
    m_stub->always(RaffStub::list("volumes?"), RaffStub::nothing);

    const auto resources = answer(provider().listResources({}));

    QVERIFY(resources);
    QCOMPARE(resources->size(), 60);
}

void RaffProviderTest::readsOneObjectAsItIsListed()
{
    const auto resources = answer(provider().listResources({}));
    const auto snapshots = answer(provider().listSnapshots({}));
    m_stub->always("GET /vms/Web @Shop", Fixtures::single(u"servers"_s, 0));
    m_stub->always(RaffStub::list("volumes?vm_id=Web&"), Fixtures::rows(u"volumes"_s, {0}));
    m_stub->always("GET /volumes/42 @Shop", Fixtures::single(u"volumes"_s, 0));
    m_stub->always("GET /snapshots/201 @Shop", Fixtures::single(u"volume_snapshots"_s, 0));

    QCOMPARE(*answer(provider().readResource(web)), resources->at(0));
    QCOMPARE(*answer(provider().readResource(data)), resources->at(2));
    QCOMPARE(*answer(provider().readSnapshot(volumeSnapshot(u"201"_s))), snapshots->at(5));
}

void RaffProviderTest::looksUpWhichProjectAnUnknownObjectIsIn()
{
    m_stub->always("GET /snapshots/101 @Shop", Fixtures::single(u"server_snapshots"_s, 0));

    const auto known = answer(provider().readSnapshot(serverSnapshot(u"101"_s)));
    const auto unknown = answer(provider().readSnapshot(serverSnapshot(u"999"_s)));

    QVERIFY(known);
    QCOMPARE(known->source, web);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, ErrorKind::NotFound);
    QCOMPARE(m_stub->count("GET /snapshots/999 @Shop"), 0); // nothing asks without a project
}

void RaffProviderTest::takesWithTheDashboardsNameWhereNoneIsGiven()
{
    listAll();
    m_stub->always("POST /snapshots @Shop", Fixtures::single(u"server_snapshots"_s, 0), 201);
    TakeSnapshot take = {web, {}, {}, m_stub->clock().now()};

    const auto accepted = answer(provider().request(take));

    QVERIFY(accepted);
    QCOMPARE(accepted->task.made, SnapshotId{u"101"_s});
    QVERIFY2(m_stub->lastBody().contains(R"("name":"vm-web-01-02-26")"),
             m_stub->lastBody().constData());
    take.name = u"mine"_s;
    QVERIFY(answer(provider().request(take)));
    QVERIFY(m_stub->lastBody().contains(R"("name":"mine")"));
}

void RaffProviderTest::takesOfAServerNobodyHasListedYet()
{
    m_stub->always("POST /snapshots @Shop", Fixtures::single(u"volume_snapshots"_s, 0), 201);
    m_stub->always("GET /snapshots/201 @Shop", Fixtures::single(u"volume_snapshots"_s, 0));
    TakeSnapshot take = {data, u"n"_s, {}, m_stub->clock().now()};
    take.project = {Fixtures::shop};

    const auto accepted = answer(provider().request(take));

    QVERIFY(accepted);
    QCOMPARE(m_stub->calls(), QList<QByteArray>{"POST /snapshots @Shop"});
    const auto made = answer(provider().readSnapshot(volumeSnapshot(u"201"_s)));
    QCOMPARE(made->source, data); // although no answer tells
}

void RaffProviderTest::tellsWhatARefusedTakeMissed()
{
    listAll();
    m_stub->always("POST /snapshots @Shop", RaffStub::refusal("wrong state"), 400);
    m_stub->always("GET /vms/Finance @Shop", Fixtures::single(u"servers"_s, 1));
    const TakeSnapshot take = {finance, u"n"_s, {}, m_stub->clock().now()};

    const auto stopped = answer(provider().request(take));
    m_stub->always("GET /vms/Finance @Shop",
                   Fixtures::single(u"servers"_s, 1, u"status"_s, u"provisioning"_s));
    const auto busy = answer(provider().request(take));

    QVERIFY(!stopped && !busy);
    QCOMPARE(stopped.error().kind, ErrorKind::Unavailable);
    QCOMPARE(stopped.error().code, u"server-not-running"_s);
    QCOMPARE(stopped.error().effect, Effect::None);
    QCOMPARE(busy.error().kind, ErrorKind::Locked);
}

void RaffProviderTest::remembersThatTheSnapshotWasInUseBeforeARestore()
{
    listAll();
    m_stub->always("GET /vms/Web @Shop",
                   Fixtures::single(u"servers"_s, 0, u"status"_s, u"passive"_s));
    m_stub->always("GET /snapshots/101 @Shop", Fixtures::single(u"server_snapshots"_s, 0));
    m_stub->always("GET /snapshots/102 @Shop", Fixtures::single(u"server_snapshots"_s, 1));
    m_stub->always("POST /snapshots/101/restore @Shop", RaffStub::done);
    m_stub->always("POST /snapshots/102/restore @Shop", RaffStub::done);
    const QDateTime now = m_stub->clock().now();

    const auto idle = answer(provider().request(RollBack{web, serverSnapshot(u"101"_s), now}));
    const auto used = answer(provider().request(RollBack{web, serverSnapshot(u"102"_s), now}));
    QVERIFY(idle && used);
    QVERIFY(idle->task.id.isEmpty());
    QVERIFY(!used->task.id.isEmpty());
    const auto first = answer(provider().follow({idle->task, used->task}));
    m_stub->always("GET /snapshots/101 @Shop",
                   Fixtures::single(u"server_snapshots"_s, 0, u"status"_s, u"active"_s));
    m_stub->always("GET /vms/Web @Shop", Fixtures::single(u"servers"_s, 0));
    const auto last = answer(provider().follow({idle->task, used->task}));

    QCOMPARE(first->at(0).state, TaskState::Running);
    QCOMPARE(first->at(1).state, TaskState::Running); // in use, but that says nothing
    QCOMPARE(last->at(0).state, TaskState::Succeeded);
    QCOMPARE(last->at(1).state, TaskState::Succeeded);
}

void RaffProviderTest::leavesASnapshotInUseAlone()
{
    listAll();
    m_stub->always("GET /snapshots/102 @Shop", Fixtures::single(u"server_snapshots"_s, 1));

    const auto removal = answer(provider().request(RemoveSnapshot{serverSnapshot(u"102"_s)}));

    QVERIFY(!removal);
    QCOMPARE(removal.error().kind, ErrorKind::Protected);
    QCOMPARE(removal.error().code, u"snapshot-in-use"_s);
    QCOMPARE(m_stub->count("DELETE /snapshots/102 @Shop"), 0);
}

void RaffProviderTest::tellsWhyTheApiKeptASnapshot()
{
    listAll();
    m_stub->always("DELETE /snapshots/101 @Shop", RaffStub::refusal("no"), 409);
    m_stub->always("GET /snapshots/101 @Shop",
                   Fixtures::single(u"server_snapshots"_s, 0, u"status"_s, u"active"_s));

    const auto removal = answer(provider().request(RemoveSnapshot{serverSnapshot(u"101"_s)}));

    QVERIFY(!removal);
    QCOMPARE(removal.error().kind, ErrorKind::Protected);
    QCOMPARE(removal.error().message, u"no"_s);
    QCOMPARE(removal.error().effect, Effect::None);
}

void RaffProviderTest::removesWhatIsGone()
{
    listAll();
    m_stub->always("DELETE /snapshots/101 @Shop", RaffStub::refusal("not found"), 404);
    m_stub->always("GET /snapshots/101 @Shop", RaffStub::refusal("not found"), 404);

    const auto removal = answer(provider().request(RemoveSnapshot{serverSnapshot(u"101"_s)}));

    QVERIFY(removal);
    const auto progress = answer(provider().follow({removal->task}));
    QCOMPARE(progress->first().state, TaskState::Succeeded);
}

void RaffProviderTest::renamesByPatch()
{
    listAll();
    m_stub->always("PATCH /snapshots/101/rename @Shop",
                   Fixtures::single(u"server_snapshots"_s, 0, u"name"_s, u"new"_s));
    m_stub->always("GET /snapshots/101 @Shop",
                   Fixtures::single(u"server_snapshots"_s, 0, u"name"_s, u"new"_s));

    const auto renamed =
        answer(provider().request(RenameSnapshot{serverSnapshot(u"101"_s), u"new"_s}));

    QVERIFY(renamed);
    QCOMPARE(m_stub->lastBody(), QByteArray(R"({"name":"new"})"));
    QCOMPARE(answer(provider().follow({renamed->task}))->first().state, TaskState::Succeeded);
}

void RaffProviderTest::sendsAgainAfterTooManyRequests()
{
    listAll();
    QHttpHeaders headers;
    headers.append("Retry-After"_L1, "1"_L1);
    m_stub->once("POST /vms/Finance/start @Shop",
                 Support::ServedAnswer{
                     .status = 429, .body = RaffStub::refusal("slow down"), .headers = headers});
    m_stub->always("POST /vms/Finance/start @Shop", RaffStub::done);

    const auto started = answer(provider().request(SetPower{finance, PowerAction::Start}));

    QVERIFY(started);
    QCOMPARE(m_stub->count("POST /vms/Finance/start @Shop"), 2);
}

void RaffProviderTest::tracesWhatIsThere()
{
    listAll();
    m_stub->always(RaffStub::list("snapshots?vm_id=Web&"),
                   Fixtures::rows(u"server_snapshots"_s, {0, 1}));
    m_stub->always("GET /snapshots/101 @Shop", Fixtures::single(u"server_snapshots"_s, 0));
    m_stub->always("GET /vms/Web @Shop", Fixtures::single(u"servers"_s, 0));
    const QDateTime before(QDate(2026, 1, 2), QTime(1, 0), QTimeZone::UTC);
    const auto trace = [this](const Request &request) {
        return answer(provider().findEffect(request))->trace;
    };

    const TakeSnapshot take = {web, u"pre-upgrade"_s, {}, before};
    const auto found = answer(provider().findEffect(take));
    QVERIFY(found);
    QCOMPARE(*found, (Finding{Trace::Found, {{}, take, SnapshotId{u"101"_s}}}));
    QCOMPARE(trace(TakeSnapshot{web, u"other"_s, {}, before}), Trace::NotFound);
    QCOMPARE(trace(TakeSnapshot{web, u"pre-upgrade"_s, {}, before.addSecs(3700)}),
             Trace::CanNotTell);
    QCOMPARE(trace(RemoveSnapshot{serverSnapshot(u"101"_s)}), Trace::NotFound);
    QCOMPARE(trace(RenameSnapshot{serverSnapshot(u"101"_s), u"pre-upgrade"_s}), Trace::Found);
    QCOMPARE(trace(SetPower{web, PowerAction::Start}), Trace::Found);
    QCOMPARE(trace(SetPower{web, PowerAction::ShutDown}), Trace::NotFound);
    QCOMPARE(trace(RollBack{web, serverSnapshot(u"101"_s), before}), Trace::CanNotTell);
}

void RaffProviderTest::takesBackWhatIsCancelled()
{
    m_stub->server().hold();
    QFuture<Result<QList<Snapshot>>> list = provider().listSnapshots({});
    QTRY_VERIFY(m_stub->server().inFlight() > 0);

    list.cancel();

    QTRY_VERIFY(m_stub->server().abandoned() > 0);
    m_stub->server().releaseAll();
    QVERIFY(answer(provider().listSnapshots({}))); // and the next one is none the worse
}

void RaffProviderTest::settlesWhatIsOpenWhenItGoes()
{
    m_stub->server().hold();
    const auto resources = provider().listResources({});
    const auto snapshots = provider().listSnapshots({});
    const auto snapshot = provider().readSnapshot(volumeSnapshot(u"201"_s));
    const auto change = provider().request(RemoveSnapshot{volumeSnapshot(u"201"_s)});
    QTRY_VERIFY(m_stub->server().inFlight() > 0);

    m_stub->destroyProvider();

    QCOMPARE(resources.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(snapshots.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(snapshot.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(change.result().error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(RaffProviderTest)
#include "raffprovidertest.moc"
