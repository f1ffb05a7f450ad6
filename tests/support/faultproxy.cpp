// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultproxy.h"

#include "support/loopbackserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

using Header = QHttpHeaders::WellKnownHeader;

QByteArray methodOf(const HttpMessage &request)
{
    return request.startLine.split(' ').value(0);
}

QByteArray targetOf(const HttpMessage &request)
{
    return request.startLine.split(' ').value(1);
}

HttpMessage plainAnswer(int status, const QByteArray &body, const QByteArray &type)
{
    HttpMessage message;
    message.startLine = "HTTP/1.1 " + QByteArray::number(status) + " Replaced";
    message.headers.append(Header::ContentType, type);
    message.body = body;
    return message;
}

HttpMessage htmlAnswer(int status)
{
    return plainAnswer(status, "<!DOCTYPE html><html><body><h1>Sorry</h1></body></html>",
                       "text/html; charset=utf-8");
}

/// The request for the page before; the first page stays as it is.
HttpMessage askedForThePageBefore(HttpMessage request)
{
    QUrl target = QUrl::fromEncoded(targetOf(request));
    QUrlQuery query(target);
    const int page = query.queryItemValue(u"page"_s).toInt();
    if (page > 1) {
        query.removeQueryItem(u"page"_s);
        query.addQueryItem(u"page"_s, QString::number(page - 1));
        target.setQuery(query);
        request.startLine = methodOf(request) + ' ' + target.toEncoded() + " HTTP/1.1";
    }
    return request;
}

/// Without the first element of the first list in the body.
HttpMessage withoutTheFirstRow(HttpMessage answer)
{
    QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    for (auto field = json.begin(); field != json.end(); ++field) {
        if (field->isArray() && !field->toArray().isEmpty()) {
            QJsonArray rows = field->toArray();
            rows.removeFirst();
            *field = rows;
            break;
        }
    }
    answer.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return answer;
}

} // namespace

FaultProxy::FaultProxy(const QUrl &target)
    : m_target(target)
    , m_server(this)
{
    m_server.setListenBacklogSize(256);
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &FaultProxy::accept);
    const bool isListening = m_server.listen(QHostAddress::LocalHost);
    Q_ASSERT(isListening);
    Q_UNUSED(isListening)
}

QUrl FaultProxy::url() const
{
    QUrl url = m_target;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_server.serverPort());
    return url;
}

void FaultProxy::add(const FaultRule &rule)
{
    m_script.append({rule, QRegularExpression(rule.path)});
}

void FaultProxy::rename(const QUrl &server, const QUrl &other)
{
    m_names.append({server.authority().toLatin1(), other.authority().toLatin1()});
}

void FaultProxy::beUnreliable(quint32 seed, double rate, const QList<FaultRule> &faults)
{
    m_chance.seed(seed);
    m_rate = rate;
    m_randomFaults = faults;
}

void FaultProxy::beReliable()
{
    m_script.clear();
    m_rate = 0;
}

int FaultProxy::received(const QByteArray &method) const
{
    return int(m_received.count(method));
}

int FaultProxy::carriedOut(const QByteArray &method, const QString &path) const
{
    const QRegularExpression meant(path);
    return int(std::ranges::count_if(m_carriedOut, [&](const auto &request) {
        return request.first == method && meant.match(request.second).hasMatch();
    }));
}

void FaultProxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        auto reader = std::make_shared<HttpMessageReader>();
        connect(client, &QTcpSocket::readyRead, this, [this, client, reader] {
            reader->add(client->readAll());
            while (const auto request = reader->next()) {
                handle(client, *request);
            }
        });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }
}

int FaultProxy::waitingInVain() const
{
    return int(std::ranges::count_if(m_forsaken, [](const QPointer<QTcpSocket> &client) {
        return client && client->state() == QAbstractSocket::ConnectedState;
    }));
}

std::optional<FaultRule> FaultProxy::faultFor(const HttpMessage &request)
{
    for (Rule &rule : m_script) {
        const FaultRule &fault = rule.fault;
        const bool isMeant = (fault.method.isEmpty() || fault.method == methodOf(request))
            && rule.path.match(QString::fromUtf8(targetOf(request))).hasMatch();
        if (!isMeant) {
            continue;
        }
        const int index = rule.matched++ - fault.skip;
        if (index >= 0 && (fault.count < 0 || index < fault.count)) {
            return fault;
        }
    }
    if (m_rate > 0 && m_chance.generateDouble() < m_rate) {
        return m_randomFaults.at(m_chance.bounded(m_randomFaults.size()));
    }
    return std::nullopt;
}

