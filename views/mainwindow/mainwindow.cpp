// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/mainwindow.h"

#include "items/errortext.h"
#include "views/common/icons.h"
#include "views/mainwindow/bannerstack.h"
#include "views/mainwindow/mainwindowprivate.h"
#include "views/mainwindow/statusline.h"
#include "views/snapshots/passworddialog.h"
#include "views/snapshots/snapshottable.h"

#include <QCloseEvent>

using namespace Qt::StringLiterals;

namespace Views {

MainWindow::MainWindow(const MainWindowServices &services, QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(this, services))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Snapdeck"));
    setWindowIcon(Icons::applicationIcon());
    d->restoreState();
    d->updateState();
    d->updateSelection();
}

MainWindow::~MainWindow()
{
    // While they go the parts still ask what connects them, so they go first.
    delete takeCentralWidget();
}

void MainWindow::showPassword(const QString &serverName, const Domain::Secret &password)
{
    auto *dialog = new PasswordDialog(serverName, password, this); // deletes itself when it closes
    dialog->open();
}

void MainWindow::showProblem(const Items::ErrorText &text)
{
    d->banners->addProblem(text);
}

void MainWindow::setModeText(const QString &text)
{
    setWindowTitle(text.isEmpty() ? tr("Snapdeck") : tr("Snapdeck · %1", "mode").arg(text));
    d->statusLine->setModeText(text);
}

void MainWindow::selectSnapshot(const Domain::SnapshotKey &key)
{
    d->table->select(key);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    d->fitDetails();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    d->saveState();
    event->accept();
    Q_EMIT quitRequested();
}

} // namespace Views
