// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/renamedialog.h"

#include "windowfixture.h"

#include <QLabel>
#include <QLineEdit>

using namespace Domain;
using namespace Fixture;

class RenameDialogTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

    static QDialog *open(const Window &w)
    {
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        w.action(u"actionRename"_s).trigger();
        return w.dialog();
    }

private Q_SLOTS:
    void startsWithTheNameSelected()
    {
        Window w;
        QVERIFY(w.load());
        const QDialog *dialog = open(w);
        const auto *name = dialog->findChild<QLineEdit *>(u"renameName"_s);
        QCOMPARE(name->selectedText(), u"weekly"_s);
        QCOMPARE(dialog->focusWidget(), name);
        QVERIFY(!dialog->findChild<QAbstractButton *>(u"confirmButton"_s)->isEnabled());
    }

    void tellsTheNewName()
    {
        Window w;
        QVERIFY(w.load());
        QSignalSpy rename(w.window.get(), &Views::MainWindow::renameRequested);
        QDialog *dialog = open(w);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"renameName"_s), u"before 8.4 "_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(rename.value(0).value(0).value<SnapshotKey>(), snapshotKey(u"101"_s));
        QCOMPARE(rename.value(0).value(1).toString(), u"before 8.4"_s);
    }

    void refusesWhatTheProviderWouldRefuse()
    {
        Window w;
        w.provider.rules.server.name.isUnique = true;
        QVERIFY(w.load());
        QSignalSpy rename(w.window.get(), &Views::MainWindow::renameRequested);
        QDialog *dialog = open(w);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"renameName"_s), u"golden image"_s);
        QVERIFY(dialog->findChild<QLabel *>(u"renameProblem"_s)->isVisible());
        QVERIFY(!dialog->findChild<QAbstractButton *>(u"confirmButton"_s)->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(rename.count(), 0);
    }
};

QTEST_MAIN(RenameDialogTest)
#include "renamedialogtest.moc"
