// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/snapshotwork.h"

#include "demo/stackconsole/listing.h"
#include "demo/stackconsole/plans.h"
#include "demo/stackconsole/refusals.h"
#include "demo/stackconsole/snapshotorder.h"
#include "demo/stackconsole/tenant.h"
#include "demo/stackconsole/wire.h"
#include "demo/stackconsole/words.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::StackConsole {

namespace {

const auto timeToAllocate = 4s;
const auto timeToCreate = 14s;
const auto backUpPerGb = 1500ms;
const auto machinePerGb = 800ms;
const auto revertPerGb = 600ms;
const auto timeToRevert = 20s;
const auto timeToRemove = 12s;
const auto untilListed = 5s;
const auto untilRouted = 6s;

QString machineOf(const Snapshot &snapshot, const Tenant &tenant)
{
    if (snapshot.kind == SnapshotKind::Machine) {
        return snapshot.source;
    }
    const Volume *volume = tenant.findVolume(snapshot.source);
    return volume ? volume->machine : QString();
}

// Whether something of this kind is going on with the machine.
bool isBusy(const Tenant &tenant, SnapshotKind kind, const QString &machine)
{
    return !machine.isEmpty() && std::ranges::any_of(tenant.snapshots, [&](const auto &entry) {
        const Snapshot &snapshot = entry.second;
        return snapshot.kind == kind && !snapshot.isGone && isInProgress(snapshot.state)
            && machineOf(snapshot, tenant) == machine;
    });
}

bool hasSnapshots(const Tenant &tenant, const QString &machine)
{
    return std::ranges::any_of(tenant.snapshots, [&machine](const auto &entry) {
        const Snapshot &snapshot = entry.second;
        return snapshot.kind == SnapshotKind::Machine && !snapshot.isGone
            && snapshot.source == machine && snapshot.state != SnapshotState::Error;
    });
}

// A queue carries it out, and finds out there that it can't be.
bool isBoundToFail(const SnapshotOrder &order, const QString &region)
{
    return order.plan->region != region || order.plan->service != serviceName(order.snapshot.kind)
        || order.snapshot.region != region;
}

Snapshot begin(Tenant &tenant, Snapshot wished, bool isAnsweredWithSlug)
{
    const auto listed = isAnsweredWithSlug ? 0s : untilListed;
    wished.created = tenant.now();
    wished.updated = wished.created;
    wished.listedFrom = wished.created + tenant.pace(listed);
    wished.routedFrom = wished.listedFrom + tenant.pace(untilRouted);
    return tenant.addSnapshot(std::move(wished));
}

void later(Tenant &tenant, int number, std::chrono::milliseconds after, SnapshotState state)
{
    tenant.schedule.at(tenant.now() + after, [&tenant, number, state](Instant at) {
        tenant.setState(number, state, at);
    });
}

Answer answerBegun(const Tenant &tenant, const Snapshot &snapshot, bool isAnsweredWithSlug)
{
    return success(isAnsweredWithSlug ? QJsonValue(json(snapshot, tenant))
                                      : QJsonValue(QJsonValue::Null));
}

void workOnVolume(Tenant &tenant, const Snapshot &snapshot, bool isFailing)
{
    const double haste = tenant.random(0.85, 1.15);
    const auto created = (timeToAllocate + timeToCreate) * haste;
    const auto done = created + snapshot.size * backUpPerGb * haste;
    later(tenant, snapshot.number, tenant.pace(timeToAllocate * haste), SnapshotState::Creating);
    if (isFailing) {
        later(tenant, snapshot.number, tenant.pace(created), SnapshotState::Error);
        return;
    }
    later(tenant, snapshot.number, tenant.pace(created), SnapshotState::BackingUp);
    later(tenant, snapshot.number, tenant.pace(done), SnapshotState::BackedUp);
}

void workOnMachine(Tenant &tenant, const Snapshot &snapshot, bool isFailing)
{
    const double haste = tenant.random(0.85, 1.15);
    const auto done = (timeToAllocate + timeToCreate + snapshot.size * machinePerGb) * haste;
    later(tenant, snapshot.number, tenant.pace(timeToAllocate * haste), SnapshotState::Creating);
    later(tenant, snapshot.number, tenant.pace(done),
          isFailing ? SnapshotState::Error : SnapshotState::Ready);
}

void revert(Tenant &tenant, Snapshot &snapshot, const Schedule::Effect &atEnd)
{
    const SnapshotState before = snapshot.state;
    const int number = snapshot.number;
    const auto lasts = tenant.pace(timeToRevert + snapshot.size * revertPerGb);
    if (tenant.traits.showsReverting) {
        tenant.setState(number, SnapshotState::Reverting, tenant.now());
    } else {
        snapshot.state = SnapshotState::Reverting;
    }
    tenant.schedule.at(tenant.now() + lasts, [&tenant, number, before, atEnd](Instant at) {
        if (tenant.traits.showsReverting) {
            tenant.setState(number, before, at);
        } else {
            tenant.snapshots.at(number).state = before;
        }
        atEnd(at);
    });
}

Answer refuseNotUsable(const Snapshot &snapshot)
{
    return refuse(
        403,
        u"Snapshot %1 is not in the right state: %2."_s.arg(snapshot.slug, word(snapshot.state)));
}

} // namespace

