// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/resources/resourcehead.h"

#include "views/common/factsrow.h"
#include "windowfixture.h"

#include <QLabel>
#include <QTreeView>

using namespace Domain;
using namespace Fixture;

namespace {

void open(const Window &w, const ResourceKey &key)
{
    w.find<QTreeView>(u"resourceTree"_s)->setCurrentIndex(w.tree.indexOf(key));
}

QString labelText(const Window &w, const QString &name)
{
    const auto *label = w.find<QLabel>(name);
    return label && label->isVisible() ? label->text() : QString();
}

/// "title meaning" of the warning in the head; empty when there is none.
QString warning(const Window &w)
{
    const QWidget *banner = w.find(u"resourceWarning"_s);
    return banner && banner->isVisible() ? banner->findChild<QLabel *>(u"bannerTitle"_s)->text()
            + u' ' + banner->findChild<QLabel *>(u"bannerMeaning"_s)->text()
                                         : QString();
}

QString factsOf(const Window &w)
{
    QStringList lines;
    for (const Views::Fact &fact : w.find<Views::FactsRow>(u"resourceFacts"_s)->facts()) {
        lines.append(fact.label + u": " + fact.value);
    }
    return lines.join(u'\n');
}

Holdings withBareServer()
{
    Holdings holdings;
    holdings.resources.append(server(u"3"_s, u"web-3"_s));
    return holdings;
}

} // namespace

