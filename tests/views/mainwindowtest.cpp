// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Longer than most: the window has many states, and each is proved.

#include "views/mainwindow/mainwindow.h"

#include "items/errortext.h"
#include "views/mainwindow/bannerstack.h"
#include "views/mainwindow/kindtabs.h"
#include "views/snapshots/snapshotheader.h"
#include "windowfixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabBar>
#include <QTreeView>

using namespace Domain;
using namespace Fixture;

namespace {

Holdings none()
{
    Holdings holdings;
    holdings.snapshots.clear();
    return holdings;
}

Holdings failing(ErrorKind kind)
{
    Holdings holdings;
    Error error;
    error.kind = kind;
    error.httpStatus = 401;
    error.code = u"unauthorized"_s;
    error.message = u"unable to authenticate"_s;
    holdings.failure = error;
    return holdings;
}

QString labelText(const Window &window, const QString &name)
{
    const auto *label = window.find<QLabel>(name);
    return label && label->isVisible() ? label->text() : QString();
}

void clickTree(const Window &window, const QModelIndex &index)
{
    window.find<QTreeView>(u"resourceTree"_s)->setCurrentIndex(index);
}

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QTabBar *>(widget)
        || qobject_cast<const QAbstractItemView *>(widget)
        || qobject_cast<const QPlainTextEdit *>(widget);
}

