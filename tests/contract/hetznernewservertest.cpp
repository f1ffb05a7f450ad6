// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providersample.h"
#include "recordings.h"
#include "support/testenvironment.h"

using namespace Contract;
using namespace Domain;
using namespace std::chrono_literals;

namespace {

const ServerOffer *offerAt(const ServerType &type, const LocationId &location)
{
    const auto offer = std::ranges::find(type.offers, location, &ServerOffer::location);
    return offer == type.offers.cend() ? nullptr : &*offer;
}

} // namespace

/// The contract of the port, what new servers from snapshots are about, at Hetzner. What provider
/// and cloud say to each other is judged by the vendor's own contract.
class HetznerNewServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void typesTellWhatTheyAreAndCost();
    void aNewServerRunsAndIsListed();
    void aPasswordIsHandedOverOnce();
    void manyTasksAreFollowedTogether();
    void whatCannotBeMadeIsRefusedWithoutEffect_data();
    void whatCannotBeMadeIsRefusedWithoutEffect();
    void aReadOnlyCredentialMakesNoServer();
    void aLostAnswerIsLookedInto_data();
    void aLostAnswerIsLookedInto();
    void destroyingSettlesWhatIsOpen();
    void whatWasSaidKeepsTheVendorsContract();

private:
    [[nodiscard]] Domain::CloudProvider &provider() { return m_rig->provider(); }
    /// A type that the sample's snapshot fits on, at the sample's location.
    [[nodiscard]] CreateServer order();

    Support::TestEnvironment m_environment;
    Recordings m_recordings;
    std::unique_ptr<Rig> m_rig;
    Sample m_sample;
};

void HetznerNewServerTest::init()
{
    m_rig = std::make_unique<Rig>(Demo::CloudOptions::forVendor(u"hetzner"_s));
    QVERIFY(m_recordings.record(m_rig->cloud()));
    const Result<Sample> sample = findSample(*m_rig, ResourceKind::Server);
    QVERIFY2(sample, errorText(sample).constData());
    m_sample = *sample;
}

CreateServer HetznerNewServerTest::order()
{
    return {
        m_sample.snapshot.key,   {},        u"copy-4711"_s, {u"cx33"_s}, m_sample.source.location,
        m_sample.source.project, QString(), u"op-4711"_s,   now()};
}

