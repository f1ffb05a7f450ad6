// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/hosterservers.h"

#include "demo/hetzner/catalogue.h"
#include "demo/hetzner/labels.h"
#include "demo/hetzner/project.h"

#include <QFlags>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::Hetzner {

namespace {

enum class Trait {
    Plain = 0,
    Protected = 1,
    Backups = 2,
    Off = 4,
    IgnoresAcpi = 8,
    FailingDisk = 16,
    NoSshKey = 32,
};
Q_DECLARE_FLAGS(Traits, Trait)
Q_DECLARE_OPERATORS_FOR_FLAGS(Traits)
using enum Trait;

struct ServerSeed
{
    QString name;
    QString type;
    QString location;
    // Empty: installed from a medium of its own.
    QString system;
    int daysOld;
    double used;
    QString labels;
    Traits traits;
    // 0 is the type's.
    int diskSize = 0;
};

struct VolumeSeed
{
    QString name;
    int size;
    QString location;
    // Empty: attached to none.
    QString server;
    int daysOld;
    QString labels;
};

// The oldest first, for ids grow with time.
QList<ServerSeed> serverSeeds()
{
    return {
        {u"fw-1"_s, u"cx23"_s, u"fsn1"_s, {}, 812, 1.1, u"role=firewall"_s, IgnoresAcpi | NoSshKey},
        {u"mail"_s, u"cx33"_s, u"nbg1"_s, u"debian-12"_s, 790, 38.6, u"env=prod,role=mail"_s,
         Protected},
        {u"db-1"_s, u"ccx23"_s, u"fsn1"_s, u"debian-12"_s, 764, 61.4, u"env=prod,role=db"_s,
         Protected | Backups},
        {u"web-1"_s, u"cx33"_s, u"fsn1"_s, u"debian-12"_s, 741, 12.4, u"env=prod,role=web"_s,
         Backups},
        {u"git"_s, u"cpx22"_s, u"nbg1"_s, u"ubuntu-24.04"_s, 655, 27.3, u"role=git"_s, Plain},
        {u"backup-1"_s, u"cx43"_s, u"hel1"_s, u"debian-12"_s, 590, 8.2, u"role=backup"_s, Plain},
        {u"shop-muenchen"_s, u"cpx32"_s, u"fsn1"_s, u"ubuntu-24.04"_s, 512, 24.8,
         u"env=prod,kunde=muenchen"_s, Backups},
        {u"web-2"_s, u"cx33"_s, u"nbg1"_s, u"debian-12"_s, 447, 11.7, u"env=prod,role=web"_s,
         Plain},
        {u"kunde-bergmann"_s, u"cx23"_s, u"nbg1"_s, u"ubuntu-24.04"_s, 391, 9.6,
         u"kunde=bergmann"_s, Plain},
        {u"kunde-osthoff"_s, u"cx23"_s, u"hel1"_s, u"ubuntu-24.04"_s, 372, 7.2, u"kunde=osthoff"_s,
         NoSshKey},
        {u"monitor"_s, u"cax11"_s, u"hel1"_s, u"debian-12"_s, 288, 3.4, u"role=monitoring"_s,
         Plain},
        {u"db-2"_s, u"ccx13"_s, u"nbg1"_s, u"debian-12"_s, 241, 58.9, u"env=prod,role=db"_s, Plain},
        {u"web-3"_s, u"cx33"_s, u"hel1"_s, u"debian-13"_s, 176, 6.8, u"env=prod,role=web"_s, Plain,
         40},
        {u"staging"_s, u"cx23"_s, u"fsn1"_s, u"debian-13"_s, 121, 14.1, u"env=staging"_s, Off},
        {u"lab-2"_s, u"cx23"_s, u"hel1"_s, u"rocky-10"_s, 60, 5.5, u"env=lab"_s, FailingDisk},
    };
}

QList<VolumeSeed> volumeSeeds()
{
    return {
        {u"mail-spool"_s, 200, u"nbg1"_s, u"mail"_s, 789, u"role=mail"_s},
        {u"db-data"_s, 100, u"fsn1"_s, u"db-1"_s, 763, u"role=db"_s},
        {u"backup-pool"_s, 1000, u"hel1"_s, u"backup-1"_s, 588, u"role=backup"_s},
        {u"shop-media"_s, 50, u"fsn1"_s, u"shop-muenchen"_s, 430, u"kunde=muenchen"_s},
        {u"lindner-alt"_s, 20, u"nbg1"_s, {}, 402, u"kunde=lindner"_s},
        {u"scratch"_s, 10, u"hel1"_s, {}, 35, {}},
    };
}

std::optional<qint64> systemImageId(const Project &project, const QString &name,
                                    Architecture architecture)
{
    for (const auto &[id, entry] : project.images.all()) {
        if (entry.image.name == name && entry.image.architecture == architecture
            && entry.image.type == ImageType::System) {
            return id;
        }
    }
    return std::nullopt;
}

Server server(const ServerSeed &seed, Project &project)
{
    const ServerType *type = findServerType(seed.type);
    Server server;
    server.name = seed.name;
    server.status = seed.traits & Off ? ServerStatus::Off : ServerStatus::Running;
    server.created = project.now() - 24h * seed.daysOld
        - std::chrono::seconds(static_cast<int>(project.random(0, 36'000)));
    server.typeId = type->id;
    server.locationId = findLocation(seed.location)->id;
    server.imageId = systemImageId(project, seed.system, type->architecture);
    server.diskSize = seed.diskSize > 0 ? seed.diskSize : type->disk;
    server.used = seed.used;
    server.isProtected = seed.traits.testFlag(Protected);
    server.hasBackups = seed.traits.testFlag(Backups);
    server.labels = labelsFrom(seed.labels);
    server.quirks = {.ignoresAcpi = seed.traits.testFlag(IgnoresAcpi),
                     .hasFailingDisk = seed.traits.testFlag(FailingDisk),
                     .hasSshKey = !seed.traits.testFlag(NoSshKey)};
    return server;
}

std::optional<qint64> serverId(const Project &project, const QString &name)
{
    for (const auto &[id, server] : project.servers) {
        if (server.name == name) {
            return id;
        }
    }
    return std::nullopt;
}

} // namespace

void addHosterServers(Project &project)
{
    qint64 id = 58'214'006;
    int host = 10;
    const QList<ServerSeed> seeds = serverSeeds();
    for (const ServerSeed &seed : seeds) {
        Server added = server(seed, project);
        id += static_cast<qint64>(project.random(1'000, 900'000));
        added.id = id;
        added.host = host++;
        project.servers.emplace(id, added);
    }
}

void addHosterVolumes(Project &project)
{
    qint64 id = 101'337'200;
    const QList<VolumeSeed> seeds = volumeSeeds();
    for (const VolumeSeed &seed : seeds) {
        Volume volume;
        id += static_cast<qint64>(project.random(1'000, 90'000));
        volume.id = id;
        volume.name = seed.name;
        volume.created = project.now() - 24h * seed.daysOld;
        volume.size = seed.size;
        volume.locationId = findLocation(seed.location)->id;
        volume.serverId = serverId(project, seed.server);
        volume.format = u"ext4"_s;
        volume.labels = labelsFrom(seed.labels);
        project.volumes.emplace(id, volume);
    }
}

} // namespace Demo::Hetzner
