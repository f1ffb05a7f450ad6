// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/snapshottable.h"

#include "views/snapshots/snapshotheader.h"
#include "windowfixture.h"

#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QTreeView>

using namespace Domain;
using namespace Fixture;
using Items::SnapshotModel;

class SnapshotTableTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

    static Holdings many(int count)
    {
        Holdings holdings;
        holdings.snapshots.clear();
        for (int i = 0; i < count; ++i) {
            holdings.snapshots.append(snapshot(QString::number(i), u"daily %1"_s.arg(i), u"1"_s,
                                               now().addSecs(qint64(-60) * i)));
        }
        return holdings;
    }

private Q_SLOTS:
    void showsNewestFirst()
    {
        Window w;
        QVERIFY(w.load());
        QCOMPARE(w.snapshots.row(w.snapshots.index(0, 0))->snapshot.key, snapshotKey(u"100"_s));
        QCOMPARE(w.table().horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void tellsTheSelectedKeysOfDisjointRanges()
    {
        Window w;
        QVERIFY(w.load(many(2000)));
        QItemSelection selection;
        for (int row = 0; row < 2000; row += 2) {
            selection.select(w.snapshots.index(row, 0),
                             w.snapshots.index(row, SnapshotModel::ColumnCount - 1));
        }
        w.table().selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        const QList<SnapshotKey> keys = w.table().selectedKeys();
        QCOMPARE(keys.size(), 1000);
        QVERIFY(keys.contains(snapshotKey(u"0"_s)));
        QVERIFY(!keys.contains(snapshotKey(u"1"_s)));
    }

    void rowsAreAsHighAsTheDesignSays()
    {
        Window w;
        QVERIFY(w.load());
        QCOMPARE(w.table().rowHeight(0), 34);
        QVERIFY(!w.table().showGrid());
    }

    void theCurrentRowHasItsButtons()
    {
        Window w;
        QVERIFY(w.load());
        QVERIFY(!w.sees(u"rowRollBackButton"_s));
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        QVERIFY(w.sees(u"rowRollBackButton"_s));
        QSignalSpy rollBack(&w.table(), &Views::SnapshotTable::rollBackClicked);
        QSignalSpy remove(&w.table(), &Views::SnapshotTable::removeClicked);
        const QWidget *button = w.find(u"rowRollBackButton"_s);
        const QRect row = w.table().visualRect(w.table().currentIndex());
        const QPoint middle = button->mapTo(w.table().viewport(), button->rect().center());
        QVERIFY(middle.y() > row.top() && middle.y() < row.bottom());
        QTest::mouseClick(w.find(u"rowRollBackButton"_s), Qt::LeftButton);
        QCOMPARE(rollBack.value(0).value(0).value<SnapshotKey>(), snapshotKey(u"101"_s));
        QTRY_VERIFY(w.dialog());
        w.dialog()->reject();
        QTest::mouseClick(w.find(u"rowRemoveButton"_s), Qt::LeftButton);
        QCOMPARE(remove.value(0).value(0).value<SnapshotKey>(), snapshotKey(u"101"_s));
    }

    void theRowUnderThePointerHasThemToo()
    {
        Window w;
        QVERIFY(w.load());
        w.window->selectSnapshot(snapshotKey(u"100"_s));
        const QModelIndex other = w.snapshots.indexOf(snapshotKey(u"102"_s));
        QTest::mouseMove(w.table().viewport(), w.table().visualRect(other).center());
        QTRY_VERIFY(w.sees(u"hoverRemoveButton"_s));
        QSignalSpy remove(&w.table(), &Views::SnapshotTable::removeClicked);
        QTest::mouseClick(w.find(u"hoverRemoveButton"_s), Qt::LeftButton);
        QCOMPARE(remove.value(0).value(0).value<SnapshotKey>(), snapshotKey(u"102"_s));
    }

    void buttonsStayWithTheirRowWhenItMoves()
    {
        Window w;
        QVERIFY(w.load(many(100)));
        w.window->selectSnapshot(snapshotKey(u"5"_s));
        const int before = w.find(u"rowRemoveButton"_s)->parentWidget()->y();
        w.table().verticalScrollBar()->setValue(w.table().verticalScrollBar()->value() + 34);
        QCOMPARE(w.find(u"rowRemoveButton"_s)->parentWidget()->y(), before - 34);
        w.table().sortByColumn(SnapshotModel::Timestamp, Qt::AscendingOrder);
        const QRect row = w.table().visualRect(w.snapshots.indexOf(snapshotKey(u"5"_s)));
        QCOMPARE(w.find(u"rowRemoveButton"_s)->parentWidget()->y(), row.top());
    }

    void columnsFillTheRoomWithoutAScrollBar_data()
    {
        QTest::addColumn<int>("width");
        QTest::addRow("smallest") << 900;
        QTest::addRow("usual") << 1280;
        QTest::addRow("wide") << 1600;
    }

    void columnsFillTheRoomWithoutAScrollBar()
    {
        QFETCH(int, width);
        Window w;
        QVERIFY(w.load());
        w.window->resize(width, 700);
        QTRY_COMPARE(w.table().horizontalHeader()->length(), w.table().viewport()->width());
        QTRY_VERIFY(!w.table().horizontalScrollBar()->isVisible()); // the view takes it away later
        QVERIFY(w.table().columnWidth(SnapshotModel::Name) >= 140);
    }

    void kindAndLocationGiveWayFirstAndComeBack()
    {
        Window w;
        QVERIFY(w.load());
        w.window->resize(900, 700);
        QTRY_VERIFY(!w.sees(u"detailsPanel"_s));
        QVERIFY(w.table().isColumnHidden(SnapshotModel::Kind));
        QVERIFY(!w.table().isColumnHidden(SnapshotModel::PerMonth));
        w.window->resize(1700, 700);
        QTRY_VERIFY(!w.table().isColumnHidden(SnapshotModel::Kind));
        QVERIFY(!w.table().isColumnHidden(SnapshotModel::Location));
        QVERIFY(w.table().isColumnHidden(SnapshotModel::Account));
    }

    void theSourceGivesWayOnItsOwnPage()
    {
        Window w;
        QVERIFY(w.load());
        QVERIFY(!w.table().isColumnHidden(SnapshotModel::Source));
        const int width = w.table().columnWidth(SnapshotModel::Name);
        auto *tree = w.find<QTreeView>(u"resourceTree"_s);
        tree->setCurrentIndex(w.tree.indexOf(serverKey(u"1"_s)));
        QVERIFY(w.table().isColumnHidden(SnapshotModel::Source));
        QVERIFY(w.table().columnWidth(SnapshotModel::Name) > width);
        tree->setCurrentIndex(w.tree.allSnapshotsIndex());
        QVERIFY(!w.table().isColumnHidden(SnapshotModel::Source));
    }

    void chosenColumnsStayChosen()
    {
        Window w;
        QVERIFY(w.load());
        QMenu menu;
        w.table().columns()->fillColumnsMenu(&menu);
        const QList<QAction *> choices = menu.actions();
        QVERIFY(!choices.at(SnapshotModel::Name)->isEnabled());
        choices.at(SnapshotModel::Location)->setChecked(true);
        choices.at(SnapshotModel::Account)->setChecked(true);
        choices.at(SnapshotModel::Size)->setChecked(false);
        w.window->resize(900, 700);
        QVERIFY(!w.table().isColumnHidden(SnapshotModel::Account));
        QVERIFY(w.table().isColumnHidden(SnapshotModel::Size));
        choices.constLast()->trigger();
        QVERIFY(w.table().isColumnHidden(SnapshotModel::Account));
        QVERIFY(!w.table().isColumnHidden(SnapshotModel::Size));
    }

    void aLongNameIsCutAndToldInTheToolTip()
    {
        Window w;
        Holdings holdings;
        const QString name = QString(128, u'x');
        holdings.snapshots[0].name = name;
        QVERIFY(w.load(holdings));
        const QModelIndex index = w.snapshots.indexOf(snapshotKey(u"100"_s));
        QVERIFY(index.data(Qt::ToolTipRole).toString().contains(name));
        QVERIFY(w.table().sizeHintForIndex(index).width()
                > w.table().columnWidth(SnapshotModel::Name));
        QTRY_VERIFY(!w.table().horizontalScrollBar()->isVisible()); // the view takes it away later
    }

    void theContextMenuIsReachedByKey()
    {
        Window w;
        QVERIFY(w.load());
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        QSignalSpy menu(&w.table(), &Views::SnapshotTable::menuRequested);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(w.table().viewport(), &event);
        QCOMPARE(menu.count(), 1);
        const auto *shown = w.find<QMenu>(u"snapshotMenu"_s);
        QVERIFY(shown->isVisible());
        QVERIFY(shown->actions().contains(&w.action(u"actionRollBack"_s)));
        QVERIFY(shown->actions().contains(&w.action(u"actionRemove"_s)));
    }

    void comingByTabMakesTheFirstRowCurrent()
    {
        Window w;
        QVERIFY(w.load());
        w.find(u"searchField"_s)->setFocus();
        w.table().setFocus(Qt::TabFocusReason);
        QCOMPARE(w.table().currentIndex().row(), 0);
        QVERIFY(w.table().selectedKeys().isEmpty());
    }
};

QTEST_MAIN(SnapshotTableTest)
#include "snapshottabletest.moc"
