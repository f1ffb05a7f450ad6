// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/pagedlist.h"
#include "providers/jsonfields.h"

namespace Providers {

/// Where in its list a page of Hetzner's stands.
struct HetznerPaging
{
    int number = 1;
    std::optional<int> next;
    std::optional<int> last;
    std::optional<qint64> total;
};

[[nodiscard]] HetznerPaging readHetznerPaging(const JsonFields &root);

/// One page of any list. Without its paging a half list could be taken for a whole one.
template <class Row>
[[nodiscard]] Net::Page<Row> readHetznerPage(const JsonFields &root, QLatin1StringView key,
                                             Row (*read)(const JsonFields &),
                                             bool (*isWanted)(const JsonFields &) = nullptr)
{
    Net::Page<Row> page;
    const QJsonArray rows = root.array(key);
    page.rows.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const JsonFields fields = root.element(key, rows, i);
        if (!isWanted || isWanted(fields)) {
            page.rows.append(read(fields));
        }
    }
    const HetznerPaging paging = readHetznerPaging(root);
    page.number = paging.number;
    page.next = paging.next;
    page.last = paging.last;
    page.total = paging.total;
    return page;
}

} // namespace Providers
