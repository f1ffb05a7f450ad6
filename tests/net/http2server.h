// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/loopbackserver.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtEndian>
#include <QUrl>

/// As little of HTTP/2 as it takes to count the requests that arrive, over TLS: no header is
/// decoded, every request gets the same answer. (All in the header: a test has one source file.)
class Http2Server final : public QObject
{
public:
    enum class Ending {
        Answer,
        Close,
        Reset,
        GoAwayKnown,
        GoAwayUnknown,
        ResetStream,
        RefuseStream
    };

    Http2Server()
        : m_server(Support::makeTcpServer(Support::LoopbackServer::Identity::Trusted, "h2"))
    {
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this,
                &Http2Server::accept);
        m_server->listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("https://127.0.0.1:%1/v1").arg(m_server->serverPort()));
    }
    void endNextWith(Ending ending)
    {
        m_ending = ending;
        m_bodies.clear();
    }
    void hold() { m_isHolding = true; }
    void releaseOne() { end(m_held.takeFirst()); }

    [[nodiscard]] int headersFrames() const { return m_headersFrames; }
    [[nodiscard]] int inFlight() const { return int(m_held.size()); }
    [[nodiscard]] int mostInFlight() const { return m_mostInFlight; }
    /// Of a request since endNextWith().
    [[nodiscard]] QByteArray bodyOf(int request) const { return m_bodies.value(request); }

private:
    enum Type : uchar { Data = 0, Headers = 1, Rst = 3, Settings = 4, Ping = 6, GoAway = 7 };
    static constexpr uchar endStream = 1;
    static constexpr uchar endHeaders = 4;
    static constexpr uchar acknowledged = 1;
    static constexpr qsizetype prefaceSize = 24;

    struct Request
    {
        QTcpSocket *socket;
        quint32 stream;
    };

    static QByteArray frame(uchar type, uchar flags, quint32 stream, const QByteArray &payload = {})
    {
        QByteArray bytes(9, '\0');
        const quint32 size = qToBigEndian(quint32(payload.size()) << 8);
        memcpy(bytes.data(), &size, 3);
        bytes[3] = char(type);
        bytes[4] = char(flags);
        qToBigEndian(stream, bytes.data() + 5);
        return bytes + payload;
    }

    static QByteArray words(std::initializer_list<quint32> values)
    {
        QByteArray bytes;
        for (const quint32 value : values) {
            const quint32 big = qToBigEndian(value);
            bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
        }
        return bytes;
    }

    void accept()
    {
        QTcpSocket *socket = m_server->nextPendingConnection();
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->write(frame(Settings, 0, 0));
        auto bytes = std::make_shared<QByteArray>();
        auto preface = std::make_shared<qsizetype>(prefaceSize);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, bytes, preface] {
            *bytes += socket->readAll();
            const qsizetype skipped = std::min(*preface, bytes->size());
            bytes->remove(0, skipped);
            *preface -= skipped;
            readFrames(socket, *bytes);
        });
        Q_EMIT socket->readyRead(); // what came before
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_held.removeIf([socket](const Request &request) { return request.socket == socket; });
            socket->deleteLater();
        });
    }

    void readFrames(QTcpSocket *socket, QByteArray &bytes)
    {
        while (bytes.size() >= 9) {
            const qsizetype size = qFromBigEndian<quint32>(bytes.constData()) >> 8;
            if (bytes.size() < 9 + size) {
                return;
            }
            const quint32 stream = qFromBigEndian<quint32>(bytes.constData() + 5);
            handle(socket, uchar(bytes[3]), uchar(bytes[4]), stream, bytes.sliced(9, size));
            bytes.remove(0, 9 + size);
        }
    }

    void handle(QTcpSocket *socket, uchar type, uchar flags, quint32 stream,
                const QByteArray &payload)
    {
        if (type == Settings && !(flags & acknowledged)) {
            socket->write(frame(Settings, acknowledged, 0));
        } else if (type == Ping && !(flags & acknowledged)) {
            socket->write(frame(Ping, acknowledged, 0, payload));
        } else if (type == Headers) {
            ++m_headersFrames;
            m_bodies.append(QByteArray());
        } else if (type == Data) {
            m_bodies.last() += payload;
        }
        if ((type == Headers || type == Data) && (flags & endStream)) {
            m_held.append({socket, stream});
            m_mostInFlight = std::max(m_mostInFlight, inFlight());
            if (!m_isHolding) {
                releaseOne();
            }
        }
    }

    void end(const Request &request)
    {
        QTcpSocket *socket = request.socket;
        switch (m_ending) {
        case Ending::Answer:
            // 0x88 is ":status: 200" in the static table of header compression.
            socket->write(frame(Headers, endHeaders, request.stream, QByteArray(1, char(0x88))));
            socket->write(frame(Data, endStream, request.stream, "{}"));
            return;
        case Ending::Close:
            return socket->disconnectFromHost();
        case Ending::Reset:
            return Support::resetConnection(socket);
        case Ending::GoAwayKnown:
            socket->write(frame(GoAway, 0, 0, words({request.stream, 0})));
            return socket->disconnectFromHost();
        case Ending::GoAwayUnknown:
            socket->write(frame(GoAway, 0, 0, words({std::max(request.stream, 2U) - 2, 0})));
            return socket->disconnectFromHost();
        case Ending::ResetStream:
            socket->write(frame(Rst, 0, request.stream, words({2})));
            return;
        case Ending::RefuseStream:
            socket->write(frame(Rst, 0, request.stream, words({7})));
            return;
        }
    }

    std::unique_ptr<QTcpServer> m_server;
    QList<Request> m_held;
    QList<QByteArray> m_bodies;
    Ending m_ending = Ending::Answer;
    bool m_isHolding = false;
    int m_headersFrames = 0;
    int m_mostInFlight = 0;
};
