// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/deferred.h"

#include <QFutureWatcher>

namespace Providers {

/// Goes on with an answer's value, or ends with its failure. For flows that need several answers in
/// order.
template <class T, class U, class Next>
void onValue(QFuture<Domain::Result<T>> answer, QObject *context, const Domain::Deferred<U> &end,
             Next next)
{
    answer.then(context, [end, next = std::move(next)](const Domain::Result<T> &result) mutable {
        if (result) {
            next(*result);
        } else {
            end.settle(std::unexpected(result.error()));
        }
    });
}

/// Calls with the answer however it ends: Cancelled for one that was taken back, which then() says
/// nothing of.
template <class T, class Call>
void onEnd(const QFuture<Domain::Result<T>> &answer, QObject *context, const Call &call)
{
    auto *watcher = new QFutureWatcher<Domain::Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, call] {
        watcher->deleteLater();
        const QFuture<Domain::Result<T>> ended = watcher->future();
        call(ended.resultCount() == 1 ? ended.result()
                                      : Domain::failure(Domain::ErrorKind::Cancelled));
    });
    watcher->setFuture(answer);
}

/// One answer for many who ask while it is under way. A future can be read by one alone.
template <class T>
class SharedAnswer
{
public:
    [[nodiscard]] bool isUnderWay() const { return !m_readers.isEmpty(); }

    [[nodiscard]] QFuture<Domain::Result<T>> join()
    {
        m_readers.append(Domain::Deferred<T>());
        return m_readers.last().future();
    }

    /// Readers may ask anew from within.
    void settle(const Domain::Result<T> &result)
    {
        const QList<Domain::Deferred<T>> readers = std::exchange(m_readers, {});
        for (const Domain::Deferred<T> &reader : readers) {
            reader.settle(result);
        }
    }

private:
    QList<Domain::Deferred<T>> m_readers;
};

} // namespace Providers
