// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/refusals.h"

#include "demo/raff/listing.h"

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

QString nameOf(int status)
{
    switch (status) {
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 402:
        return u"Payment Required"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not Found"_s;
    case 405:
        return u"Method Not Allowed"_s;
    case 409:
        return u"Conflict"_s;
    case 429:
        return u"Rate limit exceeded"_s;
    case 503:
        return u"Service Unavailable"_s;
    default:
        return u"Internal Server Error"_s;
    }
}

QString whyNot(const QString &reason)
{
    if (reason == "banned"_L1) {
        return u"This account is suspended."_s;
    }
    return reason == "failed"_L1 ? u"The last payment failed."_s
                                 : u"Billing is not set up for this account."_s;
}

} // namespace

Answer refuse(int status, const QString &message)
{
    return answerWith(status, {{u"error"_s, nameOf(status)}, {u"message"_s, message}});
}

Answer refuseInput(const QString &message)
{
    return refuse(400, message);
}

Answer refuseUnknown(const QString &thing)
{
    return refuse(404, thing + u" not found"_s);
}

Answer refuseState(const QString &message)
{
    return refuse(409, message);
}

Answer unauthorized()
{
    return refuse(401, u"API key is missing or not valid"_s);
}

Answer refuseRole()
{
    return refuse(403, u"The role of this API key lacks the permission for this operation"_s);
}

Answer refusePurchase(const QString &reason)
{
    return answerWith(403,
                      {{u"error"_s, u"Billing validation failed"_s},
                       {u"message"_s, whyNot(reason)},
                       {u"reason"_s, reason}});
}

Answer refuseBalance()
{
    return refuse(402, u"Insufficient balance for this operation"_s);
}

Answer refuseRate(int perSecond, int waitSeconds)
{
    Answer answer = refuse(429, u"Too many requests with this API key"_s);
    answer.headers = {{"Retry-After"_ba, QByteArray::number(waitSeconds)},
                      {"X-RateLimit-Limit"_ba, QByteArray::number(perSecond)},
                      {"X-RateLimit-Remaining"_ba, "0"_ba}};
    return answer;
}

Answer gatewayPage(int status, const QByteArray &reason)
{
    const QByteArray title = QByteArray::number(status) + ' ' + reason;
    Answer answer;
    answer.status = status;
    answer.contentType = "text/html; charset=UTF-8";
    answer.body = "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head>\n<body><h1>"
        + title + "</h1></body></html>\n";
    return answer;
}

} // namespace Demo::Raff
