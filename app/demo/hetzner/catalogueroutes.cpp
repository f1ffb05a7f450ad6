// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/catalogueroutes.h"

#include "demo/hetzner/catalogue.h"
#include "demo/hetzner/listing.h"
#include "demo/hetzner/prices.h"
#include "demo/hetzner/wire.h"
#include "demo/router.h"

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

template <typename T>
Answer list(const Request &request, const QString &name, const QStringList &sortable,
            const QList<T> &all)
{
    const QStringList names = request.queryValues(u"name");
    Listing<T> listing;
    listing.name = name;
    listing.sortable = sortable;
    listing.compare = [](const T &left, const T &right, const QString &field) {
        return field == "name"_L1 ? QString::compare(left.name, right.name) <=> 0
                                  : left.id <=> right.id;
    };
    listing.wire = [](const T &entry) {
        return bytes(json(entry));
    };
    for (const T &entry : all) {
        if (names.isEmpty() || names.contains(entry.name)) {
            listing.entries.push_back(&entry);
        }
    }
    return answerPage(request, listing);
}

Answer refuseRemovedEndpoint(const Request &, const QStringList &)
{
    return refuseGone(u"https://docs.hetzner.cloud/changelog"_s);
}

} // namespace

void addCatalogueRoutes(Router &router)
{
    router.add("GET", u"/locations"_s, [](const Request &request, const QStringList &) {
        return list(request, u"locations"_s, {u"id"_s, u"name"_s}, locations());
    });
    router.add("GET", u"/locations/{id}"_s, [](const Request &, const QStringList &ids) {
        const Location *location = findLocation(ids.first().toLongLong());
        return location ? answerWith(200, {{u"location"_s, json(*location)}})
                        : notFound(u"location"_s);
    });
    router.add("GET", u"/server_types"_s, [](const Request &request, const QStringList &) {
        return list(request, u"server_types"_s, {}, serverTypes());
    });
    router.add("GET", u"/server_types/{id}"_s, [](const Request &, const QStringList &ids) {
        const ServerType *type = findServerType(ids.first().toLongLong());
        return type ? answerWith(200, {{u"server_type"_s, json(*type)}})
                    : notFound(u"server_type"_s);
    });
    router.add("GET", u"/pricing"_s, [](const Request &, const QStringList &) {
        return answerWith(200, {{u"pricing"_s, priceList()}});
    });
    router.add("GET", u"/datacenters"_s, refuseRemovedEndpoint);
    router.add("GET", u"/datacenters/{id}"_s, refuseRemovedEndpoint);
}

} // namespace Demo::Hetzner
