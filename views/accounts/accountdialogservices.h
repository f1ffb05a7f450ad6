// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/accountstore.h"
#include "domain/cloudprovider.h"
#include "domain/credentialform.h"

#include <QUrl>

#include <expected>
#include <functional>

namespace Views {

/// One choice of where an account can be: a provider, or an operator whose profile presets one. As
/// plain values.
struct AccountProvider
{
    /// Confirmed: the address is asked for the API, without the token, before the token is sent.
    enum class Trust { Given, Confirmed };

    QString id; ///< the provider's, "hetzner"
    QString profile = {}; ///< the profile's id; empty for the provider's own defaults
    QString name; ///< "Hetzner Cloud"
    QString icon;
    /// Where the API may be, most likely first. Empty: the person types the address.
    QList<QUrl> baseUrls;
    Trust addressTrust = Trust::Given;
    QString addressHelp = {}; ///< how to find the address, where it is typed
    /// The ways to sign in, the usual one first; at least one, unless the provider is not known.
    QList<Domain::CredentialForm> forms = {};
    QString tokenHelp; ///< where the credential is made
    QString noApiHelp = {}; ///< what to do where there is no such place
    QUrl tokenHelpUrl;
    QString importText = {}; ///< "Import from clouds.yaml…"; empty: there is no such file
    QString scopeHint; ///< what one account stands for
};

/// An address that was asked, and why it is not the one.
struct AddressTrial
{
    QUrl address;
    Domain::Error error;
};

/// The first address that confirmed the API; empty when none did. The trials are those before it.
struct AddressFinding
{
    QUrl confirmed;
    QList<AddressTrial> trials;
};

/// What the dialog is given. The functions are called on the dialog's thread; their futures are
/// cancelled when the person stops the test or closes the dialog.
struct AccountDialogServices
{
    QList<AccountProvider> providers; ///< at least one
    QStringList otherNames; ///< names that are taken
    QList<int> usedColours; ///< of the other accounts: a new one gets another if there is one
    /// Asks the addresses in turn for this provider's API, without any credential. `trying` is told
    /// each before it is asked, and nothing once the future is cancelled.
    std::function<QFuture<Domain::Result<AddressFinding>>(
        const QString &provider, const QList<QUrl> &addresses,
        const std::function<void(const QUrl &)> &trying)>
        findAddress;
    /// Asks the provider who the token is; an empty token means the stored one. Stores nothing.
    std::function<QFuture<Domain::Result<Domain::Identity>>(const Domain::Account &,
                                                            const Domain::Secret &)>
        test;
    /// The one secret that is kept of what was typed; not set: the one value that was typed.
    std::function<Domain::Secret(const QString &provider, const Domain::CredentialEntry &)>
        composeSecret = {};
    /// Accounts as another program's file describes them; for providers with an import text.
    struct Import
    {
        /// Those of the usual files that there are.
        std::function<QStringList(const QString &provider)> places;
        std::function<void(const QString &provider, QWidget *parent,
                           std::function<void(const QString &path)> chosen)>
            chooseFile;
        /// A sentence where the file can't be used.
        std::function<std::expected<QList<Domain::CredentialImport>, QString>(
            const QString &provider, const QString &path)>
            read;
    };
    Import import = {};
    /// An empty token keeps the stored one.
    std::function<QFuture<Domain::Result<Domain::Account>>(
        const Domain::Account &, const Domain::Secret &, Accounts::AccountStore::Keep)>
        save;
};

} // namespace Views
