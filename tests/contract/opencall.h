// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QFuture>

#include <functional>

namespace Contract {

/// A call that is under way, or that was answered without the network.
struct OpenCall
{
    QString name;
    std::function<bool()> isSettled;
    std::function<bool()> isCancelled;
};

template <class T>
OpenCall openCall(const QString &name, const QFuture<Domain::Result<T>> &future)
{
    const auto isSettled = [future] {
        return future.isFinished() && future.resultCount() == 1;
    };
    return {name, isSettled, [future, isSettled] {
                return isSettled() && !future.result()
                    && future.result().error().kind == Domain::ErrorKind::Cancelled;
            }};
}

} // namespace Contract
