// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/snapshotroutes.h"

#include "demo/router.h"
#include "demo/stackconsole/listing.h"
#include "demo/stackconsole/refusals.h"
#include "demo/stackconsole/snapshotwork.h"
#include "demo/stackconsole/tenant.h"
#include "demo/stackconsole/wire.h"
#include "demo/stackconsole/words.h"

#include <QJsonDocument>

#include <expected>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::StackConsole {

namespace {

Answer listSnapshots(const Request &request, const Tenant &tenant, SnapshotKind kind)
{
    const Scope scope = Scope::of(request);
    QList<const Snapshot *> entries;
    for (const auto &[number, snapshot] : tenant.snapshots) {
        if (snapshot.kind == kind && snapshot.listedFrom <= tenant.now()
            && scope.admits(snapshot.region, snapshot.project)) {
            entries.append(&snapshot);
        }
    }
    return answerList<Snapshot>(request, entries, [&](const Snapshot &snapshot) {
        return json(snapshot, tenant, scope.included);
    });
}

// What was made a moment ago is on the list, but has no routes yet.
std::expected<Snapshot *, Answer> reach(Tenant &tenant, SnapshotKind kind, const QString &slug,
                                        const QString &route)
{
    Snapshot *snapshot = tenant.findSnapshot(kind, slug);
    if (!snapshot || snapshot->listedFrom > tenant.now()) {
        return std::unexpected(refuseInvalid(thing(kind)));
    }
    if (snapshot->routedFrom > tenant.now()) {
        return std::unexpected(refuseRoute(403, route.arg(slug)));
    }
    return snapshot;
}

Answer revertVolumeTo(Tenant &tenant, const QStringList &slugs)
{
    Volume *volume = tenant.findVolume(slugs.first());
    if (!volume) {
        return refuseInvalid(u"blockstorage"_s);
    }
    const auto snapshot = reach(tenant, SnapshotKind::Volume, slugs.last(),
                                u"blockstorages/%1/snapshots/%2/revert"_s.arg(volume->slug));
    if (!snapshot) {
        return snapshot.error();
    }
    return (*snapshot)->source == volume->slug ? revertVolume(tenant, *volume, **snapshot)
                                               : refuseInvalid(thing(SnapshotKind::Volume));
}

Answer revertMachineTo(Tenant &tenant, const QString &slug)
{
    const auto snapshot =
        reach(tenant, SnapshotKind::Machine, slug, u"virtual-machines/snapshots/%1/revert"_s);
    if (!snapshot) {
        return snapshot.error();
    }
    const Machine *machine = tenant.findMachine((*snapshot)->source);
    return machine ? revertMachine(tenant, *machine, **snapshot)
                   : refuseInvalid(u"virtual machine"_s);
}

Answer deleteOfVolume(Tenant &tenant, const QString &slug)
{
    const auto snapshot =
        reach(tenant, SnapshotKind::Volume, slug, u"blockstorages/snapshots/%1"_s);
    if (!snapshot) {
        return snapshot.error();
    }
    if (!isRemovable(**snapshot)) {
        return refuse(
            403, u"Can't delete snapshotshot %1 due to it is not in BackedUp Status"_s.arg(slug));
    }
    removeSnapshot(tenant, **snapshot, tenant.now());
    Answer answer;
    answer.status = 204;
    return answer;
}

Answer deleteOfMachine(Tenant &tenant, const QString &slug)
{
    if (!tenant.findSnapshot(SnapshotKind::Machine, slug)) {
        return refuseModel(u"VirtualMachineSnapshot"_s, slug);
    }
    const auto snapshot =
        reach(tenant, SnapshotKind::Machine, slug, u"virtual-machines/snapshots/%1"_s);
    if (!snapshot) {
        return snapshot.error();
    }
    if (!isRemovable(**snapshot)) {
        return refuse(403,
                      u"Can't delete the vm snapshotshot %1 due to it is not in Created or Error, "
                      "or Expunging State"_s.arg(slug));
    }
    removeSnapshot(tenant, **snapshot, tenant.now());
    return success(QJsonArray{QJsonValue::Null});
}

// The portal's own way out of anything that is billed.
Answer cancelService(const Request &request, Tenant &tenant, const QString &slug)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    FieldProblems problems;
    for (const QString &field : {u"service_name"_s, u"reason"_s, u"type"_s}) {
        if (body.value(field).toString().isEmpty()) {
            problems.insert(field,
                            u"The %1 field is required."_s.arg(QString(field).replace(u'_', u' ')));
        }
    }
    if (!problems.isEmpty()) {
        return refuseByData(problems);
    }
    const QString service = body.value(u"service_name"_s).toString();
    const SnapshotKind kind = service == serviceName(SnapshotKind::Machine) ? SnapshotKind::Machine
                                                                            : SnapshotKind::Volume;
    const Snapshot *snapshot = tenant.findSnapshot(kind, slug);
    if (!snapshot || service != serviceName(kind)) {
        return refuseInvalid(u"service"_s);
    }
    if (!isRemovable(*snapshot)) {
        return refuse(403, u"The service is not in the right state."_s);
    }
    if (body.value(u"type"_s) == "Immediate"_L1) {
        removeSnapshot(tenant, *snapshot, tenant.now());
        return success(QJsonValue::Null);
    }
    const Instant end = std::chrono::ceil<std::chrono::hours>(tenant.now());
    tenant.schedule.at(end, [&tenant, kind, slug](Instant at) {
        const Snapshot *due = tenant.findSnapshot(kind, slug);
        if (due && isRemovable(*due)) {
            removeSnapshot(tenant, *due, at);
        }
    });
    return success(QJsonValue::Null);
}

} // namespace

