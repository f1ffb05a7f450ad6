// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/mainwindowprivate.h"

#include "domain/clock.h"
#include "inventory/inventory.h"
#include "items/activitymodel.h"
#include "items/resourcemodel.h"
#include "items/snapshotmodel.h"
#include "views/activity/activitydetails.h"
#include "views/activity/activitypage.h"
#include "views/common/button.h"
#include "views/common/hairline.h"
#include "views/common/theme.h"
#include "views/mainwindow/kindtabs.h"
#include "views/mainwindow/resourcetree.h"
#include "views/mainwindow/statepage.h"
#include "views/mainwindow/statusline.h"
#include "views/mainwindow/tableexport.h"
#include "views/mainwindow/topbar.h"
#include "views/resources/resourcehead.h"
#include "views/resources/resourcetable.h"
#include "views/resources/serverspage.h"
#include "views/snapshots/detailspanel.h"
#include "views/snapshots/snapshottable.h"

#include <QAction>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

/// Which page the middle of the window shows, and how one gets there.

using namespace Qt::StringLiterals;

namespace Views {

void MainWindow::Private::makeTabRow(QWidget *centre)
{
    tabRow = new QWidget(centre);
    tabs = new KindTabs(services.snapshots, tabRow);
    auto *exportButton = new Button(ButtonKind::Plain, u"download"_s, tr("Export…"), tabRow);
    exportButton->setObjectName(u"exportButton"_s);
    exportButton->setAccessibleName(tr("Export the snapshots"));
    exportButton->setButtonSize(ButtonSize::Small);
    bind(exportButton, actions->exportShown);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, Metrics::margin, 0);
    row->addWidget(tabs);
    row->addStretch(1);
    row->addWidget(exportButton);
    auto *column = new QVBoxLayout(tabRow);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(new Hairline(Qt::Horizontal, tabRow));
}

void MainWindow::Private::updateHead()
{
    const auto resource = tree->currentResource();
    if (resource) {
        head->show(*resource);
    } else {
        head->hide();
    }
    tabRow->setVisible(!resource && !tree->isAtServers() && !tree->isAtActivity());
    if (tree->isAtServers()) {
        servers()->refresh();
    }
}

/// Not before it is gone to: the window is shown sooner.
ServersPage *MainWindow::Private::servers()
{
    if (!serversPage) {
        serversPage = new ServersPage(services, stack);
        stack->addWidget(serversPage);
        bind(serversPage->exportButton(), actions->exportShown);
        serversPage->table()->restoreState(services.settings);
        serversPage->table()->setWords(topBar->searchField()->text());
        connectServers(*serversPage->table());
    }
    return serversPage;
}

/// Not before it is gone to, and its details with it.
ActivityPage *MainWindow::Private::activity()
{
    if (!activityPage) {
        activityPage = new ActivityPage(services, stack);
        stack->addWidget(activityPage);
        activityDetails = new ActivityDetails(detailsSide);
        detailsSide->addWidget(activityDetails);
        activityPage->setWords(topBar->searchField()->text());
        connectActivity(*activityPage);
    }
    return activityPage;
}

/// The activity has states of its own, below what narrows it.
TableState MainWindow::Private::pageState()
{
    if (tree->isAtActivity()) {
        return {};
    }
    return tree->isAtServers()
        ? serversState(services, servers()->shownCount(), topBar->searchField()->text())
        : tableState(services);
}

void MainWindow::Private::showTotals()
{
    if (tree->isAtActivity()) {
        statusLine->showTotals(activity()->shownCount(), services.activity.rowCount());
    } else if (tree->isAtServers()) {
        statusLine->showTotals(servers()->shownCount(), services.resources.rowCount());
    } else {
        statusLine->showTotals(services.snapshots.rowCount(), services.snapshots.totalCount());
    }
}

void MainWindow::Private::showDetails()
{
    if (tree->isAtActivity()) {
        const ActivityPage *page = activity();
        const Domain::JournalEntry *entry = page->currentEntry();
        activityDetails->show(entry, services.clock.now(),
                              entry ? services.activity.sizeUnit(entry->operation.account)
                                    : Domain::SizeUnit::Gigabyte);
        detailsSide->setCurrentWidget(activityDetails);
    } else {
        details->show(target());
        detailsSide->setCurrentWidget(details);
    }
}

void MainWindow::Private::updateExport()
{
    if (tree->isAtActivity()) {
        Actions::setReason(actions->exportShown, activity()->whyNotExport());
        return;
    }
    const int shown = tree->isAtServers() ? servers()->shownCount() : services.snapshots.rowCount();
    const QString nothing = shown == 0 ? tr("There is nothing to export.") : QString();
    Actions::setReason(actions->exportShown,
                       tableExport->isWriting() ? tr("It is being exported.") : nothing);
}

void MainWindow::Private::exportShown()
{
    if (tree->isAtActivity()) {
        activity()->exportShown();
    } else if (tree->isAtServers()) {
        tableExport->exportResources(servers()->table()->shownRows(),
                                     topBar->searchField()->text());
    } else {
        tableExport->exportSnapshots();
    }
}

/// Asked for at a row: also in a window that has little room for them.
void MainWindow::Private::openDetails()
{
    showDetails();
    if (detailsSide->isHidden()) {
        toggleDetails();
    }
}

QWidget *MainWindow::Private::pageFor(StateKind kind)
{
    if (tree->isAtActivity()) {
        return activity();
    }
    if (kind != StateKind::Rows) {
        return statePage;
    }
    return tree->isAtServers() ? static_cast<QWidget *>(servers()) : table;
}

/// By key or menu: the page that is gone to has the focus then.
void MainWindow::Private::goTo(QAction *page)
{
    if (page == actions->showServers) {
        tree->selectServers();
    } else if (page == actions->showActivity) {
        tree->selectActivity();
    } else {
        tree->selectAll();
    }
    stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

/// What hides its row gives way, and no more than that.
void MainWindow::Private::goTo(const Domain::SnapshotKey &snapshot)
{
    const Domain::Snapshot *found = services.inventory.findSnapshot(snapshot);
    const auto page = tree->currentResource();
    if (page && (!found || found->source != page)) {
        tree->selectAll();
    }
    if (tabs->kind() && tabs->kind() != snapshot.kind) {
        tabs->setCurrentIndex(0); // all kinds
    }
    if (!services.snapshots.indexOf(snapshot).isValid()) {
        topBar->searchField()->clear();
    }
    table->select(snapshot);
}

void MainWindow::Private::openResource(const Domain::ResourceKey &resource)
{
    tree->select(resource);
    stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

/// The focus goes along: left to Qt, it would jump to the next control when its own is hidden.
void MainWindow::Private::turnTo(QWidget *page)
{
    if (stack->currentWidget() == page && q->focusWidget()) {
        return;
    }
    const QWidget *focused = q->focusWidget();
    const bool hasFocus = !focused || stack->isAncestorOf(focused);
    stack->setCurrentWidget(page);
    if (hasFocus) {
        page->setFocus();
    }
}

} // namespace Views
