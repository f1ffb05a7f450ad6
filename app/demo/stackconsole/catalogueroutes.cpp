// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/catalogueroutes.h"

#include "demo/router.h"
#include "demo/stackconsole/listing.h"
#include "demo/stackconsole/plans.h"
#include "demo/stackconsole/refusals.h"
#include "demo/stackconsole/tenant.h"
#include "demo/stackconsole/wire.h"
#include "demo/stackconsole/words.h"

using namespace Qt::StringLiterals;

namespace Demo::StackConsole {

namespace {

template <typename T>
QJsonArray arrayOf(const QList<T> &all)
{
    QJsonArray array;
    for (const T &one : all) {
        array.append(json(one));
    }
    return array;
}

Answer listStorageCategories(const Request &request)
{
    const QString region = Scope::of(request).region;
    QJsonArray array;
    for (const StorageCategory &category : storageCategories()) {
        if (region.isEmpty() || category.regions.contains(region)) {
            array.append(QJsonObject{{u"id"_s, uuidOf(u"storage category"_s, category.slug)},
                                     {u"name"_s, category.name},
                                     {u"slug"_s, category.slug},
                                     {u"status"_s, true}});
        }
    }
    return success(array);
}

// Without a filter, the plans of all regions come mixed, and none tells its own.
Answer listPlans(const Request &request, const Tenant &tenant, const QString &service)
{
    if (!planServices().contains(service)) {
        return refuseInvalid(u"service"_s);
    }
    const Scope scope = Scope::of(request);
    const bool isSold =
        tenant.traits.sellsVolumeSnapshots || service != serviceName(SnapshotKind::Volume);
    QJsonArray array;
    for (const Plan &plan : plans()) {
        if (isSold && plan.service == service && scope.admits(plan.region, {})) {
            array.append(json(plan));
        }
    }
    return success(array);
}

QJsonObject mmk()
{
    QJsonObject currency = currencyJson();
    currency.insert(u"locale"_s, u"my_MM"_s);
    currency.insert(u"fraction"_s, u"Pya"_s);
    currency.insert(u"status"_s, true);
    currency.insert(u"default"_s, true);
    currency.insert(u"decimal_place"_s, 4);
    return currency;
}

QJsonObject profile()
{
    const QJsonObject account{{u"id"_s, accountId()},
                              {u"crn"_s, customerNumber()},
                              {u"status"_s, u"ACTIVE"_s},
                              {u"account_status"_s, u"VERIFIED"_s},
                              {u"payment_mode"_s, u"PREPAID"_s},
                              {u"timezone"_s, u"Asia/Yangon"_s},
                              {u"date_time_format"_s, u"YYYY-MM-DD HH:mm:ss"_s}};
    return {{u"user"_s,
             QJsonObject{{u"id"_s, userId()},
                         {u"name"_s, u"Daw Hnin Aye"_s},
                         {u"email"_s, u"hnin@example.com"_s},
                         {u"is_blocked"_s, false},
                         {u"account"_s, account}}}};
}

QJsonObject balance()
{
    QJsonObject object;
    const QList<std::pair<QString, QString>> amounts{
        {u"available_balance"_s, u"186420.5500"_s},
        {u"available_net_balance"_s, u"171803.1200"_s},
        {u"deposited"_s, u"900000.0000"_s},
        {u"charged"_s, u"713579.4500"_s},
        {u"due"_s, u"0.0000"_s},
        {u"current_usage"_s, u"14617.4300"_s},
        {u"hourly_usage"_s, u"14617.4300"_s},
        {u"current_hourly_rate"_s, u"604.2380"_s},
        {u"current_month_usage"_s, u"14617.4300"_s},
        {u"available_free_credits"_s, u"0.0000"_s},
        {u"unpaid_invoices"_s, u"0.0000"_s},
    };
    for (const auto &[field, amount] : amounts) {
        object.insert(field, amount);
    }
    return object;
}

} // namespace

void addCatalogueRoutes(Router &router, const Tenant &tenant)
{
    const auto serve = [&router](const QString &path, const std::function<QJsonValue()> &data) {
        router.add("GET", path,
                   [data](const Request &, const QStringList &) { return success(data()); });
    };
    serve(u"/regions"_s, [] { return arrayOf(regions()); });
    serve(u"/cloud-providers"_s, [] { return cloudProvidersJson(); });
    serve(u"/projects"_s, [] { return arrayOf(projects()); });
    serve(u"/billing-cycles"_s, [] { return arrayOf(billingCycles()); });
    serve(u"/currencies"_s, [] { return QJsonArray{mmk()}; });
    serve(u"/profile"_s, [] { return profile(); });
    serve(u"/account/balance"_s, [] { return balance(); });
    router.add(
        "GET", u"/profile/swagger-doc-links"_s, [](const Request &request, const QStringList &) {
            const QString host = QString::fromLatin1(request.header("Host"));
            const QString url = u"http://%1/backend/api/docs/%2"_s.arg(host, computeProvider());
            return success(QJsonObject{{u"url"_s, url}});
        });
    router.add("GET", u"/storage-categories"_s, [](const Request &request, const QStringList &) {
        return listStorageCategories(request);
    });
    router.add("GET", u"/plans/service/{service}"_s,
               [&tenant](const Request &request, const QStringList &names) {
                   return listPlans(request, tenant, names.first());
               });
}

} // namespace Demo::StackConsole
