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

AccountId deskAccount()
{
    return {u"a"_s};
}

ResourceKey volumeKey()
{
    return {deskAccount(), ResourceKind::Volume, {u"v1"_s}};
}

/// As some providers tell it: with its source's id, and no name of it.
Snapshot unnamedSource()
{
    Snapshot snapshot;
    snapshot.key = {deskAccount(), SnapshotKind::Volume, {u"1"_s}};
    snapshot.name = u"nightly"_s;
    snapshot.status = SnapshotStatus::Ready;
    snapshot.source = volumeKey();
    return snapshot;
}

Resource volume()
{
    Resource resource;
    resource.key = volumeKey();
    resource.name = u"db-data"_s;
    return resource;
}

} // namespace

/// What the desk adds to an order before it is carried out.
class OperationsDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_provider = std::make_unique<Support::FakeProvider>();
        m_provider->rules.volume.canRemove = true;
        m_inventory = std::make_unique<Inventory::Inventory>(m_clock);
        Account account;
        account.id = deskAccount();
        account.name = u"shop"_s;
        m_inventory->setAccount(account, *m_provider);
    }
    void cleanup()
    {
        m_inventory.reset();
        m_provider.reset();
    }

    void aRemovalIsRememberedWithTheNameOfItsSource()
    {
        QVERIFY(load({volume()}));
        QCOMPARE(removed().resourceName, u"db-data"_s);
    }

    void aSourceThatIsGoneHasNoName()
    {
        QVERIFY(load({}));
        const Operation operation = removed();
        QCOMPARE(operation.kind, OperationKind::Remove);
        QCOMPARE(operation.resource, std::optional(volumeKey()));
        QCOMPARE(operation.resourceName, QString());
    }

private:
    [[nodiscard]] bool load(const QList<Resource> &resources)
    {
        m_inventory->refreshAll();
        return QTest::qWaitFor([&] {
            answer(m_provider->identities, Identity());
            answer(m_provider->locationLists, QList<Location>());
            answer(m_provider->projectLists, QList<Project>());
            answer(m_provider->resourceLists, resources);
            answer(m_provider->priceLists, PriceList());
            answer(m_provider->snapshotLists, QList{unnamedSource()});
            m_clock.advance(std::chrono::milliseconds(100));
            return m_inventory->find(deskAccount())->freshness == Inventory::Freshness::Fresh;
        });
    }

    /// The removal as the runner has it.
    [[nodiscard]] Operation removed()
    {
        Items::OperationsModel operations;
        Items::SnapshotModel snapshots(m_clock);
        Operations::OperationRunner runner(
            [this](const AccountId &account) { return m_inventory->provider(account); }, m_clock);
        App::OperationsDesk desk(*m_inventory, runner, operations, snapshots, m_clock);
        desk.remove({unnamedSource().key});
        return runner.operations().isEmpty() ? Operation() : runner.operations().constFirst();
    }

    template <class Calls, class Value>
    static void answer(Calls &calls, const Value &value)
    {
        if (!calls.empty() && calls.back().isOpen()) {
            calls.back().answer(value);
        }
    }

    Support::TestEnvironment m_environment;
    Support::ManualClock m_clock{QDateTime({2026, 11, 20}, {14, 5}, QTimeZone::UTC)};
    std::unique_ptr<Support::FakeProvider> m_provider;
    std::unique_ptr<Inventory::Inventory> m_inventory;
};

QTEST_GUILESS_MAIN(OperationsDeskTest)
#include "operationsdesktest.moc"
