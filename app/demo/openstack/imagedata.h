// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/openstack/entities.h"

#include <optional>

namespace Demo::OpenStack {

class Cloud;

// Systems to install, for everybody. A region has its own of each.
void addPublicImages(Cloud &cloud);
// Snapshots of servers, those of servers on volumes with the snapshots of their volumes. Where a
// count of snapshots is wanted there are none on volumes, and none at all where it is a small one.
void addServerImages(Cloud &cloud, std::optional<int> wanted);
[[nodiscard]] QString publicImageId(const QString &region, const QString &name);
// What a volume that was filled from it tells of it.
[[nodiscard]] Metadata publicImageMetadata(const QString &name);

} // namespace Demo::OpenStack
