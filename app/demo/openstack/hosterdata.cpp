// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/hosterdata.h"

#include "demo/openstack/cloud.h"
#include "demo/openstack/imagedata.h"
#include "demo/openstack/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::OpenStack {

namespace {

const auto production = "production"_L1;
const auto customers = "customers"_L1;

struct VolumeSeed
{
    QString name;
    QString project;
    QString zone;
    int size = 0;
    int daysAgo = 0;
    QString description;
    Metadata metadata;
    // The public image it was filled from.
    QString image;
};

struct ServerSeed
{
    QString name;
    QString project;
    QString zone;
    // A public image; empty for one that boots from the first of its volumes.
    QString image;
    QString flavor;
    int daysAgo = 0;
    QStringList volumes;
    Metadata metadata;
    ServerStatus status = ServerStatus::Active;
};

QList<VolumeSeed> volumeSeeds()
{
    return {
        {u"db-1-data"_s,
         production,
         u"fra-a"_s,
         200,
         412,
         u"PostgreSQL, shop and CRM"_s,
         {{u"role"_s, u"database"_s}},
         {}},
        {u"db-1-wal"_s, production, u"fra-a"_s, 50, 412, u"write-ahead log"_s, {}, {}},
        {u"mail-root"_s, production, u"fra-b"_s, 40, 377, {}, {}, u"debian-12"_s},
        {u"mail-spool"_s,
         production,
         u"fra-b"_s,
         300,
         377,
         u"Dovecot"_s,
         {{u"role"_s, u"mail"_s}},
         {}},
        {u"shop-media"_s, production, u"fra-b"_s, 150, 298, u"Produktbilder"_s, {}, {}},
        {u"web-assets"_s, production, u"fra-a"_s, 80, 261, {}, {}, {}},
        {u"legacy-crm"_s,
         production,
         u"fra-a"_s,
         120,
         540,
         u"until the tax audit; do not delete"_s,
         {{u"keep"_s, u"2030"_s}},
         {}},
        {u"build-cache"_s, production, u"fra-b"_s, 100, 61, {}, {}, {}},
        {u"backup-scratch"_s, production, u"fra-a"_s, 500, 33, {}, {}, {}},
        {u"weber-root"_s, customers, u"fra-a"_s, 40, 204, {}, {}, u"ubuntu-24.04"_s},
        {u"weber-akten"_s,
         customers,
         u"fra-a"_s,
         100,
         204,
         u"Kanzlei Weber & Söhne"_s,
         {{u"customer"_s, u"1042"_s}},
         {}},
        {u"lorenz-archiv"_s, customers, u"fra-b"_s, 60, 150, {}, {{u"customer"_s, u"1077"_s}}, {}},
    };
}

QList<ServerSeed> serverSeeds()
{
    return {
        {u"web-1"_s,
         production,
         u"fra-a"_s,
         u"debian-13"_s,
         u"c1.small"_s,
         261,
         {},
         {{u"role"_s, u"web"_s}}},
        {u"web-2"_s,
         production,
         u"fra-b"_s,
         u"debian-13"_s,
         u"c1.small"_s,
         260,
         {},
         {{u"role"_s, u"web"_s}}},
        {u"db-1"_s,
         production,
         u"fra-a"_s,
         u"debian-12"_s,
         u"m1.large"_s,
         412,
         {u"db-1-data"_s, u"db-1-wal"_s},
         {{u"role"_s, u"database"_s}}},
        {u"mail"_s,
         production,
         u"fra-b"_s,
         {},
         u"c1.medium"_s,
         377,
         {u"mail-root"_s, u"mail-spool"_s},
         {}},
        {u"shop-nordwind"_s,
         production,
         u"fra-b"_s,
         u"ubuntu-24.04"_s,
         u"c1.medium"_s,
         298,
         {u"shop-media"_s},
         {}},
        {u"ci-runner"_s,
         production,
         u"fra-a"_s,
         u"rocky-9"_s,
         u"c1.medium"_s,
         61,
         {},
         {},
         ServerStatus::Shutoff},
        {u"kanzlei-weber"_s,
         customers,
         u"fra-a"_s,
         {},
         u"c1.small"_s,
         204,
         {u"weber-root"_s},
         {{u"customer"_s, u"1042"_s}}},
        {u"praxis-lorenz"_s,
         customers,
         u"fra-b"_s,
         u"debian-13"_s,
         u"c1.small"_s,
         150,
         {},
         {{u"customer"_s, u"1077"_s}}},
    };
}

QList<VolumeSeed> northernVolumes()
{
    return {{u"mirror-data"_s, production, u"ber-a"_s, 250, 90, u"second site"_s, {}, {}}};
}

QList<ServerSeed> northernServers()
{
    return {{u"mirror"_s, production, u"ber-a"_s, u"debian-13"_s, u"c1.small"_s, 90, {}, {}}};
}

QString regionOf(const QString &zone)
{
    return zone.section(u'-', 0, 0);
}

Site siteOf(const QString &project, const QString &zone)
{
    return {hexIdOf(u"project"_s, project), regionOf(zone)};
}

Instant daysBefore(Instant now, int days)
{
    return std::chrono::floor<std::chrono::days>(now) - 24h * days + 9h + 41min + 7s;
}

void addVolume(Cloud &cloud, const VolumeSeed &seed)
{
    Volume volume;
    volume.id = uuidOf(u"volume"_s, seed.name);
    volume.site = siteOf(seed.project, seed.zone);
    volume.user = hexIdOf(u"user"_s, u"demo"_s);
    volume.name = seed.name;
    volume.description = seed.description;
    volume.size = seed.size;
    volume.zone = seed.zone;
    volume.metadata = seed.metadata;
    if (!seed.image.isEmpty()) {
        volume.imageMetadata = publicImageMetadata(seed.image);
    }
    volume.created = daysBefore(cloud.now(), seed.daysAgo);
    volume.updated = volume.created + 41s;
    cloud.add(std::move(volume));
}

void attachVolumes(Cloud &cloud, Server &server, const QStringList &names)
{
    char16_t letter = server.isVolumeBacked ? u'a' : u'b';
    for (const QString &name : names) {
        const QString device = u"/dev/vd"_s + QChar(letter++);
        Volume *volume = cloud.findVolume(server.site, uuidOf(u"volume"_s, name));
        volume->status = VolumeStatus::InUse;
        volume->attachments = {
            {uuidOf(u"attachment"_s, name), server.id, device, server.created + 2min}};
        server.volumes.append({volume->id, device, false});
    }
}

void addServer(Cloud &cloud, const ServerSeed &seed)
{
    Server server;
    server.id = uuidOf(u"server"_s, seed.name);
    server.site = siteOf(seed.project, seed.zone);
    server.user = hexIdOf(u"user"_s, u"demo"_s);
    server.name = seed.name;
    server.status = seed.status;
    server.image = seed.image.isEmpty() ? QString() : publicImageId(server.site.region, seed.image);
    server.isVolumeBacked = seed.image.isEmpty();
    server.flavor = hexIdOf(u"flavor"_s, seed.flavor);
    server.zone = seed.zone;
    server.host = static_cast<int>(cloud.servers.size()) + 11;
    server.keyName = u"deploy"_s;
    server.metadata = seed.metadata;
    server.created = daysBefore(cloud.now(), seed.daysAgo);
    server.updated = server.created + 3min;
    server.launched = server.created + 1min;
    attachVolumes(cloud, server, seed.volumes);
    const QString user = server.user;
    const Server &added = cloud.add(std::move(server));
    cloud.actions.append({added.id, u"create"_s, u"req-"_s + uuidOf(u"request"_s, added.name), user,
                          added.site.project, added.created, added.updated, false});
}

} // namespace

