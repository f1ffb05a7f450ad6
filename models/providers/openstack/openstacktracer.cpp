// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstacktracer.h"

#include "net/parsing.h"
#include "providers/openstack/openstackpages.h"
#include "providers/openstack/openstacktraces.h"

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Finding;
using Domain::ResourceKind;
using Domain::Result;
using Domain::Trace;

namespace {

Finding traceFound(const Domain::Request &request)
{
    return {Trace::Found, {{}, request, {}}};
}

/// Where an object was last seen, a request may tell: of a site that is not among these, nothing.
OpenStackSites narrowed(const OpenStackSites &sites, const Domain::ProjectId &project,
                        const Domain::LocationId &location)
{
    OpenStackSites own = sites;
    const Domain::LocationId region = OpenStackRequests::regionOf(location);
    own.removeIf([&](const OpenStackSiteRef &site) {
        return (!project.isEmpty() && site->project != project)
            || (!region.isEmpty() && site->region != region);
    });
    return own.isEmpty() ? sites : own;
}

} // namespace

OpenStackTracer::OpenStackTracer(OpenStackAtlas &atlas, OpenStackObjects &objects, QObject *context)
    : m_atlas(atlas)
    , m_objects(objects)
    , m_context(context)
{
}

QFuture<Result<Finding>> OpenStackTracer::findEffect(const Domain::Request &request)
{
    if (const std::optional<Domain::Error> refusal = OpenStackRequests::refusal(request)) {
        return Domain::settled<Finding>(std::unexpected(*refusal));
    }
    const Answer end;
    std::visit([this, &end](const auto &one) { trace(one, end); }, request);
    return end.future();
}

template <class Row, class Judge>
void OpenStackTracer::traceRows(const OpenStackSites &sites, const Ask &ask, const Judge &judge,
                                const Answer &end)
{
    QList<QFuture<Result<QList<Row>>>> lists;
    for (const OpenStackSiteRef &site : sites) {
        if (Net::HttpClient *client = OpenStackKind<Row>::service(*site)) {
            const auto askHere = [site, ask](const QString &after) {
                return ask(*site, after);
            };
            lists.append(OpenStackPages::fetch<Row>(*client, askHere, {}));
        }
    }
    const QFuture<Result<QList<QList<Row>>>> all = gather(lists, m_context);
    Net::passOnCancel(end.future(), all, m_context);
    onValue(all, m_context, end, [judge, end](const QList<QList<Row>> &perSite) {
        QList<Row> rows;
        for (const QList<Row> &own : perSite) {
            rows.append(own);
        }
        end.settle(judge(rows));
    });
}

void OpenStackTracer::trace(const Domain::TakeSnapshot &take, const Answer &end)
{
    const OpenStackAtlas::Answer sites = m_atlas.sites();
    Net::passOnCancel(end.future(), sites, m_context);
    onValue(sites, m_context, end, [=, this](const OpenStackSites &all) {
        const OpenStackSiteRef known = m_atlas.known(all, take.source);
        const OpenStackSites own =
            known ? OpenStackSites{known} : narrowed(all, take.project, take.location);
        const auto judge = [take](const auto &rows) {
            QList<Domain::Snapshot> snapshots;
            for (const auto &row : rows) {
                snapshots.append(row.snapshot);
            }
            return OpenStackTraces::taken(take, snapshots);
        };
        if (take.source.kind == ResourceKind::Volume) {
            const auto ask = [take](const OpenStackSite &, const QString &after) {
                return OpenStackRequests::snapshotsOf(take.source.id, after);
            };
            traceRows<OpenStackVolumeSnapshot>(own, ask, judge, end);
            return;
        }
        const auto ask = [take](const OpenStackSite &site, const QString &after) {
            return take.marker.isEmpty() ? OpenStackRequests::images(site.project, after)
                                         : OpenStackRequests::imagesMarked(take.marker, after);
        };
        traceRows<OpenStackImage>(own, ask, judge, end);
    });
}

void OpenStackTracer::trace(const Domain::CreateServer &create, const Answer &end)
{
    const OpenStackAtlas::Answer sites = m_atlas.sites();
    Net::passOnCancel(end.future(), sites, m_context);
    onValue(sites, m_context, end, [=, this](const OpenStackSites &all) {
        traceRows<OpenStackServer>(
            narrowed(all, create.project, create.location),
            [](const OpenStackSite &, const QString &after) {
                return OpenStackRequests::servers(after);
            },
            [create](const QList<OpenStackServer> &rows) {
                return OpenStackTraces::createdServer(create, rows);
            },
            end);
    });
}

void OpenStackTracer::trace(const Domain::CreateVolume &create, const Answer &end)
{
    const OpenStackAtlas::Answer sites = m_atlas.sites();
    Net::passOnCancel(end.future(), sites, m_context);
    onValue(sites, m_context, end, [=, this](const OpenStackSites &all) {
        traceRows<OpenStackVolume>(
            narrowed(all, create.project, create.location),
            [](const OpenStackSite &, const QString &after) {
                return OpenStackRequests::volumes(after);
            },
            [create](const QList<OpenStackVolume> &rows) {
                return OpenStackTraces::createdVolume(create, rows);
            },
            end);
    });
}

