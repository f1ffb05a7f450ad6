// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/tenant.h"

#include "demo/stackconsole/catalogue.h"
#include "demo/stackconsole/snapshotdata.h"
#include "demo/stackconsole/tenantdata.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::StackConsole {

namespace {

const int usualProjectQuota = 20;
const int usualAccountQuota = 60;
const auto snapshotLag = 8s;
const auto machineLag = 60s;

template <typename T>
auto findIn(T &all, const QString &slug)
{
    const auto found =
        std::ranges::find_if(all, [&slug](const auto &one) { return one.slug == slug; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

Tenant::Tenant(const CloudOptions &options, Instant start)
    : pace(options.timeFactor)
    , traits(Traits::from(options.variants))
    , m_now(start)
    , m_random(options.seed)
{
    addMachinesAndVolumes(*this);
    addSnapshots(*this, options.snapshotCount);
    setQuotas(options);
}

// What is there already fits in, with as much room as an account has that holds nothing.
void Tenant::setQuotas(const CloudOptions &options)
{
    m_projectQuota = usualProjectQuota;
    m_accountQuota = usualAccountQuota;
    for (const SnapshotKind kind : {SnapshotKind::Volume, SnapshotKind::Machine}) {
        m_accountQuota = std::max(m_accountQuota, countOf(kind, {}) + usualProjectQuota);
        for (const Project &project : projects()) {
            const int held = countOf(kind, project.slug);
            if (held >= usualProjectQuota) {
                m_projectQuota = std::max(m_projectQuota, held + usualProjectQuota);
            }
        }
    }
    m_accountQuota = options.snapshotLimit.value_or(m_accountQuota);
}

int Tenant::countOf(SnapshotKind kind, const QString &project) const
{
    return static_cast<int>(std::ranges::count_if(snapshots, [&](const auto &entry) {
        const Snapshot &snapshot = entry.second;
        return snapshot.kind == kind && !snapshot.isGone
            && (project.isEmpty() || snapshot.project == project);
    }));
}

void Tenant::advance(Instant now)
{
    m_now = std::max(m_now, now);
    schedule.runUntil(m_now);
}

Instant Tenant::now() const
{
    return m_now;
}

Machine *Tenant::findMachine(const QString &slug)
{
    return findIn(machines, slug);
}

const Machine *Tenant::findMachine(const QString &slug) const
{
    return findIn(machines, slug);
}

Volume *Tenant::findVolume(const QString &slug)
{
    return findIn(volumes, slug);
}

const Volume *Tenant::findVolume(const QString &slug) const
{
    return findIn(volumes, slug);
}

QList<const Volume *> Tenant::volumesOf(const Machine &machine) const
{
    QList<const Volume *> attached;
    for (const Volume &volume : volumes) {
        if (volume.machine == machine.slug) {
            attached.append(&volume);
        }
    }
    return attached;
}

Snapshot *Tenant::findSnapshot(SnapshotKind kind, const QString &slug)
{
    for (auto &[number, snapshot] : snapshots) {
        if (snapshot.slug == slug && snapshot.kind == kind && !snapshot.isGone) {
            return &snapshot;
        }
    }
    return nullptr;
}

Snapshot &Tenant::addSnapshot(Snapshot snapshot)
{
    snapshot.number = ++m_lastNumber;
    snapshot.slug = u"%1-%2-%3"_s.arg(snapshot.kind == SnapshotKind::Volume ? u"ss"_s : u"vms"_s,
                                      customerNumber(),
                                      QString::number(snapshot.number).rightJustified(4, u'0'));
    return snapshots.emplace(snapshot.number, std::move(snapshot)).first->second;
}

void Tenant::setState(int snapshotNumber, SnapshotState state, Instant at)
{
    const auto found = snapshots.find(snapshotNumber);
    if (found == snapshots.end() || found->second.isGone) {
        return;
    }
    found->second.state = state;
    schedule.at(at + pace(snapshotLag), [this, snapshotNumber, state](Instant then) {
        const auto shown = snapshots.find(snapshotNumber);
        if (shown != snapshots.end()) {
            shown->second.shown = state;
            shown->second.updated = then;
        }
    });
}

void Tenant::remove(int snapshotNumber, Instant at)
{
    const auto found = snapshots.find(snapshotNumber);
    if (found == snapshots.end()) {
        return;
    }
    found->second.isGone = true;
    schedule.at(at + pace(snapshotLag),
                [this, snapshotNumber](Instant) { snapshots.erase(snapshotNumber); });
}

void Tenant::setState(Machine &machine, MachineState state, Instant at)
{
    machine.state = state;
    schedule.at(at + pace(machineLag),
                [this, slug = machine.slug, state](Instant) { findMachine(slug)->shown = state; });
}

bool Tenant::isNameTaken(const Snapshot &wished) const
{
    return std::ranges::any_of(snapshots, [&wished](const auto &entry) {
        const Snapshot &snapshot = entry.second;
        return !snapshot.isGone && snapshot.kind == wished.kind
            && snapshot.project == wished.project && snapshot.region == wished.region
            && snapshot.name.compare(wished.name, Qt::CaseInsensitive) == 0;
    });
}

QString Tenant::fullQuota(const Snapshot &wished) const
{
    if (countOf(wished.kind, wished.project) >= m_projectQuota) {
        return u"project"_s;
    }
    return countOf(wished.kind, {}) >= m_accountQuota ? u"account"_s : QString();
}

double Tenant::random(double low, double high)
{
    return low + m_random.generateDouble() * (high - low);
}

bool Tenant::nextAnswerHasSlug()
{
    return m_created++ % 2 == 0 && traits.answersWithSlug;
}

} // namespace Demo::StackConsole
