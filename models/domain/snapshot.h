// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"
#include "domain/money.h"

#include <QDateTime>
#include <QMap>

#include <optional>

namespace Domain {

enum class SnapshotStatus { Creating, Ready, Failed, Removing, Unknown };

/// A point-in-time copy, as its provider last described it.
struct Snapshot
{
    SnapshotKey key;
    QString name; ///< the vendor's name or description; may be empty
    QDateTime created; ///< UTC
    std::optional<qint64> sizeBytes; ///< what is billed; absent while creating
    QString rawSize = {}; ///< the vendor's own word where it has no unit: shown, never billed from
    std::optional<qint64> diskBytes; ///< the disk inside: the least a target must have
    SnapshotStatus status = SnapshotStatus::Unknown;
    QString rawStatus; ///< the vendor's own word
    std::optional<ResourceKey> source; ///< may no longer exist
    QString sourceName; ///< the source's name when it was taken
    LocationId location; ///< empty where the vendor has none
    ProjectId project;
    std::optional<UnitPrice> price = {}; ///< this snapshot's own, where the vendor tells one
    /// Of a server whose disks are volumes: the volume snapshots that hold its data. Removing this
    /// one leaves them.
    QList<SnapshotKey> parts = {};
    bool isProtected = false;
    bool isInUse = false; ///< its source runs on it: it can't be removed now
    QString architecture;
    QMap<QString, QString> labels;
    QString raw; ///< the vendor's JSON, for the details panel; never holds a secret

    friend bool operator==(const Snapshot &, const Snapshot &) = default;
};

} // namespace Domain
