// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznerfollower.h"

#include "domain/deferred.h"
#include "net/parsing.h"
#include "providers/hetzner/hetznererrors.h"
#include "providers/hetzner/hetznerparser.h"
#include "providers/hetzner/hetznerrequests.h"

namespace Providers {

using Domain::Deferred;
using Domain::Result;

namespace {

/// Objects by id; nothing for one that is gone.
template <class Key, class T>
using Found = QHash<Key, std::optional<T>>;

template <class Key, class T>
Result<Found<Key, T>> collect(const QList<Key> &keys, const QList<QFuture<Result<T>>> &answers)
{
    Found<Key, T> found;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const Result<T> answer = answers.at(i).result();
        if (!answer && !HetznerErrors::isGone(answer.error())) {
            return std::unexpected(answer.error());
        }
        found.insert(keys.at(i), answer ? std::optional(*answer) : std::nullopt);
    }
    return found;
}

/// Reads all objects at once.
template <class Key, class T>
QFuture<Result<Found<Key, T>>> readEach(Net::HttpClient &client, QObject *context,
                                        const QList<Key> &keys,
                                        Net::HttpRequest (*request)(const Key &),
                                        Result<T> (*parse)(const QByteArray &))
{
    QList<QFuture<Result<T>>> answers;
    for (const Key &key : keys) {
        answers.append(Net::sendAndParse<T>(client, request(key), parse));
    }
    const Deferred<Found<Key, T>> deferred;
    QtFuture::whenAll(answers.begin(), answers.end())
        .then(context, [deferred, keys](const QList<QFuture<Result<T>>> &settled) {
            deferred.settle(collect(keys, settled));
        });
    return deferred.future();
}

Result<HetznerActions> merge(const QList<QFuture<Result<QList<HetznerAction>>>> &answers)
{
    HetznerActions actions;
    for (const QFuture<Result<QList<HetznerAction>>> &future : answers) {
        const Result<QList<HetznerAction>> answer = future.result();
        if (!answer && !HetznerErrors::isGone(answer.error())) {
            return std::unexpected(answer.error());
        }
        for (const HetznerAction &action : answer.value_or(QList<HetznerAction>())) {
            actions.insert(action.id, action);
        }
    }
    return actions;
}

Result<QList<Domain::TaskProgress>> judgeAll(const QList<Domain::RemoteTask> &tasks,
                                             const HetznerActions &actions,
                                             const Result<HetznerObjects> &objects)
{
    return objects.transform([&](const HetznerObjects &seen) {
        QList<Domain::TaskProgress> progress;
        for (const Domain::RemoteTask &task : tasks) {
            progress.append(HetznerTasks::judge(task, actions, seen));
        }
        return progress;
    });
}

} // namespace

HetznerFollower::HetznerFollower(Net::HttpClient &client, QObject *context)
    : m_client(client)
    , m_context(context)
{
}

QFuture<Result<QList<Domain::TaskProgress>>> HetznerFollower::follow(
    const QList<Domain::RemoteTask> &tasks)
{
    const Deferred<QList<Domain::TaskProgress>> deferred;
    readActions(HetznerTasks::actionIds(tasks))
        .then(m_context, [this, deferred, tasks](const Result<HetznerActions> &actions) {
            if (!actions) {
                deferred.settle(std::unexpected(actions.error()));
                return;
            }
            readObjects(HetznerTasks::needs(tasks, *actions))
                .then(m_context, [deferred, tasks, actions](const Result<HetznerObjects> &objects) {
                    deferred.settle(judgeAll(tasks, *actions, objects));
                });
        });
    return deferred.future();
}

QFuture<Result<HetznerActions>> HetznerFollower::readActions(const QList<Domain::RemoteTaskId> &ids)
{
    QList<QFuture<Result<QList<HetznerAction>>>> answers;
    for (qsizetype i = 0; i < ids.size(); i += HetznerRequests::actionsAtOnce) {
        const QList<Domain::RemoteTaskId> batch = ids.mid(i, HetznerRequests::actionsAtOnce);
        answers.append(Net::sendAndParse<QList<HetznerAction>>(
            m_client, HetznerRequests::actions(batch), HetznerParser::actions));
    }
    const Deferred<HetznerActions> deferred;
    QtFuture::whenAll(answers.begin(), answers.end())
        .then(m_context, [deferred](const QList<QFuture<Result<QList<HetznerAction>>>> &settled) {
            deferred.settle(merge(settled));
        });
    return deferred.future();
}

QFuture<Result<HetznerObjects>> HetznerFollower::readObjects(const HetznerNeeds &needs)
{
    const auto snapshots = readEach(m_client, m_context, needs.snapshots, HetznerRequests::snapshot,
                                    HetznerParser::snapshot);
    const auto servers = readEach(m_client, m_context, needs.servers, HetznerRequests::server,
                                  HetznerParser::server);
    using Snapshots = Found<Domain::SnapshotId, Domain::Snapshot>;
    using Servers = Found<Domain::ResourceId, HetznerServer>;
    const Deferred<HetznerObjects> deferred;
    QFuture(snapshots).then(m_context, [this, deferred, servers](const Result<Snapshots> &images) {
        if (!images) {
            deferred.settle(std::unexpected(images.error()));
            return;
        }
        QFuture(servers).then(m_context, [deferred, images](const Result<Servers> &machines) {
            deferred.settle(machines.transform(
                [&images](const Servers &found) { return HetznerObjects{*images, found}; }));
        });
    });
    return deferred.future();
}

} // namespace Providers
