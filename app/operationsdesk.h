// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"
#include "operations/planner.h"
#include "operations/takeintent.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>
#include <functional>

namespace Domain {
class Clock;
}
namespace Inventory {
class Inventory;
}
namespace Items {
class OperationsModel;
class SnapshotModel;
} // namespace Items
namespace Operations {
class OperationRunner;
}

namespace App {

/// Turns what the person asked for into plans, hands them to the runner, and carries the runner's
/// news to the inventory and the item models.
class OperationsDesk : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive the desk.
    OperationsDesk(Inventory::Inventory &inventory, Operations::OperationRunner &runner,
                   Items::OperationsModel &operations, Items::SnapshotModel &snapshots,
                   Domain::Clock &clock, QObject *parent = nullptr);

    void take(const Operations::TakeIntent &intent);
    void rollBack(const Domain::SnapshotKey &snapshot, const Domain::ResourceKey &target,
                  const std::optional<Operations::SafetyOrder> &safety = {});
    void createServer(const Operations::CreateServerOrder &order);
    void createVolume(const Operations::CreateVolumeOrder &order);
    /// What a new server of the account can be.
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::ServerType>>> listServerTypes(
        const Domain::AccountId &account) const;
    /// Nothing is sent before the undo window is over.
    void remove(const QList<Domain::SnapshotKey> &snapshots);
    /// Asked at each removal. None unless it is set.
    void setUndoWindow(std::function<std::chrono::milliseconds()> window)
    {
        m_undoWindow = std::move(window);
    }
    void undo(const QList<Domain::OperationId> &removals);
    void sendNow(const QList<Domain::OperationId> &removals);
    void rename(const Domain::SnapshotKey &snapshot, const QString &name);
    void protect(const Domain::SnapshotKey &snapshot, Domain::Protection protection);
    void startServer(const Domain::ResourceKey &server);

Q_SIGNALS:
    /// A password came back; it is handed out this once. `server` is a name for the eyes.
    void passwordArrived(const QString &server, const Domain::Secret &password);
    /// One came, or may have come, that nobody saw.
    void passwordLost(const QString &server);

private:
    [[nodiscard]] Operations::PlanIdentity newIdentity() const;
    [[nodiscard]] Domain::Capabilities capabilitiesOf(const Domain::AccountId &account) const;
    [[nodiscard]] Domain::Operation named(Domain::Operation operation) const;
    void startOrShow(const Domain::Result<Domain::Operation> &plan, Domain::Operation attempt);
    void update(const Domain::OperationId &id);
    void noteFreshness(const Domain::AccountId &account);
    void listOnce(const Domain::Operation &operation);
    void finish(const Domain::OperationId &id);
    [[nodiscard]] bool isMoreRemoved(const Domain::Operation &over) const;

    Inventory::Inventory &m_inventory;
    Operations::OperationRunner &m_runner;
    Items::OperationsModel &m_operations;
    Items::SnapshotModel &m_snapshots;
    Domain::Clock &m_clock;
    std::function<std::chrono::milliseconds()> m_undoWindow;
    QSet<Domain::AccountId> m_works; ///< their last refresh went well
    QHash<Domain::OperationId, int> m_steps; ///< where the plans that run were last seen
    /// Those for whose new snapshot, server or volume the lists have been asked.
    QSet<Domain::OperationId> m_listed;
};

} // namespace App
