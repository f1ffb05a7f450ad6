// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inventory/accountinventory.h"

#include <QObject>

#include <memory>

namespace Domain {
class Clock;
}

namespace Inventory {

/// What all accounts hold. Asks every account at once, merges whole lists by key, keeps the rows of
/// before when a list fails. Asks for nothing on its own: only refresh() makes requests.
class Inventory : public QObject
{
    Q_OBJECT

public:
    explicit Inventory(Domain::Clock &clock, QObject *parent = nullptr);
    ~Inventory() override;

    /// An account whose credential has not been read yet: shown, with nothing or what restore()
    /// puts there. Nothing when it is here already.
    void expectAccount(const Domain::Account &account, const Domain::Capabilities &capabilities);
    /// What an earlier run of the program saw, marked with its age until a refresh was whole. Only
    /// for an account that is here, has no rows of its own, and still is at that provider and
    /// address.
    void restore(const AccountInventory &earlier);
    /// The provider must outlive its account's stay here. An account that is here already gets the
    /// new provider and keeps its rows.
    void setAccount(const Domain::Account &account, Domain::CloudProvider &provider);
    /// An account without a usable credential: shown, with the reason, its rows kept.
    void setUnavailable(const Domain::Account &account, const Domain::Error &error);
    void removeAccount(const Domain::AccountId &account);

    [[nodiscard]] QList<Domain::AccountId> accounts() const; ///< in order of arrival
    [[nodiscard]] const AccountInventory *find(const Domain::AccountId &account) const;
    [[nodiscard]] const Domain::Resource *findResource(const Domain::ResourceKey &key) const;
    [[nodiscard]] const Domain::Snapshot *findSnapshot(const Domain::SnapshotKey &key) const;
    [[nodiscard]] Domain::CloudProvider *provider(const Domain::AccountId &account) const;

    void refreshAll();
    void refresh(const Domain::AccountId &account);
    /// Only the resources and snapshots of the account, without prices and locations: after an
    /// operation.
    void refreshObjects(const Domain::AccountId &account);
    /// One row, without reading a list again: what an operation made, changed or removed.
    void applySnapshot(const Domain::Snapshot &snapshot);
    void dropSnapshot(const Domain::SnapshotKey &key);
    void markReadOnly(const Domain::AccountId &account);

Q_SIGNALS:
    void accountAdded(const Domain::AccountId &account);
    void accountRemoved(const Domain::AccountId &account);
    /// Freshness, progress, error, identity or account data changed.
    void stateChanged(const Domain::AccountId &account);
    /// Resources, locations or projects changed.
    void resourcesChanged(const Domain::AccountId &account);
    /// Snapshots or prices changed.
    void snapshotsChanged(const Domain::AccountId &account);
    /// Once, after whichever of the three: for who shows them together.
    void changed(const Domain::AccountId &account);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Inventory
