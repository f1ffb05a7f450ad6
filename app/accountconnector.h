// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/addresssearch.h"
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
namespace Providers {
class ProfileLibrary;
struct ProviderContext;
struct ProviderDescription;
} // namespace Providers

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
                     const Providers::ProfileLibrary &profiles, QObject *parent = nullptr);
    ~AccountConnector() override;

    /// Shows every account before its credential has been read.
    void expectAll();
    void connectAll();
    /// Reads the credential again and asks the provider again: "Retry" on a failed account.
    void reconnect(const Domain::AccountId &id);
    /// Makes the providers of its accounts again: the profile is another one now.
    void reconnectProfile(const QString &profile);
    [[nodiscard]] bool isConnected(const Domain::AccountId &id) const;
    /// Asks the provider who the credential is, without storing anything. An empty secret takes the
    /// stored one.
    [[nodiscard]] QFuture<Domain::Result<Domain::Identity>> test(const Domain::Account &account,
                                                                 const Domain::Secret &secret);
    /// Asks the addresses in turn, without any credential, whether a provider of this kind is
    /// there. Only for one that confirms its addresses.
    [[nodiscard]] AddressSearch::Answer findAddress(const Providers::ProviderDescription &provider,
                                                    const QList<QUrl> &addresses,
                                                    const AddressSearch::Trying &trying);

private:
    void connectAccount(const Domain::AccountId &id);
    void disconnectAccount(const Domain::AccountId &id);
    [[nodiscard]] Providers::ProviderContext contextOf(const Domain::Account &account,
                                                       const Domain::Secret &secret) const;
    /// What this version can do at the account's provider; nothing where it knows none.
    [[nodiscard]] Domain::Capabilities capabilitiesOf(const Domain::Account &account) const;
    void useSecret(const Domain::Account &account, const Domain::Secret &secret);

    Accounts::AccountStore &m_store;
    Inventory::Inventory &m_inventory;
    QNetworkAccessManager &m_network;
    Domain::Clock &m_clock;
    const Providers::ProfileLibrary &m_profiles;
    QHash<Domain::AccountId, std::shared_ptr<Domain::CloudProvider>> m_providers;
    QHash<Domain::AccountId, int> m_generations; ///< a late credential must not win
};

} // namespace App
