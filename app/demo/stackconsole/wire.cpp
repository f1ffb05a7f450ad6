// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/wire.h"

#include "demo/stackconsole/plans.h"
#include "demo/stackconsole/tenant.h"
#include "demo/stackconsole/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::StackConsole {

namespace {

const auto null = QJsonValue::Null;
const int pricePerGbHour = 3989;

QJsonObject providerJson()
{
    const QString slug = computeProvider();
    return {{u"id"_s, uuidOf(u"cloud provider"_s, slug)},
            {u"name"_s, slug},
            {u"display_name"_s, u"Compute"_s},
            {u"slug"_s, slug},
            {u"status"_s, true},
            {u"services"_s,
             QJsonArray{u"Virtual Machine"_s, u"Block Storage"_s, u"Block Storage Snapshot"_s,
                        u"VM Snapshot"_s, u"Network"_s, u"IP Address"_s}}};
}

QJsonObject setupJson(const Region &region)
{
    return {{u"id"_s, uuidOf(u"cloud provider setup"_s, region.slug)},
            {u"name"_s, region.name},
            {u"slug"_s, QString(region.slug + u"-setup"_s)},
            {u"version"_s, u"4.20"_s},
            {u"timezone"_s, u"Asia/Yangon"_s},
            {u"status"_s, true}};
}

// What everything that is sold has in common.
void addService(QJsonObject &object, const QString &region, const QString &project,
                const QString &service)
{
    object.insert(u"user_id"_s, userId());
    object.insert(u"account_id"_s, accountId());
    object.insert(u"project_id"_s, uuidOf(u"project"_s, project));
    object.insert(u"region_id"_s, uuidOf(u"region"_s, region));
    object.insert(u"cloud_provider_id"_s, uuidOf(u"cloud provider"_s, computeProvider()));
    object.insert(u"cloud_provider_setup_id"_s, uuidOf(u"cloud provider setup"_s, region));
    object.insert(u"service_name"_s, service);
    object.insert(u"service_display_name"_s, service);
    object.insert(u"has_contract"_s, false);
    object.insert(u"frozen_at"_s, null);
    object.insert(u"suspended_at"_s, null);
    object.insert(u"terminated_at"_s, null);
    object.insert(u"deleted_at"_s, null);
}

void addPlace(QJsonObject &object, const QString &region, const QString &project,
              const QStringList &included)
{
    if (included.contains(u"region"_s)) {
        const Region &place = *findRegion(region);
        object.insert(u"region"_s,
                      QJsonObject{{u"id"_s, uuidOf(u"region"_s, region)},
                                  {u"name"_s, place.name},
                                  {u"slug"_s, place.slug},
                                  {u"country"_s, place.country},
                                  {u"country_code"_s, place.countryCode}});
    }
    if (included.contains(u"project"_s)) {
        object.insert(u"project"_s, json(*findProject(project)));
    }
    if (included.contains(u"cloud_provider"_s)) {
        object.insert(u"cloud_provider"_s, providerJson());
    }
}

QJsonObject offering(const QString &slug, int size)
{
    const BillingCycle &hourly = billingCycles().first();
    return {{u"id"_s, uuidOf(u"offering"_s, slug)},
            {u"size"_s, QString::number(size)},
            {u"price"_s, amountText(qint64(size) * pricePerGbHour)},
            {u"billing_status"_s, true},
            {u"renew_at"_s, null},
            {u"billing_cycle"_s,
             QJsonObject{{u"id"_s, uuidOf(u"billing cycle"_s, hourly.slug)},
                         {u"name"_s, hourly.name},
                         {u"slug"_s, hourly.slug}}}};
}

QJsonArray snapshotsOf(const Volume &volume, const Tenant &tenant)
{
    QJsonArray array;
    for (const auto &[number, snapshot] : tenant.snapshots) {
        if (snapshot.source == volume.slug && snapshot.listedFrom <= tenant.now()) {
            array.append(json(snapshot, tenant));
        }
    }
    return array;
}

void addVolumeIncludes(QJsonObject &object, const Volume &volume, const Tenant &tenant,
                       const QStringList &included)
{
    addPlace(object, volume.region, volume.project, included);
    if (included.contains(u"offering"_s)) {
        object.insert(u"offering"_s, offering(volume.slug, volume.size));
    }
    if (included.contains(u"virtual_machine"_s)) {
        const Machine *machine = tenant.findMachine(volume.machine);
        object.insert(u"virtual_machine"_s,
                      machine ? QJsonValue(json(*machine, tenant)) : QJsonValue(null));
    }
    if (included.contains(u"snapshots"_s)) {
        object.insert(u"snapshots"_s, snapshotsOf(volume, tenant));
    }
}

QJsonObject storageSetting(const Volume &volume)
{
    const QString slug = volume.storageCategory + u'-' + volume.region;
    return {{u"id"_s, uuidOf(u"storage setting"_s, slug)},
            {u"name"_s, findStorageCategory(volume.storageCategory)->name},
            {u"slug"_s, slug},
            {u"storage_category_id"_s, uuidOf(u"storage category"_s, volume.storageCategory)},
            {u"region_id"_s, uuidOf(u"region"_s, volume.region)}};
}

// A volume that is gone leaves its id behind, and nothing to include.
void addSource(QJsonObject &object, const Snapshot &snapshot, const Tenant &tenant,
               const QStringList &included)
{
    if (snapshot.kind == SnapshotKind::Machine) {
        object.insert(u"virtual_machine_id"_s, uuidOf(u"machine"_s, snapshot.source));
        object.insert(u"description"_s, null);
        return;
    }
    object.insert(u"blockstorage_id"_s, uuidOf(u"volume"_s, snapshot.source));
    if (included.contains(u"blockstorage"_s)) {
        const Volume *volume = tenant.findVolume(snapshot.source);
        object.insert(u"blockstorage"_s,
                      volume ? QJsonValue(json(*volume, tenant)) : QJsonValue(null));
    }
}

} // namespace

