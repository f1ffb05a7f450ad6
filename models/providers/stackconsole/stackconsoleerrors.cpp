// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsoleerrors.h"

#include "net/answererror.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Error;
using Domain::ErrorField;
using Domain::ErrorKind;

namespace {

constexpr qsizetype longestExcerpt = 200;
constexpr int readingTriesWithoutRoute = 5;
constexpr std::chrono::milliseconds firstWaitForRoute{2'000};

bool mentions(const QString &text, QLatin1StringView word)
{
    return text.contains(word, Qt::CaseInsensitive);
}

/// "The provided block storage is invalid.": the thing, "block_storage"; empty for other texts.
QString invalidThing(const QString &message)
{
    static const QRegularExpression pattern(
        uR"(^the (?:provided|selected) ([a-z0-9 _-]+) is invalid\.?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString thing = pattern.match(message.trimmed()).captured(1);
    return thing.toLower().replace(u' ', u'_');
}

/// Things that a request to take a snapshot names beside its source.
bool isChosenValue(const QString &thing)
{
    static const QStringList values = {
        u"plan"_s,           u"billing_cycle"_s, u"project"_s, u"region"_s,
        u"cloud_provider"_s, u"service"_s,       u"coupon"_s,  u"name"_s};
    return values.contains(thing);
}

bool isMissingRoute(const QString &message)
{
    return mentions(message, "the route"_L1) && mentions(message, "could not be found"_L1);
}

bool isMissingObject(const QString &message)
{
    return mentions(message, "not-found"_L1) || mentions(message, "no query results for model"_L1)
        || !invalidThing(message).isEmpty();
}

bool isQuota(const QString &message)
{
    const bool isAboutLimit = mentions(message, "limit"_L1)
        && (mentions(message, "exceed"_L1) || mentions(message, "reach"_L1)
            || mentions(message, "maximum"_L1));
    return mentions(message, "quota"_L1) || isAboutLimit;
}

bool isAboutMoney(const QString &message)
{
    const bool isLack = mentions(message, "insufficient"_L1) || mentions(message, "not enough"_L1);
    return isLack
        && (mentions(message, "balance"_L1) || mentions(message, "credit"_L1)
            || mentions(message, "fund"_L1));
}

/// Refused for what goes on there now, mostly in the words of the cloud below.
bool isAboutState(const QString &message)
{
    static const std::array parts = {"not in the shutdown state"_L1, "not in the right state"_L1,
                                     "not in ready state"_L1,        "vm state change"_L1,
                                     "try again later"_L1,           "is suspended"_L1,
                                     "please remove vm snapshots"_L1};
    return std::ranges::any_of(parts,
                               [&](QLatin1StringView part) { return mentions(message, part); });
}

bool isTaken(const QString &message)
{
    return mentions(message, "already"_L1) || mentions(message, "taken"_L1)
        || mentions(message, "unique"_L1) || mentions(message, "exists"_L1);
}

QString joined(const QJsonValue &messages)
{
    QStringList texts;
    const QJsonArray values = messages.isArray() ? messages.toArray() : QJsonArray{messages};
    for (const QJsonValueConstRef value : values) {
        if (value.isString()) {
            texts.append(value.toString());
        }
    }
    return texts.join(u' ');
}

QList<ErrorField> remarksOf(const QJsonObject &remarks)
{
    QList<ErrorField> fields;
    for (auto it = remarks.begin(); it != remarks.end(); ++it) {
        const QString message = joined(it.value());
        if (message.isEmpty()) {
            return {}; // another thing than remarks
        }
        fields.append({it.key(), message});
    }
    return fields;
}

/// Remarks on fields stand in "errors" or, in another shape of the same answer, in "data".
QList<ErrorField> readRemarks(const LenientFields &frame)
{
    const QList<ErrorField> fields = remarksOf(frame.json().value("errors"_L1).toObject());
    return fields.isEmpty() && !frame.flag("success"_L1).value_or(true)
        ? remarksOf(frame.json().value("data"_L1).toObject())
        : fields;
}

/// What a message says of itself, whatever its status.
std::optional<ErrorKind> kindOfMessage(const QString &message)
{
    if (isQuota(message)) {
        return ErrorKind::QuotaExceeded;
    }
    if (isAboutMoney(message)) {
        return ErrorKind::PaymentRequired;
    }
    return isAboutState(message) ? std::optional(ErrorKind::Unavailable) : std::nullopt;
}

void readMissing(Error &error)
{
    const QString thing = invalidThing(error.message);
    if (!thing.isEmpty()) {
        error.fields = {{thing, error.message}};
    }
    error.kind = isChosenValue(thing) ? ErrorKind::InvalidInput : ErrorKind::NotFound;
    error.code = error.kind == ErrorKind::NotFound ? StackConsoleErrors::gone : QLatin1StringView();
}

/// No right, no such object, or no way to it yet.
void readForbidden(Error &error)
{
    if (isMissingRoute(error.message)) {
        error.kind = ErrorKind::Unavailable;
        error.code = StackConsoleErrors::noRouteYet;
    } else if (isMissingObject(error.message)) {
        readMissing(error);
    } else if (mentions(error.message, "read-only"_L1) || mentions(error.message, "read only"_L1)) {
        error.kind = ErrorKind::ReadOnlyCredential;
    } else {
        error.kind = kindOfMessage(error.message).value_or(ErrorKind::Forbidden);
    }
}

void readValidation(Error &error)
{
    const auto isName = [](const ErrorField &field) {
        return field.name == "name"_L1;
    };
    const auto name = std::ranges::find_if(error.fields, isName);
    const bool isNameTaken = name != error.fields.end() && isTaken(name->message);
    QString whole = error.message;
    for (const ErrorField &field : std::as_const(error.fields)) {
        whole += u' ' + field.message;
    }
    error.kind =
        isNameTaken ? ErrorKind::NameTaken : kindOfMessage(whole).value_or(ErrorKind::InvalidInput);
}

QString excerpt(const QByteArray &body, int status)
{
    const QString text = QString::fromUtf8(body.first(std::min(body.size(), 4 * longestExcerpt)));
    return u"HTTP status %1: %2"_s.arg(status).arg(text.simplified().left(longestExcerpt));
}

void readOtherConflict(Error &error)
{
    // Nothing promises that trying again helps.
    error.kind = isTaken(error.message) ? ErrorKind::NameTaken : ErrorKind::Unavailable;
}

} // namespace

Error StackConsoleErrors::read(Net::Method method, int status, const QByteArray &body)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    const LenientFields frame(json.object());
    Error error = Net::errorForStatus(method, status);
    error.message = frame.text("message"_L1);
    if (error.message.isEmpty()) {
        error.message = excerpt(body, status);
    }
    error.fields = readRemarks(frame);
    if (!json.isObject()) {
        return error;
    }
    switch (status) {
    case 403:
        readForbidden(error);
        break;
    case 404:
        // Without the frame it may be any web server's.
        error.code = frame.json().contains("status"_L1) && !isMissingRoute(error.message)
            ? gone
            : QLatin1StringView();
        break;
    case 409:
        readOtherConflict(error);
        break;
    case 400:
    case 422:
        readValidation(error);
        break;
    case 500:
        if (mentions(error.message, "no query results for model"_L1)) {
            readMissing(error);
        }
        break;
    default:
        break;
    }
    return error;
}

bool StackConsoleErrors::isRefusal(const LenientFields &frame)
{
    const bool isError = frame.text("status"_L1).compare("error"_L1, Qt::CaseInsensitive) == 0;
    return isError || !frame.flag("success"_L1).value_or(true);
}

Error StackConsoleErrors::ofRefusal(const LenientFields &frame)
{
    Error error;
    error.message = frame.text("message"_L1);
    error.fields = readRemarks(frame);
    error.kind = ErrorKind::ServerError;
    if (!error.fields.isEmpty()) {
        readValidation(error);
    } else if (isMissingObject(error.message)) {
        readMissing(error);
    } else {
        error.kind = kindOfMessage(error.message).value_or(ErrorKind::ServerError);
    }
    if (error.message.isEmpty()) {
        error.message = u"the API calls its answer an error, without a reason"_s;
    }
    return error;
}

bool StackConsoleErrors::isGone(const Error &error)
{
    return error.kind == ErrorKind::NotFound && error.code == gone;
}

std::optional<std::chrono::milliseconds> StackConsoleErrors::waitBeforeReadingAgain(
    int attempt, const Error &error)
{
    if (error.code != noRouteYet || attempt >= readingTriesWithoutRoute) {
        return std::nullopt;
    }
    return firstWaitForRoute * (1 << (attempt - 1));
}

} // namespace Providers
