// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/cable.h"

#include <QNetworkReply>
#include <QTcpServer>

namespace Support {

Cable::Cable()
{
    QTcpServer nobody;
    const bool isListening = nobody.listen(QHostAddress::LocalHost);
    Q_ASSERT(isListening);
    Q_UNUSED(isListening)
    m_deadPort = nobody.serverPort();
}

void Cable::pullAt(const QString &path, Pull when, int requests)
{
    m_path.setPattern(path);
    m_when = when;
    m_requests = requests;
}

QNetworkReply *Cable::createRequest(Operation operation, const QNetworkRequest &request,
                                    QIODevice *body)
{
    const bool isMeant = !m_path.pattern().isEmpty() && operation != GetOperation
        && m_path.match(request.url().path()).hasMatch();
    if (isMeant && m_when == Pull::Before) {
        m_refusals = m_requests;
    }
    QNetworkRequest sent = request;
    if (m_refusals != 0) {
        QUrl nowhere = request.url();
        nowhere.setPort(m_deadPort);
        sent.setUrl(nowhere);
        m_refusals -= m_refusals > 0 ? 1 : 0;
    } else if (isMeant) {
        m_refusals = m_requests;
    }
    if (isMeant) {
        m_path.setPattern({});
    }
    ++m_open;
    QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, sent, body);
    connect(reply, &QNetworkReply::finished, this, [this] { --m_open; });
    return reply;
}

} // namespace Support
