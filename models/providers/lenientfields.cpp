// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/lenientfields.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Providers {

namespace {

constexpr double lenientBytesPerGigabyte = 1e9;
constexpr double mostLenientGigabytes = 9e9; // in bytes it just fits 64 bits

/// As short as the number can be told apart by, without an exponent.
QString plainDecimal(double number)
{
    return QString::number(number, 'f', QLocale::FloatingPointShortest);
}

bool isPlainDecimal(const QString &text)
{
    const QStringView digits = QStringView(text).sliced(text.startsWith(u'-') ? 1 : 0);
    const auto isDigit = [](QChar c) {
        return c >= u'0' && c <= u'9';
    };
    return std::ranges::count(digits, u'.') <= 1 && std::ranges::any_of(digits, isDigit)
        && std::ranges::all_of(digits, [&](QChar c) { return c == u'.' || isDigit(c); });
}

/// What PHP writes for a small number: "1.0E-5".
QString withoutExponent(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? plainDecimal(number) : QString();
}

QString decimalOf(const QJsonValue &value)
{
    if (value.isDouble()) {
        return plainDecimal(value.toDouble());
    }
    const QString text = value.toString().trimmed();
    return isPlainDecimal(text) ? text : withoutExponent(text);
}

std::optional<bool> flagOf(const QString &word)
{
    static const QStringList yes = {u"1"_s, u"true"_s, u"yes"_s, u"active"_s, u"enabled"_s};
    static const QStringList no = {u"0"_s, u"false"_s, u"no"_s, u"inactive"_s, u"disabled"_s};
    if (yes.contains(word, Qt::CaseInsensitive)) {
        return true;
    }
    return no.contains(word, Qt::CaseInsensitive) ? std::optional(false) : std::nullopt;
}

} // namespace

LenientFields::LenientFields(const QJsonObject &object)
    : m_object(object)
{
}

QString LenientFields::text(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    return value.isDouble() ? plainDecimal(value.toDouble()) : value.toString().trimmed();
}

QString LenientFields::decimal(QLatin1StringView key) const
{
    return decimalOf(m_object.value(key));
}

std::optional<qint64> LenientFields::integer(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    // toInteger() answers its argument for whatever is no whole number.
    const qint64 number = value.toInteger(0);
    if (value.isDouble()) {
        return number != 0 || value.toInteger(1) == 0 ? std::optional(number) : std::nullopt;
    }
    bool isWhole = false;
    const qint64 quoted = value.toString().trimmed().toLongLong(&isWhole);
    return isWhole ? std::optional(quoted) : std::nullopt;
}

std::optional<qint64> LenientFields::gigabytes(QLatin1StringView key) const
{
    bool isNumber = false;
    const double gigabytes = decimal(key).toDouble(&isNumber);
    if (!isNumber || !(gigabytes >= 0 && gigabytes <= mostLenientGigabytes)) {
        return std::nullopt;
    }
    return std::llround(gigabytes * lenientBytesPerGigabyte);
}

std::optional<bool> LenientFields::flag(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    return value.isBool() ? std::optional(value.toBool()) : flagOf(text(key));
}

bool LenientFields::isSet(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isString()) {
        const QString word = value.toString().trimmed();
        return !word.isEmpty() && flagOf(word).value_or(true);
    }
    return value.toBool() || (value.isDouble() && value.toDouble() != 0) || value.isObject();
}

LenientFields LenientFields::object(QLatin1StringView key) const
{
    const QList<LenientFields> found = objects(key);
    return found.isEmpty() ? LenientFields() : found.first();
}

QList<LenientFields> LenientFields::objects(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isObject()) {
        return {LenientFields(value.toObject())};
    }
    QList<LenientFields> found;
    const QJsonArray values = value.toArray();
    for (const QJsonValueConstRef element : values) {
        if (element.isObject()) {
            found.append(LenientFields(element.toObject()));
        }
    }
    return found;
}

} // namespace Providers
