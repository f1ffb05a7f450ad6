// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace Domain {

enum class RollbackStyle { None, InPlace, Rebuild };
enum class PowerRule { Any, Running, Stopped };
enum class SizeUnit { Gigabyte, Gibibyte }; ///< 10^9 or 2^30: how the vendor counts and shows

/// What a name may be.
struct NameRule
{
    bool isRequired = false;
    bool isUnique = false;
    int maxLength = 0; ///< in UTF-16 units; 0: no limit known
    QString pattern; ///< regular expression for the whole name; empty: anything
    /// The vendor's own way to name where nothing is typed, "vm-{resource}-{mm-dd-yy}"; empty: it
    /// has none.
    QString usual = {};

    friend bool operator==(const NameRule &, const NameRule &) = default;
};

/// What can be done with one kind of resource and its snapshots. The window is driven by this.
struct KindCapabilities
{
    bool canTake = false;
    RollbackStyle rollback = RollbackStyle::None;
    bool canRollBackOnlyLatest = false;
    bool canRemove = false;
    bool canRename = false;
    bool canProtect = false;
    bool hasLabels = false;
    PowerRule takeNeeds = PowerRule::Any;
    PowerRule rollbackNeeds = PowerRule::Any;
    bool rollbackNeedsDetached = false; ///< of volumes
    bool isConsistentOnlyWhenStopped =
        false; ///< a running source gives a crash-consistent copy: offer to stop it
    bool keepsAddressesOnRollback = false;
    bool mayReturnPasswordOnRollback = false;
    bool excludesAttachedVolumes = false;
    bool newerSnapshotsSurviveRollback = true;
    bool snapshotsDieWithSource = false;
    bool needsBillingCycle = false;
    bool needsPlan = false;
    NameRule name;
    std::optional<std::chrono::seconds> minimumInterval;
    std::optional<int> maximumCount;

    friend bool operator==(const KindCapabilities &, const KindCapabilities &) = default;
};

/// Whether and how a new server can be made from a snapshot of a server.
struct CreateServerRules
{
    bool isPossible = false;
    bool needsImage = false; ///< a template is saved first, which stays and is billed
    bool isExperimental = false; ///< the vendor's documents leave open whether it works
    bool needsSshKey = false; ///< a public key must be given
    bool onlyAtSnapshotsLocation = false;
    NameRule name = {}; ///< of the new server

    friend bool operator==(const CreateServerRules &, const CreateServerRules &) = default;
};

/// Whether and how a new volume can be made from a snapshot of a volume.
struct CreateVolumeRules
{
    bool isPossible = false;
    bool canBeLarger = false; ///< than the snapshot's disk
    NameRule name = {}; ///< of the new volume

    friend bool operator==(const CreateVolumeRules &, const CreateVolumeRules &) = default;
};

/// Everything optional about one provider.
struct Capabilities
{
    KindCapabilities server;
    KindCapabilities volume;
    bool canPower = false;
    SizeUnit sizeUnit = SizeUnit::Gigabyte;
    bool reportsProgress = false;
    /// What a request did is in the lists by then, the vendor's queues included: looking sooner
    /// proves nothing where it finds nothing.
    std::chrono::seconds showsWithin{5};
    CreateServerRules createServer = {};
    CreateVolumeRules createVolume = {};

    [[nodiscard]] const KindCapabilities &of(ResourceKind kind) const
    {
        return kind == ResourceKind::Server ? server : volume;
    }

    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

} // namespace Domain
