// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/deferred.h"
#include "domain/remotetask.h"
#include "net/httpclient.h"
#include "providers/openstack/openstackobjects.h"

namespace Providers {

/// Sends what changes something. What it is done to is read first: that tells the site that the
/// request has to go to, and whether it may be sent at all.
class OpenStackSender
{
public:
    /// All must outlive the sender; answers come on the context's thread.
    OpenStackSender(OpenStackAtlas &atlas, OpenStackObjects &objects, QObject *context);

    [[nodiscard]] QFuture<Domain::Result<Domain::Accepted>> send(const Domain::Request &request);

private:
    using Answer = Domain::Deferred<Domain::Accepted>;
    /// What an answer of 2xx tells.
    using Read = Domain::Result<Domain::Accepted> (*)(const Domain::RemoteTask &task,
                                                      const Net::HttpAnswer &answer);

    void begin(const Domain::TakeSnapshot &take, const Answer &end);
    void begin(const Domain::RollBack &rollback, const Answer &end);
    void begin(const Domain::RemoveSnapshot &remove, const Answer &end);
    void begin(const Domain::RenameSnapshot &rename, const Answer &end);
    void begin(const Domain::ProtectSnapshot &protect, const Answer &end);
    void begin(const Domain::SetPower &power, const Answer &end);
    void begin(const Domain::CreateServer &create, const Answer &end);
    void begin(const Domain::CreateVolume &create, const Answer &end);
    /// Refused before.
    void begin(const Domain::SaveImage &save, const Answer &end);

    void takeAt(const OpenStackAt<OpenStackVolume> &volume, const Domain::TakeSnapshot &take,
                const Answer &end);
    void createAt(const OpenStackAt<OpenStackImage> &image, const Domain::CreateServer &create,
                  const Answer &end);
    void rebuild(const OpenStackAt<OpenStackServer> &server, const OpenStackImage &image,
                 const Domain::RollBack &rollback, const Answer &end);
    void revert(const OpenStackAt<OpenStackVolume> &volume, const OpenStackVolumeSnapshot &snapshot,
                const Domain::RollBack &rollback, const Answer &end);
    template <class Row>
    void remove(const Domain::RemoveSnapshot &remove, const Answer &end);
    template <class Row>
    void change(const Domain::SnapshotKey &snapshot, const Domain::Request &request,
                const Answer &end);
    /// What was made is at the same site as what it was made of.
    void post(Net::HttpClient &client, const Net::HttpRequest &request,
              const Domain::RemoteTask &task, Read read, const OpenStackSiteRef &site,
              const Answer &end);
    void learn(const Domain::RemoteTask &task, const OpenStackSite &site);

    OpenStackAtlas &m_atlas;
    OpenStackObjects &m_objects;
    QObject *m_context;
};

} // namespace Providers
