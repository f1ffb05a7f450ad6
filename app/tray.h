// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>
#include <QSystemTrayIcon>

class QWidget;

namespace App {

/// The icon in the tray, for as long as the window is hidden; and the messages that come from it.
/// While the window is hidden the program does not end with its last window.
class Tray : public QObject
{
    Q_OBJECT

public:
    enum class Severity { Information, Warning };

    /// The window must outlive the tray.
    explicit Tray(QWidget &window);

    [[nodiscard]] static bool isAvailable();
    [[nodiscard]] bool isWindowHidden() const { return m_isWindowHidden; }
    [[nodiscard]] QMenu &menu() { return m_menu; }

    /// Does nothing where there is no tray: the window could not be brought back.
    void hideWindow();
    void showWindow();
    void showMessage(const QString &title, const QString &text, Severity severity);

Q_SIGNALS:
    void messageClicked();
    /// From the menu. The window has been brought back, since it may have to ask.
    void quitRequested();

private:
    QWidget &m_window;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    bool m_isWindowHidden = false;
};

} // namespace App
