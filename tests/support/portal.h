// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/capabilities.h"
#include "domain/cloudprovider.h"

/// An operator that sells snapshots by plan and billing cycle: two locations in use, an empty one
/// and one to come, three projects, and volumes in every state that matters.
namespace Portal {

using namespace Qt::StringLiterals;

inline constexpr qint64 gigabyte = 1'000'000'000;

inline Domain::AccountId officeId()
{
    return {u"office-id"_s};
}

inline Domain::Account office()
{
    Domain::Account account;
    account.id = officeId();
    account.name = u"office"_s;
    account.colour = 2;
    return account;
}

inline Domain::ResourceKey server(const QString &id)
{
    return {officeId(), Domain::ResourceKind::Server, {id}};
}

inline Domain::ResourceKey volume(const QString &id)
{
    return {officeId(), Domain::ResourceKind::Volume, {id}};
}

inline QList<Domain::Location> locations()
{
    return {{{u"ygn"_s}, u"YGN-AZ01"_s, u"Yangon AZ01"_s, u"MM"_s, u"Asia"_s},
            {{u"sin"_s}, u"SIN-AZ01"_s, u"Singapore AZ01"_s, u"SG"_s, u"Asia"_s},
            {{u"dxb"_s}, u"DXB-AZ01"_s, u"Dubai AZ01"_s, u"AE"_s, u"Asia"_s},
            {{u"fra"_s}, u"FRA-AZ01"_s, u"Frankfurt AZ01"_s, u"DE"_s, u"Europe"_s, true}};
}

inline QList<Domain::Project> projects()
{
    return {{{u"default-9"_s}, u"Default"_s},
            {{u"software-4"_s}, u"Software"_s},
            {{u"test-2"_s}, u"Test"_s}};
}

inline Domain::Resource resource(const Domain::ResourceKey &key, const QString &location,
                                 const QString &project, qint64 gigabytes)
{
    Domain::Resource resource;
    resource.key = key;
    resource.name = key.id.value;
    resource.location = {location};
    resource.project = {project};
    resource.sizeBytes = gigabytes * gigabyte;
    if (key.kind == Domain::ResourceKind::Server) {
        resource.power = Domain::PowerState::Running;
    }
    return resource;
}

inline QList<Domain::Resource> resources()
{
    QList<Domain::Resource> all{
        resource(server(u"mail"_s), u"ygn"_s, u"software-4"_s, 80),
        resource(server(u"web"_s), u"ygn"_s, u"default-9"_s, 50),
        resource(server(u"build"_s), u"sin"_s, u"test-2"_s, 40),
        resource(volume(u"mail-disk"_s), u"ygn"_s, u"software-4"_s, 120),
        resource(volume(u"archive"_s), u"ygn"_s, u"software-4"_s, 500),
        resource(volume(u"old-disk"_s), u"ygn"_s, u"software-4"_s, 20),
        resource(volume(u"web-disk"_s), u"ygn"_s, u"default-9"_s, 60),
        resource(volume(u"scratch"_s), u"sin"_s, u"test-2"_s, 10),
    };
    all[3].attachedTo = server(u"mail"_s);
    all[3].storageCategory = u"nvme"_s;
    all[4].storageCategory = u"hdd"_s;
    all[5].takeObstacle = Domain::TakeObstacle::Frozen;
    all[6].attachedTo = server(u"web"_s);
    all[6].storageCategory = u"nvme"_s;
    return all;
}

inline QList<Domain::Snapshot> snapshots()
{
    Domain::Snapshot nightly;
    nightly.key = {officeId(), Domain::SnapshotKind::Volume, {u"s-1"_s}};
    nightly.name = u"nightly"_s;
    nightly.status = Domain::SnapshotStatus::Ready;
    nightly.source = volume(u"mail-disk"_s);
    nightly.sourceName = u"mail-disk"_s;
    nightly.location = {u"ygn"_s};
    nightly.project = {u"software-4"_s};
    return {nightly};
}

inline Domain::SnapshotPrice plan(Domain::SnapshotKind kind, const QString &location,
                                  const QString &category, qint64 nanosAnHour, const QString &id)
{
    return {kind,     {location}, {{nanosAnHour, u"MMK"_s}, Domain::PriceUnit::PerGbHour},
            category, {id},       id};
}

/// None for volumes in Singapore.
inline Domain::PriceList prices()
{
    using Domain::SnapshotKind;
    Domain::PriceList list;
    list.currency = u"MMK"_s;
    list.snapshots = {
        plan(SnapshotKind::Volume, u"ygn"_s, u"nvme"_s, 75'000'000, u"snapshot-nvme"_s),
        plan(SnapshotKind::Volume, u"ygn"_s, u"hdd"_s, 20'000'000, u"snapshot-hdd"_s),
        plan(SnapshotKind::Server, u"ygn"_s, {}, 90'000'000, u"vm-snapshot"_s),
        plan(SnapshotKind::Server, u"sin"_s, {}, 95'000'000, u"vm-snapshot-sin"_s),
    };
    list.billingCycles = {{{u"hourly"_s}, u"Hourly"_s, true},
                          {{u"monthly"_s}, u"Monthly"_s, false},
                          {{u"yearly"_s}, u"Yearly"_s, false}};
    list.billingRule = Domain::BillingRule::FixedProrata;
    return list;
}

inline Domain::Capabilities capabilities()
{
    Domain::Capabilities capabilities;
    for (Domain::KindCapabilities *kind : {&capabilities.server, &capabilities.volume}) {
        kind->canTake = true;
        kind->canRemove = true;
        kind->needsPlan = true;
        kind->needsBillingCycle = true;
        kind->name.isRequired = true;
        kind->name.isUnique = true;
        kind->name.maxLength = 60;
    }
    return capabilities;
}

inline Domain::Identity identity()
{
    Domain::Identity identity;
    identity.balance = Domain::Money{250'000'000'000'000, u"MMK"_s};
    return identity;
}

} // namespace Portal
