// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/listfetch.h"
#include "net/pagedlist.h"

namespace Net {

/// Fetches page 1, then the rest in parallel where the last page is known, else follows next. Rows
/// in page order, each id once. Never loops: a next page that is not the one after the current is a
/// Protocol error, and so are a page that brings nothing new, and a list that grows past a million
/// rows. One failed page fails the list and takes back the others: no half list is taken for a
/// whole one. A list that changed while it was read (the count of rows tells) is read again, and is
/// a Conflict when it never stands still.
///
/// Destroying the client settles with Cancelled. Cancelling the future takes back what is open.
template <class Row>
[[nodiscard]] QFuture<Domain::Result<QList<Row>>> fetchAll(HttpClient &client, PagedList<Row> list)
{
    auto *fetch = new ListFetch<Row>(client, std::move(list)); // the client's child, ends itself
    return fetch->start();
}

} // namespace Net