Answer takeOfVolume(const Request &request, Tenant &tenant, const Volume &volume)
{
    const std::expected<SnapshotOrder, Answer> order =
        readOrder(request, SnapshotKind::Volume, tenant);
    if (!order) {
        return order.error();
    }
    if (volume.suspended) {
        return refuse(403, u"The service is suspended."_s);
    }
    if (volume.isReverting) {
        return refuse(403,
                      u"VolumeId: %1 is not in Ready state but RevertSnapshotting. "
                      "Cannot take snapshot."_s.arg(uuidOf(u"disk"_s, volume.slug)));
    }
    if (isBusy(tenant, SnapshotKind::Machine, volume.machine)) {
        return refuse(403,
                      u"There is other active vm snapshot tasks on the instance to which the "
                      "volume is attached, please try again later"_s);
    }
    Snapshot wished = order->snapshot;
    wished.source = volume.slug;
    wished.size = volume.size;
    const bool hasSlug = tenant.nextAnswerHasSlug();
    const Snapshot snapshot = begin(tenant, std::move(wished), hasSlug);
    workOnVolume(tenant, snapshot, volume.isSnapshotHidden || isBoundToFail(*order, volume.region));
    return answerBegun(tenant, snapshot, hasSlug);
}

Answer takeOfMachine(const Request &request, Tenant &tenant, const Machine &machine)
{
    const std::expected<SnapshotOrder, Answer> order =
        readOrder(request, SnapshotKind::Machine, tenant);
    if (!order) {
        return order.error();
    }
    for (const SnapshotKind kind : {SnapshotKind::Volume, SnapshotKind::Machine}) {
        if (isBusy(tenant, kind, machine.slug)) {
            return refuse(
                403,
                u"There is other active %1 snapshot tasks on the instance, please try "
                "again later"_s.arg(kind == SnapshotKind::Volume ? u"volume"_s : u"vm"_s));
        }
    }
    const QList<const Volume *> disks = tenant.volumesOf(machine);
    Snapshot wished = order->snapshot;
    wished.source = machine.slug;
    wished.size = std::accumulate(disks.begin(), disks.end(), 0,
                                  [](int sum, const Volume *volume) { return sum + volume->size; });
    const bool hasSlug = tenant.nextAnswerHasSlug();
    const Snapshot snapshot = begin(tenant, std::move(wished), hasSlug);
    // There is no memory to be kept of a machine that is off.
    const bool isImpossible = snapshot.hasMemory && machine.state != MachineState::Running;
    workOnMachine(tenant, snapshot, isImpossible || isBoundToFail(*order, machine.region));
    return answerBegun(tenant, snapshot, hasSlug);
}

Answer revertVolume(Tenant &tenant, Volume &volume, Snapshot &snapshot)
{
    if (!isUsable(snapshot.state) || volume.isReverting) {
        return refuseNotUsable(snapshot);
    }
    const Machine *machine = tenant.findMachine(volume.machine);
    if (machine && machine->state != MachineState::Stopped) {
        return refuse(403,
                      u"The VM the specified disk is attached to is not in the shutdown state."_s);
    }
    if (machine && hasSnapshots(tenant, machine->slug)) {
        return refuse(403,
                      u"Unable to revert snapshot for VM, please remove VM snapshots before "
                      "reverting VM from snapshot"_s);
    }
    volume.isReverting = true;
    revert(tenant, snapshot, [&tenant, slug = volume.slug](Instant) {
        tenant.findVolume(slug)->isReverting = false;
    });
    return success(json(snapshot, tenant));
}

Answer revertMachine(Tenant &tenant, const Machine &machine, Snapshot &snapshot)
{
    if (!isUsable(snapshot.state) || isBusy(tenant, SnapshotKind::Machine, machine.slug)) {
        return refuseNotUsable(snapshot);
    }
    const auto wanted = snapshot.hasMemory ? MachineState::Running : MachineState::Stopped;
    if (machine.state != wanted) {
        return refuse(403,
                      u"VM Snapshot revert not allowed. This will result in VM state change. You "
                      "can revert running VM to disk and memory type snapshot and stopped VM to "
                      "disk type snapshot"_s);
    }
    revert(tenant, snapshot, [](Instant) {});
    return success(QJsonValue::Null);
}

bool isRemovable(const Snapshot &snapshot)
{
    return !isInProgress(snapshot.state);
}

void removeSnapshot(Tenant &tenant, const Snapshot &snapshot, Instant at)
{
    const bool isOfVolume = snapshot.kind == SnapshotKind::Volume;
    const int number = snapshot.number;
    tenant.setState(number, isOfVolume ? SnapshotState::Destroying : SnapshotState::Expunging, at);
    tenant.schedule.at(at + tenant.pace(timeToRemove),
                       [&tenant, number](Instant then) { tenant.remove(number, then); });
}

} // namespace Demo::StackConsole
