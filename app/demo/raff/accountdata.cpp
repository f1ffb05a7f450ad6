// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/accountdata.h"

#include "demo/raff/account.h"
#include "demo/raff/catalogue.h"
#include "demo/raff/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::Raff {

namespace {

const auto production = "production"_L1;
const auto clients = "client-shops"_L1;
const auto lab = "lab"_L1;

enum class Habit { Subscribed, PaysAsItGoes, FailsCaptures };

struct VmSeed
{
    QString name;
    QString project;
    int plan = 0;
    int templatePlace = 0;
    int daysOld = 0;
    VmState state = VmState::Active;
    QStringList tags;
    Habit habit = Habit::Subscribed;
};

struct VolumeSeed
{
    QString name;
    QString project;
    int size = 0;
    // Empty: attached to none.
    QString vm;
    int daysOld = 0;
    VolumeState state = VolumeState::Attached;
};

QString projectId(const QString &slug)
{
    return uuidOf(u"project"_s, slug);
}

QList<VmSeed> vmSeeds()
{
    using enum VmState;
    using enum Habit;
    return {
        {u"Finance"_s, production, 7, 0, 412, Active, {u"accounting"_s}},
        {u"db-primary"_s, production, 8, 2, 405, Active, {u"postgres"_s, u"critical"_s}},
        {u"web-01"_s, production, 4, 0, 398, Active, {u"web"_s}},
        {u"mail"_s, production, 3, 2, 371, Active, {}},
        {u"legacy-cms"_s, clients, 2, 0, 340, Passive, {}, PaysAsItGoes},
        {u"shop-harbor"_s, clients, 4, 4, 260, Active, {u"shop"_s}},
        {u"shop-lindqvist"_s, clients, 3, 4, 201, Active, {u"shop"_s}},
        {u"ci-runner"_s, lab, 5, 1, 150, Active, {}, FailsCaptures},
        {u"win-test"_s, lab, 6, 5, 96, Passive, {}, PaysAsItGoes},
        {u"sandbox"_s, lab, 1, 3, 9, Failure, {}, PaysAsItGoes},
    };
}

QList<VolumeSeed> volumeSeeds()
{
    using enum VolumeState;
    return {
        {u"finance-docs"_s, production, 200, u"Finance"_s, 410},
        {u"db-data"_s, production, 500, u"db-primary"_s, 405},
        {u"db-wal"_s, production, 100, u"db-primary"_s, 404},
        {u"mail-store"_s, production, 300, u"mail"_s, 371},
        {u"cms-archive"_s, clients, 120, {}, 338, Available},
        {u"harbor-media"_s, clients, 250, u"shop-harbor"_s, 259},
        {u"ci-cache"_s, lab, 80, u"ci-runner"_s, 149},
        {u"scratch"_s, lab, 10, {}, 12, Failed},
    };
}

void addVm(Account &account, const VmSeed &seed)
{
    Vm vm;
    vm.name = seed.name;
    vm.project = projectId(seed.project);
    vm.plan = seed.plan;
    vm.templateId = publicTemplates().at(seed.templatePlace).id;
    vm.state = seed.state;
    vm.isSubscribed = seed.habit == Habit::Subscribed;
    vm.failsCaptures = seed.habit == Habit::FailsCaptures;
    vm.tags = seed.tags;
    vm.created = account.now() - 24h * seed.daysOld - 5h;
    vm.updated = vm.created + 2min;
    account.addVm(std::move(vm));
}

void addVolume(Account &account, const VolumeSeed &seed)
{
    const auto vm = std::ranges::find(account.vms, seed.vm, &Vm::name);
    Volume volume;
    volume.name = seed.name;
    volume.project = projectId(seed.project);
    volume.size = seed.size;
    volume.vm = vm == account.vms.end() ? QString() : vm->id;
    volume.state = seed.state;
    volume.created = account.now() - 24h * seed.daysOld - 4h;
    volume.updated = volume.created + 1min;
    account.addVolume(std::move(volume));
}

} // namespace

void addProjects(Account &account)
{
    const auto add = [&account](const QString &slug, const QString &name,
                                const QString &description, int daysOld) {
        account.projects.append({projectId(slug), name, slug, description,
                                 account.projects.isEmpty(), account.now() - 24h * daysOld});
    };
    add(production, u"Production"_s, u"What customers see"_s, 420);
    add(clients, u"Client shops"_s, u"One server a client"_s, 345);
    add(lab, u"Lab"_s, {}, 152);
}

void addVmsAndVolumes(Account &account)
{
    const QList<VmSeed> vms = vmSeeds();
    for (const VmSeed &seed : vms) {
        addVm(account, seed);
    }
    const QList<VolumeSeed> volumes = volumeSeeds();
    for (const VolumeSeed &seed : volumes) {
        addVolume(account, seed);
    }
}

} // namespace Demo::Raff
