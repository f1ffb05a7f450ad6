// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackcatalog.h"

#include "net/baseurl.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ErrorKind;
using Domain::Result;

namespace {

/// A service that we speak to, by the names that catalogs have for it, the best first.
struct KnownService
{
    std::array<QLatin1StringView, 3> types;
    QLatin1StringView title;
    QLatin1StringView version; ///< the path segment
    bool endsInProject = false;
    std::optional<QUrl> OpenStackServices::*address = nullptr;
};

constexpr std::array knownServices = {
    KnownService{{"block-storage"_L1, "volumev3"_L1, "block-store"_L1},
                 "block storage"_L1,
                 "v3"_L1,
                 true,
                 &OpenStackServices::volume},
    KnownService{
        {"compute"_L1, ""_L1, ""_L1}, "compute"_L1, "v2.1"_L1, false, &OpenStackServices::compute},
    KnownService{{"image"_L1, ""_L1, ""_L1}, "image"_L1, "v2"_L1, false, &OpenStackServices::image},
};

/// For catalogs that name no region: there is but one then.
const QString &onlyRegion()
{
    static const QString name = u"default"_s;
    return name;
}

qsizetype versionIndex(const QStringList &segments)
{
    static const QRegularExpression version(u"^v[0-9]+(\\.[0-9]+)?$"_s);
    return segments.lastIndexOf(version);
}

/// The address with our version at its end: catalogs give it with, without, or with another one.
QUrl withVersion(const QUrl &url, const KnownService &service, const QString &project)
{
    QStringList segments = url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    const qsizetype at = versionIndex(segments);
    const bool isOurs = at >= 0 && segments.at(at) == service.version;
    if (!isOurs) {
        segments = segments.first(at < 0 ? segments.size() : at);
        segments.append(service.version);
    }
    if (service.endsInProject && segments.last() == service.version) {
        segments.append(project);
    }
    QUrl address = url;
    address.setPath(u'/' + segments.join(u'/'), QUrl::TolerantMode);
    return address;
}

std::unexpected<Domain::Error> badAddress(const KnownService &service,
                                          const OpenStackEndpoint &endpoint,
                                          const Domain::Error &reason)
{
    const QUrl url(endpoint.url);
    Domain::Error error;
    error.kind = ErrorKind::InvalidInput;
    error.host = url.host();
    error.message =
        u"the cloud's catalog gives an address for its %1 service in %2 that can't be used (%3): %4"_s
            .arg(service.title, endpoint.region.isEmpty() ? onlyRegion() : endpoint.region,
                 url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery), reason.message);
    return std::unexpected(error);
}

Result<QUrl> addressOf(const KnownService &service, const OpenStackEndpoint &endpoint,
                       const OpenStackCatalog::Choice &choice)
{
    using PlainText = OpenStackCatalog::Choice::PlainText;
    const Result<QUrl> url = Net::checkedBaseUrl(QUrl(endpoint.url));
    if (!url) {
        return badAddress(service, endpoint, url.error());
    }
    if (url->scheme() != "https"_L1 && choice.plainText != PlainText::OnThisMachine) {
        return badAddress(service, endpoint,
                          Domain::failure(ErrorKind::InvalidInput,
                                          u"http:// to this machine, where the login is not"_s)
                              .error());
    }
    return withVersion(*url, service, choice.project);
}

/// The catalog's line for a service under its best name; a region's lines alone.
const OpenStackEndpoint *findEndpoint(const QList<OpenStackEndpoint> &lines,
                                      const KnownService &service)
{
    for (const QLatin1StringView type : service.types) {
        const auto found = std::ranges::find(lines, type, &OpenStackEndpoint::type);
        if (!type.isEmpty() && found != lines.end()) {
            return &*found;
        }
    }
    return nullptr;
}

Result<OpenStackServices> servicesOf(const QString &region, const QList<OpenStackEndpoint> &lines,
                                     const OpenStackCatalog::Choice &choice)
{
    OpenStackServices services;
    services.region = region;
    for (const KnownService &service : knownServices) {
        const OpenStackEndpoint *endpoint = findEndpoint(lines, service);
        if (!endpoint) {
            continue;
        }
        Result<QUrl> address = addressOf(service, *endpoint, choice);
        if (!address) {
            return std::unexpected(address.error());
        }
        services.*service.address = *std::move(address);
    }
    return services;
}

bool isOfUse(const OpenStackServices &services)
{
    return services.volume || services.compute || services.image;
}

} // namespace

Result<QList<OpenStackServices>> OpenStackCatalog::services(const QList<OpenStackEndpoint> &catalog,
                                                            const Choice &choice)
{
    QMap<QString, QList<OpenStackEndpoint>> regions;
    for (const OpenStackEndpoint &endpoint : catalog) {
        const QString region = endpoint.region.isEmpty() ? onlyRegion() : endpoint.region;
        const bool isWanted = choice.region.isEmpty() || choice.region == region;
        if (isWanted && endpoint.catalogInterface == choice.catalogInterface) {
            regions[region].append(endpoint);
        }
    }
    QList<OpenStackServices> found;
    for (auto it = regions.cbegin(); it != regions.cend(); ++it) {
        const Result<OpenStackServices> services = servicesOf(it.key(), *it, choice);
        if (!services) {
            return std::unexpected(services.error());
        }
        if (isOfUse(*services)) {
            found.append(*services);
            found.last().hasNetworks =
                std::ranges::contains(catalog, u"network"_s, &OpenStackEndpoint::type);
        }
    }
    return found;
}

bool OpenStackCatalog::knows(const QString &type)
{
    return !type.isEmpty()
        && std::ranges::any_of(knownServices, [&type](const KnownService &service) {
               return std::ranges::contains(service.types, type);
           });
}

QUrl OpenStackCatalog::versionRoot(const QUrl &address)
{
    const QStringList segments = address.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    QUrl root = address;
    root.setPath(u'/' + segments.first(versionIndex(segments) + 1).join(u'/'), QUrl::TolerantMode);
    return root;
}

} // namespace Providers
