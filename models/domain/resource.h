// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"

#include <QDateTime>
#include <QMap>

#include <optional>

namespace Domain {

/// Why the provider takes no snapshot of this one resource, though it does of its kind.
enum class TakeObstacle {
    None,
    Withheld, ///< the operator offers no snapshots of it
    Frozen, ///< the operator stopped the service
    Suspended, ///< mostly for an open bill
};

enum class PowerState { Running, Stopped, Changing, Unknown };

/// A server (VM) or a volume, as its provider last described it.
struct Resource
{
    ResourceKey key;
    QString name;
    ProjectId project;
    LocationId location;
    /// Of a volume: of the server that it is attached to, where the API tells.
    PowerState power = PowerState::Unknown;
    QString rawState; ///< the vendor's own word
    std::optional<qint64> sizeBytes; ///< the disk's size
    QString architecture; ///< "x86", "arm"; empty when not known
    QDateTime created; ///< UTC
    QStringList addresses;
    std::optional<ResourceKey> attachedTo; ///< of a volume
    QList<ResourceKey> volumes; ///< of a server: attached, not part of its snapshots
    bool isLocked = false; ///< another action runs on it
    bool isDeleteProtected = false;
    bool isRebuildProtected = false;
    /// A server whose disk is a volume: its snapshot is one of that volume, and so is its rollback.
    bool isVolumeBacked = false;
    QString plan; ///< the vendor's server type
    QMap<QString, QString> labels;
    TakeObstacle takeObstacle = TakeObstacle::None;
    QString storageCategory = {}; ///< what its plans are told apart by; empty when not known
    std::optional<bool> hasAutomaticBackups = {}; ///< of a server; absent where the API is silent

    friend bool operator==(const Resource &, const Resource &) = default;
};

} // namespace Domain
