// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/snapshotdata.h"

#include "demo/stackconsole/snapshotseeds.h"
#include "demo/stackconsole/tenant.h"
#include "demo/stackconsole/words.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::StackConsole {

namespace {

// Of the nightly ones, so many are of volumes before one is of a machine.
const int volumesBeforeAMachine = 4;

void makeOf(Snapshot &snapshot, const Volume &volume)
{
    snapshot.kind = SnapshotKind::Volume;
    snapshot.state = SnapshotState::BackedUp;
    snapshot.source = volume.slug;
    snapshot.project = volume.project;
    snapshot.region = volume.region;
    snapshot.size = volume.size;
}

void makeOf(Snapshot &snapshot, const Machine &machine, const Tenant &tenant)
{
    const QList<const Volume *> disks = tenant.volumesOf(machine);
    snapshot.kind = SnapshotKind::Machine;
    snapshot.state = SnapshotState::Ready;
    snapshot.source = machine.slug;
    snapshot.project = machine.project;
    snapshot.region = machine.region;
    snapshot.size =
        std::accumulate(disks.begin(), disks.end(), 0,
                        [](int sum, const Volume *volume) { return sum + volume->size; });
}

void settle(Snapshot &snapshot, Instant created)
{
    snapshot.created = created;
    snapshot.updated = created + 4min;
    snapshot.shown = snapshot.state;
    snapshot.listedFrom = created;
    snapshot.routedFrom = created;
}

Instant atTime(const Tenant &tenant, const SnapshotSeed &seed)
{
    const auto today = std::chrono::floor<std::chrono::days>(tenant.now());
    return today - 24h * seed.daysAgo + std::chrono::hours(seed.hour)
        + std::chrono::minutes(seed.minute) + 11s;
}

Snapshot fromSeed(const Tenant &tenant, const SnapshotSeed &seed)
{
    Snapshot snapshot;
    if (const Machine *machine = tenant.findMachine(seed.source)) {
        makeOf(snapshot, *machine, tenant);
    } else if (const Volume *volume = tenant.findVolume(seed.source)) {
        makeOf(snapshot, *volume);
    } else {
        const QList<Volume> former = formerVolumes();
        makeOf(snapshot, *std::ranges::find(former, seed.source, &Volume::slug));
    }
    snapshot.hasMemory = seed.kind == SnapshotSeed::Kind::DiskAndMemory;
    if (seed.kind == SnapshotSeed::Kind::Failed) {
        snapshot.state = SnapshotState::Error;
    }
    settle(snapshot, atTime(tenant, seed));
    snapshot.name = seed.name;
    snapshot.name.replace(u"{date}"_s, dateText(snapshot.created));
    return snapshot;
}

// Spread evenly over the year, taken of everything in turn.
Snapshot nightly(const Tenant &tenant, int index, int count)
{
    Snapshot snapshot;
    QString of;
    if (index % (volumesBeforeAMachine + 1) == volumesBeforeAMachine) {
        const Machine &machine = tenant.machines.at(index % tenant.machines.size());
        makeOf(snapshot, machine, tenant);
        of = machine.name;
    } else {
        const Volume &volume = tenant.volumes.at(index % tenant.volumes.size());
        makeOf(snapshot, volume);
        of = volume.name;
    }
    const auto age = std::chrono::minutes(60) + 24h * 364 * (count - index) / count;
    settle(snapshot, tenant.now() - std::chrono::floor<std::chrono::seconds>(age));
    snapshot.name =
        u"nightly %1 %2 #%3"_s.arg(of, dateText(snapshot.created), QString::number(index + 1));
    return snapshot;
}

} // namespace

void addSnapshots(Tenant &tenant, std::optional<int> wanted)
{
    const QList<SnapshotSeed> seeds = snapshotSeeds();
    const qsizetype count = wanted.value_or(static_cast<int>(seeds.size()));
    const QList<SnapshotSeed> newest = seeds.last(std::min(count, seeds.size()));
    QList<Snapshot> all;
    for (const SnapshotSeed &seed : newest) {
        all.append(fromSeed(tenant, seed));
    }
    const int more = static_cast<int>(std::max<qsizetype>(0, count - seeds.size()));
    for (int i = 0; i < more; ++i) {
        all.append(nightly(tenant, i, more));
    }
    std::ranges::stable_sort(all, {}, &Snapshot::created);
    for (const Snapshot &snapshot : std::as_const(all)) {
        tenant.addSnapshot(snapshot);
    }
}

} // namespace Demo::StackConsole
