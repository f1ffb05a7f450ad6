// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/remotetask.h"
#include "domain/resource.h"

namespace Providers {

/// Asynchronous work at Hetzner as its API describes it. Only `status` decides: an error object may
/// stand in an action that still runs.
struct HetznerAction
{
    enum class Status { Running, Success, Error, Unknown };

    Domain::RemoteTaskId id;
    QString command; ///< "create_image"
    Status status = Status::Unknown;
    int progress = 0; ///< 0..100
    QDateTime started; ///< UTC
    QList<Domain::SnapshotId> images; ///< of the resources that it works on
    QList<Domain::ResourceId> servers; ///< of the same
    QString errorCode;
    QString errorMessage;

    friend bool operator==(const HetznerAction &, const HetznerAction &) = default;
};

/// A server with the image that its disk was last made from.
struct HetznerServer
{
    Domain::Resource resource;
    std::optional<Domain::SnapshotId> image;

    friend bool operator==(const HetznerServer &, const HetznerServer &) = default;
};

/// What the answer to an accepted change tells.
struct HetznerAcceptance
{
    Domain::RemoteTaskId action;
    std::optional<Domain::SnapshotId> image; ///< the one that is being made
    std::optional<Domain::ResourceId> server = {}; ///< the one that is being made
    QList<Domain::RemoteTaskId> nextActions = {}; ///< what follows the action
    Domain::Secret password;
};

} // namespace Providers
