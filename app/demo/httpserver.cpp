// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/httpserver.h"

#include "demo/connectionthreads.h"

#include <thread>

#include <httplib.h>

using namespace Qt::StringLiterals;

namespace Demo {

namespace {

const char loopback[] = "127.0.0.1";
// The library's backlog of 5 drops connections when a client opens many at once.
const int backlog = 256;
// A connection that the server closes while a client writes to it costs the client a retry.
const int keepAliveSeconds = 60;
const size_t requestsPerConnection = 1'000'000;
const size_t largestBody = 1'000'000;

Request toRequest(const httplib::Request &from)
{
    Request request;
    request.method = QByteArray::fromStdString(from.method);
    request.path = QString::fromStdString(from.path);
    request.body = QByteArray::fromStdString(from.body);
    for (const auto &[name, value] : from.params) {
        request.query.append({QString::fromStdString(name), QString::fromStdString(value)});
    }
    for (const auto &[name, value] : from.headers) {
        request.headers.append({QByteArray::fromStdString(name), QByteArray::fromStdString(value)});
    }
    return request;
}

void fill(httplib::Response &to, const Answer &answer)
{
    to.status = answer.status;
    for (const Header &header : answer.headers) {
        to.set_header(header.name.toStdString(), header.value.toStdString());
    }
    if (answer.body.isEmpty()) {
        return;
    }
    // A plain body would be compressed at full quality, which costs more time than it saves.
    to.set_content_provider(
        static_cast<size_t>(answer.body.size()), answer.contentType.toStdString(),
        [body = answer.body](size_t offset, size_t length, httplib::DataSink &sink) {
            return sink.write(body.constData() + offset, length);
        });
}

// The library would wait for the end of the connection to know where such a body ends.
bool hasBodyOfUnknownLength(const httplib::Request &request)
{
    return request.method != "GET" && !request.has_header("Content-Length")
        && !request.has_header("Transfer-Encoding");
}

} // namespace

struct HttpServer::Private
{
    explicit Private(Handler theHandler)
        : handler(std::move(theHandler))
    {
    }

    void setUp();
    void answer(const httplib::Request &request, httplib::Response &response);

    Handler handler;
    httplib::Server server;
    socket_t listener = INVALID_SOCKET;
    std::thread accepting;
};

void HttpServer::Private::setUp()
{
    const auto respond = [this](const httplib::Request &request, httplib::Response &response) {
        answer(request, response);
    };
    server.Get(".*", respond).Post(".*", respond).Put(".*", respond).Patch(".*", respond);
    server.Delete(".*", respond).Options(".*", respond);
    server.set_pre_routing_handler(
        [this](const httplib::Request &request, httplib::Response &response) {
            if (!hasBodyOfUnknownLength(request)) {
                return httplib::Server::HandlerResponse::Unhandled;
            }
            answer(request, response);
            return httplib::Server::HandlerResponse::Handled;
        });
    server.new_task_queue = [] {
        return new ConnectionThreads;
    };
    server.set_tcp_nodelay(true);
    server.set_keep_alive_timeout(keepAliveSeconds);
    server.set_keep_alive_max_count(requestsPerConnection);
    server.set_payload_max_length(largestBody);
    server.set_socket_options([this](socket_t socket) {
        listener = socket;
#ifdef _WIN32
        const int option = SO_EXCLUSIVEADDRUSE;
#else
        const int option = SO_REUSEADDR;
#endif
        const int on = 1;
        setsockopt(socket, SOL_SOCKET, option, reinterpret_cast<const char *>(&on), sizeof(on));
    });
}

void HttpServer::Private::answer(const httplib::Request &request, httplib::Response &response)
{
    fill(response, handler(toRequest(request)));
}

HttpServer::HttpServer(Handler handler)
    : d(std::make_unique<Private>(std::move(handler)))
{
    d->setUp();
}

HttpServer::~HttpServer()
{
    stop();
}

std::expected<quint16, QString> HttpServer::start(quint16 port)
{
    int bound = port;
    if (port == 0) {
        bound = d->server.bind_to_any_port(loopback);
    } else if (!d->server.bind_to_port(loopback, port)) {
        bound = -1;
    }
    if (bound <= 0) {
        return std::unexpected(u"Port %1 on 127.0.0.1 can't be listened on. It may be in use: "
                               "choose another port, or 0 for a free one."_s.arg(port));
    }
    ::listen(d->listener, backlog);
    d->accepting = std::thread([this] { d->server.listen_after_bind(); });
    d->server.wait_until_ready();
    return static_cast<quint16>(bound);
}

void HttpServer::stop()
{
    d->server.stop();
    if (d->accepting.joinable()) {
        d->accepting.join();
    }
}

} // namespace Demo
