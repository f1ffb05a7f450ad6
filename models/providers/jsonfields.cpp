// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/jsonfields.h"

#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Providers {

namespace {

constexpr double bytesPerGigabyte = 1e9;
constexpr double maximumGigabytes = 9e9; // in bytes it just fits 64 bits

std::optional<QString> toText(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<bool> toFlag(const QJsonValue &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

std::optional<qint64> toInteger(const QJsonValue &value)
{
    // toInteger() answers its argument for whatever is no whole number.
    const qint64 number = value.toInteger(0);
    const bool isWhole = number != 0 || value.toInteger(1) == 0;
    return value.isDouble() && isWhole ? std::optional(number) : std::nullopt;
}

std::optional<QString> toId(const QJsonValue &value)
{
    const std::optional<qint64> number = toInteger(value);
    return number && *number > 0 ? std::optional(QString::number(*number)) : std::nullopt;
}

std::optional<qint64> toBytes(const QJsonValue &value)
{
    const double gigabytes = value.toDouble(-1);
    if (!value.isDouble() || !(gigabytes >= 0 && gigabytes <= maximumGigabytes)) {
        return std::nullopt;
    }
    return std::llround(gigabytes * bytesPerGigabyte);
}

std::optional<QDateTime> toInstant(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    // Without an offset the text names no instant.
    const bool isInstant = time.isValid() && time.timeSpec() != Qt::LocalTime;
    return isInstant ? std::optional(time.toUTC()) : std::nullopt;
}

std::optional<QJsonObject> toObject(const QJsonValue &value)
{
    return value.isObject() ? std::optional(value.toObject()) : std::nullopt;
}

std::optional<QJsonArray> toArray(const QJsonValue &value)
{
    return value.isArray() ? std::optional(value.toArray()) : std::nullopt;
}

} // namespace

void JsonFault::note(const QString &message)
{
    if (!isNoted()) {
        m_message = message;
    }
}

JsonFields::JsonFields(const QJsonObject &object, JsonFault &fault)
    : JsonFields(object, nullptr, {}, -1, fault)
{
}

JsonFields::JsonFields(const QJsonObject &object, const JsonFields *parent, QLatin1StringView name,
                       qsizetype index, JsonFault &fault)
    : m_object(object)
    , m_parent(parent)
    , m_name(name)
    , m_index(index)
    , m_fault(fault)
{
}

QString JsonFields::text(QLatin1StringView key) const
{
    return read(key, {}, toText, u"a text"_s).value_or(QString());
}

std::optional<QString> JsonFields::text(QLatin1StringView key, Presence presence) const
{
    return read(key, presence, toText, u"a text"_s);
}

bool JsonFields::flag(QLatin1StringView key) const
{
    return read(key, {}, toFlag, u"true or false"_s).value_or(false);
}

std::optional<qint64> JsonFields::integer(QLatin1StringView key, Presence presence) const
{
    return read(key, presence, toInteger, u"a whole number"_s);
}

qint64 JsonFields::integer(QLatin1StringView key) const
{
    return read(key, {}, toInteger, u"a whole number"_s).value_or(0);
}

QString JsonFields::id(QLatin1StringView key) const
{
    return read(key, {}, toId, u"an id"_s).value_or(QString());
}

std::optional<QString> JsonFields::id(QLatin1StringView key, Presence presence) const
{
    return read(key, presence, toId, u"an id"_s);
}

qint64 JsonFields::gigabytes(QLatin1StringView key) const
{
    return read(key, {}, toBytes, u"a size"_s).value_or(0);
}

std::optional<qint64> JsonFields::gigabytes(QLatin1StringView key, Presence presence) const
{
    return read(key, presence, toBytes, u"a size"_s);
}

QDateTime JsonFields::instant(QLatin1StringView key) const
{
    return read(key, {}, toInstant, u"a time"_s).value_or(QDateTime());
}

bool JsonFields::has(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

JsonFields JsonFields::object(QLatin1StringView key) const
{
    const QJsonObject found = read(key, {}, toObject, u"an object"_s).value_or(QJsonObject());
    return {found, this, key, -1, m_fault};
}

QJsonArray JsonFields::array(QLatin1StringView key) const
{
    return read(key, {}, toArray, u"a list"_s).value_or(QJsonArray());
}

std::optional<QJsonArray> JsonFields::array(QLatin1StringView key, Presence presence) const
{
    return read(key, presence, toArray, u"a list"_s);
}

JsonFields JsonFields::element(QLatin1StringView key, const QJsonArray &array,
                               qsizetype index) const
{
    const QJsonValue value = array.at(index);
    if (!value.isObject()) {
        reject(key, u"has an element that is no object"_s);
    }
    return {value.toObject(), this, key, index, m_fault};
}

QStringList JsonFields::ids(QLatin1StringView key, Presence presence) const
{
    QStringList ids;
    const QJsonArray values = array(key, presence).value_or(QJsonArray());
    for (const QJsonValueConstRef value : values) {
        const std::optional<QString> id = toId(value);
        if (!id) {
            reject(key, u"has an element that is no id"_s);
            return {};
        }
        ids.append(*id);
    }
    return ids;
}

QMap<QString, QString> JsonFields::texts(QLatin1StringView key, Presence presence) const
{
    QMap<QString, QString> texts;
    const QJsonObject values =
        read(key, presence, toObject, u"an object"_s).value_or(QJsonObject());
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (!it.value().isString()) {
            reject(key, u"has a value that is no text"_s);
            return {};
        }
        texts.insert(it.key(), it.value().toString());
    }
    return texts;
}

void JsonFields::reject(QLatin1StringView key, const QString &reason) const
{
    if (!m_fault.isNoted()) {
        m_fault.note(path() + key + u' ' + reason);
    }
}

std::optional<QJsonValue> JsonFields::find(QLatin1StringView key,
                                           std::optional<Presence> presence) const
{
    QJsonValue value = m_object.value(key);
    if (value.isUndefined()) {
        if (presence != Presence::Optional) {
            reject(key, u"is missing"_s);
        }
        return std::nullopt;
    }
    if (value.isNull()) {
        if (!presence) {
            reject(key, u"is null"_s);
        }
        return std::nullopt;
    }
    return value;
}

template <class T>
std::optional<T> JsonFields::read(QLatin1StringView key, std::optional<Presence> presence,
                                  std::optional<T> (*convert)(const QJsonValue &),
                                  const QString &expected) const
{
    const std::optional<QJsonValue> value = find(key, presence);
    if (!value) {
        return std::nullopt;
    }
    const std::optional<T> converted = convert(*value);
    if (!converted) {
        reject(key, u"is not "_s + expected);
    }
    return converted;
}

QString JsonFields::path() const
{
    if (!m_parent) {
        return {};
    }
    const QString index = m_index < 0 ? QString() : u'[' + QString::number(m_index) + u']';
    return m_parent->path() + m_name + index + u'.';
}

Domain::Result<QJsonObject> readJsonObject(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return Domain::failure(Domain::ErrorKind::Protocol,
                               u"the answer is not JSON: "_s + error.errorString());
    }
    if (!document.isObject()) {
        return Domain::failure(Domain::ErrorKind::Protocol, u"the answer is not a JSON object"_s);
    }
    return document.object();
}

} // namespace Providers
