// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/hetzner/labels.h"
#include "demo/hetzner/refusals.h"

#include <QStringList>

#include <algorithm>
#include <compare>
#include <expected>
#include <functional>
#include <vector>

// Lists as the vendor gives them: filtered, sorted, a page at a time.
namespace Demo::Hetzner {

struct Paging
{
    int page = 1;
    int perPage = 25;
};

struct SortKey
{
    QString field;
    Qt::SortOrder order = Qt::AscendingOrder;
};

[[nodiscard]] std::expected<Paging, Answer> readPaging(const Request &request);
[[nodiscard]] std::expected<QList<SortKey>, Answer> readSorting(const Request &request,
                                                                const QStringList &sortable);
// The values of a query parameter that may be repeated, all of which must be among the allowed.
[[nodiscard]] std::expected<QStringList, Answer> readWords(const Request &request,
                                                           const QString &name,
                                                           const QStringList &allowed);
[[nodiscard]] std::expected<QList<qint64>, Answer> readIds(const Request &request,
                                                           const QString &name);
// The condition of "label_selector"; without one, it matches everything.
[[nodiscard]] std::expected<LabelSelector, Answer> readSelector(const Request &request);
// {"name":[...]} with the pagination and its Link header.
[[nodiscard]] Answer pageAnswer(const Request &request, const QString &name,
                                const QByteArrayList &entries, const Paging &paging, int total);

template <typename T>
struct Listing
{
    QString name;
    QStringList sortable;
    // Ordered by id.
    std::vector<const T *> entries;
    std::function<std::strong_ordering(const T &, const T &, const QString &field)> compare;
    std::function<QByteArray(const T &)> wire;
};

template <typename T>
void sortEntries(Listing<T> &listing, const QList<SortKey> &keys)
{
    const bool isSortedById =
        keys.isEmpty() || (keys.first().field == u"id" && keys.first().order == Qt::AscendingOrder);
    if (isSortedById) {
        return;
    }
    std::ranges::stable_sort(listing.entries, [&](const T *left, const T *right) {
        for (const SortKey &key : keys) {
            const std::strong_ordering order = listing.compare(*left, *right, key.field);
            if (order != std::strong_ordering::equal) {
                return key.order == Qt::AscendingOrder ? order < 0 : order > 0;
            }
        }
        return false;
    });
}

template <typename T>
[[nodiscard]] Answer answerPage(const Request &request, Listing<T> listing)
{
    const std::expected<Paging, Answer> paging = readPaging(request);
    if (!paging) {
        return paging.error();
    }
    const std::expected<QList<SortKey>, Answer> sorting = readSorting(request, listing.sortable);
    if (!sorting) {
        return sorting.error();
    }
    sortEntries(listing, *sorting);
    const auto total = static_cast<qint64>(listing.entries.size());
    const qint64 first = std::min(total, qint64(paging->page - 1) * paging->perPage);
    const qint64 end = std::min(total, first + paging->perPage);
    QByteArrayList entries;
    for (qint64 i = first; i < end; ++i) {
        entries.append(listing.wire(*listing.entries.at(static_cast<size_t>(i))));
    }
    return pageAnswer(request, listing.name, entries, *paging, static_cast<int>(total));
}

} // namespace Demo::Hetzner
