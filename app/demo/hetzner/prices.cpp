// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/prices.h"

#include "demo/hetzner/catalogue.h"

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

// Money in ten-thousandths of a cent, as an hourly price needs.
using Units = qint64;
const Units cent = 10'000;
const int vatPercent = 19;
const int hoursAMonth = 624;
const Units imageGbMonth = cent;
const Units volumeGbMonth = 44'000;
const qint64 includedTraffic = 21'990'232'555'520;

// Sixteen decimals, as the vendor gives them. A unit is 1e-6; a hundredth of one is exact too.
QString decimal(Units hundredths)
{
    const Units whole = 100'000'000;
    return u"%1.%2"_s.arg(hundredths / whole)
        .arg(QString::number(hundredths % whole).rightJustified(8, u'0') + u"00000000");
}

QJsonObject price(Units net)
{
    return {{u"net"_s, decimal(net * 100)}, {u"gross"_s, decimal(net * (100 + vatPercent))}};
}

QJsonObject timedPrices(const Location &location, Units month)
{
    return {{u"location"_s, location.name},
            {u"price_hourly"_s, price((month + hoursAMonth / 2) / hoursAMonth / 100 * 100)},
            {u"price_monthly"_s, price(month)}};
}

QJsonObject withTraffic(QJsonObject prices)
{
    prices.insert(u"included_traffic"_s, includedTraffic);
    prices.insert(u"price_per_tb_traffic"_s, price(100 * cent));
    return prices;
}

QJsonArray primaryIpPrices(Units month)
{
    QJsonArray array;
    for (const Location &location : locations()) {
        array.append(timedPrices(location, month));
    }
    return array;
}

QJsonArray floatingIpPrices(Units month)
{
    QJsonArray array;
    for (const Location &location : locations()) {
        array.append(
            QJsonObject{{u"location"_s, location.name}, {u"price_monthly"_s, price(month)}});
    }
    return array;
}

QJsonArray addressPrices(const QJsonArray &ipv4, const QJsonArray &ipv6)
{
    return {QJsonObject{{u"type"_s, u"ipv4"_s}, {u"prices"_s, ipv4}},
            QJsonObject{{u"type"_s, u"ipv6"_s}, {u"prices"_s, ipv6}}};
}

QJsonArray serverTypePrices()
{
    QJsonArray array;
    for (const ServerType &type : serverTypes()) {
        array.append(
            QJsonObject{{u"id"_s, type.id}, {u"name"_s, type.name}, {u"prices"_s, pricesOf(type)}});
    }
    return array;
}

QJsonArray loadBalancerPrices()
{
    QJsonArray prices;
    for (const Location &location : locations()) {
        prices.append(withTraffic(timedPrices(location, 539 * cent)));
    }
    return {QJsonObject{{u"id"_s, 1}, {u"name"_s, u"lb11"_s}, {u"prices"_s, prices}}};
}

QJsonObject perGb(Units month)
{
    return {{u"price_per_gb_month"_s, price(month)}};
}

} // namespace

QJsonArray pricesOf(const ServerType &type)
{
    QJsonArray array;
    const QList<Location> offering = locationsOf(type);
    for (const Location &location : offering) {
        array.append(withTraffic(timedPrices(location, type.centsAMonth * cent)));
    }
    return array;
}

QJsonObject priceList()
{
    const Units floatingIpv4 = 300 * cent;
    const Units floatingIpv6 = 100 * cent;
    const QJsonArray primary = addressPrices(primaryIpPrices(50 * cent), primaryIpPrices(0));
    const QJsonArray floating =
        addressPrices(floatingIpPrices(floatingIpv4), floatingIpPrices(floatingIpv6));
    return {{u"currency"_s, u"EUR"_s},
            {u"vat_rate"_s, u"%1.00"_s.arg(vatPercent)},
            {u"primary_ips"_s, primary},
            {u"floating_ips"_s, floating},
            {u"image"_s, perGb(imageGbMonth)},
            {u"volume"_s, perGb(volumeGbMonth)},
            {u"server_backup"_s, QJsonObject{{u"percentage"_s, u"20.00"_s}}},
            {u"server_types"_s, serverTypePrices()},
            {u"load_balancer_types"_s, loadBalancerPrices()},
            {u"floating_ip"_s, QJsonObject{{u"price_monthly"_s, price(floatingIpv4)}}}};
}

} // namespace Demo::Hetzner
