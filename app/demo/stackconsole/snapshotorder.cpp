// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/snapshotorder.h"

#include "demo/stackconsole/catalogue.h"
#include "demo/stackconsole/plans.h"
#include "demo/stackconsole/refusals.h"
#include "demo/stackconsole/tenant.h"
#include "demo/stackconsole/words.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

using namespace Qt::StringLiterals;

namespace Demo::StackConsole {

namespace {

const qsizetype longestName = 255;

// The framework trims what it is given, and takes nothing for null.
QString textOf(const QJsonObject &body, const QString &field)
{
    return body.value(field).toString().trimmed();
}

QString requiredText(const QString &field)
{
    return u"The %1 field is required."_s.arg(QString(field).replace(u'_', u' '));
}

// Rules that look at the request alone.
FieldProblems problemsOf(const QJsonObject &body, SnapshotKind kind)
{
    FieldProblems problems;
    for (const QString &field : {u"name"_s, u"service"_s}) {
        if (!body.value(field).isString() && body.contains(field) && !body.value(field).isNull()) {
            problems.insert(field, u"The %1 field must be a string."_s.arg(field));
        } else if (textOf(body, field).isEmpty()) {
            problems.insert(field, requiredText(field));
        }
    }
    if (textOf(body, u"name"_s).size() > longestName) {
        problems.insert(
            u"name"_s,
            u"The name field must not be greater than %1 characters."_s.arg(longestName));
    }
    if (!body.value(u"is_memory"_s).isBool()) {
        problems.insert(u"is_memory"_s,
                        body.contains(u"is_memory"_s)
                            ? u"The is memory field must be true or false."_s
                            : requiredText(u"is_memory"_s));
    }
    if (kind == SnapshotKind::Machine && !body.value(u"is_vm_snapshot"_s).toBool()) {
        problems.insert(u"is_vm_snapshot"_s, requiredText(u"is_vm_snapshot"_s));
    }
    return problems;
}

bool isOffered(const Plan &plan, const Tenant &tenant)
{
    return plan.sale == Plan::Sale::On
        && (tenant.traits.sellsVolumeSnapshots
            || plan.service != serviceName(SnapshotKind::Volume));
}

// A reference that is missing is not looked for; one that leads nowhere is told by its field.
std::optional<Answer> badReference(const QJsonObject &body, const Tenant &tenant)
{
    const QStringList references{u"plan"_s, u"project"_s, u"cloud_provider"_s, u"region"_s,
                                 u"billing_cycle"_s};
    for (const QString &field : references) {
        if (textOf(body, field).isEmpty()) {
            return refuseNothing();
        }
    }
    const Plan *plan = findPlan(textOf(body, u"plan"_s));
    const Region *region = findRegion(textOf(body, u"region"_s));
    if (!findProject(textOf(body, u"project"_s))) {
        return refuseInvalid(u"project"_s);
    }
    if (!region || region->opening == Region::Opening::ComingSoon) {
        return refuseInvalid(u"region"_s);
    }
    if (textOf(body, u"cloud_provider"_s) != computeProvider()) {
        return refuseInvalid(u"cloud provider"_s);
    }
    if (!findBillingCycle(textOf(body, u"billing_cycle"_s))) {
        return refuseInvalid(u"billing cycle"_s);
    }
    if (!plan || !isOffered(*plan, tenant)) {
        return refuseInvalid(u"plan"_s);
    }
    return std::nullopt;
}

// Rules that need the account.
std::optional<Answer> conflict(const QJsonObject &body, const Snapshot &wished,
                               const Tenant &tenant)
{
    FieldProblems problems;
    if (tenant.isNameTaken(wished)) {
        problems.insert(u"name"_s, u"The name has already been taken."_s);
    }
    if (textOf(body, u"billing_cycle"_s) != billingCycles().first().slug) {
        problems.insert(u"billing_cycle"_s, u"The selected billing cycle is invalid."_s);
    }
    if (!textOf(body, u"coupon"_s).isEmpty()) {
        problems.insert(u"coupon"_s, u"The selected coupon is invalid."_s);
    }
    if (!problems.isEmpty()) {
        return refuseByErrors(problems);
    }
    const QString full = tenant.fullQuota(wished);
    if (full.isEmpty()) {
        return std::nullopt;
    }
    const int quota = full == "project"_L1 ? tenant.projectQuota() : tenant.accountQuota();
    return refuse(403,
                  u"Quota exceeded: the %1 limit of %2 for this %3 has been reached."_s.arg(
                      serviceName(wished.kind), QString::number(quota), full));
}

} // namespace

std::expected<SnapshotOrder, Answer> readOrder(const Request &request, SnapshotKind kind,
                                               const Tenant &tenant)
{
    // What is no JSON is read as no fields at all.
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const FieldProblems problems = problemsOf(body, kind);
    if (!problems.isEmpty()) {
        return std::unexpected(refuseByData(problems));
    }
    if (const std::optional<Answer> refusal = badReference(body, tenant)) {
        return std::unexpected(*refusal);
    }
    SnapshotOrder order;
    order.plan = findPlan(textOf(body, u"plan"_s));
    order.snapshot.kind = kind;
    order.snapshot.name = textOf(body, u"name"_s);
    order.snapshot.project = textOf(body, u"project"_s);
    order.snapshot.region = textOf(body, u"region"_s);
    order.snapshot.hasMemory = body.value(u"is_memory"_s).toBool();
    if (const std::optional<Answer> refusal = conflict(body, order.snapshot, tenant)) {
        return std::unexpected(*refusal);
    }
    return order;
}

} // namespace Demo::StackConsole
