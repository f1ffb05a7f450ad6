// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/clock.h"
#include "domain/deferred.h"
#include "providers/openstack/openstackneeds.h"
#include "providers/openstack/openstackreasons.h"

namespace Providers {

/// Follows remote tasks by reading what they are about, all tasks together: many objects of one
/// list by one reading of the list. Says why, where one failed.
class OpenStackFollower
{
public:
    /// All must outlive the follower; answers come on the context's thread.
    OpenStackFollower(OpenStackAtlas &atlas, OpenStackObjects &objects, Domain::Clock &clock,
                      QObject *context);

    /// The request is made anew: how long one like it was waited for before does not count.
    void beginAnew(const Domain::Request &request);
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::TaskProgress>>> follow(
        const QList<Domain::RemoteTask> &tasks);

private:
    using Tasks = QList<Domain::RemoteTask>;
    using Answer = Domain::Deferred<QList<Domain::TaskProgress>>;

    struct Memory
    {
        Domain::Request request;
        std::chrono::milliseconds firstAsked{0};
    };

    void readParts(const Tasks &tasks, const OpenStackSeen &seen, const Answer &end);
    void judge(const Tasks &tasks, const OpenStackSeen &seen, const Answer &end);
    void remember(const Domain::Request &request);
    [[nodiscard]] std::chrono::milliseconds waited(const Domain::Request &request) const;

    OpenStackObjects &m_objects;
    Domain::Clock &m_clock;
    QObject *m_context;
    OpenStackReasons m_reasons;
    QList<Memory> m_memories; ///< of tasks that have not ended
};

} // namespace Providers
