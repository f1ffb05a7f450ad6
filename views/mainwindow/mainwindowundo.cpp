// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/mainwindowprivate.h"

#include "domain/clock.h"
#include "items/snapshotmodel.h"
#include "views/mainwindow/bannerstack.h"
#include "views/mainwindow/closing.h"
#include "views/mainwindow/kindtabs.h"
#include "views/mainwindow/resourcetree.h"
#include "views/mainwindow/topbar.h"
#include "views/operations/operationsstrip.h"
#include "views/operations/undobar.h"
#include "views/preferences/preferencesdialog.h"
#include "views/snapshots/keepchoice.h"
#include "views/snapshots/snapshottable.h"

#include <QAction>
#include <QLineEdit>

/// What the window does about removals that can be undone, snapshots past their date, and closing.

using namespace Qt::StringLiterals;

namespace Views {

void MainWindow::Private::connectUndo()
{
    closing = new Closing(services, *undoBar, q);
    connect(closing, &Closing::settled, q, &QWidget::close);
    connect(closing, &Closing::hideRequested, q, &MainWindow::hideRequested);
    connect(actions->quit, &QAction::triggered, q, &MainWindow::quit);
    connect(undoBar, &UndoBar::undoRequested, q, &MainWindow::undoRequested);
    connect(undoBar, &UndoBar::sendNowRequested, q, &MainWindow::sendNowRequested);
    connect(undoBar, &UndoBar::waitingChanged, q, [this] { updateUndo(); });
    connect(actions->undo, &QAction::triggered, undoBar, &UndoBar::undo);
    connect(strip, &OperationsStrip::removeAgainClicked, q, &MainWindow::removeRequested);
    connect(actions->preferences, &QAction::triggered, q, [this] { openPreferences(); });
    markTimer.setSingleShot(true);
    markTimer.setInterval(0);
    connect(&markTimer, &QTimer::timeout, q, [this] {
        updateSelection();
        updateDue();
    });
    updateUndo();
}

void MainWindow::Private::updateUndo()
{
    Actions::setReason(actions->undo,
                       undoBar->waiting().isEmpty() ? tr("No removal waits to be undone.")
                                                    : QString());
    services.snapshots.setToBeRemoved(undoBar->snapshots());
    markTimer.start();
}

void MainWindow::Private::openPreferences()
{
    const bool canHide = services.canHide && services.canHide();
    auto *dialog = new PreferencesDialog(services.settings,
                                         canHide ? TrayIcon::Available : TrayIcon::Missing, q);
    dialog->open();
}

void MainWindow::Private::connectKeeping()
{
    connect(actions->keepUntil, &QAction::triggered, q,
            [this] { flows->keepUntil(table->selectedKeys()); });
    connect(flows, &Flows::keepConfirmed, q, &MainWindow::keepUntilRequested);
    connect(banners, &BannerStack::showDueClicked, q, [this] { showDue(); });
    connect(banners, &BannerStack::keepDueClicked, q, [this] { keepDue(); });
}

void MainWindow::Private::updateDue()
{
    const int days = readPreferences(services.settings).keepDays;
    banners->setDue(int(services.snapshots.due().size()), days > 0 ? days : Preferences().keepDays);
}

/// Where the ordinary Remove does the rest.
void MainWindow::Private::showDue()
{
    tree->selectAll();
    tabs->setCurrentIndex(0);
    topBar->searchField()->setText(u"is:due"_s);
    table->selectAll();
    table->setFocus(Qt::OtherFocusReason);
}

void MainWindow::Private::keepDue()
{
    const int days = readPreferences(services.settings).keepDays;
    const QDate today = services.clock.now().toLocalTime().date();
    Q_EMIT q->keepUntilRequested(services.snapshots.due(),
                                 endOfDay(today.addDays(days > 0 ? days : Preferences().keepDays)));
}

} // namespace Views
