// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/remotetask.h"
#include "net/httprequest.h"

namespace Providers {

/// A stretch of a list.
struct RaffWindow
{
    int limit = 0;
    qint64 offset = 0;
};

/// What is asked of Raff's API, as requests. Pure functions. The catalogue is open to everybody;
/// everything else names its project beside the key, the list of projects excepted.
class RaffRequests
{
public:
    [[nodiscard]] static Net::HttpRequest regions();
    [[nodiscard]] static Net::HttpRequest snapshotPrice(const Domain::LocationId &region);
    [[nodiscard]] static Net::HttpRequest plans();
    [[nodiscard]] static Net::HttpRequest templates();

    [[nodiscard]] static Net::HttpRequest projects(const RaffWindow &window);
    [[nodiscard]] static Net::HttpRequest resources(Domain::ResourceKind kind,
                                                    const Domain::ProjectId &project,
                                                    const RaffWindow &window);
    [[nodiscard]] static Net::HttpRequest volumesOf(const Domain::ResourceId &server,
                                                    const Domain::ProjectId &project,
                                                    const RaffWindow &window);
    [[nodiscard]] static Net::HttpRequest snapshots(Domain::SnapshotKind kind,
                                                    const Domain::ProjectId &project,
                                                    const RaffWindow &window);
    [[nodiscard]] static Net::HttpRequest snapshotsOf(const Domain::ResourceKey &source,
                                                      const Domain::ProjectId &project,
                                                      const RaffWindow &window);

    [[nodiscard]] static Net::HttpRequest resource(const Domain::ResourceKey &key,
                                                   const Domain::ProjectId &project);
    [[nodiscard]] static Net::HttpRequest snapshot(const Domain::SnapshotId &id,
                                                   const Domain::ProjectId &project);

    /// Not for what refusal() refuses.
    [[nodiscard]] static Net::HttpRequest change(const Domain::Request &request,
                                                 const Domain::ProjectId &project);
    /// Why the request can't be one of Raff's, if it can't.
    [[nodiscard]] static std::optional<Domain::Error> refusal(const Domain::Request &request);
    /// Whether something of that kind can have such an id.
    [[nodiscard]] static bool isPossible(const Domain::ResourceKey &key);
};

} // namespace Providers
