// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/loopbackserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QUrlQuery>

#include <algorithm>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;

namespace Support {

namespace {

QByteArray contents(const QString &name)
{
    QFile file(QStringLiteral(SOURCE_ROOT "/tests/net/data/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray head(const ServedAnswer &answer)
{
    HttpMessage message;
    message.startLine = "HTTP/1.1 " + QByteArray::number(answer.status) + " Status";
    message.headers = answer.headers;
    if (!message.headers.contains(QHttpHeaders::WellKnownHeader::ContentType)
        && answer.status != 204) {
        message.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/json"_L1);
    }
    if (answer.then == ServedAnswer::Then::Close) {
        message.headers.append(QHttpHeaders::WellKnownHeader::Connection, "close"_L1);
    }
    message.body = answer.body;
    const QByteArray bytes = wireBytes(message);
    return bytes.first(bytes.size() - answer.body.size());
}

} // namespace

QByteArray ServedRequest::path() const
{
    return QUrl::fromEncoded(target).path().toUtf8();
}

QString ServedRequest::query(const QString &name) const
{
    return QUrlQuery(QUrl::fromEncoded(target)).queryItemValue(name, QUrl::FullyDecoded);
}

LoopbackServer::LoopbackServer(Handler handler, Identity identity)
    : m_handler(std::move(handler))
    , m_isTls(identity != Identity::Plain)
    , m_server(makeTcpServer(identity))
{
    m_server->setListenBacklogSize(256);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &LoopbackServer::accept);
    const bool isListening = m_server->listen(QHostAddress::LocalHost);
    Q_ASSERT(isListening);
    Q_UNUSED(isListening)
}

LoopbackServer::~LoopbackServer()
{
    for (QTcpSocket *socket : m_server->findChildren<QTcpSocket *>()) {
        socket->disconnect(this);
    }
}

QUrl LoopbackServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_isTls ? u"https"_s : u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_server->serverPort());
    url.setPath(path);
    return url;
}

void LoopbackServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        const int connection = ++m_connections;
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        auto reader = std::make_shared<HttpMessageReader>();
        const auto read = [this, socket, reader, connection] {
            reader->add(socket->readAll());
            while (const auto message = reader->next()) {
                serve(socket, *message, connection);
            }
        };
        connect(socket, &QTcpSocket::readyRead, this, read);
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            forget(socket);
            socket->deleteLater();
        });
        read();
    }
}

void LoopbackServer::serve(QTcpSocket *socket, const HttpMessage &message, int connection)
{
    const QList<QByteArray> words = message.startLine.split(' ');
    const ServedRequest request{words.value(0), words.value(1), message.headers, message.body,
                                connection};
    m_requests.append(request);
    m_open.append({socket, m_handler(request)});
    m_mostInFlight = std::max(m_mostInFlight, inFlight());
    if (!m_isHolding) {
        release();
    }
}

void LoopbackServer::release(int count)
{
    for (int i = 0; i < count && !m_open.isEmpty(); ++i) {
        answer(m_open.takeFirst());
    }
}

void LoopbackServer::releaseAll()
{
    m_isHolding = false;
    release(inFlight());
}

void LoopbackServer::answer(const Open &open)
{
    using Say = ServedAnswer::Say;
    const ServedAnswer &answer = open.answer;
    if (answer.say != Say::Nothing) {
        open.socket->write(head(answer));
    }
    if (answer.say == Say::All) {
        open.socket->write(answer.body);
    } else if (answer.say == Say::CutShort) {
        open.socket->write(answer.body.first(answer.body.size() / 2));
    }
    switch (answer.then) {
    case ServedAnswer::Then::Keep:
        break;
    case ServedAnswer::Then::Close:
        open.socket->disconnectFromHost();
        break;
    case ServedAnswer::Then::Reset:
        resetConnection(open.socket);
        break;
    }
}

void LoopbackServer::forget(QTcpSocket *socket)
{
    m_abandoned +=
        int(m_open.removeIf([socket](const Open &open) { return open.socket == socket; }));
}

int LoopbackServer::count(const QByteArray &method) const
{
    return int(std::ranges::count(m_requests, method, &ServedRequest::method));
}

std::unique_ptr<QTcpServer> makeTcpServer(LoopbackServer::Identity identity,
                                          const QByteArray &protocol)
{
    if (identity == LoopbackServer::Identity::Plain) {
        return std::make_unique<QTcpServer>();
    }
    const QString name =
        identity == LoopbackServer::Identity::Trusted ? u"trusted"_s : u"selfsigned"_s;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(contents(name + u".crt"_s)));
    tls.setPrivateKey(QSslKey(contents(name + u".key"_s), QSsl::Ec));
    if (!protocol.isEmpty()) {
        tls.setAllowedNextProtocols({protocol});
    }
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    return server;
}

void resetConnection(QTcpSocket *socket)
{
    socket->flush();
    linger now{};
    now.l_onoff = 1;
    setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER,
               reinterpret_cast<const char *>(&now), sizeof now);
    socket->abort();
}

} // namespace Support
