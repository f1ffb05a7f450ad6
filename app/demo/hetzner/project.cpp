// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/project.h"

#include "demo/hetzner/catalogue.h"
#include "demo/hetzner/hosterdata.h"

#include <algorithm>

namespace Demo::Hetzner {

namespace {
const int roomAboveTheData = 60;
const std::size_t roomForServers = 10;
const int hosts = 254;
} // namespace

Project::Project(const CloudOptions &options, Instant start)
    : pace(options.timeFactor)
    , m_now(start)
    , m_random(options.seed)
{
    const QList<Image> offered = systemImages(start);
    for (const Image &image : offered) {
        images.add(image);
    }
    fillWithHosterData(*this, options.snapshotCount);
    m_snapshotLimit = options.snapshotLimit.value_or(images.snapshotCount() + roomAboveTheData);
    m_serverLimit = servers.size() + roomForServers;
}

void Project::advance(Instant now)
{
    m_now = std::max(m_now, now);
    actions.runUntil(m_now);
}

Instant Project::now() const
{
    return m_now;
}

Server *Project::findServer(qint64 id)
{
    const auto found = servers.find(id);
    return found == servers.end() ? nullptr : &found->second;
}

const Volume *Project::findVolume(qint64 id) const
{
    const auto found = volumes.find(id);
    return found == volumes.end() ? nullptr : &found->second;
}

bool Project::isLocked(const Server &server) const
{
    return actions.isBusy({ResourceType::Server, server.id});
}

QList<qint64> Project::volumesOf(qint64 serverId) const
{
    QList<qint64> ids;
    for (const auto &[id, volume] : volumes) {
        if (volume.serverId == serverId) {
            ids.append(id);
        }
    }
    return ids;
}

qint64 Project::nextImageId()
{
    m_lastImageId += 1 + m_random.bounded(40);
    return m_lastImageId;
}

qint64 Project::nextServerId()
{
    m_lastServerId += 1 + m_random.bounded(900);
    return m_lastServerId;
}

int Project::nextHost()
{
    m_lastHost = 1 + m_lastHost % hosts;
    return m_lastHost;
}

bool Project::hasRoomForServer() const
{
    return servers.size() < m_serverLimit;
}

bool Project::hasRoomForSnapshot() const
{
    return images.snapshotCount() < m_snapshotLimit;
}

double Project::random(double low, double high)
{
    return low + m_random.generateDouble() * (high - low);
}

QString Project::randomHex(int digits)
{
    QString text;
    while (text.size() < digits) {
        text += QString::number(m_random.bounded(16), 16);
    }
    return text;
}

} // namespace Demo::Hetzner
