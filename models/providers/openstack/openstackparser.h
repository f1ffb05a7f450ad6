// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "net/pagedlist.h"
#include "providers/openstack/openstackrows.h"

namespace Providers {

/// Cinder's answers as values. Pure functions of bytes: what is missing or of the wrong type is a
/// Protocol error that names the field. Pages tell whether there is another after them, not which
/// page they are. Of a location they tell the availability zone alone.
class OpenStackParser
{
public:
    [[nodiscard]] static Domain::Result<Net::Page<OpenStackVolume>> volumes(const QByteArray &json);
    [[nodiscard]] static Domain::Result<OpenStackVolume> volume(const QByteArray &json);
    [[nodiscard]] static Domain::Result<Net::Page<OpenStackVolumeSnapshot>> volumeSnapshots(
        const QByteArray &json);
    [[nodiscard]] static Domain::Result<OpenStackVolumeSnapshot> volumeSnapshot(
        const QByteArray &json);

    [[nodiscard]] static Domain::Result<OpenStackLimits> limits(const QByteArray &json);
    /// The newest first.
    [[nodiscard]] static Domain::Result<QList<OpenStackMessage>> messages(const QByteArray &json);
    /// Nova's too.
    [[nodiscard]] static Domain::Result<QList<OpenStackZone>> zones(const QByteArray &json);
};

} // namespace Providers
