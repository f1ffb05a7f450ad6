// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/mainwindowprivate.h"

#include "inventory/inventory.h"
#include "items/activitymodel.h"
#include "items/errortext.h"
#include "items/resourcemodel.h"
#include "items/resourcetreemodel.h"
#include "items/snapshotmodel.h"
#include "views/activity/activitypage.h"
#include "views/common/button.h"
#include "views/common/hairline.h"
#include "views/common/theme.h"
#include "views/mainwindow/bannerstack.h"
#include "views/mainwindow/kindtabs.h"
#include "views/mainwindow/resourcetree.h"
#include "views/mainwindow/statepage.h"
#include "views/mainwindow/statusline.h"
#include "views/mainwindow/tableexport.h"
#include "views/mainwindow/topbar.h"
#include "views/operations/operationsstrip.h"
#include "views/operations/undobar.h"
#include "views/resources/resourcehead.h"
#include "views/resources/resourcetable.h"
#include "views/resources/serverspage.h"
#include "views/snapshots/detailspanel.h"
#include "views/snapshots/snapshotheader.h"
#include "views/snapshots/snapshottable.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr QSize leastSize(900, 560);
constexpr QSize usualSize(1280, 800);
constexpr int leastSideWidth = 160;
constexpr std::chrono::seconds ageInterval(20);

constexpr auto geometrySetting = "window/geometry"_L1;
constexpr auto splitterSetting = "window/splitter"_L1;
constexpr auto detailsSetting = "window/details"_L1;
constexpr auto menuBarSetting = "window/menuBar"_L1;

void setReasons(std::initializer_list<QAction *> actions, const QString &reason)
{
    for (QAction *action : actions) {
        Actions::setReason(action, reason);
    }
}

QVBoxLayout *tightColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

MainWindow::Private::Private(MainWindow *owner, const MainWindowServices &given)
    : q(owner)
    , services(given)
    , reasons(given.inventory, &given.snapshots)
    , actions(new Actions(owner))
    , flows(new Flows(given, owner))
    , tableExport(new TableExport(given, owner))
    , menus(new Menus(*actions, given, owner))
    , topBar(new TopBar(*actions, owner))
{
    layOut();
    menus->fillBar(q->menuBar(), table->columns());
    topBar->setMenu(menus->makeButtonMenu(table->columns()));
    snapshotMenu = menus->makeSnapshotMenu();
    treeMenu = menus->makeTreeMenu();
    connectActions();
    connectParts();
    connectIntents();
    connectModels();
    connectUndo();
    connectKeeping();
    ageTimer.setInterval(ageInterval);
    ageTimer.setTimerType(Qt::VeryCoarseTimer);
    ageTimer.start();
}

void MainWindow::Private::layOut()
{
    auto *central = new QWidget(q);
    QVBoxLayout *column = tightColumn(central);
    splitter = new QSplitter(Qt::Horizontal, central);
    splitter->setObjectName(u"mainSplitter"_s);
    splitter->setChildrenCollapsible(false);
    detailsSide = new QStackedWidget(splitter);
    details = new DetailsPanel(services, detailsSide);
    detailsSide->addWidget(details);
    splitter->addWidget(makeSide());
    splitter->addWidget(makeCentre());
    splitter->addWidget(detailsSide);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 0);
    splitter->setSizes(
        {usualSideWidth, usualSize.width() - usualSideWidth - detailsWidth - 2, detailsWidth});
    connect(splitter, &QSplitter::splitterMoved, q,
            [this] { wantedSide = splitter->sizes().constFirst(); });
    statusLine = new StatusLine(services, central);
    column->addWidget(topBar);
    column->addWidget(new Hairline(Qt::Horizontal, central));
    column->addWidget(splitter, 1);
    column->addWidget(statusLine);
    q->setCentralWidget(central);
    q->setMinimumSize(leastSize);
    q->resize(usualSize);
}

QWidget *MainWindow::Private::makeSide()
{
    auto *side = new QWidget(splitter);
    side->setMinimumWidth(leastSideWidth);
    QVBoxLayout *column = tightColumn(side);
    tree = new ResourceTree(services.tree, side);
    auto *add = new Button(ButtonKind::Quiet, u"plus"_s, tr("Add account"), side);
    add->setObjectName(u"addAccountButton"_s);
    add->setButtonContent(ButtonContent::Leading);
    bind(add, actions->addAccount);
    column->addSpacing(Metrics::gap);
    column->addWidget(tree, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Metrics::gap - 2, Metrics::space, Metrics::gap - 2, Metrics::gap - 2);
    foot->addWidget(add);
    column->addLayout(foot);
    return side;
}

