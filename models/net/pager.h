// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "net/parsing.h"

namespace Net {

/// One page of a list as a parser hands it over.
template <class Row>
struct Page
{
    QList<Row> rows;
    int number = 1;
    std::optional<int> next; ///< absent on the last page
    std::optional<int> last; ///< absent where the vendor does not know
    std::optional<qint64> total;
};

/// How one list is asked for.
template <class Row>
struct PagedList
{
    std::function<HttpRequest(int page)> request; ///< pages count from 1
    Domain::Result<Page<Row>> (*parse)(const QByteArray &) = nullptr;
    std::function<QString(const Row &)> id; ///< rows with an id seen before are dropped
    Domain::ListProgress progress;
};

/// Fetches page 1, then the rest in parallel where the last page is known, else follows next. Rows
/// in page order, each id once. Never loops: a next page that is not greater than the current one
/// is a Protocol error, and so is a list that grows past a million rows. One failed page fails the
/// list: no half list is taken for a whole one.
template <class Row>
[[nodiscard]] QFuture<Domain::Result<QList<Row>>> fetchAll(HttpClient &client, PagedList<Row> list);

} // namespace Net
