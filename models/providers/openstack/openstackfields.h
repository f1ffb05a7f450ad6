// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/pagedlist.h"
#include "providers/jsonfields.h"

namespace Providers {

/// What the answers of all services have in common: ids, times and maps of texts.
class OpenStackFields
{
public:
    /// An id that a request's path or body will carry.
    [[nodiscard]] static QString id(const JsonFields &fields, QLatin1StringView key);
    /// Letters, digits and few signs: fit for a path.
    [[nodiscard]] static bool isId(const QString &id);
    /// Empty where it is missing or null.
    [[nodiscard]] static QString text(const JsonFields &fields, QLatin1StringView key);
    /// Cinder writes UTC without a zone letter, the others with one. Invalid where it is missing or
    /// null.
    [[nodiscard]] static QDateTime instant(const JsonFields &fields, QLatin1StringView key);
    /// The texts of an object, and nothing else that may be in it.
    [[nodiscard]] static QMap<QString, QString> metadata(const JsonFields &fields,
                                                         QLatin1StringView key);
    /// Without what is below a second.
    [[nodiscard]] static QDateTime wholeSeconds(const QDateTime &time);
    /// GiB as bytes.
    [[nodiscard]] static qint64 gibibytes(qint64 count);

    /// The rows of a list.
    template <class Row>
    [[nodiscard]] static QList<Row> rows(const JsonFields &frame, QLatin1StringView key,
                                         Row (*read)(const JsonFields &))
    {
        QList<Row> rows;
        const QJsonArray values = frame.array(key);
        rows.reserve(values.size());
        for (qsizetype i = 0; i < values.size(); ++i) {
            rows.append(read(frame.element(key, values, i)));
        }
        return rows;
    }
    /// A page of a list, whose number only the one who asked knows.
    template <class Row>
    [[nodiscard]] static Net::Page<Row> page(const JsonFields &frame, QLatin1StringView key,
                                             QLatin1StringView links,
                                             Row (*read)(const JsonFields &))
    {
        Net::Page<Row> page;
        page.rows = rows(frame, key, read);
        page.next = hasNext(frame, links) ? std::optional(2) : std::nullopt;
        return page;
    }
    /// Of a list of links: the address in it may name a host that only the server knows, so it is
    /// looked at for being there alone.
    [[nodiscard]] static bool hasNext(const JsonFields &frame, QLatin1StringView links);
};

} // namespace Providers
