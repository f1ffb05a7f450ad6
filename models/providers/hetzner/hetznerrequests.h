// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/remotetask.h"
#include "domain/resource.h"
#include "domain/snapshot.h"
#include "net/httprequest.h"

#include <QList>

namespace Providers {

/// What is asked of Hetzner's API, as requests. Pure functions.
class HetznerRequests
{
public:
    [[nodiscard]] static Net::HttpRequest locations(int page);
    [[nodiscard]] static Net::HttpRequest servers(int page);
    [[nodiscard]] static Net::HttpRequest volumes(int page);
    [[nodiscard]] static Net::HttpRequest snapshots(int page);
    [[nodiscard]] static Net::HttpRequest serverTypes(int page);
    [[nodiscard]] static Net::HttpRequest prices();
    /// The smallest answer that needs a valid token.
    [[nodiscard]] static Net::HttpRequest identity();

    [[nodiscard]] static Net::HttpRequest server(const Domain::ResourceId &id);
    [[nodiscard]] static Net::HttpRequest volume(const Domain::ResourceId &id);
    [[nodiscard]] static Net::HttpRequest snapshot(const Domain::SnapshotId &id);
    [[nodiscard]] static Net::HttpRequest snapshotsWithMarker(const QString &marker);
    [[nodiscard]] static Net::HttpRequest serversWithMarker(const QString &marker);
    [[nodiscard]] static Net::HttpRequest serversNamed(const QString &name);
    [[nodiscard]] static Net::HttpRequest actions(const QList<Domain::RemoteTaskId> &ids);
    /// The newest first.
    [[nodiscard]] static Net::HttpRequest serverActions(const Domain::ResourceId &id);

    /// Unsupported for what Hetzner can't do; InvalidInput for ids that can't be Hetzner's.
    [[nodiscard]] static Domain::Result<Net::HttpRequest> change(const Domain::Request &request);
    /// Why the request can't be one of Hetzner's, if it can't.
    [[nodiscard]] static std::optional<Domain::Error> refusal(const Domain::Request &request);
    [[nodiscard]] static bool isId(const QString &id);
    /// The marker that a request to make it carried.
    [[nodiscard]] static QString markerOf(const Domain::Snapshot &snapshot);
    [[nodiscard]] static QString markerOf(const Domain::Resource &server);

    /// The most actions asked for at once: the API's page when none is asked for.
    static constexpr int actionsAtOnce = 25;
    static constexpr int pageSize = 50;
};

} // namespace Providers
