// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/pricelist.h"
#include "providers/stackconsole/stackconsoledirectory.h"

namespace Providers {

/// The plans of one region for one kind of snapshot.
struct StackConsoleOffer
{
    Domain::SnapshotKind kind = Domain::SnapshotKind::Volume;
    Domain::LocationId region;
    QList<StackConsolePlan> plans;
};

/// Gathers what snapshots cost: the plans of every region, all regions at once, and how it is
/// billed.
class StackConsolePrices
{
public:
    /// Client, directory and context must outlive it. `currency` is that of prices without one.
    StackConsolePrices(Net::HttpClient &client, StackConsoleDirectory &directory,
                       const QString &currency, QObject *context);

    [[nodiscard]] QFuture<Domain::Result<Domain::PriceList>> list();

    /// Plans that are not sold, or whose price can't be told, are left out. One currency only: the
    /// wanted one where a plan has it, else the first.
    [[nodiscard]] static Domain::PriceList priceList(const QList<StackConsoleOffer> &offers,
                                                     const QList<Domain::BillingCycle> &cycles,
                                                     const QString &currency);

private:
    [[nodiscard]] QFuture<Domain::Result<StackConsoleOffer>> offer(
        Domain::SnapshotKind kind, const Domain::LocationId &region);
    [[nodiscard]] QFuture<Domain::Result<QList<StackConsoleOffer>>> offers(
        const QList<Domain::LocationId> &regions);

    Net::HttpClient &m_client;
    StackConsoleDirectory &m_directory;
    QString m_currency;
    QObject *m_context;
};

} // namespace Providers
