// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "volumecloud.h"

#include "views/common/card.h"
#include "views/common/factsgrid.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>

using namespace Domain;
using namespace Fixture;
using VolumeCloud::diskKey;
using VolumeCloud::volumeKey;

/// The window over a cloud of volumes: what belongs together, what can't be rolled back to, and
/// what is used of the limits.
class VolumeCloudTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

    static void goTo(const Window &w, const ResourceKey &key)
    {
        w.find<QAbstractItemView>(u"resourceTree"_s)->setCurrentIndex(w.tree.indexOf(key));
    }

    /// The value of a fact in the details; "none" where there is no such.
    static QString fact(const Window &w, const QString &label, const QString &grid)
    {
        for (const Views::Fact &fact : w.find<Views::FactsGrid>(grid)->facts()) {
            if (fact.label == label) {
                return fact.value;
            }
        }
        return u"none"_s;
    }
    static QString fact(const Window &w, const QString &label)
    {
        return fact(w, label, u"detailsFacts"_s);
    }

    static QString whyNoRollback(const Window &w, const SnapshotKey &key)
    {
        w.window->selectSnapshot(key);
        const QAction &action = w.action(u"actionRollBack"_s);
        return action.isEnabled() ? QString() : action.toolTip();
    }

    static QList<Views::Button *> parts(const Window &w)
    {
        return w.window->findChildren<Views::Button *>(u"partSnapshot"_s);
    }

