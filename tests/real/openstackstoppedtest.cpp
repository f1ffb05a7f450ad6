// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/operationrunner.h"
#include "operations/patience.h"
#include "operations/planner.h"
#include "realcloud.h"
#include "service.h"
#include "support/testenvironment.h"

#include <QSignalSpy>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace Domain;
using Operations::OperationRunner;
using Real::answer;
using Real::Service;

/// A service of a real cloud is stopped while something goes on, and started again.
class OpenStackStoppedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aTakingOutlastsTheServiceThatCopies();
    void aTakingOutlastsTheServiceThatIsAsked();
    void nothingIsTakenOfWhatCanNotBeAsked();
    void aCopyThatBrokeOffEndsAsTheServiceSays();
    void cleanupTestCase();

private:
    [[nodiscard]] OperationId start(OperationRunner &runner, const ResourceKey &source,
                                    const QString &name) const;
    /// "succeeded" or "failed"; another word where it has not ended once.
    [[nodiscard]] static QString endOf(OperationRunner &runner, const QSignalSpy &ended,
                                       const OperationId &id);
    [[nodiscard]] static bool isAccepted(const OperationRunner &runner, const OperationId &id);
    /// How the real client tells the statuses of what is named so: "available".
    [[nodiscard]] QString seen(const QStringList &list, const QString &name) const;
    [[nodiscard]] bool isBack() const;

    Support::TestEnvironment m_environment;
    std::unique_ptr<Real::Cloud> m_cloud;
    std::unique_ptr<CloudProvider> m_provider;
    SystemClock m_clock;
    const QString m_prefix = u"snapdeck-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
    const QStringList m_copies{u"volume"_s, u"snapshot"_s, u"list"_s};
    const QStringList m_images{u"image"_s, u"list"_s, u"--private"_s};
    ResourceKey m_volume;
    ResourceKey m_server; ///< its snapshots take some seconds
};

void OpenStackStoppedTest::initTestCase()
{
    m_cloud = std::make_unique<Real::Cloud>();
    if (const QString why = m_cloud->whyNot(); !why.isEmpty()) {
        QSKIP(qPrintable(why));
    }
    if (const QString why = Service::whyNot(); !why.isEmpty()) {
        QSKIP(qPrintable(why));
    }
    m_provider = m_cloud->makeProvider();
    m_volume = {{u"real"_s}, ResourceKind::Volume, {m_cloud->makeVolume(m_prefix + u"-volume"_s)}};
    m_server = {{u"real"_s},
                ResourceKind::Server,
                {m_cloud->makeServer(m_prefix + u"-server"_s, {u"delay=4"_s})}};
    QVERIFY(answer(m_provider->readResource(m_volume)));
    QVERIFY(answer(m_provider->readResource(m_server)));
}

