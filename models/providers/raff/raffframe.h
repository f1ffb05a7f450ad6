// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/jsonfields.h"

namespace Providers {

/// What Raff's answers have in common: the frame around their rows, and the ids in them.
class RaffFrame
{
public:
    /// An answer of 2xx may call itself a failure all the same.
    static void checkSuccess(const JsonFields &frame);

    template <class Row>
    [[nodiscard]] static QList<Row> rows(const JsonFields &frame, QLatin1StringView key,
                                         Row (*read)(const JsonFields &))
    {
        checkSuccess(frame);
        QList<Row> rows;
        // An empty list may be null.
        const bool isNull = frame.json().value(key).isNull();
        const QJsonArray values = isNull ? QJsonArray() : frame.array(key);
        for (qsizetype i = 0; i < values.size(); ++i) {
            rows.append(read(frame.element(key, values, i)));
        }
        return rows;
    }

    /// A document that holds one row.
    template <class Row>
    [[nodiscard]] static Domain::Result<Row> single(const QByteArray &json,
                                                    Row (*read)(const JsonFields &))
    {
        return readDocument<Row>(json, [read](const JsonFields &frame) {
            checkSuccess(frame);
            return read(frame.object(QLatin1StringView("data")));
        });
    }

    /// An id that a request's path, header or body will carry.
    [[nodiscard]] static QString id(const JsonFields &fields, QLatin1StringView key);
    /// Letters, digits and few signs: fit for a path and for a header.
    [[nodiscard]] static bool isId(const QString &id);
    [[nodiscard]] static QString optionalText(const JsonFields &fields, QLatin1StringView key);
};

} // namespace Providers
