// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotparts.h"

#include "items/displaytext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace Items {

using Domain::Snapshot;
using Domain::SnapshotKey;

namespace {

class PartWords
{
    Q_DECLARE_TR_FUNCTIONS(SnapshotParts)
};

QString stayingText(qsizetype removed, qsizetype staying)
{
    if (staying == 0) {
        return {};
    }
    if (removed > 1) {
        return staying == 1
            ? PartWords::tr("1 volume snapshot that holds data of these stays, and is billed "
                            "until it is removed too.")
            : PartWords::tr("%n volume snapshots that hold data of these stay, and are billed "
                            "until they are removed too.",
                            nullptr, int(staying));
    }
    return staying == 1
        ? PartWords::tr("Its volume snapshot stays, and is billed until it is removed too.")
        : PartWords::tr("Its %n volume snapshots stay, and are billed until they are removed too.",
                        nullptr, int(staying));
}

QString brokenText(qsizetype removed, const QStringList &wholes)
{
    if (wholes.isEmpty()) {
        return {};
    }
    const QString names = QLocale().createSeparatedList(wholes);
    if (removed > 1) {
        return wholes.size() == 1
            ? PartWords::tr("The VM snapshot %1 is made of some of these and can't be used without "
                            "them.")
                  .arg(names)
            : PartWords::tr("The VM snapshots %1 are made of some of these and can't be used "
                            "without them.")
                  .arg(names);
    }
    return wholes.size() == 1
        ? PartWords::tr("The VM snapshot %1 is made of it and can't be used without it.").arg(names)
        : PartWords::tr("The VM snapshots %1 are made of it and can't be used without it.")
              .arg(names);
}

} // namespace

const Snapshot *wholeOf(const SnapshotKey &part, const QList<Snapshot> &all)
{
    const auto whole = std::ranges::find_if(
        all, [&part](const Snapshot &snapshot) { return snapshot.parts.contains(part); });
    return whole == all.cend() ? nullptr : &*whole;
}

QList<Snapshot> partsOf(const Snapshot &whole, const QList<Snapshot> &all)
{
    QList<Snapshot> parts;
    for (const SnapshotKey &key : whole.parts) {
        const auto part = std::ranges::find(all, key, &Snapshot::key);
        if (part != all.cend()) {
            parts.append(*part);
        }
    }
    return parts;
}

QStringList removalConsequences(const QList<SnapshotKey> &removed, const QList<Snapshot> &all)
{
    const QSet<SnapshotKey> gone(removed.cbegin(), removed.cend());
    QSet<SnapshotKey> left; // of those that were made of others and go
    QStringList broken;
    for (const Snapshot &snapshot : all) {
        const QSet<SnapshotKey> parts(snapshot.parts.cbegin(), snapshot.parts.cend());
        if (gone.contains(snapshot.key)) {
            left.unite(parts - gone);
        } else if (parts.intersects(gone)) {
            broken.append(quotedName(snapshot.name));
        }
    }
    const auto staying =
        left.isEmpty() ? 0 : std::ranges::count_if(all, [&left](const Snapshot &snapshot) {
            return left.contains(snapshot.key);
        });
    QStringList consequences{stayingText(removed.size(), staying),
                             brokenText(removed.size(), broken)};
    consequences.removeAll(QString());
    return consequences;
}

} // namespace Items
