// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/cloudprovider.h"
#include "domain/credentialform.h"
#include "domain/profile.h"
#include "domain/publishedtime.h"
#include "domain/secret.h"
#include "providers/credentialfile.h"

#include <QUrl>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace Domain {
class Clock;
}

namespace Providers {

/// What the account dialog asks for. Vendor texts live here and in profiles only.
struct CredentialText
{
    QString label; ///< "API token"
    QString placeholder;
    QString help; ///< where it is made, one or two sentences
    QUrl helpUrl;
};

/// One vendor's API as the program knows it before there is an account.
struct ProviderDescription
{
    QString id; ///< "hetzner"
    QString name; ///< "Hetzner Cloud"
    QString icon; ///< resource name of the icon
    QUrl baseUrl;
    CredentialText credential;
    QString projectHint; ///< what one account stands for, "one token reaches one project"
    /// The ways to sign in, the usual one first. None: the credential is one token, which is stored
    /// as it was entered.
    QList<Domain::CredentialForm> forms = {};
    /// The one secret that the keychain keeps of what was entered into a form. Not set: the value
    /// of its only field.
    std::function<Domain::Secret(const Domain::CredentialEntry &)> composeSecret = {};
    CredentialFile credentialFile = {};
    /// Answers whether a provider of this kind is at the address, without a credential; not set
    /// where the address needs no confirmation. References outlive the answer.
    std::function<QFuture<Domain::Result<Domain::Done>>(
        const QUrl &baseUrl, QNetworkAccessManager &network, Domain::Clock &clock)>
        confirmBaseUrl = {};
    /// Only what the vendor says itself; empty where it says nothing.
    QList<Domain::PublishedTime> publishedTimes = {};
};

/// Everything a provider is made from; references outlive it.
struct ProviderContext
{
    Domain::Account account;
    Domain::Secret secret;
    QNetworkAccessManager &network;
    Domain::Clock &clock;
    Domain::Profile profile = {}; ///< of the account; empty for the provider's own defaults
};

/// The list of vendors. Adding one is one line in providerregistry.cpp.
[[nodiscard]] const QList<ProviderDescription> &providers();
[[nodiscard]] const ProviderDescription *findProvider(const QString &id);

/// Its forms; one with a single field for the token where it names none.
[[nodiscard]] QList<Domain::CredentialForm> formsOf(const ProviderDescription &provider);
/// Empty where nothing was entered.
[[nodiscard]] Domain::Secret secretOf(const ProviderDescription &provider,
                                      const Domain::CredentialEntry &entry);

/// Nothing when the account names a vendor that this version does not know.
[[nodiscard]] std::unique_ptr<Domain::CloudProvider> makeProvider(const ProviderContext &context);

} // namespace Providers
