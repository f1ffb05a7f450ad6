// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/cloud.h"

#include "demo/openstack/hosterdata.h"
#include "demo/openstack/imagedata.h"
#include "demo/openstack/snapshotdata.h"
#include "demo/openstack/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const int roomForSnapshots = 20;
const int roomForGigabytes = 4000;

template <typename T>
T *entryAt(std::map<QString, T> &all, const Site &site, const QString &id)
{
    const auto found = all.find(id);
    return found == all.end() || found->second.site != site ? nullptr : &found->second;
}

template <typename T>
T &enter(std::map<QString, T> &all, T entry)
{
    const QString id = entry.id;
    return all.insert_or_assign(id, std::move(entry)).first->second;
}

bool isLater(const Snapshot *one, const Snapshot *other)
{
    const Instant left = wholeSecond(one->created);
    const Instant right = wholeSecond(other->created);
    return left == right ? one->id > other->id : left > right;
}

Quota quotaFor(const Cloud &cloud, std::optional<int> snapshotLimit)
{
    const QString &project = cloud.projects.constFirst().id;
    int snapshots = 0;
    int gigabytes = 0;
    for (const auto &[id, snapshot] : cloud.snapshots) {
        snapshots += snapshot.site.project == project ? 1 : 0;
        gigabytes += snapshot.site.project == project ? snapshot.size : 0;
    }
    for (const auto &[id, volume] : cloud.volumes) {
        gigabytes += volume.site.project == project ? volume.size : 0;
    }
    Quota quota;
    quota.snapshots = snapshotLimit.value_or(snapshots + roomForSnapshots);
    quota.gigabytes = gigabytes + roomForGigabytes;
    return quota;
}

} // namespace

Cloud::Cloud(const CloudOptions &options, Instant start)
    : traits(Traits::from(options.variants))
    , pace(options.timeFactor)
    , projects(hosterProjects())
    , flavors(hosterFlavors())
    , directory(options, projects)
    , m_now(start)
    , m_random(options.seed)
{
    addPublicImages(*this);
    addServersAndVolumes(*this);
    addServerImages(*this, options.snapshotCount);
    addSnapshots(*this, options.snapshotCount);
    quota = quotaFor(*this, options.snapshotLimit);
}

void Cloud::advance(Instant now)
{
    m_now = std::max(m_now, now);
    schedule.runUntil(m_now);
}

Instant Cloud::now() const
{
    return m_now;
}

Volume *Cloud::findVolume(const Site &site, const QString &id)
{
    return entryAt(volumes, site, id);
}

Snapshot *Cloud::findSnapshot(const Site &site, const QString &id)
{
    return entryAt(snapshots, site, id);
}

Server *Cloud::findServer(const Site &site, const QString &id)
{
    return entryAt(servers, site, id);
}

Image *Cloud::findImage(const Site &site, const QString &id)
{
    const auto found = images.find(id);
    if (found == images.end() || found->second.site.region != site.region) {
        return nullptr;
    }
    Image &image = found->second;
    return image.isPublic || image.site.project == site.project ? &image : nullptr;
}

const Flavor *Cloud::findFlavor(const QString &id) const
{
    const auto found = std::ranges::find(flavors, id, &Flavor::id);
    return found == flavors.end() ? nullptr : &*found;
}

const Project *Cloud::findProject(const QString &id) const
{
    const auto found = std::ranges::find(projects, id, &Project::id);
    return found == projects.end() ? nullptr : &*found;
}

QList<Snapshot *> Cloud::snapshotsOf(const QString &volume)
{
    QList<Snapshot *> found;
    for (auto &[id, snapshot] : snapshots) {
        if (snapshot.volume == volume) {
            found.append(&snapshot);
        }
    }
    std::ranges::sort(found, isLater);
    return found;
}

QString Cloud::newId()
{
    return uuidOf(u"made"_s, QString::number(++m_lastId));
}

Volume &Cloud::add(Volume volume)
{
    return enter(volumes, std::move(volume));
}

Snapshot &Cloud::add(Snapshot snapshot)
{
    return enter(snapshots, std::move(snapshot));
}

Server &Cloud::add(Server server)
{
    return enter(servers, std::move(server));
}

Image &Cloud::add(Image image)
{
    return enter(images, std::move(image));
}

void Cloud::setStatus(Volume &volume, VolumeStatus status, Instant at)
{
    volume.status = status;
    volume.updated = at;
}

void Cloud::setStatus(Snapshot &snapshot, SnapshotStatus status, Instant at)
{
    snapshot.status = status;
    snapshot.updated = at;
}

void Cloud::tell(const Site &site, const QString &resource, const QString &event,
                 const QString &text, const QString &requestId, Instant at)
{
    messages.prepend({newId(), site, event, text, resource, requestId, at});
}

double Cloud::random(double low, double high)
{
    return low + m_random.generateDouble() * (high - low);
}

QStringList Cloud::regions() const
{
    return traits.hasSecondRegion ? QStringList{u"fra"_s, u"ber"_s} : QStringList{u"fra"_s};
}

QStringList Cloud::zones(const QString &region) const
{
    return region == "fra"_L1 ? QStringList{u"fra-a"_s, u"fra-b"_s} : QStringList{u"ber-a"_s};
}

} // namespace Demo::OpenStack
