// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QFuture>
#include <QPromise>

#include <memory>

namespace Domain {

/// The one maker of futures: settles exactly once, ignores a second settle, and settles with
/// Cancelled when the last copy is destroyed unsettled. Copies share the one promise.
template <class T>
class Deferred
{
public:
    Deferred()
        : m_state(std::make_shared<State>())
    {
    }

    [[nodiscard]] QFuture<Result<T>> future() const { return m_state->promise.future(); }

    /// False when it was settled before.
    bool settle(Result<T> result) const { return m_state->settle(std::move(result)); }

    [[nodiscard]] bool isSettled() const { return m_state->settled; }

    /// True when the reader cancelled the future that it was handed.
    [[nodiscard]] bool isCancelled() const { return m_state->promise.isCanceled(); }

private:
    struct State
    {
        State() { promise.start(); }
        ~State() { settle(failure(ErrorKind::Cancelled)); }
        State(const State &) = delete;
        State &operator=(const State &) = delete;

        bool settle(Result<T> result)
        {
            if (settled) {
                return false;
            }
            settled = true;
            promise.addResult(std::move(result));
            promise.finish();
            return true;
        }

        QPromise<Result<T>> promise;
        bool settled = false;
    };
    std::shared_ptr<State> m_state;
};

/// A future that has its answer already.
template <class T>
[[nodiscard]] QFuture<Result<T>> settled(Result<T> result)
{
    const Deferred<T> deferred;
    deferred.settle(std::move(result));
    return deferred.future();
}

} // namespace Domain
