// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "net/httpclient.h"
#include "providers/asyncsteps.h"
#include "providers/raff/raffrows.h"

namespace Providers {

/// Gathers what a snapshot costs: the public catalogue's price of every region, all at once. Both
/// kinds cost the same, by the gigabyte: the hour is what the meter counts, so it comes first.
class RaffPrices
{
public:
    /// Client and context must outlive it. The catalogue asks for no key, so the client has none.
    RaffPrices(Net::HttpClient &client, QObject *context);

    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Location>>> locations();
    [[nodiscard]] QFuture<Domain::Result<Domain::PriceList>> list();

    struct Offer
    {
        Domain::LocationId region;
        RaffStoragePrice price;
    };
    /// What no price is told for is left out. Where there is one region alone, its price is that of
    /// snapshots too whose region can't be told any more.
    [[nodiscard]] static Domain::PriceList priceList(const QList<Offer> &offers);

private:
    [[nodiscard]] QFuture<Domain::Result<Offer>> offer(const Domain::LocationId &region);

    Net::HttpClient &m_client;
    QObject *m_context;
};

} // namespace Providers
