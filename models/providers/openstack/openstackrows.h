// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/resource.h"
#include "domain/servertype.h"
#include "domain/snapshot.h"

#include <QStringList>

namespace Providers {

/// A server as one answer has it: keys without an account, nothing of other rows joined in. Its
/// status word is the resource's rawState.
struct OpenStackServer
{
    Domain::Resource resource;
    QString task; ///< what is being done to it; empty: nothing
    QString image; ///< that it runs on; empty for a volume-backed one
    QString fault; ///< why it is in ERROR, where told

    friend bool operator==(const OpenStackServer &, const OpenStackServer &) = default;
};

struct OpenStackVolume
{
    Domain::Resource resource;
    QDateTime updated; ///< UTC; when it last changed

    friend bool operator==(const OpenStackVolume &, const OpenStackVolume &) = default;
};

struct OpenStackVolumeSnapshot
{
    Domain::Snapshot snapshot;
    QDateTime updated; ///< UTC; when it last changed

    friend bool operator==(const OpenStackVolumeSnapshot &,
                           const OpenStackVolumeSnapshot &) = default;
};

/// An image of any kind. Only one that is a snapshot of a server is shown.
struct OpenStackImage
{
    Domain::Snapshot snapshot; ///< its parts are told, whether they are there is not
    bool isSnapshot = false;
    Domain::SnapshotId bootPart = {}; ///< of the parts the one that the system starts from

    friend bool operator==(const OpenStackImage &, const OpenStackImage &) = default;
};

struct OpenStackZone
{
    QString name;
    bool isAvailable = true;

    friend bool operator==(const OpenStackZone &, const OpenStackZone &) = default;
};

/// How much of what a project may have it has; -1 of a maximum is no maximum.
struct OpenStackQuota
{
    qint64 used = 0;
    std::optional<qint64> maximum;

    friend bool operator==(const OpenStackQuota &, const OpenStackQuota &) = default;
};

struct OpenStackLimits
{
    std::optional<OpenStackQuota> snapshots;
    std::optional<OpenStackQuota> gigabytes; ///< GiB, of volumes and their snapshots together

    friend bool operator==(const OpenStackLimits &, const OpenStackLimits &) = default;
};

/// What the service says of something that went wrong on its side.
struct OpenStackMessage
{
    QString object; ///< the id of what it is about
    QString text;

    friend bool operator==(const OpenStackMessage &, const OpenStackMessage &) = default;
};

/// One thing that was done to a server.
struct OpenStackAction
{
    QString word; ///< "rebuild", "createImage"
    QDateTime started; ///< UTC
    QString message; ///< "Error" where it failed
    QString requestId;

    friend bool operator==(const OpenStackAction &, const OpenStackAction &) = default;
};

/// The answer to a new or rebuilt server. The password is for the person alone.
struct OpenStackMadeServer
{
    QString id;
    QByteArray password;
};

} // namespace Providers
