// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/accountstore.h"
#include "app/application.h"
#include "app/session.h"
#include "app/tour.h"
#include "demo/simulatedcloud.h"
#include "inventory/inventory.h"
#include "items/aftermath.h"
#include "items/snapshotmodel.h"
#include "operations/operationrunner.h"

#include <QLineEdit>

// The tour through rollbacks in several steps, at a provider that wants servers off for them: one
// that goes well, and one that is interrupted.

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr size_t steppingAccount = 2;

QString steppedServer()
{
    return u"Finance"_s;
}

QString interruptedServer()
{
    return u"shop-lindqvist"_s;
}

const Domain::Operation &newestOperation(const Operations::OperationRunner &runner)
{
    return runner.operations().constLast();
}

} // namespace

/// The third account of the demo, and the plan that the dialog shows.
void Tour::addSteppedRollback()
{
    addScene(
        u"three-accounts"_s,
        [this] {
            const DemoAccount &demo = m_session.demoAccounts().at(steppingAccount);
            application()
                .accounts()
                .save(demo.account, demo.token, Accounts::AccountStore::Keep::SessionOnly)
                .then(this, [](const Domain::Result<Domain::Account> &) {});
        },
        [this] { return application().inventory().accounts().size() == 3 && isQuiet(); });
    addTidying();
    addRollbackDialog(u"rollback-plan"_s, steppedServer(), u"finance-pre-kernel-upgrade"_s);
    addScene(
        u"rollback-steps"_s, [this] { hands().click(u"confirmButton"_s); },
        [this] {
            const Domain::Operation &newest = newestOperation(application().runner());
            const Domain::Step &step = newest.steps.at(newest.current);
            const Domain::Resource *server = application().inventory().findResource(
                newest.resource.value_or(Domain::ResourceKey()));
            return step.role == Domain::Step::Role::Main
                && step.state == Domain::Step::State::Following && server
                && server->power != Domain::PowerState::Running
                && rowNamed(Items::safetyMark(newest).value_or(Items::SafetyMark()).name);
        });
    addScene(u"rollback-steps-done"_s, [] {}, [this] { return isQuiet(); });
}

void Tour::addTidying()
{
    addScene(
        {},
        [this] {
            while (hands().sees(u"operationDismissButton"_s)) {
                hands().click(u"operationDismissButton"_s);
            }
        },
        [this] { return !hands().sees(u"operationRow"_s); });
}

/// The provider breaks down in the middle, then refuses to start the server: the row says how
/// things stand, and starts it.
void Tour::addInterruptedRollback()
{
    addRollbackDialog({}, interruptedServer(), u"pre-upgrade"_s);
    addScene(
        u"rollback-interrupted"_s,
        [this] {
            Demo::SimulatedCloud &cloud = *m_session.cloud(steppingAccount);
            cloud.refuseNext({"POST", u"/restore"_s, u"server-error"_s});
            cloud.refuseNext({"POST", u"/start"_s, u"forbidden"_s});
            hands().click(u"confirmButton"_s);
        },
        [this] { return hands().sees(u"operationStartServerButton"_s) && isQuiet(); });
    addScene(
        u"rollback-server-started"_s, [this] { hands().click(u"operationStartServerButton"_s); },
        [this] {
            const Domain::Operation &newest = newestOperation(application().runner());
            return newest.kind == Domain::OperationKind::Power
                && newest.state == Domain::OperationState::Succeeded && isQuiet();
        });
    addScene(
        {}, [this] { clickInTree(u"All snapshots"_s); },
        [this] { return !hands().sees(u"resourceHead"_s); });
}

void Tour::addRollbackDialog(const QString &scene, const QString &server, const QString &snapshot)
{
    addScene(
        {}, [this, server] { clickInTree(server); },
        [this, snapshot] { return rowNamed(snapshot) && hands().sees(u"resourceHead"_s); });
    addScene(
        scene,
        [this, server, snapshot] {
            clickSnapshot(snapshot);
            hands().click(u"rollBackButton"_s);
            hands().type(u"rollBackConfirm"_s, server);
        },
        [this, server] {
            const auto *typed = hands().findAs<QLineEdit>(u"rollBackConfirm"_s);
            return typed && typed->text() == server;
        });
}

} // namespace App
