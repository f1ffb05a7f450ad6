// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/deferred.h"
#include "domain/remotetask.h"
#include "providers/openstack/openstackatlas.h"

namespace Providers {

/// Why something failed, where the state of an object does not tell: Cinder keeps messages for
/// people, Nova a list of what was done to a server.
class OpenStackReasons
{
public:
    /// The atlas must outlive it; answers come on the context's thread.
    OpenStackReasons(OpenStackAtlas &atlas, QObject *context);

    /// The progress of a failed task with the reason, if there is one to be had. Never fails.
    [[nodiscard]] QFuture<Domain::Result<Domain::TaskProgress>> explained(
        const Domain::RemoteTask &task, const Domain::TaskProgress &progress);

private:
    using Answer = Domain::Deferred<Domain::TaskProgress>;
    void askMessages(const OpenStackSite &site, const QString &object,
                     const Domain::TaskProgress &progress, const Answer &end);
    void askActions(const OpenStackSite &site, const Domain::ResourceId &server,
                    const Domain::TaskProgress &progress, const Answer &end);

    OpenStackAtlas &m_atlas;
    QObject *m_context;
};

} // namespace Providers
