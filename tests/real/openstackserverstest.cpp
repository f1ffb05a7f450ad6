// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "realcloud.h"
#include "support/testenvironment.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using namespace Domain;
using Real::answer;
using Real::carryOut;

/// Servers and the images made of them, on real services.
class OpenStackServersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void takesAnImageThatTheRealClientSees();
    void rebuildsAServerFromItsImage();
    void tellsAnImageThatDisappeared();
    void makesAServerOfAnImage();
    void switchesAServerOffAndOn();
    void protectsAnImage();

private:
    [[nodiscard]] ResourceKey makeServer(const QStringList &properties = {})
    {
        const QString name = u"%1-%2"_s.arg(m_prefix).arg(m_count++);
        return {{u"real"_s}, ResourceKind::Server, {m_cloud->makeServer(name, properties)}};
    }

    [[nodiscard]] TaskProgress take(const ResourceKey &server, const QString &name)
    {
        TakeSnapshot order;
        order.source = server;
        order.name = m_prefix + u' ' + name;
        order.marker = u"op-79"_s;
        order.notBefore = m_cloud->now();
        return carryOut(*m_provider, order);
    }

    [[nodiscard]] static SnapshotKey keyOf(const TaskProgress &made)
    {
        return {{u"real"_s}, SnapshotKind::Server, made.made.value_or(SnapshotId())};
    }

    void removeAll(const QString &kind) const
    {
        QStringList ids;
        const QJsonArray all = m_cloud->list({kind, u"list"_s});
        for (const auto &one : all) {
            if (one[u"Name"].toString().startsWith(m_prefix)) {
                ids.append(one[u"ID"].toString());
            }
        }
        if (!ids.isEmpty()) {
            static_cast<void>(m_cloud->run(QStringList{kind, u"delete"_s} + ids));
        }
    }

    [[nodiscard]] QString statusOf(const ResourceKey &server) const
    {
        return m_cloud->object({u"server"_s, u"show"_s, server.id.value})[u"status"].toString();
    }

    Support::TestEnvironment m_environment;
    std::unique_ptr<Real::Cloud> m_cloud;
    std::unique_ptr<CloudProvider> m_provider;
    QString m_prefix = u"snapdeck-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
    int m_count = 0;
};

void OpenStackServersTest::initTestCase()
{
    m_cloud = std::make_unique<Real::Cloud>();
    if (const QString why = m_cloud->whyNot(); !why.isEmpty()) {
        QSKIP(qPrintable(why));
    }
    m_provider = m_cloud->makeProvider();
}

void OpenStackServersTest::cleanup()
{
    removeAll(u"server"_s);
    removeAll(u"image"_s);
}

void OpenStackServersTest::takesAnImageThatTheRealClientSees()
{
    const ResourceKey server = makeServer();
    const TaskProgress taken = take(server, u"nightly"_s);
    QCOMPARE(taken.state, TaskState::Succeeded);
    const QString id = keyOf(taken).id.value;
    const QJsonObject seen = m_cloud->object({u"image"_s, u"show"_s, id});
    QCOMPARE(seen[u"name"].toString(), m_prefix + u" nightly"_s);
    QCOMPARE(seen[u"status"].toString(), u"active"_s);
    const auto row = answer(m_provider->readSnapshot(keyOf(taken)));
    QVERIFY(row);
    QCOMPARE(row->status, SnapshotStatus::Ready);
    QCOMPARE(row->source, std::optional(server));

    QCOMPARE(carryOut(*m_provider, RenameSnapshot{keyOf(taken), m_prefix + u" weekly"_s}).state,
             TaskState::Succeeded);
    QCOMPARE(m_cloud->object({u"image"_s, u"show"_s, id})[u"name"].toString(),
             m_prefix + u" weekly"_s);
    QCOMPARE(carryOut(*m_provider, RemoveSnapshot{keyOf(taken)}).state, TaskState::Succeeded);
    QCOMPARE(answer(m_provider->readSnapshot(keyOf(taken))).error_or(Error()).kind,
             ErrorKind::NotFound);
}

void OpenStackServersTest::rebuildsAServerFromItsImage()
{
    const ResourceKey server = makeServer();
    const TaskProgress taken = take(server, u"before"_s);
    QCOMPARE(taken.state, TaskState::Succeeded);
    RollBack order{server, keyOf(taken), m_cloud->now()};
    QCOMPARE(carryOut(*m_provider, order).state, TaskState::Succeeded);
    const QJsonObject seen = m_cloud->object({u"server"_s, u"show"_s, server.id.value});
    QCOMPARE(seen[u"status"].toString(), u"ACTIVE"_s);
    QVERIFY(seen[u"image"].toString().contains(keyOf(taken).id.value));
}

/// The service removes an image that it could not make, and says nothing more.
void OpenStackServersTest::tellsAnImageThatDisappeared()
{
    const ResourceKey server = makeServer({u"fault=snapshot"_s});
    const TaskProgress failed = take(server, u"broken"_s);
    QCOMPARE(failed.state, TaskState::Failed);
    QVERIFY(!failed.error.message.isEmpty());
    QCOMPARE(statusOf(server), u"ACTIVE"_s);
}

void OpenStackServersTest::makesAServerOfAnImage()
{
    const TaskProgress taken = take(makeServer(), u"before"_s);
    const auto types = answer(m_provider->listServerTypes());
    QVERIFY(types && !types->isEmpty());
    const auto image = answer(m_provider->readSnapshot(keyOf(taken)));
    QVERIFY(image);
    CreateServer order;
    order.snapshot = keyOf(taken);
    order.name = m_prefix + u"-copy"_s;
    order.type = types->constFirst().id;
    order.location = image->location;
    order.project = image->project;
    order.marker = u"op-80"_s;
    order.notBefore = m_cloud->now();
    const auto accepted = answer(m_provider->request(order));
    if (!accepted) {
        // Without a network service the cloud can't give it one.
        QVERIFY(accepted.error().effect == Effect::None);
        QVERIFY(!accepted.error().message.isEmpty());
        return;
    }
    QVERIFY(accepted->task.server);
    QCOMPARE(Real::ended(*m_provider, accepted->task).state, TaskState::Succeeded);
}

void OpenStackServersTest::switchesAServerOffAndOn()
{
    const ResourceKey server = makeServer();
    QCOMPARE(carryOut(*m_provider, SetPower{server, PowerAction::ShutDown}).state,
             TaskState::Succeeded);
    QCOMPARE(statusOf(server), u"SHUTOFF"_s);
    QCOMPARE(carryOut(*m_provider, SetPower{server, PowerAction::Start}).state,
             TaskState::Succeeded);
    QCOMPARE(statusOf(server), u"ACTIVE"_s);
}

void OpenStackServersTest::protectsAnImage()
{
    const TaskProgress taken = take(makeServer(), u"kept"_s);
    QCOMPARE(carryOut(*m_provider, ProtectSnapshot{keyOf(taken), Protection::On}).state,
             TaskState::Succeeded);
    const auto refused = answer(m_provider->request(RemoveSnapshot{keyOf(taken)}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Protected);
    QCOMPARE(carryOut(*m_provider, ProtectSnapshot{keyOf(taken), Protection::Off}).state,
             TaskState::Succeeded);
}

QTEST_GUILESS_MAIN(OpenStackServersTest)
#include "openstackserverstest.moc"