/// The page of one server or volume: the head above the table of its snapshots.
class ResourceHeadTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void standsAboveTheSnapshotsOfItsServerAlone()
    {
        Window w;
        QVERIFY(w.load());
        QVERIFY(!w.sees(u"resourceHead"_s));
        open(w, serverKey(u"1"_s));
        QCOMPARE(labelText(w, u"resourceTitle"_s), u"web-1"_s);
        QCOMPARE(labelText(w, u"resourceContext"_s), u"Server · Hetzner Cloud · shop"_s);
        QVERIFY(w.table().isVisible());
        QCOMPARE(w.snapshots.rowCount(), 2);
        QVERIFY(!w.sees(u"kindTabs"_s));
        w.find<QTreeView>(u"resourceTree"_s)->setCurrentIndex(w.tree.allSnapshotsIndex());
        QVERIFY(!w.sees(u"resourceHead"_s));
        QVERIFY(w.sees(u"kindTabs"_s));
    }

    void theChosenTabHidesNothingOnIt()
    {
        Window w;
        QVERIFY(w.load());
        w.find<QTabBar>(u"kindTabs"_s)->setCurrentIndex(2);
        open(w, serverKey(u"1"_s));
        QCOMPARE(w.snapshots.rowCount(), 2);
    }

    void tellsItsFacts()
    {
        Window w;
        Holdings holdings;
        holdings.resources[0].addresses = {u"10.0.0.1"_s};
        holdings.resources[0].project = {u"p1"_s};
        holdings.projects = {{{u"p1"_s}, u"Software"_s}, {{u"p2"_s}, u"Default"_s}};
        QVERIFY(w.load(holdings));
        open(w, serverKey(u"1"_s));
        QCOMPARE(factsOf(w),
                 u"Power: running\nPlan: cx22\nDisk: 40.00 GB\nLocation: Falkenstein\n"
                 "Project: Software\nAddresses: 10.0.0.1"_s);
    }

    void tellsTheAgeOfTheLastGoodSnapshot()
    {
        Window w;
        QVERIFY(w.load());
        open(w, serverKey(u"1"_s));
        QCOMPARE(labelText(w, u"resourceCover"_s), u"Last good snapshot: 1 h ago"_s);
        QCOMPARE(warning(w), QString());
    }

    void warnsWhereThereIsNone()
    {
        Window w;
        QVERIFY(w.load(withBareServer()));
        open(w, serverKey(u"3"_s));
        QCOMPARE(warning(w),
                 u"There is no snapshot yet. If a change goes wrong, this server can't be rolled "
                 "back."_s);
        QCOMPARE(labelText(w, u"resourceCover"_s), QString());
    }

    void saysWhyTheMissingOneCanNotBeTaken()
    {
        Window w;
        Holdings holdings = withBareServer();
        holdings.resources.last().isLocked = true;
        QVERIFY(w.load(holdings));
        open(w, serverKey(u"3"_s));
        QVERIFY(!w.find(u"resourceTakeButton"_s)->isEnabled());
        QVERIFY(warning(w).endsWith(w.find(u"resourceTakeButton"_s)->toolTip()));
    }

    void warnsWhereItIsOld()
    {
        Window w;
        QVERIFY(w.load());
        open(w, serverKey(u"2"_s));
        QVERIFY(warning(w).startsWith(u"The last good snapshot is 40 d old."_s));
    }

    void theWarningGoesWithTheFirstSnapshot()
    {
        Window w;
        QVERIFY(w.load(withBareServer()));
        open(w, serverKey(u"3"_s));
        QVERIFY(!warning(w).isEmpty());
        Holdings taken = withBareServer();
        taken.snapshots.append(snapshot(u"300"_s, u"first"_s, u"3"_s, now()));
        QVERIFY(w.load(taken));
        QTRY_COMPARE(warning(w), QString());
        QCOMPARE(labelText(w, u"resourceCover"_s), u"Last good snapshot: just now"_s);
    }

    void takesASnapshotOfIt()
    {
        Window w;
        QVERIFY(w.load());
        open(w, serverKey(u"2"_s));
        QTest::mouseClick(w.find(u"resourceTakeButton"_s), Qt::LeftButton);
        QVERIFY(w.dialog());
        QCOMPARE(w.dialog()->windowTitle(), u"Take a snapshot of web-2"_s);
    }

    void isReachedByTabBeforeItsTable()
    {
        Window w;
        QVERIFY(w.load());
        open(w, serverKey(u"2"_s));
        w.find(u"resourceBackButton"_s)->setFocus();
        QTest::keyClick(w.window->windowHandle(), Qt::Key_Tab);
        QCOMPARE(w.window->focusWidget(), w.find(u"resourceTakeButton"_s));
        QTest::keyClick(w.window->windowHandle(), Qt::Key_Tab);
        QCOMPARE(w.window->focusWidget(), &w.table());
    }

    void leadsBackToAllServers()
    {
        Window w;
        QVERIFY(w.load());
        open(w, serverKey(u"2"_s));
        QTest::mouseClick(w.find(u"resourceBackButton"_s), Qt::LeftButton);
        QVERIFY(w.sees(u"serversPage"_s));
        QVERIFY(!w.sees(u"resourceHead"_s));
    }

    void saysWhyThereCanBeNone()
    {
        Window w;
        Holdings holdings;
        Resource volume = server(u"9"_s, u"data-1"_s);
        volume.key.kind = ResourceKind::Volume;
        holdings.resources.append(volume);
        QVERIFY(w.load(holdings));
        open(w, volume.key);
        QCOMPARE(labelText(w, u"resourceTitle"_s), u"data-1"_s);
        QVERIFY(warning(w).startsWith(u"This provider has no snapshots of volumes."_s));
        QVERIFY(!w.find(u"resourceTakeButton"_s)->isEnabled());
        QCOMPARE(labelText(w, u"stateTitle"_s), u"data-1 has no snapshots"_s);
        QVERIFY(!w.sees(u"stateTakeButton"_s));
    }

    void goesWhenItsServerIsGone()
    {
        Window w;
        QVERIFY(w.load());
        open(w, serverKey(u"2"_s));
        Holdings without;
        without.resources.removeLast();
        QVERIFY(w.load(without));
        QTRY_VERIFY(labelText(w, u"resourceTitle"_s) != u"web-2"_s);
    }

    void factsGoOnInTheNextLineWhereThereIsNoRoom()
    {
        Views::FactsRow row;
        QList<Views::Fact> facts;
        for (int i = 0; i < 5; ++i) {
            facts.append({u"Location"_s, u"Falkenstein"_s, {}, {}, Views::ColourRole::Text});
        }
        row.setFacts(facts);
        const int one = row.heightForWidth(2000);
        QVERIFY(row.heightForWidth(150) > 3 * one);
        row.resize(150, row.heightForWidth(150));
        row.show();
        QVERIFY(QTest::qWaitForWindowExposed(&row));
        for (const QObject *child : row.children()) {
            const auto *tile = qobject_cast<const QWidget *>(child);
            QVERIFY(!tile || row.rect().contains(tile->geometry()));
        }
    }
};

QTEST_MAIN(ResourceHeadTest)
#include "resourceheadtest.moc"
