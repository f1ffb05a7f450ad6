// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providerrig.h"

namespace Contract {

/// What a change is tried on: a server or volume that obeys, and a usable snapshot of it. And what
/// a snapshot is bought by, where it is.
struct Sample
{
    Domain::Resource source;
    Domain::Snapshot snapshot;
    Domain::PlanId plan;
    Domain::BillingCycleId cycle;
};

inline void choosePurchase(const Domain::PriceList &prices, Sample &sample)
{
    for (const Domain::SnapshotPrice &price : prices.snapshots) {
        if (price.kind == sample.source.key.kind && price.location == sample.source.location) {
            sample.plan = price.plan;
        }
    }
    const auto cycle =
        std::ranges::find_if(prices.billingCycles, &Domain::BillingCycle::isForSnapshots);
    sample.cycle = cycle == prices.billingCycles.end() ? Domain::BillingCycleId() : cycle->id;
}

inline Domain::Result<Sample> findSample(Rig &rig, Domain::ResourceKind kind)
{
    const auto resources = answer(rig.provider().listResources({}));
    const auto snapshots = answer(rig.provider().listSnapshots({}));
    if (!resources || !snapshots) {
        return Domain::failure(Domain::ErrorKind::Unknown, u"no lists"_s);
    }
    const Vendor &words = *findVendor(rig.account().provider);
    const QString name = kind == Domain::ResourceKind::Server ? words.server : words.volume;
    const auto source = std::ranges::find_if(*resources, [&](const Domain::Resource &row) {
        return row.key.kind == kind && row.name == name;
    });
    if (source == resources->end()) {
        return Domain::failure(Domain::ErrorKind::Unknown, u"no resource "_s + name);
    }
    const auto snapshot = std::ranges::find_if(*snapshots, [&source](const Domain::Snapshot &row) {
        return row.source == source->key && row.status == Domain::SnapshotStatus::Ready
            && !row.isProtected;
    });
    if (snapshot == snapshots->end()) {
        return Domain::failure(Domain::ErrorKind::Unknown, u"no snapshot of "_s + name);
    }
    Sample sample = {*source, *snapshot, {}, {}};
    if (rig.provider().capabilities().of(kind).needsPlan) {
        const auto prices = answer(rig.provider().listPrices());
        if (!prices) {
            return std::unexpected(prices.error());
        }
        choosePurchase(*prices, sample);
    }
    return sample;
}

inline QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

enum class Change { Take, RollBack, Remove, Rename, Protect, Start, ShutDown, PowerOff };

inline const QList<std::pair<const char *, Change>> changes = {
    {"take", Change::Take},          {"roll back", Change::RollBack}, {"remove", Change::Remove},
    {"rename", Change::Rename},      {"protect", Change::Protect},    {"start", Change::Start},
    {"shut down", Change::ShutDown}, {"power off", Change::PowerOff}};

inline Domain::Request requestOf(Change change, const Sample &sample)
{
    switch (change) {
    case Change::Take:
        return Domain::TakeSnapshot{
            sample.source.key,     u"pre-upgrade 4711"_s,  u"op-4711"_s, now(),
            sample.source.project, sample.source.location, sample.plan,  sample.cycle};
    case Change::RollBack:
        return Domain::RollBack{sample.source.key, sample.snapshot.key, now()};
    case Change::Remove:
        return Domain::RemoveSnapshot{sample.snapshot.key};
    case Change::Rename:
        return Domain::RenameSnapshot{sample.snapshot.key, u"another name"_s};
    case Change::Protect:
        return Domain::ProtectSnapshot{sample.snapshot.key, Domain::Protection::On};
    case Change::Start:
        return Domain::SetPower{sample.source.key, Domain::PowerAction::Start};
    case Change::ShutDown:
        return Domain::SetPower{sample.source.key, Domain::PowerAction::ShutDown};
    case Change::PowerOff:
        return Domain::SetPower{sample.source.key, Domain::PowerAction::PowerOff};
    }
    Q_UNREACHABLE_RETURN(Domain::SetPower{});
}

inline bool isOffered(const Domain::Capabilities &capabilities, Change change,
                      Domain::ResourceKind kind)
{
    switch (change) {
    case Change::Take:
        return capabilities.of(kind).canTake;
    case Change::RollBack:
        return capabilities.of(kind).rollback != Domain::RollbackStyle::None;
    case Change::Remove:
        return capabilities.of(kind).canRemove;
    case Change::Rename:
        return capabilities.of(kind).canRename;
    case Change::Protect:
        return capabilities.of(kind).canProtect;
    case Change::Start:
    case Change::ShutDown:
    case Change::PowerOff:
        return capabilities.canPower && kind == Domain::ResourceKind::Server;
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace Contract
