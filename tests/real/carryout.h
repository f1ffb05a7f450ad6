// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"

#include <QFuture>
#include <QTest>

/// Requests to a real cloud, waited for.
namespace Real {

using namespace Qt::StringLiterals;

/// The value or error that a future ends with; an error of our own when it does not end.
template <class T>
Domain::Result<T> answer(const QFuture<Domain::Result<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 120'000)) {
        return Domain::failure(Domain::ErrorKind::Unknown, u"the future never settled"_s);
    }
    return future.resultCount() == 1
        ? future.result()
        : Domain::failure(Domain::ErrorKind::Unknown, u"the future has no answer"_s);
}

/// Follows a task to its end, as the runner would.
inline Domain::TaskProgress ended(Domain::CloudProvider &provider, const Domain::RemoteTask &task)
{
    Domain::TaskProgress progress;
    const bool isOver = QTest::qWaitFor(
        [&] {
            const auto told = answer(provider.follow({task}));
            if (!told || told->size() != 1) {
                progress.error = told ? Domain::Error() : told.error();
                return true;
            }
            progress = told->constFirst();
            return progress.state != Domain::TaskState::Running;
        },
        180'000);
    return isOver ? progress : Domain::TaskProgress();
}

/// Asks for something and sees it through; what was made is in the progress.
inline Domain::TaskProgress carryOut(Domain::CloudProvider &provider,
                                     const Domain::Request &request)
{
    const auto accepted = answer(provider.request(request));
    if (!accepted) {
        return {Domain::TaskState::Failed, {}, {}, accepted.error()};
    }
    Domain::TaskProgress progress = ended(provider, accepted->task);
    if (!progress.made) {
        progress.made = accepted->task.made;
    }
    if (!progress.volume) {
        progress.volume = accepted->task.volume;
    }
    return progress;
}

} // namespace Real
