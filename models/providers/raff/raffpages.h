// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/pager.h"
#include "providers/raff/raffrequests.h"

#include <memory>

namespace Providers {

/// Lists by limit and offset as numbered pages. How many rows a page may have at most is told
/// nowhere: where the first one is shorter than asked for although there are more, the others are
/// asked for by its length, so that nothing falls between them.
class RaffPages
{
public:
    static constexpr int rowsAtOnce = 100;

    using Ask = std::function<Net::HttpRequest(const RaffWindow &)>;

    [[nodiscard]] RaffWindow window(int page) const;

    template <class Row>
    void place(int number, Net::Page<Row> &page)
    {
        placeRows(number, page.rows.size(), page.total);
        page.number = number;
        page.last = number == 1 ? m_last : std::nullopt;
        page.next = m_next;
    }

    template <class Row>
    [[nodiscard]] static QFuture<Domain::Result<QList<Row>>> fetch(
        Net::HttpClient &client, const Ask &ask,
        Domain::Result<Net::Page<Row>> (*parse)(const QByteArray &),
        std::function<QString(const Row &)> id, const Domain::ListProgress &progress)
    {
        // Asking and placing look at the same length, for as long as the list is read.
        const auto pages = std::make_shared<RaffPages>();
        return Net::fetchAll<Row>(client,
                                  {[pages, ask](int page) { return ask(pages->window(page)); },
                                   parse, std::move(id), progress,
                                   [pages](int number, Net::Page<Row> &page) {
                                       pages->place(number, page);
                                   }});
    }

private:
    void placeRows(int number, qint64 rows, std::optional<qint64> total);

    qint64 m_length = rowsAtOnce;
    std::optional<int> m_last;
    std::optional<int> m_next;
};

} // namespace Providers
