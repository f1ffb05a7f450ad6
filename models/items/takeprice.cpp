// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/takeprice.h"

#include "items/displaytext.h"
#include "items/takedraft.h"

#include <QCoreApplication>
#include <QLocale>

namespace Items {

using Domain::Money;
using Domain::PriceUnit;
using Domain::Resource;
using Domain::UnitPrice;

namespace {

class TakePriceWords
{
    Q_DECLARE_TR_FUNCTIONS(TakePrice)
};

bool isBySize(PriceUnit unit)
{
    return unit == PriceUnit::PerGbHour || unit == PriceUnit::PerGbMonth;
}

QString sizeNote(const QString &disk, const QString &rate)
{
    return TakePriceWords::tr(
               "Without tax: %1, the whole disk, at %2. From when it is ready until you "
               "remove it.")
        .arg(disk, rate);
}

/// The rate with who told it.
QString rateWithOrigin(const Resource &source, const UnitPrice &rate, Domain::SizeUnit unit,
                       const Pricing::PriceBook &prices)
{
    const bool isOfTheBook = prices.unitPrice(source.key.account, source.key.kind, source.location,
                                              source.storageCategory)
        == rate;
    return unitPriceText(rate,
                         isOfTheBook ? prices.origin(source.key.account, source.key.kind,
                                                     source.location, source.storageCategory)
                                     : Pricing::PriceOrigin::Provider,
                         unit);
}

TakePrice byTheHour(const Money &hourly, const std::optional<Money> &monthly, const QString &note)
{
    TakePrice price;
    price.figure = TakePriceWords::tr("%1 an hour").arg(rateText(hourly));
    if (monthly) {
        price.aside =
            TakePriceWords::tr("about %1 a month (%2 h), estimate")
                .arg(moneyText(*monthly), QLocale().toString(Pricing::operatorMonthHours));
    }
    price.note = note;
    return price;
}

} // namespace

TakePrice takePrice(const Resource &source, const std::optional<UnitPrice> &rate,
                    Domain::SizeUnit unit, const Pricing::PriceBook &prices)
{
    if (!rate) {
        return {TakePriceWords::tr("Cost not known"),
                {},
                TakePriceWords::tr("The provider tells no price for it.")};
    }
    const QString rateOf = rateWithOrigin(source, *rate, unit, prices);
    if (isBySize(rate->unit) && !source.sizeBytes) {
        return {rateOf, {}, TakePriceWords::tr("Estimate, without tax")};
    }
    const qint64 bytes = source.sizeBytes.value_or(0);
    const std::optional<Money> monthly = prices.monthly(source.key.account, *rate, bytes);
    const std::optional<Money> hourly = prices.hourly(source.key.account, *rate, bytes);
    const QString note = isBySize(rate->unit)
        ? sizeNote(sizeText(bytes, unit), rateOf)
        : TakePriceWords::tr(
              "Without tax, whatever its size. From when it is ready until you remove "
              "it.");
    if (hourly) {
        return byTheHour(*hourly, monthly, note);
    }
    if (!monthly) {
        return {rateOf, {}, TakePriceWords::tr("Estimate, without tax")};
    }
    return {TakePriceWords::tr("At most %1 a month").arg(moneyText(*monthly)),
            TakePriceWords::tr("Estimate"), note};
}

TakePrice takePrice(const TakeDraft &draft, const Pricing::PriceBook &prices)
{
    const SourceChoice *source = draft.source();
    const Domain::KindCapabilities *rules = draft.rules();
    if (!source || !rules) {
        return {};
    }
    const Resource &resource = source->resource;
    std::optional<UnitPrice> rate;
    if (!rules->needsPlan) {
        rate = prices.unitPrice(resource.key.account, resource.key.kind, resource.location,
                                resource.storageCategory);
    } else if (const auto plan = draft.plan()) {
        rate = plan->price;
    } else {
        return {};
    }
    return takePrice(resource, rate, source->sizeUnit, prices);
}

} // namespace Items
