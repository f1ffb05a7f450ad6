// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/cloudprovider.h"
#include "domain/secret.h"

#include <QHash>
#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace Accounts {
class AccountStore;
}
namespace Domain {
class Clock;
}
namespace Inventory {
class Inventory;
}

namespace App {

/// Turns stored accounts into providers that the inventory can ask: reads the credential, makes the
/// provider, starts the first refresh; again whenever the account changes. An account without a
/// usable credential or with an unknown vendor stays visible with the reason.
class AccountConnector : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive the connector.
    AccountConnector(Accounts::AccountStore &store, Inventory::Inventory &inventory,
                     QNetworkAccessManager &network, Domain::Clock &clock,
                     QObject *parent = nullptr);
    ~AccountConnector() override;

    void connectAll();
    /// Reads the credential again and asks the provider again: "Retry" on a failed account.
    void reconnect(const Domain::AccountId &id);
    [[nodiscard]] bool isConnected(const Domain::AccountId &id) const;
    /// Asks the provider who the credential is, without storing anything. An empty secret takes the
    /// stored one.
    [[nodiscard]] QFuture<Domain::Result<Domain::Identity>> test(const Domain::Account &account,
                                                                 const Domain::Secret &secret);

private:
    void connectAccount(const Domain::AccountId &id);
    void disconnectAccount(const Domain::AccountId &id);
    void useSecret(const Domain::Account &account, const Domain::Secret &secret);

    Accounts::AccountStore &m_store;
    Inventory::Inventory &m_inventory;
    QNetworkAccessManager &m_network;
    Domain::Clock &m_clock;
    QHash<Domain::AccountId, std::shared_ptr<Domain::CloudProvider>> m_providers;
    QHash<Domain::AccountId, int> m_generations; ///< a late credential must not win
};

} // namespace App
