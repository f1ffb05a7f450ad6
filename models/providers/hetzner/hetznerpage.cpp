// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznerpage.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Providers {

namespace {

std::optional<int> pageNumber(const JsonFields &fields, QLatin1StringView key)
{
    const std::optional<qint64> number = fields.integer(key, Presence::Nullable);
    if (number && (*number < 0 || *number > std::numeric_limits<int>::max())) {
        fields.reject(key, u"is no page number"_s);
        return std::nullopt;
    }
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

} // namespace

HetznerPaging readHetznerPaging(const JsonFields &root)
{
    const JsonFields meta = root.object("meta"_L1);
    const JsonFields pagination = meta.object("pagination"_L1);
    HetznerPaging paging;
    paging.number = pageNumber(pagination, "page"_L1).value_or(1);
    paging.next = pageNumber(pagination, "next_page"_L1);
    paging.last = pageNumber(pagination, "last_page"_L1);
    paging.total = pagination.integer("total_entries"_L1, Presence::Nullable);
    return paging;
}

} // namespace Providers
