// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/exchange.h"

#include "domain/clock.h"
#include "net/answererror.h"
#include "net/requestbody.h"

#include <QNetworkAccessManager>

using namespace Qt::StringLiterals;

namespace Net {

using Domain::Error;
using Domain::ErrorKind;
using std::chrono::milliseconds;

namespace {

/// A request may stand behind others for a free connection, but not for ever.
constexpr int queueingFactor = 4;

QNetworkReply *post(QNetworkAccessManager &manager, QNetworkRequest request, Method method,
                    const QByteArray &body)
{
    // The body can't be rewound and is not buffered, and its length is given even when it is 0:
    // only then is a request whose peer hangs up not sent a second time.
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    if (!body.isEmpty() && !request.hasRawHeader("Content-Type")) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    }
    auto *device = new RequestBody(body);
    QNetworkReply *reply = manager.sendCustomRequest(request, verb(method), device);
    device->setParent(reply);
    return reply;
}

} // namespace

Exchange::Exchange(Domain::Clock &clock, Limits limits, Method method, Ended ended, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limits(limits)
    , m_method(method)
    , m_ended(std::move(ended))
{
}

Exchange::~Exchange()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void Exchange::start(QNetworkAccessManager &manager, const QNetworkRequest &request,
                     const QByteArray &body)
{
    m_reply =
        m_method == Method::Get ? manager.get(request) : post(manager, request, m_method, body);
    const auto underWay = [this] {
        m_isUnderWay = true;
        noteLife();
    };
    // Nothing tells when a request with an empty body leaves on a connection that is open already.
    m_isUnderWay = m_method != Method::Get && body.isEmpty();
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, underWay);
    connect(m_reply, &QNetworkReply::requestSent, this, underWay);
    connect(m_reply, &QNetworkReply::encrypted, this, underWay);
    connect(m_reply, &QNetworkReply::uploadProgress, this, underWay);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::checkAnnouncedSize);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::read);
    // Queued: some failures are announced from within the call that starts the request.
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finish, Qt::QueuedConnection);
    noteLife();
    checkSilence();
}

void Exchange::noteLife()
{
    m_lastLife = m_clock.elapsed();
}

void Exchange::checkSilence()
{
    const milliseconds allowed = m_limits.silence * (m_isUnderWay ? 1 : queueingFactor);
    const milliseconds silent = m_clock.elapsed() - m_lastLife;
    if (silent >= allowed) {
        stop(ErrorKind::TimedOut,
             u"no answer within %1 seconds"_s.arg(static_cast<double>(allowed.count()) / 1000.0));
        return;
    }
    // It may get under way meanwhile, so look again no later than that would allow.
    m_clock.callAfter(std::min(allowed - silent, m_limits.silence), this, [this] {
        if (m_reply && !m_stopped) {
            checkSilence();
        }
    });
}

void Exchange::checkAnnouncedSize()
{
    m_isUnderWay = true;
    noteLife();
    const QVariant size = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (size.isValid() && size.toLongLong() > m_limits.body) {
        stop(ErrorKind::TooLarge, u"the answer has %1 bytes"_s.arg(size.toLongLong()));
    }
}

void Exchange::read()
{
    noteLife();
    if (m_stopped) {
        return;
    }
    if (m_body.size() + m_reply->bytesAvailable() > m_limits.body) {
        stop(ErrorKind::TooLarge, u"the answer has more than %1 bytes"_s.arg(m_limits.body));
        return;
    }
    m_body += m_reply->readAll();
}

void Exchange::stop(ErrorKind kind, const QString &message)
{
    if (m_stopped) {
        return;
    }
    Error error;
    error.kind = kind;
    error.message = message;
    error.effect = lostEffect(m_method);
    m_stopped = error;
    m_body.clear();
    m_reply->abort(); // announces finished
}

void Exchange::finish()
{
    if (!m_reply) {
        return;
    }
    if (!m_stopped) {
        read();
    }
    ExchangeEnd end;
    end.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    end.headers = m_reply->headers();
    if (end.status != 0) {
        const bool isHttp2 = m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool();
        end.version = isHttp2 ? ExchangeEnd::HttpVersion::Http2 : ExchangeEnd::HttpVersion::Http1;
    }
    end.failure = failure(end.status);
    end.body = std::move(m_body);
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply.clear();
    m_ended(end);
}

std::optional<Error> Exchange::failure(int status) const
{
    if (m_stopped) {
        return m_stopped;
    }
    if (isTransportFailure(m_reply->error(), status)) {
        return errorForTransport(m_method, m_reply->error(), m_reply->errorString());
    }
    if (status == 0) {
        return errorForTransport(m_method, QNetworkReply::RemoteHostClosedError,
                                 m_reply->errorString());
    }
    if (isCutShort()) {
        return errorForTransport(m_method, QNetworkReply::RemoteHostClosedError,
                                 u"the answer was cut short"_s);
    }
    return std::nullopt;
}

bool Exchange::isCutShort() const
{
    const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
    const bool isPlain =
        !m_reply->headers().contains(QHttpHeaders::WellKnownHeader::ContentEncoding);
    return isPlain && announced.isValid() && m_body.size() < announced.toLongLong();
}

} // namespace Net
