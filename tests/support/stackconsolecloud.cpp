// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/stackconsolecloud.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

QChar letterOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u'0';
    case QJsonValue::Bool:
        return u'b';
    case QJsonValue::Double:
        return u'n';
    case QJsonValue::String:
        return u's';
    case QJsonValue::Array:
        return u'a';
    case QJsonValue::Object:
        return u'o';
    case QJsonValue::Undefined:
        return u'-';
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonObject order(const QString &name, const QString &service, const QString &plan)
{
    return {{u"name"_s, name},
            {u"plan"_s, plan},
            {u"service"_s, service},
            {u"is_memory"_s, false},
            {u"project"_s, u"default-41"_s},
            {u"cloud_provider"_s, u"nimbo"_s},
            {u"region"_s, u"1cng-ygn-az01"_s},
            {u"billing_cycle"_s, u"hourly"_s}};
}

} // namespace

Demo::CloudOptions StackConsoleCloud::options(const QStringList &variants)
{
    Demo::CloudOptions options = Demo::CloudOptions::forVendor(u"stackconsole"_s);
    options.startTime = QDateTime(QDate(2026, 11, 20), QTime(14, 2, 11), QTimeZone::UTC);
    options.variants = variants;
    return options;
}

StackConsoleCloud::StackConsoleCloud(const Demo::CloudOptions &options)
    : m_cloud(options)
{
    const std::expected<QUrl, QString> url = m_cloud.start();
    if (!url) {
        qFatal("%s", qUtf8Printable(url.error()));
    }
    m_http = std::make_unique<RawHttp>(*url, options.token);
}

QJsonArray StackConsoleCloud::list(const QString &path)
{
    return m_http->get(path).array(u"data"_s);
}

QJsonArray StackConsoleCloud::all(const QString &path)
{
    QJsonArray entries;
    const QString query = path.contains(u'?') ? u"&"_s : u"?"_s;
    for (int page = 1, last = 1; page <= last; ++page) {
        const QJsonObject answer = m_http->get(path + query + u"page=%1"_s.arg(page)).json();
        last = answer.value(u"last_page"_s).toInt();
        const QJsonArray entryRows = answer.value(u"data"_s).toArray();
        for (const QJsonValueConstRef entry : entryRows) {
            entries.append(entry);
        }
    }
    return entries;
}

QJsonObject StackConsoleCloud::named(const QString &path, const QString &name)
{
    const QJsonArray entryRows = all(path);
    for (const QJsonValueConstRef entry : entryRows) {
        if (entry[u"name"_s] == name) {
            return entry.toObject();
        }
    }
    return {};
}

QJsonObject StackConsoleCloud::volumeOrder(const QString &name)
{
    return order(name, u"Block Storage Snapshot"_s, u"snapshot-per-gb"_s);
}

QJsonObject StackConsoleCloud::machineOrder(const QString &name)
{
    QJsonObject body = order(name, u"VM Snapshot"_s, u"vm-snapshot-ygn"_s);
    body.insert(u"is_vm_snapshot"_s, true);
    body.insert(u"coupon"_s, QJsonValue::Null);
    return body;
}

QString misshapen(const QJsonValue &value, const QString &shape)
{
    if (!value.isObject()) {
        return u"not an object"_s;
    }
    QStringList complaints;
    for (const QString &member : shape.split(u' ', Qt::SkipEmptyParts)) {
        const QString name = member.section(u':', 0, 0);
        const QString types = member.section(u':', 1);
        const QChar is = letterOf(value[name]);
        if (!(types.contains(is) || (is == u'0' && types.endsWith(u'?')))) {
            complaints.append(u"%1 is %2, not %3"_s.arg(name, is, types));
        }
    }
    return complaints.join(u"; "_s);
}

QString refusal(const RawAnswer &answer)
{
    return u"%1 %2"_s.arg(answer.status).arg(answer.json().value(u"message"_s).toString());
}

} // namespace Support
