// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/operationsdesk.h"
#include "inventory/inventory.h"
#include "items/operationsmodel.h"
#include "items/snapshotmodel.h"
#include "operations/operationrunner.h"
#include "support/fakeprovider.h"
#include "support/manualclock.h"
#include "support/testenvironment.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace Domain;

namespace {

constexpr qint64 gibibyte = qint64(1) << 30;

AccountId accountId()
{
    return {u"a"_s};
}

Snapshot nightly()
{
    Snapshot snapshot;
    snapshot.key = {accountId(), SnapshotKind::Volume, {u"1"_s}};
    snapshot.name = u"nightly"_s;
    snapshot.status = SnapshotStatus::Ready;
    snapshot.diskBytes = 30 * gibibyte;
    snapshot.project = {u"blog"_s};
    return snapshot;
}

/// The desk between an inventory with one snapshot of a volume and the runner.
class Desk
{
public:
    enum class Volumes { Made, NotMade };

    explicit Desk(Volumes volumes = Volumes::Made)
    {
        provider.rules.createVolume.isPossible = volumes == Volumes::Made;
        Account account;
        account.id = accountId();
        account.name = u"shop"_s;
        inventory.setAccount(account, provider);
    }

    [[nodiscard]] bool load(const QList<Snapshot> &listed)
    {
        inventory.refreshAll();
        return QTest::qWaitFor([this, &listed] {
            answer(provider.identities, Identity());
            answer(provider.locationLists, QList<Location>());
            answer(provider.projectLists, QList<Project>());
            answer(provider.resourceLists, QList<Resource>());
            answer(provider.priceLists, PriceList());
            answer(provider.snapshotLists, listed);
            clock.advance(std::chrono::milliseconds(100));
            return inventory.find(accountId())->freshness == Inventory::Freshness::Fresh;
        });
    }

    void order(const Snapshot &snapshot)
    {
        Operations::CreateVolumeOrder order;
        order.snapshot = snapshot;
        order.name = u"copy"_s;
        desk.createVolume(order);
    }

    [[nodiscard]] const Operation *shown() const
    {
        return operations.rowCount() == 0 ? nullptr : operations.operation(operations.index(0, 0));
    }

    Support::ManualClock clock{QDateTime({2026, 11, 20}, {14, 5}, QTimeZone::UTC)};
    Support::FakeProvider provider;
    Inventory::Inventory inventory{clock};
    Items::OperationsModel operations;
    Items::SnapshotModel snapshots{clock};
    Operations::OperationRunner runner{
        [this](const AccountId &account) { return inventory.provider(account); }, clock};
    App::OperationsDesk desk{inventory, runner, operations, snapshots, clock};

private:
    template <class Calls, class Value>
    static void answer(Calls &calls, const Value &value)
    {
        if (!calls.empty() && calls.back().isOpen()) {
            calls.back().answer(value);
        }
    }
};

} // namespace

/// From the order of a new volume to its request, and to the lists that it is to be seen in.
class NewVolumeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOrderedOfTheSnapshotAsItIsNow()
    {
        Desk desk;
        QVERIFY(desk.load({nightly()}));
        Snapshot old = nightly();
        old.project = {u"elsewhere"_s};
        desk.order(old);
        QTRY_COMPARE(desk.provider.requests.size(), size_t(1));
        const auto *request = std::get_if<CreateVolume>(&desk.provider.requests.back().argument);
        QVERIFY(request);
        QCOMPARE(request->name, u"copy"_s);
        QCOMPARE(request->project, ProjectId{u"blog"_s});
        QVERIFY(!request->marker.isEmpty());
    }

    void isLookedForAsSoonAsItIsKnownAndOnce()
    {
        Desk desk;
        QVERIFY(desk.load({nightly()}));
        desk.order(nightly());
        QTRY_COMPARE(desk.provider.requests.size(), size_t(1));
        const size_t before = desk.provider.resourceLists.size();
        Accepted accepted;
        accepted.task.request = desk.provider.requests.back().argument;
        accepted.task.volume = ResourceId{u"99"_s};
        desk.provider.requests.back().answer(std::move(accepted));
        QTRY_COMPARE(desk.provider.resourceLists.size(), before + 1);
        QCOMPARE(desk.shown()->resource,
                 (ResourceKey{accountId(), ResourceKind::Volume, {u"99"_s}}));
    }

    void isRefusedWhereTheSnapshotHasGone()
    {
        Desk desk;
        QVERIFY(desk.load({}));
        desk.order(nightly());
        QVERIFY(desk.shown());
        QCOMPARE(desk.shown()->kind, OperationKind::CreateVolume);
        QCOMPARE(desk.shown()->state, OperationState::Failed);
        QCOMPARE(desk.shown()->error.kind, ErrorKind::NotFound);
        QCOMPARE(desk.shown()->resourceName, u"copy"_s);
        QVERIFY(desk.provider.requests.empty());
    }

    void isRefusedWhereTheProviderMakesNone()
    {
        Desk desk(Desk::Volumes::NotMade);
        QVERIFY(desk.load({nightly()}));
        desk.order(nightly());
        QVERIFY(desk.shown());
        QCOMPARE(desk.shown()->error.kind, ErrorKind::Unsupported);
        QVERIFY(desk.provider.requests.empty());
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(NewVolumeTest)
#include "newvolumetest.moc"
