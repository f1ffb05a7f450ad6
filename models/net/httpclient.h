// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/authscheme.h"
#include "net/httprequest.h"
#include "net/ratelimiter.h"

#include <QFuture>
#include <QObject>
#include <QSslCertificate>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace Domain {
class Clock;
}

namespace Net {

struct HttpClientOptions
{
    /// Version2 is for tests: Qt 6.8 leaves requests unanswered that are handed over after the
    /// server said that it will close an HTTP/2 connection, until they time out.
    enum class Http { Version1, Version2 };
    /// Whether what creates or destroys may leave again after an answer that proves that nothing
    /// was done.
    enum class Changes { RepeatedWhenProven, Once };

    QUrl baseUrl; ///< https, or http to loopback; anything else is refused with InvalidInput
    QString title = {}; ///< what errors call it where the host's name alone tells too little
    std::shared_ptr<const AuthScheme> auth;
    ErrorReader readError;
    QByteArray requestIdHeader; ///< "X-Correlation-Id"
    HeaderList headers = {}; ///< on every request; its own of the same name stand instead
    int connections = 16; ///< requests in flight at once, our own bound
    std::chrono::milliseconds timeout{30'000}; ///< without a byte from the server
    qint64 maximumBody = 64LL * 1024 * 1024;
    /// Trusted instead of the system's, for an operator with an authority of its own. Clients that
    /// trust different ones must not share a manager: it asks for trust only when it connects.
    QList<QSslCertificate> authorities;
    Http http = Http::Version1; ///< over TLS; plain text is always HTTP/1.1
    Changes changes = Changes::RepeatedWhenProven;
    RateHeaders rateHeaders = RateHeaders::Ignored;
    /// A vendor's own patience with reading requests, asked where RetryPolicy gives up: the wait
    /// before the next try, or nothing. `attempt` counts the tries made, from 1.
    std::function<std::optional<std::chrono::milliseconds>(int attempt, const Domain::Error &)>
        readAgain;
    /// Puts a new credential into `auth`, for one that does not last. Asked before a request leaves
    /// with a credential that is due, and after a 401, once a request; requests that need it at the
    /// same time share one. It must not send through this client, which holds its requests back
    /// meanwhile.
    std::function<QFuture<Domain::Result<Domain::Done>>()> renew = {};

    [[nodiscard]] QString host() const { return title.isEmpty() ? baseUrl.host() : title; }
};

/// One account's way to its API. It alone sets auth, user agent, time-out, TLS and redirect rules;
/// it paces, retries (RetryPolicy), reads rate limits, caps sizes, maps transport failures to
/// Errors and logs, without headers or bodies.
///
/// - Every send() settles exactly once; destroying the client settles the rest with Cancelled.
/// - GET is retried; POST, PUT and DELETE only after an answer that proves nothing was done. They
///   are delivered at most once a try, whatever the peer does with the connection.
/// - A 401 proves that nothing was done: with `renew` any request leaves a second time after it,
///   once. Where nothing new can be had it ends with the 401, or with what the renewal failed of.
/// - Requests of the user's own stand before pages of a running list.
/// - Cancelling the future takes the request back: a GET is aborted, the others when they have not
///   left yet.
/// - A redirect is followed for a GET within the same scheme, host and port, three times; any other
///   is a Protocol error, so that no credential travels elsewhere.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    /// The manager and the clock must outlive the client.
    HttpClient(HttpClientOptions options, QNetworkAccessManager &manager, Domain::Clock &clock,
               QObject *parent = nullptr);
    ~HttpClient() override;

    enum class Priority { User, List };

    [[nodiscard]] QFuture<Domain::Result<HttpAnswer>> send(const HttpRequest &request,
                                                           Priority priority = Priority::User);
    /// Answers everything with Cancelled; what is sent from then on as well.
    void close();
    [[nodiscard]] int connections() const;
    [[nodiscard]] QString host() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Net
