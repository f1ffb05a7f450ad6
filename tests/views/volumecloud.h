// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "windowfixture.h"

/// A cloud of volumes, as tests of the views find it: a server whose disk is a volume, a volume
/// that it has besides, and one that no server has; their snapshots, and limits.
namespace VolumeCloud {

using namespace Qt::StringLiterals;
using Domain::Resource;
using Domain::ResourceKey;
using Domain::Snapshot;
using Domain::SnapshotKey;

inline constexpr qint64 gibibyte = qint64(1) << 30;

inline ResourceKey volumeKey(const QString &id)
{
    return {Fixture::shopId(), Domain::ResourceKind::Volume, {id}};
}

inline SnapshotKey diskKey(const QString &id)
{
    return {Fixture::shopId(), Domain::SnapshotKind::Volume, {id}};
}

inline Resource volume(const QString &id, const QString &name, qint64 size)
{
    Resource volume;
    volume.key = volumeKey(id);
    volume.name = name;
    volume.project = {u"blog"_s};
    volume.location = {u"north"_s};
    volume.sizeBytes = size * gibibyte;
    volume.rawState = u"available"_s;
    return volume;
}

inline Snapshot diskSnapshot(const QString &id, const QString &name, const Resource &source,
                             const QDateTime &created)
{
    Snapshot snapshot;
    snapshot.key = diskKey(id);
    snapshot.name = name;
    snapshot.created = created;
    snapshot.sizeBytes = source.sizeBytes;
    snapshot.diskBytes = source.sizeBytes;
    snapshot.status = Domain::SnapshotStatus::Ready;
    snapshot.source = source.key;
    snapshot.sourceName = source.name;
    snapshot.project = source.project;
    snapshot.location = source.location;
    return snapshot;
}

inline Domain::Capabilities rules()
{
    Domain::Capabilities rules = Fixture::capabilities();
    rules.sizeUnit = Domain::SizeUnit::Gibibyte;
    rules.volume = rules.server;
    rules.volume.rollback = Domain::RollbackStyle::InPlace;
    rules.volume.canRollBackOnlyLatest = true;
    rules.volume.rollbackNeedsDetached = true;
    rules.volume.isConsistentOnlyWhenStopped = false;
    rules.createVolume.isPossible = true;
    rules.createVolume.canBeLarger = true;
    rules.createVolume.name.maxLength = 255;
    return rules;
}

inline Domain::Limit counted(qint64 used, qint64 maximum)
{
    Domain::Limit limit;
    limit.kind = Domain::SnapshotKind::Volume;
    limit.project = {u"blog"_s};
    limit.location = {u"north"_s};
    limit.used = used;
    limit.maximum = maximum;
    return limit;
}

inline Domain::Limit weighed(qint64 used, qint64 maximum)
{
    Domain::Limit limit = counted(used * gibibyte, maximum * gibibyte);
    limit.unit = Domain::Limit::Unit::Bytes;
    return limit;
}

/// "web-1" on the volume "web-1-root", with "web-1-data"; "loose", which no server has.
inline Fixture::Holdings holdings()
{
    Resource root = volume(u"1"_s, u"web-1-root"_s, 20);
    Resource data = volume(u"2"_s, u"web-1-data"_s, 40);
    const Resource loose = volume(u"3"_s, u"loose"_s, 30);
    Resource server = Fixture::server(u"7"_s, u"web-1"_s);
    server.project = {u"blog"_s};
    server.location = {u"north"_s};
    server.sizeBytes.reset();
    server.isVolumeBacked = true;
    server.volumes = {root.key, data.key};
    root.attachedTo = server.key;
    data.attachedTo = server.key;

    Fixture::Holdings holdings;
    holdings.locations = {{{u"north"_s}, u"north"_s, u"North"_s, {}}};
    holdings.projects = {{{u"blog"_s}, u"blog"_s}, {{u"shop"_s}, u"shop"_s}};
    holdings.resources = {server, root, data, loose};
    const QDateTime night = Fixture::now().addSecs(qint64(-12) * 3600);
    Snapshot nightly = Fixture::snapshot(u"70"_s, u"nightly"_s, u"7"_s, night);
    nightly.sourceName = u"web-1"_s;
    nightly.sizeBytes = 0;
    nightly.diskBytes.reset();
    nightly.parts = {diskKey(u"11"_s), diskKey(u"12"_s)};
    holdings.snapshots = {
        nightly,
        diskSnapshot(u"11"_s, u"snapshot for nightly"_s, root, night),
        diskSnapshot(u"12"_s, u"snapshot for nightly"_s, data, night),
        diskSnapshot(u"31"_s, u"before move"_s, loose, Fixture::now().addDays(-9)),
        diskSnapshot(u"32"_s, u"weekly"_s, loose, Fixture::now().addDays(-2)),
    };
    holdings.prices = {};
    holdings.limits = {counted(4, 10), weighed(180, 1000)};
    return holdings;
}

/// Before the window is loaded.
inline void prepare(Fixture::Window &w)
{
    w.provider.rules = rules();
    w.provider.tellsLimits = true;
}

} // namespace VolumeCloud
