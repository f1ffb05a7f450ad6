// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/menus.h"

#include "views/common/icons.h"
#include "views/common/theme.h"
#include "views/mainwindow/actions.h"
#include "views/snapshots/snapshotheader.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Views {

namespace {
constexpr auto appearanceSetting = "appearance"_L1;
}

Menus::Menus(const Actions &actions, const MainWindowServices &services, QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_services(services)
    , m_window(window)
{
}

QMenu *Menus::makeMenu(const QString &title, QWidget *parent)
{
    auto *menu = new QMenu(title, parent);
    menu->setToolTipsVisible(true); // they tell why an action is disabled
    return menu;
}

void Menus::addSnapshotActions(QMenu *menu) const
{
    menu->addAction(m_actions.take);
    menu->addAction(m_actions.takeInSteps);
    menu->addAction(m_actions.rollBack);
    menu->addAction(m_actions.createServer);
    menu->addAction(m_actions.createVolume);
    menu->addAction(m_actions.remove);
    menu->addSeparator();
    menu->addAction(m_actions.rename);
    menu->addAction(m_actions.protect);
    menu->addAction(m_actions.keepUntil);
    menu->addAction(m_actions.copyId);
}

QMenu *Menus::makeEditMenu(QWidget *parent)
{
    QMenu *menu = makeMenu(tr("&Edit"), parent);
    menu->addAction(m_actions.undo);
    menu->addSeparator();
    menu->addAction(m_actions.copyId);
    menu->addSeparator();
    menu->addAction(m_actions.preferences);
    return menu;
}

void Menus::addAccountActions(QMenu *menu) const
{
    menu->addAction(m_actions.addAccount);
    menu->addAction(m_actions.editAccount);
    menu->addAction(m_actions.editPrices);
    menu->addAction(m_actions.removeAccount);
}

void Menus::addViewActions(QMenu *menu, SnapshotHeader *columns)
{
    menu->addAction(m_actions.showSnapshots);
    menu->addAction(m_actions.showServers);
    menu->addAction(m_actions.showActivity);
    menu->addSeparator();
    menu->addAction(m_actions.exportShown);
    menu->addSeparator();
    menu->addAction(m_actions.find);
    menu->addAction(m_actions.clearFilter);
    menu->addSeparator();
    menu->addAction(m_actions.showDetails);
    QMenu *choice = makeMenu(tr("&Columns"), menu);
    choice->setIcon(Icons::icon(u"columns-3"_s, ColourRole::Dim));
    connect(choice, &QMenu::aboutToShow, columns, [choice, columns] {
        choice->clear();
        columns->fillColumnsMenu(choice);
    });
    menu->addMenu(choice);
    addAppearance(menu);
}

void Menus::addAppearance(QMenu *menu)
{
    QMenu *choice = makeMenu(tr("&Appearance"), menu);
    choice->setIcon(Icons::icon(u"sun-moon"_s, ColourRole::Dim));
    auto *group = new QActionGroup(choice);
    const auto add = [&](Appearance appearance, const QString &text) {
        QAction *action = choice->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_services.theme.appearance() == appearance);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, appearance] {
            m_services.theme.setAppearance(appearance);
            m_services.settings.setValue(appearanceSetting, static_cast<int>(appearance));
        });
        connect(&m_services.theme, &Theme::schemeChanged, action, [this, action, appearance] {
            action->setChecked(m_services.theme.appearance() == appearance);
        });
    };
    add(Appearance::FollowSystem, tr("Like the &system"));
    add(Appearance::Light, tr("&Light"));
    add(Appearance::Dark, tr("&Dark"));
    add(Appearance::HighContrastLight, tr("&High contrast, light"));
    add(Appearance::HighContrastDark, tr("High &contrast, dark"));
    menu->addMenu(choice);
}

void Menus::restoreAppearance()
{
    const QVariant stored = m_services.settings.value(appearanceSetting);
    const int number = stored.toInt();
    if (stored.isValid() && number >= 0
        && number <= static_cast<int>(Appearance::HighContrastDark)) {
        m_services.theme.setAppearance(static_cast<Appearance>(number));
    }
}

void Menus::fillBar(QMenuBar *bar, SnapshotHeader *columns)
{
    QMenu *accounts = makeMenu(tr("&Accounts"), bar);
    addAccountActions(accounts);
    accounts->addAction(m_actions.importProfile);
    accounts->addSeparator();
    accounts->addAction(m_actions.refresh);
    accounts->addSeparator();
    accounts->addAction(m_actions.quit);
    QMenu *snapshots = makeMenu(tr("&Snapshots"), bar);
    addSnapshotActions(snapshots);
    snapshots->addSeparator();
    snapshots->addAction(m_actions.explainBackups);
    QMenu *view = makeMenu(tr("&View"), bar);
    addViewActions(view, columns);
    if (!bar->isNativeMenuBar()) {
        view->addSeparator();
        view->addAction(m_actions.showMenuBar);
    }
    for (QMenu *menu : {accounts, makeEditMenu(bar), snapshots, view}) {
        bar->addMenu(menu);
    }
}

QMenu *Menus::makeButtonMenu(SnapshotHeader *columns)
{
    QMenu *menu = makeMenu({}, m_window);
    QMenu *snapshots = makeMenu(tr("&Snapshots"), menu);
    snapshots->setIcon(Icons::icon(u"layers"_s, ColourRole::Dim));
    addSnapshotActions(snapshots);
    snapshots->addSeparator();
    snapshots->addAction(m_actions.explainBackups);
    menu->addMenu(snapshots);
    menu->addSeparator();
    addAccountActions(menu);
    menu->addAction(m_actions.importProfile);
    menu->addAction(m_actions.refresh);
    menu->addSeparator();
    addViewActions(menu, columns);
    menu->addAction(m_actions.showMenuBar);
    menu->addSeparator();
    menu->addAction(m_actions.undo);
    menu->addAction(m_actions.preferences);
    menu->addSeparator();
    menu->addAction(m_actions.quit);
    return menu;
}

QMenu *Menus::makeSnapshotMenu()
{
    QMenu *menu = makeMenu(tr("Snapshot"), m_window);
    menu->setObjectName(u"snapshotMenu"_s);
    menu->addAction(m_actions.rollBack);
    menu->addAction(m_actions.createServer);
    menu->addAction(m_actions.createVolume);
    menu->addAction(m_actions.remove);
    menu->addSeparator();
    menu->addAction(m_actions.rename);
    menu->addAction(m_actions.protect);
    menu->addAction(m_actions.keepUntil);
    menu->addAction(m_actions.copyId);
    menu->addSeparator();
    menu->addAction(m_actions.takeInSteps);
    return menu;
}

QMenu *Menus::makeTreeMenu()
{
    QMenu *menu = makeMenu(tr("Account"), m_window);
    menu->setObjectName(u"treeMenu"_s);
    menu->addAction(m_actions.takeInSteps);
    menu->addAction(m_actions.refresh);
    menu->addSeparator();
    addAccountActions(menu);
    return menu;
}

} // namespace Views
