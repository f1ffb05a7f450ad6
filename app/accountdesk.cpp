// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/accountdesk.h"

#include "accounts/accountstore.h"
#include "app/accountconnector.h"
#include "items/errortext.h"
#include "providers/providerregistry.h"
#include "views/accounts/removeaccountquestion.h"
#include "views/mainwindow/mainwindow.h"

namespace App {

namespace {

Views::AccountProvider dialogEntry(const Providers::ProviderDescription &provider,
                                   const QUrl &baseUrl)
{
    return {provider.id,
            provider.name,
            provider.icon,
            baseUrl.isEmpty() ? provider.baseUrl : baseUrl,
            provider.credential.label,
            provider.credential.placeholder,
            provider.credential.help,
            provider.credential.helpUrl,
            provider.projectHint};
}

} // namespace

AccountDesk::AccountDesk(Accounts::AccountStore &store, AccountConnector &connector,
                         Views::MainWindow &window, Views::Prompts &prompts, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_connector(connector)
    , m_window(window)
    , m_prompts(prompts)
{
}

void AccountDesk::setBaseUrl(const QString &provider, const QUrl &baseUrl)
{
    m_baseUrls.insert(provider, baseUrl);
}

Views::AccountDialogServices AccountDesk::services(
    const std::optional<Domain::Account> &edited) const
{
    Views::AccountDialogServices services;
    for (const Providers::ProviderDescription &provider : Providers::providers()) {
        services.providers.append(dialogEntry(provider, m_baseUrls.value(provider.id)));
    }
    for (const Domain::Account &account : m_store.accounts()) {
        if (!edited || edited->id != account.id) {
            services.otherNames.append(account.name);
            services.usedColours.append(account.colour);
        }
    }
    services.test = [this](const Domain::Account &account, const Domain::Secret &secret) {
        return m_connector.test(account, secret);
    };
    services.save = [this](const Domain::Account &account, const Domain::Secret &secret,
                           Accounts::AccountStore::Keep keep) {
        return m_store.save(account, secret, keep);
    };
    return services;
}

void AccountDesk::add()
{
    auto *dialog = new Views::AccountDialog(services({}), &m_window);
    dialog->open();
}

void AccountDesk::edit(const Domain::AccountId &id)
{
    if (const std::optional<Domain::Account> account = m_store.find(id)) {
        auto *dialog = new Views::AccountDialog(services(account), *account, &m_window);
        dialog->open();
    }
}

void AccountDesk::remove(const Domain::AccountId &id)
{
    m_store.remove(id).then(this, [this, id](const Domain::Result<Domain::Done> &done) {
        if (!done) {
            showRemovalFailure(id, done.error());
        }
    });
}

void AccountDesk::showRemovalFailure(const Domain::AccountId &id, const Domain::Error &error)
{
    const std::optional<Domain::Account> account = m_store.find(id);
    if (!account) {
        return;
    }
    if (error.kind == Domain::ErrorKind::SecretUnavailable) {
        offerToForget(*account);
        return;
    }
    Items::ErrorText text = Items::secretErrorText(error);
    text.title = tr("The account \"%1\" was not removed.").arg(account->name);
    text.meaning = tr("Its credential is still in the keychain, and the account is still here.");
    m_window.showProblem(text);
}

/// Without its keychain a person could never get rid of an account.
void AccountDesk::offerToForget(const Domain::Account &account)
{
    const Providers::ProviderDescription *provider = Providers::findProvider(account.provider);
    const QString providerName = provider ? provider->name : account.provider;
    m_prompts.confirm(&m_window, Views::forgetAccountQuestion(account.name, providerName),
                      [this, id = account.id] {
                          const Domain::Result<Domain::Done> done = m_store.forget(id);
                          if (!done) {
                              showRemovalFailure(id, done.error());
                          }
                      });
}

} // namespace App
