// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providerrig.h"
#include "recordings.h"
#include "support/testenvironment.h"

using namespace Contract;
using namespace Domain;
using namespace std::chrono_literals;

namespace {

/// What a change is tried on: a server that obeys, and a usable snapshot of it.
struct Sample
{
    Resource server;
    Snapshot snapshot;
};

Result<Sample> findSample(Rig &rig)
{
    const auto resources = answer(rig.provider().listResources({}));
    const auto snapshots = answer(rig.provider().listSnapshots({}));
    if (!resources || !snapshots) {
        return failure(ErrorKind::Unknown, u"no lists"_s);
    }
    const QString name = findVendor(rig.account().provider)->server;
    const auto server = std::ranges::find(*resources, name, &Resource::name);
    if (server == resources->end()) {
        return failure(ErrorKind::Unknown, u"no server "_s + name);
    }
    const auto snapshot = std::ranges::find_if(*snapshots, [&server](const Snapshot &row) {
        return row.source == server->key && row.status == SnapshotStatus::Ready && !row.isProtected;
    });
    if (snapshot == snapshots->end()) {
        return failure(ErrorKind::Unknown, u"no snapshot of "_s + name);
    }
    return Sample{*server, *snapshot};
}

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

enum class Change { Take, RollBack, Remove, Rename, Protect, Start, ShutDown, PowerOff };

const QList<std::pair<const char *, Change>> changes = {
    {"take", Change::Take},          {"roll back", Change::RollBack}, {"remove", Change::Remove},
    {"rename", Change::Rename},      {"protect", Change::Protect},    {"start", Change::Start},
    {"shut down", Change::ShutDown}, {"power off", Change::PowerOff}};

Request requestOf(Change change, const Sample &sample)
{
    switch (change) {
    case Change::Take:
        return TakeSnapshot{sample.server.key, u"pre-upgrade"_s, u"op-4711"_s, now()};
    case Change::RollBack:
        return RollBack{sample.server.key, sample.snapshot.key, now()};
    case Change::Remove:
        return RemoveSnapshot{sample.snapshot.key};
    case Change::Rename:
        return RenameSnapshot{sample.snapshot.key, u"another name"_s};
    case Change::Protect:
        return ProtectSnapshot{sample.snapshot.key, Protection::On};
    case Change::Start:
        return SetPower{sample.server.key, PowerAction::Start};
    case Change::ShutDown:
        return SetPower{sample.server.key, PowerAction::ShutDown};
    case Change::PowerOff:
        return SetPower{sample.server.key, PowerAction::PowerOff};
    }
    Q_UNREACHABLE_RETURN(SetPower{});
}

bool isOffered(const Capabilities &capabilities, Change change)
{
    switch (change) {
    case Change::Take:
        return capabilities.server.canTake;
    case Change::RollBack:
        return capabilities.server.rollback != RollbackStyle::None;
    case Change::Remove:
        return capabilities.server.canRemove;
    case Change::Rename:
        return capabilities.server.canRename;
    case Change::Protect:
        return capabilities.server.canProtect;
    case Change::Start:
    case Change::ShutDown:
    case Change::PowerOff:
        return capabilities.canPower;
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace

/// The contract of the port, what changing things is about, for every provider.
class ProviderChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTakenSnapshotIsReady_data() { addVendors(); }
    void aTakenSnapshotIsReady();
    void aRollbackEndsWithTheServerUsable_data() { addVendors(); }
    void aRollbackEndsWithTheServerUsable();
    void aRemovedSnapshotIsGone_data() { addVendors(); }
    void aRemovedSnapshotIsGone();
    void aRenamedSnapshotKeepsTheRest_data() { addVendors(); }
    void aRenamedSnapshotKeepsTheRest();
    void aProtectedSnapshotCannotBeRemoved_data() { addVendors(); }
    void aProtectedSnapshotCannotBeRemoved();
    void aServerThatWasShutDownIsOff_data() { addVendors(); }
    void aServerThatWasShutDownIsOff();
    void manyTasksAreFollowedInOrder_data() { addVendors(); }
    void manyTasksAreFollowedInOrder();
    void anUnknownTaskHasFailed_data() { addVendors(); }
    void anUnknownTaskHasFailed();
    void aRefusalProvesThatNothingWasDone_data() { addVendors(); }
    void aRefusalProvesThatNothingWasDone();
    void aLostAnswerIsLookedInto_data();
    void aLostAnswerIsLookedInto();
    void whatWasSaidKeepsTheVendorsContract_data() { addVendors(); }
    void whatWasSaidKeepsTheVendorsContract();

private:
    static void addVendors();
    void makeRig(const QString &vendor);
    [[nodiscard]] Domain::CloudProvider &provider() { return m_rig->provider(); }
    /// Asks for a change and follows it to its end.
    [[nodiscard]] Result<TaskProgress> carryOut(const Request &request);

    Support::TestEnvironment m_environment;
    Recordings m_recordings;
    std::unique_ptr<Rig> m_rig;
    Sample m_sample;
};

void ProviderChangesTest::addVendors()
{
    QTest::addColumn<QString>("vendor");
    for (const Providers::ProviderDescription &known : Providers::providers()) {
        QTest::addRow("%s", qPrintable(known.id)) << known.id;
    }
}

void ProviderChangesTest::makeRig(const QString &vendor)
{
    m_rig = std::make_unique<Rig>(Demo::CloudOptions::forVendor(vendor));
    QVERIFY(m_recordings.record(m_rig->cloud()));
    const Result<Sample> sample = findSample(*m_rig);
    QVERIFY2(sample, errorText(sample).constData());
    m_sample = *sample;
}

Result<TaskProgress> ProviderChangesTest::carryOut(const Request &request)
{
    const Result<Accepted> accepted = answer(provider().request(request));
    return accepted ? m_rig->followToEnd(accepted->task) : std::unexpected(accepted.error());
}

void ProviderChangesTest::aTakenSnapshotIsReady()
{
    QFETCH(const QString, vendor);
    makeRig(vendor);
    const Request request = requestOf(Change::Take, m_sample);

    const Result<Accepted> accepted = answer(provider().request(request));
    QVERIFY2(accepted, errorText(accepted).constData());
    QVERIFY(accepted->password.isEmpty());
    const auto first = answer(provider().follow({accepted->task}));
    QVERIFY2(first, errorText(first).constData());
    QCOMPARE(first->first().state, TaskState::Running);
    QVERIFY(first->first().percent.value_or(0) >= 0 && first->first().percent.value_or(0) <= 100);
    const Result<TaskProgress> end = m_rig->followToEnd(accepted->task);

    QVERIFY2(end, errorText(end).constData());
    QCOMPARE(end->state, TaskState::Succeeded);
    QVERIFY(end->made);
    const Result<Snapshot> made =
        answer(provider().readSnapshot({m_rig->account().id, ResourceKind::Server, *end->made}));
    QVERIFY2(made, errorText(made).constData());
    QCOMPARE(made->status, SnapshotStatus::Ready);
    QCOMPARE(made->name, u"pre-upgrade"_s);
    QCOMPARE(made->source, m_sample.server.key);
    QVERIFY(made->sizeBytes > 0);
    const auto snapshots = answer(provider().listSnapshots({}));
    QCOMPARE(std::ranges::count(*snapshots, made->key, &Snapshot::key), 1);
}

void ProviderChangesTest::aRollbackEndsWithTheServerUsable()
{
    QFETCH(const QString, vendor);
    makeRig(vendor);

    const Result<Accepted> accepted =
        answer(provider().request(requestOf(Change::RollBack, m_sample)));
    QVERIFY2(accepted, errorText(accepted).constData());
    const KindCapabilities &able = provider().capabilities().server;
    QVERIFY(able.mayReturnPasswordOnRollback || accepted->password.isEmpty());
    const Result<TaskProgress> end = m_rig->followToEnd(accepted->task);

    QVERIFY2(end, errorText(end).constData());
    QCOMPARE(end->state, TaskState::Succeeded);
    const Result<Resource> server = answer(provider().readResource(m_sample.server.key));
    QVERIFY2(server, errorText(server).constData());
    QVERIFY(!server->isLocked);
    QVERIFY(server->power == PowerState::Running || server->power == PowerState::Stopped);
    QVERIFY(!able.keepsAddressesOnRollback || server->addresses == m_sample.server.addresses);
}

void ProviderChangesTest::aRemovedSnapshotIsGone()
{
    QFETCH(const QString, vendor);
    makeRig(vendor);
    const Request request = requestOf(Change::Remove, m_sample);

    for (int i = 0; i < 2; ++i) { // removing what is gone has nothing left to do
        const Result<TaskProgress> end = carryOut(request);
        QVERIFY2(end, errorText(end).constData());
        QCOMPARE(end->state, TaskState::Succeeded);
    }

    const Result<Snapshot> gone = answer(provider().readSnapshot(m_sample.snapshot.key));
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::NotFound);
}

void ProviderChangesTest::aRenamedSnapshotKeepsTheRest()
{
    QFETCH(const QString, vendor);
    makeRig(vendor);

    const Result<TaskProgress> end = carryOut(requestOf(Change::Rename, m_sample));

    QVERIFY2(end, errorText(end).constData());
    QCOMPARE(end->state, TaskState::Succeeded);
    const Result<Snapshot> renamed = answer(provider().readSnapshot(m_sample.snapshot.key));
    QVERIFY2(renamed, errorText(renamed).constData());
    Snapshot expected = m_sample.snapshot;
    expected.name = u"another name"_s;
    expected.raw = renamed->raw;
    QCOMPARE(*renamed, expected);
}

void ProviderChangesTest::aProtectedSnapshotCannotBeRemoved()
{
    QFETCH(const QString, vendor);
    makeRig(vendor);
    const SnapshotKey key = m_sample.snapshot.key;

    const Result<TaskProgress> on = carryOut(ProtectSnapshot{key, Protection::On});
    QVERIFY2(on, errorText(on).constData());
    QCOMPARE(on->state, TaskState::Succeeded);
    QVERIFY(answer(provider().readSnapshot(key))->isProtected);
    const Result<Accepted> removal = answer(provider().request(RemoveSnapshot{key}));
    QVERIFY(!removal);
    QCOMPARE(removal.error().kind, ErrorKind::Protected);
    QCOMPARE(removal.error().effect, Effect::None);

    const Result<TaskProgress> off = carryOut(ProtectSnapshot{key, Protection::Off});
    QVERIFY2(off, errorText(off).constData());
    QVERIFY(!answer(provider().readSnapshot(key))->isProtected);
}

void ProviderChangesTest::aServerThatWasShutDownIsOff()
{
    QFETCH(const QString, vendor);
    makeRig(vendor);
    const ResourceKey key = m_sample.server.key;
    const auto power = [&] {
        return answer(provider().readResource(key))->power;
    };
    QCOMPARE(power(), PowerState::Running);

    for (const Change change : {Change::ShutDown, Change::Start, Change::PowerOff}) {
        const Result<TaskProgress> end = carryOut(requestOf(change, m_sample));
        QVERIFY2(end, errorText(end).constData());
        QCOMPARE(end->state, TaskState::Succeeded);
        QCOMPARE(power(), change == Change::Start ? PowerState::Running : PowerState::Stopped);
    }
}

void ProviderChangesTest::manyTasksAreFollowedInOrder()
{
    QFETCH(const QString, vendor);
    makeRig(vendor);
    const Result<Accepted> take = answer(provider().request(requestOf(Change::Take, m_sample)));
    const Result<Accepted> rename = answer(provider().request(requestOf(Change::Rename, m_sample)));
    QVERIFY2(take && rename, errorText(take).constData());
    QList<RemoteTask> tasks;
    for (int i = 0; i < 40; ++i) {
        tasks.append(i % 2 ? take->task : rename->task);
    }

    const auto progress = answer(provider().follow(tasks));

    QVERIFY2(progress, errorText(progress).constData());
    QCOMPARE(progress->size(), tasks.size());
    for (int i = 0; i < 40; ++i) {
        QCOMPARE(progress->at(i).state, i % 2 ? TaskState::Running : TaskState::Succeeded);
    }
}

void ProviderChangesTest::anUnknownTaskHasFailed()
{
    QFETCH(const QString, vendor);
    makeRig(vendor);
    const RemoteTask lost = {
        {u"987654321"_s}, requestOf(Change::Take, m_sample), SnapshotId{u"987654321"_s}};
    const RemoteTask visible = {
        {u"987654322"_s}, requestOf(Change::Take, m_sample), m_sample.snapshot.key.id};

    const auto progress = answer(provider().follow({lost, visible}));

    QVERIFY2(progress, errorText(progress).constData());
    QCOMPARE(progress->first().state, TaskState::Failed);
    QCOMPARE(progress->last().state, TaskState::Succeeded);
}

void ProviderChangesTest::aRefusalProvesThatNothingWasDone()
{
    QFETCH(const QString, vendor);
    makeRig(vendor);
    const ResourceKey nobody = {m_rig->account().id, ResourceKind::Server, {u"987654321"_s}};

    const Result<Accepted> accepted =
        answer(provider().request(TakeSnapshot{nobody, u"n"_s, u"op-1"_s, now()}));

    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, ErrorKind::NotFound);
    QCOMPARE(accepted.error().effect, Effect::None);
}

