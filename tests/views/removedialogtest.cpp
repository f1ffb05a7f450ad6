// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/removedialog.h"

#include "windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>

using namespace Domain;
using namespace Fixture;

class RemoveDialogTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

    static Holdings many(int count)
    {
        Holdings holdings;
        holdings.snapshots.clear();
        for (int i = 0; i < count; ++i) {
            holdings.snapshots.append(
                snapshot(QString::number(i), u"daily %1"_s.arg(i), u"1"_s, now().addDays(-i)));
        }
        return holdings;
    }

    static QDialog *openForAll(const Window &w)
    {
        w.table().QTableView::selectAll();
        w.action(u"actionRemove"_s).trigger();
        return w.dialog();
    }

    template <class T>
    static T *in(const QDialog *dialog, const QString &name)
    {
        return dialog->findChild<T *>(name);
    }

private Q_SLOTS:
    void oneIsConfirmedPlainly()
    {
        Window w;
        QVERIFY(w.load());
        QSignalSpy remove(w.window.get(), &Views::MainWindow::removeRequested);
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        w.action(u"actionRemove"_s).trigger();
        QDialog *dialog = w.dialog();
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), u"Remove “weekly”?"_s);
        QVERIFY(!in<QLineEdit>(dialog, u"removeConfirm"_s));
        auto *button = in<QAbstractButton>(dialog, u"confirmButton"_s);
        QCOMPARE(button->text(), u"Remove snapshot"_s);
        QVERIFY(in<QPushButton>(dialog, u"cancelButton"_s)->isDefault());
        QCOMPARE(dialog->focusWidget(), in<QPushButton>(dialog, u"cancelButton"_s));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(remove.value(0).value(0).value<QList<SnapshotKey>>(),
                 QList{snapshotKey(u"101"_s)});
    }

    void enterRemovesNothing()
    {
        Window w;
        QVERIFY(w.load());
        QSignalSpy remove(w.window.get(), &Views::MainWindow::removeRequested);
        QDialog *dialog = openForAll(w);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(remove.count(), 0);
        QTRY_VERIFY(!w.dialog());
    }

    void severalShowTheirListAndWhatItSaves()
    {
        Window w;
        QVERIFY(w.load());
        const QDialog *dialog = openForAll(w);
        QCOMPARE(dialog->windowTitle(), u"Remove 3 snapshots?"_s);
        QCOMPARE(in<QTableWidget>(dialog, u"removeList"_s)->rowCount(), 3);
        QCOMPARE(in<QLabel>(dialog, u"removeTotal"_s)->text(),
                 u"60.00 GB in all. Saves € 0.86 a month, estimate."_s);
        QCOMPARE(in<QAbstractButton>(dialog, u"confirmButton"_s)->text(), u"Remove 3 snapshots"_s);
        QVERIFY(in<QAbstractButton>(dialog, u"confirmButton"_s)->isEnabled());
    }

    void aboveFiveTheCountIsTyped_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isEnough");
        QTest::addRow("five need nothing") << 5 << QString() << true;
        QTest::addRow("six and nothing typed") << 6 << QString() << false;
        QTest::addRow("six and another count") << 6 << u"5"_s << false;
        QTest::addRow("six and more than a count") << 6 << u"6x"_s << false;
        QTest::addRow("six") << 6 << u"6"_s << true;
        QTest::addRow("twelve") << 12 << u" 12 "_s << true;
    }

    void aboveFiveTheCountIsTyped()
    {
        QFETCH(int, count);
        QFETCH(QString, typed);
        QFETCH(bool, isEnough);
        Window w;
        QVERIFY(w.load(many(count)));
        QSignalSpy remove(w.window.get(), &Views::MainWindow::removeRequested);
        const QDialog *dialog = openForAll(w);
        auto *field = in<QLineEdit>(dialog, u"removeConfirm"_s);
        QCOMPARE(field != nullptr, count > 5);
        if (field) {
            QTest::keyClicks(field, typed);
        }
        auto *button = in<QAbstractButton>(dialog, u"confirmButton"_s);
        QCOMPARE(button->isEnabled(), isEnough);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(remove.count(), isEnough ? 1 : 0);
        if (isEnough) {
            QCOMPARE(remove.value(0).value(0).value<QList<SnapshotKey>>().size(), count);
        }
    }

    void protectedOnesAreNamedAndStay()
    {
        Window w;
        Holdings holdings;
        holdings.snapshots[1].isProtected = true;
        QVERIFY(w.load(holdings));
        QSignalSpy remove(w.window.get(), &Views::MainWindow::removeRequested);
        const QDialog *dialog = openForAll(w);
        QCOMPARE(dialog->windowTitle(), u"Remove 2 snapshots?"_s);
        QVERIFY(in<QWidget>(dialog, u"removeLeftOut"_s)->isVisible());
        QTest::mouseClick(in<QAbstractButton>(dialog, u"confirmButton"_s), Qt::LeftButton);
        const auto keys = remove.value(0).value(0).value<QList<SnapshotKey>>();
        QCOMPARE(keys.size(), 2);
        QVERIFY(!keys.contains(snapshotKey(u"101"_s)));
    }

    void warnsWhenAServerLosesItsLastGoodCopy()
    {
        Window w;
        QVERIFY(w.load());
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        w.action(u"actionRemove"_s).trigger();
        QVERIFY(!in<QWidget>(w.dialog(), u"removeLastCopy"_s));
        w.dialog()->reject();
        QTRY_VERIFY(!w.dialog());
        w.window->selectSnapshot(snapshotKey(u"102"_s));
        w.action(u"actionRemove"_s).trigger();
        const auto *card = in<QWidget>(w.dialog(), u"removeLastCopy"_s);
        QVERIFY(card);
        QVERIFY(card->findChildren<QLabel *>().constLast()->text().contains(u"web-2"_s));
    }
};

QTEST_MAIN(RemoveDialogTest)
#include "removedialogtest.moc"
