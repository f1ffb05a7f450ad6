// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "leapingtime.h"
#include "operations/operationrunner.h"
#include "operations/planner.h"
#include "providers/providerregistry.h"
#include "support/faultproxy.h"
#include "support/raffcloud.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace Faults {

using namespace Qt::StringLiterals;

/// A rollback with a safety snapshot, through the real provider and the real network code, at a
/// simulated cloud.
class RollbackRig
{
public:
    explicit RollbackRig(const QStringList &variants = {})
        : cloud(Support::RaffCloud::options(variants))
        , proxy(cloud.cloud().baseUrl())
        , clock(cloud.cloud().options().startTime)
        , runner([this](const Domain::AccountId &) { return provider.get(); }, clock)
        , ended(&runner, &Operations::OperationRunner::ended)
    {
        Domain::Account account;
        account.id = {u"account"_s};
        account.provider = u"raff"_s;
        account.baseUrl = proxy.url();
        provider = Providers::makeProvider(
            {account, Domain::Secret(cloud.cloud().options().token.toUtf8()), cable, clock});
    }

    /// The plan as the window makes it, from what the provider lists.
    [[nodiscard]] Domain::Result<Domain::Operation> plan(const QString &server,
                                                         const QString &snapshot)
    {
        const auto resources = await(provider->listResources({}));
        const auto snapshots = await(provider->listSnapshots({}));
        const auto target = std::ranges::find(*resources, server, &Domain::Resource::name);
        const auto from = std::ranges::find(*snapshots, snapshot, &Domain::Snapshot::name);
        m_path = u"/vms/"_s + target->key.id.value;
        m_restorePath = u"/api/v1/snapshots/%1/restore"_s.arg(from->key.id.value);
        m_snapshot = snapshot;
        return Operations::planRollBack({*target, *from, Operations::SafetyOrder{safetyName(), {}}},
                                        provider->capabilities(), {{u"op"_s}, clock.now()});
    }

    /// Runs it to its end, and on until nobody waits for anything.
    [[nodiscard]] Domain::Operation run(const Domain::Operation &operation)
    {
        QEventLoop loop;
        QObject::connect(&runner, &Operations::OperationRunner::ended, &loop,
                         [this, &loop] { m_time.quitAtRest(loop); });
        QTimer::singleShot(0, &loop, [&] { runner.start(operation); });
        m_time.pass(loop);
        return *runner.find(operation.id);
    }

    template <class T>
    [[nodiscard]] Domain::Result<T> await(const QFuture<Domain::Result<T>> &future)
    {
        QEventLoop loop;
        QFuture(future).then(&loop, [&loop](const Domain::Result<T> &) { loop.quit(); });
        m_time.pass(loop);
        return future.result();
    }

    [[nodiscard]] static QString safetyName() { return u"before the rollback"_s; }

    /// Of the server at the cloud, once what goes on there has had its time.
    [[nodiscard]] QString serverState()
    {
        cloud.cloud().skipTime(std::chrono::hours(1));
        return cloud.http().get(m_path).object(u"data"_s).value(u"status"_s).toString();
    }
    /// How many snapshots of that name the cloud has.
    [[nodiscard]] int safetySnapshots()
    {
        int count = 0;
        const QJsonArray all = cloud.all(u"/snapshots"_s);
        for (const QJsonValueConstRef snapshot : all) {
            count += snapshot[u"name"_s] == safetyName() ? 1 : 0;
        }
        return count;
    }
    [[nodiscard]] bool isRestored()
    {
        return cloud.status(u"snapshots"_s, m_snapshot) == "active"_L1;
    }
    /// Asked of the cloud, refused or not.
    [[nodiscard]] int restores() { return cloud.cloud().requestsServed("POST", m_restorePath); }
    [[nodiscard]] int posts(const QString &action)
    {
        return cloud.cloud().requestsServed("POST", u"/api/v1"_s + m_path + u'/' + action);
    }

    Support::RaffCloud cloud;
    Support::FaultProxy proxy;
    Support::ManualClock clock;
    Support::Cable cable;
    std::unique_ptr<Domain::CloudProvider> provider;
    Operations::OperationRunner runner;
    QSignalSpy ended;

private:
    LeapingTime m_time{clock, cloud.cloud(), cable};
    QString m_snapshot;
    QString m_path;
    QString m_restorePath;
};

} // namespace Faults
