// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/accountloader.h"

#include <algorithm>
#include <utility>

// Whose rows they are, and the rows that do not come from a refresh.
namespace Inventory {

using Domain::Snapshot;
using Domain::SnapshotKey;

namespace {

bool isElsewhere(const Domain::Account &account, const Domain::Account &before)
{
    return account.provider != before.provider || account.baseUrl != before.baseUrl;
}

} // namespace

const Snapshot *AccountLoader::findSnapshot(const SnapshotKey &key) const
{
    if (m_rows.isEmpty()) {
        for (qsizetype row = 0; row < m_inventory.snapshots.size(); ++row) {
            m_rows.insert(m_inventory.snapshots.at(row).key, row);
        }
    }
    const auto found = m_rows.constFind(key);
    return found == m_rows.cend() ? nullptr : &m_inventory.snapshots.at(*found);
}

const Domain::Resource *AccountLoader::findResource(const Domain::ResourceKey &key) const
{
    const auto found = std::ranges::find(m_inventory.resources, key, &Domain::Resource::key);
    return found == m_inventory.resources.cend() ? nullptr : &*found;
}

void AccountLoader::setAccount(const Domain::Account &account, Domain::CloudProvider &provider)
{
    takeOver(account);
    if (m_provider != &provider) {
        forgetCalls();
        m_provider = &provider;
        m_inventory.capabilities = provider.capabilities();
        m_inventory.identity = {};
        m_inventory.isReadOnly = false;
        m_inventory.isCurrent = false;
        setFreshness(m_inventory.asOf.isValid() ? Freshness::Stale : Freshness::Empty);
    }
    m_hasNewState = true;
    say();
}

void AccountLoader::setUnavailable(const Domain::Account &account, const Domain::Error &error)
{
    forgetCalls();
    m_provider = nullptr;
    takeOver(account);
    m_inventory.isCurrent = false;
    setFreshness(Freshness::Failed, error);
    say();
}

/// What is shown of a cloud must not be taken for what is in another.
void AccountLoader::takeOver(const Domain::Account &account)
{
    if (isElsewhere(account, m_inventory.account)) {
        const Domain::Capabilities capabilities = m_inventory.capabilities;
        m_inventory = {};
        m_inventory.capabilities = capabilities;
        m_dropped.clear();
        m_rows.clear();
        m_hasNewResources = true;
        m_hasNewSnapshots = true;
    }
    m_inventory.account = account;
}

void AccountLoader::expect(const Domain::Capabilities &capabilities)
{
    m_inventory.capabilities = capabilities;
}

void AccountLoader::restore(const AccountInventory &earlier)
{
    if (m_inventory.asOf.isValid() || isElsewhere(earlier.account, m_inventory.account)) {
        return;
    }
    fillIn(m_inventory, earlier);
    for (const SnapshotKey &key : std::exchange(m_dropped, {})) {
        dropSnapshot(m_inventory.snapshots, key);
    }
    if (!m_provider) {
        m_inventory.identity = earlier.identity;
        m_inventory.isReadOnly = earlier.isReadOnly;
    }
    m_rows.clear();
    m_hasNewResources = true;
    m_hasNewSnapshots = true;
    m_hasNewState = true;
    if (m_inventory.freshness == Freshness::Empty) {
        m_inventory.freshness = Freshness::Stale;
    } else if (m_inventory.freshness == Freshness::Loading) {
        m_inventory.freshness = Freshness::Refreshing;
    }
    say();
}

void AccountLoader::apply(Snapshot snapshot)
{
    flush();
    if (state(Part::Snapshots).isAsked) {
        m_arrivals.told.insert(snapshot.key, snapshot);
    }
    m_dropped.remove(snapshot.key);
    if (putSnapshot(m_inventory.snapshots, std::move(snapshot))) {
        m_rows.clear();
        m_hasNewSnapshots = true;
        say();
    }
}

void AccountLoader::drop(SnapshotKey key)
{
    flush();
    const bool isDropped = dropSnapshot(m_inventory.snapshots, key);
    if (!m_inventory.asOf.isValid()) {
        m_dropped.insert(key);
    }
    if (state(Part::Snapshots).isAsked) {
        m_arrivals.told.emplace(std::move(key), std::nullopt);
    }
    if (isDropped) {
        m_rows.clear();
        m_hasNewSnapshots = true;
        say();
    }
}

void AccountLoader::markReadOnly()
{
    if (!m_inventory.isReadOnly) {
        m_inventory.isReadOnly = true;
        m_hasNewState = true;
        say();
    }
}

} // namespace Inventory
