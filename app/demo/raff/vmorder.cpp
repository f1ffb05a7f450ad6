// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/vmorder.h"

#include "demo/raff/account.h"
#include "demo/raff/calls.h"
#include "demo/raff/catalogue.h"
#include "demo/raff/fields.h"
#include "demo/raff/listing.h"
#include "demo/raff/login.h"
#include "demo/raff/power.h"
#include "demo/raff/purchase.h"
#include "demo/raff/refusals.h"
#include "demo/raff/wire.h"
#include "demo/raff/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::Raff {

namespace {

const qsizetype longestVmName = 64;
const qsizetype longestImageName = 128;
const auto timeToSaveImage = 20s;
const auto imagePerGb = 500ms;
const qsizetype longestDescription = 1000;
const int liveDisk = -1;
// The vendor raises it on request.
const qsizetype mostVms = 30;

// Nothing when the template fits on the plan.
QString misfit(const Template &wanted, const Plan &plan)
{
    if (wanted.isWindows && plan.type != PlanType::Premium) {
        return u"Windows needs a premium plan"_s;
    }
    return plan.cpu < wanted.cpu || plan.ram < wanted.ram || plan.storage < wanted.storage
        ? u"The plan is too small for the template"_s
        : QString();
}

std::expected<Vm, Answer> readVm(const Call &call, const Account &account)
{
    auto fields = Fields::of(call.request);
    if (!fields) {
        return std::unexpected(fields.error());
    }
    Vm vm;
    vm.name = fields->text(u"name"_s, longestVmName);
    vm.templateId = fields->uuid(u"template_id"_s);
    vm.plan = fields->number(u"pricing_id"_s);
    static_cast<void>(fields->choice(u"region"_s, {regionCode()}));
    const Plan *plan = findPlan(vm.plan);
    const Template *wanted = account.findTemplate(vm.templateId);
    checkLogin(*fields, wanted && wanted->isWindows ? Login::Password : Login::KeyOrPassword);
    if (!plan || !wanted) {
        fields->reject(plan ? u"There is no such template"_s : u"There is no such plan"_s);
    } else if (const QString problem = misfit(*wanted, *plan); !problem.isEmpty()) {
        fields->reject(problem);
    }
    if (const auto complaint = fields->complaint()) {
        return std::unexpected(*complaint);
    }
    vm.project = call.project;
    vm.created = account.now();
    return vm;
}

// Of the disk as it is.
Template imageOf(const Account &account, const Vm &vm)
{
    const Template *system = account.findTemplate(vm.templateId);
    Template image;
    image.id = uuidOf(u"image"_s, QString::number(account.images.size()));
    image.version = system ? system->version : QString();
    image.isWindows = system && system->isWindows;
    image.storage = findPlan(vm.plan)->storage;
    image.created = account.now();
    return image;
}

} // namespace

Answer createVm(const Call &call, Account &account)
{
    const auto wished = readVm(call, account);
    if (!wished) {
        return wished.error();
    }
    if (const auto refusal = refusePurchaseBy(account.traits)) {
        return *refusal;
    }
    if (account.vms.size() >= mostVms) {
        return refuseInput(u"too many VMs"_s);
    }
    Vm &vm = account.addVm(*wished);
    bringUp(account, vm);
    return answerData(201, json(vm, account));
}

Answer saveImage(const Call &call, Account &account, const Vm &vm)
{
    auto fields = Fields::of(call.request);
    if (!fields) {
        return fields.error();
    }
    Template image = imageOf(account, vm);
    image.name = fields->text(u"name"_s, longestImageName);
    image.description = fields->has(u"description"_s)
        ? fields->text(u"description"_s, longestDescription)
        : QString();
    const int disk = fields->has(u"disk_id"_s) ? fields->number(u"disk_id"_s) : 0;
    const int source = fields->has(u"snapshot_id"_s) ? fields->number(u"snapshot_id"_s) : liveDisk;
    if (disk != 0) {
        fields->reject(u"Only the OS disk can be saved"_s);
    }
    if (const auto complaint = fields->complaint()) {
        return *complaint;
    }
    const Snapshot *snapshot = account.findSnapshot(source);
    if (source != liveDisk && (!snapshot || snapshot->vm != vm.id)) {
        return refuseUnknown(u"Snapshot"_s);
    }
    if (vm.work != DiskWork::None || (snapshot && snapshot->state != SnapshotState::Ready)) {
        return refuseState(u"The disk is in use by another operation"_s);
    }
    image.storage = snapshot ? snapshot->targetSize : image.storage;
    image.usableFrom = vm.failsCaptures
        ? Instant::max()
        : account.now() + account.pace(timeToSaveImage + image.storage * imagePerGb);
    account.images.append(image);
    return answerData(201, imageJson(image));
}

} // namespace Demo::Raff
