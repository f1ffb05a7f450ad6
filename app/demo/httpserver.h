// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

#include <QString>

#include <expected>
#include <functional>
#include <memory>

namespace Demo {

// Serves HTTP/1.1 on 127.0.0.1 from threads of its own. The handler is called from many threads at
// once.
class HttpServer
{
public:
    using Handler = std::function<Answer(const Request &)>;

    explicit HttpServer(Handler handler);
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    // Port 0 takes a free one. Answers the port, or why it could not be had.
    [[nodiscard]] std::expected<quint16, QString> start(quint16 port);
    // Closes every connection and returns when all threads have ended.
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Demo
