// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/faults.h"

#include "demo/stackconsole/listing.h"
#include "demo/stackconsole/refusals.h"

#include <QHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Demo::StackConsole {

namespace {

using Refuse = Answer (*)(const QString &route);

// The last word of the path that names a kind of thing: "blockstorage snapshot".
QString thingOf(const QString &route)
{
    const QString kind = route.startsWith("blockstorages"_L1) ? u"blockstorage"_s
        : route.startsWith("virtual-machines"_L1)             ? u"virtual machine"_s
                                                              : u"service"_s;
    return route.contains("/snapshots/"_L1) ? kind + u" snapshot"_s : kind;
}

Answer tooManyWithRetryAfter(const QString &)
{
    Answer answer = refuseTooMany();
    answer.headers.append({"Retry-After"_ba, "2"_ba});
    return answer;
}

Answer quotaReached(const QString &)
{
    return refuse(403,
                  u"Quota exceeded: the Block Storage Snapshot limit of 20 for this project has "
                  "been reached."_s);
}

// Longer than any client waits.
Answer silence()
{
    Answer answer = frontPage(504, "Gateway Time-out");
    answer.heldBack = std::chrono::hours(1);
    return answer;
}

const QHash<QString, Refuse> &refusals()
{
    using Route = const QString &;
    static const QHash<QString, Refuse> all{
        {u"html"_s,
         [](Route) {
             return portalPage();
         }},
        {u"html-error"_s,
         [](Route) {
             return asPage(refuse(500, u"Server Error"_s));
         }},
        {u"unauthenticated"_s,
         [](Route) {
             return unauthenticated();
         }},
        {u"forbidden"_s,
         [](Route) {
             return refusePermission();
         }},
        {u"invalid"_s,
         [](Route route) {
             return refuseInvalid(thingOf(route));
         }},
        {u"invalid-plan"_s,
         [](Route) {
             return refuseInvalid(u"plan"_s);
         }},
        {u"not-found-word"_s,
         [](Route) {
             return refuse(403, u"block-storage::snapshot.not-found"_s);
         }},
        {u"route"_s,
         [](Route route) {
             return refuseRoute(403, route);
         }},
        {u"not-found"_s,
         [](Route route) {
             return refuseRoute(404, route);
         }},
        {u"no-model"_s,
         [](Route) {
             return refuseModel(u"Snapshot"_s, u"1"_s);
         }},
        {u"vm-running"_s,
         [](Route) {
             return refuse(
                 403, u"The VM the specified disk is attached to is not in the shutdown state."_s);
         }},
        {u"quota"_s, quotaReached},
        {u"name-taken"_s,
         [](Route) {
             return refuseByErrors({{u"name"_s, u"The name has already been taken."_s}});
         }},
        {u"validation-errors"_s,
         [](Route) {
             return refuseByErrors({{u"plan"_s, u"The selected plan is invalid."_s}});
         }},
        {u"validation-data"_s,
         [](Route) {
             return refuseByData({{u"name"_s, u"The name field is required."_s}});
         }},
        {u"throttled"_s,
         [](Route) {
             return refuseTooMany();
         }},
        {u"throttled-retry-after"_s, tooManyWithRetryAfter},
        {u"null-property"_s,
         [](Route) {
             return refuseNothing();
         }},
        {u"server-error"_s,
         [](Route) {
             return refuse(500, u"Server Error"_s);
         }},
        {u"bad-gateway"_s,
         [](Route) {
             return frontPage(502, "Bad Gateway");
         }},
        {u"unavailable"_s,
         [](Route) {
             return refuse(503, u"Service Unavailable"_s);
         }},
        {u"gateway-timeout"_s,
         [](Route) {
             return frontPage(504, "Gateway Time-out");
         }},
        {u"error-in-200"_s,
         [](Route) {
             return refuse(200, u"Something went wrong."_s);
         }},
        {u"silence"_s,
         [](Route) {
             return silence();
         }},
        {u"no-plan"_s,
         [](Route) {
             return success(QJsonArray());
         }},
    };
    return all;
}

// The same success, told in another of the vendor's ways.
using Reshape = QJsonValue (*)(const QJsonObject &answer);

const QHash<QString, Reshape> &reshapes()
{
    using Object = const QJsonObject &;
    static const QHash<QString, Reshape> all{
        {u"data-null"_s,
         [](Object) {
             return QJsonValue(QJsonValue::Null);
         }},
        {u"data-null-list"_s,
         [](Object) {
             return QJsonValue(QJsonArray{QJsonValue::Null});
         }},
        {u"nested-data"_s,
         [](Object answer) {
             return QJsonValue(answer);
         }},
    };
    return all;
}

Answer reshaped(const Answer &answer, Reshape reshape)
{
    if (answer.status != 200) {
        return answer;
    }
    return success(reshape(QJsonDocument::fromJson(answer.body).object()));
}

QStringList drawnFor(const Request &request)
{
    QStringList codes{u"throttled"_s, u"server-error"_s, u"bad-gateway"_s, u"unavailable"_s};
    if (request.isWrite()) {
        codes.append(u"route"_s);
    }
    return codes;
}

bool isAmbiguous(const QString &code)
{
    return code != "throttled"_L1 && code != "route"_L1;
}

} // namespace

FaultPlan::Words faultWords()
{
    return {drawnFor, isAmbiguous};
}

Answer faultAnswer(const Refusal &fault, const QString &route,
                   const std::function<Answer()> &carryOut)
{
    if (const Reshape reshape = reshapes().value(fault.code)) {
        return reshaped(carryOut(), reshape);
    }
    if (fault.carried == Refusal::Carried::Out) {
        static_cast<void>(carryOut());
    }
    return refusals().value(fault.code, refusals().value(u"server-error"_s))(route);
}

} // namespace Demo::StackConsole
