// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstacksender.h"

#include "net/parsing.h"
#include "providers/openstack/openstackanswers.h"
#include "providers/openstack/openstackpages.h"
#include "providers/openstack/openstackrevert.h"
#include "providers/openstack/openstacktasks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Accepted;
using Domain::Error;
using Domain::ErrorKind;
using Domain::RemoteTask;
using Domain::ResourceKind;
using Domain::Result;

namespace {

constexpr int unforcedVersion = 66; // of 3.x

Error notPossible(ErrorKind kind, const QString &message)
{
    return Domain::failure(kind, message).error();
}

/// Why the server can't be rebuilt from the image, if it can't.
std::optional<Error> rebuildRefusal(const OpenStackServer &server, const OpenStackImage &image)
{
    if (server.resource.isVolumeBacked) {
        return notPossible(ErrorKind::Unsupported,
                           u"The server's disk is a volume. It is not rebuilt from an image, but "
                           "set back by going back with the volume, which has to be detached "
                           "first; or a new server is made of the snapshot."_s);
    }
    if (!image.snapshot.parts.isEmpty()) {
        return notPossible(ErrorKind::InvalidInput,
                           u"The snapshot is of a server whose disk is a volume."_s);
    }
    switch (image.snapshot.status) {
    case Domain::SnapshotStatus::Creating:
        return notPossible(ErrorKind::Locked, u"The image is still being made."_s);
    case Domain::SnapshotStatus::Failed:
    case Domain::SnapshotStatus::Removing:
        return notPossible(ErrorKind::InvalidInput,
                           u"The image's state is "_s + image.snapshot.rawStatus);
    case Domain::SnapshotStatus::Ready:
    case Domain::SnapshotStatus::Unknown:
        break;
    }
    return std::nullopt;
}

bool isAtAnotherRegion(const Domain::LocationId &wanted, const OpenStackSite &site)
{
    return !wanted.isEmpty() && OpenStackRequests::regionOf(wanted) != site.region;
}

Error otherRegion()
{
    Error error = notPossible(ErrorKind::InvalidInput, u"The snapshot is in another region."_s);
    error.fields = {{u"location"_s, {}}};
    return error;
}

} // namespace

OpenStackSender::OpenStackSender(OpenStackAtlas &atlas, OpenStackObjects &objects, QObject *context)
    : m_atlas(atlas)
    , m_objects(objects)
    , m_context(context)
{
}

QFuture<Result<Accepted>> OpenStackSender::send(const Domain::Request &request)
{
    if (const std::optional<Error> refusal = OpenStackRequests::refusal(request)) {
        return Domain::settled<Accepted>(std::unexpected(*refusal));
    }
    const Answer end;
    std::visit([this, &end](const auto &one) { begin(one, end); }, request);
    return end.future();
}

void OpenStackSender::begin(const Domain::TakeSnapshot &take, const Answer &end)
{
    if (take.source.kind == ResourceKind::Volume) {
        const auto volume = m_objects.find<OpenStackVolume>(take.source);
        Net::passOnCancel(end.future(), volume, m_context);
        onValue(volume, m_context, end,
                [=, this](const OpenStackAt<OpenStackVolume> &found) { takeAt(found, take, end); });
        return;
    }
    const auto server = m_objects.find<OpenStackServer>(take.source);
    Net::passOnCancel(end.future(), server, m_context);
    onValue(server, m_context, end, [=, this](const OpenStackAt<OpenStackServer> &found) {
        Net::HttpRequest request = OpenStackRequests::take(take, OpenStackRequests::Force::No);
        request.answerHeaders = {"Location"_ba};
        post(*found.site->compute, request, {{}, take, {}}, OpenStackAnswers::madeImage, found.site,
             end);
    });
}

void OpenStackSender::takeAt(const OpenStackAt<OpenStackVolume> &volume,
                             const Domain::TakeSnapshot &take, const Answer &end)
{
    const bool isForced = volume.row.resource.rawState == "in-use"_L1
        && !volume.site->versions.volumeReaches(unforcedVersion);
    const auto force = isForced ? OpenStackRequests::Force::Yes : OpenStackRequests::Force::No;
    post(*volume.site->volume, OpenStackRequests::take(take, force), {{}, take, {}},
         OpenStackAnswers::madeVolumeSnapshot, volume.site, end);
}

