// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/safetysnapshot.h"

#include "items/consequences.h"
#include "items/displaytext.h"
#include "items/nametemplate.h"

#include <QCoreApplication>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::KindCapabilities;
using Domain::PowerRule;
using Domain::PowerState;
using Domain::Resource;

namespace {

class SafetyWords
{
    Q_DECLARE_TR_FUNCTIONS(SafetySnapshot)
};

QString whyItWouldNotHelp(const KindCapabilities &kind)
{
    if (kind.canRollBackOnlyLatest) {
        return SafetyWords::tr("This provider rolls back to the latest snapshot only, and a safety "
                               "snapshot would be the latest.");
    }
    return kind.newerSnapshotsSurviveRollback
        ? QString()
        : SafetyWords::tr("A rollback removes newer snapshots here, and a safety snapshot would be "
                          "one of them.");
}

/// It is taken as the server stands, or once it was stopped for the rollback anyway.
QString whyNotAsItStands(const Resource &target, const KindCapabilities &kind)
{
    const bool isRunning = target.power == PowerState::Running;
    if (kind.takeNeeds == PowerRule::Running && !isRunning) {
        return SafetyWords::tr("Here a snapshot is taken only while the server runs. Start it "
                               "first, or go on without.");
    }
    const bool isStoppedForIt =
        target.power == PowerState::Stopped || kind.rollbackNeeds == PowerRule::Stopped;
    return kind.takeNeeds == PowerRule::Stopped && !isStoppedForIt
        ? SafetyWords::tr("Here a snapshot is taken only while the server is off. Shut it down "
                          "first, or go on without.")
        : QString();
}

QString freeName(const KindCapabilities &kind, const QStringList &taken, const QDateTime &now)
{
    QString name = nameFromTemplate(u"{reason} {date} {time}"_s,
                                    {{}, SafetyWords::tr("before rollback"), now, 0});
    if (!nameProblem(name, kind.name, {}).isEmpty()) {
        // What every provider takes.
        name = now.toUTC().toString(u"'safety-'yyyyMMdd'-'HHmm"_s);
    }
    const QString first = name;
    for (int number = 2; !nameProblem(name, kind.name, taken).isEmpty() && number < 100; ++number) {
        name = u"%1-%2"_s.arg(first).arg(number);
    }
    return name;
}

/// Plan and cycle where there is but one of each; else why there is none.
void choosePurchase(SafetyOffer &offer, const TakeAccount &account, const Resource &target,
                    const KindCapabilities &kind)
{
    if (kind.needsPlan) {
        const QList<Domain::SnapshotPrice> plans = planChoices(account.prices, target);
        if (plans.size() == 1) {
            offer.plan = plans.constFirst().plan;
        } else {
            offer.reason = plans.isEmpty()
                ? SafetyWords::tr("The operator sells no snapshots for it.")
                : SafetyWords::tr("The operator sells several plans for it. Take a snapshot step "
                                  "by step first, or go on without.");
        }
    }
    if (kind.needsBillingCycle) {
        QList<Domain::BillingCycleId> cycles;
        for (const CycleChoice &choice : cycleChoices(account.prices)) {
            if (choice.reason.isEmpty()) {
                cycles.append(choice.cycle.id);
            }
        }
        if (cycles.size() == 1) {
            offer.cycle = cycles.constFirst();
        } else if (offer.reason.isEmpty()) {
            offer.reason = SafetyWords::tr("How it would be billed is not known. Take a snapshot "
                                           "step by step first, or go on without.");
        }
    }
}

} // namespace

SafetyOffer safetyOffer(const TakeAccount &account, const Resource &target, const QDateTime &now)
{
    const KindCapabilities &kind = account.capabilities.of(target.key.kind);
    SafetyOffer offer;
    for (const QString &reason :
         {whyNotTake(target, account.capabilities, account.isReadOnly, roomOf(account)),
          whyItWouldNotHelp(kind), whyNotAsItStands(target, kind)}) {
        if (!reason.isEmpty()) {
            offer.reason = reason;
            return offer;
        }
    }
    offer.name = freeName(kind, takenNames(account.snapshots, target), now);
    choosePurchase(offer, account, target, kind);
    return offer;
}

} // namespace Items
