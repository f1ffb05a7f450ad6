// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QNetworkAccessManager>
#include <QUrl>

#include <utility>

namespace Support {

struct RawAnswer
{
    // 0: there was none.
    int status = 0;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] bool hasHeader(const QByteArray &name) const;
    [[nodiscard]] QJsonObject json() const;
    // The member of the body that an answer is named after, such as "image".
    [[nodiscard]] QJsonObject object(const QString &name) const;
    [[nodiscard]] QJsonArray array(const QString &name) const;
};

// Sends requests to a server and waits for the answers, with nothing of the client between: what is
// sent is what the test says. Use it from the thread that made it.
class RawHttp
{
public:
    // An empty token sends no Authorization header.
    RawHttp(const QUrl &base, const QString &token);

    // JSON unless told otherwise.
    void setAccept(const QByteArray &type) { m_accept = type; }
    // Goes with every request from now on. An empty value takes it away.
    void setHeader(const QByteArray &name, const QByteArray &value);

    [[nodiscard]] RawAnswer get(const QString &path);
    [[nodiscard]] RawAnswer post(const QString &path, const QJsonObject &body);
    // Without a body.
    [[nodiscard]] RawAnswer post(const QString &path);
    [[nodiscard]] RawAnswer put(const QString &path, const QJsonObject &body);
    [[nodiscard]] RawAnswer del(const QString &path);
    [[nodiscard]] RawAnswer send(const QByteArray &method, const QString &path,
                                 const QByteArray &body = {});

private:
    QUrl m_base;
    QString m_token;
    QByteArray m_accept = "application/json";
    QMap<QByteArray, QByteArray> m_headers;
    QNetworkAccessManager m_network;
};

} // namespace Support
