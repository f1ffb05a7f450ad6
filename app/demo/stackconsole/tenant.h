// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cloudoptions.h"
#include "demo/schedule.h"
#include "demo/stackconsole/entities.h"
#include "demo/stackconsole/traits.h"

#include <QList>
#include <QRandomGenerator>

#include <map>

namespace Demo::StackConsole {

// The state behind one account: what it holds, what is going on in it, and its quotas. Not safe to
// use from several threads at once.
class Tenant
{
public:
    Tenant(const CloudOptions &options, Instant start);

    // Lets everything happen that is due by now.
    void advance(Instant now);
    [[nodiscard]] Instant now() const;

    [[nodiscard]] Machine *findMachine(const QString &slug);
    [[nodiscard]] const Machine *findMachine(const QString &slug) const;
    [[nodiscard]] Volume *findVolume(const QString &slug);
    [[nodiscard]] const Volume *findVolume(const QString &slug) const;
    [[nodiscard]] QList<const Volume *> volumesOf(const Machine &machine) const;
    // Those that are gone are not found any more.
    [[nodiscard]] Snapshot *findSnapshot(SnapshotKind kind, const QString &slug);

    // Gives it a number and a slug.
    Snapshot &addSnapshot(Snapshot snapshot);
    // Lists show it later. Nothing happens to what is gone.
    void setState(int snapshotNumber, SnapshotState state, Instant at);
    void remove(int snapshotNumber, Instant at);
    void setState(Machine &machine, MachineState state, Instant at);

    [[nodiscard]] bool isNameTaken(const Snapshot &wished) const;
    // Which quota has no room for one more: "project", "account" or empty.
    [[nodiscard]] QString fullQuota(const Snapshot &wished) const;
    [[nodiscard]] int projectQuota() const { return m_projectQuota; }
    [[nodiscard]] int accountQuota() const { return m_accountQuota; }

    // A share between low and high, the next of the seeded sequence.
    [[nodiscard]] double random(double low, double high);
    // Every other one, beginning with the first; none where the operator has it so.
    [[nodiscard]] bool nextAnswerHasSlug();

    std::map<int, Snapshot> snapshots;
    QList<Machine> machines;
    QList<Volume> volumes;
    Schedule schedule;
    const Pace pace;
    const Traits traits;

private:
    void setQuotas(const CloudOptions &options);
    [[nodiscard]] int countOf(SnapshotKind kind, const QString &project) const;

    Instant m_now;
    QRandomGenerator m_random;
    int m_lastNumber = 0;
    int m_created = 0;
    int m_projectQuota = 0;
    int m_accountQuota = 0;
};

} // namespace Demo::StackConsole
