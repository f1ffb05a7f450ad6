// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/answererror.h"

using namespace Qt::StringLiterals;

namespace Net {

using Domain::Effect;
using Domain::Error;
using Domain::ErrorKind;

namespace {

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 400:
    case 406:
    case 413:
    case 415:
    case 422:
        return ErrorKind::InvalidInput;
    case 401:
        return ErrorKind::Unauthorized;
    case 402:
        return ErrorKind::PaymentRequired;
    case 403:
    case 407:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 405:
    case 501:
        return ErrorKind::Unsupported;
    case 408:
        return ErrorKind::TimedOut;
    case 409:
        return ErrorKind::Conflict;
    case 410:
        return ErrorKind::Removed;
    case 412:
    case 503:
        return ErrorKind::Unavailable;
    case 423:
        return ErrorKind::Locked;
    case 429:
        return ErrorKind::RateLimited;
    default:
        return status >= 500 ? ErrorKind::ServerError : ErrorKind::Unknown;
    }
}

ErrorKind kindOfFailure(QNetworkReply::NetworkError failure)
{
    using enum QNetworkReply::NetworkError;
    // Qt's list is long and open; the rest is a connection that ended.
    if (failure == HostNotFoundError || failure == ProxyNotFoundError) {
        return ErrorKind::HostNotFound;
    }
    if (failure == ConnectionRefusedError || failure == ProxyConnectionRefusedError
        || failure == UnknownNetworkError || failure == TemporaryNetworkFailureError
        || failure == NetworkSessionFailedError || failure == UnknownProxyError
        || failure == ProxyAuthenticationRequiredError) {
        return ErrorKind::NoConnection;
    }
    if (failure == TimeoutError || failure == ProxyTimeoutError) {
        return ErrorKind::TimedOut;
    }
    if (failure == SslHandshakeFailedError) {
        return ErrorKind::Tls;
    }
    if (failure == ProtocolUnknownError || failure == ProtocolInvalidOperationError
        || failure == ProtocolFailure || failure == UnknownContentError) {
        return ErrorKind::Protocol;
    }
    return ErrorKind::Interrupted;
}

/// Proof that the request never left: there was nobody to send it to.
bool neverLeft(QNetworkReply::NetworkError failure)
{
    using enum QNetworkReply::NetworkError;
    return failure == ConnectionRefusedError || failure == HostNotFoundError
        || failure == SslHandshakeFailedError || failure == ProxyConnectionRefusedError
        || failure == ProxyNotFoundError || failure == ProxyAuthenticationRequiredError;
}

} // namespace

Effect lostEffect(Method method)
{
    return method == Method::Get ? Effect::None : Effect::Ambiguous;
}

Error errorForStatus(Method method, int status)
{
    Error error;
    error.kind = kindOfStatus(status);
    error.httpStatus = status;
    error.message = u"HTTP status %1 without an explanation"_s.arg(status);
    const bool mayHaveRun = status == 408 || (status >= 500 && status != 501);
    error.effect = mayHaveRun ? lostEffect(method) : Effect::None;
    return error;
}

Error errorForTransport(Method method, QNetworkReply::NetworkError failure, const QString &text)
{
    Error error;
    error.kind = kindOfFailure(failure);
    error.message = text;
    error.effect = neverLeft(failure) ? Effect::None : lostEffect(method);
    return error;
}

bool isTransportFailure(QNetworkReply::NetworkError failure, int status)
{
    using enum QNetworkReply::NetworkError;
    const bool isBelowHttp = failure != NoError && failure < ContentAccessDenied;
    // Qt calls some refusals, 400 among them, errors of the protocol.
    const bool isBrokenHttp =
        failure >= ProtocolUnknownError && failure < InternalServerError && status < 400;
    // Asked to send the body again, by a hang-up or by an answer, 307 for one, that is worth more.
    const bool isNotSentAgain = failure == ContentReSendError && status == 0;
    return isBelowHttp || isBrokenHttp || isNotSentAgain;
}

QByteArray verb(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET"_ba;
    case Method::Post:
        return "POST"_ba;
    case Method::Put:
        return "PUT"_ba;
    case Method::Patch:
        return "PATCH"_ba;
    case Method::Delete:
        return "DELETE"_ba;
    }
    Q_UNREACHABLE_RETURN("GET"_ba);
}

} // namespace Net