void FaultProxy::handle(QTcpSocket *client, const HttpMessage &request)
{
    m_received.append(methodOf(request));
    const std::optional<FaultRule> fault = faultFor(request);
    m_faults += fault ? 1 : 0;
    if (fault && fault->fault == Fault::Drop) {
        m_forsaken.append(client);
        return;
    }
    if (fault && fault->fault == Fault::ResetBefore) {
        resetConnection(client);
        return;
    }
    if (fault && fault->fault == Fault::Status) {
        client->write(wireBytes(plainAnswer(fault->status, {}, "application/json")));
        return;
    }
    const bool asksBefore = fault && fault->fault == Fault::DoublePage;
    carryOut(client, asksBefore ? askedForThePageBefore(request) : request, fault);
}

void FaultProxy::carryOut(QTcpSocket *client, HttpMessage request,
                          const std::optional<FaultRule> &fault)
{
    m_carriedOut.append({methodOf(request), QString::fromUtf8(targetOf(request))});
    request.headers.removeAll(Header::Connection);
    request.headers.append(Header::Connection, "close"_L1);
    request.headers.removeAll(Header::Host);
    request.headers.append(Header::Host, m_target.authority().toLatin1());
    // Not the client's child: what has been asked for is carried out, even if the client leaves.
    auto *target = new QTcpSocket(this);
    auto reader = std::make_shared<HttpMessageReader>(HttpMessageReader::Kind::Response);
    const QPointer<QTcpSocket> asker(client);
    const auto read = [this, target, reader, asker, fault] {
        reader->add(target->readAll());
        const std::optional<HttpMessage> message = reader->next();
        if (message && asker) {
            answer(asker, *message, fault);
        }
    };
    connect(target, &QTcpSocket::readyRead, this, read);
    connect(target, &QTcpSocket::disconnected, this, [read, reader, target] {
        reader->end();
        read();
        target->deleteLater();
    });
    connect(target, &QTcpSocket::errorOccurred, this, [target, asker] {
        if (target->state() == QAbstractSocket::UnconnectedState && asker) {
            asker->disconnectFromHost(); // the target is gone
        }
    });
    connect(target, &QTcpSocket::connected, this,
            [target, bytes = wireBytes(request)] { target->write(bytes); });
    target->connectToHost(m_target.host(), quint16(m_target.port(80)));
}

void FaultProxy::answer(QTcpSocket *client, HttpMessage answer,
                        const std::optional<FaultRule> &fault)
{
    answer.headers.removeAll(Header::Connection);
    answer.headers.removeAll(Header::KeepAlive);
    for (const auto &[name, other] : std::as_const(m_names)) {
        answer.body.replace(name, other);
    }
    const QByteArray bytes = wireBytes(answer);
    if (!fault) {
        client->write(bytes);
        return;
    }
    switch (fault->fault) {
    case Fault::DropAnswer:
        m_forsaken.append(client);
        return;
    case Fault::Drop:
    case Fault::ResetBefore:
    case Fault::Status:
        return;
    case Fault::Delay:
        QTimer::singleShot(fault->delay, client, [client, bytes] { client->write(bytes); });
        return;
    case Fault::ResetAfter:
        return resetConnection(client);
    case Fault::CloseAfter:
        return client->disconnectFromHost();
    case Fault::Truncate:
        client->write(bytes.first(bytes.size() - (answer.body.size() + 1) / 2));
        return client->disconnectFromHost();
    case Fault::Html:
        client->write(wireBytes(htmlAnswer(fault->status)));
        return;
    case Fault::SlowBody:
        return drip(client, bytes, fault->delay);
    case Fault::DoublePage:
        client->write(bytes);
        return;
    case Fault::ShiftPage:
        client->write(wireBytes(withoutTheFirstRow(answer)));
        return;
    }
}

void FaultProxy::drip(QTcpSocket *client, const QByteArray &bytes, std::chrono::milliseconds pause)
{
    constexpr qsizetype pieces = 8;
    const qsizetype size = bytes.size() / pieces + 1;
    for (qsizetype i = 0; i < pieces; ++i) {
        const QByteArray piece = bytes.mid(i * size, size);
        QTimer::singleShot(pause * i, client, [client, piece] { client->write(piece); });
    }
}

} // namespace Support
