// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"

#include <QHttpHeaders>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <optional>

class QNetworkAccessManager;

namespace Domain {
class Clock;
}

namespace Net {

/// How one try of one request ended.
struct ExchangeEnd
{
    enum class HttpVersion { Unknown, Http1, Http2 };

    int status = 0; ///< 0 when no answer came
    QHttpHeaders headers;
    QByteArray body;
    HttpVersion version = HttpVersion::Unknown;
    std::optional<Domain::Error> failure; ///< of the transport, or our own limits
};

/// One try of one request on the wire. Writing requests are delivered at most once. Ends once: by
/// the answer, a failure, silence or too large a body. Destroying it aborts without ending.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        std::chrono::milliseconds silence; ///< allowed between two signs of life
        qint64 body = 0;
    };
    /// Called once, and never when the exchange was destroyed before. May call deleteLater() on it.
    using Ended = std::function<void(const ExchangeEnd &)>;

    Exchange(Domain::Clock &clock, Limits limits, Method method, Ended ended, QObject *parent);
    ~Exchange() override;

    /// The end never comes from within this call.
    void start(QNetworkAccessManager &manager, const QNetworkRequest &request,
               const QByteArray &body);

private:
    void noteLife();
    void checkSilence();
    void checkAnnouncedSize();
    void read();
    void stop(Domain::ErrorKind kind, const QString &message);
    void finish();
    [[nodiscard]] std::optional<Domain::Error> failure(int status) const;
    [[nodiscard]] bool isCutShort() const;

    Domain::Clock &m_clock;
    Limits m_limits;
    Method m_method;
    Ended m_ended;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    std::optional<Domain::Error> m_stopped; ///< why we gave up ourselves
    std::chrono::milliseconds m_lastLife{0};
    bool m_isUnderWay = false; ///< false while it waits for a connection behind others
};

} // namespace Net
