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

// The kind of thing that a path leads to: "blockstorage snapshot".
QString thingOf(const QString &route)
{
    const QString kind = route.startsWith("blockstorages"_L1) ? u"blockstorage"_s
        : route.startsWith("virtual-machines"_L1)             ? u"virtual machine"_s
                                                              : u"service"_s;
    return route.contains("/snapshots/"_L1) ? QString(kind + u" snapshot"_s) : kind;
}

Answer tooManyWithRetryAfter()
{
    Answer answer = refuseTooMany();
    answer.headers.append({"Retry-After"_ba, "2"_ba});
    return answer;
}

// Longer than any client waits.
Answer silence()
{
    Answer answer = frontPage(504, "Gateway Time-out");
    answer.heldBack = std::chrono::hours(1);
    return answer;
}

QString quotaText()
{
    return u"Quota exceeded: the Block Storage Snapshot limit of 20 for this project has been "
           "reached."_s;
}

QString runningText()
{
    return u"The VM the specified disk is attached to is not in the shutdown state."_s;
}

// Refusals that say the same of every path.
const QHash<QString, Answer> &refusals()
{
    static const QHash<QString, Answer> all{
        {u"html"_s, portalPage()},
        {u"html-error"_s, asPage(refuse(500, u"Server Error"_s))},
        {u"unauthenticated"_s, unauthenticated()},
        {u"forbidden"_s, refusePermission()},
        {u"invalid-plan"_s, refuseInvalid(u"plan"_s)},
        {u"not-found-word"_s, refuse(403, u"block-storage::snapshot.not-found"_s)},
        {u"no-model"_s, refuseModel(u"Snapshot"_s, u"1"_s)},
        {u"vm-running"_s, refuse(403, runningText())},
        {u"quota"_s, refuse(403, quotaText())},
        {u"name-taken"_s, refuseByErrors({{u"name"_s, u"The name has already been taken."_s}})},
        {u"validation-errors"_s, refuseByErrors({{u"plan"_s, u"The selected plan is invalid."_s}})},
        {u"validation-data"_s, refuseByData({{u"name"_s, u"The name field is required."_s}})},
        {u"throttled"_s, refuseTooMany()},
        {u"throttled-retry-after"_s, tooManyWithRetryAfter()},
        {u"null-property"_s, refuseNothing()},
        {u"server-error"_s, refuse(500, u"Server Error"_s)},
        {u"bad-gateway"_s, frontPage(502, "Bad Gateway")},
        {u"unavailable"_s, refuse(503, u"Service Unavailable"_s)},
        {u"gateway-timeout"_s, frontPage(504, "Gateway Time-out")},
        {u"error-in-200"_s, refuse(200, u"Something went wrong."_s)},
        {u"no-plan"_s, success(QJsonArray())},
        {u"silence"_s, silence()},
    };
    return all;
}

Answer refusalOf(const QString &code, const QString &route)
{
    if (code == "invalid"_L1) {
        return refuseInvalid(thingOf(route));
    }
    if (code == "route"_L1 || code == "not-found"_L1) {
        return refuseRoute(code == "route"_L1 ? 403 : 404, route);
    }
    return refusals().value(code, refuse(500, u"Server Error"_s));
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
    return refusalOf(fault.code, route);
}

} // namespace Demo::StackConsole
