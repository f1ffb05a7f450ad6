// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "domain/location.h"
#include "domain/secret.h"
#include "providers/openstack/openstacksite.h"

#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace Domain {
class Clock;
}

namespace Providers {

/// One login at Keystone and the sites that it reaches.
///
/// - Tokens are fetched when first needed, one a project, and renewed when a request finds them
///   about to expire (a minute before) or refused. Nobody else needs to know of them.
/// - Asked while it is asking, it asks once. What it knows it does not ask again, except by the
///   functions that say "fresh".
/// - An endpoint in plain text to another machine is refused with InvalidInput. Endpoints on other
///   hosts than the auth URL's are what a catalog is for; links and redirects to them are not
///   followed.
/// - Destroying it settles what is open with Cancelled.
class OpenStackSession final : public QObject
{
    Q_OBJECT

public:
    using Site = std::shared_ptr<const OpenStackSite>;
    using Sites = QList<Site>;

    /// `credential` is the text that openstackcredential.h describes; one that can't be read is
    /// answered by every function with InvalidInput. The manager and the clock must outlive the
    /// session; a credential with an authority of its own gets a manager of its own.
    OpenStackSession(const QUrl &authUrl, const Domain::Secret &credential,
                     QNetworkAccessManager &network, Domain::Clock &clock,
                     QObject *parent = nullptr);
    ~OpenStackSession() override;

    /// Every project that the credential reaches in every region of its catalog, or an error.
    [[nodiscard]] QFuture<Domain::Result<Sites>> sites();
    /// Asks again which there are: for a refresh. A site that is as before is the same object, and
    /// one that is gone keeps its clients.
    [[nodiscard]] QFuture<Domain::Result<Sites>> freshSites();

    /// Those of the sites.
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Project>>> projects();

    /// Proves the credential by a new token. The name is the user's, and the project's where there
    /// is one alone. Whether it may write only a write would tell.
    [[nodiscard]] QFuture<Domain::Result<Domain::Identity>> identity();

private:
    [[nodiscard]] QFuture<Domain::Result<Sites>> askSites();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Providers
