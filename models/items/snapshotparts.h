// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/snapshot.h"

#include <QStringList>

namespace Items {

/// Snapshots of servers whose disks are volumes: the volume snapshots that they are made of are
/// rows of their own, and each can be removed without the other.

/// The one that the part belongs to; null for none.
[[nodiscard]] const Domain::Snapshot *wholeOf(const Domain::SnapshotKey &part,
                                              const QList<Domain::Snapshot> &all);
/// Those parts that are there, in the order of the whole.
[[nodiscard]] QList<Domain::Snapshot> partsOf(const Domain::Snapshot &whole,
                                              const QList<Domain::Snapshot> &all);
/// What removing some of them means for the others: sentences, mostly none.
[[nodiscard]] QStringList removalConsequences(const QList<Domain::SnapshotKey> &removed,
                                              const QList<Domain::Snapshot> &all);

} // namespace Items
