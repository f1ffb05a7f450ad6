// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsolejoin.h"

namespace Providers {

using Domain::Resource;
using Domain::ResourceKey;
using Domain::ResourceKind;

QList<Resource> StackConsoleJoin::resources(const QList<StackConsoleResource> &serverRows,
                                            const QList<StackConsoleResource> &volumeRows) const
{
    QList<Resource> joined;
    QHash<ResourceKey, qsizetype> places;
    QHash<ResourceKey, qint64> attachedBytes;
    for (const StackConsoleResource &row : serverRows) {
        if (!row.isGone) {
            joined.append(resource(row));
            places.insert(joined.last().key, joined.size() - 1);
        }
    }
    for (const StackConsoleResource &row : volumeRows) {
        if (row.isGone) {
            continue;
        }
        Resource volume = resource(row);
        const auto place =
            volume.attachedTo ? places.constFind(*volume.attachedTo) : places.constEnd();
        if (place == places.constEnd()) {
            volume.attachedTo.reset();
        } else {
            Resource &server = joined[*place];
            volume.power = server.power;
            attachedBytes[server.key] += volume.sizeBytes.value_or(0);
            if (!row.isRoot) {
                server.volumes.append(volume.key);
            }
        }
        joined.append(volume);
    }
    // A snapshot of a server holds all its disks.
    for (auto it = attachedBytes.cbegin(); it != attachedBytes.cend(); ++it) {
        Resource &server = joined[places.value(it.key())];
        if (!server.sizeBytes && *it > 0) {
            server.sizeBytes = *it;
        }
    }
    return joined;
}

QList<StackConsoleSnapshot> StackConsoleJoin::snapshots(QList<StackConsoleSnapshot> rows) const
{
    for (StackConsoleSnapshot &row : rows) {
        Domain::Snapshot &snapshot = row.snapshot;
        snapshot.key.account = account;
        snapshot.location = atlas.location(row.region);
        snapshot.project = atlas.project(row.project);
        snapshot.created = instant(row.created);
        row.created = {snapshot.created, row.created.isLocal && !zone};
        const StackConsoleReference found = source(row);
        snapshot.sourceName = found.name;
        if (!found.slug.isEmpty()) {
            snapshot.source = ResourceKey{account, snapshot.key.kind, {found.slug}};
        }
    }
    return rows;
}

void StackConsoleJoin::learn(const QList<StackConsoleResource> &rows, StackConsoleNames &names)
{
    const auto reference = [](const StackConsoleResource &row) {
        return StackConsoleReference{row.id, row.resource.key.id.value, row.resource.name};
    };
    for (const StackConsoleResource &row : rows) {
        if (!row.id.isEmpty()) {
            names.insert(row.id, reference(row));
        }
    }
    for (const StackConsoleResource &row : rows) {
        if (!row.orchestratorId.isEmpty() && !names.contains(row.orchestratorId)) {
            names.insert(row.orchestratorId, reference(row));
        }
    }
}

QDateTime StackConsoleJoin::instant(const StackConsoleTime &time) const
{
    if (!time.isLocal) {
        return time.time;
    }
    const QTimeZone used = zone.value_or(QTimeZone(QTimeZone::UTC));
    return QDateTime(time.time.date(), time.time.time(), used).toUTC();
}

Resource StackConsoleJoin::resource(const StackConsoleResource &row) const
{
    Resource joined = row.resource;
    joined.key.account = account;
    joined.location = atlas.location(row.region);
    joined.project = atlas.project(row.project);
    joined.created = instant(row.created);
    const QString server =
        row.server.slug.isEmpty() ? servers.value(row.server.id).slug : row.server.slug;
    if (!server.isEmpty()) {
        joined.attachedTo = ResourceKey{account, ResourceKind::Server, {server}};
    }
    return joined;
}

/// What the answer includes is right for certain; ids are looked up.
StackConsoleReference StackConsoleJoin::source(const StackConsoleSnapshot &row) const
{
    if (!row.source.slug.isEmpty()) {
        return row.source;
    }
    const bool isServer = row.snapshot.key.kind == ResourceKind::Server;
    return (isServer ? servers : volumes).value(row.source.id);
}

} // namespace Providers
