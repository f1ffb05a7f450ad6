// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/refusals.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

QString titleOf(int status)
{
    switch (status) {
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not Found"_s;
    case 405:
        return u"Method Not Allowed"_s;
    case 409:
        return u"Conflict"_s;
    case 413:
        return u"Request Entity Too Large"_s;
    case 415:
        return u"Unsupported Media Type"_s;
    case 429:
        return u"Too Many Requests"_s;
    case 503:
        return u"Service Unavailable"_s;
    default:
        return u"Internal Server Error"_s;
    }
}

QString keyOf(int status)
{
    switch (status) {
    case 400:
        return u"badRequest"_s;
    case 403:
        return u"forbidden"_s;
    case 404:
        return u"itemNotFound"_s;
    case 405:
        return u"badMethod"_s;
    case 409:
        return u"conflictingRequest"_s;
    case 413:
    case 429:
        return u"overLimit"_s;
    case 503:
        return u"serviceUnavailable"_s;
    default:
        return u"computeFault"_s;
    }
}

QString wantsAuthentication()
{
    return u"The request you have made requires authentication."_s;
}

QString wantsAuthenticationForImages()
{
    return u"This server could not verify that you are authorized to access the document you "
           "requested. Either you supplied the wrong credentials (e.g., bad password), or your "
           "browser does not understand how to supply the credentials required."_s;
}

Answer overLimit(int status, const QString &message, int waitSeconds)
{
    const QJsonObject limit{{u"code"_s, status},
                            {u"message"_s, message},
                            {u"retryAfter"_s, QString::number(waitSeconds)}};
    Answer answer = answerWith(status, {{u"overLimit"_s, limit}});
    answer.headers.append({"Retry-After"_ba, QByteArray::number(waitSeconds)});
    return answer;
}

} // namespace

Answer answerWith(int status, const QJsonObject &object)
{
    Answer answer;
    answer.status = status;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

Answer answerEmpty(int status)
{
    Answer answer;
    answer.status = status;
    return answer;
}

Answer refuseIdentity(int status, const QString &message)
{
    const QJsonObject error{
        {u"code"_s, status}, {u"message"_s, message}, {u"title"_s, titleOf(status)}};
    return answerWith(status, {{u"error"_s, error}});
}

Answer refuse(int status, const QString &message)
{
    const QJsonObject refusal{{u"code"_s, status}, {u"message"_s, message}};
    return answerWith(status, {{keyOf(status), refusal}});
}

Answer refusePlainly(int status, const QString &message)
{
    return answerWith(status,
                      {{u"message"_s, QString(message + u"<br /><br />\n\n\n"_s)},
                       {u"code"_s, u"%1 %2"_s.arg(status).arg(titleOf(status))},
                       {u"title"_s, titleOf(status)}});
}

Answer refuseBy(Service service, int status, const QString &message)
{
    switch (service) {
    case Service::Identity:
        return refuseIdentity(status, message);
    case Service::Volume:
    case Service::Compute:
        return refuse(status, message);
    case Service::Image:
        return refusePlainly(status, message);
    }
    Q_UNREACHABLE_RETURN({});
}

Answer unauthorized(Service service, const QString &base)
{
    Answer answer = service == Service::Image ? refusePlainly(401, wantsAuthenticationForImages())
                                              : refuseIdentity(401, wantsAuthentication());
    answer.headers.append(
        {"WWW-Authenticate"_ba, "Keystone uri=\"" + base.toLatin1() + "/identity/v3\""});
    return answer;
}

Answer refusePath(Service service)
{
    if (service == Service::Identity) {
        return gatewayPage(404, "Not Found");
    }
    return refusePlainly(404, u"The resource could not be found."_s);
}

Answer refuseMethod(Service service, const QByteArray &method)
{
    if (service == Service::Identity) {
        return answerWith(405,
                          {{u"message"_s, u"The method is not allowed for the requested URL."_s}});
    }
    if (service != Service::Image) {
        return refusePath(service);
    }
    return refusePlainly(
        405,
        u"The method %1 is not allowed for this resource. "_s.arg(QString::fromLatin1(method)));
}

Answer refusePolicy(Service service, const QString &policy)
{
    switch (service) {
    case Service::Identity:
        return refuseIdentity(
            403, u"You are not authorized to perform the requested action: %1."_s.arg(policy));
    case Service::Volume:
    case Service::Compute:
        return refuse(403, u"Policy doesn't allow %1 to be performed."_s.arg(policy));
    case Service::Image:
        return refusePlainly(403, u"You are not authorized to complete %1 action."_s.arg(policy));
    }
    Q_UNREACHABLE_RETURN({});
}

Answer refuseUnknown(const QString &thing, const QString &id)
{
    return refuse(404, u"%1 %2 could not be found."_s.arg(thing, id));
}

Answer refuseQuota(const QString &message)
{
    return overLimit(413, message, 0);
}

Answer refuseRate(int waitSeconds)
{
    return overLimit(429, u"This request was rate-limited."_s, waitSeconds);
}

Answer gatewayPage(int status, const QByteArray &reason)
{
    const QByteArray title = QByteArray::number(status) + ' ' + reason;
    Answer answer;
    answer.status = status;
    answer.contentType = "text/html; charset=UTF-8";
    answer.body =
        "<!doctype html>\n<html lang=en>\n<title>" + title + "</title>\n<h1>" + reason + "</h1>\n";
    return answer;
}

} // namespace Demo::OpenStack
