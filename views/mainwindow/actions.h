// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace Views {

class Button;

/// Every action of the window, with its name, icon and keys. A disabled one tells why.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    QAction *take = nullptr;
    QAction *takeInSteps = nullptr;
    QAction *rollBack = nullptr;
    QAction *remove = nullptr;
    QAction *createServer = nullptr;
    QAction *createVolume = nullptr; ///< in the other's place, with its keys
    QAction *rename = nullptr;
    QAction *protect = nullptr;
    QAction *copyId = nullptr;
    QAction *keepUntil = nullptr;
    QAction *undo = nullptr; ///< of removals that wait
    QAction *preferences = nullptr;
    QAction *refresh = nullptr;
    QAction *addAccount = nullptr;
    QAction *editAccount = nullptr;
    QAction *editPrices = nullptr;
    QAction *removeAccount = nullptr;
    QAction *importProfile = nullptr;
    QAction *showSnapshots = nullptr;
    QAction *showServers = nullptr;
    QAction *showActivity = nullptr;
    QAction *exportShown = nullptr; ///< of the page that is shown
    QAction *explainBackups = nullptr;
    QAction *find = nullptr;
    QAction *clearFilter = nullptr;
    QAction *showDetails = nullptr; ///< checkable
    QAction *showMenuBar = nullptr; ///< checkable
    QAction *openMenu = nullptr;
    QAction *quit = nullptr;

    /// Disables with a reason, which becomes the tooltip; an empty one enables.
    static void setReason(QAction *action, const QString &reason);

private:
    void addEditActions();
    void addViewActions();
    QAction *add(const QString &objectName, const QString &icon, const QString &text,
                 const QString &toolTip, const QKeySequence &keys);

    QWidget *m_window;
};

/// Makes a button do what an action does, with its state and reason. The button keeps its own text.
void bind(Button *button, QAction *action);

} // namespace Views