QList<Project> hosterProjects()
{
    return {
        {hexIdOf(u"project"_s, production), production, u"our own machines"_s},
        {hexIdOf(u"project"_s, customers), customers, u"machines of customers"_s},
    };
}

QList<Flavor> hosterFlavors()
{
    return {
        {hexIdOf(u"flavor"_s, u"c1.small"_s), u"c1.small"_s, 2, 4096, 40},
        {hexIdOf(u"flavor"_s, u"c1.medium"_s), u"c1.medium"_s, 4, 8192, 80},
        {hexIdOf(u"flavor"_s, u"m1.large"_s), u"m1.large"_s, 8, 32768, 160},
    };
}

void addServersAndVolumes(Cloud &cloud)
{
    const bool hasNorth = cloud.traits.hasSecondRegion;
    const QList<VolumeSeed> volumes =
        volumeSeeds() + (hasNorth ? northernVolumes() : QList<VolumeSeed>());
    for (const VolumeSeed &seed : volumes) {
        addVolume(cloud, seed);
    }
    const QList<ServerSeed> servers =
        serverSeeds() + (hasNorth ? northernServers() : QList<ServerSeed>());
    for (const ServerSeed &seed : servers) {
        addServer(cloud, seed);
    }
}

QString volumeType()
{
    return u"ceph-ssd"_s;
}

} // namespace Demo::OpenStack
