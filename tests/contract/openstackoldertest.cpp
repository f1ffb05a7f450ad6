// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackerrors.h"
#include "providers/openstack/openstackfollower.h"
#include "providers/openstack/openstacksender.h"
#include "support/manualclock.h"
#include "support/openstackcloud.h"
#include "support/testenvironment.h"

#include <QNetworkAccessManager>
#include <QTest>

#include <memory>
#include <vector>

using namespace Domain;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::OpenStackCloud;

namespace {

/// A project of the simulated cloud, spoken to in the lowest versions, as with a cloud that is old
/// or tells of no others.
class OlderSite
{
public:
    explicit OlderSite(OpenStackCloud &openstack)
    {
        const auto auth = std::make_shared<Net::TokenAuth>("X-Auth-Token");
        const bool isKept = auth->replace(Secret(openstack.token()));
        Q_ASSERT(isKept);
        const auto client = [&](const QString &path) {
            Net::HttpClientOptions options;
            options.baseUrl = openstack.root().resolved(QUrl(path));
            options.auth = auth;
            options.readError = Providers::OpenStackErrors::read;
            m_clients.push_back(std::make_unique<Net::HttpClient>(options, m_network, m_clock));
            return m_clients.back().get();
        };
        Providers::OpenStackSite site;
        site.project = {openstack.projectId()};
        site.region = {u"fra"_s};
        site.volume = client(u"/volume/v3/"_s + openstack.projectId());
        site.compute = client(u"/compute/v2.1"_s);
        site.image = client(u"/image/v2"_s);
        m_sites = {std::make_shared<const Providers::OpenStackSite>(site)};
    }

    template <class T>
    [[nodiscard]] static Result<T> answer(const QFuture<Result<T>> &future)
    {
        const bool isOver = QTest::qWaitFor([&] { return future.isFinished(); }, 20'000);
        return isOver && future.resultCount() == 1
            ? future.result()
            : failure(ErrorKind::Unknown, u"the future never settled"_s);
    }
    [[nodiscard]] Result<Accepted> send(const Request &request)
    {
        return answer(m_sender.send(request));
    }
    [[nodiscard]] TaskState follow(const RemoteTask &task)
    {
        const auto told = answer(m_follower.follow({task}));
        return told && told->size() == 1 ? told->constFirst().state : TaskState::CanNotTell;
    }

private:
    [[nodiscard]] Providers::OpenStackAtlas::Answer sites() const
    {
        return settled<Providers::OpenStackSites>(m_sites);
    }

    QObject m_context;
    QNetworkAccessManager m_network;
    Support::ManualClock m_clock;
    std::vector<std::unique_ptr<Net::HttpClient>> m_clients;
    Providers::OpenStackSites m_sites;
    Providers::OpenStackAtlas m_atlas{{[this] { return sites(); },
                                       [this] {
                                           return sites();
                                       }}};
    Providers::OpenStackObjects m_objects{m_atlas, &m_context};
    Providers::OpenStackSender m_sender{m_atlas, m_objects, &m_context};
    Providers::OpenStackFollower m_follower{m_atlas, m_objects, m_clock, &m_context};
};

ResourceKey keyOf(OpenStackCloud &openstack, const QString &list, const QString &name)
{
    const auto kind = list == "servers"_L1 ? ResourceKind::Server : ResourceKind::Volume;
    return {{u"a"_s}, kind, {openstack.id(list, name)}};
}

SnapshotKey copyOf(OpenStackCloud &openstack, const QString &list, const QString &name)
{
    const auto kind = list == "images"_L1 ? SnapshotKind::Server : SnapshotKind::Volume;
    return {{u"a"_s}, kind, {openstack.id(list, name)}};
}

TakeSnapshot takeOf(const ResourceKey &source)
{
    TakeSnapshot take;
    take.source = source;
    take.name = u"older"_s;
    take.marker = u"m1"_s;
    return take;
}

} // namespace

/// What is sent to services that speak their lowest versions alone, and what is made of their
/// answers.
class OpenStackOlderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cloud = std::make_unique<OpenStackCloud>();
        m_site = std::make_unique<OlderSite>(*m_cloud);
    }
    void cleanup()
    {
        m_site.reset();
        m_cloud.reset();
    }

    void findsTheImageByItsAddress();
    void findsTheImageOfAVolumeBackedServer();
    void leavesTheNetworkToTheCloud();
    void forcesASnapshotOfAVolumeInUse();
    void setsNoVolumeBack();

private:
    Support::TestEnvironment m_environment;
    std::unique_ptr<OpenStackCloud> m_cloud;
    std::unique_ptr<OlderSite> m_site;
};

void OpenStackOlderTest::findsTheImageByItsAddress()
{
    const auto accepted = m_site->send(takeOf(keyOf(*m_cloud, u"servers"_s, u"web-1"_s)));
    QVERIFY(accepted);
    QCOMPARE(accepted->task.made.value_or(SnapshotId()).value,
             m_cloud->id(u"images"_s, u"older"_s));
    QCOMPARE(m_site->follow(accepted->task), TaskState::Running);
    m_cloud->settle();
    QCOMPARE(m_site->follow(accepted->task), TaskState::Succeeded);
}

void OpenStackOlderTest::findsTheImageOfAVolumeBackedServer()
{
    const auto accepted = m_site->send(takeOf(keyOf(*m_cloud, u"servers"_s, u"mail"_s)));
    QVERIFY(accepted);
    QCOMPARE(accepted->task.made.value_or(SnapshotId()).value,
             m_cloud->id(u"images"_s, u"older"_s));
    m_cloud->settle();
    QCOMPARE(m_site->follow(accepted->task), TaskState::Succeeded);
}

void OpenStackOlderTest::leavesTheNetworkToTheCloud()
{
    CreateServer create;
    create.snapshot = copyOf(*m_cloud, u"images"_s, u"web-1 golden"_s);
    create.name = u"older"_s;
    create.type = {m_cloud->flavorId()};
    const auto accepted = m_site->send(create);
    QVERIFY(accepted);
    m_cloud->settle();
    QCOMPARE(m_cloud->status(u"servers"_s, u"older"_s), u"ACTIVE"_s);
    QVERIFY(!m_cloud->named(u"servers"_s, u"older"_s).value("addresses"_L1).toObject().isEmpty());
}

void OpenStackOlderTest::forcesASnapshotOfAVolumeInUse()
{
    const QString name = u"db-1-data"_s;
    QCOMPARE(m_cloud->status(u"volumes"_s, name), u"in-use"_s);
    const auto accepted = m_site->send(takeOf(keyOf(*m_cloud, u"volumes"_s, name)));
    QVERIFY(accepted);
    m_cloud->settle();
    QCOMPARE(m_site->follow(accepted->task), TaskState::Succeeded);
}

void OpenStackOlderTest::setsNoVolumeBack()
{
    RollBack rollback;
    rollback.target = keyOf(*m_cloud, u"volumes"_s, u"web-assets"_s);
    rollback.snapshot = copyOf(*m_cloud, u"snapshots"_s, u"cache warm"_s);
    const auto refused = m_site->send(rollback);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
    QCOMPARE(m_cloud->status(u"volumes"_s, u"web-assets"_s), u"available"_s);
}

QTEST_GUILESS_MAIN(OpenStackOlderTest)
#include "openstackoldertest.moc"
