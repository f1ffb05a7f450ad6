// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/money.h"

#include <limits>

namespace Domain {

namespace {

// GCC's 128-bit integer is an extension; Clang and mingw-w64 have it as well.
__extension__ using Wide = __int128;

constexpr int fractionDigits = 9;

bool fits(Wide value)
{
    return value <= std::numeric_limits<qint64>::max()
        && value >= std::numeric_limits<qint64>::min();
}

struct Digits
{
    Wide value = 0;
    int fraction = 0;
    bool roundUp = false;
    bool any = false;
};

/// Reads digits with at most one point; nothing at any other character or when it is far too large.
std::optional<Digits> readDigits(QStringView text)
{
    Digits digits;
    bool point = false;
    for (const QChar c : text) {
        if (c == u'.' && !point) {
            point = true;
            continue;
        }
        if (c < u'0' || c > u'9') {
            return std::nullopt;
        }
        digits.any = true;
        const int digit = c.unicode() - u'0';
        if (point && digits.fraction >= fractionDigits) {
            digits.roundUp = digits.fraction == fractionDigits ? digit >= 5 : digits.roundUp;
            ++digits.fraction;
            continue;
        }
        digits.value = digits.value * 10 + digit;
        digits.fraction += point ? 1 : 0;
        if (!fits(digits.value)) {
            return std::nullopt;
        }
    }
    return digits.any ? std::optional(digits) : std::nullopt;
}

} // namespace

std::optional<Money> moneyFromDecimal(const QString &text, const QString &currency)
{
    const bool negative = text.startsWith(u'-');
    const std::optional<Digits> digits = readDigits(QStringView(text).sliced(negative ? 1 : 0));
    if (!digits) {
        return std::nullopt;
    }
    Wide nanos = digits->value;
    for (int i = digits->fraction; i < fractionDigits; ++i) {
        nanos *= 10;
    }
    nanos += digits->roundUp ? 1 : 0;
    if (!fits(nanos)) {
        return std::nullopt;
    }
    return Money{static_cast<qint64>(negative ? -nanos : nanos), currency};
}

std::optional<Money> scaled(const Money &amount, qint64 numerator, qint64 denominator)
{
    Q_ASSERT(denominator > 0);
    const Wide product = static_cast<Wide>(amount.nanos) * numerator;
    const Wide half = denominator / 2;
    const Wide rounded = (product < 0 ? product - half : product + half) / denominator;
    if (!fits(rounded)) {
        return std::nullopt;
    }
    return Money{static_cast<qint64>(rounded), amount.currency};
}

std::optional<Money> sum(const Money &a, const Money &b)
{
    const Wide total = static_cast<Wide>(a.nanos) + b.nanos;
    if (a.currency != b.currency || !fits(total)) {
        return std::nullopt;
    }
    return Money{static_cast<qint64>(total), a.currency};
}

} // namespace Domain
