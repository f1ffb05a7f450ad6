// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/mainwindowprivate.h"

#include "inventory/inventory.h"
#include "items/displaytext.h"
#include "items/errortext.h"
#include "items/resourcemodel.h"
#include "items/snapshotmodel.h"
#include "views/activity/activitypage.h"
#include "views/mainwindow/bannerstack.h"
#include "views/mainwindow/kindtabs.h"
#include "views/mainwindow/resourcetree.h"
#include "views/mainwindow/statepage.h"
#include "views/mainwindow/tableexport.h"
#include "views/mainwindow/topbar.h"
#include "views/operations/operationsstrip.h"
#include "views/resources/resourcehead.h"
#include "views/resources/resourcetable.h"
#include "views/resources/serverspage.h"
#include "views/snapshots/detailspanel.h"
#include "views/snapshots/snapshottable.h"

#include <QAction>
#include <QDir>
#include <QLineEdit>
#include <QStackedWidget>

/// Which part tells which: the wiring of the window, apart from what the parts then do.

using namespace Qt::StringLiterals;

namespace Views {

namespace {
constexpr auto exportTopic = "export"_L1;
}

/// What works on one snapshot.
void MainWindow::Private::connectOnOne(QAction *action,
                                       void (Flows::*ask)(const Domain::SnapshotKey &snapshot))
{
    connect(action, &QAction::triggered, q, [this, ask] {
        const QList<Domain::SnapshotKey> keys = table->selectedKeys();
        if (keys.size() == 1) {
            (flows->*ask)(keys.first());
        }
    });
}

void MainWindow::Private::connectActions()
{
    connect(actions->take, &QAction::triggered, q, [this] { flows->take(target()); });
    connect(actions->takeInSteps, &QAction::triggered, q, [this] { flows->takeInSteps(target()); });
    connectOnOne(actions->rollBack, &Flows::rollBack);
    connectOnOne(actions->createServer, &Flows::createServer);
    connectOnOne(actions->createVolume, &Flows::createVolume);
    connectOnOne(actions->rename, &Flows::rename);
    connectOnOne(actions->protect, &Flows::toggleProtection);
    connect(actions->remove, &QAction::triggered, q,
            [this] { flows->remove(table->selectedKeys()); });
    connect(actions->copyId, &QAction::triggered, q, [this] { copyIds(); });
    connect(actions->explainBackups, &QAction::triggered, flows, &Flows::explainBackups);
    connect(actions->find, &QAction::triggered, q, [this] {
        topBar->searchField()->setFocus(Qt::ShortcutFocusReason);
        topBar->searchField()->selectAll();
    });
    connect(actions->clearFilter, &QAction::triggered, q, [this] {
        topBar->searchField()->clear();
        if (activityPage) {
            activityPage->clearChoices();
        }
        stack->currentWidget()->setFocus();
    });
    for (QAction *page : {actions->showSnapshots, actions->showServers, actions->showActivity}) {
        connect(page, &QAction::triggered, q, [this, page] { goTo(page); });
    }
    connect(actions->exportShown, &QAction::triggered, q, [this] { exportShown(); });
    connect(actions->openMenu, &QAction::triggered, topBar, &TopBar::openMenu);
    connect(actions->showDetails, &QAction::triggered, q, [this] { toggleDetails(); });
    connect(actions->showMenuBar, &QAction::toggled, q,
            [this](bool isShown) { setMenuBarShown(isShown); });
}

QString MainWindow::Private::whyNotPrices(const Domain::AccountId &account) const
{
    const Inventory::AccountInventory *found = services.inventory.find(account);
    return found && !found->prices.snapshots.isEmpty()
        ? tr("This provider tells its prices itself.")
        : QString();
}

void MainWindow::Private::connectIntents()
{
    connect(actions->refresh, &QAction::triggered, q,
            [this] { Q_EMIT q->refreshRequested(std::nullopt); });
    connect(actions->addAccount, &QAction::triggered, q, &MainWindow::addAccountRequested);
    connect(actions->editAccount, &QAction::triggered, q, [this] {
        if (const auto id = account()) {
            Q_EMIT q->editAccountRequested(*id);
        }
    });
    connect(actions->editPrices, &QAction::triggered, q, [this] {
        if (const auto id = account()) {
            Q_EMIT q->editPricesRequested(*id);
        }
    });
    connect(actions->removeAccount, &QAction::triggered, q, [this] {
        if (const auto id = account()) {
            flows->removeAccount(*id);
        }
    });
    connect(actions->importProfile, &QAction::triggered, q, &MainWindow::importProfileRequested);
    connect(flows, &Flows::takeConfirmed, q, &MainWindow::takeRequested);
    connect(flows, &Flows::rollBackConfirmed, q, &MainWindow::rollBackRequested);
    connect(flows, &Flows::createServerConfirmed, q, &MainWindow::createServerRequested);
    connect(flows, &Flows::createVolumeConfirmed, q, &MainWindow::createVolumeRequested);
    connect(flows, &Flows::removeConfirmed, q, &MainWindow::removeRequested);
    connect(flows, &Flows::renameConfirmed, q, &MainWindow::renameRequested);
    connect(flows, &Flows::protectConfirmed, q, &MainWindow::protectRequested);
    connect(flows, &Flows::removeAccountConfirmed, q, &MainWindow::removeAccountRequested);
    connect(flows, &Flows::operationTold, q, &MainWindow::dismissOperationRequested);
    connect(flows, &Flows::refreshWanted, q,
            [this](const Domain::AccountId &account) { Q_EMIT q->refreshRequested(account); });
    connect(strip, &OperationsStrip::cancelClicked, q, &MainWindow::cancelOperationRequested);
    connect(strip, &OperationsStrip::dismissClicked, q, &MainWindow::dismissOperationRequested);
    connect(strip, &OperationsStrip::startServerClicked, q, &MainWindow::startServerRequested);
    connect(strip, &OperationsStrip::rollBackAgainClicked, q,
            [this](const Domain::SnapshotKey &snapshot) { rollBackAgain(snapshot); });
    connect(banners, &BannerStack::retryClicked, q, &MainWindow::refreshRequested);
    connect(banners, &BannerStack::editAccountClicked, q, &MainWindow::editAccountRequested);
    connect(statePage, &StatePage::connectClicked, q, &MainWindow::addAccountRequested);
    connect(statePage, &StatePage::demoClicked, q, &MainWindow::tryDemoRequested);
    connect(statePage, &StatePage::retryClicked, actions->refresh, &QAction::trigger);
}

void MainWindow::Private::connectParts()
{
    connect(tree, &ResourceTree::scopeChanged, q, [this] { applyScope(); });
    connect(tree, &ResourceTree::menuRequested, q,
            [this](const QPoint &position) { showMenu(treeMenu, position); });
    connect(tabs, &KindTabs::kindChanged, q, [this] { applyScope(); });
    connect(topBar, &TopBar::filterChanged, q, [this](const QString &text) {
        services.snapshots.setFilter(text);
        if (serversPage) {
            serversPage->table()->setWords(text);
        }
        if (activityPage) {
            activityPage->setWords(text);
        }
        updateState();
        updateActions();
    });
    connect(topBar, &TopBar::leftSearch, q, [this] { stack->currentWidget()->setFocus(); });
    connect(table, &SnapshotTable::selectedKeysChanged, q, [this] { updateSelection(); });
    connect(table, &SnapshotTable::rollBackClicked, flows, &Flows::rollBack);
    connect(table, &SnapshotTable::removeClicked, q,
            [this](const Domain::SnapshotKey &key) { flows->remove({key}); });
    connect(table, &SnapshotTable::menuRequested, q,
            [this](const QPoint &position) { showMenu(snapshotMenu, position); });
    connectPages();
    connect(details, &DetailsPanel::takeClicked, actions->take, &QAction::trigger);
    connect(details, &DetailsPanel::rollBackClicked, actions->rollBack, &QAction::trigger);
    connect(details, &DetailsPanel::createServerClicked, actions->createServer, &QAction::trigger);
    connect(details, &DetailsPanel::createVolumeClicked, actions->createVolume, &QAction::trigger);
    connect(details, &DetailsPanel::enterPricesClicked, q, &MainWindow::editPricesRequested);
    connect(details, &DetailsPanel::removeClicked, actions->remove, &QAction::trigger);
    connect(details, &DetailsPanel::snapshotClicked, q,
            [this](const Domain::SnapshotKey &key) { goTo(key); });
    connect(statePage, &StatePage::takeClicked, actions->take, &QAction::trigger);
    connect(statePage, &StatePage::clearFilterClicked, actions->clearFilter, &QAction::trigger);
    connect(&ageTimer, &QTimer::timeout, q, [this] { updateAges(); });
}

void MainWindow::Private::connectServers(const ResourceTable &servers)
{
    connect(&servers, &ResourceTable::currentKeyChanged, q, [this] { updateSelection(); });
    connect(&servers, &ResourceTable::openRequested, q,
            [this](const Domain::ResourceKey &key) { openResource(key); });
    connect(&servers, &ResourceTable::takeClicked, flows,
            [this](const Domain::ResourceKey &key) { flows->take({key.account, key, {}}); });
}

void MainWindow::Private::connectActivity(const ActivityPage &activity)
{
    connect(&activity, &ActivityPage::currentEntryChanged, q, [this] { showDetails(); });
    connect(&activity, &ActivityPage::shownChanged, q, [this] {
        if (tree->isAtActivity()) {
            showTotals();
            showDetails();
            updateActions();
        }
    });
    connect(&activity, &ActivityPage::openRequested, q, [this] { openDetails(); });
    connect(&activity, &ActivityPage::clearFilterClicked, actions->clearFilter, &QAction::trigger);
    connect(&activity, &ActivityPage::exported, q, [this](const QString &path, int count) {
        q->showNews(tr("The activity was exported."),
                    tr("%n entries written to %1.", nullptr, count)
                        .arg(Items::quotedName(QDir::toNativeSeparators(path))),
                    exportTopic);
    });
    connect(&activity, &ActivityPage::exportFailed, q,
            [this](const Items::ErrorText &text) { q->showProblem(text, exportTopic); });
}

void MainWindow::Private::connectPages()
{
    connect(tableExport, &TableExport::writingChanged, q, [this] { updateExport(); });
    connect(tableExport, &TableExport::exported, q,
            [this](const QString &title, const QString &meaning) {
                q->showNews(title, meaning, exportTopic);
            });
    connect(tableExport, &TableExport::failed, q,
            [this](const Items::ErrorText &text) { q->showProblem(text, exportTopic); });
    connect(head, &ResourceHead::takeClicked, actions->take, &QAction::trigger);
    connect(head, &ResourceHead::backClicked, actions->showServers, &QAction::trigger);
}

void MainWindow::Private::connectModels()
{
    const auto updateAll = [this] {
        updateState();
        updateSelection();
        updateDue();
    };
    connect(&services.snapshots, &Items::SnapshotModel::summaryChanged, q, updateAll);
    const Inventory::Inventory *inventory = &services.inventory;
    connect(inventory, &Inventory::Inventory::accountAdded, q, updateAll);
    connect(inventory, &Inventory::Inventory::accountRemoved, q, updateAll);
    connect(inventory, &Inventory::Inventory::changed, q, updateAll);
}

} // namespace Views
