// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstacktraces.h"

#include "providers/openstack/openstackfields.h"
#include "providers/openstack/openstackrequests.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Finding;
using Domain::Trace;

namespace {

/// Two clocks that are set at all differ by less.
constexpr std::chrono::minutes serviceClocks{5};
/// The two changes at the end of a revert are this close.
constexpr qint64 revertEndSeconds = 10;

/// Marked rows are certain; without a marker, the newest of that name that may have been made
/// since is the one, if it is certain that it was.
template <class Row, class Labels, class Name, class Created>
std::pair<Trace, const Row *> pick(const QList<Row> &rows, const QString &marker,
                                   const QString &name, const QDateTime &notBefore,
                                   const Labels &labels, const Name &nameOf,
                                   const Created &createdOf)
{
    const Row *newest = nullptr;
    for (const Row &row : rows) {
        if (!marker.isEmpty()) {
            if (labels(row).value(OpenStackRequests::markerName) == marker) {
                return {Trace::Found, &row};
            }
        } else if (nameOf(row).trimmed() == name.trimmed()
                   && (!newest || createdOf(row) > createdOf(*newest))) {
            newest = &row;
        }
    }
    if (!newest) {
        return {Trace::NotFound, nullptr};
    }
    return {notBefore.isValid() ? OpenStackTraces::byAge(createdOf(*newest), notBefore)
                                : Trace::CanNotTell,
            newest};
}

template <class Row>
std::pair<Trace, const Row *> pickResource(const QList<Row> &rows, const QString &marker,
                                           const QString &name, const QDateTime &notBefore)
{
    return pick(
        rows, marker, name, notBefore, [](const Row &row) { return row.resource.labels; },
        [](const Row &row) { return row.resource.name; },
        [](const Row &row) { return row.resource.created; });
}

} // namespace

Trace OpenStackTraces::byAge(const QDateTime &made, const QDateTime &notBefore)
{
    if (!made.isValid()) {
        return Trace::CanNotTell;
    }
    const QDateTime since = OpenStackFields::wholeSeconds(notBefore);
    if (made >= since) {
        return Trace::Found;
    }
    return made >= since.addDuration(-serviceClocks) ? Trace::CanNotTell : Trace::NotFound;
}

Finding OpenStackTraces::taken(const Domain::TakeSnapshot &take,
                               const QList<Domain::Snapshot> &rows)
{
    QList<Domain::Snapshot> own = rows;
    if (take.marker.isEmpty()) {
        own.removeIf([&take](const Domain::Snapshot &row) {
            return !row.source || row.source->id != take.source.id;
        });
    }
    const auto [trace, row] = pick(
        own, take.marker, take.name, take.notBefore,
        [](const Domain::Snapshot &one) { return one.labels; },
        [](const Domain::Snapshot &one) { return one.name; },
        [](const Domain::Snapshot &one) { return one.created; });
    return trace == Trace::Found ? Finding{trace, {{}, take, row->key.id}} : Finding{trace, {}};
}

Finding OpenStackTraces::createdServer(const Domain::CreateServer &create,
                                       const QList<OpenStackServer> &rows)
{
    const auto [trace, row] = pickResource(rows, create.marker, create.name, create.notBefore);
    Finding finding = {trace, {}};
    if (trace == Trace::Found) {
        finding.task.request = create;
        finding.task.server = row->resource.key.id;
    }
    return finding;
}

Finding OpenStackTraces::createdVolume(const Domain::CreateVolume &create,
                                       const QList<OpenStackVolume> &rows)
{
    const auto [trace, row] = pickResource(rows, create.marker, create.name, create.notBefore);
    Finding finding = {trace, {}};
    if (trace == Trace::Found) {
        finding.task.request = create;
        finding.task.volume = row->resource.key.id;
    }
    return finding;
}

Finding OpenStackTraces::rebuilt(const Domain::RollBack &rollback,
                                 const QList<OpenStackAction> &newest)
{
    if (!rollback.notBefore.isValid()) {
        return {Trace::CanNotTell, {}};
    }
    const auto rebuild = std::ranges::find(newest, u"rebuild"_s, &OpenStackAction::word);
    const Trace trace =
        rebuild == newest.cend() ? Trace::NotFound : byAge(rebuild->started, rollback.notBefore);
    return trace == Trace::Found ? Finding{trace, {{}, rollback, {}}} : Finding{trace, {}};
}

Finding OpenStackTraces::reverted(const Domain::RollBack &rollback, const OpenStackVolume &volume,
                                  const OpenStackVolumeSnapshot &snapshot)
{
    const bool isAtWork = volume.resource.rawState == "reverting"_L1;
    if (!rollback.notBefore.isValid()) {
        return {Trace::CanNotTell, {}};
    }
    // What was never changed was last changed when it was made.
    const auto last = [](const QDateTime &updated, const QDateTime &created) {
        return updated.isValid() ? updated : created;
    };
    const QDateTime diskChanged = last(volume.updated, volume.resource.created);
    const QDateTime copyChanged = last(snapshot.updated, snapshot.snapshot.created);
    const Trace disk = byAge(diskChanged, rollback.notBefore);
    const Trace copy = byAge(copyChanged, rollback.notBefore);
    const bool isUntouched = disk == Trace::NotFound || copy == Trace::NotFound;
    if (!isAtWork && isUntouched) {
        return {Trace::NotFound, {}};
    }
    const bool isClose = std::abs(diskChanged.secsTo(copyChanged)) <= revertEndSeconds;
    const bool isEnd = disk == Trace::Found && copy == Trace::Found && isClose;
    return isAtWork || isEnd ? Finding{Trace::Found, {{}, rollback, {}}}
                             : Finding{Trace::CanNotTell, {}};
}

} // namespace Providers
