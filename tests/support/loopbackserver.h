// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/httpmessage.h"

#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

class QTcpSocket;

namespace Support {

/// A request as the server read it.
struct ServedRequest
{
    QByteArray method;
    QByteArray target; ///< path and query; a whole URL when the server plays a proxy
    QHttpHeaders headers;
    QByteArray body;
    int connection = 0; ///< counts from 1

    [[nodiscard]] QByteArray path() const;
    [[nodiscard]] QString query(const QString &name) const;
};

/// What the server does about it.
struct ServedAnswer
{
    enum class Say { All, Nothing, CutShort, HeadOnly };
    enum class Then { Keep, Close, Reset };

    int status = 200;
    QByteArray body = "{}";
    QHttpHeaders headers = {}; ///< without Content-Type: application/json is added
    Say say = Say::All;
    Then then = Then::Keep;
};

/// An HTTP/1.1 server on 127.0.0.1 for tests: keeps connections, counts what reaches it, and can
/// misbehave. Runs in the event loop of the thread that made it.
class LoopbackServer final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<ServedAnswer(const ServedRequest &)>;
    enum class Identity { Plain, Trusted, SelfSigned }; ///< plain text, or TLS with a certificate

    explicit LoopbackServer(Handler handler, Identity identity = Identity::Plain);
    ~LoopbackServer() override;

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/v1")) const;
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }

    /// Keeps answers back until they are released, oldest first.
    void hold() { m_isHolding = true; }
    void release(int count = 1);
    void releaseAll(); ///< and holds no more

    [[nodiscard]] const QList<ServedRequest> &requests() const { return m_requests; }
    [[nodiscard]] int count(const QByteArray &method) const;
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int inFlight() const { return int(m_open.size()); }
    [[nodiscard]] int mostInFlight() const { return m_mostInFlight; }
    /// Requests whose client left before the answer.
    [[nodiscard]] int abandoned() const { return m_abandoned; }

private:
    struct Open
    {
        QTcpSocket *socket = nullptr;
        ServedAnswer answer;
    };
    void accept();
    void serve(QTcpSocket *socket, const HttpMessage &message, int connection);
    void answer(const Open &open);
    void forget(QTcpSocket *socket);

    Handler m_handler;
    bool m_isTls = false;
    std::unique_ptr<QTcpServer> m_server;
    QList<ServedRequest> m_requests;
    QList<Open> m_open; ///< read and not answered
    bool m_isHolding = false;
    int m_connections = 0;
    int m_mostInFlight = 0;
    int m_abandoned = 0;
};

/// A server that does not listen yet; over TLS it agrees on the protocol named, if one is.
[[nodiscard]] std::unique_ptr<QTcpServer> makeTcpServer(LoopbackServer::Identity identity,
                                                        const QByteArray &protocol = {});

/// Ends the connection with a TCP reset instead of a farewell.
void resetConnection(QTcpSocket *socket);

} // namespace Support