void addSnapshotRoutes(Router &router, Tenant &tenant)
{
    using Slugs = QStringList;
    router.add("GET", u"/blockstorages/snapshots"_s,
               [&tenant](const Request &request, const Slugs &) {
                   return listSnapshots(request, tenant, SnapshotKind::Volume);
               });
    router.add("GET", u"/virtual-machines/snapshots"_s,
               [&tenant](const Request &request, const Slugs &) {
                   return listSnapshots(request, tenant, SnapshotKind::Machine);
               });
    router.add("POST", u"/blockstorages/{volume}/snapshots"_s,
               [&tenant](const Request &request, const Slugs &slugs) {
                   const Volume *volume = tenant.findVolume(slugs.first());
                   return volume ? takeOfVolume(request, tenant, *volume)
                                 : refuseInvalid(u"blockstorage"_s);
               });
    router.add("POST", u"/virtual-machines/{vm}/snapshots"_s,
               [&tenant](const Request &request, const Slugs &slugs) {
                   const Machine *machine = tenant.findMachine(slugs.first());
                   return machine ? takeOfMachine(request, tenant, *machine)
                                  : refuseInvalid(u"virtual machine"_s);
               });
    router.add(
        "POST", u"/blockstorages/{volume}/snapshots/{snapshot}/revert"_s,
        [&tenant](const Request &, const Slugs &slugs) { return revertVolumeTo(tenant, slugs); });
    router.add("POST", u"/virtual-machines/snapshots/{snapshot}/revert"_s,
               [&tenant](const Request &, const Slugs &slugs) {
                   return revertMachineTo(tenant, slugs.first());
               });
    router.add("DELETE", u"/blockstorages/snapshots/{snapshot}"_s,
               [&tenant](const Request &, const Slugs &slugs) {
                   return deleteOfVolume(tenant, slugs.first());
               });
    router.add("DELETE", u"/virtual-machines/snapshots/{snapshot}"_s,
               [&tenant](const Request &, const Slugs &slugs) {
                   return deleteOfMachine(tenant, slugs.first());
               });
    router.add("POST", u"/billing/service-cancel-requests/{slug}"_s,
               [&tenant](const Request &request, const Slugs &slugs) {
                   return cancelService(request, tenant, slugs.first());
               });
}

} // namespace Demo::StackConsole
