// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznerservertypes.h"

#include "providers/hetzner/hetznerpage.h"

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::LocationId;
using Domain::ServerOffer;

namespace {

using Prices = QHash<LocationId, Domain::UnitPrice>;

/// The most that a month costs; by the hour it is never more.
Prices readPrices(const JsonFields &fields)
{
    Prices prices;
    const QJsonArray rows = fields.array("prices"_L1);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const JsonFields row = fields.element("prices"_L1, rows, i);
        const LocationId location{row.text("location"_L1)};
        const JsonFields monthly = row.object("price_monthly"_L1);
        const std::optional<Domain::Money> net =
            Domain::moneyFromDecimal(monthly.text("net"_L1), {});
        if (!net) {
            monthly.reject("net"_L1, u"is not a decimal number"_s);
            return prices;
        }
        prices.insert(location, {*net, Domain::PriceUnit::PerMonth});
    }
    return prices;
}

/// Absent where the type is not being withdrawn.
std::optional<QDateTime> readEnd(const JsonFields &location)
{
    if (!location.has("deprecation"_L1)) {
        return std::nullopt;
    }
    const JsonFields deprecation = location.object("deprecation"_L1);
    return deprecation.instant("unavailable_after"_L1);
}

void readOffers(const JsonFields &fields, HetznerServerType &type)
{
    const Prices prices = readPrices(fields);
    const QJsonArray rows = fields.array("locations"_L1);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const JsonFields row = fields.element("locations"_L1, rows, i);
        ServerOffer offer;
        offer.location.value = row.text("name"_L1);
        offer.isAvailable = row.flag("available"_L1);
        if (const auto price = prices.constFind(offer.location); price != prices.cend()) {
            offer.price = *price;
        }
        if (const std::optional<QDateTime> end = readEnd(row)) {
            type.soldUntil.insert(offer.location, *end);
        }
        type.type.offers.append(offer);
    }
}

HetznerServerType readType(const JsonFields &fields)
{
    HetznerServerType type;
    type.type.name = fields.text("name"_L1);
    type.type.id.value = type.type.name;
    type.type.cores = static_cast<int>(fields.integer("cores"_L1));
    type.type.memoryBytes = fields.gigabytes("memory"_L1);
    type.type.diskBytes = fields.gigabytes("disk"_L1);
    type.type.architecture = fields.text("architecture"_L1, Presence::Optional).value_or(QString());
    readOffers(fields, type);
    return type;
}

} // namespace

Domain::Result<Net::Page<HetznerServerType>> HetznerServerTypes::page(const QByteArray &json)
{
    return readDocument<Net::Page<HetznerServerType>>(json, [](const JsonFields &root) {
        return readHetznerPage(root, "server_types"_L1, readType);
    });
}

QList<Domain::ServerType> HetznerServerTypes::offered(const QList<HetznerServerType> &types,
                                                      const QString &currency, const QDateTime &now)
{
    QList<Domain::ServerType> offered;
    for (const HetznerServerType &described : types) {
        Domain::ServerType type = described.type;
        for (ServerOffer &offer : type.offers) {
            const QDateTime end = described.soldUntil.value(offer.location);
            offer.isAvailable = offer.isAvailable && (!end.isValid() || now < end);
            if (offer.price) {
                offer.price->amount.currency = currency;
            }
        }
        offered.append(type);
    }
    return offered;
}

} // namespace Providers
