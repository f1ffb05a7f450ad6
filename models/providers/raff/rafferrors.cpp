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

bool RaffErrors::mayBeAboutState(const Error &error)
{
    return error.effect == Domain::Effect::None
        && (error.httpStatus == statusOfState || error.httpStatus == statusOfValue);
}

} // namespace Providers
