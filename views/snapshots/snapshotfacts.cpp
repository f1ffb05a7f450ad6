// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/snapshotfacts.h"

#include "inventory/inventory.h"
#include "items/displaytext.h"
#include "items/snapshotcolumns.h"
#include "items/snapshotparts.h"
#include "items/snapshotrow.h"
#include "items/takelimit.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using Domain::Resource;
using Domain::Snapshot;

namespace Views {

namespace {

class FactWords
{
    Q_DECLARE_TR_FUNCTIONS(SnapshotFacts)
};

QString momentText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), FactWords::tr("d MMM yyyy, HH:mm"));
}

Fact takenFact(const Snapshot &snapshot, const QDateTime &now)
{
    if (!snapshot.created.isValid()) {
        return {FactWords::tr("Taken"),
                FactWords::tr("not told by the provider"),
                {},
                {},
                ColourRole::Dim};
    }
    return {FactWords::tr("Taken"),
            momentText(snapshot.created),
            FactWords::tr("%1 ago, %2", "age and UTC")
                .arg(Items::ageText(snapshot.created, now), Items::isoText(snapshot.created)),
            {},
            ColourRole::Text};
}

Fact sizeFact(const Items::SnapshotRow &row)
{
    const Snapshot &snapshot = row.snapshot;
    if (row.partsBytes) {
        return {FactWords::tr("Size"),
                Items::sizeText(*row.partsBytes, row.sizeUnit),
                Items::explanation(row, Items::SnapshotModel::Size),
                {},
                ColourRole::Text};
    }
    if (!snapshot.sizeBytes && !snapshot.rawSize.isEmpty()) {
        return {FactWords::tr("Size"),
                FactWords::tr("%1, without a unit").arg(Items::sizeText(snapshot, row.sizeUnit)),
                {},
                {},
                ColourRole::Dim};
    }
    if (!snapshot.sizeBytes) {
        return {FactWords::tr("Size"),
                FactWords::tr("known when it is ready"),
                {},
                {},
                ColourRole::Dim};
    }
    return {FactWords::tr("Size"),
            Items::sizeText(*snapshot.sizeBytes, row.sizeUnit),
            {},
            {},
            ColourRole::Text};
}

Fact statusFact(const Snapshot &snapshot)
{
    Fact fact{FactWords::tr("Status"), Items::statusText(snapshot), {}, {}, ColourRole::Text};
    switch (snapshot.status) {
    case Domain::SnapshotStatus::Creating:
        fact.icon = u"loader-circle"_s;
        fact.role = ColourRole::Take;
        break;
    case Domain::SnapshotStatus::Ready:
        fact.icon = u"check"_s;
        break;
    case Domain::SnapshotStatus::Failed:
        fact.icon = u"triangle-alert"_s;
        fact.role = ColourRole::Remove;
        break;
    case Domain::SnapshotStatus::Removing:
        fact.icon = u"trash-2"_s;
        fact.role = ColourRole::Dim;
        break;
    case Domain::SnapshotStatus::Unknown:
        fact.icon = u"circle-question-mark"_s;
        fact.role = ColourRole::Rollback;
        break;
    }
    return fact;
}

Fact keepFact(const Items::SnapshotRow &row, const QDateTime &now)
{
    const bool isDue = row.keepUntil <= now;
    const QString day = Items::dateText(row.keepUntil);
    return {isDue ? FactWords::tr("Past its date") : FactWords::tr("Kept until"), day,
            FactWords::tr("Past that its removal is proposed. It is never removed by itself."),
            isDue ? u"calendar-clock"_s : QString(),
            isDue ? ColourRole::Rollback : ColourRole::Text};
}

Fact toBeRemovedFact()
{
    return {FactWords::tr("Status"), FactWords::tr("to be removed"),
            FactWords::tr("Its removal is confirmed and not sent yet: it can be undone."),
            u"trash-2"_s, ColourRole::Dim};
}

QString labelsText(const QMap<QString, QString> &labels)
{
    QStringList texts;
    for (auto label = labels.cbegin(); label != labels.cend(); ++label) {
        if (label.key() == "snapdeck/op"_L1 || label.key() == "snapdeck_op"_L1) {
            continue; // our own mark, of no use to a person
        }
        texts.append(label.value().isEmpty() ? label.key()
                                             : label.key() + u" = "_s + label.value());
    }
    return texts.join(u'\n');
}

