// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/baseurl.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Net {

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

std::unexpected<Domain::Error> refused(const QString &reason)
{
    return Domain::failure(Domain::ErrorKind::InvalidInput, reason);
}

/// "..", also percent-encoded, would climb out of the base path.
bool climbs(const QString &path)
{
    const QStringList segments = path.split(u'/');
    return std::ranges::any_of(segments, [](const QString &segment) {
        const QByteArray decoded = QByteArray::fromPercentEncoding(segment.toUtf8());
        return decoded == "." || decoded == "..";
    });
}

} // namespace

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

Domain::Result<QUrl> checkedBaseUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty()) {
        return refused(u"the address is not a URL"_s);
    }
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1) {
        return refused(u"the address must begin with https://"_s);
    }
    if (url.scheme() == "http"_L1 && !isLoopback(url.host())) {
        return refused(u"http:// is allowed to this machine only; use https://"_s);
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return refused(u"the address must hold no user, password, query or fragment"_s);
    }
    return url.adjusted(QUrl::StripTrailingSlash | QUrl::NormalizePathSegments);
}

Domain::Result<QUrl> targetUrl(const QUrl &base, const HttpRequest &request)
{
    if (request.path.isEmpty() || request.path.startsWith(u'/') || climbs(request.path)) {
        return refused(u"the request's path leaves the API's address"_s);
    }
    const QString basePath = base.path(QUrl::FullyEncoded);
    QUrl url = base;
    url.setPath((basePath.endsWith(u'/') ? basePath : basePath + u'/') + request.path,
                QUrl::TolerantMode);
    if (!request.query.isEmpty()) {
        // A plus sign would be read as a blank.
        QString query = request.query.toString(QUrl::FullyEncoded);
        url.setQuery(query.replace(u'+', "%2B"_L1));
    }
    if (!url.isValid()) {
        return refused(u"the request's path can't be part of a URL"_s);
    }
    return url;
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

} // namespace Net
