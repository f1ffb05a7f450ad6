// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cloudoptions.h"
#include "demo/hetzner/actionlog.h"
#include "demo/hetzner/entities.h"
#include "demo/hetzner/imagestore.h"

#include <QRandomGenerator>

#include <map>

namespace Demo::Hetzner {

// The state behind one token: what it holds, what is going on in it, and its limits. Not safe to
// use from several threads at once.
class Project
{
public:
    Project(const CloudOptions &options, Instant start);

    // Lets everything happen that is due by now.
    void advance(Instant now);
    [[nodiscard]] Instant now() const;

    [[nodiscard]] Server *findServer(qint64 id);
    [[nodiscard]] const Volume *findVolume(qint64 id) const;
    [[nodiscard]] bool isLocked(const Server &server) const;
    [[nodiscard]] QList<qint64> volumesOf(qint64 serverId) const;
    [[nodiscard]] qint64 nextImageId();
    [[nodiscard]] qint64 nextServerId();
    // The last part of an address.
    [[nodiscard]] int nextHost();
    [[nodiscard]] bool hasRoomForSnapshot() const;
    [[nodiscard]] bool hasRoomForServer() const;

    // A share between low and high, the next of the seeded sequence.
    [[nodiscard]] double random(double low, double high);
    [[nodiscard]] QString randomHex(int digits);

    std::map<qint64, Server> servers;
    std::map<qint64, Volume> volumes;
    std::map<qint64, SshKey> sshKeys;
    ImageStore images;
    ActionLog actions;
    const Pace pace;

private:
    Instant m_now;
    QRandomGenerator m_random;
    // Above those of the system images.
    qint64 m_lastImageId = 331'204'110;
    // Above those of the servers it begins with.
    qint64 m_lastServerId = 104'622'018;
    int m_lastHost = 99;
    int m_snapshotLimit = 0;
    std::size_t m_serverLimit = 0;
};

} // namespace Demo::Hetzner
