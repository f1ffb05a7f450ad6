// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/exchangerecorder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Demo {

namespace {

bool isCredential(const QByteArray &name)
{
    static const std::array names{"authorization"_ba, "x-api-key"_ba, "x-auth-token"_ba,
                                  "x-subject-token"_ba, "cookie"_ba};
    return std::ranges::contains(names, name.toLower());
}

QJsonObject json(const QList<Header> &headers)
{
    QJsonObject object;
    for (const Header &header : headers) {
        if (!isCredential(header.name)) {
            object.insert(QString::fromLatin1(header.name), QString::fromUtf8(header.value));
        }
    }
    return object;
}

QJsonArray json(const QList<QueryItem> &query)
{
    QJsonArray array;
    for (const QueryItem &item : query) {
        array.append(QJsonArray{item.name, item.value});
    }
    return array;
}

// The body of a request for a token holds what proves an identity.
QString bodyOf(const Request &request)
{
    return request.path.endsWith(u"/auth/tokens"_s) ? QString() : QString::fromUtf8(request.body);
}

} // namespace

bool ExchangeRecorder::open(const QString &fileName)
{
    const std::lock_guard lock(m_mutex);
    m_file.close();
    m_file.setFileName(fileName);
    return m_file.open(QIODevice::WriteOnly | QIODevice::Truncate);
}

void ExchangeRecorder::record(const Request &request, const Answer &answer)
{
    const std::lock_guard lock(m_mutex);
    if (!m_file.isOpen()) {
        return;
    }
    QList<Header> sent = answer.headers;
    if (!answer.body.isEmpty()) {
        sent.append({"Content-Type"_ba, answer.contentType});
    }
    const QJsonObject exchange{
        {u"method"_s, QString::fromLatin1(request.method)},
        {u"path"_s, request.path},
        {u"query"_s, json(request.query)},
        {u"requestHeaders"_s, json(request.headers)},
        {u"requestBody"_s, bodyOf(request)},
        {u"status"_s, answer.status},
        {u"responseHeaders"_s, json(sent)},
        {u"responseBody"_s, QString::fromUtf8(answer.body)},
    };
    m_file.write(QJsonDocument(exchange).toJson(QJsonDocument::Compact) + '\n');
    m_file.flush();
}

} // namespace Demo
