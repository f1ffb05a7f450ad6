// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/hetznercloud.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Support {

Demo::CloudOptions HetznerCloud::options()
{
    Demo::CloudOptions options = Demo::CloudOptions::forVendor(u"hetzner"_s);
    options.startTime = QDateTime(QDate(2026, 11, 20), QTime(14, 2, 11), QTimeZone::UTC);
    return options;
}

HetznerCloud::HetznerCloud(const Demo::CloudOptions &options)
    : m_cloud(options)
{
    const std::expected<QUrl, QString> url = m_cloud.start();
    if (!url) {
        qFatal("%s", qUtf8Printable(url.error()));
    }
    m_http = std::make_unique<RawHttp>(*url, options.token);
}

QJsonArray HetznerCloud::all(const QString &path, const QString &name)
{
    QJsonArray entries;
    for (int page = 1; page > 0;) {
        const RawAnswer answer =
            m_http->get(u"%1&per_page=50&page=%2"_s.arg(path, QString::number(page)));
        for (const QJsonValueConstRef entry : answer.array(name)) {
            entries.append(entry);
        }
        page = answer.object(u"meta"_s)
                   .value(u"pagination"_s)
                   .toObject()
                   .value(u"next_page"_s)
                   .toInt();
    }
    return entries;
}

QJsonObject HetznerCloud::server(const QString &name)
{
    return m_http->get(u"/servers?name="_s + name).array(u"servers"_s).first().toObject();
}

QJsonObject HetznerCloud::snapshot(const QString &description)
{
    for (const QJsonValueConstRef image : all(u"/images?type=snapshot"_s, u"images"_s)) {
        if (image.toObject().value(u"description"_s) == description) {
            return image.toObject();
        }
    }
    return {};
}

QString HetznerCloud::actionPath(const QString &server, const QString &action)
{
    return u"/servers/%1/actions/%2"_s.arg(idOf(this->server(server))).arg(action);
}

QString HetznerCloud::imagePath(const QString &description)
{
    return u"/images/%1"_s.arg(idOf(snapshot(description)));
}

QJsonObject HetznerCloud::action(const QJsonObject &known)
{
    return m_http->get(u"/actions/%1"_s.arg(idOf(known))).object(u"action"_s);
}

QJsonObject HetznerCloud::image(const QJsonObject &known)
{
    return m_http->get(u"/images/%1"_s.arg(idOf(known))).object(u"image"_s);
}

QString refusalText(const RawAnswer &answer)
{
    return u"%1 %2"_s.arg(answer.status).arg(answer.object(u"error"_s).value(u"code"_s).toString());
}

QString refusedFields(const RawAnswer &answer)
{
    const QJsonArray fields =
        answer.object(u"error"_s).value(u"details"_s).toObject().value(u"fields"_s).toArray();
    QStringList names;
    for (const QJsonValueConstRef field : fields) {
        names.append(field.toObject().value(u"name"_s).toString());
    }
    return names.join(u',');
}

qint64 idOf(const QJsonObject &object)
{
    return object.value(u"id"_s).toInteger();
}

} // namespace Support
