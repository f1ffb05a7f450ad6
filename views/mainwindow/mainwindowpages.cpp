// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/mainwindowprivate.h"

#include "views/mainwindow/resourcetree.h"
#include "views/mainwindow/statepage.h"
#include "views/mainwindow/topbar.h"
#include "views/resources/resourcehead.h"
#include "views/resources/resourcetable.h"
#include "views/resources/serverspage.h"
#include "views/snapshots/snapshottable.h"

#include <QAction>
#include <QLineEdit>
#include <QStackedWidget>

/// Which page the middle of the window shows, and how one gets there.

namespace Views {

void MainWindow::Private::updateHead()
{
    const auto resource = tree->currentResource();
    if (resource) {
        head->show(*resource);
    } else {
        head->hide();
    }
    tabRow->setVisible(!resource && !tree->isAtServers());
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
        serversPage->table()->restoreState(services.settings);
        serversPage->table()->setWords(topBar->searchField()->text());
        connectServers(*serversPage->table());
    }
    return serversPage;
}

QWidget *MainWindow::Private::pageFor(StateKind kind)
{
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
    } else {
        tree->selectAll();
    }
    stack->currentWidget()->setFocus(Qt::ShortcutFocusReason);
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
