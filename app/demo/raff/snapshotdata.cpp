// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/snapshotdata.h"

#include "demo/raff/account.h"
#include "demo/raff/catalogue.h"
#include "demo/raff/snapshotseeds.h"
#include "demo/raff/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::Raff {

namespace {

const int formerNumber = 287;
const int formerSize = 150;

void makeOfVm(Snapshot &snapshot, const Vm &vm)
{
    snapshot.kind = SnapshotKind::Vm;
    snapshot.project = vm.project;
    snapshot.vm = vm.id;
    snapshot.targetSize = findPlan(vm.plan)->storage;
}

void makeOfVolume(Snapshot &snapshot, const Volume &volume)
{
    snapshot.kind = SnapshotKind::Volume;
    snapshot.project = volume.project;
    snapshot.volume = volume.id;
    snapshot.targetSize = volume.size;
}

void makeOf(Snapshot &snapshot, const Account &account, const QString &source)
{
    const auto vm = std::ranges::find(account.vms, source, &Vm::name);
    const auto volume = std::ranges::find(account.volumes, source, &Volume::name);
    if (vm != account.vms.end()) {
        makeOfVm(snapshot, *vm);
    } else if (volume != account.volumes.end()) {
        makeOfVolume(snapshot, *volume);
    } else {
        Volume former;
        former.id = formerNumber;
        former.size = formerSize;
        former.project = account.projects.constFirst().id;
        makeOfVolume(snapshot, former);
    }
}

Snapshot fromSeed(const Account &account, const SnapshotSeed &seed)
{
    const auto today = std::chrono::floor<std::chrono::days>(account.now());
    Snapshot snapshot;
    makeOf(snapshot, account, seed.source);
    snapshot.created = today - 24h * seed.daysAgo + std::chrono::hours(seed.hour)
        + std::chrono::minutes(seed.minute) + 27s;
    snapshot.name = seed.name;
    snapshot.name.replace(u"{date}"_s, dateInName(snapshot.created));
    snapshot.size = seed.size;
    snapshot.isInUse = seed.mark == SnapshotSeed::Mark::InUse;
    snapshot.hasUnit = seed.mark != SnapshotSeed::Mark::WithoutUnit;
    if (seed.mark == SnapshotSeed::Mark::Failed) {
        snapshot.state = SnapshotState::Failed;
    }
    return snapshot;
}

// Spread evenly over the year, of servers and volumes in turn.
Snapshot nightly(const Account &account, int index, int count)
{
    Snapshot snapshot;
    QString of;
    if (index % 2 == 0) {
        const Vm &vm = account.vms.at(index / 2 % account.vms.size());
        makeOfVm(snapshot, vm);
        of = u"vm-"_s + vm.name.toLower();
    } else {
        const Volume &volume = account.volumes.at(index / 2 % account.volumes.size());
        makeOfVolume(snapshot, volume);
        of = u"volume-"_s + volume.name.toLower();
    }
    const auto age = 1h + 24h * 364 * (count - index) / count;
    snapshot.created = account.now() - std::chrono::floor<std::chrono::seconds>(age);
    snapshot.name = of + u'-' + dateInName(snapshot.created);
    snapshot.size = snapshot.targetSize * (3 + index % 4) / 10.0;
    return snapshot;
}

} // namespace

void addSnapshots(Account &account, std::optional<int> wanted)
{
    const QList<SnapshotSeed> seeds = snapshotSeeds();
    const qsizetype count = wanted.value_or(static_cast<int>(seeds.size()));
    const QList<SnapshotSeed> newest = seeds.last(std::min(count, seeds.size()));
    QList<Snapshot> all;
    for (const SnapshotSeed &seed : newest) {
        all.append(fromSeed(account, seed));
    }
    const int more = static_cast<int>(std::max<qsizetype>(0, count - seeds.size()));
    for (int i = 0; i < more; ++i) {
        all.append(nightly(account, i, more));
    }
    std::ranges::stable_sort(all, {}, &Snapshot::created);
    for (const Snapshot &snapshot : std::as_const(all)) {
        account.addSnapshot(snapshot);
    }
}

} // namespace Demo::Raff
