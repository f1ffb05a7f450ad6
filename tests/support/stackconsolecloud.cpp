// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/stackconsolecloud.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Support {

namespace {

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

// Whether a list can show something else of its own accord.
bool isSettled(const QString &state)
{
    return state == "BackedUp"_L1 || state == "Ready"_L1 || state == "Error"_L1 || state == "-"_L1;
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

QString slugOf(StackConsoleCloud &console, const QString &path, const QString &name)
{
    return console.named(path, name).value(u"slug"_s).toString();
}

QString statesUntilSettled(StackConsoleCloud &console, const QString &path, const QString &name)
{
    QStringList states;
    int settled = 0;
    for (int round = 0; round < 600 && settled < 15; ++round) {
        const QJsonObject snapshot = console.named(path, name);
        const QString state = snapshot.isEmpty() ? u"-"_s : snapshot.value(u"state"_s).toString();
        if (states.isEmpty() || states.constLast() != state) {
            states.append(state);
        }
        settled = isSettled(state) ? settled + 1 : 0;
        console.cloud().skipTime(2s);
    }
    return states.join(u' ');
}

} // namespace Support
