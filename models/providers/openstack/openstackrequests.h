// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/remotetask.h"
#include "net/httprequest.h"
#include "providers/openstack/openstacksite.h"

namespace Providers {

/// What is asked of Cinder, Nova and Glance, as requests to the client of that service. Pure
/// functions.
class OpenStackRequests
{
public:
    /// The name under which an operation's marker travels, in metadata and properties.
    static constexpr QLatin1StringView markerName{"snapdeck_op"};
    static constexpr int pageSize = 1000; ///< a service may give fewer

    /// Pages of lists; `after` is the last id of the page before, empty for the first page.
    [[nodiscard]] static Net::HttpRequest volumes(const QString &after);
    [[nodiscard]] static Net::HttpRequest volumeSnapshots(const QString &after);
    [[nodiscard]] static Net::HttpRequest snapshotsOf(const Domain::ResourceId &volume,
                                                      const QString &after);
    [[nodiscard]] static Net::HttpRequest servers(const QString &after);
    [[nodiscard]] static Net::HttpRequest flavors(const QString &after);
    /// A project's own, of any kind.
    [[nodiscard]] static Net::HttpRequest images(const Domain::ProjectId &project,
                                                 const QString &after);
    [[nodiscard]] static Net::HttpRequest imagesMarked(const QString &marker, const QString &after);

    [[nodiscard]] static Net::HttpRequest resource(const Domain::ResourceKey &key);
    [[nodiscard]] static Net::HttpRequest snapshot(const Domain::SnapshotKey &key);
    [[nodiscard]] static Net::HttpRequest limits();
    [[nodiscard]] static Net::HttpRequest zones();
    [[nodiscard]] static Net::HttpRequest messages(const QString &object);
    [[nodiscard]] static Net::HttpRequest actions(const Domain::ResourceId &server);

    /// Below 3.66 an attached volume is snapshotted only by force, from then on without a word.
    enum class Force { No, Yes };
    [[nodiscard]] static Net::HttpRequest take(const Domain::TakeSnapshot &take, Force force);
    /// What network a new server is to have.
    enum class Networks { Auto, None };
    [[nodiscard]] static Net::HttpRequest createServer(const Domain::CreateServer &create,
                                                       Networks networks,
                                                       const OpenStackVersions &versions);
    /// Every other one that refusal() lets pass.
    [[nodiscard]] static Net::HttpRequest change(const Domain::Request &request);

    /// Why the request can't be one of OpenStack's, if it can't.
    [[nodiscard]] static std::optional<Domain::Error> refusal(const Domain::Request &request);

    /// The region of a location, which may be a zone in it, "region/zone".
    [[nodiscard]] static Domain::LocationId regionOf(const Domain::LocationId &location);
    /// Empty for a region.
    [[nodiscard]] static QString zoneOf(const Domain::LocationId &location);
    [[nodiscard]] static Domain::LocationId locationOf(const Domain::LocationId &region,
                                                       const QString &zone);
};

} // namespace Providers