QWidget *MainWindow::Private::makeCentre()
{
    auto *centre = new QWidget(splitter);
    QVBoxLayout *column = tightColumn(centre);
    banners = new BannerStack(services, centre);
    head = new ResourceHead(services, centre);
    makeTabRow(centre);
    stack = new QStackedWidget(centre);
    table = new SnapshotTable(
        services.snapshots,
        [this](const Domain::SnapshotKey &key) {
            return RowReasons{reasons.rollBack({key}), reasons.removeOne(key)};
        },
        stack);
    auto *plus =
        new Button(ButtonKind::Quiet, u"plus"_s, tr("Take a snapshot step by step"), table);
    plus->setObjectName(u"headerTakeButton"_s);
    plus->setButtonText(ButtonText::Hidden);
    plus->setButtonSize(ButtonSize::Small);
    bind(plus, actions->takeInSteps);
    table->setHeaderButton(plus);
    statePage = new StatePage(stack);
    stack->addWidget(table);
    stack->addWidget(statePage);
    strip = new OperationsStrip(services.operations, centre);
    column->addWidget(banners);
    column->addWidget(head);
    column->addWidget(tabRow);
    column->addWidget(stack, 1);
    column->addWidget(strip);
    undoBar = new UndoBar(services.operations, services.clock, centre);
    column->addWidget(undoBar);
    return centre;
}

ActionTarget MainWindow::Private::target() const
{
    if (tree->isAtActivity()) {
        return {};
    }
    if (tree->isAtServers()) {
        const auto key = serversPage ? serversPage->table()->currentKey() : std::nullopt;
        return {key ? std::optional(key->account) : std::nullopt, key, {}};
    }
    return {tree->currentAccount(), tree->currentResource(), table->selectedKeys()};
}

std::optional<Domain::AccountId> MainWindow::Private::account() const
{
    if (const auto current = tree->currentAccount()) {
        return current;
    }
    const QList<Domain::AccountId> accounts = services.inventory.accounts();
    return accounts.size() == 1 ? std::optional(accounts.first()) : std::nullopt;
}

void MainWindow::Private::applyScope()
{
    Items::SnapshotScope scope;
    scope.account = tree->currentAccount();
    scope.resource = tree->currentResource();
    // A server's page has its snapshots only, which are of one kind.
    scope.kind = scope.resource ? std::nullopt : tabs->kind();
    services.snapshots.setScope(scope);
    table->setSources(scope.resource ? SnapshotTable::Sources::One : SnapshotTable::Sources::Many);
    updateState();
    updateSelection();
}

void MainWindow::Private::updateActions()
{
    const ActionTarget current = target();
    const QList<Domain::SnapshotKey> &keys = current.snapshots;
    setReasons({actions->take, actions->takeInSteps}, reasons.take(current));
    Actions::setReason(actions->rollBack, reasons.rollBack(keys));
    // One takes the other's place: what is made of a snapshot is of the snapshot's kind.
    const bool areVolumes = !keys.isEmpty() && std::ranges::all_of(keys, [](const auto &key) {
        return key.kind == Domain::SnapshotKind::Volume;
    });
    actions->createServer->setVisible(!areVolumes);
    actions->createVolume->setVisible(areVolumes);
    Actions::setReason(actions->createServer, reasons.createServer(keys));
    Actions::setReason(actions->createVolume, reasons.createVolume(keys));
    Actions::setReason(actions->remove, reasons.remove(keys));
    Actions::setReason(actions->rename, reasons.rename(keys));
    Actions::setReason(actions->protect, reasons.protect(keys));
    setReasons({actions->copyId, actions->keepUntil},
               keys.isEmpty() ? tr("Select one or more snapshots first.") : QString());
    Actions::setReason(actions->refresh, reasons.refresh());
    const QString noAccount = services.inventory.accounts().isEmpty()
        ? tr("Connect an account first.")
        : tr("Select an account in the tree first.");
    setReasons({actions->editAccount, actions->removeAccount}, account() ? QString() : noAccount);
    const QString noPrices =
        account()
            .transform([this](const Domain::AccountId &id) { return whyNotPrices(id); })
            .value_or(noAccount);
    Actions::setReason(actions->editPrices, noPrices);
    const bool isNarrowed = tree->isAtActivity() && activity()->isNarrowed();
    Actions::setReason(actions->clearFilter,
                       services.snapshots.filter().isEmpty() && !isNarrowed
                           ? tr("There is no filter to clear.")
                           : QString());
    updateExport();
    const Domain::Snapshot *only =
        keys.size() == 1 ? services.inventory.findSnapshot(keys.first()) : nullptr;
    actions->protect->setText(only && only->isProtected ? tr("Lift the &protection")
                                                        : tr("&Protect"));
}

