// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/actionreasons.h"

#include "inventory/inventory.h"
#include "items/consequences.h"
#include "items/snapshotmodel.h"
#include "views/snapshots/snapshotfacts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

class ReasonWords
{
    Q_DECLARE_TR_FUNCTIONS(ActionReasons)
};

QString goneText()
{
    return ReasonWords::tr("This snapshot is no longer there. Refresh to see what is.");
}

Items::TakeRoom roomIn(const Inventory::AccountInventory &account)
{
    return Items::takeRoom(account.limits, account.snapshots, account.capabilities);
}

/// The one snapshot that an action on a single snapshot works on, or why there is none.
struct Single
{
    const Domain::Snapshot *snapshot = nullptr;
    const Inventory::AccountInventory *account = nullptr;
    QString reason;
};

Single singleOf(const Inventory::Inventory &inventory, const QList<Domain::SnapshotKey> &snapshots)
{
    Single single;
    if (snapshots.isEmpty()) {
        single.reason = ReasonWords::tr("Select a snapshot first.");
        return single;
    }
    if (snapshots.size() > 1) {
        single.reason = ReasonWords::tr("Select one snapshot only.");
        return single;
    }
    single.snapshot = inventory.findSnapshot(snapshots.first());
    single.account = inventory.find(snapshots.first().account);
    if (!single.snapshot || !single.account) {
        single.snapshot = nullptr;
        single.reason = goneText();
    }
    return single;
}

} // namespace

ActionReasons::ActionReasons(const Inventory::Inventory &inventory,
                             const Items::SnapshotModel *rows)
    : m_inventory(inventory)
    , m_rows(rows)
{
}

/// Nothing is done to what is about to go, until that is undone.
QString ActionReasons::whyLeftAlone(const Domain::SnapshotKey &snapshot) const
{
    const Items::SnapshotRow *row = m_rows ? m_rows->row(snapshot) : nullptr;
    return row && row->isToBeRemoved
        ? ReasonWords::tr("It is about to be removed. Undo that first, or wait.")
        : QString();
}

QString ActionReasons::takeOf(const Domain::ResourceKey &resource) const
{
    const Domain::Resource *found = m_inventory.findResource(resource);
    const Inventory::AccountInventory *account = m_inventory.find(resource.account);
    if (!found || !account) {
        return ReasonWords::tr("This server or volume is no longer there. Refresh to see what is.");
    }
    return Items::whyNotTake(*found, account->capabilities, account->isReadOnly, roomIn(*account));
}

QString ActionReasons::take(const ActionTarget &target) const
{
    if (target.resource) {
        return takeOf(*target.resource);
    }
    const QList<Domain::AccountId> accounts =
        target.account ? QList{*target.account} : m_inventory.accounts();
    if (accounts.isEmpty()) {
        return ReasonWords::tr("Connect an account first.");
    }
    QString reason;
    for (const Domain::AccountId &id : accounts) {
        const Inventory::AccountInventory *account = m_inventory.find(id);
        if (!account) {
            continue;
        }
        const Items::TakeRoom room = roomIn(*account);
        for (const Domain::Resource &resource : account->resources) {
            if (Items::canTake(resource, account->capabilities, account->isReadOnly, room)) {
                return {};
            }
            if (reason.isEmpty()) {
                reason =
                    Items::whyNotTake(resource, account->capabilities, account->isReadOnly, room);
            }
        }
    }
    return reason.isEmpty()
        ? ReasonWords::tr("There is no server or volume yet to take a snapshot of.")
        : reason;
}

QString ActionReasons::rollBack(const QList<Domain::SnapshotKey> &snapshots) const
{
    const Single single = singleOf(m_inventory, snapshots);
    if (!single.snapshot) {
        return single.reason;
    }
    const Domain::Resource *source =
        single.snapshot->source ? m_inventory.findResource(*single.snapshot->source) : nullptr;
    QString alone = whyLeftAlone(snapshots.first());
    if (!alone.isEmpty()) {
        return alone;
    }
    return Items::whyNotRollBack(*single.snapshot, source, single.account->capabilities,
                                 single.account->isReadOnly,
                                 SnapshotFacts(m_inventory).around(*single.snapshot, source));
}

QString ActionReasons::createServer(const QList<Domain::SnapshotKey> &snapshots) const
{
    const Single single = singleOf(m_inventory, snapshots);
    if (!single.snapshot) {
        return single.reason;
    }
    const Domain::Resource *source =
        single.snapshot->source ? m_inventory.findResource(*single.snapshot->source) : nullptr;
    QString alone = whyLeftAlone(snapshots.first());
    const QString reason = alone.isEmpty()
        ? Items::whyNotCreateServer(*single.snapshot, source, single.account->capabilities,
                                    single.account->isReadOnly)
        : alone;
    // What can be bought is asked of the provider at that moment.
    const bool isOffline = single.account->freshness == Inventory::Freshness::Failed;
    return reason.isEmpty() && isOffline
        ? ReasonWords::tr("The account could not be reached when it was last refreshed. Refresh "
                          "it first.")
        : reason;
}

QString ActionReasons::createVolume(const QList<Domain::SnapshotKey> &snapshots) const
{
    const Single single = singleOf(m_inventory, snapshots);
    if (!single.snapshot) {
        return single.reason;
    }
    QString alone = whyLeftAlone(snapshots.first());
    return alone.isEmpty()
        ? Items::whyNotCreateVolume(*single.snapshot, single.account->capabilities,
                                    single.account->isReadOnly)
        : alone;
}

QString ActionReasons::removeOne(const Domain::SnapshotKey &snapshot) const
{
    const Domain::Snapshot *found = m_inventory.findSnapshot(snapshot);
    const Inventory::AccountInventory *account = m_inventory.find(snapshot.account);
    if (!found || !account) {
        return goneText();
    }
    QString alone = whyLeftAlone(snapshot);
    if (!alone.isEmpty()) {
        return alone;
    }
    return Items::whyNotRemove(*found, account->capabilities, account->isReadOnly);
}

QString ActionReasons::remove(const QList<Domain::SnapshotKey> &snapshots) const
{
    if (snapshots.isEmpty()) {
        return ReasonWords::tr("Select one or more snapshots first.");
    }
    QString reason;
    for (const Domain::SnapshotKey &key : snapshots) {
        const QString why = removeOne(key);
        if (why.isEmpty()) {
            return {};
        }
        reason = reason.isEmpty() ? why : reason;
    }
    return reason;
}

QString ActionReasons::rename(const QList<Domain::SnapshotKey> &snapshots) const
{
    const Single single = singleOf(m_inventory, snapshots);
    if (!single.snapshot) {
        return single.reason;
    }
    QString alone = whyLeftAlone(snapshots.first());
    return alone.isEmpty() ? Items::whyNotRename(*single.snapshot, single.account->capabilities,
                                                 single.account->isReadOnly)
                           : alone;
}

QString ActionReasons::protect(const QList<Domain::SnapshotKey> &snapshots) const
{
    const Single single = singleOf(m_inventory, snapshots);
    if (!single.snapshot) {
        return single.reason;
    }
    QString alone = whyLeftAlone(snapshots.first());
    return alone.isEmpty() ? Items::whyNotProtect(*single.snapshot, single.account->capabilities,
                                                  single.account->isReadOnly)
                           : alone;
}

QString ActionReasons::refresh() const
{
    return m_inventory.accounts().isEmpty() ? ReasonWords::tr("Connect an account first.")
                                            : QString();
}

} // namespace Views
