// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/deferred.h"

#include <QFutureWatcher>

#include <memory>
#include <optional>

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

/// The values of all answers in their order, or the first failure, which takes the others back; so
/// does cancelling.
template <class T>
[[nodiscard]] QFuture<Domain::Result<QList<T>>> gather(
    const QList<QFuture<Domain::Result<T>>> &answers, QObject *context)
{
    struct Gathering
    {
        QList<QFuture<Domain::Result<T>>> answers;
        QList<std::optional<T>> values;
        qsizetype open = 0;
        Domain::Deferred<QList<T>> end;

        void takeBack()
        {
            for (QFuture<Domain::Result<T>> &answer : std::exchange(answers, {})) {
                answer.cancel();
            }
        }
    };
    if (answers.isEmpty()) {
        return Domain::settled<QList<T>>(QList<T>());
    }
    // Every answer counts in it, and none knows which comes last.
    const auto gathering = std::make_shared<Gathering>();
    gathering->answers = answers;
    gathering->values.resize(answers.size());
    gathering->open = answers.size();
    auto *watcher = new QFutureWatcher<Domain::Result<QList<T>>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::canceled, watcher,
                     [gathering] { gathering->takeBack(); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(gathering->end.future());
    for (qsizetype i = 0; i < answers.size(); ++i) {
        onEnd(answers.at(i), context, [gathering, i](const Domain::Result<T> &answer) {
            if (!answer) {
                gathering->end.settle(std::unexpected(answer.error()));
                gathering->takeBack();
                return;
            }
            gathering->values[i] = *answer;
            if (--gathering->open == 0) {
                QList<T> values;
                for (const std::optional<T> &value : std::as_const(gathering->values)) {
                    values.append(value.value_or(T()));
                }
                gathering->end.settle(std::move(values));
            }
        });
    }
    return gathering->end.future();
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
