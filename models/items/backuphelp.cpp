// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/backuphelp.h"

#include <QCoreApplication>

namespace Items {

using Domain::Capabilities;
using Domain::KindCapabilities;
using Domain::PowerRule;

namespace {

class HelpWords
{
    Q_DECLARE_TR_FUNCTIONS(SnapshotsOrBackups)
};

QStringList serverPoints(const KindCapabilities &server)
{
    if (!server.canTake) {
        return {HelpWords::tr("There are no snapshots of servers.")};
    }
    QStringList points{server.snapshotsDieWithSource
                           ? HelpWords::tr("Snapshots of a server go when the server is removed: "
                                           "keep a backup elsewhere before you remove it.")
                           : HelpWords::tr("Snapshots of a server outlive the server.")};
    if (server.excludesAttachedVolumes) {
        points.append(HelpWords::tr("A server's snapshot leaves out the volumes that are attached "
                                    "to it."));
    }
    if (server.takeNeeds == PowerRule::Running) {
        points.append(HelpWords::tr("Only a running server can be snapshotted. The copy is as "
                                    "after a power failure."));
    } else if (server.isConsistentOnlyWhenStopped) {
        points.append(HelpWords::tr("The copy of a running server is as after a power failure; "
                                    "that of a stopped one is whole."));
    }
    if (!server.newerSnapshotsSurviveRollback) {
        points.append(HelpWords::tr("A rollback of a server removes its newer snapshots."));
    }
    return points;
}

QStringList newServerPoints(const Domain::CreateServerRules &rules)
{
    if (!rules.isPossible) {
        return {HelpWords::tr("No new server can be made from a snapshot: it is rolled back into "
                              "one that exists.")};
    }
    QStringList points{
        rules.needsImage
            ? HelpWords::tr("A new server can be made from a snapshot by way of an image, which "
                            "stays and is billed.")
            : HelpWords::tr("A new server can be made from a snapshot of a server.")};
    if (rules.isExperimental) {
        points.append(HelpWords::tr("The provider's documents leave open whether a new server can "
                                    "be made that way."));
    }
    return points;
}

QString newVolumePoint(const Capabilities &capabilities)
{
    if (capabilities.createVolume.isPossible) {
        return HelpWords::tr("A new volume can be made from a snapshot of a volume.");
    }
    return capabilities.volume.rollback == Domain::RollbackStyle::None
        ? HelpWords::tr("No new volume can be made from a snapshot.")
        : HelpWords::tr("No new volume can be made from a snapshot; a volume can only be rolled "
                        "back to it.");
}

QStringList volumePoints(const Capabilities &capabilities)
{
    const KindCapabilities &volume = capabilities.volume;
    if (!volume.canTake) {
        return {HelpWords::tr("There are no snapshots of volumes: their data needs a backup of its "
                              "own.")};
    }
    return {volume.snapshotsDieWithSource
                ? HelpWords::tr("Snapshots of a volume go when the volume is removed.")
                : HelpWords::tr("Snapshots of a volume outlive the volume."),
            newVolumePoint(capabilities)};
}

} // namespace

QList<HelpSection> snapshotsOrBackups(const QList<HelpProvider> &providers)
{
    QList<HelpSection> sections{
        {HelpWords::tr("A snapshot"),
         {HelpWords::tr("Holds a whole disk as it was at one moment, and brings all of it back in "
                        "minutes."),
          HelpWords::tr("Lies at the same provider, in the same account. Who loses the account "
                        "loses it too."),
          HelpWords::tr("Is taken by hand, and costs until it is removed.")}},
        {HelpWords::tr("A backup"),
         {HelpWords::tr("Is made on a schedule and kept for a while, best in another place."),
          HelpWords::tr("Brings back a single file or a state of weeks ago, and a server whose "
                        "provider is gone."),
          HelpWords::tr("Takes longer to come back from.")}},
        {HelpWords::tr("Which one when"),
         {HelpWords::tr("Before an upgrade, a migration or anything else that may go wrong: a "
                        "snapshot. Remove it once all is well."),
          HelpWords::tr("Against deletion, attack, fire, or a mistake that shows weeks later: a "
                        "backup. A snapshot is none."),
          HelpWords::tr("For a database: a dump of its own, besides either.")}}};
    for (const HelpProvider &provider : providers) {
        const Capabilities &capabilities = provider.capabilities;
        QStringList points = serverPoints(capabilities.server);
        if (capabilities.server.canTake) {
            points.append(newServerPoints(capabilities.createServer));
        }
        sections.append(
            {HelpWords::tr("At %1").arg(provider.name), points + volumePoints(capabilities)});
    }
    return sections;
}

} // namespace Items
