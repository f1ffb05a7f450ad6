// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace Providers {

/// Reads one JSON object of a server that does not keep to its types: numbers come quoted or not,
/// an object as a list of one, nothing as null, as an empty text or not at all. What can't be read
/// counts as absent and is no fault; JsonFields is the strict reader.
class LenientFields
{
public:
    LenientFields() = default;
    explicit LenientFields(const QJsonObject &object);

    /// A text without blanks around it, or a number as text; empty when absent.
    [[nodiscard]] QString text(QLatin1StringView key) const;
    /// A number as a plain decimal, "0.0125", however it was written; empty when absent.
    [[nodiscard]] QString decimal(QLatin1StringView key) const;
    [[nodiscard]] std::optional<qint64> integer(QLatin1StringView key) const;
    /// Gigabytes (10^9) as bytes, rounded.
    [[nodiscard]] std::optional<qint64> gigabytes(QLatin1StringView key) const;
    /// true, 1, "1", "true", "active" and their opposites.
    [[nodiscard]] std::optional<bool> flag(QLatin1StringView key) const;
    /// There, and neither null, false, empty nor zero: how a time or a mark says yes.
    [[nodiscard]] bool isSet(QLatin1StringView key) const;

    /// The object, or the first of a list of objects; an empty one when absent.
    [[nodiscard]] LenientFields object(QLatin1StringView key) const;
    /// The objects of a list, or the one that stands in its place.
    [[nodiscard]] QList<LenientFields> objects(QLatin1StringView key) const;

    [[nodiscard]] bool isEmpty() const { return m_object.isEmpty(); }
    [[nodiscard]] const QJsonObject &json() const { return m_object; }

private:
    QJsonObject m_object;
};

} // namespace Providers
