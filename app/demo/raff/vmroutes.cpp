// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/vmroutes.h"

#include "demo/raff/account.h"
#include "demo/raff/calls.h"
#include "demo/raff/catalogue.h"
#include "demo/raff/fields.h"
#include "demo/raff/listing.h"
#include "demo/raff/power.h"
#include "demo/raff/refusals.h"
#include "demo/raff/vmorder.h"
#include "demo/raff/wire.h"
#include "demo/raff/words.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

const qsizetype usualVms = 20;

// Scoped by a query alone, as the contract has it.
Answer listVms(const Request &request, const Account &account)
{
    const QString project = queried(request, u"project_id"_s);
    const QString status = queried(request, u"status"_s);
    const QString region = queried(request, u"region"_s);
    QList<const Vm *> entries;
    for (const Vm &vm : account.vms | std::views::reverse) {
        if ((project.isEmpty() || project == vm.project)
            && (status.isEmpty() || status == word(vm.state))
            && (region.isEmpty() || region == regionCode())) {
            entries.append(&vm);
        }
    }
    return answerList<Vm>(request, entries, usualVms,
                          [&account](const Vm &vm) { return json(vm, account); });
}

bool isVolumeBusy(const Account &account, const Vm &vm)
{
    return std::ranges::any_of(account.volumes, [&vm](const Volume &volume) {
        return volume.vm == vm.id && volume.work != DiskWork::None;
    });
}

void letGoOfVolumes(Account &account, const Vm &vm)
{
    for (Volume &volume : account.volumes) {
        if (volume.vm == vm.id) {
            volume.vm.clear();
            volume.state = VolumeState::Available;
            volume.updated = account.now();
        }
    }
}

// Volumes go with it unless the request says otherwise; their snapshots stay.
Answer deleteVm(const Call &call, Account &account, const Vm &vm)
{
    auto fields = Fields::of(call.request, Fields::Presence::Optional);
    if (!fields) {
        return fields.error();
    }
    const QString action = fields->has(u"volume_action"_s)
        ? fields->choice(u"volume_action"_s, {u"detach"_s, u"delete"_s})
        : u"delete"_s;
    if (const auto complaint = fields->complaint()) {
        return *complaint;
    }
    if (vm.work != DiskWork::None || isVolumeBusy(account, vm)) {
        return refuseState(u"Another operation on the VM is in progress"_s);
    }
    if (action == "detach"_L1) {
        letGoOfVolumes(account, vm);
    } else {
        account.volumes.removeIf([&vm](const Volume &volume) { return volume.vm == vm.id; });
    }
    account.remove(vm);
    return answerDone(u"VM deleted"_s);
}

} // namespace

void addVmRoutes(Router &router, Account &account)
{
    using OnVm = std::function<Answer(const Call &, Vm &)>;
    const auto onOne = [&](const QByteArray &method, const QString &pattern, ProjectRule rule,
                           const OnVm &act) {
        addRoute(router, account, method, pattern, rule, [&account, act](const Call &call) {
            Vm *vm = account.findVm(call.captured.first());
            return vm && call.reaches(vm->project) ? act(call, *vm) : refuseUnknown(u"VM"_s);
        });
    };
    const auto onPower = [&](const QString &action, Answer (*act)(Account &, Vm &)) {
        onOne("POST", u"/vms/{id}/"_s + action, ProjectRule::Required,
              [&account, act](const Call &, Vm &vm) { return act(account, vm); });
    };
    addRoute(router, account, "GET", u"/vms"_s, ProjectRule::Ignored,
             [&account](const Call &call) { return listVms(call.request, account); });
    addRoute(router, account, "POST", u"/vms"_s, ProjectRule::Required,
             [&account](const Call &call) { return createVm(call, account); });
    onOne("GET", u"/vms/{id}"_s, ProjectRule::Ignored,
          [&account](const Call &, const Vm &vm) { return answerData(200, json(vm, account)); });
    onOne("DELETE", u"/vms/{id}"_s, ProjectRule::Required,
          [&account](const Call &call, const Vm &vm) { return deleteVm(call, account, vm); });
    onOne("POST", u"/vms/{id}/save-image"_s, ProjectRule::Required,
          [&account](const Call &call, const Vm &vm) { return saveImage(call, account, vm); });
    onPower(u"start"_s, startVm);
    onPower(u"stop"_s, stopVm);
    onPower(u"reboot"_s, rebootVm);
}

} // namespace Demo::Raff
