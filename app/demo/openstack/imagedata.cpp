// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/imagedata.h"

#include "demo/openstack/cloud.h"
#include "demo/openstack/serverimage.h"
#include "demo/openstack/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::OpenStack {

namespace {

// A data set of fewer snapshots has those of volumes alone.
const int fewestWithImages = 50;
const qint64 mebibyte = qint64(1024) * 1024;

struct PublicImage
{
    QString name;
    QString system;
    qint64 size = 0;
    int minDisk = 0;
    int daysAgo = 0;
};

struct ServerImageSeed
{
    QString server;
    int daysAgo = 0;
    int hour = 0;
    // In MiB; of a server on volumes nothing is kept in the image itself.
    int size = 0;
    // "{date}" stands for the day it was taken.
    QString name;
    Metadata metadata;
    bool isProtected = false;
};

QList<PublicImage> publicImages()
{
    return {
        {u"debian-13"_s, u"debian"_s, 412 * mebibyte, 5, 45},
        {u"debian-12"_s, u"debian"_s, 398 * mebibyte, 5, 310},
        {u"ubuntu-24.04"_s, u"ubuntu"_s, 596 * mebibyte, 5, 120},
        {u"rocky-9"_s, u"rocky"_s, 870 * mebibyte, 10, 200},
    };
}

QList<ServerImageSeed> serverImageSeeds()
{
    return {
        {u"web-1"_s, 211, 3, 7'940, u"web-1 golden"_s, {{u"purpose"_s, u"golden"_s}}, true},
        {u"web-2"_s, 133, 22, 8'130, u"web-2 before nginx 1.29"_s, {}},
        {u"shop-nordwind"_s, 98, 14, 21'480, u"Nordwind: vor Relaunch 🚀"_s, {}},
        {u"ci-runner"_s, 40, 19, 30'210, u"runner + docker cache"_s, {}},
        {u"web-1"_s, 26, 3, 8'420, u"web-1-{date}"_s, {{u"by"_s, u"cron"_s}}},
        {u"mail"_s, 19, 4, 0, u"mail before Dovecot 2.4"_s, {}},
        {u"db-1"_s, 12, 1, 17'900, u"db-1 before PostgreSQL 17"_s, {}},
        {u"kanzlei-weber"_s, 9, 21, 0, u"Kanzlei {date}"_s, {}},
        {u"praxis-lorenz"_s, 6, 20, 9'310, u"praxis-lorenz {date}"_s, {}},
        {u"web-1"_s, 2, 3, 8'510, u"web-1-{date}"_s, {{u"by"_s, u"cron"_s}}},
    };
}

Instant momentOf(Instant now, int daysAgo, int hour)
{
    return std::chrono::floor<std::chrono::days>(now) - 24h * daysAgo + std::chrono::hours(hour)
        + 12min + 27s;
}

void addServerImage(Cloud &cloud, const ServerImageSeed &seed)
{
    Server &server = cloud.servers.at(uuidOf(u"server"_s, seed.server));
    const Instant created = momentOf(cloud.now(), seed.daysAgo, seed.hour);
    QString name = seed.name;
    name.replace(u"{date}"_s, dateInName(created));
    Image image = imageOf(cloud, server, name, created);
    image.id = uuidOf(u"image"_s, name);
    for (auto it = seed.metadata.cbegin(); it != seed.metadata.cend(); ++it) {
        image.properties.insert(it.key(), it.value());
    }
    if (server.isVolumeBacked) {
        snapshotVolumes(cloud, server, image, created);
    } else {
        fillImage(image, seed.size * mebibyte);
    }
    image.status = ImageStatus::Active;
    image.isProtected = seed.isProtected;
    image.updated = created + 2min;
    cloud.actions.append({server.id, u"createImage"_s, u"req-"_s + uuidOf(u"request"_s, name),
                          server.user, server.site.project, created, image.updated, false});
    cloud.add(std::move(image));
}

} // namespace

void addPublicImages(Cloud &cloud)
{
    const QStringList regions = cloud.regions();
    const QList<PublicImage> systems = publicImages();
    for (const QString &region : regions) {
        for (const PublicImage &system : systems) {
            Image image;
            image.id = publicImageId(region, system.name);
            image.site = {hexIdOf(u"project"_s, u"operator"_s), region};
            image.name = system.name;
            image.isPublic = true;
            image.isProtected = true;
            image.size = system.size;
            image.minDisk = system.minDisk;
            image.diskFormat = u"qcow2"_s;
            image.properties = {{u"os_distro"_s, system.system}, {u"architecture"_s, u"x86_64"_s}};
            image.created = momentOf(cloud.now(), system.daysAgo, 6);
            image.updated = image.created + 1min;
            cloud.add(std::move(image));
        }
    }
}

void addServerImages(Cloud &cloud, std::optional<int> wanted)
{
    const QList<ServerImageSeed> seeds = serverImageSeeds();
    if (wanted && *wanted < fewestWithImages) {
        return;
    }
    for (const ServerImageSeed &seed : seeds) {
        // Those of servers on volumes would bring snapshots of these along.
        if (!wanted || seed.size > 0) {
            addServerImage(cloud, seed);
        }
    }
}

QString publicImageId(const QString &region, const QString &name)
{
    return uuidOf(u"image"_s, QString(region + u'/' + name));
}

Metadata publicImageMetadata(const QString &name)
{
    return {{u"signature_verified"_s, u"False"_s},
            {u"image_id"_s, publicImageId(u"fra"_s, name)},
            {u"image_name"_s, name},
            {u"container_format"_s, u"bare"_s},
            {u"disk_format"_s, u"qcow2"_s},
            {u"min_disk"_s, u"5"_s},
            {u"min_ram"_s, u"0"_s}};
}

} // namespace Demo::OpenStack
