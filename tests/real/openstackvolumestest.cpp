// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackkind.h"
#include "providers/openstack/openstackpages.h"
#include "realcloud.h"
#include "support/testenvironment.h"

#include <QCryptographicHash>
#include <QSet>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace Domain;
using Real::answer;
using Real::carryOut;

/// Volumes and their snapshots on real services: what Snapdeck does is seen by the real client, and
/// the other way round.
class OpenStackVolumesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void takesWhatTheRealClientSees();
    void seesWhatTheRealClientTook();
    void rollsBackEveryByte();
    void sendsNoRollbackToAnOlderSnapshot();
    void sendsNoRollbackToASnapshotThatFailed();
    void sendsNoRollbackOfAnAttachedVolume();
    void tellsWhyTheTakingFailed();
    void waitsForASlowCopy();
    void makesAVolumeOfASnapshot();
    void findsWhatItMadeByItsMarker();
    void readsALongListPageByPage();
    void tellsALimitThatIsReached();
    void tellsThatAReaderMayNotTake();
    void tellsThatItsCredentialIsGone();

private:
    /// A new volume of 1 GiB, ready for use.
    [[nodiscard]] ResourceKey makeVolume()
    {
        const QString name = u"%1-%2"_s.arg(m_prefix).arg(m_count++);
        return {{u"real"_s}, ResourceKind::Volume, {m_cloud->makeVolume(name)}};
    }

    [[nodiscard]] TaskProgress take(const ResourceKey &volume, const QString &name,
                                    const QString &marker = {})
    {
        TakeSnapshot order;
        order.source = volume;
        order.name = name;
        order.marker = marker;
        order.notBefore = m_cloud->now();
        return carryOut(*m_provider, order);
    }

    /// One that the services are told to fail, or to take their time with.
    [[nodiscard]] RemoteTask takeSpecially(const ResourceKey &volume, const QString &property)
    {
        TakeSnapshot order;
        order.source = volume;
        order.name = property;
        order.notBefore = m_cloud->now();
        const QJsonObject made =
            m_cloud->object({u"volume"_s, u"snapshot"_s, u"create"_s, u"--volume"_s,
                             volume.id.value, u"--property"_s, property, property});
        return {{}, order, SnapshotId{made[u"id"].toString()}};
    }

    [[nodiscard]] static SnapshotKey keyOf(const TaskProgress &made)
    {
        return {{u"real"_s}, SnapshotKind::Volume, made.made.value_or(SnapshotId())};
    }

    /// "available": what the real client says of it.
    [[nodiscard]] QString statusOf(const ResourceKey &volume) const
    {
        return m_cloud->object({u"volume"_s, u"show"_s, volume.id.value})[u"status"].toString();
    }

    /// Two snapshots within one second: either may count as the latest.
    void passASecond() const
    {
        const QDateTime begin = m_cloud->now();
        QVERIFY(QTest::qWaitFor([&] { return begin.msecsTo(m_cloud->now()) > 1100; }));
    }

    Support::TestEnvironment m_environment;
    std::unique_ptr<Real::Cloud> m_cloud;
    std::unique_ptr<CloudProvider> m_provider;
    QString m_prefix = u"snapdeck-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
    int m_count = 0;
};

void OpenStackVolumesTest::initTestCase()
{
    m_cloud = std::make_unique<Real::Cloud>();
    if (const QString why = m_cloud->whyNot(); !why.isEmpty()) {
        QSKIP(qPrintable(why));
    }
    m_provider = m_cloud->makeProvider();
}

