// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/resource.h"
#include "domain/snapshot.h"

#include <QStringView>

namespace Providers {

/// The words in which Cinder, Nova and Glance tell states. Each list may grow: what is not known is
/// Unknown.
class OpenStackWords
{
public:
    [[nodiscard]] static Domain::SnapshotStatus volumeSnapshotStatus(QStringView word);
    [[nodiscard]] static Domain::SnapshotStatus imageStatus(QStringView word);
    [[nodiscard]] static Domain::PowerState powerState(QStringView status, QStringView task);

    /// "error", "error_deleting", "error_restoring".
    [[nodiscard]] static bool hasFailed(QStringView word);
    /// Neither at rest nor failed: another action runs on the volume.
    [[nodiscard]] static bool isVolumeBusy(QStringView word);
    /// A volume snapshot that a volume is being set back to, or saved from, at the moment.
    [[nodiscard]] static bool isSnapshotInUse(QStringView word);
};

} // namespace Providers
