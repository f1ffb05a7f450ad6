// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackclients.h"

#include "providers/openstack/openstackerrors.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>

namespace Providers {

namespace {

class ClientText
{
    Q_DECLARE_TR_FUNCTIONS(OpenStackClients)
};

/// What could not be reached, where many services in many regions could be meant.
QString clientTitle(const OpenStackClients::Use &use)
{
    const QString host = use.address.host();
    switch (use.service) {
    case OpenStackService::Volume:
        return ClientText::tr("%1 (block storage, region %2)").arg(host, use.region);
    case OpenStackService::Compute:
        return ClientText::tr("%1 (servers, region %2)").arg(host, use.region);
    case OpenStackService::Image:
        return ClientText::tr("%1 (images, region %2)").arg(host, use.region);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

OpenStackClients::OpenStackClients(QNetworkAccessManager &shared,
                                   QList<QSslCertificate> authorities, Domain::Clock &clock)
    : m_shared(shared)
    , m_own(authorities.isEmpty() ? nullptr : std::make_unique<QNetworkAccessManager>())
    , m_authorities(std::move(authorities))
    , m_clock(clock)
{
}

OpenStackClients::~OpenStackClients() = default;

QNetworkAccessManager &OpenStackClients::network() const
{
    return m_own ? *m_own : m_shared;
}

std::unique_ptr<Net::HttpClient> OpenStackClients::make(const Use &use) const
{
    Net::HttpClientOptions options;
    options.baseUrl = use.address;
    options.title = clientTitle(use);
    options.auth = use.auth;
    options.readError = OpenStackErrors::read;
    options.requestIdHeader = "x-openstack-request-id";
    options.headers = use.headers;
    options.authorities = m_authorities;
    options.renew = use.renew;
    return std::make_unique<Net::HttpClient>(std::move(options), network(), m_clock);
}

Net::HttpClient *OpenStackClients::keep(const Use &use)
{
    m_kept.push_back(make(use));
    return m_kept.back().get();
}

void OpenStackClients::close()
{
    for (const std::unique_ptr<Net::HttpClient> &client : m_kept) {
        client->close();
    }
}

} // namespace Providers
