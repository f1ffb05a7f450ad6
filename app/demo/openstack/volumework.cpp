// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/volumework.h"

#include "demo/openstack/endpoint.h"
#include "demo/openstack/usage.h"
#include "demo/openstack/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::OpenStack {

namespace {

const auto timeToCreate = 8s;
const auto timeToDownload = 25s;
const auto timeToSnapshot = 10s;
const auto snapshotPerGib = 150ms;
const auto timeToRevert = 20s;
const auto revertPerGib = 400ms;
const auto copyPerGib = 300ms;
const auto timeToDelete = 6s;
const auto timeToExtend = 4s;
// The snapshot is free a moment before its volume is.
const auto restBeforeVolume = 2s;

std::optional<Answer> refuseMoreGigabytes(const Cloud &cloud, const Usage &usage, int gigabytes)
{
    if (usage.gigabytes + gigabytes <= cloud.quota.gigabytes) {
        return std::nullopt;
    }
    return refuseQuota(u"VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds "
                       "allowed gigabytes quota. Requested %1G, quota is %2G and %3G has been "
                       "consumed."_s.arg(gigabytes)
                           .arg(cloud.quota.gigabytes)
                           .arg(usage.gigabytes));
}

void startRevert(Cloud &cloud, Volume &volume, Snapshot &snapshot)
{
    cloud.setStatus(snapshot, SnapshotStatus::Restoring, cloud.now());
    const auto duration = timeToRevert + volume.size * revertPerGib;
    const bool fails =
        isToFail(volume.metadata, u"revert"_s) || isToFail(snapshot.metadata, u"revert"_s);
    cloud.later<Snapshot>(cloud.snapshots, snapshot.id, duration,
                          [&cloud](Snapshot &restored, Instant at) {
                              cloud.setStatus(restored, SnapshotStatus::Available, at);
                          });
    cloud.later<Volume>(
        cloud.volumes, volume.id, duration + restBeforeVolume,
        [&cloud, fails](Volume &reverted, Instant at) {
            cloud.setStatus(reverted, fails ? VolumeStatus::Error : VolumeStatus::Available, at);
        });
}

QString revertRefusal(const Volume &volume, const Snapshot &snapshot, const QString &why)
{
    return u"Can't revert volume %1 to its latest snapshot %2. %3"_s.arg(volume.id, snapshot.id,
                                                                         why);
}

} // namespace

bool isToFail(const Metadata &metadata, const QString &what)
{
    return metadata.value(u"fault"_s) == what;
}

std::optional<Answer> refuseMoreVolumes(const Cloud &cloud, const Call &call, int gigabytes)
{
    const Usage usage = Usage::of(cloud, call.site);
    if (usage.volumes >= cloud.quota.volumes) {
        return refuseQuota(u"VolumeLimitExceeded: Maximum number of volumes allowed (%1) exceeded "
                           "for quota 'volumes'."_s.arg(cloud.quota.volumes));
    }
    return refuseMoreGigabytes(cloud, usage, gigabytes);
}

std::optional<Answer> refuseMoreSnapshots(const Cloud &cloud, const Call &call, int gigabytes)
{
    const Usage usage = Usage::of(cloud, call.site);
    if (usage.snapshots >= cloud.quota.snapshots) {
        return refuseQuota(u"SnapshotLimitExceeded: Maximum number of snapshots allowed (%1) "
                           "exceeded"_s.arg(cloud.quota.snapshots));
    }
    return refuseMoreGigabytes(cloud, usage, gigabytes);
}

void createVolume(Cloud &cloud, const Volume &volume)
{
    const bool isFromImage = !volume.imageMetadata.isEmpty() && volume.snapshot.isNull();
    const bool fails =
        isToFail(volume.metadata, volume.snapshot.isNull() ? u"create"_s : u"from_snapshot"_s);
    const auto copying = volume.snapshot.isNull() ? 0s : volume.size * copyPerGib;
    const auto duration = timeToCreate + copying + (isFromImage ? timeToDownload : 0s);
    if (isFromImage) {
        cloud.later<Volume>(cloud.volumes, volume.id, timeToCreate,
                            [&cloud](Volume &filled, Instant at) {
                                cloud.setStatus(filled, VolumeStatus::Downloading, at);
                            });
    }
    cloud.later<Volume>(
        cloud.volumes, volume.id, duration, [&cloud, fails](Volume &made, Instant at) {
            cloud.setStatus(made, fails ? VolumeStatus::Error : VolumeStatus::Available, at);
        });
}

