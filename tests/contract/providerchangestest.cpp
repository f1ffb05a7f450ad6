// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providersample.h"
#include "recordings.h"
#include "support/testenvironment.h"

using namespace Contract;
using namespace Domain;
using namespace std::chrono_literals;

/// The contract of the port, what changing things is about, for every provider.
class ProviderChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTakenSnapshotIsReady_data() { addVendors(); }
    void aTakenSnapshotIsReady();
    void aRollbackEndsWithTheSourceUsable_data() { addVendors(); }
    void aRollbackEndsWithTheSourceUsable();
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
    /// For the row's vendor and kind.
    void makeRig();
    [[nodiscard]] bool isOffered(Change change);
    [[nodiscard]] Domain::CloudProvider &provider() { return m_rig->provider(); }
    /// Switches the sample's server off where the rollback needs that.
    void stopForRollback();
    /// Asks for a change and follows it to its end.
    [[nodiscard]] Result<TaskProgress> carryOut(const Request &request);

    Support::TestEnvironment m_environment;
    Recordings m_recordings;
    std::unique_ptr<Rig> m_rig;
    Sample m_sample;
    ResourceKind m_kind = ResourceKind::Server;
};

void ProviderChangesTest::addVendors()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<ResourceKind>("kind");
    for (const Providers::ProviderDescription &known : Providers::providers()) {
        for (const auto &[kind, name] : kindsOf(known.id)) {
            QTest::addRow("%s: %s", qPrintable(known.id), name) << known.id << kind;
        }
    }
}

void ProviderChangesTest::makeRig()
{
    QFETCH(const QString, vendor);
    QFETCH(const ResourceKind, kind);
    m_kind = kind;
    m_rig = std::make_unique<Rig>(Demo::CloudOptions::forVendor(vendor));
    QVERIFY(m_recordings.record(m_rig->cloud()));
    const Result<Sample> sample = findSample(*m_rig, kind);
    QVERIFY2(sample, errorText(sample).constData());
    m_sample = *sample;
}

bool ProviderChangesTest::isOffered(Change change)
{
    return Contract::isOffered(provider().capabilities(), change, m_kind);
}

void ProviderChangesTest::stopForRollback()
{
    const Capabilities &able = provider().capabilities();
    if (isOffered(Change::ShutDown) && able.of(m_kind).rollbackNeeds == PowerRule::Stopped) {
        const Result<TaskProgress> end = carryOut(requestOf(Change::ShutDown, m_sample));
        QVERIFY2(end, errorText(end).constData());
        QCOMPARE(end->state, TaskState::Succeeded);
    }
}

Result<TaskProgress> ProviderChangesTest::carryOut(const Request &request)
{
    const Result<Accepted> accepted = answer(provider().request(request));
    return accepted ? m_rig->followToEnd(accepted->task) : std::unexpected(accepted.error());
}

void ProviderChangesTest::aTakenSnapshotIsReady()
{
    makeRig();
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
        answer(provider().readSnapshot({m_rig->account().id, m_kind, *end->made}));
    QVERIFY2(made, errorText(made).constData());
    QCOMPARE(made->status, SnapshotStatus::Ready);
    QCOMPARE(made->name, u"pre-upgrade 4711"_s);
    QCOMPARE(made->source, m_sample.source.key);
    QVERIFY(made->sizeBytes > 0);
    const auto snapshots = answer(provider().listSnapshots({}));
    QCOMPARE(std::ranges::count(*snapshots, made->key, &Snapshot::key), 1);
}

void ProviderChangesTest::aRollbackEndsWithTheSourceUsable()
{
    makeRig();
    stopForRollback();

    const Result<Accepted> accepted =
        answer(provider().request(requestOf(Change::RollBack, m_sample)));
    QVERIFY2(accepted, errorText(accepted).constData());
    const KindCapabilities &able = provider().capabilities().of(m_kind);
    QVERIFY(able.mayReturnPasswordOnRollback || accepted->password.isEmpty());
    const Result<TaskProgress> end = m_rig->followToEnd(accepted->task);

    QVERIFY2(end, errorText(end).constData());
    QCOMPARE(end->state, TaskState::Succeeded);
    const Result<Resource> server = answer(provider().readResource(m_sample.source.key));
    QVERIFY2(server, errorText(server).constData());
    QVERIFY(!server->isLocked);
    const bool isAtRest =
        server->power == PowerState::Running || server->power == PowerState::Stopped;
    QVERIFY(isAtRest || (m_kind == ResourceKind::Volume && !server->attachedTo));
    QVERIFY(!able.keepsAddressesOnRollback || server->addresses == m_sample.source.addresses);
}

