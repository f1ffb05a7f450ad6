// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/hostersnapshots.h"

#include "demo/hetzner/catalogue.h"
#include "demo/hetzner/labels.h"
#include "demo/hetzner/project.h"
#include "demo/hetzner/snapshotseeds.h"
#include "demo/hetzner/timeformat.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::Hetzner {

namespace {

const int backupSlots = 7;
const auto actionsAreKept = 24h * 30;

// Servers of which nothing is left but snapshots.
const Server *formerServer(const QString &name)
{
    static const QList<Server> former{
        {.id = 49'100'233, .name = u"old-web"_s, .diskSize = 40},
        {.id = 55'902'871, .name = u"kunde-lindner"_s, .diskSize = 40},
        {.id = 57'480'119, .name = u"test-vm"_s, .diskSize = 40},
    };
    const auto found = std::ranges::find(former, name, &Server::name);
    return found == former.end() ? nullptr : &*found;
}

const Server *findSource(const Project &project, const QString &name)
{
    for (const auto &[id, server] : project.servers) {
        if (server.name == name) {
            return &server;
        }
    }
    return formerServer(name);
}

Instant atTime(const Project &project, int daysAgo, int hour, int minute)
{
    const auto today = std::chrono::floor<std::chrono::days>(project.now());
    return today - 24h * daysAgo + std::chrono::hours(hour) + std::chrono::minutes(minute);
}

// What an image takes over from the server it is made of.
Image imageOf(const Project &project, const Server *source)
{
    Image image;
    image.osFlavor = u"debian"_s;
    image.osVersion = u"12"_s;
    image.diskSize = 40;
    if (!source) {
        return image;
    }
    image.source = ImageSource{source->id, source->name};
    image.diskSize = source->diskSize;
    if (const ServerType *type = findServerType(source->typeId)) {
        image.architecture = type->architecture;
        const Image *system = project.images.find(source->imageId.value_or(0));
        image.osFlavor = system ? system->osFlavor : u"unknown"_s;
        image.osVersion = system ? system->osVersion : QString();
    }
    return image;
}

Image snapshot(Project &project, const SnapshotSeed &seed)
{
    Image image = imageOf(project, findSource(project, seed.server));
    image.created = atTime(project, seed.daysAgo, seed.hour, seed.minute)
        + std::chrono::milliseconds(static_cast<int>(project.random(0, 59'000)));
    image.description = seed.description;
    image.description.replace(u"{date}"_s, dateText(image.created));
    if (seed.size > 0) {
        image.size = seed.size;
    } else {
        image.status = ImageStatus::Unavailable;
    }
    image.isProtected = seed.protection == SnapshotSeed::Protection::On;
    image.labels = labelsFrom(seed.labels);
    return image;
}

// Spread evenly over the year, taken from all servers in turn.
Image nightlySnapshot(Project &project, int index, int count)
{
    const int serverIndex = index % static_cast<int>(project.servers.size());
    const Server &source = std::next(project.servers.begin(), serverIndex)->second;
    Image image = imageOf(project, &source);
    const auto age = std::chrono::minutes(60) + 24h * 364 * (count - index) / count;
    image.created = project.now() - std::chrono::floor<std::chrono::seconds>(age);
    image.description = u"nightly %1 %2"_s.arg(source.name, dateText(image.created));
    image.size = std::round(source.used * project.random(80, 102)) / 100;
    image.labels = labelsFrom(u"schedule=nightly"_s);
    return image;
}

void appendBackups(Project &project, QList<Image> &images)
{
    for (const auto &[id, server] : project.servers) {
        for (int day = server.hasBackups ? backupSlots : 0; day > 0; --day) {
            Image image = imageOf(project, &server);
            image.type = ImageType::Backup;
            image.boundTo = id;
            image.created = atTime(project, day, 2, 14)
                + std::chrono::milliseconds(static_cast<int>(project.random(0, 900'000)));
            image.description = u"Backup %1"_s.arg(timeText(image.created));
            image.size = std::round(server.used * project.random(98, 100)) / 100;
            images.append(image);
        }
    }
}

QList<Image> snapshots(Project &project, std::optional<int> wanted)
{
    const QList<SnapshotSeed> seeds = snapshotSeeds();
    const qsizetype count = wanted.value_or(static_cast<int>(seeds.size()));
    // They come last.
    const QList<SnapshotSeed> newest = seeds.last(std::min(count, seeds.size()));
    QList<Image> images;
    for (const SnapshotSeed &seed : newest) {
        images.append(snapshot(project, seed));
    }
    const int nightly = static_cast<int>(std::max<qsizetype>(0, count - seeds.size()));
    for (int i = 0; i < nightly; ++i) {
        images.append(nightlySnapshot(project, i, nightly));
    }
    return images;
}

void addPastAction(Project &project, const Image &image)
{
    if (!image.source || !image.size || image.created < project.now() - actionsAreKept) {
        return;
    }
    Action action;
    action.command = u"create_image"_s;
    action.started = image.created;
    action.lasts = std::chrono::round<std::chrono::seconds>(*image.size * 7s);
    action.resources = {{ResourceType::Server, image.source->id}, {ResourceType::Image, image.id}};
    project.actions.addPast(action);
}

} // namespace

void addHosterImages(Project &project, std::optional<int> snapshotCount)
{
    QList<Image> images = snapshots(project, snapshotCount);
    appendBackups(project, images);
    std::ranges::stable_sort(images, {}, &Image::created);
    for (Image &image : images) {
        image.id = project.nextImageId();
        project.images.add(image);
        addPastAction(project, image);
    }
}

} // namespace Demo::Hetzner
