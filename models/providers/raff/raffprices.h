// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "net/httpclient.h"
#include "providers/asyncsteps.h"
#include "providers/raff/raffrows.h"

#include <QSet>

namespace Providers {

/// Reads the public catalogue. What a snapshot costs is the price of every region, all at once:
/// both kinds cost the same, by the gigabyte, and the hour is what the meter counts, so it comes
/// first. What a server costs is the month, since that is what is paid for unless somebody asks
/// otherwise.
class RaffPrices
{
public:
    /// Client and context must outlive it. The catalogue asks for no key, so the client has none.
    RaffPrices(Net::HttpClient &client, QObject *context);

    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Location>>> locations();
    [[nodiscard]] QFuture<Domain::Result<Domain::PriceList>> list();
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::ServerType>>> serverTypes();
    /// The public templates that are Windows.
    [[nodiscard]] QFuture<Domain::Result<QSet<QString>>> windowsTemplates();

    struct Offer
    {
        Domain::LocationId region;
        RaffStoragePrice price;
    };
    /// What no price is told for is left out. Where there is one region alone, its price is that of
    /// snapshots too whose region can't be told any more.
    [[nodiscard]] static Domain::PriceList priceList(const QList<Offer> &offers);
    /// Those for Windows are left out: none of them can be made from a snapshot without a password.
    [[nodiscard]] static QList<Domain::ServerType> serverTypesOf(const QList<RaffPlan> &plans);

private:
    [[nodiscard]] QFuture<Domain::Result<Offer>> offer(const Domain::LocationId &region);

    Net::HttpClient &m_client;
    QObject *m_context;
};

} // namespace Providers
