// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/resourcerow.h"

#include "items/displaytext.h"

#include <QCoreApplication>
#include <QHash>

namespace Items {

using Domain::Location;
using Domain::LocationId;
using Domain::Project;
using Domain::ProjectId;
using Domain::Resource;
using Domain::ResourceKey;
using Domain::Snapshot;

namespace {

constexpr int coveredDays = 30;

class CoverWords
{
    Q_DECLARE_TR_FUNCTIONS(ResourceCover)
};

bool isOfServerKind(const ResourceRow &row)
{
    return row.resource.key.kind == Domain::ResourceKind::Server;
}

/// Makes the rows of one account; looks everything up by hash.
class ResourceRowMaker
{
public:
    explicit ResourceRowMaker(const AccountBranch &branch)
        : m_branch(branch)
    {
        for (const Location &location : branch.locations) {
            m_locations.insert(location.id,
                               location.title.isEmpty() ? location.name : location.title);
        }
        if (branch.projects.size() > 1) {
            for (const Project &project : branch.projects) {
                m_projects.insert(project.id, project.name);
            }
        }
        for (const Resource &resource : branch.resources) {
            m_names.insert(resource.key, resource.name);
        }
        for (const Snapshot &snapshot : branch.snapshots) {
            if (snapshot.source) {
                count(m_counts[*snapshot.source], snapshot);
            }
        }
    }

    [[nodiscard]] ResourceRow make(const Resource &resource) const
    {
        const Count snapshots = m_counts.value(resource.key);
        ResourceRow row;
        row.resource = resource;
        row.accountName = m_branch.account.name;
        row.providerName = m_branch.providerName;
        row.colour = m_branch.account.colour;
        row.sizeUnit = m_branch.capabilities.sizeUnit;
        row.projectName = m_projects.value(resource.project);
        row.locationName = m_locations.value(resource.location, resource.location.value);
        if (resource.attachedTo) {
            row.serverName = m_names.value(*resource.attachedTo, resource.attachedTo->id.value);
        }
        row.snapshots = snapshots.number;
        row.lastGood = snapshots.lastGood;
        row.isBeingTaken = snapshots.isBeingTaken;
        row.canTake = m_branch.capabilities.of(resource.key.kind).canTake;
        row.areSnapshotsKnown = !m_branch.isLoading || !m_branch.snapshots.isEmpty();
        return row;
    }

private:
    struct Count
    {
        int number = 0;
        QDateTime lastGood;
        bool isBeingTaken = false;
    };

    static void count(Count &count, const Snapshot &snapshot)
    {
        ++count.number;
        count.isBeingTaken =
            count.isBeingTaken || snapshot.status == Domain::SnapshotStatus::Creating;
        const bool isGood = snapshot.status == Domain::SnapshotStatus::Ready;
        if (isGood && (!count.lastGood.isValid() || count.lastGood < snapshot.created)) {
            count.lastGood = snapshot.created;
        }
    }

    const AccountBranch &m_branch;
    QHash<LocationId, QString> m_locations;
    QHash<ProjectId, QString> m_projects;
    QHash<ResourceKey, QString> m_names;
    QHash<ResourceKey, Count> m_counts;
};

CoverText missingText(const ResourceRow &row)
{
    const QString meaning = isOfServerKind(row)
        ? CoverWords::tr("If a change goes wrong, this server can't be rolled back.")
        : CoverWords::tr("If a change goes wrong, this volume can't be rolled back.");
    if (row.isBeingTaken) {
        return {row.snapshots == 1
                    ? CoverWords::tr("Its first snapshot is being taken.")
                    : CoverWords::tr("A snapshot is being taken, and none of the others is good."),
                meaning};
    }
    return {row.snapshots == 0
                ? CoverWords::tr("There is no snapshot yet.")
                : CoverWords::tr("There is no good snapshot among its %n.", nullptr, row.snapshots),
            meaning};
}

} // namespace

QList<ResourceRow> makeResourceRows(const AccountBranch &branch)
{
    const ResourceRowMaker maker(branch);
    QList<ResourceRow> rows;
    rows.reserve(branch.resources.size());
    for (const Resource &resource : branch.resources) {
        rows.append(maker.make(resource));
    }
    return rows;
}

bool isTooOld(const QDateTime &lastGood, const QDateTime &now)
{
    return lastGood.daysTo(now) > coveredDays;
}

Cover coverOf(const ResourceRow &row, const QDateTime &now)
{
    if (!row.canTake && row.snapshots == 0) {
        return Cover::NotPossible;
    }
    if (!row.areSnapshotsKnown) {
        return Cover::NotKnown;
    }
    if (!row.lastGood.isValid()) {
        return Cover::Missing;
    }
    return isTooOld(row.lastGood, now) ? Cover::TooOld : Cover::Good;
}

CoverText coverText(const ResourceRow &row, const QDateTime &now)
{
    switch (coverOf(row, now)) {
    case Cover::NotKnown:
        return {CoverWords::tr("Its snapshots are still being loaded."), {}};
    case Cover::NotPossible:
        return {isOfServerKind(row) ? CoverWords::tr("This provider has no snapshots of servers.")
                                    : CoverWords::tr("This provider has no snapshots of volumes."),
                CoverWords::tr("Keep copies of its data by other means.")};
    case Cover::Missing:
        return missingText(row);
    case Cover::TooOld:
        return {CoverWords::tr("The last good snapshot is %1 old.").arg(ageText(row.lastGood, now)),
                CoverWords::tr("What was written since %1 is in no snapshot.")
                    .arg(timestampText(row.lastGood, now, TextPlace::InSentence))};
    case Cover::Good:
        break;
    }
    return {row.lastGood.secsTo(now) < 60
                ? CoverWords::tr("Last good snapshot: just now")
                : CoverWords::tr("Last good snapshot: %1 ago").arg(ageText(row.lastGood, now)),
            {}};
}

} // namespace Items
