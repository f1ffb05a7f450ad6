// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/resource.h"
#include "domain/snapshot.h"

#include <QDateTime>

namespace Items {

/// What a new volume from a snapshot is chosen by, and what the dialog says that makes one.
struct NewVolumeFacts
{
    Domain::Snapshot snapshot;
    std::optional<Domain::Resource> source; ///< of the snapshot, while it is there
    Domain::Capabilities capabilities;
    QStringList volumeNames; ///< of the account's volumes
};

/// By copyName(), of the source's name.
[[nodiscard]] QString proposedVolumeName(const NewVolumeFacts &facts);
[[nodiscard]] QString newVolumeNameProblem(const QString &name, const NewVolumeFacts &facts);
/// The least it can have, as far as it is known: the disk in the snapshot, else its size, else
/// that of its source.
[[nodiscard]] std::optional<qint64> leastVolumeBytes(const NewVolumeFacts &facts);
/// Whole units of the provider's that hold so much.
[[nodiscard]] int wholeUnits(qint64 bytes, Domain::SizeUnit unit);
/// For a request: 0, which stands for the snapshot's disk as it is, where no more than that is
/// wanted.
[[nodiscard]] qint64 volumeBytes(int units, const NewVolumeFacts &facts);
/// What the new volume will be.
[[nodiscard]] QString newVolumeMeaning(const NewVolumeFacts &facts, const QDateTime &now);

} // namespace Items
