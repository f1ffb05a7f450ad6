// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QList>

#include <optional>

namespace Net {

/// Which pages of a list to ask for next, and when it is whole. Knows no network and no rows.
/// Whatever a server claims about its pages, the walk ends.
class PageWalk
{
public:
    static constexpr qint64 mostRows = 1'000'000;
    static constexpr int mostPages = 20'000;

    /// What a page said of itself, without its rows.
    struct Arrival
    {
        qint64 rows = 0;
        qint64 newRows = 0; ///< with an id not seen before
        std::optional<int> next;
        std::optional<int> last;
        std::optional<qint64> total;
    };

    /// Pages to ask for now, so that no more than `window` are open.
    [[nodiscard]] QList<int> ask(int window);

    /// Protocol when the list can't be a list.
    [[nodiscard]] Domain::Result<Domain::Done> arrived(int number, const Arrival &arrival);

    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] std::optional<qint64> total() const { return m_total; }
    /// False when the list is known to have changed while it was read.
    [[nodiscard]] bool isSteady() const { return m_isSteady; }

private:
    [[nodiscard]] Domain::Result<Domain::Done> note(int number, const Arrival &arrival);

    int m_end = 1; ///< the highest page known to exist
    int m_asked = 0; ///< the highest page asked for
    int m_open = 0;
    qint64 m_rows = 0;
    std::optional<qint64> m_total;
    bool m_isSteady = true;
};

} // namespace Net
