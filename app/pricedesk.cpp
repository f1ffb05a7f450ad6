// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pricedesk.h"

#include "accounts/accountstore.h"
#include "app/tablefeed.h"
#include "inventory/inventory.h"
#include "providers/profilelibrary.h"
#include "views/accounts/pricesdialog.h"
#include "views/mainwindow/mainwindow.h"

namespace App {

using Accounts::AccountStore;
using Domain::AccountId;
using Domain::SnapshotKind;

PriceDesk::PriceDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.store, &AccountStore::added, this, &PriceDesk::carry);
    connect(&parts.store, &AccountStore::pricesChanged, this, &PriceDesk::carry);
    for (const Domain::Account &account : parts.store.accounts()) {
        parts.feed.setEnteredPrices(account.id, parts.store.enteredPrices(account.id));
    }
}

void PriceDesk::carry(const AccountId &id)
{
    m_parts.feed.setEnteredPrices(id, m_parts.store.enteredPrices(id));
    m_parts.window.updatePrices();
}

void PriceDesk::edit(const AccountId &id)
{
    const std::optional<Domain::Account> account = m_parts.store.find(id);
    const Inventory::AccountInventory *seen = m_parts.inventory.find(id);
    if (!account || !seen) {
        return;
    }
    Views::EnteredPrices entered;
    entered.accountName = account->name;
    for (const SnapshotKind kind : {SnapshotKind::Server, SnapshotKind::Volume}) {
        if (seen->capabilities.of(kind).canTake) {
            entered.kinds.append(kind);
        }
    }
    entered.unit = seen->capabilities.sizeUnit;
    entered.prices = m_parts.store.enteredPrices(id);
    const Domain::Profile profile =
        m_parts.profiles.profileOf(*account).value_or(Domain::Profile());
    entered.currency = profile.currency;
    entered.listed = profile.prices.value_or(Domain::ProfilePrices()).snapshots;
    entered.save = [this, id](const QList<Domain::SnapshotPrice> &prices) {
        return m_parts.store.setEnteredPrices(id, prices);
    };
    auto *dialog = new Views::PricesDialog(entered, &m_parts.window);
    dialog->open();
}

} // namespace App
