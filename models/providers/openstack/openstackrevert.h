// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "providers/openstack/openstackrows.h"
#include "providers/openstack/openstacksite.h"

namespace Providers {

/// Whether a volume may be asked to go back to a snapshot. A request that the service does not
/// like may be answered with a refusal and yet leave the volume stuck for good, for none but the
/// operator to free: so none is sent that is not sure to fit. Pure function.
class OpenStackRevert
{
public:
    // Codes of the refusals. items/rollbackerrors has a sentence for each.
    static constexpr QLatin1StringView notReady{"snapshot-not-ready"};
    static constexpr QLatin1StringView notLatest{"not-latest"};
    static constexpr QLatin1StringView sameSecond{"same-second"};
    static constexpr QLatin1StringView attached{"attached"};
    static constexpr QLatin1StringView notAvailable{"volume-not-available"};
    static constexpr QLatin1StringView otherSize{"other-size"};
    static constexpr QLatin1StringView otherVolume{"other-volume"};

    /// All as just read; `all` are the volume's snapshots. Nothing where it may be sent.
    [[nodiscard]] static std::optional<Domain::Error> refusal(
        const OpenStackVolume &volume, const OpenStackVolumeSnapshot &snapshot,
        const QList<OpenStackVolumeSnapshot> &all, const OpenStackVersions &versions);
};

} // namespace Providers
