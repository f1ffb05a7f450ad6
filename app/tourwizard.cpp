// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/accountstore.h"
#include "app/application.h"
#include "app/session.h"
#include "app/tour.h"
#include "inventory/inventory.h"
#include "items/snapshotmodel.h"

#include <QAbstractItemView>
#include <QLineEdit>

#include <algorithm>

// The tour through the wizard, at an operator that asks for everything.

using namespace Qt::StringLiterals;

namespace App {

namespace {

QString wizardSnapshot()
{
    return u"before dovecot 2.4"_s;
}

} // namespace

/// The second account of the demo, then the wizard page by page.
void Tour::addWizard()
{
    addScene(
        u"two-accounts"_s,
        [this] {
            const DemoAccount &demo = m_session.demoAccounts().at(1);
            application()
                .accounts()
                .save(demo.account, demo.token, Accounts::AccountStore::Keep::SessionOnly)
                .then(this, [](const Domain::Result<Domain::Account> &) {});
        },
        [this] { return application().inventory().accounts().size() == 2 && isQuiet(); });
    addWizardQuestions();
    addWizardEnd();
}

void Tour::addWizardQuestions()
{
    addScene(
        u"wizard-location"_s,
        [this] {
            hands().click(u"headerTakeButton"_s);
            clickChoice(u"wizardLocations"_s, u"1CNG-YGN-AZ01"_s);
        },
        [this] { return isWizardAt(u"Where is the server or volume?"_s); });
    addScene(
        u"wizard-project"_s,
        [this] {
            hands().click(u"wizardNext"_s);
            clickChoice(u"wizardProjects"_s, u"Software"_s);
        },
        [this] { return isWizardAt(u"Which project?"_s); });
    addScene(
        u"wizard-can-not-be-chosen"_s,
        [this] {
            hands().click(u"wizardNext"_s);
            clickChoice(u"wizardSources"_s, u"artifact-cache"_s);
        },
        [this] { return isWizardAt(u"Which volume or server?"_s); });
    addScene(
        {},
        [this] {
            hands().click(u"railProject"_s);
            clickChoice(u"wizardProjects"_s, u"Default"_s);
        },
        [this] { return isWizardAt(u"Which project?"_s); });
    addScene(
        u"wizard-volume"_s,
        [this] {
            hands().click(u"wizardNext"_s);
            clickChoice(u"wizardSources"_s, u"mail-spool"_s);
        },
        [this] { return isWizardAt(u"Which volume or server?"_s); });
    addScene(
        u"wizard-search"_s, [this] { hands().type(u"wizardSearch"_s, u"mail"_s); },
        [this] { return isWizardAt(u"Which volume or server?"_s); });
}

void Tour::addWizardEnd()
{
    addScene(
        u"wizard-name"_s,
        [this] {
            hands().click(u"wizardNext"_s);
            hands().click(u"wizardReason-pre-upgrade"_s);
        },
        [this] { return isWizardAt(u"What is the snapshot called?"_s); });
    addScene(
        u"wizard-name-mistake"_s, [this] { hands().type(u"wizardName"_s, u" "_s); },
        [this] { return !hands().find(u"wizardNext"_s); });
    addScene(
        u"wizard-review"_s,
        [this] {
            hands().type(u"wizardName"_s, wizardSnapshot());
            hands().click(u"wizardNext"_s);
        },
        [this] { return isWizardAt(u"Billing and review"_s); });
    addScene(
        u"wizard-taking"_s, [this] { hands().click(u"confirmButton"_s); },
        [this] { return !hands().sees(u"takeWizard"_s) && rowNamed(wizardSnapshot()); });
    addScene(
        {}, [] {},
        [this] {
            const Items::SnapshotRow *row = rowNamed(wizardSnapshot());
            return row && row->snapshot.status == Domain::SnapshotStatus::Ready && isQuiet();
        });
}

} // namespace App
