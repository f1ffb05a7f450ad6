// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/raffcloud.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Support {

namespace {

// As much as the vendor gives at once.
const int stretch = 100;
// Longer than anything lasts that the tests look at.
const auto longTime = 6min;
const auto step = 10s;

} // namespace

Demo::CloudOptions RaffCloud::options(const QStringList &variants)
{
    Demo::CloudOptions options = Demo::CloudOptions::forVendor(u"raff"_s);
    options.startTime = QDateTime(QDate(2026, 11, 20), QTime(14, 2, 11), QTimeZone::UTC);
    options.variants = variants;
    return options;
}

RaffCloud::RaffCloud(const Demo::CloudOptions &options)
    : m_cloud(options)
{
    const std::expected<QUrl, QString> url = m_cloud.start();
    if (!url) {
        qFatal("%s", qUtf8Printable(url.error()));
    }
    m_http = std::make_unique<RawHttp>(*url, QString());
    m_http->setHeader("X-API-Key", options.token.toUtf8());
    m_reader = std::make_unique<RawHttp>(*url, QString());
    m_reader->setHeader("X-API-Key", options.token.toUtf8());
}

RawHttp &RaffCloud::http(const QString &project)
{
    if (!project.isEmpty() && m_projects.isEmpty()) {
        const QJsonArray projects = m_reader->get(u"/projects"_s).array(u"data"_s);
        for (const QJsonValueConstRef entry : projects) {
            m_projects.insert(entry[u"name"_s].toString(), entry[u"id"_s].toString().toLatin1());
        }
    }
    m_http->setHeader("X-Project-ID", m_projects.value(project));
    return *m_http;
}

QJsonArray RaffCloud::all(const QString &path)
{
    QJsonArray entries;
    const QString query = path.contains(u'?') ? u"&"_s : u"?"_s;
    int total = 0;
    do {
        const RawAnswer answer =
            m_reader->get(path + query + u"limit=%1&offset=%2"_s.arg(stretch).arg(entries.size()));
        total = answer.json().value(u"total"_s).toInt();
        const QJsonArray more = answer.array(u"data"_s);
        for (const QJsonValueConstRef entry : more) {
            entries.append(entry);
        }
    } while (entries.size() < total);
    return entries;
}

QJsonObject RaffCloud::named(const QString &list, const QString &name)
{
    const QJsonArray entries = all(u'/' + list);
    for (const QJsonValueConstRef entry : entries) {
        if (entry[u"name"_s] == name) {
            return entry.toObject();
        }
    }
    return {};
}

QString RaffCloud::path(const QString &list, const QString &name)
{
    return u"/%1/%2"_s.arg(list, named(list, name).value(u"id"_s).toVariant().toString());
}

QString RaffCloud::status(const QString &list, const QString &name)
{
    const QJsonObject entry = named(list, name);
    const QString status = entry.value(u"status"_s).toString();
    return entry.isEmpty() ? u"-"_s : status.isEmpty() ? u"''"_s : status;
}

QString RaffCloud::statuses(const QString &list, const QString &name)
{
    QStringList statuses;
    auto unchanged = 0s;
    while (unchanged < longTime) {
        const QString now = status(list, name);
        if (statuses.isEmpty() || statuses.constLast() != now) {
            statuses.append(now);
            unchanged = 0s;
        }
        m_cloud.skipTime(step);
        unchanged += step;
    }
    return statuses.join(u' ');
}

QJsonObject RaffCloud::vmOrder(const QString &vm, const QString &name)
{
    return {{u"resource_type"_s, u"vm"_s},
            {u"resource_id"_s, named(u"vms"_s, vm).value(u"id"_s)},
            {u"name"_s, name}};
}

QJsonObject RaffCloud::volumeOrder(const QString &volume, const QString &name)
{
    return {{u"resource_type"_s, u"volume"_s},
            {u"volume_id"_s, named(u"volumes"_s, volume).value(u"id"_s)},
            {u"name"_s, name}};
}

} // namespace Support
