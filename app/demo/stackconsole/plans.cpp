// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/plans.h"

#include "demo/stackconsole/catalogue.h"
#include "demo/stackconsole/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Demo::StackConsole {

namespace {

const int hoursAMonth = 732;
const int unitsOfAKyat = 10'000;

QJsonObject hourlyCycle()
{
    const BillingCycle &cycle = billingCycles().first();
    return {{u"id"_s, uuidOf(u"billing cycle"_s, cycle.slug)},
            {u"name"_s, cycle.name},
            {u"slug"_s, cycle.slug},
            {u"duration"_s, cycle.duration},
            {u"unit"_s, cycle.unit},
            {u"is_enabled"_s, true},
            {u"sort_order"_s, 1}};
}

QJsonArray pricesOf(const Plan &plan)
{
    return {QJsonObject{{u"id"_s, uuidOf(u"price"_s, plan.slug)},
                        {u"amount"_s, amountText(plan.hourly)},
                        {u"otc"_s, amountText(0)},
                        {u"currency"_s, currencyJson()},
                        {u"billing_cycle"_s, hourlyCycle()}}};
}

// Without one, the vendor writes an empty list where an object is meant.
QJsonValue tagOf(const Plan &plan)
{
    if (plan.tag.isEmpty()) {
        return QJsonArray();
    }
    return QJsonObject{{u"label"_s, plan.tag}, {u"value"_s, plan.tag}, {u"color"_s, u"green"_s}};
}

} // namespace

const QList<Plan> &plans()
{
    static const QString yangon = u"1cng-ygn-az01"_s;
    static const QString singapore = u"1cng-sgp-az01"_s;
    static const QString volumes = serviceName(SnapshotKind::Volume);
    static const QString machines = serviceName(SnapshotKind::Machine);
    static const QList<Plan> all{
        {u"Snapshot per GB"_s, u"snapshot-per-gb"_s, volumes, yangon, {}, 1200, u"Recommended"_s},
        {u"Snapshot per GB (2024)"_s,
         u"snapshot-per-gb-2024"_s,
         volumes,
         yangon,
         {},
         950,
         {},
         Plan::Sale::Ended},
        {u"VM Snapshot per GB"_s, u"vm-snapshot-ygn"_s, machines, yangon, {}, 1500},
        // Two for volumes, one of each storage; none for machines.
        {u"Snapshot NVMe"_s, u"snapshot-nvme-sgp"_s, volumes, singapore, u"nvme"_s, 2125},
        {u"Snapshot SSD"_s, u"snapshot-ssd-sgp"_s, volumes, singapore, u"ssd"_s, 1375},
        {u"Volume per GB"_s, u"volume-per-gb-ygn"_s, u"Block Storage"_s, yangon, u"nvme"_s, 3989},
        {u"Volume per GB"_s, u"volume-per-gb-sgp"_s, u"Block Storage"_s, singapore, {}, 5120},
    };
    return all;
}

const Plan *findPlan(const QString &slug)
{
    const auto found = std::ranges::find(plans(), slug, &Plan::slug);
    return found == plans().end() ? nullptr : &*found;
}

QStringList planServices()
{
    return {u"Virtual Machine"_s,
            u"Virtual Router"_s,
            u"Block Storage"_s,
            u"Load Balancer"_s,
            u"Kubernetes"_s,
            u"IP Address"_s,
            u"VM Snapshot"_s,
            u"My Template"_s,
            u"ISO"_s,
            u"Backups"_s,
            u"Network"_s,
            u"Object Storage"_s,
            u"Block Storage Snapshot"_s};
}

QJsonObject json(const Plan &plan)
{
    const double hourly = static_cast<double>(plan.hourly) / unitsOfAKyat;
    const QJsonValue category = plan.storageCategory.isEmpty()
        ? QJsonValue(QJsonValue::Null)
        : QJsonValue(uuidOf(u"storage category"_s, plan.storageCategory));
    return {{u"id"_s, uuidOf(u"plan"_s, plan.slug)},
            {u"name"_s, plan.name},
            {u"slug"_s, plan.slug},
            {u"status"_s, plan.sale == Plan::Sale::On},
            {u"is_custom"_s, false},
            {u"hourly_price"_s, hourly},
            {u"monthly_price"_s, hourly * hoursAMonth},
            {u"storage_category_id"_s, category},
            {u"network_type"_s, QJsonValue::Null},
            {u"attribute"_s,
             QJsonObject{{u"size"_s, 1},
                         {u"formatted_size"_s, u"1.0 (GB)"_s},
                         {u"network_rate"_s, QJsonValue::Null}}},
            {u"tag"_s, tagOf(plan)},
            {u"prices"_s, pricesOf(plan)},
            {u"created_at"_s, u"2025-01-06T04:30:00.000000Z"_s},
            {u"updated_at"_s, u"2025-08-19T09:12:41.000000Z"_s}};
}

QString amountText(qint64 tenThousandths)
{
    return u"%1.%2"_s.arg(tenThousandths / unitsOfAKyat)
        .arg(tenThousandths % unitsOfAKyat, 4, 10, '0'_L1);
}

QJsonObject currencyJson()
{
    return {{u"id"_s, uuidOf(u"currency"_s, u"mmk"_s)},
            {u"name"_s, u"MMK"_s},
            {u"slug"_s, u"mmk"_s},
            {u"currency_name"_s, u"Myanmar Kyat"_s}};
}

} // namespace Demo::StackConsole