void ProviderChangesTest::aRemovedSnapshotIsGone()
{
    makeRig();
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
    makeRig();
    if (!isOffered(Change::Rename)) {
        QSKIP("not offered");
    }

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
    makeRig();
    if (!isOffered(Change::Protect)) {
        QSKIP("not offered");
    }
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
    makeRig();
    if (!isOffered(Change::ShutDown)) {
        QSKIP("not offered");
    }
    const ResourceKey key = m_sample.source.key;
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
    makeRig();
    const Result<Accepted> removal =
        answer(provider().request(requestOf(Change::Remove, m_sample)));
    QVERIFY2(removal, errorText(removal).constData());
    QVERIFY(m_rig->followToEnd(removal->task));
    const Result<Accepted> take = answer(provider().request(requestOf(Change::Take, m_sample)));
    QVERIFY2(take, errorText(take).constData());
    QList<RemoteTask> tasks;
    for (int i = 0; i < 40; ++i) {
        tasks.append(i % 2 ? take->task : removal->task);
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
    makeRig();
    const QString strangeId = findVendor(vendor)->strangeId;
    // Of an hour ago: of a new one, some providers' lists need not know yet.
    auto take = std::get<TakeSnapshot>(requestOf(Change::Take, m_sample));
    take.notBefore = now().addSecs(-3600);
    const RemoteTask lost = {{strangeId}, take, SnapshotId{strangeId}};
    const RemoteTask visible = {{u"987654322"_s}, take, m_sample.snapshot.key.id};

    const auto progress = answer(provider().follow({lost, visible}));

    QVERIFY2(progress, errorText(progress).constData());
    QCOMPARE(progress->first().state, TaskState::Failed);
    QCOMPARE(progress->last().state, TaskState::Succeeded);
}

void ProviderChangesTest::aRefusalProvesThatNothingWasDone()
{
    QFETCH(const QString, vendor);
    makeRig();
    auto take = std::get<TakeSnapshot>(requestOf(Change::Take, m_sample));
    take.source.id = {findVendor(vendor)->strangeId};

    const Result<Accepted> accepted = answer(provider().request(take));

    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, ErrorKind::NotFound);
    QCOMPARE(accepted.error().effect, Effect::None);
}

void ProviderChangesTest::aLostAnswerIsLookedInto_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<ResourceKind>("kind");
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("isCarriedOut");
    for (const Providers::ProviderDescription &known : Providers::providers()) {
        for (const auto &[kind, kindName] : kindsOf(known.id)) {
            for (const auto &[name, change] : changes) {
                QTest::addRow("%s: %s: %s, carried out", qPrintable(known.id), kindName, name)
                    << known.id << kind << change << true;
                QTest::addRow("%s: %s: %s, not carried out", qPrintable(known.id), kindName, name)
                    << known.id << kind << change << false;
            }
        }
    }
}

void ProviderChangesTest::aLostAnswerIsLookedInto()
{
    QFETCH(const QString, vendor);
    QFETCH(const Change, change);
    QFETCH(const bool, isCarriedOut);
    makeRig();
    if (!isOffered(change)) {
        QSKIP("not offered");
    }
    if (change == Change::Start) {
        QVERIFY(carryOut(requestOf(Change::PowerOff, m_sample)));
    }
    if (change == Change::RollBack) {
        stopForRollback();
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
    // And not sent again.
    QCOMPARE(m_rig->cloud().requestsServed(), words.looksBefore(request) + 1);
    m_rig->skipTime(1min); // it shows once the server is off, or once a list has caught up
    const Result<Finding> finding = answer(provider().findEffect(request));

    QVERIFY2(finding, errorText(finding).constData());
    if (change == Change::RollBack && !words.showsPastRollbacks) {
        QCOMPARE(finding->trace, Trace::CanNotTell);
        return;
    }
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
    m_recordings.judgeOrSkip(*findVendor(vendor));
}

QTEST_GUILESS_MAIN(ProviderChangesTest)
#include "providerchangestest.moc"
