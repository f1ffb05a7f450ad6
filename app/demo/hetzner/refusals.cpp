// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/refusals.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

struct Reason
{
    int status = 500;
    QString message;
};

const QHash<QString, Reason> &reasons()
{
    static const QHash<QString, Reason> all{
        {u"json_error"_s, {400, u"the body is not valid JSON"_s}},
        {u"unauthorized"_s, {401, u"unable to authenticate"_s}},
        {u"token_readonly"_s, {401, u"the token may only read"_s}},
        {u"forbidden"_s, {403, u"insufficient permissions for this request"_s}},
        {u"maintenance"_s, {403, u"can't be carried out during maintenance"_s}},
        {u"resource_limit_exceeded"_s, {403, u"a limit has been reached"_s}},
        {u"not_found"_s, {404, u"not found"_s}},
        {u"method_not_allowed"_s, {405, u"this method is not allowed here"_s}},
        {u"uniqueness_error"_s, {409, u"the name is already used"_s}},
        {u"conflict"_s, {409, u"the resource has changed during the request, please retry"_s}},
        {u"deprecated_api_endpoint"_s, {410, u"this endpoint has been removed"_s}},
        {u"resource_unavailable"_s, {412, u"the requested resource is currently unavailable"_s}},
        {u"invalid_input"_s, {422, u"invalid input"_s}},
        {u"placement_error"_s, {422, u"no place was found for the server"_s}},
        {u"service_error"_s, {422, u"the service could not do it"_s}},
        {u"unsupported_error"_s, {422, u"this is not supported"_s}},
        {u"locked"_s, {423, u"the resource is locked by another action"_s}},
        {u"protected"_s, {423, u"the resource is protected"_s}},
        {u"rate_limit_exceeded"_s, {429, u"limit of requests per hour reached"_s}},
        {u"server_error"_s, {500, u"an error occurred in the backend"_s}},
        {u"bad_gateway"_s, {502, u"the backend gave an invalid answer"_s}},
        {u"unavailable"_s, {503, u"the service is currently unavailable"_s}},
        {u"timeout"_s, {504, u"the backend did not answer in time"_s}},
    };
    return all;
}

} // namespace

Answer refuse(const QString &code, const QString &message, const QJsonObject &details)
{
    const QJsonObject error{
        {u"code"_s, code},
        {u"message"_s, message},
        {u"details"_s, details.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(details)},
    };
    Answer answer;
    answer.status = reasons().value(code, reasons().value(u"server_error"_s)).status;
    answer.body = QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson(QJsonDocument::Compact);
    return answer;
}

Answer refuseInput(const QList<FieldProblem> &problems)
{
    QJsonArray fields;
    QStringList names;
    for (const FieldProblem &problem : problems) {
        fields.append(
            QJsonObject{{u"name"_s, problem.field}, {u"messages"_s, QJsonArray{problem.message}}});
        names.append(u"'%1'"_s.arg(problem.field));
    }
    return refuse(u"invalid_input"_s, u"invalid input in field "_s + names.join(u", "_s),
                  {{u"fields"_s, fields}});
}

Answer refuseLimit(const QString &limit)
{
    return refuse(u"resource_limit_exceeded"_s, u"%1 exceeded"_s.arg(limit),
                  {{u"limits"_s, QJsonArray{QJsonObject{{u"name"_s, limit}}}}});
}

Answer refuseName(const QString &field)
{
    return refuse(u"uniqueness_error"_s, reasons().value(u"uniqueness_error"_s).message,
                  {{u"fields"_s, QJsonArray{QJsonObject{{u"name"_s, field}}}}});
}

Answer refuseGone(const QString &announcement)
{
    return refuse(u"deprecated_api_endpoint"_s,
                  reasons().value(u"deprecated_api_endpoint"_s).message,
                  {{u"announcement"_s, announcement}});
}

Answer notFound(const QString &what)
{
    return refuse(u"not_found"_s, u"%1 not found"_s.arg(what));
}

Answer badGatewayPage()
{
    Answer answer;
    answer.status = 502;
    answer.contentType = "text/html";
    answer.body = "<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n"
                  "<center><h1>502 Bad Gateway</h1></center>\n</body>\n</html>\n";
    return answer;
}

Answer refuseAtWill(const QString &code)
{
    if (code == "bad_gateway"_L1) {
        return badGatewayPage();
    }
    if (code == "resource_limit_exceeded"_L1) {
        return refuseLimit(u"snapshot_limit"_s);
    }
    return refuse(code, reasons().value(code, reasons().value(u"server_error"_s)).message);
}

} // namespace Demo::Hetzner
