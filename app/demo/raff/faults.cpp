// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/faults.h"

#include "demo/raff/refusals.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

const int usualRate = 30;
const int secondsOfThrottle = 1;

// Longer than any client waits.
Answer silence()
{
    Answer answer = gatewayPage(504, "Gateway Timeout");
    answer.heldBack = std::chrono::hours(1);
    return answer;
}

Answer noiseOfTheBackend()
{
    return refuse(500, u"rpc error: code = Internal desc = hypervisor did not answer"_s);
}

const QHash<QString, Answer> &refusals()
{
    static const QHash<QString, Answer> all{
        {u"bad-request"_s, refuseInput(u"The request is not valid"_s)},
        {u"unauthorized"_s, unauthorized()},
        {u"no-balance"_s, refuseBalance()},
        {u"forbidden"_s, refuseRole()},
        {u"banned"_s, refusePurchase(u"banned"_s)},
        {u"failed"_s, refusePurchase(u"failed"_s)},
        {u"no_billing_customer"_s, refusePurchase(u"no_billing_customer"_s)},
        {u"not-found"_s, refuseUnknown(u"Resource"_s)},
        {u"conflict"_s, refuseState(u"The resource is not in the right state"_s)},
        {u"throttled"_s, refuseRate(usualRate, secondsOfThrottle)},
        {u"server-error"_s, noiseOfTheBackend()},
        {u"bad-gateway"_s, gatewayPage(502, "Bad Gateway")},
        {u"unavailable"_s, refuse(503, u"The service is temporarily unavailable"_s)},
        {u"gateway-timeout"_s, gatewayPage(504, "Gateway Timeout")},
        {u"html"_s, gatewayPage(200, "Welcome")},
        {u"silence"_s, silence()},
    };
    return all;
}

QStringList drawnFor(const Request &)
{
    return {u"throttled"_s, u"server-error"_s, u"bad-gateway"_s, u"unavailable"_s};
}

bool isAmbiguous(const QString &code)
{
    return code != "throttled"_L1;
}

} // namespace

FaultPlan::Words faultWords()
{
    return {drawnFor, isAmbiguous};
}

Answer faultAnswer(const QString &code)
{
    return refusals().value(code, noiseOfTheBackend());
}

} // namespace Demo::Raff
