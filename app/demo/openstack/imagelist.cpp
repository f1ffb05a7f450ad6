// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/imagelist.h"

#include "demo/openstack/imagewire.h"
#include "demo/openstack/listing.h"
#include "demo/openstack/words.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const qsizetype usualImages = 25;
const qsizetype mostImages = 1000;

bool isGeneral(const QString &name)
{
    static const QStringList general{u"limit"_s,      u"marker"_s,   u"sort"_s,
                                     u"sort_key"_s,   u"sort_dir"_s, u"member_status"_s,
                                     u"visibility"_s, u"tag"_s,      u"os_hidden"_s};
    return general.contains(name);
}

QString toldText(const QJsonValue &value)
{
    return value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s)
                          : value.toVariant().toString();
}

// "in:one,other" is either.
bool isWanted(const QJsonObject &object, const QueryItem &filter)
{
    if (filter.name == "size_min"_L1) {
        return object.value(u"size"_s).toInteger() >= filter.value.toLongLong();
    }
    if (filter.name == "size_max"_L1) {
        return object.value(u"size"_s).toInteger() <= filter.value.toLongLong();
    }
    const QJsonValue value = object.value(filter.name);
    if (value.isUndefined() || value.isNull()) {
        return false;
    }
    if (filter.value.startsWith(u"in:"_s)) {
        return filter.value.sliced(3).split(u',').contains(toldText(value));
    }
    const bool isFlag = value.isBool();
    return toldText(value).compare(filter.value, isFlag ? Qt::CaseInsensitive : Qt::CaseSensitive)
        == 0;
}

bool isVisible(const Call &call, const Image &image)
{
    const QString visibility = queried(call, u"visibility"_s);
    const bool isOwn = image.site.project == call.site.project;
    const bool isAsked = visibility.isEmpty() || visibility == "all"_L1
        || (visibility == "public"_L1 ? image.isPublic
                                      : visibility == "private"_L1 && !image.isPublic);
    const bool wantsHidden = queried(call, u"os_hidden"_s).toLower() == "true"_L1;
    return image.site.region == call.site.region && (image.isPublic || isOwn) && isAsked
        && image.isHidden == wantsHidden;
}

bool isAdmitted(const Call &call, const Image &image)
{
    if (!isVisible(call, image)) {
        return false;
    }
    const QStringList tags = call.request.queryValues(u"tag");
    const bool hasTags = std::ranges::all_of(
        tags, [&image](const QString &tag) { return image.tags.contains(tag); });
    if (!hasTags) {
        return false;
    }
    const QJsonObject object = json(image);
    return std::ranges::all_of(call.request.query, [&object](const QueryItem &item) {
        return isGeneral(item.name) || isWanted(object, item);
    });
}

QVariant imageValue(const Image &image, const QString &field)
{
    return json(image).value(field).toVariant();
}

std::optional<Answer> refuseSortingImages(const QList<SortKey> &keys)
{
    static const QStringList sortable{u"name"_s,        u"status"_s,    u"container_format"_s,
                                      u"disk_format"_s, u"size"_s,      u"id"_s,
                                      u"created_at"_s,  u"updated_at"_s};
    for (const SortKey &key : keys) {
        if (!sortable.contains(key.field)) {
            return refusePlainly(
                400,
                u"Invalid sort key: %1. It must be one of the following: %2."_s.arg(
                    key.field, sortable.join(u", "_s)));
        }
    }
    return std::nullopt;
}

std::expected<Paging, Answer> readImagePaging(const Call &call)
{
    const QString told = queried(call, u"limit"_s);
    bool isNumber = true;
    const qsizetype limit = told.isEmpty() ? usualImages : told.toInt(&isNumber);
    if (!isNumber || limit < 0) {
        return std::unexpected(refusePlainly(400,
                                             isNumber ? u"limit param must be positive"_s
                                                      : u"limit param must be an integer"_s));
    }
    return Paging{std::min(limit, mostImages), 0, queried(call, u"marker"_s)};
}

// Relative, and with everything that was asked for in the order of names.
QString imagesLink(const Call &call, const QString &marker)
{
    QUrlQuery query;
    QMap<QString, QString> items;
    for (const QueryItem &item : call.request.query) {
        items.insert(item.name, item.value);
    }
    items.remove(u"marker"_s);
    for (auto it = items.cbegin(); it != items.cend(); ++it) {
        query.addQueryItem(it.key(), it.value());
    }
    if (!marker.isEmpty()) {
        query.addQueryItem(u"marker"_s, marker);
    }
    const QString text = query.toString(QUrl::FullyEncoded);
    return text.isEmpty() ? u"/v2/images"_s : u"/v2/images?"_s + text;
}

} // namespace

Answer listImages(const Call &call, const Cloud &cloud)
{
    const auto paging = readImagePaging(call);
    if (!paging) {
        return paging.error();
    }
    const QList<SortKey> keys = sortKeys(call);
    if (const auto refusal = refuseSortingImages(keys)) {
        return *refusal;
    }
    QList<const Image *> entries;
    for (const auto &[id, image] : cloud.images) {
        if (isAdmitted(call, image)) {
            entries.append(&image);
        }
    }
    sortBy<Image>(entries, keys, imageValue);
    const auto page = pageOf(entries, *paging);
    if (!page) {
        return refusePlainly(400, u"No image found with ID %1"_s.arg(paging->marker));
    }
    QJsonArray array;
    for (const Image *image : page->entries) {
        array.append(json(*image));
    }
    QJsonObject body{{u"images"_s, array},
                     {u"first"_s, imagesLink(call, {})},
                     {u"schema"_s, u"/v2/schemas/images"_s}};
    if (page->isFull) {
        body.insert(u"next"_s, imagesLink(call, page->entries.constLast()->id));
    }
    return answerWith(200, body);
}

} // namespace Demo::OpenStack
