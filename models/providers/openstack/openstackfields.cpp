// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackfields.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

QString OpenStackFields::id(const JsonFields &fields, QLatin1StringView key)
{
    const QString id = fields.text(key);
    if (fields.has(key) && fields.json().value(key).isString() && !isId(id)) {
        fields.reject(key, u"is not an id"_s);
    }
    return id;
}

bool OpenStackFields::isId(const QString &id)
{
    const auto isAllowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || c == u'-' || c == u'_';
    };
    return !id.isEmpty() && id.size() <= 128 && std::ranges::all_of(id, isAllowed);
}

QString OpenStackFields::text(const JsonFields &fields, QLatin1StringView key)
{
    return fields.text(key, Presence::Optional).value_or(QString());
}

QDateTime OpenStackFields::instant(const JsonFields &fields, QLatin1StringView key)
{
    const QString text = OpenStackFields::text(fields, key);
    if (text.isEmpty()) {
        return {};
    }
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid()) {
        fields.reject(key, u"is not a time"_s);
        return {};
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeZone(QTimeZone::UTC);
    }
    return time.toUTC();
}

QMap<QString, QString> OpenStackFields::metadata(const JsonFields &fields, QLatin1StringView key)
{
    QMap<QString, QString> texts;
    const QJsonObject object = fields.json().value(key).toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member->isString()) {
            texts.insert(member.key(), member->toString());
        }
    }
    return texts;
}

QDateTime OpenStackFields::wholeSeconds(const QDateTime &time)
{
    return time.isValid() ? QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), QTimeZone::UTC)
                          : QDateTime();
}

qint64 OpenStackFields::gibibytes(qint64 count)
{
    constexpr qint64 most = 1LL << 32; // in bytes it just fits 64 bits
    return std::clamp<qint64>(count, 0, most) * (1LL << 30);
}

bool OpenStackFields::hasNext(const JsonFields &frame, QLatin1StringView links)
{
    const QJsonArray all = frame.json().value(links).toArray();
    return std::ranges::any_of(all, [](const QJsonValue &link) {
        return link.toObject().value("rel"_L1).toString() == "next"_L1;
    });
}

} // namespace Providers
