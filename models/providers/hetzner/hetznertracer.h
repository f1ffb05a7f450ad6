// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"
#include "providers/hetzner/hetzneraction.h"

namespace Providers {

/// Finds out what became of a request whose answer was lost: a snapshot by the marker in its
/// labels, a new server likewise, a rebuild by the server's actions, the rest by the object itself.
class HetznerTracer
{
public:
    /// Both must outlive the tracer; answers come on the context's thread.
    HetznerTracer(Net::HttpClient &client, QObject *context);

    [[nodiscard]] QFuture<Domain::Result<Domain::Finding>> findEffect(
        const Domain::Request &request);

    /// What the server's newest actions, the newest first, tell of a rebuild that was asked for at
    /// `notBefore` or later by our clock. Hetzner's clock may differ: a rebuild shortly before that
    /// time could be this one or an earlier one, and proves neither.
    [[nodiscard]] static Domain::Finding traceRebuild(const QList<HetznerAction> &newest,
                                                      const Domain::RollBack &rollback);

    /// What the servers that were found tell of one that was ordered: the marker does, or else the
    /// name, which no two of a project have, and the time.
    [[nodiscard]] static Domain::Finding traceServer(const QList<Domain::Resource> &rows,
                                                     const Domain::CreateServer &create);

private:
    using Answer = QFuture<Domain::Result<Domain::Finding>>;

    [[nodiscard]] Answer trace(const Domain::TakeSnapshot &take);
    [[nodiscard]] Answer trace(const Domain::RollBack &rollback);
    [[nodiscard]] Answer trace(const Domain::RemoveSnapshot &remove);
    [[nodiscard]] Answer trace(const Domain::RenameSnapshot &rename);
    [[nodiscard]] Answer trace(const Domain::ProtectSnapshot &protect);
    [[nodiscard]] Answer trace(const Domain::SetPower &power);
    [[nodiscard]] Answer trace(const Domain::SaveImage &image);
    [[nodiscard]] Answer trace(const Domain::CreateServer &create);
    [[nodiscard]] Answer trace(const Domain::CreateVolume &create);
    /// Adds the action that makes the snapshot, where it can be found.
    [[nodiscard]] Answer withAction(const Domain::TakeSnapshot &take,
                                    const Domain::SnapshotId &made);
    /// Adds the actions that make the server, where they can be found.
    [[nodiscard]] Answer withActions(const Domain::CreateServer &create,
                                     const Domain::ResourceId &made);

    Net::HttpClient &m_client;
    QObject *m_context;
};

} // namespace Providers
