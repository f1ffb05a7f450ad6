// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/takechoices.h"

#include "items/consequences.h"
#include "items/taketext.h"

#include <QCollator>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <functional>

namespace Items {

using Domain::Location;
using Domain::LocationId;
using Domain::Project;
using Domain::ProjectId;
using Domain::Resource;
using Domain::ResourceKey;
using Domain::ResourceKind;
using Domain::SnapshotPrice;

namespace {

class TakeChoiceWords
{
    Q_DECLARE_TR_FUNCTIONS(TakeChoices)
};

/// What there is at one place or in one project, and why nothing of it can be snapshotted.
struct PlaceTally
{
    ResourceCount count;
    bool canTake = false;
    QStringList reasons; ///< each once

    void add(const Resource &resource, const QString &reason)
    {
        ++(resource.key.kind == ResourceKind::Server ? count.servers : count.volumes);
        canTake = canTake || reason.isEmpty();
        if (!reason.isEmpty() && !reasons.contains(reason)) {
            reasons.append(reason);
        }
    }

    [[nodiscard]] QString reason() const
    {
        if (canTake) {
            return {};
        }
        if (reasons.isEmpty()) {
            return TakeChoiceWords::tr("There is no server or volume here.");
        }
        return reasons.size() == 1
            ? reasons.first()
            : TakeChoiceWords::tr("No server or volume here can be snapshotted now.");
    }
};

QCollator naturalOrder()
{
    const QLocale locale;
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

QString whyNot(const TakeAccount &account, const Resource &resource, const TakeRoom &room)
{
    return whyNotTake(resource, account.capabilities, account.isReadOnly, room);
}

/// Empty texts go last.
int compareTexts(const QCollator &collator, const QString &a, const QString &b)
{
    return a.isEmpty() != b.isEmpty() ? (a.isEmpty() ? 1 : -1) : collator.compare(a, b);
}

bool isBefore(const QCollator &collator, const Location &a, const Location &b)
{
    int order = compareTexts(collator, a.continent, b.continent);
    order =
        order != 0 ? order : compareTexts(collator, countryName(a.country), countryName(b.country));
    order = order != 0 ? order : collator.compare(locationTitle(a), locationTitle(b));
    return order < 0;
}

/// What the provider lists, and what its resources name besides.
QList<Location> allLocations(const TakeAccount &account)
{
    QList<Location> all = account.locations;
    for (const Resource &resource : account.resources) {
        if (!std::ranges::contains(all, resource.location, &Location::id)) {
            Location unlisted;
            unlisted.id = resource.location;
            all.append(unlisted);
        }
    }
    const QCollator collator = naturalOrder();
    std::ranges::stable_sort(all, [&collator](const Location &a, const Location &b) {
        return isBefore(collator, a, b);
    });
    return all;
}

QList<Project> allProjects(const TakeAccount &account, const QHash<ProjectId, PlaceTally> &tallies)
{
    QList<Project> all = account.projects;
    for (auto tally = tallies.keyBegin(); tally != tallies.keyEnd(); ++tally) {
        if (!std::ranges::contains(all, *tally, &Project::id)) {
            all.append({*tally, tally->value});
        }
    }
    if (all.isEmpty()) {
        all.append(Project());
    }
    const QCollator collator = naturalOrder();
    std::ranges::stable_sort(all, [&collator](const Project &a, const Project &b) {
        return compareTexts(collator, a.name, b.name) < 0;
    });
    return all;
}

/// Those for which it holds, if there are any; else all.
template <class Predicate>
QList<SnapshotPrice> preferred(const QList<SnapshotPrice> &prices, const Predicate &isBetter)
{
    QList<SnapshotPrice> better;
    std::ranges::copy_if(prices, std::back_inserter(better), isBetter);
    return better.isEmpty() ? prices : better;
}

} // namespace

TakeRoom roomOf(const TakeAccount &account)
{
    return takeRoom(account.limits, account.snapshots, account.capabilities);
}

QList<PlaceChoice> placeChoices(const QList<TakeAccount> &accounts)
{
    QList<PlaceChoice> choices;
    for (const TakeAccount &account : accounts) {
        const TakeRoom room = roomOf(account);
        QHash<LocationId, PlaceTally> tallies;
        for (const Resource &resource : account.resources) {
            tallies[resource.location].add(resource, whyNot(account, resource, room));
        }
        for (const Location &location : allLocations(account)) {
            const PlaceTally tally = tallies.value(location.id);
            const QString reason = location.isComingSoon
                ? TakeChoiceWords::tr("Announced: nothing can be ordered there yet.")
                : tally.reason();
            choices.append({account.account, location, tally.count, reason});
        }
    }
    return choices;
}

QList<ProjectChoice> projectChoices(const TakeAccount &account, const LocationId &location)
{
    const TakeRoom room = roomOf(account);
    QHash<ProjectId, PlaceTally> tallies;
    for (const Resource &resource : account.resources) {
        if (resource.location == location) {
            tallies[resource.project].add(resource, whyNot(account, resource, room));
        }
    }
    QList<ProjectChoice> choices;
    for (const Project &project : allProjects(account, tallies)) {
        const PlaceTally tally = tallies.value(project.id);
        choices.append({project, tally.count, tally.reason()});
    }
    return choices;
}

QList<SourceChoice> sourceChoices(const TakeAccount &account, const LocationId &location,
                                  const ProjectId &project)
{
    QHash<ResourceKey, QString> names;
    for (const Resource &resource : account.resources) {
        names.insert(resource.key, resource.name);
    }
    const TakeRoom room = roomOf(account);
    QList<SourceChoice> choices;
    for (const Resource &resource : account.resources) {
        if (resource.location != location || resource.project != project) {
            continue;
        }
        const QString server = resource.attachedTo
            ? names.value(*resource.attachedTo, resource.attachedTo->id.value)
            : QString();
        const QList<TakeLimit> limits = takeLimits(resource, account.capabilities, room);
        choices.append({resource, server, account.capabilities.sizeUnit,
                        whyNot(account, resource, room),
                        limitsMeaning(limits, resource, account.capabilities.sizeUnit)});
    }
    const QCollator collator = naturalOrder();
    std::ranges::stable_sort(choices, [&collator](const SourceChoice &a, const SourceChoice &b) {
        return a.resource.key.kind != b.resource.key.kind
            ? a.resource.key.kind < b.resource.key.kind
            : collator.compare(a.resource.name, b.resource.name) < 0;
    });
    return choices;
}

QStringList takenNames(const QList<Domain::Snapshot> &snapshots, const Resource &resource)
{
    const auto mayBe = [](const auto &a, const auto &b) {
        return a.isEmpty() || b.isEmpty() || a == b;
    };
    QStringList names;
    for (const Domain::Snapshot &snapshot : snapshots) {
        if (snapshot.key.account == resource.key.account && snapshot.key.kind == resource.key.kind
            && mayBe(snapshot.location, resource.location)
            && mayBe(snapshot.project, resource.project)) {
            names.append(snapshot.name);
        }
    }
    return names;
}

QList<SnapshotPrice> planChoices(const Domain::PriceList &prices, const Resource &resource)
{
    QList<SnapshotPrice> fitting;
    for (const SnapshotPrice &price : prices.snapshots) {
        const bool isHere = price.location.isEmpty() || price.location == resource.location;
        const bool isForCategory = price.storageCategory.isEmpty()
            || resource.storageCategory.isEmpty()
            || price.storageCategory == resource.storageCategory;
        if (!price.plan.isEmpty() && price.kind == resource.key.kind && isHere && isForCategory) {
            fitting.append(price);
        }
    }
    fitting =
        preferred(fitting, [](const SnapshotPrice &price) { return !price.location.isEmpty(); });
    return preferred(fitting, [&resource](const SnapshotPrice &price) {
        return !resource.storageCategory.isEmpty()
            && price.storageCategory == resource.storageCategory;
    });
}

QList<CycleChoice> cycleChoices(const Domain::PriceList &prices)
{
    QStringList usable;
    for (const Domain::BillingCycle &cycle : prices.billingCycles) {
        if (cycle.isForSnapshots) {
            usable.append(cycle.name);
        }
    }
    const QString reason = usable.size() == 1
        ? TakeChoiceWords::tr("Snapshots are billed by one cycle only: %1.").arg(usable.first())
        : TakeChoiceWords::tr("Snapshots are not billed by this cycle.");
    QList<CycleChoice> choices;
    for (const Domain::BillingCycle &cycle : prices.billingCycles) {
        choices.append({cycle, cycle.isForSnapshots ? QString() : reason});
    }
    return choices;
}

} // namespace Items
