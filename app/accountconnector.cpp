// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/accountconnector.h"

#include "accounts/accountstore.h"
#include "domain/deferred.h"
#include "inventory/inventory.h"
#include "providers/profilelibrary.h"
#include "providers/providerregistry.h"

namespace App {

namespace {

/// Destroys a provider once its caller is off the stack (it may be the one who is answering), at
/// the latest with `owner`.
std::shared_ptr<Domain::CloudProvider> shared(std::unique_ptr<Domain::CloudProvider> provider,
                                              QObject *owner)
{
    if (!provider) {
        return nullptr;
    }
    provider->setParent(owner);
    return {provider.release(), [](Domain::CloudProvider *gone) {
                gone->deleteLater();
            }};
}

Domain::Error unknownVendor(const Domain::Account &account)
{
    Domain::Error error;
    error.kind = Domain::ErrorKind::Unsupported;
    error.message = account.provider;
    return error;
}

} // namespace

AccountConnector::AccountConnector(Accounts::AccountStore &store, Inventory::Inventory &inventory,
                                   QNetworkAccessManager &network, Domain::Clock &clock,
                                   const Providers::ProfileLibrary &profiles, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_inventory(inventory)
    , m_network(network)
    , m_clock(clock)
    , m_profiles(profiles)
{
    connect(&store, &Accounts::AccountStore::added, this, &AccountConnector::connectAccount);
    connect(&store, &Accounts::AccountStore::changed, this, &AccountConnector::connectAccount);
    connect(&store, &Accounts::AccountStore::removed, this, &AccountConnector::disconnectAccount);
}

AccountConnector::~AccountConnector()
{
    // The inventory may outlive this object by some lines; it must not hold providers that are
    // gone.
    for (auto it = m_providers.keyBegin(); it != m_providers.keyEnd(); ++it) {
        m_inventory.removeAccount(*it);
    }
}

void AccountConnector::expectAll()
{
    for (const Domain::Account &account : m_store.accounts()) {
        m_inventory.expectAccount(account, capabilitiesOf(account));
    }
}

void AccountConnector::connectAll()
{
    for (const Domain::Account &account : m_store.accounts()) {
        connectAccount(account.id);
    }
}

void AccountConnector::reconnect(const Domain::AccountId &id)
{
    if (isConnected(id)) {
        m_inventory.refresh(id);
    } else {
        connectAccount(id);
    }
}

void AccountConnector::reconnectProfile(const QString &profile)
{
    for (const Domain::Account &account : m_store.accounts()) {
        if (account.profile == profile) {
            connectAccount(account.id);
        }
    }
}

bool AccountConnector::isConnected(const Domain::AccountId &id) const
{
    return m_providers.contains(id);
}

void AccountConnector::connectAccount(const Domain::AccountId &id)
{
    const std::optional<Domain::Account> account = m_store.find(id);
    if (!account) {
        return;
    }
    const int generation = ++m_generations[id];
    m_store.readSecret(id).then(
        this, [this, account = *account, generation](const Domain::Result<Domain::Secret> &secret) {
            if (m_generations.value(account.id) != generation) {
                return;
            }
            if (secret) {
                useSecret(account, *secret);
            } else {
                m_inventory.setUnavailable(account, secret.error());
                m_providers.remove(account.id);
            }
        });
}

/// A profile that is gone leaves its accounts with the address that they stored.
Providers::ProviderContext AccountConnector::contextOf(const Domain::Account &account,
                                                       const Domain::Secret &secret) const
{
    return {account, secret, m_network, m_clock,
            m_profiles.profileOf(account).value_or(Domain::Profile())};
}

Domain::Capabilities AccountConnector::capabilitiesOf(const Domain::Account &account) const
{
    // Nothing is asked of it, so that it needs no credential.
    const std::unique_ptr<Domain::CloudProvider> provider =
        Providers::makeProvider(contextOf(account, Domain::Secret()));
    return provider ? provider->capabilities() : Domain::Capabilities();
}

void AccountConnector::useSecret(const Domain::Account &account, const Domain::Secret &secret)
{
    const std::shared_ptr<Domain::CloudProvider> provider =
        shared(Providers::makeProvider(contextOf(account, secret)), this);
    if (!provider) {
        m_inventory.setUnavailable(account, unknownVendor(account));
        m_providers.remove(account.id);
        return;
    }
    m_inventory.setAccount(account, *provider);
    m_providers.insert(account.id, provider);
    m_inventory.refresh(account.id);
}

void AccountConnector::disconnectAccount(const Domain::AccountId &id)
{
    ++m_generations[id];
    m_inventory.removeAccount(id);
    m_providers.remove(id);
}

AddressSearch::Answer AccountConnector::findAddress(const Providers::ProviderDescription &provider,
                                                    const QList<QUrl> &addresses,
                                                    const AddressSearch::Trying &trying)
{
    const auto confirm = [this, ask = provider.confirmBaseUrl](const QUrl &address) {
        return ask(address, m_network, m_clock);
    };
    return AddressSearch::start(addresses, confirm, trying, this);
}

QFuture<Domain::Result<Domain::Identity>> AccountConnector::test(const Domain::Account &account,
                                                                 const Domain::Secret &secret)
{
    const Domain::Deferred<Domain::Identity> answer;
    const auto ask = [this, account, answer](const Domain::Secret &credential) {
        const std::shared_ptr<Domain::CloudProvider> provider =
            shared(Providers::makeProvider(contextOf(account, credential)), this);
        if (!provider) {
            answer.settle(std::unexpected(unknownVendor(account)));
            return;
        }
        // The lambda keeps the provider until it has answered.
        provider->identify().then(
            this, [answer, provider](const Domain::Result<Domain::Identity> &identity) {
                answer.settle(identity);
            });
    };
    if (!secret.isEmpty() || account.id.isEmpty()) {
        ask(secret);
    } else {
        m_store.readSecret(account.id)
            .then(this, [answer, ask](const Domain::Result<Domain::Secret> &stored) {
                if (stored) {
                    ask(*stored);
                } else {
                    answer.settle(std::unexpected(stored.error()));
                }
            });
    }
    return answer.future();
}

} // namespace App
