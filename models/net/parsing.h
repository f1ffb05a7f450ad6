// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/deferred.h"
#include "net/httpclient.h"

#include <QFutureWatcher>
#include <QThreadPool>

namespace Net {

/// Does the work on a worker thread. The work must not refer to anything that may go away.
template <class T, class Work>
[[nodiscard]] QFuture<Domain::Result<T>> onWorker(Work work)
{
    Domain::Deferred<T> done;
    QFuture<Domain::Result<T>> future = done.future();
    QThreadPool::globalInstance()->start(
        [done = std::move(done), work = std::move(work)]() mutable { done.settle(work()); });
    return future;
}

/// Lets a reader who cancels `outer` cancel `inner` as well.
template <class Outer, class Inner>
void passOnCancel(const QFuture<Outer> &outer, QFuture<Inner> inner, QObject *context)
{
    auto *watcher = new QFutureWatcher<Outer>(context);
    QObject::connect(watcher, &QFutureWatcherBase::canceled, watcher,
                     [inner]() mutable { inner.cancel(); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(outer);
}

/// An answer of 2xx that can't be read: what was asked for may well have been done.
[[nodiscard]] Domain::Error unreadable(Domain::Error error, const HttpClient &client,
                                       const HttpRequest &request, const HttpAnswer &answer);

/// Sends, and parses the answer's body on a worker thread (a parser is a pure function of bytes).
/// The future settles on the caller's thread side like every other; destroying the client settles
/// it with Cancelled or the failure. Cancelling it takes the request back.
template <class T>
[[nodiscard]] QFuture<Domain::Result<T>> sendAndParse(
    HttpClient &client, const HttpRequest &request, Domain::Result<T> (*parse)(const QByteArray &),
    HttpClient::Priority priority = HttpClient::Priority::User)
{
    using Domain::Result;
    const Domain::Deferred<T> parsed;
    QFuture<Result<T>> future = parsed.future();
    QFuture<Result<HttpAnswer>> sent = client.send(request, priority);
    passOnCancel(future, sent, &client);
    // The client is the context: nothing here runs, or is kept, once it is gone.
    sent.then(&client, [&client, request, parse, parsed](const Result<HttpAnswer> &answer) {
        if (!answer) {
            parsed.settle(std::unexpected(answer.error()));
            return;
        }
        onWorker<T>([parse, body = answer->body] {
            return parse(body);
        }).then(&client, [&client, request, parsed, answer = *answer](Result<T> result) {
            if (!result) {
                result = std::unexpected(unreadable(result.error(), client, request, answer));
            }
            parsed.settle(std::move(result));
        });
    });
    return future;
}

} // namespace Net
