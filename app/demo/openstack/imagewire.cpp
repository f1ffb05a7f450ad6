// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/imagewire.h"

#include "demo/openstack/bodies.h"
#include "demo/openstack/words.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

QString digest(const Image &image, QCryptographicHash::Algorithm algorithm)
{
    return QString::fromLatin1(QCryptographicHash::hash(image.id.toLatin1(), algorithm).toHex());
}

// What is known only when an image is there.
void addContents(QJsonObject &object, const Image &image)
{
    const bool isThere = image.status == ImageStatus::Active;
    const auto known = [isThere](const QJsonValue &value) {
        return isThere ? value : QJsonValue(QJsonValue::Null);
    };
    object.insert(u"size"_s, known(image.size));
    object.insert(u"virtual_size"_s, image.size > 0 ? known(image.size) : QJsonValue());
    object.insert(u"disk_format"_s, known(textOrNull(image.diskFormat)));
    object.insert(u"container_format"_s, known(u"bare"_s));
    object.insert(u"checksum"_s, known(digest(image, QCryptographicHash::Md5)));
    object.insert(u"os_hash_algo"_s, known(u"sha512"_s));
    object.insert(u"os_hash_value"_s, known(digest(image, QCryptographicHash::Sha512)));
    if (isThere) {
        object.insert(u"stores"_s, u"rbd"_s);
    }
}

} // namespace

QJsonObject json(const Image &image)
{
    const QString self = u"/v2/images/"_s + image.id;
    QJsonObject object = metadataJson(image.properties);
    object.insert(u"id"_s, image.id);
    object.insert(u"name"_s, textOrNull(image.name));
    object.insert(u"status"_s, word(image.status));
    object.insert(u"visibility"_s, image.isPublic ? u"public"_s : u"private"_s);
    object.insert(u"protected"_s, image.isProtected);
    object.insert(u"owner"_s, image.site.project);
    object.insert(u"min_disk"_s, image.minDisk);
    object.insert(u"min_ram"_s, 0);
    object.insert(u"os_hidden"_s, image.isHidden);
    object.insert(u"tags"_s, QJsonArray::fromStringList(image.tags));
    object.insert(u"created_at"_s, zonedTimeText(image.created));
    object.insert(u"updated_at"_s, zonedTimeText(image.updated));
    object.insert(u"self"_s, self);
    object.insert(u"file"_s, QString(self + u"/file"_s));
    object.insert(u"schema"_s, u"/v2/schemas/image"_s);
    addContents(object, image);
    return object;
}

} // namespace Demo::OpenStack
