// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffpages.h"

#include <algorithm>
#include <limits>

namespace Providers {

RaffWindow RaffPages::window(int page) const
{
    if (page == 1) {
        return {rowsAtOnce, 0};
    }
    return {static_cast<int>(m_length), (page - 1) * m_length};
}

void RaffPages::placeRows(int number, qint64 rows, std::optional<qint64> total)
{
    if (number == 1) {
        const bool isShort = rows > 0 && rows < rowsAtOnce;
        m_length = isShort && total.value_or(rows + 1) > rows ? rows : rowsAtOnce;
    }
    m_last.reset();
    m_next.reset();
    if (total) {
        const qint64 pages = (*total + m_length - 1) / m_length;
        m_last = static_cast<int>(std::clamp<qint64>(pages, 1, std::numeric_limits<int>::max()));
    } else if (rows >= m_length) {
        m_next = number + 1; // without a count a first page may be short for either reason
    }
}

} // namespace Providers
