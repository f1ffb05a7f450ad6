// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/volumelist.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const int firstWithFilters = 31;
const int firstWithCount = 45;

} // namespace

std::optional<Answer> refuseFilters(const Call &call, const QStringList &known)
{
    static const QStringList general{u"limit"_s,      u"marker"_s,     u"offset"_s,
                                     u"sort"_s,       u"sort_key"_s,   u"sort_dir"_s,
                                     u"with_count"_s, u"all_tenants"_s};
    QStringList unknown;
    for (const QueryItem &item : call.request.query) {
        if (!general.contains(item.name) && !known.contains(item.name)) {
            unknown.append(item.name);
        }
    }
    if (unknown.isEmpty() || call.minor < firstWithFilters) {
        return std::nullopt;
    }
    return refuse(400,
                  u"Invalid filters %1 are found in query options."_s.arg(unknown.join(u", "_s)));
}

std::optional<Answer> refuseSorting(const Call &call, const QStringList &sortable)
{
    const QList<SortKey> keys = sortKeys(call);
    for (const SortKey &key : keys) {
        if (!sortable.contains(key.field)) {
            return refuse(400, u"Invalid input received: Invalid sort key"_s);
        }
    }
    return std::nullopt;
}

void addCount(QJsonObject &body, const Call &call, qsizetype total)
{
    if (call.minor >= firstWithCount && queried(call, u"with_count"_s).toLower() == "true"_L1) {
        body.insert(u"count"_s, total);
    }
}

bool admitsMetadata(const Call &call, const Metadata &metadata)
{
    QString told = queried(call, u"metadata"_s);
    if (told.isEmpty()) {
        return true;
    }
    told.replace(u'\'', u'"');
    const QJsonObject wanted = QJsonDocument::fromJson(told.toUtf8()).object();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (!metadata.contains(it.key()) || metadata.value(it.key()) != it.value().toString()) {
            return false;
        }
    }
    return true;
}

} // namespace Demo::OpenStack
