// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/clientfixture.h"
#include "net/pager.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

struct Row
{
    int id = 0;

    friend bool operator==(const Row &, const Row &) = default;
};
using Rows = QList<Row>;

/// A list of the rows 1 to `count`, as a server gives it page by page and as the client asks for
/// it: {"rows": [ids], "next", "last", "total"}.
namespace NumberedList {

inline std::optional<int> optionalInt(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

inline Domain::Result<Net::Page<Row>> readPage(const QByteArray &body)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (!json[QStringLiteral("rows")].isArray()) {
        return Domain::failure(ErrorKind::Protocol, QStringLiteral("rows"));
    }
    Net::Page<Row> page;
    const QJsonArray rows = json[QStringLiteral("rows")].toArray();
    for (const QJsonValueConstRef id : rows) {
        page.rows.append(Row{id.toInt()});
    }
    page.next = optionalInt(json[QStringLiteral("next")]);
    page.last = optionalInt(json[QStringLiteral("last")]);
    if (const auto total = optionalInt(json[QStringLiteral("total")])) {
        page.total = *total;
    }
    return page;
}

inline Net::PagedList<Row> things()
{
    Net::PagedList<Row> list;
    list.request = [](int page) {
        HttpRequest request;
        request.path = QStringLiteral("things");
        request.query.addQueryItem(QStringLiteral("page"), QString::number(page));
        return request;
    };
    list.parse = readPage;
    list.id = [](const Row &row) {
        return QString::number(row.id);
    };
    return list;
}

inline Rows upTo(int count)
{
    Rows rows;
    for (int id = 1; id <= count; ++id) {
        rows.append(Row{id});
    }
    return rows;
}

inline int pageOf(const ServedRequest &request)
{
    return request.query(QStringLiteral("page")).toInt();
}

inline ServedAnswer pageAnswer(const QJsonObject &json)
{
    return {200, QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

inline QJsonArray ids(int first, int count)
{
    QJsonArray array;
    for (int id = first; id < first + count; ++id) {
        array.append(id);
    }
    return array;
}

/// One page, as an API that knows its end gives it.
inline QJsonObject numbered(int number, int count, int perPage)
{
    const int last = std::max(1, (count + perPage - 1) / perPage);
    const int first = (number - 1) * perPage;
    QJsonObject json{
        {QStringLiteral("rows"), ids(first + 1, std::clamp(count - first, 0, perPage))},
        {QStringLiteral("last"), last},
        {QStringLiteral("total"), count},
    };
    if (number < last) {
        json[QStringLiteral("next")] = number + 1;
    }
    return json;
}

inline LoopbackServer::Handler serving(int count, int perPage)
{
    return [count, perPage](const ServedRequest &request) {
        return pageAnswer(numbered(pageOf(request), count, perPage));
    };
}

} // namespace NumberedList
