// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpclient.h"

#include "net/clientcore.h"

namespace Net {

HttpClient::HttpClient(HttpClientOptions options, QNetworkAccessManager &manager,
                       Domain::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(options), manager, clock, this))
{
}

HttpClient::~HttpClient()
{
    // While all of it still stands: a reader that runs now may ask it again.
    d->close();
}

QFuture<Domain::Result<HttpAnswer>> HttpClient::send(const HttpRequest &request, Priority priority)
{
    return d->add(request, priority);
}

void HttpClient::close()
{
    d->close();
}

int HttpClient::connections() const
{
    return d->options().connections;
}

QString HttpClient::host() const
{
    return d->options().host();
}

} // namespace Net
