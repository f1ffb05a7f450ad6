// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/account.h"

#include "demo/raff/accountdata.h"
#include "demo/raff/catalogue.h"
#include "demo/raff/snapshotdata.h"
#include "demo/raff/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

// The first addresses belong to the network itself.
const int hostsBefore = 10;

template <typename T, typename Key>
auto findById(T &all, const Key &id)
{
    const auto found = std::ranges::find_if(all, [&id](const auto &one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

Account::Account(const CloudOptions &options, Instant start)
    : pace(options.timeFactor)
    , traits(Traits::from(options.variants))
    , m_now(start)
    , m_random(options.seed)
    , m_snapshotLimit(options.snapshotLimit)
{
    addProjects(*this);
    addVmsAndVolumes(*this);
    addSnapshots(*this, options.snapshotCount);
}

void Account::advance(Instant now)
{
    m_now = std::max(m_now, now);
    schedule.runUntil(m_now);
}

Instant Account::now() const
{
    return m_now;
}

const Project *Account::findProject(const QString &id) const
{
    return findById(projects, id);
}

Vm *Account::findVm(const QString &id)
{
    return findById(vms, id);
}

const Vm *Account::findVm(const QString &id) const
{
    return findById(vms, id);
}

Volume *Account::findVolume(int id)
{
    return findById(volumes, id);
}

Snapshot *Account::findSnapshot(int id)
{
    const auto found = snapshots.find(id);
    return found == snapshots.end() ? nullptr : &found->second;
}

const Template *Account::findTemplate(const QString &id) const
{
    if (const Template *known = findById(publicTemplates(), id)) {
        return known;
    }
    const Template *image = findById(images, id);
    return image && image->usableFrom <= m_now ? image : nullptr;
}

// The vendor itself sets no limit.
bool Account::isFull() const
{
    return m_snapshotLimit && static_cast<int>(snapshots.size()) >= *m_snapshotLimit;
}

Vm &Account::addVm(Vm vm)
{
    ++m_lastVm;
    vm.id = uuidOf(u"vm"_s, QString::number(m_lastVm));
    vm.host = hostsBefore + m_lastVm;
    return vms.emplaceBack(std::move(vm));
}

Volume &Account::addVolume(Volume volume)
{
    volume.id = ++m_lastVolume;
    return volumes.emplaceBack(std::move(volume));
}

Snapshot &Account::addSnapshot(Snapshot snapshot)
{
    snapshot.id = ++m_lastSnapshot;
    return snapshots.emplace(snapshot.id, std::move(snapshot)).first->second;
}

void Account::setState(Vm &vm, VmState state, Instant at)
{
    vm.state = state;
    vm.updated = at;
}

void Account::later(const Vm &vm, std::chrono::duration<double> after,
                    const std::function<void(Vm &, Instant)> &effect)
{
    schedule.at(m_now + pace(after), [this, id = vm.id, effect](Instant at) {
        if (Vm *found = findVm(id)) {
            effect(*found, at);
        }
    });
}

void Account::later(const Volume &volume, std::chrono::duration<double> after,
                    const std::function<void(Volume &, Instant)> &effect)
{
    schedule.at(m_now + pace(after), [this, id = volume.id, effect](Instant at) {
        if (Volume *found = findVolume(id)) {
            effect(*found, at);
        }
    });
}

void Account::remove(const Vm &vm)
{
    const QString id = vm.id;
    std::erase_if(snapshots, [&id](const auto &entry) {
        return entry.second.kind == SnapshotKind::Vm && entry.second.vm == id;
    });
    vms.removeIf([&id](const Vm &one) { return one.id == id; });
}

double Account::random(double low, double high)
{
    return low + m_random.generateDouble() * (high - low);
}

QString accountId()
{
    return uuidOf(u"account"_s, u"raff-lab"_s);
}

QString ownerId()
{
    return uuidOf(u"user"_s, u"owner"_s);
}

} // namespace Demo::Raff
