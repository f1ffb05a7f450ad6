// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/operation.h"
#include "domain/resource.h"
#include "domain/snapshot.h"
#include "items/takelimit.h"

#include <QDateTime>
#include <QStringList>

namespace Items {

/// What a rollback does to its target, said before it is done; from capabilities alone, no vendor's
/// name.
struct RollbackFacts
{
    Domain::Resource target;
    Domain::Snapshot snapshot;
    Domain::KindCapabilities capabilities;
    int newerSnapshots = 0;
    QStringList volumeNames; ///< attached, not part of it
    QDateTime now; ///< UTC
};
[[nodiscard]] QStringList rollbackConsequences(const RollbackFacts &facts);

/// What stands around a rollback, as far as it decides whether there can be one.
struct RollbackSurroundings
{
    /// The latest of the same server or volume, where that is a newer one than the snapshot.
    std::optional<Domain::Snapshot> latest;
    QString serverName; ///< of the server that the target volume is attached to
    /// Whether that server starts from the target volume, which then can't be detached.
    enum class Boots { No, Maybe, Yes } boots = Boots::No;
    QStringList diskNames; ///< of the volumes that hold the target server's disk; empty: not known
};

/// Why an action can't be done, for the tooltip of its disabled control; empty when it can.
[[nodiscard]] QString whyNotTake(const Domain::Resource &resource,
                                 const Domain::Capabilities &capabilities, bool isReadOnly,
                                 const TakeRoom &room);
/// The same in a word, without the cost of a sentence: for very many.
[[nodiscard]] bool canTake(const Domain::Resource &resource,
                           const Domain::Capabilities &capabilities, bool isReadOnly,
                           const TakeRoom &room);
/// Without a target only a rebuild, which can have another than the source, is possible.
[[nodiscard]] QString whyNotRollBack(const Domain::Snapshot &snapshot,
                                     const Domain::Resource *target,
                                     const Domain::Capabilities &capabilities, bool isReadOnly,
                                     const RollbackSurroundings &around);
[[nodiscard]] QString whyNotRemove(const Domain::Snapshot &snapshot,
                                   const Domain::Capabilities &capabilities, bool isReadOnly);
[[nodiscard]] QString whyNotRename(const Domain::Snapshot &snapshot,
                                   const Domain::Capabilities &capabilities, bool isReadOnly);
[[nodiscard]] QString whyNotProtect(const Domain::Snapshot &snapshot,
                                    const Domain::Capabilities &capabilities, bool isReadOnly);
/// A new server from the snapshot; without a source only where the provider needs none.
[[nodiscard]] QString whyNotCreateServer(const Domain::Snapshot &snapshot,
                                         const Domain::Resource *source,
                                         const Domain::Capabilities &capabilities, bool isReadOnly);
/// A new volume from the snapshot of one; where the provider makes none, with what can be done
/// instead.
[[nodiscard]] QString whyNotCreateVolume(const Domain::Snapshot &snapshot,
                                         const Domain::Capabilities &capabilities, bool isReadOnly);
/// What is wrong with a name, under the field; empty when nothing is. Names are unique whatever
/// their letter case.
[[nodiscard]] QString nameProblem(const QString &name, const Domain::NameRule &rule,
                                  const QStringList &takenNames);
/// The plan in words: "Shut down", "Take snapshot", "Start".
[[nodiscard]] QStringList stepTexts(const QList<Domain::Step> &steps);

} // namespace Items
