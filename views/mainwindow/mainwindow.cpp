// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/mainwindow.h"

#include "items/errortext.h"
#include "views/common/icons.h"
#include "views/mainwindow/bannerstack.h"
#include "views/mainwindow/closing.h"
#include "views/mainwindow/mainwindowprivate.h"
#include "views/mainwindow/statusline.h"
#include "views/snapshots/passworddialog.h"
#include "views/snapshots/snapshottable.h"

#include <QCloseEvent>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

/// The one file that is dragged, if it may be a profile; else nothing.
QString droppedProfile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    const QString path = urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
    return path.endsWith(".json"_L1, Qt::CaseInsensitive) ? path : QString();
}

} // namespace

MainWindow::MainWindow(const MainWindowServices &services, QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(this, services))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Snapdeck"));
    setWindowIcon(Icons::applicationIcon());
    setAcceptDrops(true);
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

void MainWindow::showProblem(const Items::ErrorText &text, const QString &topic)
{
    d->banners->addProblem(text, topic);
}

void MainWindow::showNews(const QString &title, const QString &meaning, const QString &topic)
{
    d->banners->addNews(title, meaning, topic);
}

void MainWindow::updatePrices()
{
    d->updateState();
    d->updateSelection();
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

void MainWindow::quit()
{
    d->closing->setQuitting();
    close();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    d->fitDetails();
    d->fitSide();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedProfile(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = droppedProfile(*event->mimeData());
    if (!path.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT profileDropped(path);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!d->closing->mayClose()) {
        event->ignore();
        return;
    }
    d->saveState();
    event->accept();
    Q_EMIT quitRequested();
}

} // namespace Views
