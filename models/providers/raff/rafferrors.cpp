// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/rafferrors.h"

#include "net/answererror.h"
#include "providers/lenientfields.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Error;
using Domain::ErrorKind;

namespace {

constexpr int statusOfState = 409;
constexpr int statusOfValue = 400;
constexpr int statusOfMissing = 404;
constexpr int statusOfRight = 403;
constexpr int statusOfBalance = 402;

/// Where an answer passed on what a service behind the API said, the part for people.
QString withoutCallNoise(const QString &message)
{
    constexpr QLatin1StringView noise("rpc error:");
    constexpr QLatin1StringView description("desc = ");
    const qsizetype begin = message.indexOf(description);
    return message.startsWith(noise) && begin >= 0 ? message.sliced(begin + description.size())
                                                   : message;
}

/// The reason stands beside the message, or in an object in the message's place.
QString readReason(const LenientFields &body)
{
    const QString reason = body.text("reason"_L1);
    return reason.isEmpty() ? body.object("message"_L1).text("reason"_L1) : reason;
}

QString readMessage(const LenientFields &body)
{
    for (const QString &text :
         {body.text("message"_L1), body.object("message"_L1).text("message"_L1),
          body.text("error"_L1)}) {
        if (!text.isEmpty()) {
            return withoutCallNoise(text);
        }
    }
    return {};
}

/// A suspended account is no matter of paying: only Raff's support can help.
ErrorKind kindOfReason(const QString &reason)
{
    return reason == "banned"_L1 ? ErrorKind::Forbidden : ErrorKind::PaymentRequired;
}

/// What the reason means, since the API's own text need not be there. Empty for other reasons.
QString meaningOf(const QString &reason)
{
    if (reason == "failed"_L1) {
        return u"The account's last payment failed: until the balance is topped up, or the payment "
               "method renewed in the dashboard, nothing new that costs is made."_s;
    }
    if (reason == "banned"_L1) {
        return u"The account is suspended: only the provider's support can lift that."_s;
    }
    return reason == "no_billing_customer"_L1
        ? u"Billing has not been set up for this account: a payment method has to be added in the "
          "dashboard first."_s
        : QString();
}

/// Our sentence first, then the API's words, each on a line.
QString explained(const QString &meaning, const QString &message)
{
    return meaning.isEmpty() ? message : QString(meaning + u'\n' + message);
}

} // namespace

Error RaffErrors::read(Net::Method method, int status, const QByteArray &body)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    const LenientFields fields(json.object());
    Error error = Net::errorForStatus(method, status);
    if (const QString message = readMessage(fields); !message.isEmpty()) {
        error.message = message;
    }
    const QString reason = readReason(fields);
    if (status == statusOfRight && !reason.isEmpty()) {
        error.kind = kindOfReason(reason);
        error.code = reason;
        error.message = explained(meaningOf(reason), error.message);
    } else if (status == statusOfBalance) {
        error.message = explained(
            u"The account's balance does not cover it, and no card could be charged for it."_s,
            error.message);
    } else if (status == statusOfMissing && fields.json().contains("error"_L1)) {
        error.code = gone;
    } else if (status == statusOfState) {
        // Trying again at once does not help: what goes on there has to end first.
        error.kind = ErrorKind::Locked;
    }
    return error;
}

bool RaffErrors::isGone(const Error &error)
{
    const bool isFromAnswer = error.httpStatus < statusOfValue;
    return error.kind == ErrorKind::NotFound && (isFromAnswer || error.code == gone);
}

Error RaffErrors::notListed()
{
    Error error =
        Domain::failure(ErrorKind::NotFound, u"it is in no list of any project"_s).error();
    error.code = gone;
    return error;
}

Error RaffErrors::missing(const QString &field)
{
    Error error = Domain::failure(ErrorKind::InvalidInput, field + u" is missing or odd"_s).error();
    error.fields.append({field, {}});
    return error;
}

Error RaffErrors::needsPassword()
{
    Error error = Domain::failure(ErrorKind::Unsupported,
                                  u"A new VM with Windows needs a password from the start, and no "
                                  "password is kept in an operation."_s)
                      .error();
    error.code = windows;
    return error;
}

bool RaffErrors::mayBeAboutState(const Error &error)
{
    return error.effect == Domain::Effect::None
        && (error.httpStatus == statusOfState || error.httpStatus == statusOfValue);
}

bool RaffErrors::mayBeAboutImage(const Error &error)
{
    const bool isRefusal = error.httpStatus == statusOfValue || error.httpStatus == statusOfMissing
        || error.httpStatus == statusOfState;
    return isRefusal && error.effect == Domain::Effect::None;
}

} // namespace Providers
