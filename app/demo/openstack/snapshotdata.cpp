// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/snapshotdata.h"

#include "demo/openstack/cloud.h"
#include "demo/openstack/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::OpenStack {

namespace {

struct SnapshotSeed
{
    QString volume;
    int daysAgo = 0;
    int hour = 0;
    int minute = 0;
    // "{date}" stands for the day it was taken.
    QString name;
    QString description;
    Metadata metadata;
    SnapshotStatus status = SnapshotStatus::Available;
};

const qint64 secondsOfYear = qint64(364) * 24 * 3600;
Metadata byCron()
{
    return {{u"by"_s, u"cron"_s}};
}

// The oldest first.
QList<SnapshotSeed> productionSeeds()
{
    return {
        {u"legacy-crm"_s, 530, 9, 5, u"as handed over"_s, u"untouched since the takeover"_s, {}},
        {u"legacy-crm"_s, 396, 16, 20, u"before MySQL dump"_s, {}, {}},
        {u"db-1-data"_s, 388, 21, 40, u"before PostgreSQL 16"_s, {}, {{u"ticket"_s, u"311"_s}}},
        {u"mail-spool"_s, 352, 5, 45, u"mail spool {date}"_s, {}, {}},
        {u"db-1-wal"_s, 340, 1, 15, u"db-1-wal-{date}"_s, {}, byCron()},
        {u"shop-media"_s, 287, 11, 11, u"Nordwind: erster Stand nach Übergabe"_s, {}, {}},
        {u"web-assets"_s, 244, 8, 50, u"assets before image resize"_s, {}, {}},
        {u"db-1-data"_s, 210, 1, 15, u"db-1-data-{date}"_s, {}, byCron()},
        {u"mail-spool"_s, 181, 22, 10, u"mail spool {date}"_s, {}, {}},
        {u"shop-media"_s, 150, 9, 0, u"<b>Nordwind</b> & \"relaunch\""_s, {}, {}},
        {u"web-assets"_s, 122, 15, 40, u"do not delete!!"_s, {}, {{u"keep"_s, u"2030"_s}}},
        {u"db-1-data"_s, 91, 1, 15, u"db-1-data-{date}"_s, {}, byCron()},
        {u"build-cache"_s, 58, 7, 45, u"cache warm"_s, {}, {}},
        {u"mail-spool"_s, 47, 4, 30, {}, {}, {}},
        {u"build-cache"_s, 36, 6, 50, u"cache with Qt 6.8"_s, {}, {}},
        {u"backup-scratch"_s, 30, 2, 0, u"scratch {date}"_s, {}, byCron(), SnapshotStatus::Error},
        {u"db-1-data"_s, 21, 1, 15, u"db-1-data-{date}"_s, {}, byCron()},
        {u"web-assets"_s, 15, 3, 30, u"web-assets-{date}"_s, {}, byCron()},
        {u"db-1-data"_s, 12, 1, 5, u"before PostgreSQL 17 🐘"_s, {}, {{u"ticket"_s, u"502"_s}}},
        {u"db-1-wal"_s, 12, 1, 6, u"before PostgreSQL 17 🐘"_s, {}, {{u"ticket"_s, u"502"_s}}},
        {u"web-assets"_s, 3, 3, 35, u"web-assets-{date}"_s, {}, byCron()},
    };
}

QList<SnapshotSeed> customerSeeds()
{
    return {
        {u"weber-akten"_s, 190, 20, 15, u"Akten, Jahresabschluß"_s, {}, {}},
        {u"weber-akten"_s, 60, 20, 15, u"vor Umzug"_s, {}, {}},
        {u"lorenz-archiv"_s, 44, 19, 19, u"archiv {date}"_s, {}, byCron()},
        {u"lorenz-archiv"_s, 5, 19, 19, u"archiv {date}"_s, {}, byCron()},
    };
}

Snapshot snapshotOf(const Volume &volume, Instant created)
{
    Snapshot snapshot;
    snapshot.site = volume.site;
    snapshot.user = volume.user;
    snapshot.volume = volume.id;
    snapshot.size = volume.size;
    snapshot.created = created;
    snapshot.updated = created + 9s;
    return snapshot;
}

void addSeeded(Cloud &cloud, const SnapshotSeed &seed)
{
    const auto today = std::chrono::floor<std::chrono::days>(cloud.now());
    const Instant created = today - 24h * seed.daysAgo + std::chrono::hours(seed.hour)
        + std::chrono::minutes(seed.minute) + 11s;
    Snapshot snapshot = snapshotOf(cloud.volumes.at(uuidOf(u"volume"_s, seed.volume)), created);
    snapshot.id = uuidOf(u"snapshot"_s, seed.volume + timeText(created));
    snapshot.name = seed.name;
    snapshot.name.replace(u"{date}"_s, dateInName(created));
    snapshot.description = seed.description;
    snapshot.metadata = seed.metadata;
    snapshot.status = seed.status;
    if (seed.status == SnapshotStatus::Error) {
        cloud.tell(snapshot.site, snapshot.id, u"VOLUME_VOLUME_SNAPSHOT_009_013"_s,
                   u"create snapshot:Snapshot failed to create."_s,
                   u"req-"_s + uuidOf(u"request"_s, snapshot.id), created);
    }
    cloud.add(std::move(snapshot));
}

// Spread evenly over the year, of all volumes of the project in turn.
void addNightly(Cloud &cloud, const QList<const Volume *> &volumes, int index, int count)
{
    const Volume &volume = *volumes.at(index % volumes.size());
    const auto age = 1h + std::chrono::seconds(secondsOfYear * (count - index) / count);
    const Instant created = wholeSecond(cloud.now() - age);
    Snapshot snapshot = snapshotOf(volume, created);
    snapshot.id = uuidOf(u"nightly"_s, QString::number(index));
    snapshot.name = volume.name + u'-' + dateInName(created);
    snapshot.metadata = byCron();
    cloud.add(std::move(snapshot));
}

QList<const Volume *> volumesIn(const Cloud &cloud, const QString &project)
{
    QList<const Volume *> volumes;
    for (const auto &[id, volume] : cloud.volumes) {
        if (volume.site.project == project) {
            volumes.append(&volume);
        }
    }
    std::ranges::sort(volumes, {}, &Volume::created);
    return volumes;
}

qsizetype imagesIn(const Cloud &cloud, const QString &project)
{
    return std::ranges::count_if(cloud.images, [&project](const auto &entry) {
        return entry.second.site.project == project;
    });
}

} // namespace

void addSnapshots(Cloud &cloud, std::optional<int> wanted)
{
    const QList<SnapshotSeed> seeds = productionSeeds();
    const qsizetype images = imagesIn(cloud, cloud.projects.constFirst().id);
    const qsizetype count = wanted ? *wanted - images : seeds.size();
    const QList<SnapshotSeed> all = seeds.last(std::min(count, seeds.size())) + customerSeeds();
    for (const SnapshotSeed &seed : all) {
        addSeeded(cloud, seed);
    }
    const int more = static_cast<int>(std::max<qsizetype>(0, count - seeds.size()));
    const auto volumes = volumesIn(cloud, cloud.projects.constFirst().id);
    for (int i = 0; i < more; ++i) {
        addNightly(cloud, volumes, i, more);
    }
}

} // namespace Demo::OpenStack
