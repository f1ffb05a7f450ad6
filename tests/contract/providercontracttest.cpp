// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "opencall.h"
#include "providerrig.h"
#include "recordings.h"
#include "support/testenvironment.h"

#include <QJsonDocument>

#include <limits>

using namespace Contract;
using namespace Domain;
using namespace std::chrono_literals;

namespace {

template <class Row>
QSet<QString> idsOf(const QList<Row> &rows)
{
    QSet<QString> ids;
    for (const Row &row : rows) {
        ids.insert(QString::number(int(row.key.kind)) + row.key.id.value);
    }
    return ids;
}

/// A request of each kind about objects of that kind.
QList<Request> requestsAbout(const AccountId &account, ResourceKind kind, const QString &id)
{
    const ResourceKey resource = {account, kind, {id}};
    const SnapshotKey snapshot = {account, kind, {id}};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return {TakeSnapshot{
                resource, u"n"_s, u"marker"_s, now, {u"p"_s}, {u"l"_s}, {u"plan"_s}, {u"cycle"_s}},
            RollBack{resource, snapshot, now},
            RemoveSnapshot{snapshot},
            RenameSnapshot{snapshot, u"n"_s},
            ProtectSnapshot{snapshot, Protection::On},
            SetPower{resource, PowerAction::Start}};
}

/// Whether the capabilities speak of such a request.
bool isOffered(const Capabilities &capabilities, const Request &request, ResourceKind kind)
{
    const KindCapabilities &able = capabilities.of(kind);
    const std::array offered = {
        able.canTake,    able.rollback != RollbackStyle::None,
        able.canRemove,  able.canRename,
        able.canProtect, capabilities.canPower && kind == ResourceKind::Server};
    return offered.at(request.index());
}

} // namespace

/// The contract of the port, what reading and refusing are about, for every provider.
class ProviderContractTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProviderIsTested();
    void theCredentialIsGood_data() { addVendors(); }
    void theCredentialIsGood();
    void aWrongCredentialIsUnauthorized_data() { addVendors(); }
    void aWrongCredentialIsUnauthorized();
    void listsAreWholeAndTheirRowsUnique_data() { addVendors(); }
    void listsAreWholeAndTheirRowsUnique();
    void resourcesBelongSomewhere_data() { addVendors(); }
    void resourcesBelongSomewhere();
    void anEmptyListIsAList_data() { addVendors(); }
    void anEmptyListIsAList();
    void oneObjectIsReadAsItIsListed_data() { addVendors(); }
    void oneObjectIsReadAsItIsListed();
    void whatIsNotThereIsNotFound_data() { addVendors(); }
    void whatIsNotThereIsNotFound();
    void pricesAreInOneCurrency_data() { addVendors(); }
    void pricesAreInOneCurrency();
    void whatCapabilitiesExcludeIsUnsupported_data() { addVendors(); }
    void whatCapabilitiesExcludeIsUnsupported();
    void aReadOnlyCredentialReadsAndIsToldApart_data() { addVendors(); }
    void aReadOnlyCredentialReadsAndIsToldApart();
    void destroyingSettlesWhatIsOpen_data() { addVendors(); }
    void destroyingSettlesWhatIsOpen();
    void followingNothingAnswersNothing_data() { addVendors(); }
    void followingNothingAnswersNothing();
    void whatWasSaidKeepsTheVendorsContract_data() { addVendors(); }
    void whatWasSaidKeepsTheVendorsContract();

private:
    static void addVendors();
    [[nodiscard]] std::unique_ptr<Rig> rig(std::optional<int> snapshots = {});

    Support::TestEnvironment m_environment;
    Recordings m_recordings;
};

void ProviderContractTest::addVendors()
{
    QTest::addColumn<QString>("vendor");
    for (const Providers::ProviderDescription &provider : Providers::providers()) {
        QTest::addRow("%s", qPrintable(provider.id)) << provider.id;
    }
}

std::unique_ptr<Rig> ProviderContractTest::rig(std::optional<int> snapshots)
{
    QFETCH(const QString, vendor);
    Demo::CloudOptions options = Demo::CloudOptions::forVendor(vendor);
    options.snapshotCount = snapshots;
    auto made = std::make_unique<Rig>(options);
    if (!m_recordings.record(made->cloud())) {
        qFatal("can't record");
    }
    return made;
}

