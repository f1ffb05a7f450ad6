// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/listing.h"

#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const qsizetype largestPage = 1000;

Qt::SortOrder orderOf(const QString &direction)
{
    return direction == "asc"_L1 ? Qt::AscendingOrder : Qt::DescendingOrder;
}

QList<SortKey> toldKeys(const Call &call)
{
    QList<SortKey> keys;
    const QString sort = queried(call, u"sort"_s);
    const QStringList parts = sort.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        keys.append({part.section(u':', 0, 0).trimmed(), orderOf(part.section(u':', 1).trimmed())});
    }
    const QStringList fields = call.request.queryValues(u"sort_key");
    const QStringList directions = call.request.queryValues(u"sort_dir");
    for (qsizetype i = 0; i < fields.size(); ++i) {
        keys.append({fields.at(i), orderOf(directions.value(i, directions.value(0)))});
    }
    return keys;
}

// A number that is not negative, in the services' words where it is none.
std::expected<qsizetype, Answer> count(const Call &call, const QString &name, qsizetype usual)
{
    const QString told = queried(call, name);
    if (told.isEmpty()) {
        return usual;
    }
    bool isNumber = false;
    const int value = told.toInt(&isNumber);
    if (!isNumber) {
        return std::unexpected(refuse(400, u"%1 param must be an integer"_s.arg(name)));
    }
    if (value < 0) {
        return std::unexpected(refuse(400, u"%1 param must be positive"_s.arg(name)));
    }
    return value;
}

} // namespace

QString queried(const Call &call, const QString &name)
{
    const QStringList values = call.request.queryValues(name);
    return values.isEmpty() ? QString() : values.constLast();
}

QList<SortKey> sortKeys(const Call &call)
{
    QList<SortKey> keys = toldKeys(call);
    if (keys.isEmpty()) {
        keys.append({u"created_at"_s, Qt::DescendingOrder});
    }
    const Qt::SortOrder last = keys.constLast().order;
    keys.append({u"id"_s, last});
    return keys;
}

std::expected<Paging, Answer> readPaging(const Call &call)
{
    const auto limit = count(call, u"limit"_s, largestPage);
    const auto offset = count(call, u"offset"_s, 0);
    if (!limit || !offset) {
        return std::unexpected(limit ? offset.error() : limit.error());
    }
    return Paging{std::min(*limit, largestPage), *offset, queried(call, u"marker"_s)};
}

QString nextLink(const Call &call, const Cloud &cloud, const QString &marker)
{
    QUrlQuery query;
    for (const QueryItem &item : call.request.query) {
        if (item.name != "marker"_L1 && item.name != "offset"_L1) {
            query.addQueryItem(item.name, item.value);
        }
    }
    query.addQueryItem(u"marker"_s, marker);
    QUrl url(call.host + call.request.path);
    url.setQuery(query);
    if (cloud.traits.hasWrongLinks) {
        url.setHost(u"controller.invalid"_s);
        url.setPort(-1);
    }
    return url.toString(QUrl::FullyEncoded);
}

void addNextLink(QJsonObject &body, const QString &name, const QString &link)
{
    body.insert(name + u"_links"_s,
                QJsonArray{QJsonObject{{u"rel"_s, u"next"_s}, {u"href"_s, link}}});
}

} // namespace Demo::OpenStack
