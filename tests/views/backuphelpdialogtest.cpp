// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/backuphelpdialog.h"

#include "views/common/card.h"
#include "windowfixture.h"

using namespace Fixture;

class BackupHelpDialogTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void isOpenedFromTheWindowAndTellsOfItsProviders()
    {
        Window w;
        w.provider.rules.server.snapshotsDieWithSource = true;
        QVERIFY(w.load());
        w.action(u"actionExplainBackups"_s).trigger();
        QDialog *dialog = w.dialog();
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), u"Snapshots or backups?"_s);
        QStringList points;
        for (const Views::BulletList *list : dialog->findChildren<Views::BulletList *>()) {
            points += list->points();
        }
        QVERIFY(points.join(u'\n').contains(u"go when the server is removed"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!w.dialog());
    }
};

QTEST_MAIN(BackupHelpDialogTest)
#include "backuphelpdialogtest.moc"