void MainWindow::Private::updateState()
{
    const TableState state = pageState();
    if (state.kind != StateKind::Rows) {
        statePage->show(state, reasons.take({tree->currentAccount(), tree->currentResource(), {}}));
    }
    updateHead();
    turnTo(pageFor(state.kind));
    tabs->updateCounts();
    showTotals();
    statusLine->showFreshness();
    bool isRefreshing = false;
    for (const Domain::AccountId &id : services.inventory.accounts()) {
        const Inventory::AccountInventory *found = services.inventory.find(id);
        isRefreshing = isRefreshing
            || (found
                && (found->freshness == Inventory::Freshness::Refreshing
                    || found->freshness == Inventory::Freshness::Loading));
    }
    topBar->setRefreshing(isRefreshing ? TopBar::Refreshing::Yes : TopBar::Refreshing::No);
}

void MainWindow::Private::updateSelection()
{
    showDetails();
    statusLine->showSelection(target().snapshots);
    table->updateRowActions();
    updateActions();
}

void MainWindow::Private::updateAges()
{
    services.snapshots.refreshAges();
    services.tree.refreshAges();
    services.resources.refreshAges();
    services.activity.refreshAges();
    updateDue();
    updateHead();
    showDetails();
}

/// Asked for in a row that may be old: where it can't be done any more, it says why.
void MainWindow::Private::rollBackAgain(const Domain::SnapshotKey &snapshot)
{
    const QString reason = reasons.rollBack({snapshot});
    if (reason.isEmpty()) {
        flows->rollBack(snapshot);
        return;
    }
    q->showProblem(
        {tr("This rollback can't be begun again now."), tr("Nothing was changed."), reason, {}});
}

void MainWindow::Private::copyIds() const
{
    QStringList ids;
    const QList<Domain::SnapshotKey> keys = table->selectedKeys();
    for (const Domain::SnapshotKey &key : keys) {
        ids.append(key.id.value);
    }
    QGuiApplication::clipboard()->setText(ids.join(u'\n'));
}

void MainWindow::Private::showMenu(QMenu *menu, const QPoint &position) const
{
    menu->popup(position);
}

/// Where the platform has a native bar it is always there; elsewhere the button's menu stands for
/// it until the person asks for the bar.
void MainWindow::Private::setMenuBarShown(bool isShown)
{
    q->menuBar()->setVisible(isShown || q->menuBar()->isNativeMenuBar());
}

void MainWindow::Private::saveState()
{
    QSettings &settings = services.settings;
    settings.setValue(geometrySetting, q->saveGeometry());
    settings.setValue(splitterSetting, splitter->saveState());
    settings.setValue(detailsSetting, actions->showDetails->isChecked());
    settings.setValue(menuBarSetting, actions->showMenuBar->isChecked());
    table->saveState(settings);
    if (serversPage) {
        serversPage->table()->saveState(settings);
    }
    tree->saveState(settings);
}

void MainWindow::Private::restoreState()
{
    const QSettings &settings = services.settings;
    menus->restoreAppearance();
    q->restoreGeometry(settings.value(geometrySetting).toByteArray());
    const QByteArray sizes = settings.value(splitterSetting).toByteArray();
    if (!sizes.isEmpty()) {
        splitter->restoreState(sizes);
        wantedSide = qMax(splitter->sizes().constFirst(), leastSideWidth);
    }
    const bool areDetailsShown = settings.value(detailsSetting, true).toBool();
    actions->showDetails->setChecked(areDetailsShown);
    areDetailsForced = false;
    fitDetails();
    const bool isBarShown = settings.value(menuBarSetting, false).toBool();
    actions->showMenuBar->setChecked(isBarShown);
    setMenuBarShown(isBarShown);
    table->restoreState(settings);
    tree->restoreState(settings);
}

} // namespace Views
