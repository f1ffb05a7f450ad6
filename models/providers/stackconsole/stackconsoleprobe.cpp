// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsoleprobe.h"

#include "domain/clock.h"
#include "net/answererror.h"
#include "net/parsing.h"
#include "providers/asyncsteps.h"
#include "providers/stackconsole/stackconsolerequests.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Done;
using Domain::ErrorKind;
using Domain::Result;

namespace {

constexpr std::chrono::seconds probeTimeout{15};
constexpr int unauthenticated = 401;

/// Every answer of the API carries a word on how it went.
bool isFrame(const QByteArray &body)
{
    const QString word = QJsonDocument::fromJson(body)["status"_L1].toString();
    return word.compare("success"_L1, Qt::CaseInsensitive) == 0
        || word.compare("error"_L1, Qt::CaseInsensitive) == 0;
}

QString whatIsThere(const QByteArray &body)
{
    if (body.trimmed().isEmpty()) {
        return u"an empty answer"_s;
    }
    if (body.trimmed().startsWith('<')) {
        return u"a web page"_s;
    }
    const QJsonDocument json = QJsonDocument::fromJson(body);
    return json.isNull() ? u"something that is not JSON"_s : u"JSON of another kind"_s;
}

/// What the API says to somebody without a token.
Domain::Error readProbe(Net::Method method, int status, const QByteArray &body)
{
    Domain::Error error = Net::errorForStatus(method, status);
    const bool isTheApi = status == unauthenticated && isFrame(body);
    error.message = isTheApi ? QString() : whatIsThere(body);
    return error;
}

bool isRefusalOfTheApi(const Domain::Error &error)
{
    return error.httpStatus == unauthenticated && error.message.isEmpty();
}

Domain::Error notTheApi(const QUrl &baseUrl, int status, const QString &found)
{
    Domain::Error error;
    error.kind = ErrorKind::Protocol;
    error.httpStatus = status;
    error.host = baseUrl.host();
    error.message = u"%1 answered with %2 (HTTP status %3), not as the API does"_s.arg(
        baseUrl.toDisplayString(), found, QString::number(status));
    return error;
}

Result<Done> judgeProbe(const QUrl &baseUrl, const Result<Net::HttpAnswer> &answer)
{
    if (answer) {
        return isFrame(answer->body)
            ? Result<Done>(Done())
            : std::unexpected(notTheApi(baseUrl, answer->status, whatIsThere(answer->body)));
    }
    const Domain::Error &error = answer.error();
    if (isRefusalOfTheApi(error)) {
        return Done();
    }
    const bool hasAnswered = error.httpStatus != 0;
    return std::unexpected(hasAnswered ? notTheApi(baseUrl, error.httpStatus, error.message)
                                       : error);
}

} // namespace

QFuture<Result<Done>> StackConsoleProbe::confirm(const QUrl &baseUrl,
                                                 QNetworkAccessManager &network,
                                                 Domain::Clock &clock)
{
    Net::HttpClientOptions options;
    options.baseUrl = baseUrl;
    options.readError = readProbe;
    options.timeout = probeTimeout;
    auto *client = new Net::HttpClient(options, network, clock); // goes once it has answered
    QFuture<Result<Net::HttpAnswer>> answer = client->send(StackConsoleRequests::regions());
    const Domain::Deferred<Done> deferred;
    Net::passOnCancel(deferred.future(), answer, client);
    onEnd(answer, client, [client, deferred, baseUrl](const Result<Net::HttpAnswer> &found) {
        client->deleteLater();
        deferred.settle(judgeProbe(baseUrl, found));
    });
    return deferred.future();
}

} // namespace Providers
