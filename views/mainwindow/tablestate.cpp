// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/tablestate.h"

#include "inventory/inventory.h"
#include "items/activitymodel.h"
#include "items/consequences.h"
#include "items/displaytext.h"
#include "items/resourcemodel.h"
#include "items/snapshotmodel.h"
#include "pricing/pricebook.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Views {

namespace {

using Inventory::AccountInventory;
using Inventory::Freshness;

class TableStateWords
{
    Q_DECLARE_TR_FUNCTIONS(TableState)
};

/// The accounts that the tree's choice covers.
QList<const AccountInventory *> accountsInScope(const MainWindowServices &services)
{
    const Items::SnapshotScope &scope = services.snapshots.scope();
    QList<const AccountInventory *> accounts;
    for (const Domain::AccountId &id : services.inventory.accounts()) {
        const bool isIn = (!scope.account || *scope.account == id)
            && (!scope.resource || scope.resource->account == id);
        const AccountInventory *account = services.inventory.find(id);
        if (isIn && account) {
            accounts.append(account);
        }
    }
    return accounts;
}

TableState loadingState(const QList<const AccountInventory *> &accounts)
{
    qint64 loaded = 0;
    std::optional<qint64> total = 0;
    for (const AccountInventory *account : accounts) {
        loaded += account->loaded;
        total = total && account->total ? std::optional(*total + *account->total) : std::nullopt;
    }
    const QLocale locale;
    const bool isKnown = total && *total > 0;
    return {StateKind::Loading, TableStateWords::tr("Loading snapshots"),
            isKnown ? TableStateWords::tr("Loading %1 of about %2.")
                          .arg(locale.toString(loaded), locale.toString(*total))
                    : TableStateWords::tr("Asking the providers what there is.")};
}

TableState filterState(const MainWindowServices &services, qsizetype hidden)
{
    return {StateKind::FilterHidesAll, TableStateWords::tr("No snapshot matches the filter"),
            TableStateWords::tr("0 of %1 shown for %2.")
                .arg(QLocale().toString(hidden), Items::quotedName(services.snapshots.filter()))};
}

TableState failedState()
{
    return {StateKind::Failed, TableStateWords::tr("Nothing could be loaded"),
            TableStateWords::tr(
                "Nothing at the provider has changed. The message above says what failed and "
                "what to do.")};
}

/// Why the shown kind can't exist in these accounts; empty when it can.
QString whyNoKind(const QList<const AccountInventory *> &accounts,
                  std::optional<Domain::SnapshotKind> kind)
{
    if (!kind || accounts.isEmpty()) {
        return {};
    }
    for (const AccountInventory *account : accounts) {
        if (account->capabilities.of(*kind).canTake) {
            return {};
        }
    }
    return *kind == Domain::SnapshotKind::Volume
        ? TableStateWords::tr("The connected providers make snapshots of servers only.")
        : TableStateWords::tr("The connected providers make snapshots of volumes only.");
}

QString firstCost(const MainWindowServices &services,
                  const QList<const AccountInventory *> &accounts,
                  const Items::SnapshotScope &scope)
{
    for (const AccountInventory *account : accounts) {
        const auto kind = scope.resource ? scope.resource->kind
                                         : scope.kind.value_or(Domain::SnapshotKind::Server);
        const Domain::Resource *resource =
            scope.resource ? services.inventory.findResource(*scope.resource) : nullptr;
        const Domain::LocationId location = resource ? resource->location : Domain::LocationId{};
        const std::optional<Domain::UnitPrice> price =
            services.prices.unitPrice(account->account.id, kind, location);
        if (price) {
            return TableStateWords::tr("A snapshot costs %1, estimate without tax.")
                .arg(Items::unitPriceText(
                    *price, services.prices.origin(account->account.id, kind, location),
                    account->capabilities.sizeUnit));
        }
    }
    return {};
}

TableState emptyState(const MainWindowServices &services,
                      const QList<const AccountInventory *> &accounts)
{
    const Items::SnapshotScope &scope = services.snapshots.scope();
    const QString noKind = whyNoKind(accounts, scope.kind);
    if (!noKind.isEmpty()) {
        return {StateKind::NoKind,
                scope.kind == Domain::SnapshotKind::Volume
                    ? TableStateWords::tr("No volume snapshots here")
                    : TableStateWords::tr("No VM snapshots here"),
                noKind};
    }
    const Domain::Resource *resource =
        scope.resource ? services.inventory.findResource(*scope.resource) : nullptr;
    const QString notOfIt = resource ? whyNoKind(accounts, resource->key.kind) : QString();
    if (!notOfIt.isEmpty()) {
        return {StateKind::NoKind,
                TableStateWords::tr("%1 has no snapshots").arg(Items::inlineName(resource->name)),
                notOfIt};
    }
    const QString cost = firstCost(services, accounts, scope);
    const QString purpose = TableStateWords::tr(
        "A snapshot keeps the disk as it is now, to go back to after a change.");
    QString title = TableStateWords::tr("No snapshots yet");
    if (resource) {
        title =
            TableStateWords::tr("%1 has no snapshot yet").arg(Items::inlineName(resource->name));
    } else if (scope.kind) {
        title = *scope.kind == Domain::SnapshotKind::Volume
            ? TableStateWords::tr("No volume snapshots yet")
            : TableStateWords::tr("No VM snapshots yet");
    }
    return {StateKind::NoSnapshots, title,
            cost.isEmpty() ? purpose
                           : TableStateWords::tr("%1 %2", "two sentences").arg(purpose, cost)};
}

TableState noAccountState()
{
    return {StateKind::NoAccount, TableStateWords::tr("Connect your first account"),
            TableStateWords::tr(
                "Snapdeck shows the snapshots of every server and volume in one table, "
                "with the price on every row. Have a look at the demo first: it runs on "
                "this computer and costs nothing.")};
}

bool areLoading(const QList<const AccountInventory *> &accounts)
{
    return std::ranges::any_of(accounts, [](const AccountInventory *account) {
        return account->freshness == Freshness::Loading || account->freshness == Freshness::Empty;
    });
}

/// Nothing has ever come from any of them.
bool haveFailed(const QList<const AccountInventory *> &accounts)
{
    return !accounts.isEmpty()
        && std::ranges::all_of(accounts, [](const AccountInventory *account) {
               return account->freshness == Freshness::Failed && !account->asOf.isValid();
           });
}

} // namespace

