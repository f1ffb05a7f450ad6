// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"
#include "demo/openstack/entities.h"

#include <optional>

// What is done with volumes and their snapshots. It is accepted at once and takes its time, longer
// for larger volumes.
namespace Demo::OpenStack {

class Cloud;
struct Call;

// Under a name "fault", metadata of a volume or a snapshot tell what fails: "create",
// "from_snapshot", "snapshot", "snapshot_delete", "revert" or "delete".
[[nodiscard]] bool isToFail(const Metadata &metadata, const QString &what);

// More of them than the project may have; a size of 0 is one that is not asked for.
[[nodiscard]] std::optional<Answer> refuseMoreVolumes(const Cloud &cloud, const Call &call,
                                                      int gigabytes);
[[nodiscard]] std::optional<Answer> refuseMoreSnapshots(const Cloud &cloud, const Call &call,
                                                        int gigabytes);

void createVolume(Cloud &cloud, const Volume &volume);
void createSnapshot(Cloud &cloud, const Snapshot &snapshot, const QString &requestId);
void deleteVolume(Cloud &cloud, Volume &volume);
void deleteSnapshot(Cloud &cloud, Snapshot &snapshot, const QString &requestId);
[[nodiscard]] Answer revertVolume(Cloud &cloud, Volume &volume, const QString &snapshotId);
[[nodiscard]] Answer extendVolume(Cloud &cloud, Volume &volume, int size);

} // namespace Demo::OpenStack
