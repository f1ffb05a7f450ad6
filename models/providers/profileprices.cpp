// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/profileprices.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::PriceUnit;
using Domain::SnapshotKind;
using Domain::SnapshotPrice;

namespace {

class PriceFieldText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileReader)
};

struct PricedKind
{
    SnapshotKind kind = SnapshotKind::Server;
    QLatin1StringView key;
};

constexpr std::array pricedKinds{PricedKind{SnapshotKind::Server, "serverSnapshot"_L1},
                                 PricedKind{SnapshotKind::Volume, "volumeSnapshot"_L1}};
constexpr auto unitAnHour = "GB-hour"_L1;
constexpr auto unitAMonth = "GB-month"_L1;

/// An object among the members; nothing where it is none, which is told.
std::optional<ProfileFields> objectIn(const ProfileFields &fields, const QString &key)
{
    const std::optional<QJsonValue> value = fields.find(key, Need::Optional);
    if (!value) {
        return std::nullopt;
    }
    if (!value->isObject()) {
        fields.reject(key, PriceFieldText::tr("It must be an object."));
        return std::nullopt;
    }
    return fields.object(key);
}

std::optional<SnapshotPrice> readPrice(const ProfileFields &fields, SnapshotKind kind,
                                       const QString &currency)
{
    const QString amountKey = u"amount"_s;
    const QString unitKey = u"unit"_s;
    fields.allowOnly({amountKey, unitKey});
    const QString amount =
        fields.word(amountKey, Need::Required, u"[0-9]{1,9}(\\.[0-9]{1,9})?"_s,
                    PriceFieldText::tr("It must be an amount alone, such as 0.05: digits, with at "
                                       "most nine behind the point."));
    const QString unit =
        fields.word(unitKey, Need::Required, u"GB-(hour|month)"_s,
                    PriceFieldText::tr("It must be %1 or %2.").arg(unitAnHour, unitAMonth));
    return Domain::moneyFromDecimal(amount, currency).transform([&](const Domain::Money &money) {
        SnapshotPrice price;
        price.kind = kind;
        price.price = {money, unit == unitAnHour ? PriceUnit::PerGbHour : PriceUnit::PerGbMonth};
        return price;
    });
}

QDate readDate(const ProfileFields &fields, const QString &key)
{
    const QString form = PriceFieldText::tr("It must be a date, such as 2026-01-31.");
    const QString text = fields.word(key, Need::Required, u"[0-9]{4}-[0-9]{2}-[0-9]{2}"_s, form);
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !date.isValid()) {
        fields.reject(key, form);
    }
    return date;
}

} // namespace

std::optional<Domain::ProfilePrices> readPrices(const ProfileFields &profile)
{
    const QString key = u"prices"_s;
    const QString currencyKey = u"currency"_s;
    const QString sourceKey = u"source"_s;
    const QString dateKey = u"date"_s;
    const std::optional<ProfileFields> found = objectIn(profile, key);
    if (!found) {
        return std::nullopt;
    }
    const ProfileFields &fields = *found;
    QStringList known{currencyKey, sourceKey, dateKey};
    const QString currency =
        fields.word(currencyKey, Need::Required, currencyPattern(), currencyForm());
    Domain::ProfilePrices prices;
    prices.source = fields.page(sourceKey, Need::Required);
    prices.date = readDate(fields, dateKey);
    bool isAnyThere = false;
    for (const PricedKind &each : pricedKinds) {
        known.append(each.key);
        isAnyThere = isAnyThere || fields.json().contains(each.key);
        const std::optional<SnapshotPrice> price =
            objectIn(fields, each.key).and_then([&](const ProfileFields &members) {
                return readPrice(members, each.kind, currency);
            });
        if (price) {
            prices.snapshots.append(*price);
        }
    }
    if (!isAnyThere) {
        profile.reject(key,
                       PriceFieldText::tr("It must hold serverSnapshot, volumeSnapshot or both."));
    }
    fields.allowOnly(known);
    return prices;
}

} // namespace Providers