/// It was accepted and nobody works on it; it goes on, or fails, when somebody does.
void OpenStackStoppedTest::aTakingOutlastsTheServiceThatCopies()
{
    const QString name = m_prefix + u"-a"_s;
    OperationRunner runner([this](const AccountId &) { return m_provider.get(); }, m_clock);
    const QSignalSpy ended(&runner, &OperationRunner::ended);
    Service copier(u"cinder-volume"_s);
    QVERIFY(copier.stop());
    const OperationId id = start(runner, m_volume, name);
    QVERIFY(QTest::qWaitFor([&] { return isAccepted(runner, id); }, 30'000));
    QCOMPARE(seen(m_copies, name), u"creating"_s);
    QVERIFY(runner.hasRunning());
    QVERIFY(copier.start());
    const QString end = endOf(runner, ended, id);
    QCOMPARE(seen(m_copies, name), end == "succeeded"_L1 ? u"available"_s : u"error"_s);
    QVERIFY2(end == "succeeded"_L1 || end == "failed"_L1, qPrintable(end));
}

/// A lost service is waited out, and told from one that has nothing.
void OpenStackStoppedTest::aTakingOutlastsTheServiceThatIsAsked()
{
    const QString name = m_prefix + u"-b"_s;
    OperationRunner runner([this](const AccountId &) { return m_provider.get(); }, m_clock);
    const QSignalSpy ended(&runner, &OperationRunner::ended);
    const OperationId id = start(runner, m_server, name);
    QVERIFY(QTest::qWaitFor([&] { return isAccepted(runner, id); }, 30'000));
    Service api(u"nova-api"_s);
    QVERIFY(api.stop());
    const Result<QList<Resource>> rows = answer(m_provider->listResources({}));
    QVERIFY(!rows);
    QVERIFY2(Operations::isUnreachable(rows.error().kind), qPrintable(rows.error().message));
    QVERIFY(QTest::qWaitFor([&] { return runner.find(id)->hold == Hold::Network; }, 30'000));
    QVERIFY(api.start());
    QCOMPARE(endOf(runner, ended, id), u"succeeded"_s);
    QCOMPARE(seen(m_images, name), u"active"_s);
    QVERIFY(isBack());
}

void OpenStackStoppedTest::nothingIsTakenOfWhatCanNotBeAsked()
{
    const QString name = m_prefix + u"-c"_s;
    OperationRunner runner([this](const AccountId &) { return m_provider.get(); }, m_clock);
    const QSignalSpy ended(&runner, &OperationRunner::ended);
    const auto before = answer(m_provider->readResource(m_volume));
    QVERIFY(before);
    Service api(u"cinder-api"_s);
    QVERIFY(api.stop());
    const Result<QList<Snapshot>> rows = answer(m_provider->listSnapshots({}));
    QVERIFY(!rows);
    QVERIFY2(Operations::isUnreachable(rows.error().kind), qPrintable(rows.error().message));
    const auto plan =
        Operations::planTake({*before, name}, m_provider->capabilities(), {{name}, m_clock.now()});
    QVERIFY(plan);
    runner.start(*plan);
    QCOMPARE(endOf(runner, ended, {name}), u"failed"_s);
    QCOMPARE(runner.find({name})->error.effect, Effect::None);
    QVERIFY(Operations::isUnreachable(runner.find({name})->error.kind));
    QVERIFY(api.start());
    QVERIFY(isBack());
    QCOMPARE(seen(m_copies, name), QString());
}

/// Who copied is gone in the middle, and so is the copy; who comes after says so.
void OpenStackStoppedTest::aCopyThatBrokeOffEndsAsTheServiceSays()
{
    const QString name = m_prefix + u"-d"_s;
    TakeSnapshot order;
    order.source = m_volume;
    order.name = name;
    order.notBefore = m_cloud->now();
    const QJsonObject made =
        m_cloud->object({u"volume"_s, u"snapshot"_s, u"create"_s, u"--volume"_s, m_volume.id.value,
                         u"--property"_s, u"delay=20"_s, name});
    const RemoteTask task{{}, order, SnapshotId{made[u"id"].toString()}};
    const auto begun = answer(m_provider->follow({task}));
    QVERIFY(begun && begun->size() == 1);
    QCOMPARE(begun->constFirst().state, TaskState::Running);
    QVERIFY(Service(u"cinder-volume"_s).stop(Service::End::Crash));
    const TaskProgress end = Real::ended(*m_provider, task);
    QCOMPARE(end.state, TaskState::Failed);
    QCOMPARE(seen(m_copies, name), u"error"_s);
}

void OpenStackStoppedTest::cleanupTestCase()
{
    if (!m_provider) {
        return;
    }
    static_cast<void>(m_cloud->run({u"server"_s, u"delete"_s, m_server.id.value}));
    const QJsonArray images = m_cloud->list(m_images);
    for (const auto &image : images) {
        if (image[u"Name"].toString().startsWith(m_prefix)) {
            static_cast<void>(m_cloud->run({u"image"_s, u"delete"_s, image[u"ID"].toString()}));
        }
    }
    static_cast<void>(m_cloud->run({u"volume"_s, u"delete"_s, u"--purge"_s, m_volume.id.value}));
}

OperationId OpenStackStoppedTest::start(OperationRunner &runner, const ResourceKey &source,
                                        const QString &name) const
{
    const auto resource = answer(m_provider->readResource(source));
    const auto plan = resource.and_then([&](const Resource &row) {
        return Operations::planTake({row, name}, m_provider->capabilities(),
                                    {{name}, m_clock.now()});
    });
    if (plan) {
        runner.start(*plan);
    }
    return {name};
}

QString OpenStackStoppedTest::endOf(OperationRunner &runner, const QSignalSpy &ended,
                                    const OperationId &id)
{
    const Operation *operation = runner.find(id);
    if (!operation || !QTest::qWaitFor([&] { return !runner.hasRunning(); }, 120'000)
        || ended.size() != 1) {
        return u"ended %1 times"_s.arg(ended.size());
    }
    operation = runner.find(id);
    switch (operation->state) {
    case OperationState::Succeeded:
        return u"succeeded"_s;
    case OperationState::Failed:
        return u"failed"_s;
    case OperationState::Waiting:
    case OperationState::Running:
    case OperationState::Cancelled:
    case OperationState::NeedsAnswer:
        break;
    }
    return u"state %1: %2"_s.arg(int(operation->state)).arg(operation->error.message);
}

bool OpenStackStoppedTest::isAccepted(const OperationRunner &runner, const OperationId &id)
{
    const Operation *operation = runner.find(id);
    return operation && !operation->steps.isEmpty() && operation->steps.constFirst().task;
}

QString OpenStackStoppedTest::seen(const QStringList &list, const QString &name) const
{
    QStringList statuses;
    const QJsonArray rows = m_cloud->list(list);
    for (const auto &row : rows) {
        if (row[u"Name"].toString() == name) {
            statuses.append(row[u"Status"].toString());
        }
    }
    return statuses.join(u' ');
}

bool OpenStackStoppedTest::isBack() const
{
    return QTest::qWaitFor(
        [this] {
            return answer(m_provider->listResources({})) && answer(m_provider->listSnapshots({}));
        },
        60'000);
}

QTEST_GUILESS_MAIN(OpenStackStoppedTest)
#include "openstackstoppedtest.moc"
