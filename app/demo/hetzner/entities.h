// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedclock.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

// What a Hetzner Cloud project holds, as values. Sizes are in GB as the vendor counts them.
namespace Demo::Hetzner {

using Labels = QMap<QString, QString>;

enum class Architecture { X86, Arm };
enum class CpuType { Shared, Dedicated };

struct Location
{
    qint64 id = 0;
    QString name;
    QString description;
    QString country;
    QString city;
    double latitude = 0;
    double longitude = 0;
};

struct ServerType
{
    qint64 id = 0;
    QString name;
    QString description;
    int cores = 0;
    int memory = 0;
    int disk = 0;
    CpuType cpu = CpuType::Shared;
    Architecture architecture = Architecture::X86;
    // Net, in cents.
    int centsAMonth = 0;
    // By name. None of it is left there for now.
    QStringList soldOutAt{};
    // By name. It was never sold there.
    QStringList notOfferedAt{};
};

enum class ImageType { System, Snapshot, Backup };
enum class ImageStatus { Creating, Available, Unavailable };

// The server an image was made of, by the name it had then. It may be gone.
struct ImageSource
{
    qint64 id = 0;
    QString name;
};

struct Image
{
    qint64 id = 0;
    ImageType type = ImageType::Snapshot;
    ImageStatus status = ImageStatus::Available;
    // System images alone have one.
    QString name;
    QString description;
    std::optional<double> size;
    int diskSize = 0;
    Instant created;
    std::optional<ImageSource> source;
    std::optional<qint64> boundTo;
    QString osFlavor;
    QString osVersion;
    Architecture architecture = Architecture::X86;
    bool isProtected = false;
    Labels labels;
};

enum class ServerStatus { Initializing, Running, Starting, Stopping, Off, Rebuilding };

// Which addresses of the public network a server has.
struct PublicNet
{
    bool hasIpv4 = true;
    bool hasIpv6 = true;
};

// What makes a server differ from one that does what it is told.
struct ServerQuirks
{
    bool ignoresAcpi = false;
    bool hasFailingDisk = false;
    bool hasSshKey = true;
};

struct Server
{
    qint64 id = 0;
    QString name;
    ServerStatus status = ServerStatus::Running;
    Instant created{};
    qint64 typeId = 0;
    qint64 locationId = 0;
    std::optional<qint64> imageId{};
    // May be smaller than the type's: an upgrade can leave the disk as it was.
    int diskSize = 0;
    // What a snapshot of the disk weighs.
    double used = 0;
    int host = 0;
    PublicNet publicNet{};
    bool isProtected = false;
    bool hasBackups = false;
    bool isRescueEnabled = false;
    Labels labels{};
    ServerQuirks quirks{};
    // Counts what was done to the power, so that a late shutdown can tell that it is too late.
    int powerChanges = 0;
};

struct SshKey
{
    qint64 id = 0;
    QString name;
    // "ssh-ed25519", a key in base64, a remark.
    QString publicKey;
    Instant created;
    Labels labels;
};

struct Volume
{
    qint64 id = 0;
    QString name;
    Instant created;
    int size = 0;
    qint64 locationId = 0;
    std::optional<qint64> serverId;
    QString format;
    bool isProtected = false;
    Labels labels;
};

} // namespace Demo::Hetzner
