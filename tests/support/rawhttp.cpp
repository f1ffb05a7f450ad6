// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/rawhttp.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkReply>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray RawAnswer::header(const QByteArray &name) const
{
    for (const auto &[header, value] : headers) {
        if (header.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

bool RawAnswer::hasHeader(const QByteArray &name) const
{
    return std::ranges::any_of(headers, [&name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QJsonObject RawAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QJsonObject RawAnswer::object(const QString &name) const
{
    return json().value(name).toObject();
}

QJsonArray RawAnswer::array(const QString &name) const
{
    return json().value(name).toArray();
}

RawHttp::RawHttp(const QUrl &base, const QString &token)
    : m_base(base)
    , m_token(token)
{
}

void RawHttp::setHeader(const QByteArray &name, const QByteArray &value)
{
    m_headers.insert(name, value);
}

RawAnswer RawHttp::get(const QString &path)
{
    return send("GET", path);
}

RawAnswer RawHttp::post(const QString &path, const QJsonObject &body)
{
    return send("POST", path, bytes(body));
}

RawAnswer RawHttp::post(const QString &path)
{
    return send("POST", path);
}

RawAnswer RawHttp::put(const QString &path, const QJsonObject &body)
{
    return send("PUT", path, bytes(body));
}

RawAnswer RawHttp::del(const QString &path)
{
    return send("DELETE", path);
}

RawAnswer RawHttp::send(const QByteArray &method, const QString &path, const QByteArray &body)
{
    QNetworkRequest request(QUrl(m_base.toString() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    request.setRawHeader("Accept", m_accept);
    if (!m_token.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
    }
    for (auto it = m_headers.cbegin(); it != m_headers.cend(); ++it) {
        if (!it.value().isEmpty()) {
            request.setRawHeader(it.key(), it.value());
        }
    }
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished()) {
        loop.exec();
    }
    RawAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    answer.headers = reply->rawHeaderPairs();
    return answer;
}

} // namespace Support
