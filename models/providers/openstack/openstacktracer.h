// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/deferred.h"
#include "domain/remotetask.h"
#include "providers/openstack/openstackobjects.h"

namespace Providers {

/// Finds what a request made whose answer was lost: by its marker where it carried one, else by
/// name, source and time.
class OpenStackTracer
{
public:
    /// All must outlive the tracer; answers come on the context's thread.
    OpenStackTracer(OpenStackAtlas &atlas, OpenStackObjects &objects, QObject *context);

    [[nodiscard]] QFuture<Domain::Result<Domain::Finding>> findEffect(
        const Domain::Request &request);

private:
    using Answer = Domain::Deferred<Domain::Finding>;
    using Ask = std::function<Net::HttpRequest(const OpenStackSite &site, const QString &after)>;

    void trace(const Domain::TakeSnapshot &take, const Answer &end);
    void trace(const Domain::RollBack &rollback, const Answer &end);
    void trace(const Domain::RemoveSnapshot &remove, const Answer &end);
    void trace(const Domain::RenameSnapshot &rename, const Answer &end);
    void trace(const Domain::ProtectSnapshot &protect, const Answer &end);
    void trace(const Domain::SetPower &power, const Answer &end);
    void trace(const Domain::CreateServer &create, const Answer &end);
    void trace(const Domain::CreateVolume &create, const Answer &end);
    /// Refused before.
    void trace(const Domain::SaveImage &save, const Answer &end);

    void traceRebuild(const Domain::RollBack &rollback, const Answer &end);
    void traceRevert(const Domain::RollBack &rollback, const Answer &end);
    template <class Judge>
    void traceSnapshot(const Domain::SnapshotKey &key, const Domain::Request &request,
                       const Judge &isEffect, const Answer &end);
    /// By the rows of a list at all these sites.
    template <class Row, class Judge>
    void traceRows(const OpenStackSites &sites, const Ask &ask, const Judge &judge,
                   const Answer &end);

    OpenStackAtlas &m_atlas;
    OpenStackObjects &m_objects;
    QObject *m_context;
};

} // namespace Providers
