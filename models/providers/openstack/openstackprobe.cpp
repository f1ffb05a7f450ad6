// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackprobe.h"

#include "domain/clock.h"
#include "net/answererror.h"
#include "net/parsing.h"
#include "providers/asyncsteps.h"
#include "providers/openstack/openstackkeystone.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Done;
using Domain::ErrorKind;
using Domain::Result;

namespace {

constexpr std::chrono::seconds keystoneProbeTimeout{15};
constexpr int notLoggedIn = 401;
constexpr QLatin1StringView isKeystone{"keystone"};

/// The refusal of who is not logged in has a form of its own.
Domain::Error readKeystoneProbe(Net::Method method, int status, const QByteArray &body)
{
    Domain::Error error = Net::errorForStatus(method, status);
    const QJsonValue refusal = QJsonDocument::fromJson(body)["error"_L1];
    if (status == notLoggedIn && refusal["code"_L1].toInteger() == notLoggedIn) {
        error.code = isKeystone;
    }
    return error;
}

Result<Done> judgeKeystoneProbe(const QUrl &authUrl, const Result<Net::HttpAnswer> &answer)
{
    Domain::Error error = answer ? Domain::Error() : answer.error();
    if (error.code == isKeystone || error.kind == ErrorKind::Tls) {
        return Done();
    }
    if (!answer && error.httpStatus == 0) {
        return std::unexpected(error);
    }
    error.kind = ErrorKind::Protocol;
    error.httpStatus = answer ? answer->status : error.httpStatus;
    error.host = authUrl.host();
    error.message = u"%1 answered with HTTP status %2, not as Keystone does"_s.arg(
        authUrl.toDisplayString(), QString::number(error.httpStatus));
    return std::unexpected(error);
}

} // namespace

QFuture<Result<Done>> OpenStackProbe::confirm(const QUrl &authUrl, QNetworkAccessManager &network,
                                              Domain::Clock &clock)
{
    Net::HttpClientOptions options;
    options.baseUrl = OpenStackKeystone::address(authUrl);
    options.readError = readKeystoneProbe;
    options.timeout = keystoneProbeTimeout;
    auto *client = new Net::HttpClient(options, network, clock); // goes once it has answered
    QFuture<Result<Net::HttpAnswer>> answer = client->send(OpenStackKeystone::projects());
    const Domain::Deferred<Done> deferred;
    Net::passOnCancel(deferred.future(), answer, client);
    onEnd(answer, client, [client, deferred, authUrl](const Result<Net::HttpAnswer> &found) {
        client->deleteLater();
        deferred.settle(judgeKeystoneProbe(authUrl, found));
    });
    return deferred.future();
}

} // namespace Providers
