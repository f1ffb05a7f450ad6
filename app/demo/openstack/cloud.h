// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cloudoptions.h"
#include "demo/openstack/directory.h"
#include "demo/openstack/entities.h"
#include "demo/openstack/traits.h"
#include "demo/schedule.h"

#include <QRandomGenerator>

#include <functional>
#include <map>

namespace Demo::OpenStack {

struct Quota
{
    int volumes = 20;
    int snapshots = 0;
    int gigabytes = 0;
    int instances = 10;
    int cores = 40;
    int ram = 131'072;
};

// The state behind every service: what the cloud holds, and what is going on in it. Not safe to use
// from several threads at once.
class Cloud
{
public:
    Cloud(const CloudOptions &options, Instant start);

    // Lets everything happen that is due by now.
    void advance(Instant now);
    [[nodiscard]] Instant now() const;

    // Null for what is not there or belongs to another site. Images that are public are found too.
    [[nodiscard]] Volume *findVolume(const Site &site, const QString &id);
    [[nodiscard]] Snapshot *findSnapshot(const Site &site, const QString &id);
    [[nodiscard]] Server *findServer(const Site &site, const QString &id);
    [[nodiscard]] Image *findImage(const Site &site, const QString &id);
    [[nodiscard]] const Flavor *findFlavor(const QString &id) const;
    [[nodiscard]] const Project *findProject(const QString &id) const;
    // What belongs to a volume, the latest first. To the second: of those that were made within
    // one second any may come first.
    [[nodiscard]] QList<Snapshot *> snapshotsOf(const QString &volume);

    // An id that nothing has yet.
    [[nodiscard]] QString newId();
    Volume &add(Volume volume);
    Snapshot &add(Snapshot snapshot);
    Server &add(Server server);
    Image &add(Image image);

    // Whatever would happen to something that is gone by then does not happen.
    template <typename T>
    void later(std::map<QString, T> &all, const QString &id, std::chrono::duration<double> after,
               const std::function<void(T &, Instant)> &effect)
    {
        schedule.at(m_now + pace(after), [&all, id, effect](Instant at) {
            const auto found = all.find(id);
            if (found != all.end()) {
                effect(found->second, at);
            }
        });
    }
    void setStatus(Volume &volume, VolumeStatus status, Instant at);
    void setStatus(Snapshot &snapshot, SnapshotStatus status, Instant at);
    void tell(const Site &site, const QString &resource, const QString &event, const QString &text,
              const QString &requestId, Instant at);

    // A share between low and high, the next of the seeded sequence.
    [[nodiscard]] double random(double low, double high);

    [[nodiscard]] QStringList regions() const;
    [[nodiscard]] QStringList zones(const QString &region) const;

    const Traits traits;
    const Pace pace;
    const QList<Project> projects;
    const QList<Flavor> flavors;
    Directory directory;
    Quota quota;
    std::map<QString, Volume> volumes;
    std::map<QString, Snapshot> snapshots;
    std::map<QString, Server> servers;
    std::map<QString, Image> images;
    QList<ActionRecord> actions;
    QList<Message> messages;
    Schedule schedule;

private:
    Instant m_now;
    QRandomGenerator m_random;
    int m_lastId = 0;
};

} // namespace Demo::OpenStack
