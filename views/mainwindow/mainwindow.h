// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"
#include "domain/request.h"
#include "domain/secret.h"
#include "operations/planner.h"
#include "operations/takeintent.h"
#include "views/mainwindow/mainwindowservices.h"

#include <QDateTime>
#include <QMainWindow>

#include <memory>
#include <optional>

namespace Items {
struct ErrorText;
}

namespace Views {

/// The window: tree, table, details, operations, and the dialogs. It shows what the models hold and
/// tells what the person wants by signals; it changes nothing itself. Every intent that destroys
/// has been confirmed when its signal comes.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const MainWindowServices &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// A password that a rollback or a new server brought back: shown once, with Copy, kept
    /// nowhere.
    void showPassword(const QString &serverName, const Domain::Secret &password);
    /// A strip above the table, until it is dismissed: an intent that could not even begin.
    /// What is told of a topic takes the place of what was told of it before.
    void showProblem(const Items::ErrorText &text, const QString &topic = {});
    /// A strip for what went well.
    void showNews(const QString &title, const QString &meaning, const QString &topic = {});
    /// Prices were entered or taken back, which no row need tell: there may be none.
    void updatePrices();
    /// Beside the title of the window and in the status line: "Demo".
    void setModeText(const QString &text);
    /// Selects the snapshot and scrolls to it, when it is shown.
    void selectSnapshot(const Domain::SnapshotKey &key);
    /// Closes the window to end the program, once what stands against it is settled.
    void quit();

Q_SIGNALS:
    void takeRequested(const Operations::TakeIntent &intent);
    void rollBackRequested(const Domain::SnapshotKey &snapshot, const Domain::ResourceKey &target,
                           const std::optional<Operations::SafetyOrder> &safety);
    void createServerRequested(const Operations::CreateServerOrder &order);
    void createVolumeRequested(const Operations::CreateVolumeOrder &order);
    void removeRequested(const QList<Domain::SnapshotKey> &snapshots);
    void renameRequested(const Domain::SnapshotKey &snapshot, const QString &name);
    void protectRequested(const Domain::SnapshotKey &snapshot, Domain::Protection protection);
    void startServerRequested(const Domain::ResourceKey &server);
    /// Nothing: every account.
    void refreshRequested(const std::optional<Domain::AccountId> &account);
    void addAccountRequested();
    void editAccountRequested(const Domain::AccountId &account);
    void removeAccountRequested(const Domain::AccountId &account);
    void editPricesRequested(const Domain::AccountId &account);
    void cancelOperationRequested(const Domain::OperationId &operation);
    void dismissOperationRequested(const Domain::OperationId &operation);
    void importProfileRequested();
    /// A file that looks like a profile was dropped on the window.
    void profileDropped(const QString &path);
    void tryDemoRequested();
    /// Removals that have not been sent: never, or at once.
    void undoRequested(const QList<Domain::OperationId> &operations);
    void sendNowRequested(const QList<Domain::OperationId> &operations);
    /// Invalid: for good.
    void keepUntilRequested(const QList<Domain::SnapshotKey> &snapshots, const QDateTime &until);
    /// To go on without being seen, with an icon in the tray.
    void hideRequested();
    /// The window is about to close and has saved its state.
    void quitRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Views