QString userId()
{
    return uuidOf(u"user"_s, u"owner"_s);
}

QString accountId()
{
    return uuidOf(u"account"_s, customerNumber());
}

QJsonArray cloudProvidersJson()
{
    QJsonObject compute = providerJson();
    compute.insert(u"is_multi_region_setup"_s, true);
    compute.insert(u"sort_order"_s, 1);
    const QJsonObject objects{{u"id"_s, uuidOf(u"cloud provider"_s, u"ceph"_s)},
                              {u"name"_s, u"ceph"_s},
                              {u"display_name"_s, u"Object Storage"_s},
                              {u"slug"_s, u"ceph"_s},
                              {u"status"_s, true},
                              {u"is_multi_region_setup"_s, false},
                              {u"services"_s, QJsonArray{u"Object Storage"_s}},
                              {u"sort_order"_s, null}};
    return {objects, compute};
}

QJsonObject json(const Region &region)
{
    return {{u"id"_s, uuidOf(u"region"_s, region.slug)},
            {u"name"_s, region.name},
            {u"slug"_s, region.slug},
            {u"country"_s, region.country},
            {u"country_code"_s, region.countryCode},
            {u"continent_code"_s, u"AS"_s},
            {u"continent_name"_s, u"Asia"_s},
            {u"description"_s, region.description},
            {u"status"_s, true},
            {u"is_coming_soon"_s, region.opening == Region::Opening::ComingSoon},
            {u"cloud_provider"_s, providerJson()},
            {u"cloud_provider_setup"_s, setupJson(region)}};
}

QJsonObject json(const Project &project)
{
    const QJsonValue description =
        project.description.isEmpty() ? QJsonValue(null) : QJsonValue(project.description);
    return {{u"id"_s, uuidOf(u"project"_s, project.slug)},
            {u"name"_s, project.name},
            {u"slug"_s, project.slug},
            {u"description"_s, description},
            {u"icon_id"_s, uuidOf(u"icon"_s, u"1"_s)},
            {u"purpose"_s, u"Operational"_s},
            {u"status"_s, 1},
            {u"created_at"_s, u"2025-07-25T03:07:00.000000Z"_s}};
}

QJsonObject json(const BillingCycle &cycle)
{
    const QJsonObject prepaid{{u"id"_s, uuidOf(u"payment mode"_s, u"prepaid"_s)},
                              {u"name"_s, u"PREPAID"_s},
                              {u"slug"_s, u"prepaid"_s},
                              {u"display_name"_s, u"Online Payment"_s},
                              {u"status"_s, true}};
    const auto place = &cycle - billingCycles().constData();
    return {{u"id"_s, uuidOf(u"billing cycle"_s, cycle.slug)},
            {u"name"_s, cycle.name},
            {u"slug"_s, cycle.slug},
            {u"description"_s, null},
            {u"duration"_s, cycle.duration},
            {u"unit"_s, cycle.unit},
            {u"is_enabled"_s, true},
            {u"sort_order"_s, qint64(place + 1)},
            {u"payment_modes"_s, QJsonArray{prepaid}}};
}

