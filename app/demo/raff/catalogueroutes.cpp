// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/catalogueroutes.h"

#include "demo/raff/account.h"
#include "demo/raff/calls.h"
#include "demo/raff/catalogue.h"
#include "demo/raff/listing.h"
#include "demo/raff/refusals.h"
#include "demo/raff/wire.h"

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

const qsizetype usualProjects = 20;

QString typeName(const Plan &plan)
{
    return plan.type == PlanType::Standard ? u"standard"_s : u"premium"_s;
}

// Whether a query is one of the words that it may be, or not there.
bool isAmong(const QString &query, const QStringList &words)
{
    return query.isEmpty() || words.contains(query);
}

Answer listPlans(const Request &request)
{
    const QString type = queried(request, u"type"_s);
    if (!isAmong(type, {u"standard"_s, u"premium"_s})
        || !isAmong(queried(request, u"region"_s), {regionCode()})) {
        return refuseInput(u"There is no such type or region"_s);
    }
    QJsonArray array;
    for (const Plan &plan : plans()) {
        if (type.isEmpty() || type == typeName(plan)) {
            array.append(json(plan));
        }
    }
    return answerWith(200, {{u"success"_s, true}, {u"plans"_s, array}});
}

// Windows is for premium servers alone.
Answer listTemplates(const Request &request)
{
    const QString category = queried(request, u"category"_s);
    const QString type = queried(request, u"vm_type"_s);
    if (!isAmong(category, {u"os"_s, u"marketplace"_s})
        || !isAmong(type, {u"standard"_s, u"premium"_s})
        || !isAmong(queried(request, u"region"_s), {regionCode()})) {
        return refuseInput(u"There is no such category, type or region"_s);
    }
    QJsonArray array;
    for (const Template &one : publicTemplates()) {
        const bool isWanted =
            category.isEmpty() || one.isFromMarketplace == (category == "marketplace"_L1);
        if (isWanted && !(one.isWindows && type == "standard"_L1)) {
            array.append(json(one));
        }
    }
    return answerStretch(array, array.size());
}

Answer tellPricing(const Request &request, const QString &service)
{
    if (!isAmong(queried(request, u"region"_s), {regionCode()})) {
        return refuseUnknown(u"Pricing"_s);
    }
    return answerWith(200, {{u"success"_s, true}, {u"pricing"_s, pricingJson(service)}});
}

Answer listProjects(const Request &request, const Account &account)
{
    QList<const Project *> entries;
    for (const Project &project : account.projects) {
        entries.append(&project);
    }
    return answerList<Project>(request, entries, usualProjects,
                               [](const Project &project) { return json(project); });
}

void addPublicRoutes(Router &router)
{
    router.add("GET", u"/public/regions"_s, [](const Request &, const QStringList &) {
        return answerWith(200, {{u"success"_s, true}, {u"regions"_s, QJsonArray{regionJson()}}});
    });
    router.add("GET", u"/public/templates"_s,
               [](const Request &request, const QStringList &) { return listTemplates(request); });
    router.add("GET", u"/public/pricing/vm"_s,
               [](const Request &request, const QStringList &) { return listPlans(request); });
    for (const QString &service : {u"volume"_s, u"snapshot"_s, u"backup"_s, u"ip"_s}) {
        router.add("GET", u"/public/pricing/"_s + service,
                   [service](const Request &request, const QStringList &) {
                       return tellPricing(request, service);
                   });
    }
}

} // namespace

void addCatalogueRoutes(Router &router, const Account &account)
{
    addPublicRoutes(router);
    addRoute(router, account, "GET", u"/projects"_s, ProjectRule::Ignored,
             [&account](const Call &call) { return listProjects(call.request, account); });
    addRoute(router, account, "GET", u"/projects/{id}"_s, ProjectRule::Ignored,
             [&account](const Call &call) {
                 const Project *project = account.findProject(call.captured.first());
                 return project ? answerData(200, json(*project)) : refuseUnknown(u"Project"_s);
             });
}

} // namespace Demo::Raff
