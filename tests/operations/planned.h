// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/planner.h"

#include <QTimeZone>

/// What the planner is given, and its plans as text.
namespace Planned {

using namespace Qt::StringLiterals;
using namespace Domain;
using namespace Operations;

inline const PlanIdentity identity{{u"op-1"_s}, QDateTime({2026, 1, 2}, {3, 4, 5}, QTimeZone::UTC)};

inline Capabilities everything()
{
    Capabilities capabilities;
    capabilities.canPower = true;
    for (KindCapabilities *kind : {&capabilities.server, &capabilities.volume}) {
        kind->canTake = true;
        kind->canRemove = true;
        kind->canRename = true;
        kind->canProtect = true;
        kind->rollback = RollbackStyle::Rebuild;
    }
    return capabilities;
}

inline Resource server(PowerState power)
{
    Resource resource;
    resource.key = {{u"acc"_s}, ResourceKind::Server, {u"7"_s}};
    resource.name = u"web-1"_s;
    resource.power = power;
    resource.sizeBytes = 40'000'000'000;
    resource.architecture = u"x86"_s;
    return resource;
}

inline Resource volume(bool isAttached)
{
    Resource resource;
    resource.key = {{u"acc"_s}, ResourceKind::Volume, {u"70"_s}};
    resource.name = u"data"_s;
    if (isAttached) {
        resource.attachedTo = server(PowerState::Running).key;
    }
    return resource;
}

inline Snapshot snapshotOf(const Resource &resource)
{
    Snapshot snapshot;
    snapshot.key = {resource.key.account, resource.key.kind, {u"900"_s}};
    snapshot.name = u"before upgrade"_s;
    snapshot.status = SnapshotStatus::Ready;
    snapshot.source = resource.key;
    snapshot.sourceName = resource.name;
    snapshot.sizeBytes = 3'000'000'000;
    return snapshot;
}

struct StepText
{
    QString operator()(const TakeSnapshot &take) const { return u"take "_s + take.source.id.value; }
    QString operator()(const RollBack &back) const { return u"restore "_s + back.target.id.value; }
    QString operator()(const RemoveSnapshot &) const { return u"remove"_s; }
    QString operator()(const RenameSnapshot &) const { return u"rename"_s; }
    QString operator()(const ProtectSnapshot &) const { return u"protect"_s; }
    QString operator()(const SetPower &power) const
    {
        const QStringList words{u"start"_s, u"shut down"_s, u"power off"_s};
        return words.at(static_cast<int>(power.action)) + u' ' + power.server.id.value;
    }
    QString operator()(const SaveImage &image) const
    {
        return u"save image "_s + image.source.id.value;
    }
    QString operator()(const CreateServer &create) const { return u"create "_s + create.name; }
    QString operator()(const CreateVolume &create) const { return u"create "_s + create.name; }
};

/// "shut down 7, take 7, start 7!": the mark is for a step that runs after a failure too. A plan
/// that is refused is the kind of its error.
inline QString planText(const Result<Operation> &plan)
{
    if (!plan) {
        return u"refused "_s + QString::number(static_cast<int>(plan.error().kind));
    }
    QStringList steps;
    for (const Step &step : plan->steps) {
        steps.append(std::visit(StepText{}, step.request)
                     + (step.runsAfterFailure ? u"!"_s : QString()));
    }
    return steps.join(u", "_s);
}

inline QString refusal(ErrorKind kind)
{
    return u"refused "_s + QString::number(static_cast<int>(kind));
}

} // namespace Planned