QJsonObject json(const Machine &machine, const Tenant &tenant, const QStringList &included)
{
    QJsonObject object{{u"id"_s, uuidOf(u"machine"_s, machine.slug)},
                       {u"vm_id"_s, uuidOf(u"instance"_s, machine.slug)},
                       {u"name"_s, machine.name},
                       {u"slug"_s, machine.slug},
                       {u"hostname"_s, machine.name},
                       {u"state"_s, word(machine.shown)},
                       {u"request_status"_s, true},
                       {u"public_ip"_s, null},
                       {u"private_ip"_s, null},
                       {u"is_vnf"_s, false},
                       {u"is_restricted"_s, false},
                       {u"all_time_consumption"_s, 2343.95},
                       {u"created_at"_s, timeText(machine.created)},
                       {u"updated_at"_s, timeText(machine.created + 6min)}};
    addService(object, machine.region, machine.project, u"Virtual Machine"_s);
    addPlace(object, machine.region, machine.project, included);
    for (const QString &list : {u"networks"_s, u"ipaddresses"_s}) {
        if (included.contains(list)) {
            object.insert(list, QJsonArray());
        }
    }
    if (included.contains(u"offering"_s)) {
        const QList<const Volume *> disks = tenant.volumesOf(machine);
        object.insert(u"offering"_s,
                      offering(machine.slug, disks.isEmpty() ? 0 : disks.first()->size));
    }
    return object;
}

QJsonObject json(const Volume &volume, const Tenant &tenant, const QStringList &included)
{
    // Some records hold their size as a number, others as text.
    const QJsonValue size =
        volume.isRoot ? QJsonValue(volume.size) : QJsonValue(QString::number(volume.size));
    QJsonObject object{{u"id"_s, uuidOf(u"volume"_s, volume.slug)},
                       {u"blockstorage_id"_s, uuidOf(u"disk"_s, volume.slug)},
                       {u"virtual_machine_id"_s,
                        volume.machine.isEmpty()
                            ? QJsonValue(null)
                            : QJsonValue(uuidOf(u"machine"_s, volume.machine))},
                       {u"name"_s, volume.name},
                       {u"slug"_s, volume.slug},
                       {u"description"_s, null},
                       {u"size"_s, size},
                       {u"volume_type"_s, volume.isRoot ? u"ROOT"_s : u"DATA"_s},
                       {u"is_root"_s, volume.isRoot},
                       {u"bootable"_s, volume.isRoot},
                       {u"request_status"_s, true},
                       {u"is_snapshot_hidden"_s, volume.isSnapshotHidden},
                       {u"is_restricted"_s, false},
                       {u"is_resize_enable"_s, !volume.isRoot},
                       {u"all_time_consumption"_s, 118.4},
                       {u"storage_setting"_s, storageSetting(volume)},
                       {u"created_at"_s, timeText(volume.created)},
                       {u"updated_at"_s, timeText(volume.created + 2min)}};
    addService(object, volume.region, volume.project, u"Block Storage"_s);
    if (volume.suspended) {
        object.insert(u"suspended_at"_s, timeText(*volume.suspended));
    }
    addVolumeIncludes(object, volume, tenant, included);
    return object;
}

QJsonObject json(const Snapshot &snapshot, const Tenant &tenant, const QStringList &included)
{
    QJsonObject object{{u"id"_s, uuidOf(u"snapshot"_s, snapshot.slug)},
                       {u"name"_s, snapshot.name},
                       {u"slug"_s, snapshot.slug},
                       {u"request_status"_s, !isInProgress(snapshot.shown)},
                       {u"all_time_consumption"_s, 0},
                       {u"created_at"_s, timeText(snapshot.created)},
                       {u"updated_at"_s, timeText(snapshot.updated)}};
    addService(object, snapshot.region, snapshot.project, serviceName(snapshot.kind));
    addSource(object, snapshot, tenant, included);
    addPlace(object, snapshot.region, snapshot.project, included);
    if (tenant.traits.tellsState) {
        object.insert(u"state"_s, word(snapshot.shown));
        object.insert(u"size"_s, QString::number(snapshot.size));
    }
    return object;
}

} // namespace Demo::StackConsole