/// With the real client. One that is still being made, or is another's origin, goes a little later.
void OpenStackVolumesTest::cleanup()
{
    const bool isClean = QTest::qWaitFor(
        [this] {
            const QJsonArray all = m_cloud->list({u"volume"_s, u"list"_s});
            bool isLeft = false;
            for (const auto &volume : all) {
                if (volume[u"Name"].toString().startsWith(m_prefix)) {
                    isLeft = true;
                    static_cast<void>(m_cloud->attempt(
                        {u"volume"_s, u"delete"_s, u"--purge"_s, volume[u"ID"].toString()}));
                }
            }
            return !isLeft;
        },
        60'000);
    QVERIFY(isClean);
}

void OpenStackVolumesTest::takesWhatTheRealClientSees()
{
    const ResourceKey volume = makeVolume();
    const TaskProgress taken = take(volume, u"nightly Ω"_s, u"op-77"_s);
    QCOMPARE(taken.state, TaskState::Succeeded);
    const QString id = keyOf(taken).id.value;
    const QJsonObject seen = m_cloud->object({u"volume"_s, u"snapshot"_s, u"show"_s, id});
    QCOMPARE(seen[u"name"].toString(), u"nightly Ω"_s);
    QCOMPARE(seen[u"status"].toString(), u"available"_s);
    QCOMPARE(seen[u"volume_id"].toString(), volume.id.value);
    QVERIFY(m_cloud->run({u"volume"_s, u"snapshot"_s, u"show"_s, id, u"-c"_s, u"properties"_s})
                .contains(u"op-77"_s));

    QCOMPARE(carryOut(*m_provider, RenameSnapshot{keyOf(taken), u"weekly"_s}).state,
             TaskState::Succeeded);
    QCOMPARE(m_cloud->object({u"volume"_s, u"snapshot"_s, u"show"_s, id})[u"name"].toString(),
             u"weekly"_s);
    QCOMPARE(carryOut(*m_provider, RemoveSnapshot{keyOf(taken)}).state, TaskState::Succeeded);
    const QJsonArray all = m_cloud->list({u"volume"_s, u"snapshot"_s, u"list"_s});
    for (const auto &left : all) {
        QVERIFY(left[u"ID"].toString() != id);
    }
}

void OpenStackVolumesTest::seesWhatTheRealClientTook()
{
    const ResourceKey volume = makeVolume();
    const QDateTime before = m_cloud->now().addSecs(-60);
    const QString id =
        m_cloud
            ->object({u"volume"_s, u"snapshot"_s, u"create"_s, u"--volume"_s, volume.id.value,
                      u"--property"_s, u"team=shop"_s, u"by hand"_s})[u"id"]
            .toString();
    QVERIFY(!id.isEmpty());
    Snapshot row;
    const bool isReady = QTest::qWaitFor(
        [&] {
            const auto rows = answer(m_provider->listSnapshots({}));
            const auto found = rows
                ? std::ranges::find(*rows, SnapshotId{id},
                                    [](const Snapshot &one) { return one.key.id; })
                : QList<Snapshot>::const_iterator();
            if (rows && found != rows->cend()) {
                row = *found;
            }
            return row.status == SnapshotStatus::Ready;
        },
        60'000);
    QVERIFY(isReady);
    QCOMPARE(row.name, u"by hand"_s);
    QCOMPARE(row.source, std::optional(volume));
    QCOMPARE(row.sizeBytes, std::optional(qint64(1) << 30));
    QVERIFY(row.created > before && row.created < m_cloud->now().addSecs(60));
    QCOMPARE(row.labels.value(u"team"_s), u"shop"_s);
}

void OpenStackVolumesTest::rollsBackEveryByte()
{
    const QString folder = qEnvironmentVariable("SNAPDECK_OPENSTACK_VOLUMES");
    if (folder.isEmpty()) {
        QSKIP("this cloud does not let the test look into its volumes");
    }
    const ResourceKey volume = makeVolume();
    const QString path = folder + u"/volume-"_s + volume.id.value;
    const auto write = [&path](const QByteArray &bytes) {
        QFile file(path);
        return file.open(QIODevice::ReadWrite) && file.write(bytes) == bytes.size();
    };
    const auto digest = [&path] {
        QFile file(path);
        QCryptographicHash hash(QCryptographicHash::Blake2b_256);
        return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
    };
    QVERIFY(write("the shop's orders"));
    const QByteArray before = digest();
    const TaskProgress taken = take(volume, u"before"_s);
    QCOMPARE(taken.state, TaskState::Succeeded);
    QVERIFY(write("garbage of a bad upgrade"));
    QVERIFY(digest() != before);

    QCOMPARE(carryOut(*m_provider, RollBack{volume, keyOf(taken), m_cloud->now()}).state,
             TaskState::Succeeded);
    QCOMPARE(digest(), before);
    QCOMPARE(statusOf(volume), u"available"_s);
}

void OpenStackVolumesTest::sendsNoRollbackToAnOlderSnapshot()
{
    const ResourceKey volume = makeVolume();
    const TaskProgress older = take(volume, u"older"_s);
    passASecond();
    QCOMPARE(take(volume, u"newer"_s).state, TaskState::Succeeded);
    const auto refused =
        answer(m_provider->request(RollBack{volume, keyOf(older), m_cloud->now()}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().effect, Effect::None);
    QCOMPARE(statusOf(volume), u"available"_s);
}

/// Sent, it would leave the volume in a state that only an administrator can end.
void OpenStackVolumesTest::sendsNoRollbackToASnapshotThatFailed()
{
    const ResourceKey volume = makeVolume();
    const RemoteTask broken = takeSpecially(volume, u"fault=snapshot"_s);
    TaskProgress failed = Real::ended(*m_provider, broken);
    failed.made = broken.made;
    QCOMPARE(failed.state, TaskState::Failed);
    const auto refused =
        answer(m_provider->request(RollBack{volume, keyOf(failed), m_cloud->now()}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().effect, Effect::None);
    QCOMPARE(statusOf(volume), u"available"_s);
}

void OpenStackVolumesTest::sendsNoRollbackOfAnAttachedVolume()
{
    const ResourceKey volume = makeVolume();
    const TaskProgress taken = take(volume, u"before"_s);
    const QString server = m_cloud->makeServer(m_prefix + u"-host"_s);
    QVERIFY(!server.isEmpty());
    const auto removeServer = qScopeGuard(
        [&] { static_cast<void>(m_cloud->run({u"server"_s, u"delete"_s, u"--wait"_s, server})); });
    static_cast<void>(m_cloud->run({u"server"_s, u"add"_s, u"volume"_s, server, volume.id.value}));
    const bool isAttached = QTest::qWaitFor(
        [&] {
            const auto seen = answer(m_provider->readResource(volume));
            return seen && seen->rawState == "in-use"_L1;
        },
        60'000);
    QVERIFY(isAttached);
    const auto refused =
        answer(m_provider->request(RollBack{volume, keyOf(taken), m_cloud->now()}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().effect, Effect::None);
    // A snapshot of it can be taken as it is.
    QCOMPARE(take(volume, u"in use"_s).state, TaskState::Succeeded);
}

void OpenStackVolumesTest::tellsWhyTheTakingFailed()
{
    const ResourceKey volume = makeVolume();
    const TaskProgress failed =
        Real::ended(*m_provider, takeSpecially(volume, u"fault=snapshot"_s));
    QCOMPARE(failed.state, TaskState::Failed);
    QVERIFY(failed.error.message.contains(u"failed to create"_s, Qt::CaseInsensitive));
}

void OpenStackVolumesTest::waitsForASlowCopy()
{
    const ResourceKey volume = makeVolume();
    const RemoteTask slow = takeSpecially(volume, u"delay=6"_s);
    const auto begun = answer(m_provider->follow({slow}));
    QVERIFY(begun && begun->size() == 1);
    QCOMPARE(begun->constFirst().state, TaskState::Running);
    QCOMPARE(Real::ended(*m_provider, slow).state, TaskState::Succeeded);
    const SnapshotKey key{volume.account, SnapshotKind::Volume, slow.made.value_or(SnapshotId())};
    QCOMPARE(answer(m_provider->readSnapshot(key)).value_or(Snapshot()).status,
             SnapshotStatus::Ready);
}

void OpenStackVolumesTest::makesAVolumeOfASnapshot()
{
    const TaskProgress taken = take(makeVolume(), u"before"_s);
    CreateVolume order;
    order.snapshot = keyOf(taken);
    order.name = m_prefix + u"-copy"_s;
    order.sizeBytes = qint64(2) << 30;
    order.marker = u"op-78"_s;
    order.notBefore = m_cloud->now();
    const TaskProgress made = carryOut(*m_provider, order);
    QCOMPARE(made.state, TaskState::Succeeded);
    const QJsonObject seen =
        m_cloud->object({u"volume"_s, u"show"_s, made.volume.value_or(ResourceId()).value});
    QCOMPARE(seen[u"name"].toString(), order.name);
    QCOMPARE(seen[u"size"].toInt(), 2);
    QCOMPARE(seen[u"snapshot_id"].toString(), order.snapshot.id.value);
}

void OpenStackVolumesTest::findsWhatItMadeByItsMarker()
{
    const ResourceKey volume = makeVolume();
    TakeSnapshot order;
    order.source = volume;
    order.name = u"twice"_s;
    order.marker = QUuid::createUuid().toString(QUuid::WithoutBraces);
    order.notBefore = m_cloud->now();
    auto finding = answer(m_provider->findEffect(order));
    QVERIFY(finding);
    QCOMPARE(finding->trace, Trace::NotFound);
    const TaskProgress taken = carryOut(*m_provider, order);
    // One of the same name that somebody else took is not ours.
    static_cast<void>(m_cloud->run(
        {u"volume"_s, u"snapshot"_s, u"create"_s, u"--volume"_s, volume.id.value, u"twice"_s}));
    finding = answer(m_provider->findEffect(order));
    QVERIFY(finding);
    QCOMPARE(finding->trace, Trace::Found);
    QCOMPARE(finding->task.made, taken.made);
}

/// With pages of two, where a service would give a thousand.
void OpenStackVolumesTest::readsALongListPageByPage()
{
    using Row = Providers::OpenStackVolumeSnapshot;
    const ResourceKey volume = makeVolume();
    QSet<QString> taken;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}) {
        taken.insert(keyOf(take(volume, name)).id.value);
    }
    QNetworkAccessManager network;
    SystemClock clock;
    const std::unique_ptr<Providers::OpenStackSession> session =
        m_cloud->makeSession(network, clock);
    const auto sites = answer(session->sites());
    QVERIFY(sites && !sites->isEmpty());
    const std::shared_ptr<const Providers::OpenStackSite> site = sites->constFirst();
    int pages = 0;
    const auto ask = [&](const QString &after) {
        ++pages;
        Net::HttpRequest request = Providers::OpenStackKind<Row>::page(*site, after);
        request.query.removeAllQueryItems(u"limit"_s);
        request.query.addQueryItem(u"limit"_s, u"2"_s);
        return request;
    };
    const auto rows = answer(Providers::OpenStackPages::fetch<Row>(*site->volume, ask, {}));
    QVERIFY(rows);
    QSet<QString> seen;
    for (const Row &row : *rows) {
        seen.insert(Providers::OpenStackKind<Row>::id(row));
    }
    QCOMPARE(seen.size(), rows->size());
    QVERIFY(seen.contains(taken));
    QVERIFY(pages >= 3);
}

void OpenStackVolumesTest::tellsALimitThatIsReached()
{
    const Real::Cloud admin(u"admin"_s);
    if (const QString why = admin.whyNot(); !why.isEmpty()) {
        QSKIP(qPrintable(why));
    }
    const ResourceKey volume = makeVolume();
    const auto resource = answer(m_provider->readResource(volume));
    QVERIFY(resource);
    const auto ofSnapshots = [&]() -> std::optional<Limit> {
        const QList<Limit> limits = answer(m_provider->listLimits()).value_or(QList<Limit>());
        for (const Limit &limit : limits) {
            if (limit.kind == SnapshotKind::Volume && limit.unit == Limit::Unit::Snapshots
                && limit.project == resource->project) {
                return limit;
            }
        }
        return std::nullopt;
    };
    const std::optional<Limit> before = ofSnapshots();
    QVERIFY(before && before->maximum);
    // Looked at afterwards: one that is not put back would fail every test that comes later.
    const auto setMaximum = [&](qint64 maximum) {
        bool isSet = false;
        for (int attempt = 0; attempt < 5 && !isSet; ++attempt) {
            static_cast<void>(admin.run({u"quota"_s, u"set"_s, u"--snapshots"_s,
                                         QString::number(maximum), resource->project.value}));
            const std::optional<Limit> now = ofSnapshots();
            isSet = now && now->maximum == maximum;
        }
        return isSet;
    };
    const auto putBack = qScopeGuard([&] { QVERIFY(setMaximum(before->maximum.value_or(0))); });
    QVERIFY(setMaximum(before->used));
    const std::optional<Limit> full = ofSnapshots();
    QVERIFY(full);
    QCOMPARE(full->maximum, std::optional(full->used));

    TakeSnapshot order;
    order.source = volume;
    order.name = u"too many"_s;
    order.notBefore = m_cloud->now();
    const auto refused = answer(m_provider->request(order));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::QuotaExceeded);
    QCOMPARE(refused.error().effect, Effect::None);
    QVERIFY(!refused.error().requestId.isEmpty());
}

void OpenStackVolumesTest::tellsThatAReaderMayNotTake()
{
    Real::Cloud reader(u"reader"_s);
    if (const QString why = reader.whyNot(); !why.isEmpty()) {
        QSKIP(qPrintable(why));
    }
    const ResourceKey volume = makeVolume();
    const std::unique_ptr<CloudProvider> provider = reader.makeProvider();
    const auto rows = answer(provider->listResources({}));
    QVERIFY(rows);
    QVERIFY(std::ranges::contains(*rows, volume, &Resource::key));
    TakeSnapshot order;
    order.source = volume;
    order.name = u"not allowed"_s;
    order.notBefore = m_cloud->now();
    const auto refused = answer(provider->request(order));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
    QCOMPARE(refused.error().effect, Effect::None);
    QVERIFY(!refused.error().message.isEmpty());
}

void OpenStackVolumesTest::tellsThatItsCredentialIsGone()
{
    const QJsonObject made =
        m_cloud->object({u"application"_s, u"credential"_s, u"create"_s, m_prefix});
    const QString id = made[u"id"].toString(made[u"ID"].toString());
    QVERIFY(!id.isEmpty());
    CredentialEntry entry;
    entry.form = Providers::OpenStackKey::byId;
    entry.values = {{Providers::OpenStackKey::id, Secret(id.toUtf8())},
                    {Providers::OpenStackKey::secret, Secret(made[u"secret"].toString().toUtf8())}};
    const std::unique_ptr<CloudProvider> provider =
        m_cloud->makeProvider(Providers::OpenStackForms::compose(entry));
    QVERIFY(answer(provider->listSnapshots({})));
    static_cast<void>(m_cloud->run({u"application"_s, u"credential"_s, u"delete"_s, id}));
    // The services take a token that they know for some minutes more; the login is refused at once.
    const auto refused = answer(provider->identify());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
}

QTEST_GUILESS_MAIN(OpenStackVolumesTest)
#include "openstackvolumestest.moc"