void OpenStackTracer::trace(const Domain::RollBack &rollback, const Answer &end)
{
    if (rollback.target.kind == ResourceKind::Server) {
        traceRebuild(rollback, end);
    } else {
        traceRevert(rollback, end);
    }
}

/// Nothing was done to what is gone.
void OpenStackTracer::traceRebuild(const Domain::RollBack &rollback, const Answer &end)
{
    using Actions = QList<OpenStackAction>;
    const auto server = m_objects.find<OpenStackServer>(rollback.target);
    Net::passOnCancel(end.future(), server, m_context);
    QFuture(server).then(m_context, [=, this](const Result<OpenStackAt<OpenStackServer>> &found) {
        if (!found) {
            const bool isGone = OpenStackObjects::isGone(found.error());
            end.settle(isGone ? Result<Finding>(Finding{Trace::NotFound, {}})
                              : std::unexpected(found.error()));
            return;
        }
        const QFuture<Result<Actions>> actions = Net::sendAndParse<Actions>(
            *found->site->compute, OpenStackRequests::actions(rollback.target.id),
            OpenStackComputeParser::actions);
        Net::passOnCancel(end.future(), actions, m_context);
        onValue(actions, m_context, end, [rollback, end](const Actions &newest) {
            end.settle(OpenStackTraces::rebuilt(rollback, newest));
        });
    });
}

void OpenStackTracer::traceRevert(const Domain::RollBack &rollback, const Answer &end)
{
    const auto volumes = m_objects.findAll<OpenStackVolume>({rollback.target});
    const auto copies = m_objects.findAll<OpenStackVolumeSnapshot>({rollback.snapshot});
    Net::passOnCancel(end.future(), volumes, m_context);
    Net::passOnCancel(end.future(), copies, m_context);
    onValue(volumes, m_context, end, [=, this](const OpenStackFound<OpenStackVolume> &disks) {
        onValue(copies, m_context, end, [=](const auto &snapshots) {
            const std::optional<OpenStackVolume> disk = disks.value(rollback.target);
            const std::optional<OpenStackVolumeSnapshot> copy = snapshots.value(rollback.snapshot);
            // Without both, nobody can tell any more.
            end.settle(disk && copy ? OpenStackTraces::reverted(rollback, *disk, *copy)
                                    : Finding{Trace::CanNotTell, {}});
        });
    });
}

template <class Judge>
void OpenStackTracer::traceSnapshot(const Domain::SnapshotKey &key, const Domain::Request &request,
                                    const Judge &isEffect, const Answer &end)
{
    const auto settle = [=](const std::optional<Domain::Snapshot> &row) {
        end.settle(isEffect(row) ? traceFound(request) : Finding{Trace::NotFound, {}});
    };
    const auto rowOf = [](const auto &row) {
        return row.snapshot;
    };
    if (key.kind == ResourceKind::Server) {
        const auto images = m_objects.findAll<OpenStackImage>({key});
        Net::passOnCancel(end.future(), images, m_context);
        onValue(images, m_context, end, [=](const OpenStackFound<OpenStackImage> &found) {
            settle(found.value(key).transform(rowOf));
        });
        return;
    }
    const auto copies = m_objects.findAll<OpenStackVolumeSnapshot>({key});
    Net::passOnCancel(end.future(), copies, m_context);
    onValue(copies, m_context, end, [=](const OpenStackFound<OpenStackVolumeSnapshot> &found) {
        settle(found.value(key).transform(rowOf));
    });
}

void OpenStackTracer::trace(const Domain::RemoveSnapshot &remove, const Answer &end)
{
    traceSnapshot(
        remove.snapshot, remove,
        [](const std::optional<Domain::Snapshot> &row) {
            return !row || row->status == Domain::SnapshotStatus::Removing;
        },
        end);
}

void OpenStackTracer::trace(const Domain::RenameSnapshot &rename, const Answer &end)
{
    traceSnapshot(
        rename.snapshot, rename,
        [name = rename.name.trimmed()](const std::optional<Domain::Snapshot> &row) {
            return row && row->name.trimmed() == name;
        },
        end);
}

void OpenStackTracer::trace(const Domain::ProtectSnapshot &protect, const Answer &end)
{
    traceSnapshot(
        protect.snapshot, protect,
        [isWanted = protect.protection
             == Domain::Protection::On](const std::optional<Domain::Snapshot> &row) {
            return row && row->isProtected == isWanted;
        },
        end);
}

void OpenStackTracer::trace(const Domain::SetPower &power, const Answer &end)
{
    const bool isStart = power.action == Domain::PowerAction::Start;
    const auto wanted = isStart ? Domain::PowerState::Running : Domain::PowerState::Stopped;
    const QString task = isStart ? u"powering-on"_s : u"powering-off"_s;
    const auto servers = m_objects.findAll<OpenStackServer>({power.server});
    Net::passOnCancel(end.future(), servers, m_context);
    onValue(servers, m_context, end, [=](const OpenStackFound<OpenStackServer> &found) {
        const std::optional<OpenStackServer> server = found.value(power.server);
        const bool isEffect = server && (server->resource.power == wanted || server->task == task);
        end.settle(isEffect ? traceFound(power) : Finding{Trace::NotFound, {}});
    });
}

void OpenStackTracer::trace(const Domain::SaveImage &, const Answer &end)
{
    end.settle(Domain::failure(Domain::ErrorKind::Unsupported));
}

} // namespace Providers
