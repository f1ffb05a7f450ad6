// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

/// Answers as a vendor's API gives them, and the same with one thing changed. A path names a
/// member: "servers.0.public_net.ipv4.ip".
namespace JsonFixtures {

inline QByteArray read(const QString &vendor, const QString &name)
{
    QFile file(QStringLiteral(SOURCE_ROOT "/tests/providers/data/%1/%2.json").arg(vendor, name));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no fixture %s", qPrintable(file.fileName()));
    }
    return file.readAll().trimmed();
}

/// An undefined value removes the member.
inline QJsonValue edited(const QJsonValue &json, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty()) {
        return value;
    }
    const QString &key = path.first();
    if (json.isArray()) {
        QJsonArray array = json.toArray();
        const int index = key.toInt();
        array.replace(index, edited(array.at(index), path.sliced(1), value));
        return array;
    }
    QJsonObject object = json.toObject();
    if (!object.contains(key) && path.size() > 1) {
        qFatal("no member %s", qPrintable(key));
    }
    const QJsonValue member = edited(object.value(key), path.sliced(1), value);
    if (member.isUndefined()) {
        object.remove(key);
    } else {
        object.insert(key, member);
    }
    return object;
}

inline QByteArray with(const QByteArray &json, const QString &path, const QJsonValue &value)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return QJsonDocument(edited(object, path.split(u'.'), value).toObject())
        .toJson(QJsonDocument::Compact);
}

/// The path as an error names it: "servers[0].public_net.ipv4.ip".
inline QString spoken(const QString &path)
{
    QString text;
    for (const QString &part : path.split(u'.')) {
        bool isIndex = false;
        part.toInt(&isIndex);
        if (isIndex) {
            text += u'[' + part + u']';
        } else {
            text += (text.isEmpty() ? QString() : QStringLiteral(".")) + part;
        }
    }
    return text;
}

} // namespace JsonFixtures
