// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/openstack/listing.h"

namespace Demo::OpenStack {

// A list of the volume service: what may be filtered by, and how a field is told.
template <typename T>
struct VolumeList
{
    // "volumes": what the entries are called, and "Volume": what one is.
    QString name;
    QString thing;
    QStringList filters;
    QStringList sortable;
    std::function<QVariant(const T &, const QString &field)> valueOf;
    std::function<QJsonObject(const T &)> wire;
};

// The filters of a request that are not among those that may be. Old microversions overlook them.
[[nodiscard]] std::optional<Answer> refuseFilters(const Call &call, const QStringList &known);
[[nodiscard]] std::optional<Answer> refuseSorting(const Call &call, const QStringList &sortable);
void addCount(QJsonObject &body, const Call &call, qsizetype total);
// A filter "metadata={'k': 'v'}".
[[nodiscard]] bool admitsMetadata(const Call &call, const Metadata &metadata);

template <typename T>
[[nodiscard]] bool admits(const Call &call, const VolumeList<T> &list, const T &entry)
{
    for (const QString &filter : list.filters) {
        const QString wanted = queried(call, filter);
        const bool isOther = filter != u"metadata" && !wanted.isEmpty()
            && list.valueOf(entry, filter).toString().compare(wanted, Qt::CaseInsensitive) != 0;
        if (isOther) {
            return false;
        }
    }
    return admitsMetadata(call, entry.metadata);
}

template <typename T>
[[nodiscard]] Answer answerVolumeList(const Call &call, const Cloud &cloud,
                                      const std::map<QString, T> &all, const VolumeList<T> &list)
{
    const auto paging = readPaging(call);
    if (!paging) {
        return paging.error();
    }
    if (const auto refusal = refuseFilters(call, list.filters)) {
        return *refusal;
    }
    if (const auto refusal = refuseSorting(call, list.sortable)) {
        return *refusal;
    }
    QList<const T *> entries;
    for (const auto &[id, entry] : all) {
        if (entry.site == call.site && admits(call, list, entry)) {
            entries.append(&entry);
        }
    }
    sortBy(entries, sortKeys(call), list.valueOf);
    const auto page = pageOf(entries, *paging);
    if (!page) {
        return refuseUnknown(list.thing, paging->marker);
    }
    QJsonArray array;
    for (const T *entry : page->entries) {
        array.append(list.wire(*entry));
    }
    QJsonObject body{{list.name, array}};
    if (page->isFull) {
        addNextLink(body, list.name, nextLink(call, cloud, page->entries.constLast()->id));
    }
    addCount(body, call, page->total);
    return answerWith(200, body);
}

} // namespace Demo::OpenStack