private Q_SLOTS:
    void itsPartsAreThereAtOnceAndStayThroughARefresh()
    {
        Window w;
        VolumeCloud::prepare(w);
        QVERIFY(w.load(VolumeCloud::holdings()));
        w.window->selectSnapshot(snapshotKey(u"70"_s));
        const QList<Views::Button *> before = parts(w);
        QVERIFY(!before.isEmpty());
        QVERIFY(std::ranges::all_of(before, &Views::Button::isVisible));
        QVERIFY(w.load(VolumeCloud::holdings()));
        QCOMPARE(parts(w), before);
    }

    void aSnapshotListsItsPartsAndLeadsToThem()
    {
        Window w;
        VolumeCloud::prepare(w);
        QVERIFY(w.load(VolumeCloud::holdings()));
        w.window->selectSnapshot(snapshotKey(u"70"_s));
        QVERIFY(w.sees(u"partsCard"_s));
        QCOMPARE(parts(w).size(), 2);
        QCOMPARE(parts(w).at(0)->text(), u"web-1-root · 20.00 GiB"_s);
        QCOMPARE(parts(w).at(1)->text(), u"web-1-data · 40.00 GiB"_s);
        QCOMPARE(fact(w, u"Size"_s), u"60.00 GiB"_s);
        parts(w).at(1)->click();
        QCOMPARE(w.table().selectedKeys(), QList{diskKey(u"12"_s)});
        QCOMPARE(fact(w, u"Part of"_s), u"VM snapshot “nightly” of web-1"_s);
        QVERIFY(!w.sees(u"partsCard"_s));
    }

    void whatHidesAPartGivesWay()
    {
        Window w;
        VolumeCloud::prepare(w);
        QVERIFY(w.load(VolumeCloud::holdings()));
        w.find<QTabBar>(u"kindTabs"_s)->setCurrentIndex(1);
        w.find<QLineEdit>(u"searchField"_s)->setText(u"size>=50"_s);
        w.window->selectSnapshot(snapshotKey(u"70"_s));
        QCOMPARE(w.table().selectedKeys(), QList{snapshotKey(u"70"_s)});
        parts(w).at(0)->click();
        QCOMPARE(w.table().selectedKeys(), QList{diskKey(u"11"_s)});

        goTo(w, serverKey(u"7"_s)); // whose page has its own snapshots only
        w.window->selectSnapshot(snapshotKey(u"70"_s));
        parts(w).at(0)->click();
        QCOMPARE(w.table().selectedKeys(), QList{diskKey(u"11"_s)});
    }

    void aPartThatIsMissingIsTold()
    {
        Window w;
        VolumeCloud::prepare(w);
        Holdings holdings = VolumeCloud::holdings();
        holdings.snapshots.removeAt(2);
        QVERIFY(w.load(holdings));
        w.window->selectSnapshot(snapshotKey(u"70"_s));
        QCOMPARE(parts(w).size(), 1);
        QVERIFY(w.sees(u"partSnapshotNote"_s));
        QVERIFY(w.find<QLabel>(u"partSnapshotNote"_s)->text().endsWith(u"it can't be used."_s));
    }

    void removingTheWholeSaysThatItsPartsStay()
    {
        Window w;
        VolumeCloud::prepare(w);
        QVERIFY(w.load(VolumeCloud::holdings()));
        w.window->selectSnapshot(snapshotKey(u"70"_s));
        w.action(u"actionRemove"_s).trigger();
        const auto *card = w.dialog()->findChild<QWidget *>(u"removeParts"_s);
        QVERIFY(card);
        QCOMPARE(card->findChildren<QLabel *>().constLast()->text(),
                 u"Its 2 volume snapshots stay, and are billed until they are removed too."_s);
    }

    void saysWhatIsToBeDoneFirst()
    {
        Window w;
        VolumeCloud::prepare(w);
        QVERIFY(w.load(VolumeCloud::holdings()));
        QCOMPARE(whyNoRollback(w, diskKey(u"12"_s)),
                 u"This provider rolls back a volume only while it is attached to no server. If "
                 "web-1 starts from it, it can't be detached. Otherwise detach it first, in the "
                 "provider's panel, and attach it again afterwards. Or make a new volume from this "
                 "one."_s);
        QCOMPARE(whyNoRollback(w, diskKey(u"31"_s)),
                 u"This provider rolls back to the latest snapshot only, which is “weekly” of "
                 "18 Nov 2026, 14:05. Roll back to that one, or remove what is newer than this "
                 "one first. Or make a new volume from this one."_s);
        QCOMPARE(whyNoRollback(w, diskKey(u"32"_s)), QString());
        QCOMPARE(whyNoRollback(w, snapshotKey(u"70"_s)),
                 u"The disks of web-1 are the volumes web-1-root, web-1-data. This provider rolls "
                 "back a volume only while it is attached to no server, and the one that a server "
                 "starts from can't be detached. Make a new volume from the volume snapshot that "
                 "holds the data."_s);
    }

    void theDiskThatAServerStartsFromIsNotToBeDetached()
    {
        Window w;
        VolumeCloud::prepare(w);
        Holdings holdings = VolumeCloud::holdings();
        holdings.resources[0].volumes.removeLast(); // there is but the one
        QVERIFY(w.load(holdings));
        QCOMPARE(whyNoRollback(w, diskKey(u"11"_s)),
                 u"This provider rolls back a volume only while it is attached to no server, and "
                 "web-1 starts from this one: it can't be detached. Make a new volume from this "
                 "one instead."_s);
        holdings.resources[0].isVolumeBacked = false;
        QVERIFY(w.load(holdings));
        QTRY_VERIFY(whyNoRollback(w, diskKey(u"11"_s))
                        .contains(u"Detach it from web-1 first, in the provider's panel"_s));
    }

    void theRollbackOfALooseVolumeSaysThatItStaysLoose()
    {
        Window w;
        VolumeCloud::prepare(w);
        QVERIFY(w.load(VolumeCloud::holdings()));
        w.window->selectSnapshot(diskKey(u"32"_s));
        w.action(u"actionRollBack"_s).trigger();
        QVERIFY(w.dialog());
        const auto *points = w.dialog()->findChild<Views::BulletList *>(u"rollBackConsequences"_s);
        QVERIFY(points->points().contains(
            u"It is attached to no server, and has to stay so until the rollback is over."_s));
    }

    void aServerTellsWhichVolumeIsItsDisk()
    {
        Window w;
        VolumeCloud::prepare(w);
        Holdings holdings = VolumeCloud::holdings();
        QVERIFY(w.load(holdings));
        goTo(w, serverKey(u"7"_s));
        QCOMPARE(fact(w, u"Disk"_s), u"a volume"_s); // not told which of the two
        holdings.resources[0].volumes.removeLast();
        QVERIFY(w.load(holdings));
        QTRY_COMPARE(fact(w, u"Disk"_s), u"volume web-1-root"_s);
    }

    void aVolumeTellsItsLimits()
    {
        Window w;
        VolumeCloud::prepare(w);
        QVERIFY(w.load(VolumeCloud::holdings()));
        goTo(w, volumeKey(u"3"_s));
        QCOMPARE(fact(w, u"Limit"_s), u"4 of 10 snapshots\n180 of 1,000 GiB"_s);
        w.action(u"actionTake"_s).trigger();
        QVERIFY(w.dialog());
        bool isTold = false;
        for (const Views::Fact &each :
             w.dialog()->findChild<Views::FactsGrid *>(u"takeFacts"_s)->facts()) {
            isTold = isTold || each.value == u"4 of 10 snapshots\n180 of 1,000 GiB"_s;
        }
        QVERIFY(isTold);
    }

    void warnsWhereTheDiskMayNotFit()
    {
        Window w;
        VolumeCloud::prepare(w);
        Holdings holdings = VolumeCloud::holdings();
        holdings.limits = {VolumeCloud::weighed(900, 1000)};
        QVERIFY(w.load(holdings));
        goTo(w, volumeKey(u"3"_s));
        w.action(u"actionTake"_s).trigger();
        QVERIFY(w.dialog());
        QVERIFY(!w.dialog()->findChild<QLabel *>(u"takeRoom"_s)->isVisible());
        w.dialog()->reject();
        QTRY_VERIFY(!w.dialog());
        holdings.limits = {VolumeCloud::weighed(980, 1000)};
        QVERIFY(w.load(holdings));
        w.action(u"actionTake"_s).trigger();
        QVERIFY(w.dialog());
        const auto *room = w.dialog()->findChild<QLabel *>(u"takeRoom"_s);
        QVERIFY(room->isVisible());
        QCOMPARE(room->text(),
                 u"The project uses 980 of 1,000 GiB. The disk of loose has 30 GiB: the provider "
                 "may refuse the snapshot."_s);
        QVERIFY(w.dialog()->findChild<QWidget *>(u"confirmButton"_s)->isEnabled());
    }

    void nothingIsTakenWhereTheLimitIsReached()
    {
        Window w;
        VolumeCloud::prepare(w);
        Holdings holdings = VolumeCloud::holdings();
        holdings.limits = {VolumeCloud::counted(10, 10)};
        QVERIFY(w.load(holdings));
        goTo(w, volumeKey(u"3"_s));
        const QAction &take = w.action(u"actionTake"_s);
        QTRY_VERIFY(!take.isEnabled());
        const QString reason =
            u"The project has 10 of 10 snapshots; remove one, or ask the operator for more."_s;
        QCOMPARE(take.toolTip(), reason);
        QCOMPARE(w.find<Views::Button>(u"detailsTakeButton"_s)->toolTip(), reason);
    }

    void theOpenDialogTakesNothingOnceTheLimitIsReached()
    {
        Window w;
        VolumeCloud::prepare(w);
        Holdings holdings = VolumeCloud::holdings();
        QVERIFY(w.load(holdings));
        goTo(w, volumeKey(u"3"_s));
        w.action(u"actionTake"_s).trigger();
        QVERIFY(w.dialog());
        QSignalSpy requested(w.window.get(), &Views::MainWindow::takeRequested);
        holdings.limits = {VolumeCloud::counted(10, 10)};
        QVERIFY(w.load(holdings));
        w.dialog()->findChild<QLineEdit *>(u"takeName"_s)->setText(u"one more"_s);
        QTest::keyClick(w.dialog(), Qt::Key_Return);
        QCOMPARE(requested.count(), 0);
        QVERIFY(w.dialog()
                    ->findChild<QWidget *>(u"confirmButton"_s)
                    ->toolTip()
                    .startsWith(u"The project has 10 of 10"_s));
    }

    void thereIsNoSafetySnapshotWhereTheLimitIsReached()
    {
        Window w;
        VolumeCloud::prepare(w);
        w.provider.rules.volume.canRollBackOnlyLatest = false;
        Holdings holdings = VolumeCloud::holdings();
        holdings.limits = {VolumeCloud::counted(10, 10)};
        QVERIFY(w.load(holdings));
        w.window->selectSnapshot(diskKey(u"32"_s));
        w.action(u"actionRollBack"_s).trigger();
        QVERIFY(w.dialog());
        const auto *safety = w.dialog()->findChild<QCheckBox *>(u"rollBackSafety"_s);
        QVERIFY(!safety->isEnabled() && !safety->isChecked());
        QVERIFY(w.dialog()
                    ->findChild<QLabel *>(u"rollBackSafetyNote"_s)
                    ->text()
                    .startsWith(u"The project has 10 of 10 snapshots"_s));
    }
};

QTEST_MAIN(VolumeCloudTest)
#include "volumecloudtest.moc"
