// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"
#include "providers/openstack/openstackcatalog.h"

#include <memory>
#include <vector>

namespace Providers {

/// Makes the clients of one login, and keeps those that sites are made of.
///
/// A credential that trusts an authority of its own gets a manager of its own: a manager gives an
/// open connection to whoever asks for the same host, whatever he trusts, so that accounts would
/// ride on one another's trust, or fail by it.
class OpenStackClients
{
public:
    /// Where a client speaks to, and as whom.
    struct Use
    {
        QUrl address;
        OpenStackService service = OpenStackService::Volume;
        QString region;
        std::shared_ptr<const Net::AuthScheme> auth;
        std::function<QFuture<Domain::Result<Domain::Done>>()> renew;
        Net::HeaderList headers = {};
    };

    /// No authorities: the system's are trusted. The manager and the clock must outlive it.
    OpenStackClients(QNetworkAccessManager &shared, QList<QSslCertificate> authorities,
                     Domain::Clock &clock);
    ~OpenStackClients();
    Q_DISABLE_COPY_MOVE(OpenStackClients)

    [[nodiscard]] QNetworkAccessManager &network() const;
    [[nodiscard]] std::unique_ptr<Net::HttpClient> make(const Use &use) const;
    /// One that lives as long as this.
    [[nodiscard]] Net::HttpClient *keep(const Use &use);
    /// Those that are kept answer what is open with Cancelled.
    void close();

private:
    QNetworkAccessManager &m_shared;
    std::unique_ptr<QNetworkAccessManager> m_own;
    QList<QSslCertificate> m_authorities;
    Domain::Clock &m_clock;
    std::vector<std::unique_ptr<Net::HttpClient>> m_kept;
};

} // namespace Providers
