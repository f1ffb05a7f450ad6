// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/currencies.h"

#include <algorithm>
#include <array>

namespace Items {

using namespace Qt::StringLiterals;

namespace {

struct KnownCurrency
{
    QLatin1StringView code;
    QStringView symbol;
    int digits = 2;
    bool isWholeFromThousand = false;
};

constexpr std::array knownCurrencies{
    KnownCurrency{"EUR"_L1, u"€"},
    KnownCurrency{"USD"_L1, u"$"},
    KnownCurrency{"GBP"_L1, u"£"},
    KnownCurrency{"MMK"_L1, u"K", 2, true},
    KnownCurrency{"INR"_L1, u"₹"},
    KnownCurrency{"JPY"_L1, u"¥", 0},
    KnownCurrency{"KRW"_L1, u"₩", 0},
    KnownCurrency{"VND"_L1, u"₫", 0},
    KnownCurrency{"THB"_L1, u"฿"},
    KnownCurrency{"UAH"_L1, u"₴"},
    KnownCurrency{"UZS"_L1, u"UZS", 2, true},
    KnownCurrency{"ILS"_L1, u"₪"},
};

QHash<QString, QString> &symbolsOfOperators()
{
    static QHash<QString, QString> symbols;
    return symbols;
}

} // namespace

CurrencyStyle currencyStyle(const QString &code)
{
    CurrencyStyle style{code};
    const auto known = std::ranges::find(knownCurrencies, code, &KnownCurrency::code);
    if (known != knownCurrencies.end()) {
        style = {known->symbol.toString(), known->digits, known->isWholeFromThousand};
    }
    style.symbol = symbolsOfOperators().value(code, style.symbol);
    return style;
}

void setCurrencySymbols(const QHash<QString, QString> &symbols)
{
    symbolsOfOperators() = symbols;
}

} // namespace Items
