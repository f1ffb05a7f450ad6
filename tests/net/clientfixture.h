// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"
#include "support/loopbackserver.h"
#include "support/manualclock.h"

#include <QFile>
#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QTest>
#include <QTestEventLoop>

#include <memory>

using Domain::Effect;
using Domain::ErrorKind;
using Net::HttpClient;
using Net::HttpRequest;
using Net::Method;
using Support::LoopbackServer;
using Support::ServedAnswer;
using Support::ServedRequest;

inline QByteArray demoToken()
{
    return QByteArrayLiteral("demo-secret-4f8a1c");
}

/// A client with everything it needs. Real time unless a test moves the clock.
struct ClientFixture
{
    explicit ClientFixture(const QUrl &url)
    {
        options.baseUrl = url;
        options.auth = std::make_shared<Net::BearerAuth>(Domain::Secret(demoToken()));
        options.requestIdHeader = "X-Correlation-Id";
        options.rateHeaders = Net::RateHeaders::OfAnHour;
    }

    /// Made at the first call, from the options as they stand then.
    HttpClient &client()
    {
        if (!made) {
            made = std::make_unique<HttpClient>(options, manager, *clock);
        }
        return *made;
    }

    QFuture<Domain::Result<Net::HttpAnswer>> send(
        Method method, const QString &path, const QByteArray &body = {},
        HttpClient::Priority priority = HttpClient::Priority::User)
    {
        HttpRequest request;
        request.method = method;
        request.path = path;
        request.body = body;
        return client().send(request, priority);
    }

    /// Trusts the authority that signed the trusted server.
    void trustServers()
    {
        QFile file(QStringLiteral(SOURCE_ROOT "/tests/net/data/authority.crt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        options.authorities = {QSslCertificate(&file)};
    }

    /// Moves the manual clock over every wait of the client until the future has its answer, but
    /// never so far that a request on its way would time out.
    template <class T>
    bool passTime(const QFuture<T> &future)
    {
        return QTest::qWaitFor(
            [this, &future] {
                const auto next = manualClock.nextCall();
                if (!future.isFinished() && next && *next < std::chrono::seconds(20)) {
                    manualClock.advance(*next);
                }
                return future.isFinished();
            },
            20'000);
    }

    QNetworkAccessManager manager;
    Domain::SystemClock systemClock;
    Support::ManualClock manualClock;
    Domain::Clock *clock = &systemClock;
    Net::HttpClientOptions options;
    std::unique_ptr<HttpClient> made;
};

/// Waits in the event loop until the future has its answer.
template <class T>
bool settles(const QFuture<T> &future, int milliseconds = 20'000)
{
    QTestEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QTestEventLoop::exitLoop);
    watcher.setFuture(future);
    if (!future.isFinished()) {
        loop.enterLoopMSecs(milliseconds);
    }
    return future.isFinished();
}

/// An empty error where it succeeded, so that a comparison shows what came instead.
template <class T>
Domain::Error errorOf(const QFuture<Domain::Result<T>> &future)
{
    if (!settles(future) || future.resultCount() == 0 || future.result().has_value()) {
        return {};
    }
    return future.result().error();
}
