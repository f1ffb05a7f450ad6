// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/actions.h"

#include "views/common/button.h"
#include "views/common/icons.h"

#include <QAction>
#include <QKeySequence>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr auto baseToolTip = "baseToolTip";
constexpr auto reasonProperty = "reason";

QString withKeys(const QString &toolTip, const QKeySequence &keys)
{
    return keys.isEmpty() ? toolTip
                          : Actions::tr("%1 (%2)", "what it does and its keys")
                                .arg(toolTip, keys.toString(QKeySequence::NativeText));
}

} // namespace

Actions::Actions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    take = add(u"actionTake"_s, u"camera"_s, tr("&Take snapshot…"), tr("Take a snapshot"),
               QKeySequence(Qt::CTRL | Qt::Key_T));
    takeInSteps = add(u"actionTakeInSteps"_s, u"plus"_s, tr("Take snapshot step &by step…"),
                      tr("Take a snapshot step by step"), QKeySequence(Qt::CTRL | Qt::Key_N));
    rollBack = add(u"actionRollBack"_s, u"rotate-ccw"_s, tr("&Roll back…"),
                   tr("Roll back to the selected snapshot"), QKeySequence(Qt::CTRL | Qt::Key_R));
    createServer =
        add(u"actionCreateServer"_s, u"server"_s, tr("New &server from snapshot…"),
            tr("Make a new server from the selected snapshot"), QKeySequence(Qt::CTRL | Qt::Key_D));
    createVolume =
        add(u"actionCreateVolume"_s, u"hard-drive"_s, tr("New &volume from snapshot…"),
            tr("Make a new volume from the selected snapshot"), QKeySequence(Qt::CTRL | Qt::Key_D));
    remove = add(u"actionRemove"_s, u"trash-2"_s, tr("Re&move…"),
                 tr("Remove the selected snapshots"), QKeySequence(Qt::Key_Delete));
    rename = add(u"actionRename"_s, u"pencil"_s, tr("Re&name…"), tr("Rename the selected snapshot"),
                 QKeySequence(Qt::Key_F2));
    protect = add(u"actionProtect"_s, u"lock"_s, tr("&Protect"),
                  tr("Protect the selected snapshot against removal"), {});
    copyId = add(u"actionCopyId"_s, u"copy"_s, tr("&Copy ID"),
                 tr("Copy the provider's IDs of the selected snapshots"),
                 QKeySequence(QKeySequence::Copy));
    refresh = add(u"actionRefresh"_s, u"refresh-cw"_s, tr("Re&fresh"),
                  tr("Ask every provider again"), QKeySequence(Qt::Key_F5));
    addAccount = add(u"actionAddAccount"_s, u"user-round-plus"_s, tr("&Add account…"),
                     tr("Connect an account"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    editAccount = add(u"actionEditAccount"_s, u"user-round-pen"_s, tr("&Edit account…"),
                      tr("Change the account's name, address or credential"), {});
    editPrices = add(u"actionEditPrices"_s, u"banknote"_s, tr("&Prices of the account…"),
                     tr("Enter the operator's prices where the provider tells none"), {});
    removeAccount = add(u"actionRemoveAccount"_s, u"user-round-minus"_s, tr("Remove a&ccount…"),
                        tr("Take the account out of this program"), {});
    importProfile = add(u"actionImportProfile"_s, u"braces"_s, tr("&Import profile…"),
                        tr("Add an operator to choose from, by its profile file"), {});
    addEditActions();
    addViewActions();
    quit = add(u"actionQuit"_s, u"log-out"_s, tr("&Quit"), tr("Close the program"),
               QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
}

void Actions::addEditActions()
{
    keepUntil = add(u"actionKeepUntil"_s, u"calendar-clock"_s, tr("&Keep until…"),
                    tr("Say how long the selected snapshots are kept"), {});
    undo = add(u"actionUndo"_s, u"undo-2"_s, tr("&Undo the removal"),
               tr("Take back the removals that have not been sent yet"),
               QKeySequence(QKeySequence::Undo));
    preferences = add(u"actionPreferences"_s, u"settings"_s, tr("&Preferences…"),
                      tr("Time to undo, notifications and what closing does"),
                      QKeySequence(Qt::CTRL | Qt::Key_Comma));
    preferences->setMenuRole(QAction::PreferencesRole);
}

void Actions::addViewActions()
{
    showSnapshots =
        add(u"actionShowSnapshots"_s, u"layers"_s, tr("All &snapshots"),
            tr("Go to the snapshots of every account"), QKeySequence(Qt::CTRL | Qt::Key_1));
    showServers = add(u"actionShowServers"_s, u"server"_s, tr("Servers and &volumes"),
                      tr("Go to the servers and volumes of every account"),
                      QKeySequence(Qt::CTRL | Qt::Key_2));
    showActivity = add(u"actionShowActivity"_s, u"history"_s, tr("Activit&y"),
                       tr("Go to what was done, by whom and how it ended"),
                       QKeySequence(Qt::CTRL | Qt::Key_3));
    exportShown = add(u"actionExport"_s, u"download"_s, tr("&Export…"),
                      tr("Write what is shown here into a file for a spreadsheet or a script"),
                      QKeySequence(Qt::CTRL | Qt::Key_E));
    explainBackups =
        add(u"actionExplainBackups"_s, u"circle-question-mark"_s, tr("Snapshots or &backups?"),
            tr("What each is for, and what holds at your providers"), {});
    find = add(u"actionFind"_s, u"search"_s, tr("&Find"), tr("Search or filter"),
               QKeySequence(Qt::CTRL | Qt::Key_F));
    clearFilter = add(u"actionClearFilter"_s, u"funnel-x"_s, tr("&Clear the filter"),
                      tr("Show every snapshot again"), QKeySequence(Qt::Key_Escape));
    showDetails =
        add(u"actionShowDetails"_s, u"panel-right"_s, tr("&Details"),
            tr("Show or hide the details at the side"), QKeySequence(Qt::CTRL | Qt::Key_I));
    showDetails->setCheckable(true);
    showMenuBar = add(u"actionShowMenuBar"_s, u"menu"_s, tr("Menu &bar"),
                      tr("Show or hide the menu bar"), QKeySequence(Qt::CTRL | Qt::Key_M));
    showMenuBar->setCheckable(true);
    openMenu = add(u"actionOpenMenu"_s, u"ellipsis-vertical"_s, tr("Menu"), tr("Open the menu"),
                   QKeySequence(Qt::Key_F10));
}

QAction *Actions::add(const QString &objectName, const QString &icon, const QString &text,
                      const QString &toolTip, const QKeySequence &keys)
{
    auto *action = new QAction(Icons::icon(icon, ColourRole::Dim), text, this);
    action->setObjectName(objectName);
    action->setMenuRole(QAction::NoRole);
    action->setShortcut(keys);
    action->setProperty(baseToolTip, withKeys(toolTip, keys));
    setReason(action, {});
    // The keys work while the menu bar is hidden only if the window has the action itself.
    m_window->addAction(action);
    return action;
}

void Actions::setReason(QAction *action, const QString &reason)
{
    action->setEnabled(reason.isEmpty());
    action->setProperty(reasonProperty, reason);
    action->setToolTip(reason.isEmpty() ? action->property(baseToolTip).toString() : reason);
}

void bind(Button *button, QAction *action)
{
    const auto update = [button, action] {
        button->setDisabledReason(action->property(reasonProperty).toString(), action->toolTip());
    };
    QObject::connect(button, &Button::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, update);
    update();
}

} // namespace Views
