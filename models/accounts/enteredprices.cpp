// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/enteredprices.h"

#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Accounts {

using Domain::Money;
using Domain::PriceUnit;
using Domain::SnapshotKind;
using Domain::SnapshotPrice;

namespace {

constexpr qint64 nanosAUnit = 1'000'000'000;
constexpr int nanoDigits = 9;
constexpr auto currencyKey = "priceCurrency"_L1;

struct KindKeys
{
    SnapshotKind kind = SnapshotKind::Server;
    QLatin1StringView amount;
    QLatin1StringView unit;
};

constexpr std::array kindKeys{
    KindKeys{SnapshotKind::Server, "priceServer"_L1, "priceServerUnit"_L1},
    KindKeys{SnapshotKind::Volume, "priceVolume"_L1, "priceVolumeUnit"_L1},
};

struct UnitWord
{
    PriceUnit unit = PriceUnit::PerMonth;
    QLatin1StringView word;
};

constexpr std::array unitWords{
    UnitWord{PriceUnit::PerGbMonth, "gb-month"_L1},
    UnitWord{PriceUnit::PerGbHour, "gb-hour"_L1},
    UnitWord{PriceUnit::PerHour, "hour"_L1},
    UnitWord{PriceUnit::PerMonth, "month"_L1},
};

QString wordOf(PriceUnit unit)
{
    for (const UnitWord &known : unitWords) {
        if (known.unit == unit) {
            return known.word;
        }
    }
    return {};
}

std::optional<PriceUnit> unitOf(const QString &word)
{
    for (const UnitWord &known : unitWords) {
        if (known.word == word) {
            return known.unit;
        }
    }
    return std::nullopt;
}

} // namespace

QVariantMap recordOf(const QList<SnapshotPrice> &prices)
{
    QVariantMap record;
    for (const SnapshotPrice &price : prices) {
        for (const KindKeys &keys : kindKeys) {
            if (keys.kind == price.kind) {
                record.insert(keys.amount, decimalText(price.price.amount));
                record.insert(keys.unit, wordOf(price.price.unit));
                record.insert(currencyKey, price.price.amount.currency);
            }
        }
    }
    return record;
}

QList<SnapshotPrice> pricesIn(const QVariantMap &record)
{
    QList<SnapshotPrice> prices;
    const QString currency = record.value(currencyKey).toString();
    for (const KindKeys &keys : kindKeys) {
        const std::optional<Money> amount =
            Domain::moneyFromDecimal(record.value(keys.amount).toString(), currency);
        const std::optional<PriceUnit> unit = unitOf(record.value(keys.unit).toString());
        if (amount && unit && amount->nanos >= 0 && !currency.isEmpty()) {
            SnapshotPrice price;
            price.kind = keys.kind;
            price.price = {*amount, *unit};
            prices.append(price);
        }
    }
    return prices;
}

QVariantMap priceValuesIn(const QVariantMap &record)
{
    QVariantMap values;
    for (const auto &[key, value] : record.asKeyValueRange()) {
        if (key.startsWith("price"_L1)) {
            values.insert(key, value);
        }
    }
    return values;
}

QString decimalText(const Money &money)
{
    const QString whole = QString::number(std::abs(money.nanos / nanosAUnit));
    QString rest =
        QString::number(std::abs(money.nanos % nanosAUnit)).rightJustified(nanoDigits, u'0');
    while (rest.endsWith(u'0')) {
        rest.chop(1);
    }
    QString text = money.nanos < 0 ? u"-"_s + whole : whole;
    if (!rest.isEmpty()) {
        text += u'.' + rest;
    }
    return text;
}

} // namespace Accounts
