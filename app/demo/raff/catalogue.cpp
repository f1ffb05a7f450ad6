// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/catalogue.h"

#include "demo/raff/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

const double volumeMicros = 68;
const double snapshotMicros = 82;
const int volumeCentsAMonth = 5;
const int snapshotCentsAMonth = 6;

Template linuxImage(const QString &name, const QString &version, int storage)
{
    Template made;
    made.id = uuidOf(u"template"_s, name + version);
    made.name = name;
    made.version = version;
    made.storage = storage;
    return made;
}

Template windows()
{
    Template made = linuxImage(u"Windows Server"_s, u"2022"_s, 80);
    made.cpu = 2;
    made.ram = 4;
    made.isWindows = true;
    return made;
}

Template wordPress()
{
    Template made = linuxImage(u"WordPress"_s, u"6.8"_s, 50);
    made.ram = 2;
    made.isFromMarketplace = true;
    made.description = u"WordPress on Ubuntu"_s;
    return made;
}

// Longer terms cost as much as their months.
QJsonObject storagePricing(double microsAnHour, int centsAMonth)
{
    return {{u"price_per_gb_hour"_s, microsAnHour / 1e6},
            {u"price_per_gb_month"_s, centsAMonth / 100.0},
            {u"yearly_price_per_gb"_s, centsAMonth * 12 / 100.0},
            {u"twenty_four_month_price_per_gb"_s, centsAMonth * 24 / 100.0},
            {u"region"_s, regionCode()}};
}

QJsonObject addressPricing(double microsAnHour, int centsAMonth)
{
    return {{u"price_per_hour"_s, microsAnHour / 1e6},
            {u"monthly_price"_s, centsAMonth / 100.0},
            {u"yearly_price"_s, centsAMonth * 12 / 100.0},
            {u"twenty_four_month_price"_s, centsAMonth * 24 / 100.0}};
}

} // namespace

const QList<Plan> &plans()
{
    using enum PlanType;
    static const QList<Plan> all{
        {1, Standard, 1, 1, 25, 1000, 6932, 499},
        {2, Standard, 1, 2, 50, 2000, 13876, 999},
        {3, Standard, 2, 4, 80, 4000, 27764, 1999},
        {4, Standard, 4, 8, 160, 5000, 55542, 3999},
        {5, Standard, 6, 16, 320, 6000, 111097, 7999},
        {6, Premium, 2, 4, 80, 4000, 41653, 2999},
        {7, Premium, 4, 8, 160, 5000, 83319, 5999},
        {8, Premium, 8, 16, 320, 6000, 166653, 11999},
        {9, Premium, 8, 32, 640, 8000, 222208, 15999},
    };
    return all;
}

const Plan *findPlan(int id)
{
    const auto found = std::ranges::find(plans(), id, &Plan::id);
    return found == plans().end() ? nullptr : &*found;
}

const QList<Template> &publicTemplates()
{
    static const QList<Template> all{
        linuxImage(u"Ubuntu"_s, u"22.04x64"_s, 25),
        linuxImage(u"Ubuntu"_s, u"24.04x64"_s, 25),
        linuxImage(u"Debian"_s, u"12x64"_s, 25),
        linuxImage(u"Rocky Linux"_s, u"9x64"_s, 25),
        wordPress(),
        windows(),
    };
    return all;
}

QString regionCode()
{
    return u"us-east"_s;
}

double snapshotPerHour()
{
    return snapshotMicros;
}

double volumePerHour()
{
    return volumeMicros;
}

QJsonObject regionJson()
{
    return {{u"id"_s, 1},
            {u"code"_s, regionCode()},
            {u"name"_s, u"US East"_s},
            {u"country_code"_s, u"US"_s},
            {u"flag"_s, u"🇺🇸"_s},
            {u"display_order"_s, 1},
            {u"is_default"_s, true}};
}

QJsonObject json(const Plan &plan)
{
    const double perMonth = plan.perMonth / 100.0;
    return {{u"id"_s, plan.id},
            {u"vcpu"_s, plan.cpu},
            {u"memory_gib"_s, plan.ram},
            {u"ssd_gib"_s, plan.storage},
            {u"transfer_gib"_s, plan.transfer},
            {u"price_per_hour"_s, plan.perHour / 1e6},
            {u"monthly_price"_s, perMonth},
            {u"yearly_price"_s, plan.perMonth * 10 / 100.0},
            {u"twenty_four_month_price"_s, plan.perMonth * 20 / 100.0},
            {u"vm_type"_s, plan.type == PlanType::Standard ? u"standard"_s : u"premium"_s},
            {u"region"_s, regionCode()}};
}

QJsonObject json(const Template &publicTemplate)
{
    return {{u"id"_s, publicTemplate.id},
            {u"name"_s, publicTemplate.name},
            {u"version"_s, publicTemplate.version},
            {u"cpu"_s, publicTemplate.cpu},
            {u"ram"_s, publicTemplate.ram},
            {u"storage"_s, publicTemplate.storage},
            {u"is_windows"_s, publicTemplate.isWindows},
            {u"os_type"_s, publicTemplate.isWindows ? u"windows"_s : u"linux"_s},
            {u"category"_s, publicTemplate.isFromMarketplace ? u"marketplace"_s : u"os"_s},
            {u"description"_s, publicTemplate.description},
            {u"region"_s, regionCode()}};
}

QJsonObject pricingJson(const QString &service)
{
    if (service == "ip"_L1) {
        return {{u"ipv4"_s, addressPricing(4795, 350)}, {u"ipv6"_s, addressPricing(0, 0)}};
    }
    if (service == "volume"_L1) {
        QJsonObject pricing = storagePricing(volumeMicros, volumeCentsAMonth);
        pricing.insert(u"id"_s, 1);
        return pricing;
    }
    return storagePricing(snapshotMicros, snapshotCentsAMonth);
}

} // namespace Demo::Raff
