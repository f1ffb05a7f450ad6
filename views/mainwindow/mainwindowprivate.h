// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/mainwindow/actions.h"
#include "views/mainwindow/flows.h"
#include "views/mainwindow/mainwindow.h"
#include "views/mainwindow/menus.h"
#include "views/mainwindow/tablestate.h"

#include <QTimer>

class QMenu;
class QSplitter;
class QStackedWidget;

namespace Views {

class ActivityDetails;
class ActivityPage;
class BannerStack;
class Closing;
class DetailsPanel;
class KindTabs;
class OperationsStrip;
class ResourceHead;
class ResourceTree;
class ResourceTable;
class ServersPage;
class SnapshotTable;
class StatePage;
class StatusLine;
class TableExport;
class TopBar;
class UndoBar;

/// The parts of the window and what keeps them in step with each other.
class MainWindow::Private
{
public:
    Private(MainWindow *owner, const MainWindowServices &given);

    void layOut();
    QWidget *makeSide();
    QWidget *makeCentre();
    void makeTabRow(QWidget *centre);
    void connectActions();
    void connectOnOne(QAction *action, void (Flows::*ask)(const Domain::SnapshotKey &snapshot));
    void connectParts();
    void connectPages();
    void connectServers(const ResourceTable &servers);
    void connectActivity(const ActivityPage &activity);
    void connectIntents();
    void connectModels();
    void connectUndo();
    void connectKeeping();

    [[nodiscard]] ActionTarget target() const;
    /// The account that the account actions work on.
    [[nodiscard]] std::optional<Domain::AccountId> account() const;
    /// Why none are entered for the account; empty when they can be.
    [[nodiscard]] QString whyNotPrices(const Domain::AccountId &account) const;

    void applyScope();
    void updateActions();
    void updateExport();
    void exportShown();
    void updateState();
    void updateHead();
    [[nodiscard]] ServersPage *servers();
    [[nodiscard]] ActivityPage *activity();
    [[nodiscard]] QWidget *pageFor(StateKind kind);
    [[nodiscard]] TableState pageState();
    void showTotals();
    void showDetails();
    void openDetails();
    void goTo(QAction *page);
    void goTo(const Domain::SnapshotKey &snapshot);
    void openResource(const Domain::ResourceKey &resource);
    void turnTo(QWidget *page);
    void updateSelection();
    void updateAges();
    void rollBackAgain(const Domain::SnapshotKey &snapshot);
    void copyIds() const;
    void updateUndo();
    void updateDue();
    void showDue();
    void keepDue();
    void openPreferences();
    void showMenu(QMenu *menu, const QPoint &position) const;
    void setMenuBarShown(bool isShown);
    void toggleDetails();
    void fitDetails();
    void fitSide();

    void saveState();
    void restoreState();

    static constexpr int usualSideWidth = 240;
    static constexpr int detailsWidth = 252;

    MainWindow *q;
    MainWindowServices services;
    ActionReasons reasons;
    Actions *actions;
    Flows *flows;
    TableExport *tableExport;
    Menus *menus;
    TopBar *topBar;
    ResourceTree *tree = nullptr;
    QWidget *tabRow = nullptr;
    KindTabs *tabs = nullptr;
    ResourceHead *head = nullptr;
    BannerStack *banners = nullptr;
    QStackedWidget *stack = nullptr;
    SnapshotTable *table = nullptr;
    ServersPage *serversPage = nullptr; ///< null until it is gone to: ask servers()
    StatePage *statePage = nullptr;
    OperationsStrip *strip = nullptr;
    ActivityPage *activityPage = nullptr; ///< null until it is gone to: ask activity()
    QStackedWidget *detailsSide = nullptr;
    UndoBar *undoBar = nullptr;
    Closing *closing = nullptr;
    DetailsPanel *details = nullptr;
    ActivityDetails *activityDetails = nullptr; ///< made with the page
    StatusLine *statusLine = nullptr;
    QSplitter *splitter = nullptr;
    QMenu *snapshotMenu = nullptr;
    QMenu *treeMenu = nullptr;
    QTimer ageTimer;
    QTimer markTimer; ///< once many removals have been marked
    int wantedSide = usualSideWidth; ///< what the tree has where there is room
    bool areDetailsForced = false; ///< asked for in a window that has little room for them
};

} // namespace Views
