// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray.h"

#include "app/traymessages.h"
#include "support/testenvironment.h"

#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;

/// The off-screen platform has no tray, which is the case that must not lose the window.
class TrayTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void neverHidesAWindowThatCouldNotBeBroughtBack()
    {
        QVERIFY(!App::Tray::isAvailable());
        QWidget window;
        window.show();
        App::Tray tray(window);
        tray.hideWindow();
        QVERIFY(window.isVisible());
        QVERIFY(!tray.isWindowHidden());
        QVERIFY(QGuiApplication::quitOnLastWindowClosed());
    }

    void theMenuBringsTheWindowBackBeforeItQuits()
    {
        QWidget window;
        App::Tray tray(window);
        QSignalSpy quit(&tray, &App::Tray::quitRequested);
        bool wasVisible = false;
        connect(&tray, &App::Tray::quitRequested, this, [&] { wasVisible = window.isVisible(); });
        QCOMPARE(tray.menu().actions().size(), 2);
        tray.menu().actions().at(1)->trigger();
        QCOMPARE(quit.size(), 1);
        QVERIFY(wasVisible);
        window.hide();
        tray.menu().actions().at(0)->trigger();
        QVERIFY(window.isVisible());
        QCOMPARE(quit.size(), 1);
    }

    void aClickOnItsMessageWantsTheWindow()
    {
        QWidget window;
        App::Tray tray(window);
        App::TrayMessages messages(tray);
        QSignalSpy activated(&messages, &App::TrayMessages::activated);
        messages.show({u"web-1"_s, u"taken"_s, false});
        QVERIFY(activated.isEmpty());
        Q_EMIT tray.messageClicked();
        QCOMPARE(activated.size(), 1);
    }
};

QTEST_MAIN(TrayTest)
#include "traytest.moc"
