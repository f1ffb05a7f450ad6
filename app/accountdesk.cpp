// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/accountdesk.h"

#include "accounts/accountstore.h"
#include "app/accountconnector.h"
#include "app/credentialimporter.h"
#include "items/errortext.h"
#include "providers/profilelibrary.h"
#include "views/accounts/removeaccountquestion.h"
#include "views/common/prompts.h"
#include "views/mainwindow/mainwindow.h"

#include <algorithm>

namespace App {

AccountDesk::AccountDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void AccountDesk::setBaseUrl(const QString &provider, const QUrl &baseUrl)
{
    m_baseUrls.insert(provider, baseUrl);
}

const Providers::ProviderDescription *AccountDesk::description(const QString &provider) const
{
    const auto found =
        std::ranges::find(m_parts.providers, provider, &Providers::ProviderDescription::id);
    return found == m_parts.providers.end() ? nullptr : &*found;
}

/// An empty profile gives the provider's own defaults.
Views::AccountProvider AccountDesk::choice(const Providers::ProviderDescription &provider,
                                           const Domain::Profile &profile) const
{
    const Domain::ProfileTexts texts = Providers::textsFor(profile, QLocale().name());
    const bool isOwn = profile.id.isEmpty();
    Views::AccountProvider choice;
    choice.id = provider.id;
    choice.profile = profile.id;
    choice.name = isOwn ? provider.name : profile.name;
    choice.icon = provider.icon;
    choice.baseUrls = profile.baseUrls;
    if (m_baseUrls.contains(provider.id)) {
        choice.baseUrls = {m_baseUrls.value(provider.id)};
    } else if (isOwn && !provider.baseUrl.isEmpty()) {
        choice.baseUrls = {provider.baseUrl};
    }
    choice.addressTrust = provider.confirmBaseUrl ? Views::AccountProvider::Trust::Confirmed
                                                  : Views::AccountProvider::Trust::Given;
    choice.addressHelp = texts.addressHelp;
    choice.forms = Providers::formsOf(provider);
    choice.importText = provider.credentialFile.action;
    choice.tokenHelp = isOwn ? provider.credential.help : texts.tokenHelp;
    choice.noApiHelp = texts.noApiHelp;
    choice.tokenHelpUrl = isOwn ? provider.credential.helpUrl : profile.helpUrl;
    choice.scopeHint = provider.projectHint;
    return choice;
}

/// Each provider that has an address of its own, then each profile. An edited account's own choice
/// is always among them, also when its profile is gone.
QList<Views::AccountProvider> AccountDesk::choices(
    const std::optional<Domain::Account> &edited) const
{
    QList<Views::AccountProvider> choices;
    for (const Providers::ProviderDescription &provider : m_parts.providers) {
        if (!provider.baseUrl.isEmpty() || !m_parts.profiles.has(provider.id)) {
            choices.append(choice(provider, {}));
        }
    }
    for (const Domain::Profile &profile : m_parts.profiles.profiles()) {
        if (const Providers::ProviderDescription *provider = description(profile.provider)) {
            choices.append(choice(*provider, profile));
        }
    }
    if (edited && !edited->profile.isEmpty() && !m_parts.profiles.profileOf(*edited)) {
        if (const Providers::ProviderDescription *provider = description(edited->provider)) {
            Views::AccountProvider gone = choice(*provider, {});
            gone.profile = edited->profile;
            gone.baseUrls = {edited->baseUrl};
            choices.append(gone);
        }
    }
    return choices;
}

Views::AccountDialogServices AccountDesk::services(
    const std::optional<Domain::Account> &edited) const
{
    Views::AccountDialogServices services;
    services.providers = choices(edited);
    for (const Domain::Account &account : m_parts.store.accounts()) {
        if (!edited || edited->id != account.id) {
            services.otherNames.append(account.name);
            services.usedColours.append(account.colour);
        }
    }
    services.composeSecret = [this](const QString &provider, const Domain::CredentialEntry &entry) {
        const Providers::ProviderDescription *found = description(provider);
        return found ? Providers::secretOf(*found, entry) : Domain::Secret();
    };
    services.import = importing();
    services.findAddress = [this](const QString &provider, const QList<QUrl> &addresses,
                                  const AddressSearch::Trying &trying) {
        const Providers::ProviderDescription *found = description(provider);
        Q_ASSERT(found && found->confirmBaseUrl); // else the choice said so
        return m_parts.connector.findAddress(*found, addresses, trying);
    };
    services.test = [this](const Domain::Account &account, const Domain::Secret &secret) {
        return m_parts.connector.test(account, secret);
    };
    services.save = [this](const Domain::Account &account, const Domain::Secret &secret,
                           Accounts::AccountStore::Keep keep) {
        return m_parts.store.save(account, secret, keep);
    };
    return services;
}

/// Asked only for a provider whose description has such a file.
Views::AccountDialogServices::Import AccountDesk::importing() const
{
    Views::AccountDialogServices::Import import;
    import.places = [this](const QString &provider) {
        return CredentialImporter::places(description(provider)->credentialFile);
    };
    import.chooseFile = [this](const QString &provider, QWidget *parent,
                               const std::function<void(const QString &)> &chosen) {
        const Providers::CredentialFile &file = description(provider)->credentialFile;
        m_parts.prompts.chooseFile(parent, {tr("Import an account"), file.filter}, chosen);
    };
    import.read = [this](const QString &provider, const QString &path) {
        return CredentialImporter::read(description(provider)->credentialFile, path);
    };
    return import;
}

void AccountDesk::add()
{
    auto *dialog = new Views::AccountDialog(services({}), &m_parts.window);
    dialog->open();
}

void AccountDesk::edit(const Domain::AccountId &id)
{
    if (const std::optional<Domain::Account> account = m_parts.store.find(id)) {
        auto *dialog = new Views::AccountDialog(services(account), *account, &m_parts.window);
        dialog->open();
    }
}

void AccountDesk::remove(const Domain::AccountId &id)
{
    m_parts.store.remove(id).then(this, [this, id](const Domain::Result<Domain::Done> &done) {
        if (!done) {
            showRemovalFailure(id, done.error());
        }
    });
}

void AccountDesk::showRemovalFailure(const Domain::AccountId &id, const Domain::Error &error)
{
    const std::optional<Domain::Account> account = m_parts.store.find(id);
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
    m_parts.window.showProblem(text);
}

/// Without its keychain a person could never get rid of an account.
void AccountDesk::offerToForget(const Domain::Account &account)
{
    const QString providerName = Providers::operatorName(account, m_parts.profiles);
    m_parts.prompts.confirm(&m_parts.window,
                            Views::forgetAccountQuestion(account.name, providerName),
                            [this, id = account.id] {
                                const Domain::Result<Domain::Done> done = m_parts.store.forget(id);
                                if (!done) {
                                    showRemovalFailure(id, done.error());
                                }
                            });
}

} // namespace App
