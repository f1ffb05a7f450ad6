// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/answerreader.h"

#include "net/answererror.h"
#include "net/authscheme.h"
#include "net/baseurl.h"
#include "net/ratelimiter.h"
#include "net/redaction.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Net {

using Domain::Error;
using Domain::ErrorKind;

namespace {

using Header = QHttpHeaders::WellKnownHeader;

bool isHtml(const ExchangeEnd &end)
{
    const QString type = QString::fromLatin1(end.headers.value(Header::ContentType));
    return type.trimmed().startsWith("text/html"_L1, Qt::CaseInsensitive);
}

bool isRedirect(int status)
{
    return status >= 300 && status < 400;
}

Error protocolError(Method method, const QString &message)
{
    Error error;
    error.kind = ErrorKind::Protocol;
    error.message = message;
    error.effect = lostEffect(method);
    return error;
}

Error redirectError(Method method, const ExchangeEnd &end)
{
    const QUrl target = QUrl::fromEncoded(end.headers.value(Header::Location).toByteArray());
    return protocolError(
        method,
        target.host().isEmpty()
            ? u"the API redirected, which is not followed"_s
            : u"the API redirected to %1, which is not followed"_s.arg(target.host()));
}

/// Without the credential, which a reader that shortens texts would leave half of.
QByteArray cleanBody(const HttpClientOptions &options, const ExchangeEnd &end)
{
    return options.auth ? options.auth->withoutSecret(QString::fromUtf8(end.body)).toUtf8()
                        : end.body;
}

/// "Too large" is said of too many requests as well: where it passes, the answer tells when.
bool asksToWait(const ExchangeEnd &end)
{
    constexpr int tooLarge = 413;
    constexpr int tooMany = 429;
    const auto epoch = QDateTime::fromSecsSinceEpoch(0, QTimeZone::UTC);
    const RateSigns signs = readRateSigns(end.status, end.headers, epoch, RateHeaders::Ignored);
    const bool isPassing = signs.retryAfter.value_or(std::chrono::milliseconds(0)).count() > 0;
    return end.status == tooMany || (end.status == tooLarge && isPassing);
}

Error refusal(const HttpClientOptions &options, Method method, const ExchangeEnd &end)
{
    const bool explains = options.readError && !isHtml(end) && !end.body.trimmed().isEmpty();
    const Error byStatus = errorForStatus(method, end.status);
    Error error =
        explains ? options.readError(method, end.status, cleanBody(options, end)) : byStatus;
    if (asksToWait(end)) {
        error.kind = ErrorKind::RateLimited;
        error.effect = Domain::Effect::None;
    }
    if (byStatus.effect == Domain::Effect::Ambiguous) {
        error.effect = Domain::Effect::Ambiguous;
    }
    if (method == Method::Get) {
        error.effect = Domain::Effect::None;
    }
    return error;
}

QHash<QByteArray, QByteArray> askedHeaders(const HttpRequest &request, const ExchangeEnd &end)
{
    QHash<QByteArray, QByteArray> found;
    for (const QByteArray &name : request.answerHeaders) {
        if (end.headers.contains(name)) {
            found.insert(name, end.headers.value(name).toByteArray());
        }
    }
    return found;
}

Domain::Result<HttpAnswer> success(const HttpClientOptions &options, const HttpRequest &request,
                                   const ExchangeEnd &end)
{
    if (isHtml(end) && !end.body.isEmpty()) {
        return std::unexpected(protocolError(request.method, u"HTML instead of JSON"_s));
    }
    return HttpAnswer{end.status, end.body, requestId(options, end),
                      end.headers.combinedValue(Header::Link), askedHeaders(request, end)};
}

Domain::Result<HttpAnswer> judged(const HttpClientOptions &options, const HttpRequest &request,
                                  const ExchangeEnd &end)
{
    if (end.failure) {
        return std::unexpected(*end.failure);
    }
    if (end.status >= 200 && end.status < 300) {
        return success(options, request, end);
    }
    if (isRedirect(end.status)) {
        return std::unexpected(redirectError(request.method, end));
    }
    return std::unexpected(refusal(options, request.method, end));
}

} // namespace

Domain::Result<HttpAnswer> readAnswer(const HttpClientOptions &options, const HttpRequest &request,
                                      const ExchangeEnd &end)
{
    Domain::Result<HttpAnswer> answer = judged(options, request, end);
    if (!answer) {
        Error error = answer.error();
        error.httpStatus = end.status;
        error.host = options.host();
        error.requestId = requestId(options, end);
        return std::unexpected(withoutSecret(error, options.auth.get()));
    }
    return answer;
}

std::optional<QUrl> allowedRedirect(Method method, const QUrl &asked, const ExchangeEnd &end)
{
    const QByteArrayView location = end.headers.value(Header::Location);
    if (method != Method::Get || !isRedirect(end.status) || location.isEmpty()) {
        return std::nullopt;
    }
    const QUrl target = asked.resolved(QUrl::fromEncoded(location.toByteArray()));
    const bool isSafe =
        target.isValid() && isSameOrigin(asked, target) && target.userInfo().isEmpty();
    return isSafe ? std::optional(target.adjusted(QUrl::RemoveFragment)) : std::nullopt;
}

QString requestId(const HttpClientOptions &options, const ExchangeEnd &end)
{
    if (options.requestIdHeader.isEmpty()) {
        return {};
    }
    const QString id = printable(end.headers.value(options.requestIdHeader).toByteArray());
    return options.auth ? options.auth->withoutSecret(id) : id;
}

} // namespace Net
