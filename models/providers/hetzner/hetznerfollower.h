// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"
#include "providers/hetzner/hetznertasks.h"

namespace Providers {

/// Follows remote tasks: asks for all their actions in a few calls, then for the objects that have
/// to be looked at, all at once. One call that fails fails the whole round.
class HetznerFollower
{
public:
    /// Both must outlive the follower; answers come on the context's thread.
    HetznerFollower(Net::HttpClient &client, QObject *context);

    [[nodiscard]] QFuture<Domain::Result<QList<Domain::TaskProgress>>> follow(
        const QList<Domain::RemoteTask> &tasks);

private:
    [[nodiscard]] QFuture<Domain::Result<HetznerActions>> readActions(
        const QList<Domain::RemoteTaskId> &ids);
    [[nodiscard]] QFuture<Domain::Result<HetznerObjects>> readObjects(const HetznerNeeds &needs);

    Net::HttpClient &m_client;
    QObject *m_context;
};

} // namespace Providers