void ProviderContractTest::everyProviderIsTested()
{
    QVERIFY(!Providers::providers().isEmpty());
    for (const Providers::ProviderDescription &provider : Providers::providers()) {
        QVERIFY2(findVendor(provider.id), qPrintable(provider.id));
        QCOMPARE(Providers::findProvider(provider.id), &provider);
        QVERIFY(!provider.name.isEmpty());
        // One that every operator has an address of his own for can tell whether it is one.
        const bool isConfirmed = provider.baseUrl.isEmpty() && provider.confirmBaseUrl;
        QVERIFY(isConfirmed || provider.baseUrl.scheme() == "https"_L1);
        QVERIFY(!provider.credential.label.isEmpty());
        QVERIFY(!provider.credential.help.isEmpty());
    }
    QCOMPARE(Providers::findProvider(u"nobody"_s), nullptr);
}

void ProviderContractTest::theCredentialIsGood()
{
    const auto rig = this->rig();

    const Result<Identity> identity = answer(rig->provider().identify());

    QVERIFY2(identity, errorText(identity).constData());
    QVERIFY(!identity->isReadOnly.value_or(false));
}

void ProviderContractTest::aWrongCredentialIsUnauthorized()
{
    const auto rig = this->rig();
    rig->cloud().replaceToken(u"demo-secret-another"_s);
    Domain::CloudProvider &provider = rig->provider();

    const Result<Identity> identity = answer(provider.identify());
    const Result<QList<Snapshot>> snapshots = answer(provider.listSnapshots({}));
    const Result<QList<Resource>> resources = answer(provider.listResources({}));

    QVERIFY(!identity && !snapshots && !resources);
    QCOMPARE(identity.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(snapshots.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(resources.error().kind, ErrorKind::Unauthorized);
    QVERIFY(!identity.error().message.contains("demo-secret"_L1));
}

void ProviderContractTest::listsAreWholeAndTheirRowsUnique()
{
    const auto rig = this->rig(230);
    QList<qint64> reported;
    std::optional<qint64> total;

    const Result<QList<Snapshot>> snapshots =
        answer(rig->provider().listSnapshots([&](qint64 loaded, std::optional<qint64> expected) {
            reported.append(loaded);
            total = expected;
        }));

    QFETCH(const QString, vendor);
    const Vendor words = *findVendor(vendor);
    QVERIFY2(snapshots, errorText(snapshots).constData());
    QCOMPARE(snapshots->size(), 230);
    QCOMPARE(idsOf(*snapshots).size(), 230);
    QVERIFY(std::ranges::is_sorted(reported));
    QCOMPARE(reported.value(reported.size() - 1), 230);
    QVERIFY(!total || *total == 230);
    for (const Snapshot &snapshot : *snapshots) {
        QCOMPARE(snapshot.key.account, rig->account().id);
        QVERIFY(!snapshot.source || snapshot.source->account == rig->account().id);
        QVERIFY(snapshot.created.isValid());
        QCOMPARE(snapshot.created.timeSpec(), Qt::UTC);
        QVERIFY(snapshot.status != SnapshotStatus::Unknown || !snapshot.rawStatus.isEmpty());
        // A whole number of gigabytes would hide a size that was not turned into bytes.
        const qint64 untold = words.tellsEverySize ? 0 : std::numeric_limits<qint64>::max();
        QVERIFY(snapshot.status != SnapshotStatus::Ready
                || snapshot.sizeBytes.value_or(untold) > 10'000'000);
        QVERIFY(QJsonDocument::fromJson(snapshot.raw.toUtf8()).isObject());
    }
}

void ProviderContractTest::resourcesBelongSomewhere()
{
    const auto rig = this->rig();
    Domain::CloudProvider &provider = rig->provider();
    qint64 reported = 0;

    const auto resources = answer(provider.listResources(
        [&reported](qint64 loaded, std::optional<qint64>) { reported = loaded; }));
    const auto locations = answer(provider.listLocations());
    const auto projects = answer(provider.listProjects());

    QVERIFY2(resources && locations && projects, errorText(resources).constData());
    QVERIFY(!resources->isEmpty() && !locations->isEmpty() && !projects->isEmpty());
    QCOMPARE(reported, resources->size());
    QCOMPARE(idsOf(*resources).size(), resources->size());
    const auto hasId = [](const auto &rows, const auto &id) {
        return std::ranges::any_of(rows, [&id](const auto &row) { return row.id == id; });
    };
    const auto isListed = [&resources](const ResourceKey &key) {
        return std::ranges::any_of(*resources, [&](const Resource &row) { return row.key == key; });
    };
    for (const Resource &resource : *resources) {
        QCOMPARE(resource.key.account, rig->account().id);
        QVERIFY2(hasId(*locations, resource.location), qPrintable(resource.location.value));
        QVERIFY2(hasId(*projects, resource.project), qPrintable(resource.project.value));
        QVERIFY(resource.created.isValid());
        QCOMPARE(resource.created.timeSpec(), Qt::UTC);
        QVERIFY(*resource.sizeBytes >= 1'000'000'000);
        QVERIFY(!resource.attachedTo || isListed(*resource.attachedTo));
        QVERIFY(std::ranges::all_of(resource.volumes, isListed));
    }
}

void ProviderContractTest::anEmptyListIsAList()
{
    const auto rig = this->rig(0);

    const Result<QList<Snapshot>> snapshots = answer(rig->provider().listSnapshots({}));

    QVERIFY2(snapshots, errorText(snapshots).constData());
    QVERIFY(snapshots->isEmpty());
}

void ProviderContractTest::oneObjectIsReadAsItIsListed()
{
    const auto rig = this->rig();
    Domain::CloudProvider &provider = rig->provider();
    const auto resources = answer(provider.listResources({}));
    const auto snapshots = answer(provider.listSnapshots({}));
    QVERIFY2(resources && snapshots, errorText(snapshots).constData());

    for (const Resource &resource : {resources->first(), resources->last()}) {
        const Result<Resource> read = answer(provider.readResource(resource.key));
        QVERIFY2(read, errorText(read).constData());
        QCOMPARE(*read, resource);
    }
    for (const Snapshot &snapshot : {snapshots->first(), snapshots->last()}) {
        const Result<Snapshot> read = answer(provider.readSnapshot(snapshot.key));
        QVERIFY2(read, errorText(read).constData());
        QCOMPARE(*read, snapshot);
    }
}

void ProviderContractTest::whatIsNotThereIsNotFound()
{
    const auto rig = this->rig();
    const AccountId account = rig->account().id;
    QFETCH(const QString, vendor);
    const Vendor words = *findVendor(vendor);

    const auto resource =
        answer(rig->provider().readResource({account, ResourceKind::Server, {words.strangeId}}));
    const auto snapshot =
        answer(rig->provider().readSnapshot({account, ResourceKind::Server, {words.strangeId}}));

    QVERIFY(!resource && !snapshot);
    QCOMPARE(resource.error().kind, ErrorKind::NotFound);
    QCOMPARE(snapshot.error().kind, ErrorKind::NotFound);
    QCOMPARE(!snapshot.error().requestId.isEmpty(), words.givesRequestIds);
}

void ProviderContractTest::pricesAreInOneCurrency()
{
    const auto rig = this->rig();

    const Result<PriceList> prices = answer(rig->provider().listPrices());

    QVERIFY2(prices, errorText(prices).constData());
    QFETCH(const QString, vendor);
    QCOMPARE(!prices->snapshots.isEmpty(), findVendor(vendor)->tellsPrices);
    for (const SnapshotPrice &price : prices->snapshots) {
        QVERIFY(price.price.amount.nanos > 0);
        QCOMPARE(price.price.amount.currency, prices->currency);
    }
}

void ProviderContractTest::whatCapabilitiesExcludeIsUnsupported()
{
    const auto rig = this->rig();
    Domain::CloudProvider &provider = rig->provider();
    int excluded = 0;

    for (const ResourceKind kind : {ResourceKind::Server, ResourceKind::Volume}) {
        for (const Request &request : requestsAbout(rig->account().id, kind, u"1"_s)) {
            if (isOffered(provider.capabilities(), request, kind)) {
                continue;
            }
            ++excluded;
            const Result<Accepted> accepted = answer(provider.request(request));
            QVERIFY(!accepted);
            QCOMPARE(accepted.error().kind, ErrorKind::Unsupported);
            QCOMPARE(accepted.error().effect, Effect::None);
            const Result<Finding> finding = answer(provider.findEffect(request));
            QVERIFY(!finding);
            QCOMPARE(finding.error().kind, ErrorKind::Unsupported);
        }
    }
    QVERIFY(excluded > 0); // no provider starts a volume
    QCOMPARE(rig->cloud().requestsServed(), 0);
}

void ProviderContractTest::aReadOnlyCredentialReadsAndIsToldApart()
{
    QFETCH(const QString, vendor);
    Demo::CloudOptions options = Demo::CloudOptions::forVendor(vendor);
    options.readOnlyToken = findVendor(vendor)->readOnlyCredential;
    Rig rig(options, options.readOnlyToken);
    QVERIFY(m_recordings.record(rig.cloud()));
    Domain::CloudProvider &provider = rig.provider();

    const Result<Identity> identity = answer(provider.identify());
    const Result<QList<Snapshot>> snapshots = answer(provider.listSnapshots({}));
    QVERIFY2(identity && snapshots, errorText(snapshots).constData());
    QVERIFY(identity->isReadOnly.value_or(true));

    const SnapshotKey key = snapshots->first().key;
    const Result<Accepted> accepted = answer(provider.request(RemoveSnapshot{key}));
    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, findVendor(vendor)->readOnlyRefusal);
    QCOMPARE(accepted.error().effect, Effect::None);
    QVERIFY(answer(provider.readSnapshot(key)));
}

void ProviderContractTest::destroyingSettlesWhatIsOpen()
{
    const auto rig = this->rig();
    rig->cloud().setLatency(20s);
    Domain::CloudProvider &provider = rig->provider();
    const AccountId account = rig->account().id;
    QFETCH(const QString, vendor);
    const QString id = findVendor(vendor)->strangeId;
    QList<OpenCall> calls = {
        openCall(u"identify"_s, provider.identify()),
        openCall(u"listLocations"_s, provider.listLocations()),
        openCall(u"listResources"_s, provider.listResources({})),
        openCall(u"listSnapshots"_s, provider.listSnapshots({})),
        openCall(u"listPrices"_s, provider.listPrices()),
        openCall(u"readResource"_s, provider.readResource({account, ResourceKind::Server, {id}})),
        openCall(u"readSnapshot"_s, provider.readSnapshot({account, ResourceKind::Server, {id}})),
    };
    for (const Request &request : requestsAbout(account, ResourceKind::Server, id)) {
        calls.append(openCall(u"request"_s, provider.request(request)));
        calls.append(openCall(u"findEffect"_s, provider.findEffect(request)));
        calls.append(openCall(u"follow"_s, provider.follow({{{u"7"_s}, request, {}}})));
        calls.append(
            openCall(u"follow without id"_s, provider.follow({{{}, request, SnapshotId{id}}})));
    }
    QTest::qWait(0); // some requests have left, others wait their turn
    const qsizetype answered =
        calls.removeIf([](const OpenCall &call) { return call.isSettled(); });
    QVERIFY(answered < calls.size()); // only what is refused or known without asking

    rig->destroyProvider();

    for (const OpenCall &call : std::as_const(calls)) {
        QVERIFY2(call.isCancelled(), qPrintable(call.name));
    }
}

void ProviderContractTest::followingNothingAnswersNothing()
{
    const auto rig = this->rig();

    const auto progress = answer(rig->provider().follow({}));

    QVERIFY2(progress, errorText(progress).constData());
    QVERIFY(progress->isEmpty());
    QCOMPARE(rig->cloud().requestsServed(), 0);
}

void ProviderContractTest::whatWasSaidKeepsTheVendorsContract()
{
    QFETCH(const QString, vendor);
    m_recordings.judgeOrSkip(*findVendor(vendor));
}

QTEST_GUILESS_MAIN(ProviderContractTest)
#include "providercontracttest.moc"
