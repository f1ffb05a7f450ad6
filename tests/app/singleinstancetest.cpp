// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/singleinstance.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

class SingleInstanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondStartRaisesTheFirst()
    {
        const QTemporaryDir folder;
        App::SingleInstance first(folder.path());
        QVERIFY(first.claim());
        QSignalSpy raised(&first, &App::SingleInstance::raiseRequested);

        bool secondGotIt = true;
        std::thread second([&] { secondGotIt = App::SingleInstance(folder.path()).claim(); });
        QTRY_COMPARE(raised.count(), 1);
        second.join();
        QVERIFY(!secondGotIt);
    }

    void anotherFolderIsAnotherProgram()
    {
        const QTemporaryDir one;
        const QTemporaryDir two;
        App::SingleInstance first(one.path());
        App::SingleInstance second(two.path());
        QVERIFY(first.claim());
        QVERIFY(second.claim());
    }

    void theLockIsFreeAfterTheFirstHasEnded()
    {
        const QTemporaryDir folder;
        {
            App::SingleInstance first(folder.path());
            QVERIFY(first.claim());
        }
        App::SingleInstance second(folder.path());
        QVERIFY(second.claim());
    }
};

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "singleinstancetest.moc"
