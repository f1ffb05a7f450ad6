// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/resources/serverspage.h"

#include "items/resourcemodel.h"
#include "views/resources/resourcetable.h"
#include "windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QTreeView>

using namespace Domain;
using namespace Fixture;

namespace {

Resource volume()
{
    Resource volume = server(u"9"_s, u"data-1"_s);
    volume.key.kind = ResourceKind::Volume;
    volume.attachedTo = serverKey(u"1"_s);
    return volume;
}

/// Three servers, the last without a snapshot, and a volume that has none at this provider.
Holdings holdings()
{
    Holdings holdings;
    holdings.resources.append(server(u"3"_s, u"web-10"_s));
    holdings.resources.append(volume());
    return holdings;
}

Views::ResourceTable &servers(const Window &w)
{
    return *w.find<Views::ResourceTable>(u"resourceTable"_s);
}

QString rowText(const Window &w, int row)
{
    return servers(w).model()->index(row, Items::ResourceModel::Name).data().toString();
}

Views::Button *buttonFor(const Window &w, const QString &name)
{
    const QString wanted = u"Take a snapshot of "_s + name;
    for (auto *button : servers(w).findChildren<Views::Button *>()) {
        if (button->isVisible() && button->accessibleName() == wanted) {
            return button;
        }
    }
    return nullptr;
}

void press(const Window &w, const QString &keys)
{
    QTest::keySequence(w.window->windowHandle(), QKeySequence(keys));
}

QString labelText(const Window &w, const QString &name)
{
    const auto *label = w.find<QLabel>(name);
    return label && label->isVisible() ? label->text() : QString();
}

} // namespace

class ServersPageTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void isReachedFromTheTree()
    {
        Window w;
        QVERIFY(w.load(holdings()));
        QVERIFY(!w.sees(u"serversPage"_s));
        w.find<QTreeView>(u"resourceTree"_s)->setCurrentIndex(w.tree.serversIndex());
        QVERIFY(w.sees(u"serversPage"_s));
        QVERIFY(!w.sees(u"kindTabs"_s));
        QCOMPARE(servers(w).model()->rowCount(), 4);
        QCOMPARE(labelText(w, u"serversSummary"_s),
                 u"3 servers, 1 volume · 2 without a good snapshot of the last 30 days"_s);
        QCOMPARE(labelText(w, u"statusShown"_s), u"4 shown"_s);
        w.find<QTreeView>(u"resourceTree"_s)->setCurrentIndex(w.tree.allSnapshotsIndex());
        QVERIFY(!w.sees(u"serversPage"_s));
        QVERIFY(w.sees(u"kindTabs"_s));
    }

    void isReachedAndLeftByKey()
    {
        Window w;
        QVERIFY(w.load(holdings()));
        press(w, u"Ctrl+2"_s);
        QVERIFY(w.sees(u"serversPage"_s));
        QCOMPARE(w.window->focusWidget(), &servers(w));
        QCOMPARE(servers(w).currentKey(), volume().key); // "data-1", the first by name
        press(w, u"Ctrl+1"_s);
        QVERIFY(!w.sees(u"serversPage"_s));
        QCOMPARE(w.window->focusWidget(), &w.table());
    }

    void eachRowTakesASnapshotOfItsOwn()
    {
        Window w;
        QVERIFY(w.load(holdings()));
        press(w, u"Ctrl+2"_s);
        for (const QString &name : {u"web-1"_s, u"web-2"_s, u"web-10"_s}) {
            Views::Button *button = buttonFor(w, name);
            QVERIFY2(button, qPrintable(name));
            QTest::mouseClick(button, Qt::LeftButton);
            QVERIFY(w.dialog());
            QCOMPARE(w.dialog()->windowTitle(), u"Take a snapshot of "_s + name);
            w.dialog()->reject();
            QTRY_VERIFY(!w.dialog());
        }
    }

    void theButtonOfTheCurrentRowIsReachedByTab()
    {
        Window w;
        QVERIFY(w.load(holdings()));
        press(w, u"Ctrl+2"_s);
        servers(w).select(serverKey(u"2"_s));
        QTest::keyClick(w.window->windowHandle(), Qt::Key_Tab);
        QCOMPARE(w.window->focusWidget(), w.find(u"rowSnapshotButton"_s));
        QTest::keyClick(w.window->windowHandle(), Qt::Key_Space);
        QTRY_VERIFY(w.dialog());
        QCOMPARE(w.dialog()->windowTitle(), u"Take a snapshot of web-2"_s);
    }

    void theTakeActionWorksOnTheCurrentRow()
    {
        Window w;
        QVERIFY(w.load(holdings()));
        press(w, u"Ctrl+2"_s);
        servers(w).select(serverKey(u"2"_s));
        press(w, u"Ctrl+T"_s);
        QTRY_VERIFY(w.dialog());
        QCOMPARE(w.dialog()->windowTitle(), u"Take a snapshot of web-2"_s);
    }

    void aButtonThatCanNotBeUsedSaysWhy()
    {
        Window w;
        QVERIFY(w.load(holdings()));
        press(w, u"Ctrl+2"_s);
        const Views::Button *button = buttonFor(w, u"data-1"_s);
        QVERIFY(button);
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"This provider has no snapshots of volumes."_s);
        QVERIFY(buttonFor(w, u"web-1"_s)->isEnabled());
        Holdings locked = holdings();
        locked.resources[0].isLocked = true;
        QVERIFY(w.load(locked));
        QTRY_VERIFY(!buttonFor(w, u"web-1"_s)->isEnabled());
    }

    void enterAndADoubleClickOpenTheRowsPage()
    {
        Window w;
        QVERIFY(w.load(holdings()));
        press(w, u"Ctrl+2"_s);
        servers(w).select(serverKey(u"2"_s));
        QTest::keyClick(w.window->windowHandle(), Qt::Key_Return);
        QCOMPARE(labelText(w, u"resourceTitle"_s), u"web-2"_s);
        QCOMPARE(w.window->focusWidget(), &w.table());
        press(w, u"Ctrl+2"_s);
        const QModelIndex first = servers(w).model()->index(1, Items::ResourceModel::Name);
        const QPoint place = servers(w).visualRect(first).center();
        QTest::mouseClick(servers(w).viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(servers(w).viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(labelText(w, u"resourceTitle"_s), u"web-1"_s);
    }

    void theSearchFindsServers()
    {
        Window w;
        QVERIFY(w.load(holdings()));
        press(w, u"Ctrl+2"_s);
        auto *search = w.find<QLineEdit>(u"searchField"_s);
        search->setText(u"web-1"_s);
        QCOMPARE(servers(w).model()->rowCount(), 3); // the volume is at web-1
        QCOMPARE(labelText(w, u"statusShown"_s), u"3 shown of 4"_s);
        search->setText(u"no such thing"_s);
        QCOMPARE(labelText(w, u"stateTitle"_s), u"No server or volume matches the filter"_s);
        QTest::mouseClick(w.find(u"stateClearFilterButton"_s), Qt::LeftButton);
        QVERIFY(w.sees(u"serversPage"_s));
        QCOMPARE(servers(w).model()->rowCount(), 4);
    }

    void detailsFollowTheCurrentRow()
    {
        Window w;
        QVERIFY(w.load(holdings()));
        press(w, u"Ctrl+2"_s);
        servers(w).select(serverKey(u"3"_s));
        QCOMPARE(labelText(w, u"detailsTitle"_s), u"web-10"_s);
    }

    void everyRowInSightHasOneButtonHoweverManyThereAre()
    {
        Window w;
        Holdings many;
        for (int i = 0; i < 500; ++i) {
            many.resources.append(server(u"m%1"_s.arg(i), u"many-%1"_s.arg(i)));
        }
        QVERIFY(w.load(many));
        press(w, u"Ctrl+2"_s);
        servers(w).scrollToBottom();
        const auto buttons = servers(w).findChildren<Views::Button *>();
        const int inSight = servers(w).viewport()->height() / servers(w).rowHeight(0) + 2;
        QVERIFY(buttons.size() <= inSight + 2);
        QVERIFY(buttonFor(w, rowText(w, 501)));
        QVERIFY(!buttonFor(w, u"many-1"_s)); // "many-0" is the current one
    }

    void saysThatThereIsNothing()
    {
        Window w;
        Holdings nothing;
        nothing.resources.clear();
        nothing.snapshots.clear();
        press(w, u"Ctrl+2"_s);
        QVERIFY(w.sees(u"connectAccountButton"_s));
        QVERIFY(w.load(nothing));
        QCOMPARE(labelText(w, u"stateTitle"_s), u"No servers or volumes yet"_s);
    }

    void theOrderSurvivesAClose()
    {
        Window w;
        QVERIFY(w.load(holdings()));
        press(w, u"Ctrl+2"_s);
        servers(w).sortByColumn(Items::ResourceModel::LastGood, Qt::AscendingOrder);
        w.window->close();
        w.open();
        press(w, u"Ctrl+2"_s);
        QCOMPARE(rowText(w, 0), u"web-10"_s);
    }

    void aSmallWindowKeepsNameAgeAndButton()
    {
        Window w;
        QVERIFY(w.load(holdings()));
        press(w, u"Ctrl+2"_s);
        w.window->resize(900, 560);
        QVERIFY(!servers(w).isColumnHidden(Items::ResourceModel::LastGood));
        QVERIFY(servers(w).columnWidth(Items::ResourceModel::Name) >= 140);
        const Views::Button *button = buttonFor(w, u"web-1"_s);
        QVERIFY(button);
        QVERIFY(servers(w).viewport()->rect().contains(button->geometry()));
    }
};

QTEST_MAIN(ServersPageTest)
#include "serverspagetest.moc"
