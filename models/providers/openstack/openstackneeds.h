// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/remotetask.h"
#include "providers/openstack/openstackobjects.h"

namespace Providers {

/// What tasks are judged by, as just read.
struct OpenStackSeen
{
    OpenStackFound<OpenStackServer> servers = {};
    OpenStackFound<OpenStackVolume> volumes = {};
    OpenStackFound<OpenStackImage> images = {};
    OpenStackFound<OpenStackVolumeSnapshot> volumeSnapshots = {};
};

/// What has to be read for that. Made by pure functions.
struct OpenStackNeeds
{
    QList<Domain::ResourceKey> servers = {};
    QList<Domain::ResourceKey> volumes = {};
    QList<Domain::SnapshotKey> images = {};
    QList<Domain::SnapshotKey> volumeSnapshots = {};

    void add(const OpenStackNeeds &more);

    [[nodiscard]] static OpenStackNeeds of(const Domain::RemoteTask &task);
    /// The volume snapshots that the images which were read stand for.
    [[nodiscard]] static QList<Domain::SnapshotKey> parts(const QList<Domain::RemoteTask> &tasks,
                                                          const OpenStackSeen &seen);
    [[nodiscard]] static Domain::SnapshotKey madeBy(const Domain::TakeSnapshot &take,
                                                    const Domain::SnapshotId &made);
};

} // namespace Providers
