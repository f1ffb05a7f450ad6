// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/volumeroutes.h"

#include "demo/raff/account.h"
#include "demo/raff/calls.h"
#include "demo/raff/catalogue.h"
#include "demo/raff/fields.h"
#include "demo/raff/listing.h"
#include "demo/raff/refusals.h"
#include "demo/raff/wire.h"
#include "demo/raff/words.h"

#include <ranges>

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

const qsizetype usualVolumes = 50;

Answer listVolumes(const Call &call, const Account &account)
{
    const QString vm = queried(call.request, u"vm_id"_s);
    const QString region = queried(call.request, u"region"_s);
    QList<const Volume *> entries;
    for (const Volume &volume : account.volumes | std::views::reverse) {
        if (call.reaches(volume.project) && (vm.isEmpty() || vm == volume.vm)
            && (region.isEmpty() || region == regionCode())) {
            entries.append(&volume);
        }
    }
    return answerList<Volume>(call.request, entries, usualVolumes,
                              [](const Volume &volume) { return json(volume); });
}

// A disk can be plugged while its server is at rest or runs, and nothing is done with either.
bool isPluggable(const Vm &vm, const Volume &volume)
{
    const bool isSteady = vm.state == VmState::Active || vm.state == VmState::Passive;
    return isSteady && vm.work == DiskWork::None && volume.work == DiskWork::None;
}

Answer plug(Account &account, Volume &volume, const QString &vm)
{
    volume.vm = vm;
    volume.state = vm.isEmpty() ? VolumeState::Available : VolumeState::Attached;
    volume.updated = account.now();
    return answerData(200, json(volume));
}

Answer attach(const Call &call, Account &account, Volume &volume)
{
    auto fields = Fields::of(call.request);
    if (!fields) {
        return fields.error();
    }
    const QString id = fields->uuid(u"vm_id"_s);
    if (const auto complaint = fields->complaint()) {
        return *complaint;
    }
    const Vm *vm = account.findVm(id);
    if (!vm || !call.reaches(vm->project)) {
        return refuseUnknown(u"VM"_s);
    }
    if (volume.state != VolumeState::Available || !isPluggable(*vm, volume)) {
        return refuseState(
            u"The volume is %1 and the VM is %2"_s.arg(word(volume.state), word(vm->state)));
    }
    return plug(account, volume, vm->id);
}

Answer detach(Account &account, Volume &volume)
{
    const Vm *vm = account.findVm(volume.vm);
    if (!vm) {
        return refuseState(u"The volume is not attached; it is %1"_s.arg(word(volume.state)));
    }
    if (!isPluggable(*vm, volume)) {
        return refuseState(
            u"The volume can't be detached while the VM is %1"_s.arg(word(vm->state)));
    }
    return plug(account, volume, {});
}

// Its snapshots stay.
Answer deleteVolume(Account &account, const Volume &volume)
{
    if (volume.state == VolumeState::Attached || volume.work != DiskWork::None) {
        return refuseState(u"The volume is %1"_s.arg(
            volume.work == DiskWork::None ? word(volume.state) : u"in use by an operation"_s));
    }
    const int id = volume.id;
    account.volumes.removeIf([id](const Volume &one) { return one.id == id; });
    return answerDone(u"Volume deleted"_s);
}

} // namespace

void addVolumeRoutes(Router &router, Account &account)
{
    using OnVolume = std::function<Answer(const Call &, Volume &)>;
    const auto onOne = [&](const QByteArray &method, const QString &pattern, const OnVolume &act) {
        addRoute(router, account, method, pattern, ProjectRule::Required,
                 [&account, act](const Call &call) {
                     Volume *volume = account.findVolume(call.number());
                     return volume && call.reaches(volume->project) ? act(call, *volume)
                                                                    : refuseUnknown(u"Volume"_s);
                 });
    };
    addRoute(router, account, "GET", u"/volumes"_s, ProjectRule::Optional,
             [&account](const Call &call) { return listVolumes(call, account); });
    onOne("GET", u"/volumes/{id}"_s,
          [](const Call &, const Volume &volume) { return answerData(200, json(volume)); });
    onOne("DELETE", u"/volumes/{id}"_s,
          [&account](const Call &, const Volume &volume) { return deleteVolume(account, volume); });
    onOne("POST", u"/volumes/{id}/attach"_s,
          [&account](const Call &call, Volume &volume) { return attach(call, account, volume); });
    onOne("POST", u"/volumes/{id}/detach"_s,
          [&account](const Call &, Volume &volume) { return detach(account, volume); });
}

} // namespace Demo::Raff