void OpenStackSender::begin(const Domain::RollBack &rollback, const Answer &end)
{
    if (rollback.target.kind == ResourceKind::Server) {
        const auto server = m_objects.find<OpenStackServer>(rollback.target);
        const auto image = m_objects.find<OpenStackImage>(rollback.snapshot);
        Net::passOnCancel(end.future(), server, m_context);
        Net::passOnCancel(end.future(), image, m_context);
        onValue(server, m_context, end, [=, this](const OpenStackAt<OpenStackServer> &found) {
            onValue(image, m_context, end, [=, this](const OpenStackAt<OpenStackImage> &of) {
                rebuild(found, of.row, rollback, end);
            });
        });
        return;
    }
    const auto volume = m_objects.find<OpenStackVolume>(rollback.target);
    const auto copy = m_objects.find<OpenStackVolumeSnapshot>(rollback.snapshot);
    Net::passOnCancel(end.future(), volume, m_context);
    Net::passOnCancel(end.future(), copy, m_context);
    onValue(volume, m_context, end, [=, this](const OpenStackAt<OpenStackVolume> &found) {
        onValue(copy, m_context, end, [=, this](const OpenStackAt<OpenStackVolumeSnapshot> &of) {
            revert(found, of.row, rollback, end);
        });
    });
}

void OpenStackSender::rebuild(const OpenStackAt<OpenStackServer> &server,
                              const OpenStackImage &image, const Domain::RollBack &rollback,
                              const Answer &end)
{
    if (const std::optional<Error> refusal = rebuildRefusal(server.row, image)) {
        end.settle(std::unexpected(*refusal));
        return;
    }
    post(*server.site->compute, OpenStackRequests::change(rollback), {{}, rollback, {}},
         OpenStackAnswers::rebuiltServer, server.site, end);
}

/// Which one is the latest only all of the volume's snapshots tell.
void OpenStackSender::revert(const OpenStackAt<OpenStackVolume> &volume,
                             const OpenStackVolumeSnapshot &snapshot,
                             const Domain::RollBack &rollback, const Answer &end)
{
    using Rows = QList<OpenStackVolumeSnapshot>;
    const auto ask = [id = rollback.target.id](const QString &after) {
        return OpenStackRequests::snapshotsOf(id, after);
    };
    const QFuture<Result<Rows>> all =
        OpenStackPages::fetch<OpenStackVolumeSnapshot>(*volume.site->volume, ask, {});
    Net::passOnCancel(end.future(), all, m_context);
    onValue(all, m_context, end, [=, this](const Rows &rows) {
        const std::optional<Error> refusal =
            OpenStackRevert::refusal(volume.row, snapshot, rows, volume.site->versions);
        if (refusal) {
            end.settle(std::unexpected(*refusal));
            return;
        }
        const RemoteTask task = {OpenStackTasks::revertId(volume.row), rollback, {}};
        post(*volume.site->volume, OpenStackRequests::change(rollback), task,
             OpenStackAnswers::nothingMore, volume.site, end);
    });
}

void OpenStackSender::begin(const Domain::RemoveSnapshot &request, const Answer &end)
{
    if (request.snapshot.kind == ResourceKind::Server) {
        remove<OpenStackImage>(request, end);
    } else {
        remove<OpenStackVolumeSnapshot>(request, end);
    }
}

/// What is gone, or on its way, needs no request.
template <class Row>
void OpenStackSender::remove(const Domain::RemoveSnapshot &remove, const Answer &end)
{
    const auto object = m_objects.find<Row>(remove.snapshot);
    Net::passOnCancel(end.future(), object, m_context);
    QFuture(object).then(m_context, [=, this](const Result<OpenStackAt<Row>> &found) {
        const bool isGone = !found && OpenStackObjects::isGone(found.error());
        if (!found && !isGone) {
            end.settle(std::unexpected(found.error()));
        } else if (isGone || found->row.snapshot.status == Domain::SnapshotStatus::Removing) {
            end.settle(Accepted{{{}, remove, {}}, {}, {}});
        } else {
            post(*OpenStackKind<Row>::service(*found->site), OpenStackRequests::change(remove),
                 {{}, remove, {}}, OpenStackAnswers::nothingMore, found->site, end);
        }
    });
}

template <class Row>
void OpenStackSender::change(const Domain::SnapshotKey &snapshot, const Domain::Request &request,
                             const Answer &end)
{
    const auto object = m_objects.find<Row>(snapshot);
    Net::passOnCancel(end.future(), object, m_context);
    onValue(object, m_context, end, [=, this](const OpenStackAt<Row> &found) {
        post(*OpenStackKind<Row>::service(*found.site), OpenStackRequests::change(request),
             {{}, request, {}}, OpenStackAnswers::nothingMore, found.site, end);
    });
}

void OpenStackSender::begin(const Domain::RenameSnapshot &rename, const Answer &end)
{
    if (rename.snapshot.kind == ResourceKind::Server) {
        change<OpenStackImage>(rename.snapshot, rename, end);
    } else {
        change<OpenStackVolumeSnapshot>(rename.snapshot, rename, end);
    }
}

void OpenStackSender::begin(const Domain::ProtectSnapshot &protect, const Answer &end)
{
    change<OpenStackImage>(protect.snapshot, protect, end);
}

