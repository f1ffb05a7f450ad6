// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/scriptednetwork.h"

#include <QJsonDocument>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstring>

namespace Support {

namespace {

/// An answer that arrives from the event loop, as real ones do.
class ScriptedReply final : public QNetworkReply
{
public:
    ScriptedReply(const QNetworkRequest &request, const ScriptedExchange &exchange, QObject *parent)
        : QNetworkReply(parent)
        , m_exchange(exchange)
    {
        setRequest(request);
        setUrl(request.url());
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        QTimer::singleShot(0, this, [this] { play(); });
    }

    void abort() override
    {
        if (!isFinished()) {
            end(OperationCanceledError, QStringLiteral("aborted"));
        }
    }

    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_exchange.answer.size() - m_position;
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qsizetype size = std::min<qsizetype>(maxSize, bytesAvailable());
        std::memcpy(data, m_exchange.answer.constData() + m_position, size_t(size));
        m_position += size;
        return size;
    }

private:
    void play()
    {
        if (isFinished()) {
            return;
        }
        if (m_exchange.failure != NoError) {
            m_exchange.answer.clear();
            end(m_exchange.failure, QStringLiteral("as scripted"));
            return;
        }
        QHttpHeaders headers = m_exchange.headers;
        if (!headers.contains(QHttpHeaders::WellKnownHeader::ContentType)) {
            headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/json");
        }
        setHeaders(headers);
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_exchange.status);
        Q_EMIT metaDataChanged();
        if (isFinished()) {
            return;
        }
        if (!m_exchange.answer.isEmpty()) {
            Q_EMIT readyRead();
        }
        end(m_exchange.status < 400 ? NoError : UnknownContentError, QString());
    }

    void end(NetworkError error, const QString &text)
    {
        if (isFinished()) {
            return;
        }
        setFinished(true);
        if (error != NoError) {
            setError(error, text);
            Q_EMIT errorOccurred(error);
        }
        Q_EMIT finished();
    }

    ScriptedExchange m_exchange;
    qsizetype m_position = 0;
};

QByteArray verbOf(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    switch (operation) {
    case QNetworkAccessManager::HeadOperation:
        return "HEAD";
    case QNetworkAccessManager::GetOperation:
        return "GET";
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE";
    case QNetworkAccessManager::CustomOperation:
    case QNetworkAccessManager::UnknownOperation:
        break;
    }
    return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
}

QByteArray canonical(const QByteArray &body)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    return json.isNull() ? body : json.toJson(QJsonDocument::Compact);
}

QByteArray described(const QByteArray &method, const QString &target, const QByteArray &body)
{
    return method + ' ' + target.toUtf8() + ' ' + canonical(body);
}

void fail(const QByteArray &reason)
{
    QTest::qFail(reason.constData(), __FILE__, __LINE__);
}

} // namespace

ScriptedNetworkAccessManager::~ScriptedNetworkAccessManager()
{
    for (const ScriptedExchange &left : std::as_const(m_script)) {
        fail("never asked: " + described(left.method, left.target, left.sentBody));
    }
}

void ScriptedNetworkAccessManager::expectGet(const QString &target, const QByteArray &answer)
{
    ScriptedExchange exchange;
    exchange.method = "GET";
    exchange.target = target;
    exchange.answer = answer;
    expect(exchange);
}

QNetworkReply *ScriptedNetworkAccessManager::createRequest(Operation operation,
                                                           const QNetworkRequest &request,
                                                           QIODevice *body)
{
    m_requests.append(request);
    const QString target =
        request.url().toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded);
    const QByteArray asked =
        described(verbOf(operation, request), target, body ? body->readAll() : QByteArray());
    ScriptedExchange exchange;
    exchange.failure = QNetworkReply::ProtocolFailure;
    if (m_script.isEmpty()) {
        fail("unexpected: " + asked);
        return new ScriptedReply(request, exchange, this);
    }
    const ScriptedExchange next = m_script.takeFirst();
    const QByteArray wanted = described(next.method, next.target, next.sentBody);
    if (asked != wanted) {
        fail("asked: " + asked + "\nwanted: " + wanted);
        return new ScriptedReply(request, exchange, this);
    }
    return new ScriptedReply(request, next, this);
}

} // namespace Support
