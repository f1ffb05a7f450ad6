// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/limit.h"
#include "domain/resource.h"
#include "domain/snapshot.h"

#include <QHash>
#include <QStringList>

namespace Items {

/// What an account has, and how much it may have, as far as its provider tells.
struct TakeRoom
{
    QList<Domain::Limit> limits;
    /// Of the snapshots of each server or volume; empty where the provider does not limit these.
    QHash<Domain::ResourceKey, qint64> counts = {};
};
/// Counts only where that is asked for.
[[nodiscard]] TakeRoom takeRoom(const QList<Domain::Limit> &limits,
                                const QList<Domain::Snapshot> &snapshots,
                                const Domain::Capabilities &capabilities);

/// A limit that a new snapshot of one server or volume counts against.
struct TakeLimit
{
    enum class Owner { Resource, Project, Account };

    Domain::Limit limit; ///< always with a maximum
    Owner owner = Owner::Project;
    QString resourceName; ///< of what is to be snapshotted
    /// How many the one snapshot counts for: of a server on volumes, one of each of these.
    qint64 needed = 1;
    /// Where the owner has more limits of this sort, elsewhere.
    QString place = {};

    [[nodiscard]] bool isReached() const;
    /// There are too few left. Gigabytes refuse nothing: operators may leave snapshots out of them.
    [[nodiscard]] bool refuses() const;

    friend bool operator==(const TakeLimit &, const TakeLimit &) = default;
};

/// Those that concern the resource: of its kind, of its project or the whole account, at its
/// location or all. What has no end is left out. A location within another is told by its id:
/// "region/zone" lies in "region".
[[nodiscard]] QList<TakeLimit> takeLimits(const Domain::Resource &resource,
                                          const Domain::Capabilities &capabilities,
                                          const TakeRoom &room);
/// "3 of 10 snapshots", "120 of 1,000 GiB".
[[nodiscard]] QString limitText(const Domain::Limit &limit, Domain::SizeUnit unit);
[[nodiscard]] QStringList limitTexts(const QList<TakeLimit> &limits, Domain::SizeUnit unit);
/// Whose they are, and whether the resource may not fit any more: sentences; empty for none.
[[nodiscard]] QString limitsMeaning(const QList<TakeLimit> &limits,
                                    const Domain::Resource &resource, Domain::SizeUnit unit);
/// Whether there are gigabytes of which less is left than the resource's disk has, or nothing.
[[nodiscard]] bool isShort(const QList<TakeLimit> &limits, const Domain::Resource &resource);
/// Whether nothing refuses; for very many, without the cost of sentences.
[[nodiscard]] bool hasRoom(const Domain::Resource &resource,
                           const Domain::Capabilities &capabilities, const TakeRoom &room);
/// Why there can be no more, and what to do; empty where there is room.
[[nodiscard]] QString whyNoRoom(const QList<TakeLimit> &limits, Domain::SizeUnit unit);

} // namespace Items