/// “nightly” of web-1: the VM snapshot that it holds data of; empty for none.
QString wholeText(const Domain::SnapshotKey &part, const Inventory::Inventory &inventory)
{
    const Inventory::AccountInventory *account = inventory.find(part.account);
    const Snapshot *whole = account ? Items::wholeOf(part, account->snapshots) : nullptr;
    if (!whole) {
        return {};
    }
    const QString name = Items::quotedName(whole->name);
    return whole->sourceName.isEmpty()
        ? FactWords::tr("VM snapshot %1").arg(name)
        : FactWords::tr("VM snapshot %1 of %2").arg(name, Items::inlineName(whole->sourceName));
}

void addWhenKnown(QList<Fact> &facts, const QString &label, const QString &value)
{
    if (!value.isEmpty()) {
        facts.append({label, value, {}, {}, ColourRole::Text});
    }
}

} // namespace

SnapshotFacts::SnapshotFacts(const Inventory::Inventory &inventory)
    : m_inventory(inventory)
{
}

QList<Fact> SnapshotFacts::ofSnapshot(const Items::SnapshotRow &row, const QDateTime &now) const
{
    const Snapshot &snapshot = row.snapshot;
    QList<Fact> facts{takenFact(snapshot, now), sizeFact(row),
                      row.isToBeRemoved ? toBeRemovedFact() : statusFact(snapshot)};
    if (row.keepUntil.isValid()) {
        facts.append(keepFact(row, now));
    }
    if (row.locationName.isEmpty()) {
        facts.append(
            {FactWords::tr("Location"),
             u"—"_s,
             row.isSourceGone
                 ? FactWords::tr("The provider keeps a snapshot's location with its source, "
                                 "which no longer exists.")
                 : FactWords::tr("The provider tells no location."),
             {},
             ColourRole::Dim});
    } else {
        facts.append({FactWords::tr("Location"), row.locationName, {}, {}, ColourRole::Text});
    }
    facts.append({FactWords::tr("Protected"),
                  snapshot.isProtected ? FactWords::tr("yes", "is protected")
                                       : FactWords::tr("no", "is protected"),
                  snapshot.isProtected
                      ? FactWords::tr("It can't be removed until the protection is lifted.")
                      : QString(),
                  snapshot.isProtected ? u"lock"_s : QString(), ColourRole::Text});
    if (snapshot.diskBytes) {
        addWhenKnown(facts, FactWords::tr("Disk"),
                     Items::sizeText(*snapshot.diskBytes, row.sizeUnit));
    }
    addWhenKnown(facts, FactWords::tr("Part of"), wholeText(snapshot.key, m_inventory));
    addWhenKnown(facts, FactWords::tr("Built for"), snapshot.architecture);
    addWhenKnown(facts, FactWords::tr("Labels"), labelsText(snapshot.labels));
    addWhenKnown(facts, FactWords::tr("ID"), snapshot.key.id.value);
    return facts;
}

QString SnapshotFacts::locationName(const Resource &resource) const
{
    const Inventory::AccountInventory *account = m_inventory.find(resource.key.account);
    if (!account) {
        return resource.location.value;
    }
    for (const Domain::Location &location : account->locations) {
        if (location.id == resource.location) {
            return location.title.isEmpty() ? location.name : location.title;
        }
    }
    return resource.location.value;
}

/// Empty where the account has but one.
QString SnapshotFacts::projectName(const Resource &resource) const
{
    const Inventory::AccountInventory *account = m_inventory.find(resource.key.account);
    if (!account || account->projects.size() < 2) {
        return {};
    }
    const auto found = std::ranges::find(account->projects, resource.project, &Domain::Project::id);
    return found == account->projects.cend() ? resource.project.value : found->name;
}

QString SnapshotFacts::nameOf(const Domain::ResourceKey &key) const
{
    const Resource *resource = m_inventory.findResource(key);
    return resource && !resource->name.isEmpty() ? resource->name : key.id.value;
}

/// A server's own, or the volume that is in its place; of several it is not told which.
Fact SnapshotFacts::diskOf(const Resource &resource) const
{
    const Inventory::AccountInventory *account = m_inventory.find(resource.key.account);
    const QString size = resource.sizeBytes && account
        ? Items::sizeText(*resource.sizeBytes, account->capabilities.sizeUnit)
        : QString();
    if (!resource.isVolumeBacked) {
        return {FactWords::tr("Disk"), size, {}, {}, ColourRole::Text};
    }
    const QString disk = resource.volumes.size() == 1
        ? FactWords::tr("volume %1", "a server's disk")
              .arg(Items::inlineName(nameOf(resource.volumes.constFirst())))
        : FactWords::tr("a volume", "a server's disk");
    return {FactWords::tr("Disk"), disk,
            FactWords::tr("A snapshot of this server is one of each of its volumes, and each is "
                          "rolled back by itself."),
            u"hard-drive"_s, ColourRole::Text};
}