void createSnapshot(Cloud &cloud, const Snapshot &snapshot, const QString &requestId)
{
    const bool fails = isToFail(snapshot.metadata, u"snapshot"_s)
        || isToFail(cloud.volumes.at(snapshot.volume).metadata, u"snapshot"_s);
    cloud.later<Snapshot>(
        cloud.snapshots, snapshot.id, timeToSnapshot + snapshot.size * snapshotPerGib,
        [&cloud, fails, requestId](Snapshot &made, Instant at) {
            cloud.setStatus(made, fails ? SnapshotStatus::Error : SnapshotStatus::Available, at);
            if (fails) {
                cloud.tell(made.site, made.id, u"VOLUME_VOLUME_SNAPSHOT_009_013"_s,
                           u"create snapshot:Snapshot failed to create."_s, requestId, at);
            }
        });
}

void deleteVolume(Cloud &cloud, Volume &volume)
{
    const bool fails = isToFail(volume.metadata, u"delete"_s);
    cloud.setStatus(volume, VolumeStatus::Deleting, cloud.now());
    cloud.later<Volume>(
        cloud.volumes, volume.id, timeToDelete, [&cloud, fails](Volume &doomed, Instant at) {
            if (fails) {
                cloud.setStatus(doomed, VolumeStatus::ErrorDeleting, at);
                return;
            }
            const QString id = doomed.id;
            std::erase_if(cloud.snapshots,
                          [&id](const auto &entry) { return entry.second.volume == id; });
            cloud.volumes.erase(id);
        });
}

void deleteSnapshot(Cloud &cloud, Snapshot &snapshot, const QString &requestId)
{
    const bool fails = isToFail(snapshot.metadata, u"snapshot_delete"_s)
        && snapshot.status != SnapshotStatus::Error;
    cloud.setStatus(snapshot, SnapshotStatus::Deleting, cloud.now());
    cloud.later<Snapshot>(cloud.snapshots, snapshot.id, timeToDelete,
                          [&cloud, fails, requestId](Snapshot &doomed, Instant at) {
                              if (!fails) {
                                  cloud.snapshots.erase(QString(doomed.id));
                                  return;
                              }
                              cloud.setStatus(doomed, SnapshotStatus::ErrorDeleting, at);
                              cloud.tell(
                                  doomed.site, doomed.id, u"VOLUME_VOLUME_SNAPSHOT_010_016"_s,
                                  u"delete snapshot:Snapshot failed to delete."_s, requestId, at);
                          });
}

// The volume is claimed before its snapshot is looked at: one that can't be used leaves the volume
// claimed for ever.
Answer revertVolume(Cloud &cloud, Volume &volume, const QString &snapshotId)
{
    const QList<Snapshot *> own = cloud.snapshotsOf(volume.id);
    if (own.isEmpty()) {
        return refuse(400, u"Volume %1 doesn't have any snapshots."_s.arg(volume.id));
    }
    Snapshot &latest = *own.constFirst();
    if (latest.id != snapshotId) {
        return refuse(400,
                      u"Specified snapshot %1 is None or not the latest one of volume %2."_s.arg(
                          snapshotId.isEmpty() ? u"None"_s : snapshotId, volume.id));
    }
    if (latest.size != volume.size) {
        return refuse(400,
                      revertRefusal(volume, latest,
                                    u"The volume size must be equal to the snapshot size."_s));
    }
    if (volume.status != VolumeStatus::Available) {
        return refuse(
            409,
            u"Invalid volume: "_s
                + revertRefusal(volume, latest, u"Volume's status must be 'available'."_s));
    }
    cloud.setStatus(volume, VolumeStatus::Reverting, cloud.now());
    if (latest.status != SnapshotStatus::Available) {
        return refuse(
            409,
            u"Invalid snapshot: "_s
                + revertRefusal(volume, latest, u"Snapshot's status must be 'available'."_s));
    }
    startRevert(cloud, volume, latest);
    return answerEmpty(202);
}

Answer extendVolume(Cloud &cloud, Volume &volume, int size)
{
    if (volume.status != VolumeStatus::Available) {
        return refuse(400,
                      u"Invalid volume: Volume %1 status must be 'available' to extend, "
                      "currently %2."_s.arg(volume.id, word(volume.status)));
    }
    if (size <= volume.size) {
        return refuse(400,
                      u"Invalid input received: New size for extend must be greater than "
                      "current size. (current: %1, extended: %2)."_s.arg(volume.size)
                          .arg(size));
    }
    cloud.setStatus(volume, VolumeStatus::Extending, cloud.now());
    cloud.later<Volume>(cloud.volumes, volume.id, timeToExtend,
                        [&cloud, size](Volume &extended, Instant at) {
                            extended.size = size;
                            cloud.setStatus(extended, VolumeStatus::Available, at);
                        });
    return answerEmpty(202);
}

} // namespace Demo::OpenStack
