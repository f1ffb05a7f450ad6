// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/capabilities.h"
#include "domain/location.h"
#include "domain/pricelist.h"
#include "domain/resource.h"
#include "domain/snapshot.h"
#include "items/takelimit.h"

namespace Items {

/// The questions that lead to a new snapshot, in their order.
enum class TakeStep { Location, Project, Source, Name, Review };

/// How a question stands.
enum class StepState {
    Absent, ///< the provider knows no such thing: not even shown
    Made, ///< there is but one answer: shown, not asked
    Asked,
};

/// What the questions need to know of one account.
struct TakeAccount
{
    Domain::Account account;
    Domain::Capabilities capabilities;
    std::optional<Domain::Money> balance; ///< prepaid credit left, where it is known
    QList<Domain::Location> locations;
    QList<Domain::Project> projects;
    QList<Domain::Resource> resources;
    QList<Domain::Snapshot> snapshots; ///< for names in use
    Domain::PriceList prices;
    bool isReadOnly = false;
    QList<Domain::Limit> limits = {};

    friend bool operator==(const TakeAccount &, const TakeAccount &) = default;
};

[[nodiscard]] TakeRoom roomOf(const TakeAccount &account);

/// A location of an account; the location is empty where the provider has none.
struct TakePlace
{
    Domain::AccountId account;
    Domain::LocationId location;

    friend bool operator==(const TakePlace &, const TakePlace &) = default;
};

struct ResourceCount
{
    int servers = 0;
    int volumes = 0;

    friend bool operator==(const ResourceCount &, const ResourceCount &) = default;
};

/// One answer, with the reason why it can't be given; empty when it can.
struct PlaceChoice
{
    Domain::Account account;
    Domain::Location location;
    ResourceCount count;
    QString reason;

    [[nodiscard]] TakePlace place() const { return {account.id, location.id}; }
};

struct ProjectChoice
{
    Domain::Project project;
    ResourceCount count;
    QString reason;
};

struct SourceChoice
{
    Domain::Resource resource;
    QString attachedTo; ///< name of the server that a volume is attached to; empty for none
    Domain::SizeUnit sizeUnit = Domain::SizeUnit::Gigabyte;
    QString reason;
    QString room = {}; ///< what is used of its limits, in words; empty where there are none

    friend bool operator==(const SourceChoice &, const SourceChoice &) = default;
};

struct CycleChoice
{
    Domain::BillingCycle cycle;
    QString reason;
};

/// Every location of every account, those that can be chosen and those that can't: accounts in the
/// order given, then by continent, country and name. One that only a resource knows is among them.
[[nodiscard]] QList<PlaceChoice> placeChoices(const QList<TakeAccount> &accounts);
/// In natural order of names. Just one without a name where the provider has no projects.
[[nodiscard]] QList<ProjectChoice> projectChoices(const TakeAccount &account,
                                                  const Domain::LocationId &location);
/// Servers before volumes, each in natural order of names.
[[nodiscard]] QList<SourceChoice> sourceChoices(const TakeAccount &account,
                                                const Domain::LocationId &location,
                                                const Domain::ProjectId &project);
/// Names that a new snapshot of the resource could clash with: of the same kind, project and
/// location, as far as these are known.
[[nodiscard]] QStringList takenNames(const QList<Domain::Snapshot> &snapshots,
                                     const Domain::Resource &resource);

/// The plans that a snapshot of the resource can be bought by. One that names the location or the
/// storage category goes before one that is for all.
[[nodiscard]] QList<Domain::SnapshotPrice> planChoices(const Domain::PriceList &prices,
                                                       const Domain::Resource &resource);
[[nodiscard]] QList<CycleChoice> cycleChoices(const Domain::PriceList &prices);

} // namespace Items
