// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>
#include <QTcpSocket>

/// An HTTP proxy that knows CONNECT alone: pipes bytes between the client and the host it names.
class TunnelProxy final : public QObject
{
public:
    TunnelProxy()
    {
        connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &TunnelProxy::accept);
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void accept()
    {
        QTcpSocket *client = m_server.nextPendingConnection();
        auto *target = new QTcpSocket(client);
        client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(client, &QTcpSocket::readyRead, this, [this, client, target] {
            if (target->state() == QAbstractSocket::UnconnectedState) {
                open(client, target);
            } else if (target->state() == QAbstractSocket::ConnectedState) {
                target->write(client->readAll());
            }
        });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(target, &QTcpSocket::connected, client,
                [client] { client->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
        connect(target, &QTcpSocket::readyRead, client,
                [client, target] { client->write(target->readAll()); });
        connect(target, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    }

    void open(QTcpSocket *client, QTcpSocket *target)
    {
        const QList<QByteArray> words = client->readAll().split(' ');
        const qsizetype colon = words.value(1).lastIndexOf(':');
        ++m_connections;
        target->connectToHost(QString::fromLatin1(words.value(1).first(colon)),
                              words.value(1).sliced(colon + 1).toUShort());
    }

    QTcpServer m_server;
    int m_connections = 0;
};
