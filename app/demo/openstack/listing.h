// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/openstack/endpoint.h"
#include "demo/openstack/words.h"

#include <QJsonArray>
#include <QVariant>

#include <algorithm>
#include <expected>
#include <functional>

// Lists as the services give them: filtered, sorted, a page at a time. A page follows its marker,
// the id of the last entry that is known.
namespace Demo::OpenStack {

// The last value of a query; empty when it is not asked for.
[[nodiscard]] QString queried(const Call &call, const QString &name);

struct SortKey
{
    QString field;
    Qt::SortOrder order = Qt::DescendingOrder;
};

// "sort=name:asc,id", or "sort_key=name&sort_dir=asc". Without it, the newest come first.
[[nodiscard]] QList<SortKey> sortKeys(const Call &call);

struct Paging
{
    qsizetype limit = 0;
    qsizetype offset = 0;
    QString marker;
};

// The usual limit is also the largest for volumes and servers.
[[nodiscard]] std::expected<Paging, Answer> readPaging(const Call &call);

// The address of the next page: that of this one, with another marker.
[[nodiscard]] QString nextLink(const Call &call, const Cloud &cloud, const QString &marker);

// "volumes_links" for "volumes".
void addNextLink(QJsonObject &body, const QString &name, const QString &link);

template <typename T>
struct Page
{
    QList<const T *> entries;
    qsizetype total = 0;
    bool isFull = false;
};

// Nothing where the marker is not among the entries.
template <typename T>
[[nodiscard]] std::optional<Page<T>> pageOf(const QList<const T *> &entries, const Paging &paging)
{
    qsizetype first = paging.offset;
    if (!paging.marker.isEmpty()) {
        const auto found = std::ranges::find(entries, paging.marker, &T::id);
        if (found == entries.end()) {
            return std::nullopt;
        }
        first = found - entries.begin() + 1;
    }
    Page<T> page;
    page.total = entries.size();
    page.entries =
        entries.sliced(std::min(first, entries.size()))
            .first(std::min(paging.limit, entries.size() - std::min(first, entries.size())));
    page.isFull = paging.limit > 0 && page.entries.size() == paging.limit;
    return page;
}

template <typename T>
bool isNewer(const T *one, const T *other)
{
    const Instant left = wholeSecond(one->created);
    const Instant right = wholeSecond(other->created);
    return left == right ? one->id > other->id : left > right;
}

// Sorts by texts and numbers that a field is told as.
template <typename T>
void sortBy(QList<const T *> &entries, const QList<SortKey> &keys,
            const std::function<QVariant(const T &, const QString &field)> &valueOf)
{
    const SortKey &first = keys.constFirst();
    if (first.field == u"created_at" && first.order == Qt::DescendingOrder) {
        std::ranges::sort(entries, isNewer<T>); // what is asked for most, and of many entries
        return;
    }
    std::ranges::sort(entries, [&](const T *left, const T *right) {
        for (const SortKey &key : keys) {
            const auto order =
                QVariant::compare(valueOf(*left, key.field), valueOf(*right, key.field));
            if (order != QPartialOrdering::Equivalent) {
                return key.order == Qt::AscendingOrder ? order == QPartialOrdering::Less
                                                       : order == QPartialOrdering::Greater;
            }
        }
        return false;
    });
}

} // namespace Demo::OpenStack
