// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray.h"

#include "views/common/icons.h"

#include <QAction>
#include <QGuiApplication>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace App {

Tray::Tray(QWidget &window)
    : m_window(window)
    , m_icon(Views::Icons::applicationIcon())
{
    const QAction *show = m_menu.addAction(tr("&Show Snapdeck"));
    const QAction *quit = m_menu.addAction(tr("&Quit"));
    m_menu.setObjectName(u"trayMenu"_s);
    m_icon.setToolTip(tr("Snapdeck: click to show the window"));
    m_icon.setContextMenu(&m_menu);
    connect(show, &QAction::triggered, this, &Tray::showWindow);
    connect(quit, &QAction::triggered, this, [this] {
        showWindow();
        Q_EMIT quitRequested();
    });
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason != QSystemTrayIcon::Context) {
                    showWindow();
                }
            });
    // The icon that a message came from has done its work once the window is seen.
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) {
                if (state == Qt::ApplicationActive && !m_isWindowHidden) {
                    m_icon.hide();
                }
            });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::messageClicked);
}

bool Tray::isAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::hideWindow()
{
    if (!isAvailable()) {
        return;
    }
    m_isWindowHidden = true;
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_icon.show();
    m_window.hide();
}

void Tray::showWindow()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
    m_icon.hide();
    QGuiApplication::setQuitOnLastWindowClosed(true);
    m_isWindowHidden = false;
}

void Tray::showMessage(const QString &title, const QString &text, Severity severity)
{
    if (!isAvailable()) {
        return;
    }
    m_icon.show(); // a message needs an icon to come from; it goes when the window is back
    m_icon.showMessage(title, text,
                       severity == Severity::Warning ? QSystemTrayIcon::Warning
                                                     : QSystemTrayIcon::Information);
}

} // namespace App
