// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffprices.h"

#include "net/parsing.h"
#include "providers/raff/raffcatalogueparser.h"
#include "providers/raff/rafferrors.h"
#include "providers/raff/raffparser.h"
#include "providers/raff/raffrequests.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Deferred;
using Domain::Location;
using Domain::LocationId;
using Domain::PriceUnit;
using Domain::Result;
using Domain::ServerType;

namespace {

void addPrice(Domain::PriceList &prices, const LocationId &region, const QString &decimal,
              PriceUnit unit)
{
    const std::optional<Domain::Money> amount =
        Domain::moneyFromDecimal(decimal, RaffParser::currency());
    if (!amount || amount->nanos <= 0) {
        return;
    }
    for (const Domain::SnapshotKind kind :
         {Domain::SnapshotKind::Server, Domain::SnapshotKind::Volume}) {
        Domain::SnapshotPrice price;
        price.kind = kind;
        price.location = region;
        price.price = {*amount, unit};
        prices.snapshots.append(price);
    }
}

std::optional<Domain::UnitPrice> planPrice(const RaffPlan &plan)
{
    for (const auto &[decimal, unit] : {std::pair(plan.perMonth, PriceUnit::PerMonth),
                                        std::pair(plan.perHour, PriceUnit::PerHour)}) {
        const std::optional<Domain::Money> amount =
            Domain::moneyFromDecimal(decimal, RaffParser::currency());
        if (amount && amount->nanos > 0) {
            return Domain::UnitPrice{*amount, unit};
        }
    }
    return std::nullopt;
}

/// Plans have no names, but the kind and the number that orders are made with.
ServerType serverType(const RaffPlan &plan)
{
    ServerType type;
    type.id.value = plan.id;
    type.name = (plan.kind.isEmpty() ? u"plan"_s : plan.kind) + u' ' + plan.id;
    type.cores = plan.cores;
    type.memoryBytes = plan.memoryBytes;
    type.diskBytes = plan.diskBytes;
    return type;
}

} // namespace

RaffPrices::RaffPrices(Net::HttpClient &client, QObject *context)
    : m_client(client)
    , m_context(context)
{
}

QFuture<Result<QList<Location>>> RaffPrices::locations()
{
    return Net::sendAndParse<QList<Location>>(m_client, RaffRequests::regions(),
                                              RaffParser::regions);
}

QFuture<Result<Domain::PriceList>> RaffPrices::list()
{
    const Deferred<Domain::PriceList> deferred;
    const QFuture<Result<QList<Location>>> regions = locations();
    Net::passOnCancel(deferred.future(), regions, m_context);
    onValue(regions, m_context, deferred, [this, deferred](const QList<Location> &known) {
        QList<QFuture<Result<Offer>>> answers;
        for (const Location &region : known) {
            answers.append(offer(region.id));
        }
        const QFuture<Result<QList<Offer>>> offers = gather(answers, m_context);
        Net::passOnCancel(deferred.future(), offers, m_context);
        onValue(offers, m_context, deferred,
                [deferred](const QList<Offer> &found) { deferred.settle(priceList(found)); });
    });
    return deferred.future();
}

QFuture<Result<QList<ServerType>>> RaffPrices::serverTypes()
{
    using Plans = QList<RaffPlan>;
    const Deferred<QList<ServerType>> deferred;
    const QFuture<Result<Plans>> plans =
        Net::sendAndParse<Plans>(m_client, RaffRequests::plans(), RaffCatalogueParser::plans);
    Net::passOnCancel(deferred.future(), plans, m_context);
    onValue(plans, m_context, deferred,
            [deferred](const Plans &sold) { deferred.settle(serverTypesOf(sold)); });
    return deferred.future();
}

QFuture<Result<QSet<QString>>> RaffPrices::windowsTemplates()
{
    return Net::sendAndParse<QSet<QString>>(m_client, RaffRequests::templates(),
                                            RaffCatalogueParser::windowsTemplates);
}

/// A region may be known and have no price yet.
QFuture<Result<RaffPrices::Offer>> RaffPrices::offer(const LocationId &region)
{
    const Deferred<Offer> deferred;
    const QFuture<Result<RaffStoragePrice>> price = Net::sendAndParse<RaffStoragePrice>(
        m_client, RaffRequests::snapshotPrice(region), RaffParser::storagePrice);
    Net::passOnCancel(deferred.future(), price, m_context);
    QFuture(price).then(m_context, [deferred, region](const Result<RaffStoragePrice> &answer) {
        if (!answer && !RaffErrors::isGone(answer.error())) {
            deferred.settle(std::unexpected(answer.error()));
        } else {
            deferred.settle(Offer{region, answer.value_or(RaffStoragePrice())});
        }
    });
    return deferred.future();
}

Domain::PriceList RaffPrices::priceList(const QList<Offer> &offers)
{
    Domain::PriceList prices;
    prices.currency = RaffParser::currency();
    for (const Offer &offer : offers) {
        addPrice(prices, offer.region, offer.price.perHour, PriceUnit::PerGbHour);
        addPrice(prices, offer.region, offer.price.perMonth, PriceUnit::PerGbMonth);
    }
    if (offers.size() == 1) {
        addPrice(prices, {}, offers.constFirst().price.perHour, PriceUnit::PerGbHour);
        addPrice(prices, {}, offers.constFirst().price.perMonth, PriceUnit::PerGbMonth);
    }
    return prices;
}

/// One that is sold in several regions is one type.
QList<ServerType> RaffPrices::serverTypesOf(const QList<RaffPlan> &plans)
{
    QList<ServerType> types;
    for (const RaffPlan &plan : plans) {
        if (plan.kind == "windows"_L1) {
            continue;
        }
        const auto known =
            std::ranges::find(types, plan.id, [](const ServerType &type) { return type.id.value; });
        ServerType &type = known == types.end() ? types.emplaceBack(serverType(plan)) : *known;
        type.offers.append({plan.region, !plan.isSoldOut, planPrice(plan)});
    }
    return types;
}

} // namespace Providers
