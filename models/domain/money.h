// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace Domain {

/// An amount in 1e-9 units of a currency (ISO 4217 code). Never a double, never an invoice.
struct Money
{
    qint64 nanos = 0;
    QString currency;

    friend bool operator==(const Money &, const Money &) = default;
};

/// What a price is charged per. Kept as the vendor gives it, never derived from another for keeps.
enum class PriceUnit { PerGbMonth, PerGbHour, PerHour, PerMonth };

struct UnitPrice
{
    Money amount;
    PriceUnit unit = PriceUnit::PerGbMonth;

    friend bool operator==(const UnitPrice &, const UnitPrice &) = default;
};

/// "0.0143000000" to Money, rounded once, half away from zero, to 1e-9. Nothing when the text is no
/// plain decimal or does not fit.
[[nodiscard]] std::optional<Money> moneyFromDecimal(const QString &text, const QString &currency);

/// amount x numerator / denominator through a 128-bit intermediate, rounded half away from zero.
/// The one place where prices are multiplied. Nothing when the result does not fit 64 bits.
[[nodiscard]] std::optional<Money> scaled(const Money &amount, qint64 numerator,
                                          qint64 denominator);

/// Nothing for different currencies (they are never added up) or an overflow.
[[nodiscard]] std::optional<Money> sum(const Money &a, const Money &b);

} // namespace Domain

Q_DECLARE_METATYPE(Domain::Money)
