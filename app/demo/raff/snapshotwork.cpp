// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/snapshotwork.h"

#include "demo/raff/account.h"
#include "demo/raff/catalogue.h"
#include "demo/raff/listing.h"
#include "demo/raff/power.h"
#include "demo/raff/refusals.h"
#include "demo/raff/wire.h"
#include "demo/raff/words.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::Raff {

namespace {

const auto timeToCapture = 40s;
const auto capturePerGb = 500ms;
const auto timeToRestore = 30s;
const auto restorePerGb = 1500ms;

std::chrono::duration<double> captureTime(Account &account, int gb)
{
    return (timeToCapture + gb * capturePerGb) * account.random(0.85, 1.15);
}

// What there is on a disk is less than what fits on it.
double usedOf(Account &account, int gb)
{
    return std::round(gb * account.random(0.35, 0.7) * 10) / 10;
}

Snapshot begun(Account &account, SnapshotKind kind, const QString &name, int targetSize)
{
    Snapshot snapshot;
    snapshot.kind = kind;
    snapshot.name = name;
    snapshot.targetSize = targetSize;
    snapshot.size = usedOf(account, targetSize);
    snapshot.state = SnapshotState::Creating;
    snapshot.created = account.now();
    return snapshot;
}

void endCapture(Account &account, int id, SnapshotState state)
{
    if (Snapshot *snapshot = account.findSnapshot(id)) {
        snapshot->state = state;
    }
}

bool isSameSource(const Snapshot &one, const Snapshot &other)
{
    return one.kind == other.kind && one.vm == other.vm && one.volume == other.volume;
}

// A source runs on one snapshot at most.
void endRestore(Account &account, int id)
{
    Snapshot *restored = account.findSnapshot(id);
    if (!restored) {
        return;
    }
    for (auto &[number, other] : account.snapshots) {
        if (isSameSource(other, *restored)) {
            other.isInUse = number == id;
        }
    }
    restored->isRestoring = false;
}

// A server at rest is off after it was restored, unless the vendor starts it.
void comeBack(Account &account, Vm &vm, Instant at)
{
    if (account.traits.staysUnderWay) {
        return;
    }
    vm.work = DiskWork::None;
    if (account.traits.bootsAfterRestore) {
        boot(account, vm);
    } else if (vm.state != VmState::Passive) {
        account.setState(vm, VmState::Passive, at);
    }
}

std::optional<Answer> refuseRestoreOf(const Snapshot &snapshot, DiskWork work)
{
    if (snapshot.state != SnapshotState::Ready) {
        return refuseState(u"The snapshot can't be restored: its capture has not completed"_s);
    }
    if (work != DiskWork::None) {
        return refuseState(u"Another operation on this disk is in progress"_s);
    }
    return std::nullopt;
}

} // namespace

Answer takeOfVm(Account &account, Vm &vm, const QString &name)
{
    if (vm.state != VmState::Active || vm.work != DiskWork::None) {
        return refuseState(
            u"A VM must be active to be snapshotted; it is %1"_s.arg(word(vm.state)));
    }
    Snapshot wished = begun(account, SnapshotKind::Vm, name, findPlan(vm.plan)->storage);
    wished.project = vm.project;
    wished.vm = vm.id;
    const Snapshot &snapshot = account.addSnapshot(std::move(wished));
    vm.work = DiskWork::Capture;
    account.setState(vm, VmState::Provisioning, account.now());
    account.later(vm, captureTime(account, snapshot.targetSize),
                  [&account, id = snapshot.id](Vm &captured, Instant at) {
                      endCapture(account, id,
                                 captured.failsCaptures ? SnapshotState::Failed
                                                        : SnapshotState::Ready);
                      captured.work = DiskWork::None;
                      account.setState(captured, VmState::Active, at);
                  });
    return answerData(201, json(snapshot, account.traits));
}

Answer takeOfVolume(Account &account, Volume &volume, const QString &name)
{
    const bool isUsable =
        volume.state == VolumeState::Available || volume.state == VolumeState::Attached;
    if (!isUsable || volume.work != DiskWork::None) {
        return refuseState(u"The volume can't be snapshotted now; it is %1"_s.arg(
            isUsable ? u"in use by another operation"_s : word(volume.state)));
    }
    Snapshot wished = begun(account, SnapshotKind::Volume, name, volume.size);
    wished.project = volume.project;
    wished.volume = volume.id;
    const Snapshot &snapshot = account.addSnapshot(std::move(wished));
    volume.work = DiskWork::Capture;
    account.later(volume, captureTime(account, snapshot.targetSize),
                  [&account, id = snapshot.id](Volume &captured, Instant) {
                      endCapture(account, id, SnapshotState::Ready);
                      captured.work = DiskWork::None;
                  });
    return answerData(201, json(snapshot, account.traits));
}

Answer restoreVm(Account &account, Vm &vm, Snapshot &snapshot)
{
    if (const auto refusal = refuseRestoreOf(snapshot, vm.work)) {
        return *refusal;
    }
    if (vm.state != VmState::Passive) {
        return refuseState(u"A VM must be passive to be restored; it is %1"_s.arg(word(vm.state)));
    }
    vm.work = DiskWork::Restore;
    snapshot.isRestoring = true;
    if (!account.traits.hidesRestore) {
        account.setState(vm, VmState::Provisioning, account.now());
    }
    account.later(vm, timeToRestore + snapshot.targetSize * restorePerGb,
                  [&account, id = snapshot.id](Vm &restored, Instant at) {
                      endRestore(account, id);
                      comeBack(account, restored, at);
                  });
    return answerDone(u"Snapshot restore initiated"_s);
}

// Whether its server runs makes no difference to the vendor.
Answer restoreVolume(Account &account, Volume &volume, Snapshot &snapshot)
{
    if (const auto refusal = refuseRestoreOf(snapshot, volume.work)) {
        return *refusal;
    }
    volume.work = DiskWork::Restore;
    snapshot.isRestoring = true;
    account.later(volume, timeToRestore + snapshot.targetSize * restorePerGb,
                  [&account, id = snapshot.id](Volume &restored, Instant) {
                      endRestore(account, id);
                      restored.work = DiskWork::None;
                  });
    return answerDone(u"Snapshot restore initiated"_s);
}

Answer deleteSnapshot(Account &account, const Snapshot &snapshot)
{
    if (snapshot.isInUse) {
        return refuseState(u"An active snapshot can't be deleted; restore another one first"_s);
    }
    if (snapshot.isRestoring || snapshot.state == SnapshotState::Creating) {
        return refuseState(u"The snapshot is in use by an operation in progress"_s);
    }
    const int id = snapshot.id;
    account.snapshots.erase(id);
    return answerDone(u"Snapshot deleted"_s);
}

} // namespace Demo::Raff
