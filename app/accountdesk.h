// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/result.h"
#include "providers/providerregistry.h"
#include "views/accounts/accountdialog.h"

#include <QObject>

namespace Accounts {
class AccountStore;
}
namespace Providers {
class ProfileLibrary;
}
namespace Views {
class MainWindow;
class Prompts;
} // namespace Views

namespace App {

class AccountConnector;

/// Opens the dialogs in which accounts are added and edited, and removes what the person confirmed.
class AccountDesk : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive the desk.
    struct Parts
    {
        Accounts::AccountStore &store;
        AccountConnector &connector;
        const Providers::ProfileLibrary &profiles;
        Views::MainWindow &window;
        Views::Prompts &prompts;
        QList<Providers::ProviderDescription> providers = Providers::providers();
    };
    explicit AccountDesk(const Parts &parts, QObject *parent = nullptr);

    /// Where a demo's providers are, instead of the vendors' own addresses.
    void setBaseUrl(const QString &provider, const QUrl &baseUrl);

    void add();
    void edit(const Domain::AccountId &id);
    void remove(const Domain::AccountId &id);

private:
    [[nodiscard]] Views::AccountDialogServices services(
        const std::optional<Domain::Account> &edited) const;
    [[nodiscard]] Views::AccountDialogServices::Import importing() const;
    [[nodiscard]] QList<Views::AccountProvider> choices(
        const std::optional<Domain::Account> &edited) const;
    [[nodiscard]] Views::AccountProvider choice(const Providers::ProviderDescription &provider,
                                                const Domain::Profile &profile) const;
    [[nodiscard]] const Providers::ProviderDescription *description(const QString &provider) const;
    void offerToForget(const Domain::Account &account);
    void showRemovalFailure(const Domain::AccountId &id, const Domain::Error &error);

    Parts m_parts;
    QHash<QString, QUrl> m_baseUrls;
};

} // namespace App