TableState tableState(const MainWindowServices &services)
{
    if (services.inventory.accounts().isEmpty()) {
        return noAccountState();
    }
    if (services.snapshots.rowCount() > 0) {
        return {};
    }
    const qsizetype inScope = services.snapshots.countInScope(services.snapshots.scope());
    if (inScope > 0) {
        return filterState(services, inScope);
    }
    const QList<const AccountInventory *> accounts = accountsInScope(services);
    if (areLoading(accounts)) {
        return loadingState(accounts);
    }
    return haveFailed(accounts) ? failedState() : emptyState(services, accounts);
}

TableState serversState(const MainWindowServices &services, int shown, const QString &filter)
{
    if (services.inventory.accounts().isEmpty()) {
        return noAccountState();
    }
    if (shown > 0) {
        return {};
    }
    const int total = services.resources.rowCount();
    if (total > 0) {
        return {StateKind::FilterHidesAll,
                TableStateWords::tr("No server or volume matches the filter"),
                TableStateWords::tr("0 of %1 shown for %2.")
                    .arg(QLocale().toString(total), Items::quotedName(filter))};
    }
    const QList<const AccountInventory *> accounts = accountsInScope(services);
    if (areLoading(accounts)) {
        return {StateKind::Loading, TableStateWords::tr("Loading servers and volumes"),
                TableStateWords::tr("Asking the providers what there is.")};
    }
    return haveFailed(accounts)
        ? failedState()
        : TableState{StateKind::NoKind, TableStateWords::tr("No servers or volumes yet"),
                     TableStateWords::tr("The connected accounts have none. What you make at a "
                                         "provider is here after the next refresh.")};
}

TableState activityState(const MainWindowServices &services, int shown, const QString &filter,
                         Narrowed narrowed)
{
    const int total = services.activity.rowCount();
    if (total == 0) {
        return {StateKind::NoActivity, TableStateWords::tr("Nothing has been done yet"),
                TableStateWords::tr(
                    "What is taken, rolled back or removed with this program is listed here, with "
                    "who asked for it and how it ended. It stays when the snapshot, its server or "
                    "the account has gone.")};
    }
    if (shown > 0) {
        return {};
    }
    const QString hidden = QLocale().toString(total);
    return {
        StateKind::FilterHidesAll, TableStateWords::tr("No entry matches the filter"),
        filter.isEmpty() || narrowed == Narrowed::Yes
            ? TableStateWords::tr("0 of %1 shown.").arg(hidden)
            : TableStateWords::tr("0 of %1 shown for %2.").arg(hidden, Items::quotedName(filter))};
}

} // namespace Views
