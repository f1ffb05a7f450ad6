// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedclock.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

// What an OpenStack cloud holds, as values. Sizes of volumes are in GiB, of images in bytes.
namespace Demo::OpenStack {

using Metadata = QMap<QString, QString>;

// Where an object lives: one project's share of one region.
struct Site
{
    QString project;
    QString region;

    friend bool operator==(const Site &, const Site &) = default;
};

struct Project
{
    QString id;
    QString name;
    QString description;
};

enum class VolumeStatus {
    Creating,
    Downloading,
    Available,
    Reserved,
    Attaching,
    InUse,
    Detaching,
    Reverting,
    Extending,
    Deleting,
    Error,
    ErrorDeleting,
};

struct Attachment
{
    QString id;
    QString server;
    QString device;
    Instant attached{};
};

// A name or description that was never given is a null string.
struct Volume
{
    QString id;
    Site site;
    QString user;
    QString name;
    QString description;
    VolumeStatus status = VolumeStatus::Available;
    int size = 0;
    QString zone;
    QString snapshot;
    Metadata metadata;
    // Of the image it was filled from; such a volume can be booted from.
    Metadata imageMetadata;
    QList<Attachment> attachments;
    Instant created{};
    std::optional<Instant> updated;
};

enum class SnapshotStatus { Creating, Available, Restoring, Deleting, Error, ErrorDeleting };

struct Snapshot
{
    QString id;
    Site site;
    QString user;
    QString name;
    QString description;
    QString volume;
    SnapshotStatus status = SnapshotStatus::Available;
    int size = 0;
    Metadata metadata;
    Instant created{};
    std::optional<Instant> updated;
};

enum class ServerStatus { Build, Active, Shutoff, Rebuild, Error, Deleted };

enum class TaskState {
    None,
    Scheduling,
    Networking,
    BlockDeviceMapping,
    Spawning,
    ImageSnapshotPending,
    ImageSnapshot,
    ImagePendingUpload,
    ImageUploading,
    Rebuilding,
    RebuildBlockDeviceMapping,
    RebuildSpawning,
    PoweringOff,
    PoweringOn,
    Deleting,
};

struct AttachedVolume
{
    QString id;
    QString device;
    bool isDeletedWithServer = false;
};

struct ServerFault
{
    int code = 500;
    QString message;
    Instant created{};
};

struct Server
{
    QString id;
    Site site;
    QString user;
    QString name;
    ServerStatus status = ServerStatus::Active;
    TaskState task = TaskState::None;
    // Empty for one that boots from a volume of its own.
    QString image;
    QString flavor;
    QString zone;
    // The last part of its address; 0 where it has none.
    int host = 0;
    QString keyName;
    bool isLocked = false;
    Metadata metadata;
    // The one it boots from comes first.
    QList<AttachedVolume> volumes;
    bool isVolumeBacked = false;
    std::optional<ServerFault> fault;
    Instant created{};
    Instant updated{};
    std::optional<Instant> launched;
};

// What was done to a server, and what came of it.
struct ActionRecord
{
    QString server;
    QString action;
    QString requestId;
    QString user;
    QString project;
    Instant started{};
    std::optional<Instant> updated;
    bool hasFailed = false;
};

enum class ImageStatus { Queued, Saving, Active };

struct Image
{
    QString id;
    Site site;
    QString name;
    ImageStatus status = ImageStatus::Active;
    bool isPublic = false;
    bool isProtected = false;
    bool isHidden = false;
    qint64 size = 0;
    int minDisk = 0;
    QString diskFormat;
    QStringList tags;
    // Whatever else is told of it, as text.
    Metadata properties;
    Instant created{};
    Instant updated{};
};

struct Flavor
{
    QString id;
    QString name;
    int vcpus = 1;
    // In MiB.
    int ram = 1024;
    // In GiB.
    int disk = 10;
};

// What went wrong with an object after the request for it was accepted.
struct Message
{
    QString id;
    Site site;
    QString event;
    QString text;
    QString resource;
    QString requestId;
    Instant created{};
};

} // namespace Demo::OpenStack
