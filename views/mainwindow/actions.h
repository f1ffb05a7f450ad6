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

    QAction *take;
    QAction *takeInSteps;
    QAction *rollBack;
    QAction *remove;
    QAction *rename;
    QAction *protect;
    QAction *copyId;
    QAction *refresh;
    QAction *addAccount;
    QAction *editAccount;
    QAction *removeAccount;
    QAction *importProfile;
    QAction *showSnapshots;
    QAction *showServers;
    QAction *explainBackups;
    QAction *find;
    QAction *clearFilter;
    QAction *showDetails; ///< checkable
    QAction *showMenuBar; ///< checkable
    QAction *openMenu;
    QAction *quit;

    /// Disables with a reason, which becomes the tooltip; an empty one enables.
    static void setReason(QAction *action, const QString &reason);

private:
    void addViewActions();
    QAction *add(const QString &objectName, const QString &icon, const QString &text,
                 const QString &toolTip, const QKeySequence &keys);

    QWidget *m_window;
};

/// Makes a button do what an action does, with its state and reason. The button keeps its own text.
void bind(Button *button, QAction *action);

} // namespace Views