void OpenStackSender::begin(const Domain::SetPower &power, const Answer &end)
{
    const auto server = m_objects.find<OpenStackServer>(power.server);
    Net::passOnCancel(end.future(), server, m_context);
    onValue(server, m_context, end, [=, this](const OpenStackAt<OpenStackServer> &found) {
        post(*found.site->compute, OpenStackRequests::change(power), {{}, power, {}},
             OpenStackAnswers::nothingMore, found.site, end);
    });
}

void OpenStackSender::begin(const Domain::CreateServer &create, const Answer &end)
{
    const auto image = m_objects.find<OpenStackImage>(create.snapshot);
    Net::passOnCancel(end.future(), image, m_context);
    onValue(image, m_context, end, [=, this](const OpenStackAt<OpenStackImage> &found) {
        if (!found.site->compute || isAtAnotherRegion(create.location, *found.site)) {
            end.settle(std::unexpected(otherRegion()));
        } else {
            createAt(found, create, end);
        }
    });
}

/// A server without a network begets one without: else there would have to be one to be found. So
/// it is where nobody has networks to give.
void OpenStackSender::createAt(const OpenStackAt<OpenStackImage> &image,
                               const Domain::CreateServer &create, const Answer &end)
{
    QList<Domain::ResourceKey> sources;
    if (image.row.snapshot.source) {
        sources.append(*image.row.snapshot.source);
        m_atlas.guess(sources.constFirst(), *image.site);
    }
    const auto found = m_objects.findAll<OpenStackServer>(sources);
    Net::passOnCancel(end.future(), found, m_context);
    onValue(found, m_context, end, [=, this](const OpenStackFound<OpenStackServer> &servers) {
        using Networks = OpenStackRequests::Networks;
        const bool isAlone = std::ranges::any_of(servers, [](const auto &server) {
            return server && server->resource.addresses.isEmpty();
        });
        const bool isConnected = std::ranges::any_of(servers, [](const auto &server) {
            return server && !server->resource.addresses.isEmpty();
        });
        const OpenStackSite &site = *image.site;
        const bool isWanted = isConnected || (!isAlone && site.hasNetworks);
        const auto networks = isWanted ? Networks::Auto : Networks::None;
        post(*site.compute, OpenStackRequests::createServer(create, networks, site.versions),
             {{}, create, {}}, OpenStackAnswers::madeServer, image.site, end);
    });
}

void OpenStackSender::begin(const Domain::CreateVolume &create, const Answer &end)
{
    const auto copy = m_objects.find<OpenStackVolumeSnapshot>(create.snapshot);
    Net::passOnCancel(end.future(), copy, m_context);
    onValue(copy, m_context, end, [=, this](const OpenStackAt<OpenStackVolumeSnapshot> &found) {
        if (isAtAnotherRegion(create.location, *found.site)) {
            end.settle(std::unexpected(otherRegion()));
            return;
        }
        post(*found.site->volume, OpenStackRequests::change(create), {{}, create, {}},
             OpenStackAnswers::madeVolume, found.site, end);
    });
}

void OpenStackSender::begin(const Domain::SaveImage &, const Answer &end)
{
    end.settle(Domain::failure(ErrorKind::Unsupported));
}

void OpenStackSender::post(Net::HttpClient &client, const Net::HttpRequest &request,
                           const RemoteTask &task, Read read, const OpenStackSiteRef &site,
                           const Answer &end)
{
    if (end.isCancelled()) {
        return;
    }
    const QFuture<Result<Net::HttpAnswer>> sent = client.send(request);
    Net::passOnCancel(end.future(), sent, m_context);
    QFuture(sent).then(m_context, [=, this, &client](const Result<Net::HttpAnswer> &answer) {
        const bool isRemoval = std::holds_alternative<Domain::RemoveSnapshot>(task.request);
        if (!answer) {
            const bool isGone = isRemoval && OpenStackObjects::isGone(answer.error());
            end.settle(isGone ? Result<Accepted>(Accepted{task, {}, answer.error().requestId})
                              : std::unexpected(answer.error()));
            return;
        }
        Result<Accepted> accepted = read(task, *answer);
        if (!accepted) {
            end.settle(
                std::unexpected(Net::unreadable(accepted.error(), client, request, *answer)));
            return;
        }
        accepted->requestId = answer->requestId;
        learn(accepted->task, *site);
        end.settle(*accepted);
    });
}

void OpenStackSender::learn(const RemoteTask &task, const OpenStackSite &site)
{
    const Domain::AccountId account = Domain::accountOf(task.request);
    if (const auto *take = std::get_if<Domain::TakeSnapshot>(&task.request); take && task.made) {
        m_atlas.learn(OpenStackNeeds::madeBy(*take, *task.made), site);
    }
    if (task.server) {
        m_atlas.learn(Domain::ResourceKey{account, ResourceKind::Server, *task.server}, site);
    }
    if (task.volume) {
        m_atlas.learn(Domain::ResourceKey{account, ResourceKind::Volume, *task.volume}, site);
    }
}

} // namespace Providers
