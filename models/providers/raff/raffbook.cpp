// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffbook.h"

#include "providers/raff/raffrequests.h"
#include "providers/raff/raffwords.h"

#include <algorithm>

namespace Providers {

using Domain::ProjectId;
using Domain::ResourceId;
using Domain::ResourceKey;
using Domain::ResourceKind;
using Domain::SnapshotId;
using Domain::SnapshotKey;

namespace {

ProjectId projectIn(const RaffSnapshot &row, const ProjectId &asked)
{
    return row.snapshot.project.isEmpty() ? asked : row.snapshot.project;
}

} // namespace

RaffBook::RaffBook(Domain::AccountId account)
    : m_account(std::move(account))
{
}

void RaffBook::learn(const QList<Domain::Resource> &resources)
{
    for (const Domain::Resource &resource : resources) {
        m_places.insert(resource.key, {resource.project, resource.location, resource.name});
    }
}

void RaffBook::learn(const RaffSnapshot &row, const ProjectId &asked)
{
    const SnapshotKey key = {m_account, row.snapshot.key.kind, row.snapshot.key.id};
    m_marks.insert(key, {projectIn(row, asked), row.isInUse});
}

void RaffBook::learnSource(const SnapshotId &snapshot, const ResourceId &volume)
{
    m_volumeOf.insert(snapshot, volume);
    m_asked.remove(snapshot);
}

std::optional<ProjectId> RaffBook::projectOf(const ResourceKey &key) const
{
    const auto found = m_places.constFind(key);
    return found == m_places.cend() ? std::nullopt : std::optional(found->project);
}

std::optional<ProjectId> RaffBook::projectOf(const SnapshotKey &key) const
{
    const auto found = m_marks.constFind(key);
    return found == m_marks.cend() ? std::nullopt : std::optional(found->project);
}

bool RaffBook::isInUse(const SnapshotKey &key) const
{
    return m_marks.value(key).isInUse;
}

void RaffBook::expect(const Domain::TakeSnapshot &take, const std::optional<SnapshotId> &made)
{
    if (take.project.isEmpty() || !RaffRequests::isPossible(take.source)) {
        return;
    }
    if (!m_places.contains(take.source)) {
        m_places.insert(take.source, {take.project, take.location, {}});
    }
    if (!made) {
        return;
    }
    if (take.source.kind == ResourceKind::Volume) {
        learnSource(*made, take.source.id);
    }
    const SnapshotKey key = {m_account, take.source.kind, *made};
    if (!m_marks.contains(key)) {
        m_marks.insert(key, {take.project, false});
    }
}

void RaffBook::expect(const Domain::CreateServer &create, const ProjectId &project,
                      const ResourceId &made)
{
    const ResourceKey key = {m_account, ResourceKind::Server, made};
    if (!project.isEmpty() && RaffRequests::isPossible(key) && !m_places.contains(key)) {
        m_places.insert(key, {project, create.location, create.name});
    }
}

QString RaffBook::nameToSend(const Domain::TakeSnapshot &take) const
{
    if (!take.name.trimmed().isEmpty()) {
        return take.name;
    }
    const QString source = m_places.value(take.source).name;
    return RaffWords::defaultName(take.source.kind,
                                  source.isEmpty() ? take.source.id.value : source,
                                  take.notBefore.toLocalTime().date());
}

Domain::Snapshot RaffBook::joined(const RaffSnapshot &row, const ProjectId &asked) const
{
    Domain::Snapshot snapshot = row.snapshot;
    snapshot.key.account = m_account;
    snapshot.project = projectIn(row, asked);
    const auto volume = m_volumeOf.constFind(snapshot.key.id);
    if (snapshot.key.kind == ResourceKind::Volume && volume != m_volumeOf.cend()) {
        snapshot.source = ResourceKey{m_account, ResourceKind::Volume, *volume};
    }
    if (snapshot.source) {
        snapshot.source->account = m_account;
        const Place place = m_places.value(*snapshot.source);
        snapshot.sourceName = place.name;
        snapshot.location = place.location;
    }
    return snapshot;
}

QList<ResourceId> RaffBook::volumesToAsk(const QList<SnapshotId> &snapshots,
                                         const QList<ResourceId> &volumes) const
{
    QList<ResourceId> toAsk;
    for (const ResourceId &volume : volumes) {
        const bool isNews = std::ranges::any_of(snapshots, [&](const SnapshotId &snapshot) {
            return !m_volumeOf.contains(snapshot) && !m_asked.value(snapshot).contains(volume);
        });
        if (isNews) {
            toAsk.append(volume);
        }
    }
    return toAsk;
}

void RaffBook::noteAsked(const QList<SnapshotId> &snapshots, const QList<ResourceId> &volumes)
{
    const QSet<ResourceId> asked(volumes.begin(), volumes.end());
    for (const SnapshotId &snapshot : snapshots) {
        if (!m_volumeOf.contains(snapshot)) {
            m_asked[snapshot].unite(asked);
        }
    }
}

} // namespace Providers
