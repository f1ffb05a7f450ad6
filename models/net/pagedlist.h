// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "net/httprequest.h"

#include <QList>

#include <functional>
#include <optional>

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
    /// Rows with an id seen before are dropped.
    std::function<QString(const Row &)> id;
    Domain::ListProgress progress;
    /// Fills in what an answer does not tell of itself, where the vendor's answers don't say which
    /// page they are. Called on the caller's thread.
    std::function<void(int number, Page<Row> &page)> place = {};
};

} // namespace Net
