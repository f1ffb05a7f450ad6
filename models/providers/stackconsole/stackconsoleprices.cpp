// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsoleprices.h"

#include "net/pager.h"
#include "providers/stackconsole/stackconsoleparser.h"
#include "providers/stackconsole/stackconsolerequests.h"

#include <algorithm>

namespace Providers {

using Domain::Deferred;
using Domain::ResourceKind;
using Domain::Result;

namespace {

QString planId(const StackConsolePlan &plan)
{
    return plan.id.value;
}

QString billingCycleId(const Domain::BillingCycle &cycle)
{
    return cycle.id.value;
}

std::optional<Domain::Money> hourlyPrice(const StackConsolePlan &plan, const QString &currency)
{
    const auto currencyOf = [&currency](const StackConsoleAmount &amount) {
        return amount.currency.isEmpty() ? currency : amount.currency;
    };
    const auto wanted = std::ranges::find_if(plan.hourly, [&](const StackConsoleAmount &amount) {
        return currencyOf(amount) == currency;
    });
    if (plan.hourly.isEmpty()) {
        return std::nullopt;
    }
    const StackConsoleAmount amount = wanted == plan.hourly.end() ? plan.hourly.first() : *wanted;
    return Domain::moneyFromDecimal(amount.decimal, currencyOf(amount));
}

} // namespace

StackConsolePrices::StackConsolePrices(Net::HttpClient &client, StackConsoleDirectory &directory,
                                       const QString &currency, QObject *context)
    : m_client(client)
    , m_directory(directory)
    , m_currency(currency)
    , m_context(context)
{
}

QFuture<Result<Domain::PriceList>> StackConsolePrices::list()
{
    using Cycles = QList<Domain::BillingCycle>;
    auto cycles = Net::fetchAll<Domain::BillingCycle>(m_client,
                                                      {StackConsoleRequests::billingCycles,
                                                       StackConsoleParser::billingCycles,
                                                       billingCycleId,
                                                       {}});
    const Deferred<Domain::PriceList> deferred;
    onValue(m_directory.atlas(), m_context, deferred,
            [this, deferred, cycles](const StackConsoleAtlas &atlas) {
                onValue(offers(atlas.openRegions()), m_context, deferred,
                        [this, deferred, cycles](const QList<StackConsoleOffer> &found) {
                            onValue(cycles, m_context, deferred,
                                    [this, deferred, found](const Cycles &known) {
                                        deferred.settle(priceList(found, known, m_currency));
                                    });
                        });
            });
    return deferred.future();
}

QFuture<Result<StackConsoleOffer>> StackConsolePrices::offer(Domain::SnapshotKind kind,
                                                             const Domain::LocationId &region)
{
    const auto request = [kind, region](int page) {
        return StackConsoleRequests::plans(kind, region, page);
    };
    const Deferred<StackConsoleOffer> deferred;
    Net::fetchAll<StackConsolePlan>(m_client, {request, StackConsoleParser::plans, planId, {}})
        .then(m_context, [deferred, kind, region](const Result<QList<StackConsolePlan>> &plans) {
            deferred.settle(plans.transform([&](const QList<StackConsolePlan> &known) {
                return StackConsoleOffer{kind, region, known};
            }));
        });
    return deferred.future();
}

/// The client keeps the number of requests in flight within bounds.
QFuture<Result<QList<StackConsoleOffer>>> StackConsolePrices::offers(
    const QList<Domain::LocationId> &regions)
{
    QList<QFuture<Result<StackConsoleOffer>>> answers;
    for (const Domain::LocationId &region : regions) {
        answers.append(offer(ResourceKind::Volume, region));
        answers.append(offer(ResourceKind::Server, region));
    }
    const Deferred<QList<StackConsoleOffer>> deferred;
    QtFuture::whenAll(answers.begin(), answers.end())
        .then(m_context, [deferred](const QList<QFuture<Result<StackConsoleOffer>>> &settled) {
            QList<StackConsoleOffer> found;
            for (const QFuture<Result<StackConsoleOffer>> &answer : settled) {
                const Result<StackConsoleOffer> offer = answer.result();
                if (!offer) {
                    deferred.settle(std::unexpected(offer.error()));
                    return;
                }
                found.append(*offer);
            }
            deferred.settle(found);
        });
    return deferred.future();
}

Domain::PriceList StackConsolePrices::priceList(const QList<StackConsoleOffer> &offers,
                                                const QList<Domain::BillingCycle> &cycles,
                                                const QString &currency)
{
    Domain::PriceList prices;
    prices.billingCycles = cycles;
    prices.billingRule = Domain::BillingRule::FixedProrata;
    for (const StackConsoleOffer &offer : offers) {
        for (const StackConsolePlan &plan : offer.plans) {
            const std::optional<Domain::Money> price = hourlyPrice(plan, currency);
            if (!plan.isActive || !price) {
                continue;
            }
            if (prices.snapshots.isEmpty()) {
                prices.currency = price->currency;
            }
            if (price->currency == prices.currency) {
                prices.snapshots.append({offer.kind,
                                         offer.region,
                                         {*price, Domain::PriceUnit::PerGbHour},
                                         plan.storageCategory,
                                         plan.id,
                                         plan.name});
            }
        }
    }
    if (prices.snapshots.isEmpty()) {
        prices.currency = currency;
    }
    return prices;
}

} // namespace Providers