Fact SnapshotFacts::limit(const Resource &resource) const
{
    Fact fact{FactWords::tr("Limit"), {}, {}, {}, ColourRole::Text};
    const Inventory::AccountInventory *account = m_inventory.find(resource.key.account);
    if (!account) {
        return fact;
    }
    const Domain::SizeUnit unit = account->capabilities.sizeUnit;
    const QList<Items::TakeLimit> limits = Items::takeLimits(
        resource, account->capabilities,
        Items::takeRoom(account->limits, account->snapshots, account->capabilities));
    fact.value = Items::limitTexts(limits, unit).join(u'\n');
    fact.hint = Items::limitsMeaning(limits, resource, unit);
    if (!Items::whyNoRoom(limits, unit).isEmpty()) {
        fact.icon = u"triangle-alert"_s;
        fact.role = ColourRole::Remove;
    } else if (Items::isShort(limits, resource)) {
        fact.icon = u"triangle-alert"_s;
        fact.role = ColourRole::Rollback;
    }
    return fact;
}

QList<Fact> SnapshotFacts::ofPage(const Resource &resource) const
{
    QList<Fact> facts;
    const Inventory::AccountInventory *account = m_inventory.find(resource.key.account);
    if (resource.key.kind == Domain::ResourceKind::Server) {
        facts.append(
            {FactWords::tr("Power"),
             Items::powerText(resource.power, resource.rawState),
             {},
             u"power"_s,
             resource.power == Domain::PowerState::Running ? ColourRole::Take : ColourRole::Dim});
    }
    addWhenKnown(facts, FactWords::tr("Plan"), resource.plan);
    if (const Fact disk = diskOf(resource); !disk.value.isEmpty()) {
        facts.append(disk);
    }
    addWhenKnown(facts, FactWords::tr("Location"), locationName(resource));
    addWhenKnown(facts, FactWords::tr("Project"), projectName(resource));
    if (resource.attachedTo) {
        addWhenKnown(facts, FactWords::tr("Attached to"), nameOf(*resource.attachedTo));
    }
    addWhenKnown(facts, FactWords::tr("Addresses"), resource.addresses.join(u'\n'));
    addWhenKnown(facts, FactWords::tr("Automatic backups"),
                 Items::automaticBackupText(
                     resource, account ? account->prices.automaticBackupPercent : QString()));
    QStringList volumes;
    for (const Domain::ResourceKey &key : resource.volumes) {
        volumes.append(nameOf(key));
    }
    addWhenKnown(facts, FactWords::tr("Volumes"), volumes.join(u'\n'));
    return facts;
}

QList<Fact> SnapshotFacts::ofResource(const Resource &resource, const QDateTime &now) const
{
    QList<Fact> facts = ofPage(resource);
    const Inventory::AccountInventory *account = m_inventory.find(resource.key.account);
    QDateTime latest;
    int count = 0;
    if (account) {
        for (const Snapshot &snapshot : account->snapshots) {
            if (snapshot.source != resource.key) {
                continue;
            }
            ++count;
            const bool isGood = snapshot.status == Domain::SnapshotStatus::Ready;
            latest = isGood && (!latest.isValid() || snapshot.created > latest) ? snapshot.created
                                                                                : latest;
        }
    }
    facts.append({FactWords::tr("Snapshots"), QLocale().toString(count), {}, {}, ColourRole::Text});
    if (latest.isValid()) {
        facts.append({FactWords::tr("Last good"),
                      momentText(latest),
                      FactWords::tr("%1 ago, %2", "age and UTC")
                          .arg(Items::ageText(latest, now), Items::isoText(latest)),
                      {},
                      ColourRole::Text});
    } else if (account && account->capabilities.of(resource.key.kind).canTake) {
        facts.append({FactWords::tr("Last good"),
                      FactWords::tr("none", "no good snapshot"),
                      {},
                      u"triangle-alert"_s,
                      ColourRole::Rollback});
    }
    if (const Fact room = limit(resource); !room.value.isEmpty()) {
        facts.append(room);
    }
    return facts;
}

} // namespace Views
