// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tour.h"

#include "app/application.h"
#include "app/session.h"
#include "demo/simulatedcloud.h"
#include "inventory/inventory.h"
#include "items/snapshotmodel.h"
#include "operations/operationrunner.h"
#include "views/mainwindow/mainwindow.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace App {

namespace {

// A server of the simulated hoster without an SSH key: its rollback brings a new password back.
QString server()
{
    return u"kunde-osthoff"_s;
}

QString snapshot()
{
    return u"before PHP 8.4"_s;
}

} // namespace

Tour::Tour(Application &application, Session &session, const QString &folder, QObject *parent)
    : Scenes(application, folder, std::chrono::minutes(1), parent)
    , m_session(session)
{
}

Tour::~Tour() = default;

void Tour::start()
{
    if (!m_session.cloud()) { // it revokes a token, which no real cloud would stand
        fail(u"it needs the built-in simulated cloud"_s);
        return;
    }
    addFirstStart();
    addTake();
    addRollback();
    addNewServer();
    addRemove();
    addSearch();
    addWizard();
    addPages();
    addSteppedRollback();
    addInterruptedRollback();
    addVolumes();
    addTroubles();
    addActivity();
    begin();
}

/// The person starts with nothing, mistypes, connects an account and sees the table.
void Tour::addFirstStart()
{
    const auto hasRows = [this] {
        return application().snapshots().totalCount() > 0 && isQuiet();
    };
    addScene(u"first-start"_s, [] {}, [this] { return hands().sees(u"connectAccountButton"_s); });
    addScene(
        {}, [this] { hands().click(u"connectAccountButton"_s); },
        [this] { return hands().sees(u"accountToken"_s); });
    addScene(
        u"account-mistake"_s,
        [this] {
            hands().type(u"accountName"_s, u"shop"_s);
            hands().type(u"accountToken"_s, u"demo-secret with a blank"_s);
            hands().press(u"accountToken"_s, Qt::Key_Tab);
        },
        [this] { return hands().sees(u"fieldError"_s); });
    addScene(
        u"account"_s,
        [this] { hands().type(u"accountToken"_s, m_session.cloud()->options().token); },
        [this] { return !hands().sees(u"fieldError"_s); });
    addScene(
        u"table"_s, [this] { hands().click(u"testAndSave"_s); },
        [this, hasRows] { return hasRows() && !hands().sees(u"accountDialog"_s); });
    addScene(
        u"details"_s, [this] { selectFirst(1); },
        [this] { return hands().sees(u"detailsRollBackButton"_s); });
}

void Tour::addTake()
{
    const auto status = [this](Domain::SnapshotStatus wanted) {
        const Items::SnapshotRow *row = rowNamed(snapshot());
        return row && row->snapshot.status == wanted;
    };
    addScene(
        u"server"_s, [this] { clickInTree(server()); },
        [this] { return application().snapshots().scope().resource.has_value(); });
    addScene(
        u"take"_s,
        [this] {
            hands().click(u"takeButton"_s);
            hands().type(u"takeName"_s, snapshot());
        },
        [this] {
            const auto *name = hands().findAs<QLineEdit>(u"takeName"_s);
            return name && name->text() == snapshot();
        });
    addScene(
        u"taking"_s, [this] { hands().click(u"confirmButton"_s); },
        [this, status] {
            const Items::SnapshotRow *row = rowNamed(snapshot());
            return status(Domain::SnapshotStatus::Creating) && row->percent.value_or(0) > 0;
        });
    addScene(
        u"ready"_s, [] {},
        [this, status] { return status(Domain::SnapshotStatus::Ready) && isQuiet(); });
}

void Tour::addRollback()
{
    addScene(
        u"rollback"_s,
        [this] {
            clickSnapshot(snapshot());
            hands().click(u"rollBackButton"_s);
            hands().type(u"rollBackConfirm"_s, server());
        },
        [this] {
            const auto *typed = hands().findAs<QLineEdit>(u"rollBackConfirm"_s);
            return typed && typed->text() == server();
        });
    addScene(
        u"rolling-back"_s, [this] { hands().click(u"confirmButton"_s); },
        [this] { return application().runner().hasRunning() && hands().sees(u"operationRow"_s); });
    addScene(u"password"_s, [] {}, [this] { return hands().sees(u"passwordDialog"_s); });
    addScene(
        u"rolled-back"_s, [this] { hands().click(u"cancelButton"_s); },
        [this] { return !hands().sees(u"passwordDialog"_s) && isQuiet(); });
}

void Tour::addRemove()
{
    addScene(
        u"remove"_s,
        [this] {
            clickSnapshot(snapshot());
            hands().click(u"removeButton"_s);
        },
        [this] { return hands().sees(u"removeDialog"_s); });
    addScene(
        u"remove-undo"_s, [this] { hands().click(u"confirmButton"_s); },
        [this] { return hands().sees(u"undoBar"_s); });
    addScene(
        u"removed"_s, [this] { hands().click(u"undoSendNowButton"_s); },
        [this] { return !rowNamed(snapshot()) && isQuiet(); });
    addScene(
        u"remove-many"_s,
        [this] {
            clickInTree(u"All snapshots"_s);
            selectFirst(8);
            hands().click(u"removeButton"_s);
        },
        [this] { return hands().sees(u"removeConfirm"_s); });
    addScene(
        {}, [this] { hands().click(u"cancelButton"_s); },
        [this] { return !hands().sees(u"removeDialog"_s); });
}

void Tour::addSearch()
{
    const auto shown = [this] {
        return application().snapshots().rowCount();
    };
    const auto all = [this] {
        return application().snapshots().totalCount();
    };
    addScene(
        u"filter"_s, [this] { hands().type(u"searchField"_s, u"age>90d size>5GB"_s); },
        [shown, all] { return shown() > 0 && shown() < all(); });
    addExport();
    addScene(
        u"nothing-found"_s, [this] { hands().type(u"searchField"_s, u"dovecot 9"_s); },
        [shown] { return shown() == 0; });
    addScene(
        {}, [this] { hands().click(u"stateClearFilterButton"_s); },
        [shown, all] { return shown() == all(); });
}

/// A token that was revoked: the account says so, its rows stay. Then the smallest window.
void Tour::addTroubles()
{
    addScene(
        u"token-revoked"_s,
        [this] {
            m_session.cloud()->replaceToken(
                u"demo-secret-another"_s.leftJustified(64, QChar(u'0')));
            hands().click(u"refreshButton"_s);
        },
        [this] { return isFailed() && application().snapshots().totalCount() > 0; });
    addScene(
        u"small-window"_s, [this] { application().window().resize(900, 560); },
        [this] { return application().window().width() == 900; });
}

bool Tour::isFailed() const
{
    bool isAnyFailed = false;
    for (const Domain::AccountId &id : application().inventory().accounts()) {
        const Inventory::Freshness freshness = application().inventory().find(id)->freshness;
        if (freshness == Inventory::Freshness::Refreshing) {
            return false;
        }
        isAnyFailed = isAnyFailed || freshness == Inventory::Freshness::Failed;
    }
    return isAnyFailed;
}

} // namespace App
