// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/flows.h"

#include "inventory/inventory.h"
#include "items/snapshotmodel.h"
#include "views/accounts/removeaccountquestion.h"
#include "views/common/prompts.h"
#include "views/servers/createserverdialog.h"
#include "views/servers/createvolumedialog.h"
#include "views/snapshots/backuphelpdialog.h"
#include "views/snapshots/keepdialog.h"
#include "views/snapshots/removedialog.h"
#include "views/snapshots/renamedialog.h"
#include "views/snapshots/rollbackdialog.h"
#include "views/snapshots/takedialog.h"
#include "views/wizard/takewizard.h"

#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Views {

Flows::Flows(const MainWindowServices &services, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_reasons(services.inventory, &services.snapshots)
    , m_window(window)
{
}

void Flows::take(const ActionTarget &target)
{
    if (!m_reasons.take(target).isEmpty()) {
        return;
    }
    if (!target.resource || !isNameEnough(*target.resource)) {
        takeInSteps(target);
        return;
    }
    // Deletes itself when it closes.
    auto *dialog = new TakeDialog(m_services, *target.resource, m_window);
    connect(dialog, &TakeDialog::confirmed, this, &Flows::takeConfirmed);
    dialog->open();
}

void Flows::takeInSteps(const ActionTarget &target)
{
    if (!m_reasons.take(target).isEmpty()) {
        return;
    }
    auto *wizard = new TakeWizard(m_services, target, m_window); // deletes itself when it closes
    connect(wizard, &TakeWizard::confirmed, this, &Flows::takeConfirmed);
    connect(wizard, &TakeWizard::operationTold, this, &Flows::operationTold);
    connect(wizard, &TakeWizard::refreshWanted, this, &Flows::refreshWanted);
    wizard->open();
}

bool Flows::isNameEnough(const Domain::ResourceKey &source) const
{
    const Inventory::AccountInventory *account = m_services.inventory.find(source.account);
    if (!account) {
        return false;
    }
    const Domain::KindCapabilities &rules = account->capabilities.of(source.kind);
    return !rules.needsPlan && !rules.needsBillingCycle;
}

void Flows::rollBack(const Domain::SnapshotKey &snapshot)
{
    const Domain::Snapshot *found = m_services.inventory.findSnapshot(snapshot);
    if (!found || !m_reasons.rollBack({snapshot}).isEmpty()) {
        return;
    }
    auto *dialog = new RollbackDialog(m_services, *found, m_window);
    connect(dialog, &RollbackDialog::confirmed, this, &Flows::rollBackConfirmed);
    dialog->open();
}

void Flows::createServer(const Domain::SnapshotKey &snapshot)
{
    const Domain::Snapshot *found = m_services.inventory.findSnapshot(snapshot);
    if (!found || !m_reasons.createServer({snapshot}).isEmpty()) {
        return;
    }
    auto *dialog = new CreateServerDialog(m_services, *found, m_window);
    connect(dialog, &CreateServerDialog::confirmed, this, &Flows::createServerConfirmed);
    dialog->open();
}

void Flows::createVolume(const Domain::SnapshotKey &snapshot)
{
    const Domain::Snapshot *found = m_services.inventory.findSnapshot(snapshot);
    if (!found || !m_reasons.createVolume({snapshot}).isEmpty()) {
        return;
    }
    auto *dialog = new CreateVolumeDialog(m_services, *found, m_window);
    connect(dialog, &CreateVolumeDialog::confirmed, this, &Flows::createVolumeConfirmed);
    dialog->open();
}

void Flows::explainBackups()
{
    QList<Items::HelpProvider> providers;
    for (const Domain::AccountId &id : m_services.inventory.accounts()) {
        const Inventory::AccountInventory *account = m_services.inventory.find(id);
        const QString name = providerName(id);
        if (account && !std::ranges::contains(providers, name, &Items::HelpProvider::name)) {
            providers.append({name, account->capabilities});
        }
    }
    auto *dialog = new BackupHelpDialog(Items::snapshotsOrBackups(providers), m_window);
    dialog->open();
}

void Flows::remove(const QList<Domain::SnapshotKey> &snapshots)
{
    if (!m_reasons.remove(snapshots).isEmpty()) {
        return;
    }
    auto *dialog = new RemoveDialog(m_services, snapshots, m_window);
    connect(dialog, &RemoveDialog::confirmed, this, &Flows::removeConfirmed);
    dialog->open();
}

void Flows::keepUntil(const QList<Domain::SnapshotKey> &snapshots)
{
    if (snapshots.isEmpty()) {
        return;
    }
    auto *dialog = new KeepDialog(m_services, snapshots, m_window);
    connect(dialog, &KeepDialog::confirmed, this, &Flows::keepConfirmed);
    dialog->open();
}

void Flows::rename(const Domain::SnapshotKey &snapshot)
{
    const Domain::Snapshot *found = m_services.inventory.findSnapshot(snapshot);
    if (!found || !m_reasons.rename({snapshot}).isEmpty()) {
        return;
    }
    auto *dialog = new RenameDialog(m_services, *found, m_window);
    connect(dialog, &RenameDialog::confirmed, this, &Flows::renameConfirmed);
    dialog->open();
}

void Flows::toggleProtection(const Domain::SnapshotKey &snapshot)
{
    const Domain::Snapshot *found = m_services.inventory.findSnapshot(snapshot);
    if (!found || !m_reasons.protect({snapshot}).isEmpty()) {
        return;
    }
    Q_EMIT protectConfirmed(snapshot,
                            found->isProtected ? Domain::Protection::Off : Domain::Protection::On);
}

QString Flows::providerName(const Domain::AccountId &account) const
{
    const Items::SnapshotModel &snapshots = m_services.snapshots;
    for (const Domain::Snapshot &snapshot : m_services.inventory.find(account)->snapshots) {
        if (const Items::SnapshotRow *row = snapshots.row(snapshot.key)) {
            return row->providerName;
        }
    }
    return tr("the provider");
}

void Flows::removeAccount(const Domain::AccountId &account)
{
    const Inventory::AccountInventory *found = m_services.inventory.find(account);
    if (!found) {
        return;
    }
    const Question question = removeAccountQuestion(found->account.name, providerName(account));
    m_services.prompts.confirm(m_window, question,
                               [this, account] { Q_EMIT removeAccountConfirmed(account); });
}

} // namespace Views
