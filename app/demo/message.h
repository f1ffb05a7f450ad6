// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <chrono>

namespace Demo {

struct Header
{
    QByteArray name;
    QByteArray value;
};

struct QueryItem
{
    QString name;
    QString value;
};

// What a client sent, independent of the HTTP library: the simulations are written against this.
struct Request
{
    QByteArray method;
    QString path;
    QList<QueryItem> query;
    QList<Header> headers;
    QByteArray body;

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] QStringList queryValues(QStringView name) const;
    // Any method but GET, HEAD and OPTIONS.
    [[nodiscard]] bool isWrite() const;
};

// What goes back. Without a body no content type is sent.
struct Answer
{
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QList<Header> headers;
    // How much longer than usual it takes, at most until the server is stopped.
    std::chrono::milliseconds heldBack{0};
};

} // namespace Demo