void HetznerNewServerTest::typesTellWhatTheyAreAndCost()
{
    const auto types = answer(provider().listServerTypes());
    const auto locations = answer(provider().listLocations());

    QVERIFY2(types && locations, errorText(types).constData());
    QSet<QString> ids;
    int soldOut = 0;
    for (const ServerType &type : *types) {
        ids.insert(type.id.value);
        QVERIFY(type.cores > 0 && type.memoryBytes > 1'000'000'000);
        QVERIFY(type.diskBytes >= 40'000'000'000);
        QVERIFY(type.architecture == "x86"_L1 || type.architecture == "arm"_L1);
        QVERIFY(!type.offers.isEmpty());
        for (const Location &location : *locations) {
            if (const ServerOffer *offer = offerAt(type, location.id)) {
                soldOut += offer->isAvailable ? 0 : 1;
                QVERIFY(offer->price && offer->price->amount.nanos > 3'000'000'000);
                QCOMPARE(offer->price->amount.currency, u"EUR"_s);
                QCOMPARE(offer->price->unit, PriceUnit::PerMonth);
            }
        }
    }
    QCOMPARE(ids.size(), types->size());
    QVERIFY(soldOut > 0);
    const auto dedicated = std::ranges::find(*types, u"ccx23"_s, &ServerType::name);
    QVERIFY(dedicated != types->cend());
    QVERIFY(!offerAt(*dedicated, {u"hel1"_s}));
}

void HetznerNewServerTest::aNewServerRunsAndIsListed()
{
    const auto accepted = answer(provider().request(order()));
    QVERIFY2(accepted, errorText(accepted).constData());
    QVERIFY(accepted->task.server);
    const ResourceKey key = {m_rig->account().id, ResourceKind::Server, *accepted->task.server};
    const auto early = answer(provider().readResource(key));
    QVERIFY2(early, errorText(early).constData());
    QCOMPARE(early->rawState, u"initializing"_s);
    QCOMPARE(early->power, PowerState::Changing);

    const auto end = m_rig->followToEnd(accepted->task);

    QVERIFY2(end, errorText(end).constData());
    QCOMPARE(end->state, TaskState::Succeeded);
    QCOMPARE(end->server, key.id);
    const auto resources = answer(provider().listResources({}));
    QVERIFY2(resources, errorText(resources).constData());
    const auto server = std::ranges::find(*resources, key, &Resource::key);
    QVERIFY(server != resources->cend());
    QCOMPARE(server->power, PowerState::Running);
    QVERIFY(!server->isLocked);
    QCOMPARE(server->name, u"copy-4711"_s);
    QCOMPARE(server->plan, u"cx33"_s);
    QCOMPARE(server->location, m_sample.source.location);
    QCOMPARE(server->sizeBytes, 80'000'000'000);
    const auto snapshot = answer(provider().readSnapshot(m_sample.snapshot.key));
    QCOMPARE(*snapshot, m_sample.snapshot);
}

void HetznerNewServerTest::aPasswordIsHandedOverOnce()
{
    const auto accepted = answer(provider().request(order()));
    QVERIFY2(accepted, errorText(accepted).constData());
    QVERIFY(!accepted->password.isEmpty());

    const auto finding = answer(provider().findEffect(accepted->task.request));

    QVERIFY2(finding, errorText(finding).constData());
    QCOMPARE(finding->task, accepted->task);
}

void HetznerNewServerTest::manyTasksAreFollowedTogether()
{
    QList<RemoteTask> tasks;
    for (int i = 0; i < 3; ++i) {
        CreateServer create = order();
        create.name = u"copy-%1"_s.arg(i);
        create.marker = u"op-%1"_s.arg(i);
        const auto accepted = answer(provider().request(create));
        QVERIFY2(accepted, errorText(accepted).constData());
        tasks.append(accepted->task);
    }
    m_rig->cloud().resetCounts();

    const auto progress = answer(provider().follow(tasks));

    QVERIFY2(progress, errorText(progress).constData());
    QCOMPARE(m_rig->cloud().requestsServed(), 1);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(progress->at(i).state, TaskState::Running);
        QCOMPARE(progress->at(i).server, tasks.at(i).server);
    }
}

void HetznerNewServerTest::whatCannotBeMadeIsRefusedWithoutEffect_data()
{
    using Spoil = std::function<void(CreateServer &)>;
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<ErrorKind>("kind");
    const auto add = [](const char *name, ErrorKind kind, const Spoil &spoil) {
        QTest::addRow("%s", name) << spoil << kind;
    };
    add("a name that is used", ErrorKind::NameTaken,
        [](CreateServer &create) { create.name = u"web-1"_s; });
    add("a name that is none", ErrorKind::InvalidInput,
        [](CreateServer &create) { create.name = u"my copy"_s; });
    add("sold out", ErrorKind::Unavailable, [](CreateServer &create) {
        create.type = {u"cx43"_s};
        create.location = {u"fsn1"_s};
    });
    add("not sold there", ErrorKind::InvalidInput, [](CreateServer &create) {
        create.type = {u"ccx23"_s};
        create.location = {u"hel1"_s};
    });
    add("another architecture", ErrorKind::InvalidInput,
        [](CreateServer &create) { create.type = {u"cax21"_s}; });
    add("no such type", ErrorKind::InvalidInput,
        [](CreateServer &create) { create.type = {u"cx1"_s}; });
    add("no such snapshot", ErrorKind::InvalidInput,
        [](CreateServer &create) { create.snapshot.id = {u"987654321"_s}; });
    add("a snapshot of a volume", ErrorKind::Unsupported,
        [](CreateServer &create) { create.snapshot.kind = ResourceKind::Volume; });
}

void HetznerNewServerTest::whatCannotBeMadeIsRefusedWithoutEffect()
{
    QFETCH(const std::function<void(CreateServer &)>, spoil);
    CreateServer create = order();
    spoil(create);

    const auto accepted = answer(provider().request(create));

    QVERIFY(!accepted);
    QTEST(accepted.error().kind, "kind");
    QCOMPARE(accepted.error().effect, Effect::None);
    QVERIFY(answer(provider().findEffect(order()))->trace == Trace::NotFound);
}

void HetznerNewServerTest::aReadOnlyCredentialMakesNoServer()
{
    Demo::CloudOptions options = Demo::CloudOptions::forVendor(u"hetzner"_s);
    options.readOnlyToken = u"demo-secret-read-only"_s;
    Rig reader(options, options.readOnlyToken);
    QVERIFY(m_recordings.record(reader.cloud()));

    const auto types = answer(reader.provider().listServerTypes());
    const auto accepted = answer(reader.provider().request(order()));

    QVERIFY2(types, errorText(types).constData());
    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, ErrorKind::ReadOnlyCredential);
    QCOMPARE(accepted.error().effect, Effect::None);
}

void HetznerNewServerTest::aLostAnswerIsLookedInto_data()
{
    QTest::addColumn<bool>("isCarriedOut");
    QTest::addRow("carried out") << true;
    QTest::addRow("not carried out") << false;
}

void HetznerNewServerTest::aLostAnswerIsLookedInto()
{
    QFETCH(const bool, isCarriedOut);
    using Carried = Demo::Refusal::Carried;
    m_rig->cloud().refuseNext(
        {"POST", u"/servers"_s, u"unavailable"_s, isCarriedOut ? Carried::Out : Carried::NotOut});
    m_rig->cloud().resetCounts();
    const CreateServer create = order();

    const auto accepted = answer(provider().request(create));
    QVERIFY(!accepted);
    QCOMPARE(accepted.error().effect, Effect::Ambiguous);
    QCOMPARE(m_rig->cloud().requestsServed(), 1); // and not sent again
    const auto finding = answer(provider().findEffect(create));

    QVERIFY2(finding, errorText(finding).constData());
    QCOMPARE(finding->trace, isCarriedOut ? Trace::Found : Trace::NotFound);
    if (isCarriedOut) {
        const auto end = m_rig->followToEnd(finding->task);
        QVERIFY2(end, errorText(end).constData());
        QCOMPARE(end->state, TaskState::Succeeded);
        QCOMPARE(end->server, finding->task.server);
    }
}

void HetznerNewServerTest::destroyingSettlesWhatIsOpen()
{
    m_rig->cloud().setLatency(20s);
    const auto types = provider().listServerTypes();
    const auto request = provider().request(order());
    const auto finding = provider().findEffect(order());
    const auto progress = provider().follow({{{u"7,8"_s}, order(), {}, ResourceId{u"1"_s}}});
    QTest::qWait(0);

    m_rig->destroyProvider();

    const auto isCancelled = [](const auto &future) {
        return future.isFinished() && !future.result()
            && future.result().error().kind == ErrorKind::Cancelled;
    };
    QVERIFY(isCancelled(types));
    QVERIFY(isCancelled(request));
    QVERIFY(isCancelled(finding));
    QVERIFY(isCancelled(progress));
}

void HetznerNewServerTest::whatWasSaidKeepsTheVendorsContract()
{
    m_rig.reset();
    m_recordings.judgeOrSkip(*findVendor(u"hetzner"_s));
}

QTEST_GUILESS_MAIN(HetznerNewServerTest)
#include "hetznernewservertest.moc"
