// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/capabilities.h"
#include "domain/pricelist.h"
#include "domain/profile.h"

#include <QObject>
#include <QSet>

namespace Inventory {
class Inventory;
}
namespace Items {
class CopyEstimates;
class ResourceModel;
class ResourceTreeModel;
class SnapshotModel;
} // namespace Items
namespace Pricing {
class PriceBook;
}
namespace Providers {
class ProfileLibrary;
}

namespace App {

/// Carries news of the inventory to the price book and the item models, one way.
class TableFeed : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive the feed.
    TableFeed(const Inventory::Inventory &inventory, Pricing::PriceBook &prices,
              Items::SnapshotModel &snapshots, Items::ResourceTreeModel &tree,
              Items::ResourceModel &resources, QObject *parent = nullptr);

    /// Where accounts have the names and the price lists of their operators from. It must outlive
    /// the feed.
    void setProfiles(const Providers::ProfileLibrary &profiles);
    /// Told which accounts are at one place, and what their vendors publish. They must outlive the
    /// feed.
    void setEstimates(Items::CopyEstimates &estimates);
    /// What a person entered for the account; its rows are made again.
    void setEnteredPrices(const Domain::AccountId &account,
                          const QList<Domain::SnapshotPrice> &prices);

private:
    void updateEstimates(const Domain::Account &account,
                         const Domain::Capabilities &capabilities) const;
    [[nodiscard]] std::optional<Domain::ProfilePrices> listedPricesOf(
        const Domain::Account &account) const;
    [[nodiscard]] QString providerNameOf(const Domain::Account &account) const;
    void updateRows(const Domain::AccountId &account);
    void updateBranch(const Domain::AccountId &account);
    void removeAccount(const Domain::AccountId &account);

    const Inventory::Inventory &m_inventory;
    Pricing::PriceBook &m_prices;
    Items::SnapshotModel &m_snapshots;
    Items::ResourceTreeModel &m_tree;
    Items::ResourceModel &m_resources;
    QSet<Domain::AccountId> m_withNewRows; ///< of accounts whose news is not over yet
    const Providers::ProfileLibrary *m_profiles = nullptr;
    Items::CopyEstimates *m_estimates = nullptr;
};

} // namespace App