/// Controls that a person can use but a screen reader can't name.
QStringList nameless(const QWidget &window)
{
    QStringList found;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!isControl(widget) || !widget->isVisible() || !widget->isEnabled()) {
            continue;
        }
        QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(widget);
        const bool isOfField = widget->inherits("QLineEditIconButton"); // made by Qt
        const bool hasName = isOfField || !widget->objectName().isEmpty();
        if (!seen || seen->text(QAccessible::Name).isEmpty() || !hasName) {
            found.append(QLatin1StringView(widget->metaObject()->className()) + u' '
                         + widget->objectName());
        }
    }
    return found;
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void startsByOfferingAnAccountOrTheDemo()
    {
        const Window w;
        QVERIFY(w.sees(u"statePage"_s));
        QSignalSpy add(w.window.get(), &Views::MainWindow::addAccountRequested);
        QSignalSpy demo(w.window.get(), &Views::MainWindow::tryDemoRequested);
        QCOMPARE(w.window->focusWidget(), w.find(u"connectAccountButton"_s));
        QTest::mouseClick(w.find(u"connectAccountButton"_s), Qt::LeftButton);
        QTest::mouseClick(w.find(u"tryDemoButton"_s), Qt::LeftButton);
        QCOMPARE(add.count(), 1);
        QCOMPARE(demo.count(), 1);
    }

    void saysThatItLoads()
    {
        Window w;
        w.inventory.setAccount(shop(), w.provider);
        w.inventory.refreshAll();
        QTRY_COMPARE(labelText(w, u"stateTitle"_s), u"Loading snapshots"_s);
        QCOMPARE(w.find<QAbstractButton>(u"refreshButton"_s)->text(), u"Refreshing"_s);
        QVERIFY(w.load());
        QVERIFY(!w.sees(u"statePage"_s));
        QCOMPARE(w.find<QAbstractButton>(u"refreshButton"_s)->text(), u"Refresh"_s);
    }

    void offersTheFirstSnapshotAndSaysWhatItCosts()
    {
        Window w;
        QVERIFY(w.load(none()));
        QCOMPARE(labelText(w, u"stateTitle"_s), u"No snapshots yet"_s);
        QVERIFY(labelText(w, u"stateText"_s).contains(u"€ 0.0143 per GB and month"_s));
        QTest::mouseClick(w.find(u"stateTakeButton"_s), Qt::LeftButton);
        QVERIFY(w.dialog());
        QCOMPARE(w.dialog()->objectName(), u"takeWizard"_s);
    }

    void saysThatAFilterHidesAllAndClearsIt()
    {
        Window w;
        QVERIFY(w.load());
        auto *search = w.find<QLineEdit>(u"searchField"_s);
        QTest::keyClicks(search, u"no such thing"_s);
        QCOMPARE(labelText(w, u"stateTitle"_s), u"No snapshot matches the filter"_s);
        QCOMPARE(labelText(w, u"stateText"_s), u"0 of 3 shown for “no such thing”."_s);
        QTest::mouseClick(w.find(u"stateClearFilterButton"_s), Qt::LeftButton);
        QVERIFY(search->text().isEmpty());
        QVERIFY(w.table().isVisible());
        QCOMPARE(w.snapshots.rowCount(), 3);
    }

    void saysWhyThereAreNoVolumeSnapshots()
    {
        Window w;
        QVERIFY(w.load());
        w.find<QTabBar>(u"kindTabs"_s)->setCurrentIndex(2);
        QCOMPARE(labelText(w, u"stateTitle"_s), u"No volume snapshots here"_s);
        QVERIFY(!w.sees(u"stateTakeButton"_s));
    }

    void aFailedAccountHasAStripAndKeepsItsRows()
    {
        Window w;
        QVERIFY(w.load());
        QVERIFY(w.load(failing(ErrorKind::Unauthorized)));
        QVERIFY(w.sees(u"accountBanner"_s));
        QCOMPARE(w.snapshots.rowCount(), 3);
        QVERIFY(w.table().isVisible());
        QVERIFY(!labelText(w, u"bannerMeaning"_s).isEmpty());
        QSignalSpy edit(w.window.get(), &Views::MainWindow::editAccountRequested);
        QSignalSpy refresh(w.window.get(), &Views::MainWindow::refreshRequested);
        QTest::mouseClick(w.find(u"bannerEditAccount"_s), Qt::LeftButton);
        QTest::mouseClick(w.find(u"bannerRetry"_s), Qt::LeftButton);
        QCOMPARE(edit.value(0).value(0).value<AccountId>(), shopId());
        QCOMPARE(refresh.value(0).value(0).value<std::optional<AccountId>>(),
                 std::optional(shopId()));
        QTest::mouseClick(w.find(u"bannerDetails"_s), Qt::LeftButton);
        QVERIFY(w.find<QPlainTextEdit>(u"bannerDetailsText"_s)
                    ->toPlainText()
                    .contains(u"unable to authenticate"_s));
        QVERIFY(w.load());
        QTRY_VERIFY(!w.find(u"accountBanner"_s));
    }

    void anAccountThatNeverAnsweredSaysSoInThePlaceOfTheTable()
    {
        Window w;
        QVERIFY(w.load(failing(ErrorKind::NoConnection)));
        QCOMPARE(labelText(w, u"stateTitle"_s), u"Nothing could be loaded"_s);
        QSignalSpy refresh(w.window.get(), &Views::MainWindow::refreshRequested);
        QTest::mouseClick(w.find(u"stateRetryButton"_s), Qt::LeftButton);
        QCOMPARE(refresh.count(), 1);
    }

    void aProblemStandsAboveTheTableUntilItIsDismissed()
    {
        Window w;
        QVERIFY(w.load());
        Items::ErrorText text;
        text.title = u"It could not begin."_s;
        text.meaning = u"Nothing was changed."_s;
        w.window->showProblem(text);
        QVERIFY(w.sees(u"problemBanner"_s));
        QTest::mouseClick(w.find(u"problemBanner"_s)->findChild<QWidget *>(u"bannerDismiss"_s),
                          Qt::LeftButton);
        QTRY_VERIFY(!w.find(u"problemBanner"_s));
    }

    void disabledActionsSayWhy()
    {
        Window w;
        const auto toolTip = [&w](const QString &name) {
            return w.find(name)->toolTip();
        };
        QCOMPARE(toolTip(u"takeButton"_s), u"Connect an account first."_s);
        QCOMPARE(toolTip(u"refreshButton"_s), u"Connect an account first."_s);
        QVERIFY(!w.find(u"takeButton"_s)->isEnabled());
        QVERIFY(w.load());
        QVERIFY(w.find(u"takeButton"_s)->isEnabled());
        QCOMPARE(toolTip(u"rollBackButton"_s), u"Select a snapshot first."_s);
        QCOMPARE(toolTip(u"removeButton"_s), u"Select one or more snapshots first."_s);
        w.table().QTableView::selectAll();
        QCOMPARE(toolTip(u"rollBackButton"_s), u"Select one snapshot only."_s);
        QVERIFY(w.find(u"removeButton"_s)->isEnabled());
        for (const QAction *action : w.window->actions()) {
            QVERIFY2(action->isEnabled() || !action->toolTip().isEmpty(),
                     qPrintable(action->objectName()));
        }
    }

    void aProtectedSnapshotIsNotRemovedAndSaysWhy()
    {
        Window w;
        Holdings holdings;
        holdings.snapshots[0].isProtected = true;
        QVERIFY(w.load(holdings));
        w.window->selectSnapshot(snapshotKey(u"100"_s));
        QVERIFY(!w.find(u"removeButton"_s)->isEnabled());
        QVERIFY(!w.find(u"removeButton"_s)->toolTip().isEmpty());
        QCOMPARE(w.find(u"rowRemoveButton"_s)->toolTip(), w.find(u"removeButton"_s)->toolTip());
        QCOMPARE(w.find(u"detailsRemoveButton"_s)->toolTip(), w.find(u"removeButton"_s)->toolTip());
    }

    void keysDoWhatTheMenusSay_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("dialog");
        QTest::addRow("take step by step") << u"Ctrl+N"_s << u"takeWizard"_s;
        QTest::addRow("take without a server selected") << u"Ctrl+T"_s << u"takeWizard"_s;
        QTest::addRow("roll back") << u"Ctrl+R"_s << u"rollBackDialog"_s;
        QTest::addRow("remove") << u"Del"_s << u"removeDialog"_s;
        QTest::addRow("rename") << u"F2"_s << u"renameDialog"_s;
    }

    void keysDoWhatTheMenusSay()
    {
        QFETCH(QString, keys);
        QFETCH(QString, dialog);
        Window w;
        QVERIFY(w.load());
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        w.table().setFocus();
        QTest::keySequence(w.window->windowHandle(), QKeySequence(keys));
        QTRY_VERIFY(w.dialog());
        QCOMPARE(w.dialog()->objectName(), dialog);
        QTest::keyClick(w.dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!w.dialog());
    }

    void takesOfTheSelectedServerInOneBox()
    {
        Window w;
        QVERIFY(w.load());
        clickTree(w, w.tree.indexOf(serverKey(u"2"_s)));
        w.action(u"actionTake"_s).trigger();
        QVERIFY(w.dialog());
        QCOMPARE(w.dialog()->objectName(), u"takeDialog"_s);
        QCOMPARE(w.dialog()->windowTitle(), u"Take a snapshot of web-2"_s);
    }

    void takesStepByStepWhereANameIsNotEnough()
    {
        Window w;
        w.provider.rules.server.needsBillingCycle = true;
        QVERIFY(w.load());
        clickTree(w, w.tree.indexOf(serverKey(u"2"_s)));
        w.action(u"actionTake"_s).trigger();
        QVERIFY(w.dialog());
        QCOMPARE(w.dialog()->objectName(), u"takeWizard"_s);
    }

    void thePlusInTheHeaderOpensTheWizard()
    {
        Window w;
        QVERIFY(w.load());
        const QWidget *plus = w.find(u"headerTakeButton"_s);
        QVERIFY(plus->isVisible());
        const QRect header(QPoint(), w.table().columns()->size());
        QVERIFY(header.contains(plus->geometry()));
        QTest::mouseClick(w.find(u"headerTakeButton"_s), Qt::LeftButton);
        QVERIFY(w.dialog());
        QCOMPARE(w.dialog()->objectName(), u"takeWizard"_s);
    }

    void findsAndClearsByKeys()
    {
        Window w;
        QVERIFY(w.load());
        w.table().setFocus();
        QTest::keySequence(w.window->windowHandle(), QKeySequence(u"Ctrl+F"_s));
        auto *search = w.find<QLineEdit>(u"searchField"_s);
        QCOMPARE(w.window->focusWidget(), search);
        QTest::keyClicks(search, u"golden"_s);
        QCOMPARE(w.snapshots.rowCount(), 1);
        QTest::keyClick(w.window->windowHandle(), Qt::Key_Down);
        QCOMPARE(w.window->focusWidget(), &w.table());
        QTest::keyClick(w.window->windowHandle(), Qt::Key_Escape);
        QCOMPARE(w.snapshots.rowCount(), 3);
        QVERIFY(search->text().isEmpty());
    }

    void theTreeGetsItsWidthBackWithTheWindow()
    {
        Window w;
        QVERIFY(w.load());
        const QWidget *tree = w.find(u"resourceTree"_s);
        const int usual = tree->width();
        auto *splitter = w.find<QSplitter>(u"mainSplitter"_s);
        // As if what stands beside it had left it no more.
        splitter->setSizes({160, 500, 240});
        QVERIFY(tree->width() < usual);
        w.window->resize(w.window->width() + 20, w.window->height());
        QTRY_COMPARE(tree->width(), usual);
    }

    void refreshesByKey()
    {
        Window w;
        QVERIFY(w.load());
        QSignalSpy refresh(w.window.get(), &Views::MainWindow::refreshRequested);
        QTest::keySequence(w.window->windowHandle(), QKeySequence(u"F5"_s));
        QCOMPARE(refresh.count(), 1);
        QCOMPARE(refresh.value(0).value(0).value<std::optional<AccountId>>(), std::nullopt);
    }

    void everyEnabledControlIsReachedByTab()
    {
        Window w;
        QVERIFY(w.load());
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        w.table().setFocus();
        QSet<QString> reached;
        for (int i = 0; i < 60; ++i) {
            reached.insert(w.window->focusWidget()->objectName());
            QTest::keyClick(w.window->windowHandle(), Qt::Key_Tab);
        }
        for (const QString &name :
             {u"takeButton"_s, u"rollBackButton"_s, u"removeButton"_s, u"refreshButton"_s,
              u"searchField"_s, u"menuButton"_s, u"resourceTree"_s, u"addAccountButton"_s,
              u"kindTabs"_s, u"snapshotTable"_s, u"headerTakeButton"_s, u"rowRollBackButton"_s,
              u"rowRemoveButton"_s, u"detailsRollBackButton"_s, u"detailsRemoveButton"_s,
              u"detailsRawToggle"_s}) {
            QVERIFY2(reached.contains(name), qPrintable(name));
        }
    }

    void everyEnabledControlHasANameForScreenReaders()
    {
        Window w;
        QCOMPARE(nameless(*w.window).join(u'\n'), QString());
        QVERIFY(w.load());
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        QTest::mouseClick(w.find(u"detailsRawToggle"_s), Qt::LeftButton);
        QVERIFY(w.load(failing(ErrorKind::Unauthorized)));
        QTest::mouseClick(w.find(u"bannerDetails"_s), Qt::LeftButton);
        QCOMPARE(nameless(*w.window).join(u'\n'), QString());
        for (const QString &action :
             {u"actionTakeInSteps"_s, u"actionRollBack"_s, u"actionRemove"_s, u"actionRename"_s}) {
            w.action(action).trigger();
            QVERIFY(w.dialog());
            QCOMPARE(nameless(*w.dialog()).join(u'\n'), QString());
            w.dialog()->reject();
            QTRY_VERIFY(!w.dialog());
        }
    }

    void selectionAndCurrentRowSurviveARefresh()
    {
        Window w;
        QVERIFY(w.load());
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        Holdings changed;
        changed.snapshots[1].name = u"weekly, renamed"_s;
        changed.snapshots.removeAt(0);
        changed.snapshots.append(snapshot(u"200"_s, u"newest"_s, u"2"_s, now()));
        QVERIFY(w.load(changed));
        QCOMPARE(w.table().selectedKeys(), QList{snapshotKey(u"101"_s)});
        QCOMPARE(w.snapshots.row(w.table().currentIndex())->snapshot.name, u"weekly, renamed"_s);
        QCOMPARE(labelText(w, u"detailsTitle"_s), u"weekly, renamed"_s);
    }

    void theTreeNarrowsTheTable()
    {
        Window w;
        QVERIFY(w.load());
        clickTree(w, w.tree.indexOf(serverKey(u"2"_s)));
        QCOMPARE(w.snapshots.rowCount(), 1);
        QCOMPARE(w.find<QTabBar>(u"kindTabs"_s)->tabText(0), u"All 1"_s);
        QCOMPARE(labelText(w, u"statusShown"_s), u"1 shown of 3"_s);
        clickTree(w, w.tree.allSnapshotsIndex());
        QCOMPARE(w.snapshots.rowCount(), 3);
        QCOMPARE(w.find<QTabBar>(u"kindTabs"_s)->tabText(1), u"VM snapshots 3"_s);
    }

    void theStatusLineCountsAndSums()
    {
        Window w;
        QVERIFY(w.load());
        QCOMPARE(labelText(w, u"statusShown"_s), u"3 shown"_s);
        QCOMPARE(labelText(w, u"statusSelected"_s), QString());
        w.table().QTableView::selectAll();
        QCOMPARE(labelText(w, u"statusSelected"_s), u"3 selected"_s);
        QCOMPARE(labelText(w, u"statusSize"_s), u"60.00 GB"_s);
        QCOMPARE(labelText(w, u"statusCost"_s), u"€ 0.86 a month"_s);
        QCOMPARE(labelText(w, u"statusTotals"_s), u"All: € 0.86 a month, estimate"_s);
        QVERIFY(labelText(w, u"statusFreshness"_s).startsWith(u"as of 14:0"_s));
    }

    void theStatusLineSaysHowOldTheRowsAreUntilARefreshSucceeds()
    {
        Window w;
        Inventory::AccountInventory earlier;
        earlier.account = shop();
        earlier.asOf = now().addSecs(-7200);
        earlier.resources = Holdings().resources;
        earlier.snapshots = Holdings().snapshots;
        w.inventory.expectAccount(shop(), capabilities());
        QTRY_COMPARE(labelText(w, u"stateTitle"_s), u"Loading snapshots"_s);
        w.inventory.restore(earlier);
        QTRY_COMPARE(labelText(w, u"statusShown"_s), u"3 shown"_s);
        QVERIFY(!w.sees(u"statePage"_s));
        QCOMPARE(labelText(w, u"statusFreshness"_s), u"as of 12:05"_s);
        QCOMPARE(w.find(u"statusFreshness"_s)->toolTip(), u"2026-11-20T12:05:00Z"_s);

        w.inventory.setAccount(shop(), w.provider);
        w.inventory.refreshAll();
        QTRY_COMPARE(labelText(w, u"statusFreshness"_s), u"as of 12:05, loading"_s);
        w.provider.resourceLists.back().argument(1, 2);
        w.provider.snapshotLists.back().argument(2, 3);
        w.clock.advance(std::chrono::milliseconds(100));
        QTRY_COMPARE(labelText(w, u"statusFreshness"_s), u"as of 12:05, loading 3 of about 5"_s);
        QVERIFY(w.load(failing(ErrorKind::NoConnection)));
        QTRY_COMPARE(labelText(w, u"statusFreshness"_s), u"as of 12:05"_s);
        QVERIFY(w.load());
        QTRY_VERIFY(labelText(w, u"statusFreshness"_s).startsWith(u"as of 14:0"_s));
        w.inventory.refreshAll();
        QTRY_COMPARE(labelText(w, u"statusFreshness"_s), u"loading"_s);
    }

    void detailsFollowTheSelection()
    {
        Window w;
        QVERIFY(w.load());
        QVERIFY(!w.sees(u"costCard"_s));
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        QCOMPARE(labelText(w, u"detailsTitle"_s), u"weekly"_s);
        QCOMPARE(labelText(w, u"costFigure"_s), u"€ 0.29 a month"_s);
        QVERIFY(w.sees(u"rollbackCard"_s));
        QTest::mouseClick(w.find(u"newerSnapshot"_s), Qt::LeftButton);
        QCOMPARE(w.table().selectedKeys(), QList{snapshotKey(u"100"_s)});
        w.table().QTableView::selectAll();
        QCOMPARE(labelText(w, u"detailsTitle"_s), u"3 snapshots"_s);
        w.table().clearSelection();
        clickTree(w, w.tree.indexOf(serverKey(u"2"_s)));
        QCOMPARE(labelText(w, u"detailsTitle"_s), u"web-2"_s);
        QVERIFY(w.sees(u"detailsTakeButton"_s));
    }

    void rawDataIsShownOnDemand()
    {
        Window w;
        QVERIFY(w.load());
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        QVERIFY(!w.sees(u"detailsRaw"_s));
        QTest::mouseClick(w.find(u"detailsRawToggle"_s), Qt::LeftButton);
        QVERIFY(w.find<QPlainTextEdit>(u"detailsRaw"_s)->toPlainText().contains(u"\"id\": 1"_s));
    }

    void removingAnAccountIsAskedFirst()
    {
        Window w;
        QVERIFY(w.load());
        QSignalSpy removed(w.window.get(), &Views::MainWindow::removeAccountRequested);
        w.action(u"actionRemoveAccount"_s).trigger();
        QCOMPARE(w.prompts.questions.size(), 1);
        QCOMPARE(removed.count(), 0);
        w.prompts.says = ScriptedPrompts::Says::Yes;
        w.action(u"actionRemoveAccount"_s).trigger();
        QCOMPARE(removed.count(), 1);
    }

    void protectionIsTurnedOverWithoutAQuestion()
    {
        Window w;
        Holdings holdings;
        holdings.snapshots[0].isProtected = true;
        QVERIFY(w.load(holdings));
        QSignalSpy protect(w.window.get(), &Views::MainWindow::protectRequested);
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        w.action(u"actionProtect"_s).trigger();
        QCOMPARE(protect.value(0).value(1).value<Protection>(), Protection::On);
        w.window->selectSnapshot(snapshotKey(u"100"_s));
        QCOMPARE(w.action(u"actionProtect"_s).text(), u"Lift the &protection"_s);
        w.action(u"actionProtect"_s).trigger();
        QCOMPARE(protect.value(1).value(1).value<Protection>(), Protection::Off);
    }

    void stateSurvivesAClose()
    {
        Window w;
        QVERIFY(w.load());
        w.table().sortByColumn(Items::SnapshotModel::Name, Qt::AscendingOrder);
        QMenu columns;
        w.table().columns()->fillColumnsMenu(&columns);
        columns.actions().at(Items::SnapshotModel::Size)->setChecked(false);
        w.action(u"actionShowDetails"_s).trigger();
        QVERIFY(!w.sees(u"detailsPanel"_s));
        w.window->resize(900, 640); // the off-screen platform's screen is no wider
        QSignalSpy quit(w.window.get(), &Views::MainWindow::quitRequested);
        w.window->close();
        QCOMPARE(quit.count(), 1);
        w.open();
        QCOMPARE(w.window->size(), QSize(900, 640));
        QCOMPARE(w.table().horizontalHeader()->sortIndicatorSection(),
                 static_cast<int>(Items::SnapshotModel::Name));
        QVERIFY(w.table().isColumnHidden(Items::SnapshotModel::Size));
        QVERIFY(!w.action(u"actionShowDetails"_s).isChecked());
    }

    void aSmallWindowGivesItsRoomToTheTable()
    {
        Window w;
        QVERIFY(w.load());
        QVERIFY(w.sees(u"detailsPanel"_s));
        w.window->resize(900, 560);
        QCOMPARE(w.window->size(), QSize(900, 560));
        QVERIFY(!w.sees(u"detailsPanel"_s));
        w.action(u"actionShowDetails"_s).trigger();
        QVERIFY(w.sees(u"detailsPanel"_s));
        w.action(u"actionShowDetails"_s).trigger();
        w.window->resize(1280, 800);
        QVERIFY(!w.sees(u"detailsPanel"_s));
        w.action(u"actionShowDetails"_s).trigger();
        QVERIFY(w.sees(u"detailsPanel"_s));
    }

    void mirrorsForLanguagesThatReadFromTheRight()
    {
        Window w;
        QVERIFY(w.load());
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        const auto isLeftOf = [&w](const QString &a, const QString &b) {
            return w.find(a)->mapTo(w.window.get(), QPoint()).x()
                < w.find(b)->mapTo(w.window.get(), QPoint()).x();
        };
        QVERIFY(isLeftOf(u"takeButton"_s, u"searchField"_s));
        QVERIFY(isLeftOf(u"resourceTree"_s, u"detailsPanel"_s));
        w.window->setLayoutDirection(Qt::RightToLeft);
        QTRY_VERIFY(isLeftOf(u"searchField"_s, u"takeButton"_s));
        QVERIFY(isLeftOf(u"detailsPanel"_s, u"resourceTree"_s));
        // The account's stripe is at the leading edge: now the right one.
        const QImage row = w.table().viewport()->grab().toImage();
        const int y =
            w.table().rowViewportPosition(w.snapshots.indexOf(snapshotKey(u"100"_s)).row()) + 10;
        QCOMPARE(row.pixelColor(row.width() - 2, y), Views::Theme::accountColour(0));
        QVERIFY(row.pixelColor(1, y) != Views::Theme::accountColour(0));
    }

    void menusHoldEveryAction()
    {
        const Window w;
        QSet<const QAction *> inMenus;
        for (const QMenu *menu : w.window->findChildren<QMenu *>()) {
            for (const QAction *action : menu->actions()) {
                inMenus.insert(action);
            }
        }
        for (const QAction *action : w.window->actions()) {
            const bool isOpener = action->objectName() == "actionOpenMenu"_L1;
            QVERIFY2(isOpener || inMenus.contains(action), qPrintable(action->objectName()));
        }
    }
};

QTEST_MAIN(MainWindowTest)
#include "mainwindowtest.moc"
