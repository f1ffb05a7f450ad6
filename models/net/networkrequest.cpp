// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/networkrequest.h"

#include "net/baseurl.h"

#include <QHttp1Configuration>
#include <QSslConfiguration>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Net {

namespace {

void setWire(QNetworkRequest &request, const HttpClientOptions &options)
{
    const bool isTls = request.url().scheme() == "https"_L1;
    const bool mayBeHttp2 = isTls && options.http == HttpClientOptions::Http::Version2;
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, mayBeHttp2);
    QHttp1Configuration http1;
    http1.setNumberOfConnectionsPerHost(std::clamp(options.connections, 1, 255));
    request.setHttp1Configuration(http1);
    if (isTls) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        if (!options.authorities.isEmpty()) {
            tls.setCaCertificates(options.authorities);
        }
        request.setSslConfiguration(tls);
    }
}

void forbidOwnWill(QNetworkRequest &request)
{
    using enum QNetworkRequest::Attribute;
    request.setAttribute(RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(CacheSaveControlAttribute, false);
    request.setAttribute(CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(HttpPipeliningAllowedAttribute, false);
}

} // namespace

QNetworkRequest networkRequest(const HttpClientOptions &options, const QUrl &url,
                               HttpClient::Priority priority)
{
    QNetworkRequest request(url);
    forbidOwnWill(request);
    setWire(request, options);
    request.setPriority(priority == HttpClient::Priority::User ? QNetworkRequest::HighPriority
                                                               : QNetworkRequest::NormalPriority);
    request.setDecompressedSafetyCheckThreshold(options.maximumBody);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Snapdeck/" SNAPDECK_VERSION ""_s);
    request.setRawHeader("Accept", "application/json");
    if (isLoopback(url.host())) {
        // Packing and unpacking costs more there than the bytes it saves.
        request.setRawHeader("Accept-Encoding", "identity");
    }
    for (const auto &[name, value] : options.headers) {
        request.setRawHeader(name, value);
    }
    if (options.auth) {
        options.auth->authorize(request);
    }
    return request;
}

} // namespace Net
