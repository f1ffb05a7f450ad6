// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/mainwindow/mainwindowservices.h"

#include <QObject>

class QMenu;
class QMenuBar;
class QWidget;

namespace Views {

class Actions;
class SnapshotHeader;

/// The menus: the bar, which is native where the platform has one, the menu of the button, and the
/// context menus. All hold the same actions.
class Menus : public QObject
{
    Q_OBJECT

public:
    Menus(const Actions &actions, const MainWindowServices &services, QWidget *window);

    void fillBar(QMenuBar *bar, SnapshotHeader *columns);
    [[nodiscard]] QMenu *makeButtonMenu(SnapshotHeader *columns);
    [[nodiscard]] QMenu *makeSnapshotMenu();
    [[nodiscard]] QMenu *makeTreeMenu();
    /// The appearance chosen in an earlier run, if one was.
    void restoreAppearance();

private:
    QMenu *makeMenu(const QString &title, QWidget *parent);
    void addSnapshotActions(QMenu *menu) const;
    void addAccountActions(QMenu *menu) const;
    [[nodiscard]] QMenu *makeEditMenu(QWidget *parent);
    void addViewActions(QMenu *menu, SnapshotHeader *columns);
    void addAppearance(QMenu *menu);

    const Actions &m_actions;
    MainWindowServices m_services;
    QWidget *m_window;
};

} // namespace Views
