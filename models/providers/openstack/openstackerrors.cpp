// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackerrors.h"

#include "net/answererror.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Error;
using Domain::ErrorKind;

namespace {

constexpr qsizetype longestMessage = 300;
constexpr int httpBadRequest = 400;
constexpr int httpForbidden = 403;
constexpr int httpNotFound = 404;
constexpr int httpNotAcceptable = 406;
constexpr int httpConflict = 409;
constexpr int httpTooLarge = 413;

/// A refusal, whichever shape it came in.
struct RefusalText
{
    QString code;
    QString message; ///< as written
    qint64 retryAfter = 0; ///< seconds
};

qint64 secondsOf(const QJsonValue &value)
{
    return value.isString() ? value.toString().toLongLong() : value.toInteger();
}

std::optional<RefusalText> readRefusal(const QByteArray &body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    if (json.value("message"_L1).isString()) {
        return RefusalText{json.value("title"_L1).toString(), json.value("message"_L1).toString()};
    }
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QJsonObject inner = it.value().toObject();
        if (inner.value("message"_L1).isString()) {
            const QString title = inner.value("title"_L1).toString();
            return RefusalText{it.key() == "error"_L1 && !title.isEmpty() ? title : it.key(),
                               inner.value("message"_L1).toString(),
                               secondsOf(inner.value("retryAfter"_L1))};
        }
    }
    return std::nullopt;
}

bool says(const QString &message, QLatin1StringView words)
{
    return message.contains(words, Qt::CaseInsensitive);
}

bool saysQuota(const QString &message)
{
    const bool isAboutLimit = says(message, "quota"_L1) || says(message, "maximum number of"_L1)
        || says(message, "limitexceeded"_L1);
    return isAboutLimit && says(message, "exceed"_L1);
}

bool saysRate(const RefusalText &refusal)
{
    return refusal.retryAfter > 0 || says(refusal.message, "rate-limit"_L1)
        || says(refusal.message, "rate limit"_L1)
        || says(refusal.message, "request(s) can be made"_L1);
}

/// In a state that passes by itself, unlike "in-use" and "error_deleting".
bool saysBusy(const QString &message)
{
    static const QRegularExpression passing(
        u"(?:current status is:?|in (?:vm_state|task_state|status)) '?(?!error_|awaiting)"
        u"(?:[a-z_]*ing\\b|image_[a-z_]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return passing.match(message).hasMatch();
}

/// In a state in which it can't be done, until somebody changes it.
bool saysState(const QString &message)
{
    return says(message, "status must be"_L1) || says(message, "in vm_state"_L1)
        || says(message, "in task_state"_L1) || says(message, "current status is"_L1);
}

ErrorKind kindOfForbidden(const QString &message)
{
    if (saysQuota(message)) {
        return ErrorKind::QuotaExceeded;
    }
    return says(message, "is protected"_L1) ? ErrorKind::Protected : ErrorKind::Forbidden;
}

/// Trying again at once helps nobody: what the object does has to end first, or somebody has to
/// change it.
ErrorKind kindOfConflict(const QString &message)
{
    if (saysBusy(message)) {
        return ErrorKind::Locked;
    }
    if (says(message, "is locked"_L1)) {
        return ErrorKind::Protected;
    }
    return saysState(message) ? ErrorKind::InvalidInput : ErrorKind::Locked;
}

ErrorKind kindOfTooLarge(const RefusalText &refusal)
{
    if (saysRate(refusal)) {
        return ErrorKind::RateLimited;
    }
    return refusal.code == "overLimit"_L1 || saysQuota(refusal.message) ? ErrorKind::QuotaExceeded
                                                                        : ErrorKind::InvalidInput;
}

ErrorKind kindOfRefusal(int status, const RefusalText &refusal, ErrorKind byStatus)
{
    switch (status) {
    case httpBadRequest:
        return saysBusy(refusal.message) ? ErrorKind::Locked : byStatus;
    case httpForbidden:
        return kindOfForbidden(refusal.message);
    case httpNotFound:
        // A token outlives the application credential it was made of, but is worth nothing.
        return says(refusal.message, "could not find application credential"_L1)
            ? ErrorKind::Unauthorized
            : byStatus;
    case httpNotAcceptable:
        return ErrorKind::Unsupported;
    case httpConflict:
        return kindOfConflict(refusal.message);
    case httpTooLarge:
        return kindOfTooLarge(refusal);
    default:
        return byStatus;
    }
}

/// What a limit is on, in the vendor's word: "SnapshotLimitExceeded", "instances".
QString limitOf(const QString &message)
{
    static const QRegularExpression named(
        uR"(^([A-Za-z]+(?:Exceeded|Quota)):|exceeded for (?:quota ')?([a-z_]+))"_s);
    const QRegularExpressionMatch match = named.match(message);
    return match.captured(1) + match.captured(2);
}

} // namespace

Error OpenStackErrors::read(Net::Method method, int status, const QByteArray &body)
{
    Error error = Net::errorForStatus(method, status);
    const std::optional<RefusalText> refusal = readRefusal(body);
    if (!refusal) {
        return error;
    }
    error.code = refusal->code;
    const QString message = readable(refusal->message);
    if (!message.isEmpty()) {
        error.message = message;
    }
    error.kind = kindOfRefusal(status, *refusal, error.kind);
    if (error.kind == ErrorKind::QuotaExceeded) {
        const QString limit = limitOf(refusal->message);
        if (!limit.isEmpty()) {
            error.fields.append({limit, message});
        }
    }
    return error;
}

bool OpenStackErrors::isGone(const Error &error)
{
    if (error.kind != ErrorKind::NotFound) {
        return false;
    }
    const bool isFromAnswer = error.httpStatus < httpBadRequest;
    // Both say of a path that they don't have: "The resource could not be found."
    const bool isPath = error.message.startsWith("The resource could not be found"_L1);
    return isFromAnswer || (!error.code.isEmpty() && !isPath);
}

QString OpenStackErrors::readable(const QString &message)
{
    static const QRegularExpression markUp(u"<[^<>]{0,40}>"_s);
    static const QRegularExpression schema(u"\\s*Failed validating .*"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    QString text = message;
    text.remove(schema).replace(markUp, u" "_s);
    text.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1);
    text.replace("&quot;"_L1, "\""_L1).replace("&#x27;"_L1, "'"_L1).replace("&#39;"_L1, "'"_L1);
    text = text.replace("&amp;"_L1, "&"_L1).simplified();
    return text.size() > longestMessage ? text.first(longestMessage) + u'…' : text;
}

} // namespace Providers
