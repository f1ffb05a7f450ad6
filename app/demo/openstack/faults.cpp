// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/faults.h"

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const int secondsOfThrottle = 1;

// Longer than any client waits.
Answer silence()
{
    Answer answer = gatewayPage(504, "Gateway Timeout");
    answer.heldBack = std::chrono::hours(1);
    return answer;
}

Answer noise(Service service)
{
    return refuseBy(service, 500, u"Unexpected API Error. The request has been logged."_s);
}

Answer conflict(Service service)
{
    return refuseBy(service, 409, u"The resource is in use by another request; try again."_s);
}

Answer quota(Service service)
{
    return service == Service::Volume
        ? refuseQuota(u"SnapshotLimitExceeded: Maximum number of snapshots allowed (10) exceeded"_s)
        : refuseBy(service, 403, u"Quota exceeded for this project"_s);
}

bool isOrder(const Request &request)
{
    return request.method == "POST" && serviceOf(request.path) != Service::Identity;
}

QStringList drawnFor(const Request &request)
{
    QStringList codes{u"throttled"_s, u"server-error"_s, u"bad-gateway"_s, u"unavailable"_s};
    if (isOrder(request)) {
        codes += {u"conflict"_s, u"over-quota"_s};
    }
    return codes;
}

bool isAmbiguous(const QString &code)
{
    return code == "server-error"_L1 || code == "bad-gateway"_L1 || code == "unavailable"_L1
        || code == "gateway-timeout"_L1 || code == "silence"_L1;
}

} // namespace

Service serviceOf(const QString &path)
{
    if (path.contains(u"/volume/"_s)) {
        return Service::Volume;
    }
    if (path.contains(u"/compute/"_s)) {
        return Service::Compute;
    }
    return path.contains(u"/image/"_s) ? Service::Image : Service::Identity;
}

FaultPlan::Words faultWords()
{
    return {drawnFor, isAmbiguous};
}

Answer faultAnswer(const QString &code, Service service, const QString &base)
{
    if (code == "bad-request"_L1) {
        return refuseBy(service, 400, u"The request is not valid."_s);
    }
    if (code == "unauthorized"_L1) {
        return unauthorized(service, base);
    }
    if (code == "forbidden"_L1) {
        return refusePolicy(service, u"the_request"_s);
    }
    if (code == "not-found"_L1) {
        return refuseBy(service, 404, u"The resource could not be found."_s);
    }
    if (code == "conflict"_L1) {
        return conflict(service);
    }
    if (code == "over-quota"_L1) {
        return quota(service);
    }
    if (code == "throttled"_L1) {
        return refuseRate(secondsOfThrottle);
    }
    if (code == "unavailable"_L1) {
        return refusePlainly(503,
                             u"The server is currently unavailable. Please try again at a "
                             "later time."_s);
    }
    if (code == "bad-gateway"_L1) {
        return gatewayPage(502, "Bad Gateway");
    }
    if (code == "gateway-timeout"_L1) {
        return gatewayPage(504, "Gateway Timeout");
    }
    if (code == "html"_L1) {
        return gatewayPage(200, "Welcome");
    }
    return code == "silence"_L1 ? silence() : noise(service);
}

} // namespace Demo::OpenStack
