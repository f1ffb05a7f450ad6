// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/imagepatch.h"

#include "demo/openstack/endpoint.h"
#include "demo/openstack/imagewire.h"
#include "demo/openstack/words.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const auto patchType = "application/openstack-images-v2.1-json-patch"_ba;

Answer refuseValue(const QString &path, const QJsonValue &value, const QString &types)
{
    return refusePlainly(
        400,
        u"Provided object does not match schema 'image': %1 is not of type "
        "%2\n\nFailed validating 'type' in schema['properties']['%3']:\n    "
        "{'type': %2}\n\nOn instance['%3']:\n    %1"_s.arg(quoted(value), types, path));
}

Answer refuseMissing(const QString &path)
{
    return answerWith(409,
                      {{u"message"_s,
                        u"There was a conflict when trying to complete your request.<br /><br "
                        "/>\nProperty %1 does not exist.\n\n"_s.arg(path)},
                       {u"code"_s, u"409 Conflict"_s},
                       {u"title"_s, u"Conflict"_s}});
}

bool isReadOnly(const QString &path)
{
    static const QStringList names{u"id"_s,
                                   u"status"_s,
                                   u"size"_s,
                                   u"virtual_size"_s,
                                   u"checksum"_s,
                                   u"created_at"_s,
                                   u"updated_at"_s,
                                   u"owner"_s,
                                   u"self"_s,
                                   u"file"_s,
                                   u"schema"_s,
                                   u"os_hash_algo"_s,
                                   u"os_hash_value"_s,
                                   u"disk_format"_s,
                                   u"container_format"_s};
    return names.contains(path);
}

// What the service itself knows of an image, and may be changed.
std::optional<Answer> setOwn(Image &image, const QString &path, const QJsonValue &value)
{
    const bool isFlag = path == "protected"_L1 || path == "os_hidden"_L1;
    if (isFlag && !value.isBool()) {
        return refuseValue(path, value, u"'boolean'"_s);
    }
    if (path == "name"_L1 && !value.isString() && !value.isNull()) {
        return refuseValue(path, value, u"'null', 'string'"_s);
    }
    if (path == "name"_L1) {
        image.name = value.toString();
    } else if (path == "protected"_L1) {
        image.isProtected = value.toBool();
    } else if (path == "os_hidden"_L1) {
        image.isHidden = value.toBool();
    } else if (path == "tags"_L1) {
        image.tags = value.toVariant().toStringList();
    } else {
        image.minDisk = value.toInt();
    }
    return std::nullopt;
}

std::optional<Answer> setOther(Image &image, const QString &operation, const QString &path,
                               const QJsonValue &value)
{
    if (operation != "add"_L1 && !image.properties.contains(path)) {
        return refuseMissing(path);
    }
    if (operation == "remove"_L1) {
        image.properties.remove(path);
        return std::nullopt;
    }
    if (!value.isString()) {
        return refuseValue(path, value, u"'string'"_s);
    }
    image.properties.insert(path, value.toString());
    return std::nullopt;
}

std::optional<Answer> apply(Image &image, const QJsonValue &change)
{
    static const QStringList own{u"name"_s, u"protected"_s, u"os_hidden"_s, u"tags"_s,
                                 u"min_disk"_s};
    const QString operation = change[u"op"_s].toString();
    if (!QStringList{u"add"_s, u"remove"_s, u"replace"_s}.contains(operation)) {
        return refusePlainly(400,
                             u"Invalid operation: `%1`. It must be one of the following: add, "
                             "remove, replace."_s.arg(operation));
    }
    const QString path = change[u"path"_s].toString().mid(1);
    if (isReadOnly(path)) {
        return refusePlainly(403, u"Attribute '%1' is read-only."_s.arg(path));
    }
    return own.contains(path) ? setOwn(image, path, change[u"value"_s])
                              : setOther(image, operation, path, change[u"value"_s]);
}

} // namespace

Answer patchImage(const Call &call, const Cloud &cloud, Image &image)
{
    const QByteArray type = call.request.header("Content-Type").split(';').constFirst().trimmed();
    if (type != patchType) {
        return answerWith(
            415,
            {{u"message"_s,
              u"The request media type %1 is not supported by this server.\n<br /><br />\n"_s.arg(
                  QString::fromLatin1(type))},
             {u"code"_s, u"415 Unsupported Media Type"_s},
             {u"title"_s, u"Unsupported Media Type"_s}});
    }
    const QJsonDocument document = QJsonDocument::fromJson(call.request.body);
    if (!document.isArray()) {
        return refusePlainly(400, u"Request body must be a JSON array of operation objects."_s);
    }
    Image changed = image;
    const QJsonArray changes = document.array();
    for (const QJsonValueConstRef change : changes) {
        if (const auto refusal = apply(changed, change)) {
            return *refusal;
        }
    }
    changed.updated = cloud.now();
    image = changed;
    return answerWith(200, json(image));
}

} // namespace Demo::OpenStack
