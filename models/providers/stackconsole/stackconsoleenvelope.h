// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "net/pagedlist.h"
#include "providers/jsonfields.h"
#include "providers/lenientfields.h"

namespace Providers {

/// The frame that every answer comes in: a word on how it went, the data, and for lists the paging.
class StackConsoleEnvelope
{
public:
    /// Protocol for what is no such frame (the portal's web page, say); what the refusal means for
    /// one that says "Error" although its HTTP status says otherwise.
    [[nodiscard]] static Domain::Result<StackConsoleEnvelope> read(const QByteArray &json);
    /// The same for the answer to a change, which needs no data.
    [[nodiscard]] static Domain::Result<StackConsoleEnvelope> readReply(const QByteArray &json);

    /// The one object of the data; empty where there is none.
    [[nodiscard]] LenientFields object() const;

    /// One page of a list. Rows that are null are none.
    template <class Row>
    [[nodiscard]] Domain::Result<Net::Page<Row>> page(Row (*readRow)(const LenientFields &,
                                                                     const QString &path,
                                                                     JsonFault &)) const
    {
        JsonFault fault;
        Net::Page<Row> page = numbers<Row>();
        const QJsonArray rows = this->rows(fault);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString path = QStringLiteral("data[%1]").arg(i);
            if (rows.at(i).isObject()) {
                page.rows.append(readRow(LenientFields(rows.at(i).toObject()), path, fault));
            } else if (!rows.at(i).isNull()) {
                fault.note(path + QStringLiteral(" is no object"));
            }
        }
        if (fault.isNoted()) {
            return Domain::failure(Domain::ErrorKind::Protocol, fault.message());
        }
        return page;
    }

private:
    struct Numbers
    {
        int number = 1;
        std::optional<int> last;
        std::optional<qint64> total;
        bool hasNext = false;
    };

    explicit StackConsoleEnvelope(const QJsonObject &object);
    [[nodiscard]] QJsonArray rows(JsonFault &fault) const;
    [[nodiscard]] Numbers numbers() const;

    template <class Row>
    [[nodiscard]] Net::Page<Row> numbers() const
    {
        const Numbers told = numbers();
        Net::Page<Row> page;
        page.number = told.number;
        page.last = told.last;
        page.total = told.total;
        page.next = told.hasNext ? std::optional(told.number + 1) : std::nullopt;
        return page;
    }

    LenientFields m_frame;
};

} // namespace Providers
