// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/refusaltexts.h"

#include "items/displaytext.h"

#include <QCoreApplication>

namespace Items {

using Domain::Capabilities;
using Domain::PowerRule;
using Domain::PowerState;
using Domain::Resource;
using Domain::ResourceKind;
using Domain::Snapshot;
using Domain::SnapshotStatus;

namespace {

class SharedRefusalWords
{
    Q_DECLARE_TR_FUNCTIONS(Refusals)
};

} // namespace

QString readOnlyText()
{
    return SharedRefusalWords::tr("The account's credential may read, but change nothing.");
}

QString lockedText(const Resource &resource)
{
    return SharedRefusalWords::tr("Another action is running on %1.")
        .arg(inlineName(resource.name));
}

QString whyNotIdle(const Snapshot &snapshot)
{
    switch (snapshot.status) {
    case SnapshotStatus::Creating:
        return SharedRefusalWords::tr("The snapshot is still being made.");
    case SnapshotStatus::Removing:
        return SharedRefusalWords::tr("The snapshot is being removed.");
    case SnapshotStatus::Ready:
    case SnapshotStatus::Failed:
    case SnapshotStatus::Unknown:
        break;
    }
    return {};
}

QString whyNotUsable(const Snapshot &snapshot)
{
    return snapshot.status == SnapshotStatus::Failed
        ? SharedRefusalWords::tr("The snapshot was not made whole and can't be used.")
        : whyNotIdle(snapshot);
}

bool isPowerGiven(const Resource &resource, PowerRule rule, const Capabilities &capabilities)
{
    const bool isServer = resource.key.kind == ResourceKind::Server;
    const bool hasServer = isServer || resource.attachedTo;
    const bool isStopped = resource.power == PowerState::Stopped || !hasServer;
    const bool isRunning = resource.power == PowerState::Running && hasServer;
    if (rule == PowerRule::Any || (rule == PowerRule::Running && isRunning)
        || (rule == PowerRule::Stopped && isStopped)) {
        return true;
    }
    return hasServer && resource.power != PowerState::Changing && capabilities.canPower;
}

QString whyNotPower(const Resource &resource, PowerRule rule, const Capabilities &capabilities)
{
    if (isPowerGiven(resource, rule, capabilities)) {
        return {};
    }
    const bool isServer = resource.key.kind == ResourceKind::Server;
    const QString name = inlineName(resource.name);
    if (!isServer && !resource.attachedTo) {
        return SharedRefusalWords::tr("The volume %1 is not attached to a server.").arg(name);
    }
    if (resource.power == PowerState::Changing) {
        return (isServer ? SharedRefusalWords::tr("The server %1 is being switched on or off.")
                         : SharedRefusalWords::tr(
                               "The server of the volume %1 is being switched on or off."))
            .arg(name);
    }
    return rule == PowerRule::Stopped
        ? SharedRefusalWords::tr("The server has to be switched off first.")
        : SharedRefusalWords::tr("The server has to be switched on first.");
}

} // namespace Items