void ProviderChangesTest::aLostAnswerIsLookedInto_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("isCarriedOut");
    for (const Providers::ProviderDescription &known : Providers::providers()) {
        for (const auto &[name, change] : changes) {
            QTest::addRow("%s: %s, carried out", qPrintable(known.id), name)
                << known.id << change << true;
            QTest::addRow("%s: %s, not carried out", qPrintable(known.id), name)
                << known.id << change << false;
        }
    }
}

void ProviderChangesTest::aLostAnswerIsLookedInto()
{
    QFETCH(const QString, vendor);
    QFETCH(const Change, change);
    QFETCH(const bool, isCarriedOut);
    makeRig(vendor);
    if (!isOffered(provider().capabilities(), change)) {
        QSKIP("not offered");
    }
    if (change == Change::Start) {
        QVERIFY(carryOut(requestOf(Change::PowerOff, m_sample)));
    }
    const Vendor words = *findVendor(vendor);
    const Request request = requestOf(change, m_sample);
    using Carried = Demo::Refusal::Carried;
    m_rig->cloud().refuseNext({words.method(request), words.pathPart(request), words.lostAnswer,
                               isCarriedOut ? Carried::Out : Carried::NotOut});
    m_rig->cloud().resetCounts();

    const Result<Accepted> accepted = answer(provider().request(request));
    QVERIFY(!accepted);
    QCOMPARE(accepted.error().effect, Effect::Ambiguous);
    QCOMPARE(m_rig->cloud().requestsServed(), 1); // and not sent again
    if (change == Change::ShutDown) {
        m_rig->cloud().skipTime(1min); // it shows once the server is off
    }
    const Result<Finding> finding = answer(provider().findEffect(request));

    QVERIFY2(finding, errorText(finding).constData());
    QCOMPARE(finding->trace, isCarriedOut ? Trace::Found : Trace::NotFound);
    if (isCarriedOut) {
        QCOMPARE(finding->task.request, request);
        const Result<TaskProgress> end = m_rig->followToEnd(finding->task);
        QVERIFY2(end, errorText(end).constData());
        QCOMPARE(end->state, TaskState::Succeeded);
        QCOMPARE(end->made.has_value(), change == Change::Take);
    }
}

void ProviderChangesTest::whatWasSaidKeepsTheVendorsContract()
{
    QFETCH(const QString, vendor);
    m_rig.reset();
    m_recordings.judgeOrSkip(vendor, findVendor(vendor)->contract);
}

QTEST_GUILESS_MAIN(ProviderChangesTest)
#include "providerchangestest.moc"
