// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cloudoptions.h"
#include "demo/raff/entities.h"
#include "demo/raff/traits.h"
#include "demo/schedule.h"

#include <QList>
#include <QRandomGenerator>

#include <functional>
#include <map>

namespace Demo::Raff {

// The state behind one customer's account: what it holds, and what is going on in it. Not safe to
// use from several threads at once.
class Account
{
public:
    Account(const CloudOptions &options, Instant start);

    // Lets everything happen that is due by now.
    void advance(Instant now);
    [[nodiscard]] Instant now() const;

    [[nodiscard]] const Project *findProject(const QString &id) const;
    [[nodiscard]] Vm *findVm(const QString &id);
    [[nodiscard]] const Vm *findVm(const QString &id) const;
    [[nodiscard]] Volume *findVolume(int id);
    [[nodiscard]] Snapshot *findSnapshot(int id);
    // A public one, or an image of this account that is ready.
    [[nodiscard]] const Template *findTemplate(const QString &id) const;
    [[nodiscard]] bool isFull() const;

    // Give it an id. References to others of its kind are void afterwards.
    Vm &addVm(Vm vm);
    Volume &addVolume(Volume volume);
    Snapshot &addSnapshot(Snapshot snapshot);

    void setState(Vm &vm, VmState state, Instant at);
    // Whatever happens to a server that is gone by then does not happen.
    void later(const Vm &vm, std::chrono::duration<double> after,
               const std::function<void(Vm &, Instant)> &effect);
    void later(const Volume &volume, std::chrono::duration<double> after,
               const std::function<void(Volume &, Instant)> &effect);
    // Its snapshots die with it.
    void remove(const Vm &vm);

    // A share between low and high, the next of the seeded sequence.
    [[nodiscard]] double random(double low, double high);

    QList<Project> projects;
    QList<Vm> vms;
    QList<Volume> volumes;
    std::map<int, Snapshot> snapshots;
    QList<Template> images;
    Schedule schedule;
    const Pace pace;
    const Traits traits;

private:
    Instant m_now;
    QRandomGenerator m_random;
    std::optional<int> m_snapshotLimit;
    int m_lastVm = 0;
    int m_lastVolume = 300;
    int m_lastSnapshot = 4100;
};

[[nodiscard]] QString accountId();
[[nodiscard]] QString ownerId();

} // namespace Demo::Raff
