// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tablefeed.h"

#include "inventory/inventory.h"
#include "items/copyestimate.h"
#include "items/resourcemodel.h"
#include "items/resourcetreemodel.h"
#include "items/snapshotmodel.h"
#include "pricing/pricebook.h"
#include "providers/profilelibrary.h"
#include "providers/providerregistry.h"

namespace App {

TableFeed::TableFeed(const Inventory::Inventory &inventory, Pricing::PriceBook &prices,
                     Items::SnapshotModel &snapshots, Items::ResourceTreeModel &tree,
                     Items::ResourceModel &resources, QObject *parent)
    : QObject(parent)
    , m_inventory(inventory)
    , m_prices(prices)
    , m_snapshots(snapshots)
    , m_tree(tree)
    , m_resources(resources)
{
    using Inventory::Inventory;
    const auto noteRows = [this](const Domain::AccountId &account) {
        m_withNewRows.insert(account);
    };
    connect(&inventory, &Inventory::accountAdded, this, &TableFeed::updateBranch);
    connect(&inventory, &Inventory::resourcesChanged, this, noteRows);
    connect(&inventory, &Inventory::snapshotsChanged, this, noteRows);
    connect(&inventory, &Inventory::changed, this, [this](const Domain::AccountId &account) {
        updateBranch(account);
        if (m_withNewRows.remove(account)) {
            updateRows(account);
        }
    });
    connect(&inventory, &Inventory::accountRemoved, this, &TableFeed::removeAccount);
}

void TableFeed::setProfiles(const Providers::ProfileLibrary &profiles)
{
    m_profiles = &profiles;
}

void TableFeed::setEstimates(Items::CopyEstimates &estimates)
{
    m_estimates = &estimates;
}

/// One provider is as fast for every account; one that operators sell is so at one operator.
void TableFeed::updateEstimates(const Domain::Account &account,
                                const Domain::Capabilities &capabilities) const
{
    const Providers::ProviderDescription *provider = Providers::findProvider(account.provider);
    if (m_estimates) {
        m_estimates->setAccount(
            account.id,
            {account.provider + QLatin1Char('/') + account.profile, capabilities.sizeUnit,
             provider ? provider->publishedTimes : QList<Domain::PublishedTime>()});
    }
}

std::optional<Domain::ProfilePrices> TableFeed::listedPricesOf(const Domain::Account &account) const
{
    return m_profiles ? m_profiles->profileOf(account).and_then(
                            [](const Domain::Profile &profile) { return profile.prices; })
                      : std::nullopt;
}

QString TableFeed::providerNameOf(const Domain::Account &account) const
{
    if (m_profiles) {
        return Providers::operatorName(account, *m_profiles);
    }
    const Providers::ProviderDescription *provider = Providers::findProvider(account.provider);
    return provider ? provider->name : account.provider;
}

void TableFeed::setEnteredPrices(const Domain::AccountId &account,
                                 const QList<Domain::SnapshotPrice> &prices)
{
    m_prices.setEnteredPrices(account, prices);
    updateRows(account);
}

void TableFeed::updateRows(const Domain::AccountId &account)
{
    const Inventory::AccountInventory *seen = m_inventory.find(account);
    if (!seen) {
        return;
    }
    m_prices.setPrices(account, seen->prices, seen->capabilities.sizeUnit);
    Items::RowSource source;
    source.account = seen->account;
    source.providerName = providerNameOf(seen->account);
    source.capabilities = seen->capabilities;
    source.locations = seen->locations;
    source.resources = seen->resources;
    // While the first list of servers is on its way, no source counts as removed.
    source.areResourcesKnown =
        seen->freshness == Inventory::Freshness::Fresh || !seen->resources.isEmpty();
    source.snapshots = seen->snapshots;
    m_snapshots.merge(account, Items::makeRows(source, m_prices));
}

void TableFeed::updateBranch(const Domain::AccountId &account)
{
    const Inventory::AccountInventory *seen = m_inventory.find(account);
    if (!seen) {
        return;
    }
    if (m_prices.setListedPrices(account, listedPricesOf(seen->account))) {
        m_withNewRows.insert(account);
    }
    Items::AccountBranch branch;
    branch.account = seen->account;
    branch.providerName = providerNameOf(seen->account);
    branch.capabilities = seen->capabilities;
    branch.locations = seen->locations;
    branch.projects = seen->projects;
    branch.resources = seen->resources;
    branch.snapshots = seen->snapshots;
    branch.isLoading = seen->freshness == Inventory::Freshness::Loading
        || seen->freshness == Inventory::Freshness::Empty;
    branch.isFailed = seen->freshness == Inventory::Freshness::Failed;
    branch.shownAsOf = seen->isCurrent ? QDateTime() : seen->asOf;
    updateEstimates(seen->account, seen->capabilities);
    m_tree.merge(branch);
    m_resources.merge(account, Items::makeResourceRows(branch));
}

void TableFeed::removeAccount(const Domain::AccountId &account)
{
    m_snapshots.removeAccount(account);
    m_tree.removeAccount(account);
    m_resources.removeAccount(account);
    m_prices.removeAccount(account);
}

} // namespace App
