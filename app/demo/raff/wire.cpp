// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/wire.h"

#include "demo/raff/account.h"
#include "demo/raff/catalogue.h"
#include "demo/raff/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

// Of an image that is gone no name is left.
Template templateOf(const Vm &vm, const Account &account)
{
    const Template *known = account.findTemplate(vm.templateId);
    Template made = known ? *known : Template();
    made.id = vm.templateId;
    return made;
}

QJsonArray tagsJson(const Vm &vm)
{
    QJsonArray array;
    for (qsizetype i = 0; i < vm.tags.size(); ++i) {
        const QString &tag = vm.tags.at(i);
        array.append(QJsonObject{{u"id"_s, uuidOf(u"tag"_s, vm.id + tag)},
                                 {u"name"_s, tag},
                                 {u"priority"_s, static_cast<int>(i)},
                                 {u"created_at"_s, timeText(vm.created)}});
    }
    return array;
}

void addBilling(QJsonObject &object, const Vm &vm)
{
    object.insert(u"billing_type"_s, vm.isSubscribed ? u"subscription"_s : u"payg"_s);
    if (vm.isSubscribed) {
        object.insert(u"subscription_id"_s, uuidOf(u"subscription"_s, vm.id));
    }
}

// In the vendor's text; the oldest snapshots have megabytes and do not say so.
QString sizeText(double size, bool hasUnit)
{
    return hasUnit ? QString::number(size, 'g', 6) + u" GB"_s
                   : QString::number(size * 1024, 'f', 0);
}

} // namespace

QJsonObject json(const Project &project)
{
    return {{u"id"_s, project.id},
            {u"account_id"_s, accountId()},
            {u"name"_s, project.name},
            {u"slug"_s, project.slug},
            {u"description"_s, project.description},
            {u"default_region"_s, regionCode()},
            {u"is_default"_s, project.isDefault},
            {u"is_active"_s, true},
            {u"created_by"_s, ownerId()},
            {u"created_at"_s, timeText(project.created)},
            {u"updated_at"_s, timeText(project.created)}};
}

QJsonObject json(const Vm &vm, const Account &account)
{
    const Plan plan = *findPlan(vm.plan);
    const Template image = templateOf(vm, account);
    QJsonObject object{{u"id"_s, vm.id},
                       {u"name"_s, vm.name},
                       {u"status"_s, word(vm.state)},
                       {u"cpu"_s, plan.cpu},
                       {u"ram"_s, plan.ram},
                       {u"storage"_s, plan.storage},
                       {u"added_storage"_s, 0},
                       {u"total_storage"_s, plan.storage},
                       {u"template_id"_s, image.id},
                       {u"template_name"_s, image.name},
                       {u"template_version"_s, image.version},
                       {u"version"_s, image.version},
                       {u"price_per_hour"_s, dollars(plan.perHour)},
                       {u"pricing_id"_s, plan.id},
                       {u"created_by"_s, ownerId()},
                       {u"backup_type"_s, QJsonValue::Null},
                       {u"region"_s, regionCode()},
                       {u"project_id"_s, vm.project},
                       {u"public_ipv4_address"_s, u"203.0.113.%1"_s.arg(vm.host)},
                       {u"public_ipv6_address"_s, QJsonValue::Null},
                       {u"private_ipv4_address"_s, u"10.10.0.%1"_s.arg(vm.host)},
                       {u"private_ipv6_address"_s, QJsonValue::Null},
                       {u"tags"_s, tagsJson(vm)},
                       {u"active"_s, vm.state != VmState::Failure},
                       {u"created_at"_s, timeText(vm.created)},
                       {u"updated_at"_s, timeText(vm.updated)}};
    addBilling(object, vm);
    return object;
}

QJsonObject json(const Volume &volume)
{
    QJsonObject object{{u"id"_s, volume.id},
                       {u"account_id"_s, accountId()},
                       {u"project_id"_s, volume.project},
                       {u"name"_s, volume.name},
                       {u"volume_type"_s, u"nvme"_s},
                       {u"size"_s, volume.size},
                       {u"status"_s, word(volume.state)},
                       {u"price_per_hour"_s, dollars(volume.size * volumePerHour())},
                       {u"region"_s, regionCode()},
                       {u"created_at"_s, timeText(volume.created)},
                       {u"updated_at"_s, timeText(volume.updated)}};
    if (!volume.vm.isEmpty()) {
        object.insert(u"product_vm"_s, volume.vm);
    }
    return object;
}

QJsonObject json(const Snapshot &snapshot, const Traits &traits)
{
    QJsonObject object{{u"id"_s, snapshot.id},
                       {u"account_id"_s, accountId()},
                       {u"project_id"_s, snapshot.project},
                       {u"created_by"_s, ownerId()},
                       {u"type"_s, word(snapshot.kind)},
                       {u"name"_s, snapshot.name},
                       {u"size"_s, sizeText(snapshot.size, snapshot.hasUnit)},
                       {u"target_size"_s, sizeText(snapshot.targetSize, snapshot.hasUnit)},
                       {u"status"_s, statusOf(snapshot, traits)},
                       {u"price_per_hour"_s, dollars(snapshot.size * snapshotPerHour())},
                       {u"created_at"_s, timeText(snapshot.created)}};
    if (snapshot.kind == SnapshotKind::Vm) {
        object.insert(u"product_vm"_s, snapshot.vm);
    }
    return object;
}

QJsonObject imageJson(const Template &image)
{
    return {{u"id"_s, image.id},
            {u"name"_s, image.name},
            {u"version"_s, image.version},
            {u"description"_s, image.description},
            {u"os_type"_s, image.isWindows ? u"windows"_s : u"linux"_s},
            {u"is_windows"_s, image.isWindows},
            {u"region"_s, regionCode()},
            {u"created_at"_s, timeText(image.created)}};
}

} // namespace Demo::Raff
