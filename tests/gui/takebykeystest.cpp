// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"
#include "support/testenvironment.h"

using Domain::SnapshotStatus;
using Gui::Program;
using namespace Qt::StringLiterals;

/// A hand on the keyboard, none on the mouse: through the wizard, until the snapshot is ready.
class TakeByKeysTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

    static bool isReady(const Program &program, const QString &name)
    {
        const Domain::Snapshot *snapshot = program.snapshotNamed(name);
        return snapshot && snapshot->status == SnapshotStatus::Ready;
    }

private Q_SLOTS:
    void aVolumeWherePlansAreSold()
    {
        Program program(u"stackconsole"_s);
        QVERIFY(program.start());
        Gui::press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(program.waitForDialog(u"takeWizard"_s));
        QCOMPARE(program.title(), u"Where is the server or volume?"_s);
        QVERIFY(Gui::goDownTo(u"1CNG-YGN-AZ01"_s));
        Gui::press(Qt::Key_Return);
        QCOMPARE(program.title(), u"Which project?"_s);
        QVERIFY(Gui::goDownTo(u"Default"_s));
        Gui::press(Qt::Key_Return);
        QCOMPARE(program.title(), u"Which volume or server?"_s);
        Gui::type(u"mail-spool"_s);
        Gui::press(Qt::Key_Return);
        QCOMPARE(program.title(), u"What is the snapshot called?"_s);
        Gui::press(Qt::Key_A, Qt::ControlModifier);
        Gui::type(u"before dovecot 2.4"_s);
        Gui::press(Qt::Key_Return);
        QCOMPARE(program.title(), u"Billing and review"_s);
        Gui::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!program.dialog(), Program::patience);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(program, u"before dovecot 2.4"_s), Program::patience);
        const Domain::Snapshot &taken = *program.snapshotNamed(u"before dovecot 2.4"_s);
        QCOMPARE(taken.key.kind, Domain::SnapshotKind::Volume);
        QCOMPARE(taken.sourceName, u"mail-spool"_s);
    }

    void aServerWhereANameIsEnough()
    {
        Program program(u"hetzner"_s);
        QVERIFY(program.start());
        Gui::press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(program.waitForDialog(u"takeWizard"_s));
        QVERIFY(Gui::goDownTo(u"Falkenstein"_s));
        Gui::press(Qt::Key_Return);
        QCOMPARE(program.title(), u"Which server?"_s);
        Gui::type(u"web-1"_s);
        Gui::press(Qt::Key_Return);
        QCOMPARE(program.title(), u"What is the snapshot called?"_s);
        Gui::press(Qt::Key_A, Qt::ControlModifier);
        Gui::type(u"before PHP 8.4"_s);
        Gui::press(Qt::Key_Return);
        QCOMPARE(program.title(), u"Review"_s);
        Gui::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!program.dialog(), Program::patience);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(program, u"before PHP 8.4"_s), Program::patience);
        QCOMPARE(program.snapshotNamed(u"before PHP 8.4"_s)->sourceName, u"web-1"_s);
    }
};

QTEST_MAIN(TakeByKeysTest)
#include "takebykeystest.moc"
