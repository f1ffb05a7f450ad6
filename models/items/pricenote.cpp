// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/pricenote.h"

#include "items/displaytext.h"

#include <QCoreApplication>

// Who told a price, in words; of a price with its unit too.

namespace Items {

using Pricing::PriceOrigin;

namespace {

class PriceNoteWords
{
    Q_DECLARE_TR_FUNCTIONS(PriceNote)
};

} // namespace

QString unitPriceText(const Domain::UnitPrice &price, PriceOrigin origin, Domain::SizeUnit unit)
{
    QString text = unitPriceText(price, unit);
    switch (origin) {
    case PriceOrigin::Provider:
        break;
    case PriceOrigin::Person:
        return PriceNoteWords::tr("%1 (entered by you)", "a price").arg(text);
    case PriceOrigin::Profile:
        return PriceNoteWords::tr("%1 (by the operator's price list)", "a price").arg(text);
    }
    return text;
}

QString priceNote(PriceOrigin origin)
{
    switch (origin) {
    case PriceOrigin::Provider:
        break;
    case PriceOrigin::Person:
        return PriceNoteWords::tr("By the price that you entered");
    case PriceOrigin::Profile:
        return PriceNoteWords::tr("By the operator's price list, which may have changed since");
    }
    return {};
}

QString firstCostNote(PriceOrigin origin)
{
    switch (origin) {
    case PriceOrigin::Provider:
        break;
    case PriceOrigin::Person:
        return PriceNoteWords::tr(
            "What a snapshot of it costs by the price that you entered, without tax");
    case PriceOrigin::Profile:
        return PriceNoteWords::tr(
            "What a snapshot of it costs by the operator's price list, without tax");
    }
    return PriceNoteWords::tr("What a snapshot of it costs, without tax");
}

} // namespace Items
