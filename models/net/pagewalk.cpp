// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/pagewalk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Net {

using Domain::Done;
using Domain::Result;

namespace {

std::unexpected<Domain::Error> broken(const QString &reason)
{
    return Domain::failure(Domain::ErrorKind::Protocol, reason);
}

} // namespace

QList<int> PageWalk::ask(int window)
{
    QList<int> numbers;
    while (m_asked < m_end && m_open < window) {
        numbers.append(++m_asked);
        ++m_open;
    }
    return numbers;
}

Result<Done> PageWalk::arrived(int number, const Arrival &arrival)
{
    --m_open;
    m_rows += arrival.rows;
    if (m_rows > mostRows) {
        return broken(u"the list has more than %1 rows"_s.arg(mostRows));
    }
    if (number == 1) {
        m_total = arrival.total;
    }
    m_isSteady = m_isSteady && (!arrival.total || m_total == arrival.total);
    return note(number, arrival);
}

/// Moves the end of the list by what the page says.
Result<Done> PageWalk::note(int number, const Arrival &arrival)
{
    if (number == 1 && arrival.last) {
        const qint64 expected = *arrival.last * std::max<qint64>(1, arrival.rows);
        if (expected > mostRows || *arrival.last > mostPages) {
            return broken(u"the list claims to have %1 pages"_s.arg(*arrival.last));
        }
        m_end = std::max(1, *arrival.last);
    }
    if (number < m_end || !arrival.next) {
        return Done{};
    }
    // The page at the end names another: the end is not known, or the list grew meanwhile.
    if (*arrival.next != number + 1) {
        return broken(u"next_page of page %1 is %2"_s.arg(number).arg(*arrival.next));
    }
    if (arrival.newRows == 0) {
        return broken(u"page %1 brings nothing new and is not the last"_s.arg(number));
    }
    if (number >= mostPages) {
        return broken(u"the list has more than %1 pages"_s.arg(mostPages));
    }
    m_end = number + 1;
    return Done{};
}

bool PageWalk::isWhole() const
{
    return m_open == 0 && m_asked == m_end;
}

} // namespace Net
