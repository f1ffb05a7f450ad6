// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/servers/newfromsnapshotcard.h"

#include "windowfixture.h"

#include <QLabel>
#include <QMenu>

using namespace Domain;
using namespace Fixture;

/// Where one looks for a new server or volume from a snapshot: the action, the menu and the
/// details.
class NewFromSnapshotCardTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

    static Holdings withVolume()
    {
        Holdings holdings;
        Snapshot disk = snapshot(u"200"_s, u"disk"_s, u"1"_s, now().addDays(-1));
        disk.key.kind = SnapshotKind::Volume;
        disk.source = ResourceKey{shopId(), ResourceKind::Volume, {u"9"_s}};
        holdings.snapshots.append(disk);
        return holdings;
    }

private Q_SLOTS:
    void opensTheDialogFromTheDetails()
    {
        Window w;
        w.provider.rules.createServer.isPossible = true;
        QVERIFY(w.load());
        w.window->selectSnapshot(snapshotKey(u"100"_s));
        QVERIFY(w.sees(u"newFromSnapshotButton"_s));
        QVERIFY(!w.sees(u"newFromSnapshotReason"_s));
        w.find<Views::Button>(u"newFromSnapshotButton"_s)->click();
        QVERIFY(w.dialog());
        QCOMPARE(w.dialog()->objectName(), u"createServerDialog"_s);
    }

    void saysWhyTheProviderMakesNone()
    {
        Window w;
        QVERIFY(w.load());
        w.window->selectSnapshot(snapshotKey(u"100"_s));
        const QString reason = u"This provider's API can't make a server from a snapshot."_s;
        QVERIFY(!w.action(u"actionCreateServer"_s).isEnabled());
        QCOMPARE(w.action(u"actionCreateServer"_s).toolTip(), reason);
        QCOMPARE(w.find<QLabel>(u"newFromSnapshotReason"_s)->text(), reason);
        QVERIFY(!w.find(u"newFromSnapshotButton"_s)->isEnabled());
    }

    void opensTheDialogForAVolumeFromTheDetails()
    {
        Window w;
        w.provider.rules.createVolume.isPossible = true;
        QVERIFY(w.load(withVolume()));
        w.window->selectSnapshot({shopId(), SnapshotKind::Volume, {u"200"_s}});
        QVERIFY(w.action(u"actionCreateVolume"_s).isEnabled());
        QVERIFY(!w.sees(u"newFromSnapshotReason"_s));
        QCOMPARE(w.find<Views::Button>(u"newFromSnapshotButton"_s)->text(), u"New volume…"_s);
        w.find<Views::Button>(u"newFromSnapshotButton"_s)->click();
        QVERIFY(w.dialog());
        QCOMPARE(w.dialog()->objectName(), u"createVolumeDialog"_s);
    }

    void saysThatNoVolumeCanBeMadeWhereOneLooksForIt()
    {
        Window w;
        w.provider.rules.createServer.isPossible = true;
        w.provider.rules.volume.rollback = RollbackStyle::InPlace;
        QVERIFY(w.load(withVolume()));
        w.window->selectSnapshot({shopId(), SnapshotKind::Volume, {u"200"_s}});
        const QAction &action = w.action(u"actionCreateVolume"_s);
        QVERIFY(action.isVisible() && !action.isEnabled());
        QVERIFY(!w.action(u"actionCreateServer"_s).isVisible());
        QVERIFY(w.find<QMenu>(u"snapshotMenu"_s)->actions().contains(&action));
        QVERIFY(action.toolTip().startsWith(u"This provider's API can't make a volume"_s));
        QCOMPARE(w.find<QLabel>(u"newFromSnapshotReason"_s)->text(), action.toolTip());
        w.window->selectSnapshot(snapshotKey(u"100"_s));
        QVERIFY(w.action(u"actionCreateServer"_s).isEnabled());
        QVERIFY(!action.isVisible());
    }

    void wantsOneSnapshotAndAnAccountThatAnswers()
    {
        Window w;
        w.provider.rules.createServer.isPossible = true;
        QVERIFY(w.load());
        const QAction &action = w.action(u"actionCreateServer"_s);
        QCOMPARE(action.toolTip(), u"Select a snapshot first."_s);
        w.table().selectAll();
        QCOMPARE(action.toolTip(), u"Select one snapshot only."_s);
        w.window->selectSnapshot(snapshotKey(u"100"_s));
        QVERIFY(action.isEnabled());
        Holdings broken;
        broken.failure = Error();
        broken.failure->kind = ErrorKind::NoConnection;
        QVERIFY(w.load(broken));
        QTRY_VERIFY(!action.isEnabled());
        QVERIFY(action.toolTip().contains(u"Refresh it first."_s));
    }
};

QTEST_MAIN(NewFromSnapshotCardTest)
#include "newfromsnapshotcardtest.moc"
