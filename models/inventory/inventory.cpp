// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/inventory.h"

#include "inventory/accountloader.h"

#include <algorithm>

namespace Inventory {

using Domain::AccountId;

class Inventory::Private
{
public:
    explicit Private(Domain::Clock &systemClock)
        : clock(systemClock)
    {
    }

    [[nodiscard]] AccountLoader *find(const AccountId &account) const
    {
        const auto found = std::ranges::find_if(loaders, [&account](const AccountLoader *loader) {
            return loader->inventory().account.id == account;
        });
        return found == loaders.cend() ? nullptr : *found;
    }

    AccountLoader *add(const Domain::Account &account, Inventory *inventory)
    {
        auto *loader = new AccountLoader(account, clock, inventory);
        loaders.append(loader);
        return loader;
    }

    /// Says nothing of an account before accountAdded() has said that it is there.
    static void announce(const AccountLoader *loader, Inventory *inventory)
    {
        connect(loader, &AccountLoader::stateChanged, inventory, &Inventory::stateChanged);
        connect(loader, &AccountLoader::resourcesChanged, inventory, &Inventory::resourcesChanged);
        connect(loader, &AccountLoader::snapshotsChanged, inventory, &Inventory::snapshotsChanged);
        connect(loader, &AccountLoader::changed, inventory, &Inventory::changed);
        Q_EMIT inventory->accountAdded(loader->inventory().account.id);
    }

    Domain::Clock &clock;
    QList<AccountLoader *> loaders; ///< in order of arrival; children of the inventory
};

Inventory::Inventory(Domain::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock))
{
}

Inventory::~Inventory() = default;

void Inventory::expectAccount(const Domain::Account &account,
                              const Domain::Capabilities &capabilities)
{
    if (d->find(account.id)) {
        return;
    }
    AccountLoader *loader = d->add(account, this);
    loader->expect(capabilities);
    d->announce(loader, this);
}

void Inventory::restore(const AccountInventory &earlier)
{
    if (AccountLoader *loader = d->find(earlier.account.id)) {
        loader->restore(earlier);
    }
}

void Inventory::setAccount(const Domain::Account &account, Domain::CloudProvider &provider)
{
    if (AccountLoader *loader = d->find(account.id)) {
        loader->setAccount(account, provider);
        return;
    }
    AccountLoader *loader = d->add(account, this);
    loader->setAccount(account, provider);
    d->announce(loader, this);
}

void Inventory::setUnavailable(const Domain::Account &account, const Domain::Error &error)
{
    if (AccountLoader *loader = d->find(account.id)) {
        loader->setUnavailable(account, error);
        return;
    }
    AccountLoader *loader = d->add(account, this);
    loader->setUnavailable(account, error);
    d->announce(loader, this);
}

void Inventory::removeAccount(const AccountId &account)
{
    if (AccountLoader *loader = d->find(account)) {
        d->loaders.removeOne(loader);
        loader->retire();
        loader->deleteLater(); // it may be in the middle of its signal
        Q_EMIT accountRemoved(loader->inventory().account.id); // the argument may be gone
    }
}

QList<AccountId> Inventory::accounts() const
{
    QList<AccountId> ids;
    for (const AccountLoader *loader : std::as_const(d->loaders)) {
        ids.append(loader->inventory().account.id);
    }
    return ids;
}

const AccountInventory *Inventory::find(const AccountId &account) const
{
    const AccountLoader *loader = d->find(account);
    return loader ? &loader->inventory() : nullptr;
}

const Domain::Resource *Inventory::findResource(const Domain::ResourceKey &key) const
{
    const AccountLoader *loader = d->find(key.account);
    return loader ? loader->findResource(key) : nullptr;
}

const Domain::Snapshot *Inventory::findSnapshot(const Domain::SnapshotKey &key) const
{
    const AccountLoader *loader = d->find(key.account);
    return loader ? loader->findSnapshot(key) : nullptr;
}

Domain::CloudProvider *Inventory::provider(const AccountId &account) const
{
    const AccountLoader *loader = d->find(account);
    return loader ? loader->provider() : nullptr;
}

void Inventory::refreshAll()
{
    const QList<AccountId> ids = accounts();
    for (const AccountId &id : ids) {
        refresh(id);
    }
}

void Inventory::refresh(const AccountId &account)
{
    if (AccountLoader *loader = d->find(account)) {
        loader->refresh();
    }
}

void Inventory::refreshObjects(const AccountId &account)
{
    if (AccountLoader *loader = d->find(account)) {
        loader->refreshObjects();
    }
}

void Inventory::applySnapshot(const Domain::Snapshot &snapshot)
{
    if (AccountLoader *loader = d->find(snapshot.key.account)) {
        loader->apply(snapshot);
    }
}

void Inventory::dropSnapshot(const Domain::SnapshotKey &key)
{
    if (AccountLoader *loader = d->find(key.account)) {
        loader->drop(key);
    }
}

void Inventory::markReadOnly(const AccountId &account)
{
    if (AccountLoader *loader = d->find(account)) {
        loader->markReadOnly();
    }
}

} // namespace Inventory
