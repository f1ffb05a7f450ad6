// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/tenantdata.h"

#include "demo/stackconsole/tenant.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::StackConsole {

namespace {

QString yangon()
{
    return u"1cng-ygn-az01"_s;
}

QString singapore()
{
    return u"1cng-sgp-az01"_s;
}

struct MachineSeed
{
    QString name;
    QString slug;
    QString project;
    QString region;
    int daysOld = 0;
    MachineState state = MachineState::Running;
    // The names that the orchestrator gives to system disks.
    QString rootName;
    QString rootSlug;
    int rootSize = 0;
};

enum class Plight { None, SnapshotsHidden, Suspended };

struct VolumeSeed
{
    QString name;
    QString slug;
    int size = 0;
    QString machine;
    QString project;
    QString region;
    QString category;
    int daysOld = 0;
    Plight plight = Plight::None;
};

QList<MachineSeed> machineSeeds()
{
    using enum MachineState;
    return {
        {u"web-portal"_s, u"vm-001041-0003"_s, u"default-41"_s, yangon(), 402, Running,
         u"ROOT-161"_s, u"root-4153"_s, 50},
        {u"erp-app"_s, u"vm-001041-0004"_s, u"default-41"_s, yangon(), 396, Running, u"ROOT-164"_s,
         u"root-4161"_s, 100},
        {u"mail-gw"_s, u"vm-001041-0007"_s, u"default-41"_s, yangon(), 371, Stopped, u"ROOT-188"_s,
         u"root-4290"_s, 40},
        {u"ci-runner"_s, u"vm-001041-0011"_s, u"software-2"_s, yangon(), 260, Running,
         u"ROOT-231"_s, u"root-4502"_s, 80},
        {u"staging"_s, u"vm-001041-0012"_s, u"software-2"_s, singapore(), 204, Running,
         u"ROOT-92"_s, u"root-4617"_s, 60},
        {u"test-bench"_s, u"vm-001041-0016"_s, u"test-7"_s, yangon(), 118, Stopped, u"ROOT-305"_s,
         u"root-4733"_s, 20},
    };
}

QList<VolumeSeed> volumeSeeds()
{
    return {
        {u"erp-db"_s, u"bs-001041-0005"_s, 500, u"vm-001041-0004"_s, u"default-41"_s, yangon(),
         u"nvme"_s, 396},
        {u"mail-spool"_s, u"bs-001041-0008"_s, 200, u"vm-001041-0007"_s, u"default-41"_s, yangon(),
         u"nvme"_s, 371},
        {u"old site files"_s,
         u"bs-001041-0009"_s,
         30,
         {},
         u"default-41"_s,
         yangon(),
         u"nvme"_s,
         330},
        {u"artifact-cache"_s, u"bs-001041-0013"_s, 120, u"vm-001041-0011"_s, u"software-2"_s,
         yangon(), u"nvme"_s, 255, Plight::SnapshotsHidden},
        {u"customer-archive"_s,
         u"bs-001041-0014"_s,
         250,
         {},
         u"software-2"_s,
         singapore(),
         u"ssd"_s,
         199,
         Plight::Suspended},
        {u"scratch disk"_s, u"bs-001041-0017"_s, 25, {}, u"test-7"_s, yangon(), u"nvme"_s, 90},
    };
}

} // namespace

void addMachinesAndVolumes(Tenant &tenant)
{
    const QList<MachineSeed> machines = machineSeeds();
    for (const MachineSeed &seed : machines) {
        const Instant created = tenant.now() - 24h * seed.daysOld - 3h;
        tenant.machines.append(
            {seed.name, seed.slug, seed.project, seed.region, created, seed.state, seed.state});
        Volume root;
        root.name = seed.rootName;
        root.slug = seed.rootSlug;
        root.size = seed.rootSize;
        root.isRoot = true;
        root.machine = seed.slug;
        root.project = seed.project;
        root.region = seed.region;
        root.storageCategory = u"nvme"_s;
        root.created = created;
        tenant.volumes.append(root);
    }
    const QList<VolumeSeed> volumes = volumeSeeds();
    for (const VolumeSeed &seed : volumes) {
        Volume volume;
        volume.name = seed.name;
        volume.slug = seed.slug;
        volume.size = seed.size;
        volume.machine = seed.machine;
        volume.project = seed.project;
        volume.region = seed.region;
        volume.storageCategory = seed.category;
        volume.created = tenant.now() - 24h * seed.daysOld - 2h;
        volume.isSnapshotHidden = seed.plight == Plight::SnapshotsHidden;
        if (seed.plight == Plight::Suspended) {
            volume.suspended = tenant.now() - 24h * 11;
        }
        tenant.volumes.append(volume);
    }
    std::ranges::stable_sort(tenant.volumes, {}, &Volume::created);
}

} // namespace Demo::StackConsole
