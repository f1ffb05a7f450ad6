// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

#include <optional>

namespace Providers {

/// Whether a member may be missing or null.
enum class Presence {
    Nullable, ///< there, but possibly null
    Optional, ///< missing, null or a value
};

/// The first thing that was wrong with a document; later ones mostly follow from it.
class JsonFault
{
public:
    void note(const QString &message);
    [[nodiscard]] bool isNoted() const { return !m_message.isEmpty(); }
    [[nodiscard]] const QString &message() const { return m_message; }

private:
    QString m_message;
};

/// Reads the members of one JSON object. A member that is missing or of another type than asked for
/// is noted with its path ("images[3].created"), and a default stands in for it, so that a parser
/// reads straight on and looks once, at the end, whether all was well.
class JsonFields
{
public:
    JsonFields(const QJsonObject &object, JsonFault &fault);
    JsonFields(const JsonFields &) = delete;
    JsonFields &operator=(const JsonFields &) = delete;

    [[nodiscard]] QString text(QLatin1StringView key) const;
    [[nodiscard]] std::optional<QString> text(QLatin1StringView key, Presence presence) const;
    [[nodiscard]] bool flag(QLatin1StringView key) const;
    [[nodiscard]] std::optional<qint64> integer(QLatin1StringView key, Presence presence) const;
    [[nodiscard]] qint64 integer(QLatin1StringView key) const;
    /// A positive whole number, as text.
    [[nodiscard]] QString id(QLatin1StringView key) const;
    [[nodiscard]] std::optional<QString> id(QLatin1StringView key, Presence presence) const;
    /// Gigabytes (10^9, possibly with a fraction) as bytes, rounded.
    [[nodiscard]] qint64 gigabytes(QLatin1StringView key) const;
    [[nodiscard]] std::optional<qint64> gigabytes(QLatin1StringView key, Presence presence) const;
    /// RFC 3339 with or without seconds; the offset must be there. UTC.
    [[nodiscard]] QDateTime instant(QLatin1StringView key) const;

    /// Whether the member is there and not null.
    [[nodiscard]] bool has(QLatin1StringView key) const;
    /// This object must outlive the one that it hands out.
    [[nodiscard]] JsonFields object(QLatin1StringView key) const;
    [[nodiscard]] QJsonArray array(QLatin1StringView key) const;
    [[nodiscard]] std::optional<QJsonArray> array(QLatin1StringView key, Presence presence) const;
    [[nodiscard]] JsonFields element(QLatin1StringView key, const QJsonArray &array,
                                     qsizetype index) const;
    /// An array of ids.
    [[nodiscard]] QStringList ids(QLatin1StringView key, Presence presence) const;
    /// An object whose values are all texts.
    [[nodiscard]] QMap<QString, QString> texts(QLatin1StringView key, Presence presence) const;

    [[nodiscard]] const QJsonObject &json() const { return m_object; }
    /// Notes that the member has a value that can't be right.
    void reject(QLatin1StringView key, const QString &reason) const;

private:
    JsonFields(const QJsonObject &object, const JsonFields *parent, QLatin1StringView name,
               qsizetype index, JsonFault &fault);
    [[nodiscard]] std::optional<QJsonValue> find(QLatin1StringView key,
                                                 std::optional<Presence> presence) const;
    template <class T>
    [[nodiscard]] std::optional<T> read(QLatin1StringView key, std::optional<Presence> presence,
                                        std::optional<T> (*convert)(const QJsonValue &),
                                        const QString &expected) const;
    [[nodiscard]] QString path() const;

    QJsonObject m_object;
    const JsonFields *m_parent = nullptr;
    QLatin1StringView m_name;
    qsizetype m_index = -1;
    JsonFault &m_fault;
};

/// The document's outermost object, or Protocol.
[[nodiscard]] Domain::Result<QJsonObject> readJsonObject(const QByteArray &json);

/// Reads a whole document: `read` makes the value from the outermost object's fields.
template <class T, class Read>
[[nodiscard]] Domain::Result<T> readDocument(const QByteArray &json, Read read)
{
    const Domain::Result<QJsonObject> object = readJsonObject(json);
    if (!object) {
        return std::unexpected(object.error());
    }
    JsonFault fault;
    T value = read(JsonFields(*object, fault));
    if (fault.isNoted()) {
        return Domain::failure(Domain::ErrorKind::Protocol, fault.message());
    }
    return value;
}

} // namespace Providers
