// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "inventory/inventory.h"
#include "items/snapshotmodel.h"
#include "operations/operationrunner.h"
#include "support/testenvironment.h"
#include "views/mainwindow/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

/// The whole program on its simulated clouds: from a snapshot to the new server in the lists.
class NewServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_session = App::Session::demo({}).value();
        App::CommandLine commandLine;
        commandLine.isDemo = true;
        m_application = std::make_unique<App::Application>(*m_session, commandLine);
        m_application->start();
        m_application->connectDemoAccounts();
        QTRY_VERIFY_WITH_TIMEOUT(!snapshotToUse().id.isEmpty(), 20'000);
    }

    void cleanup()
    {
        m_application.reset();
        m_session.reset();
    }

    void isMadeOfASnapshotAndListed()
    {
        const Domain::SnapshotKey key = snapshotToUse();
        QTRY_VERIFY_WITH_TIMEOUT(m_application->snapshots().row(key), 20'000);
        m_application->window().selectSnapshot(key);
        auto *action = m_application->window().findChild<QAction *>(u"actionCreateServer"_s);
        QVERIFY2(action->isEnabled(), qPrintable(action->toolTip()));
        action->trigger();
        auto *dialog = m_application->window().findChild<QWidget *>(u"createServerDialog"_s);
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>(u"createServerName"_s);
        name->selectAll();
        QTest::keyClicks(name, u"by-snapdeck"_s);
        auto *create = dialog->findChild<QAbstractButton *>(u"confirmButton"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(create->isEnabled(), qPrintable(create->toolTip()), 20'000);
        create->click();
        QTRY_VERIFY_WITH_TIMEOUT(isRunning(u"by-snapdeck"_s), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_application->runner().hasRunning(), 60'000);
    }

private:
    /// A ready one of an account that makes servers without a key; empty while there is none yet.
    [[nodiscard]] Domain::SnapshotKey snapshotToUse() const
    {
        const Inventory::Inventory &inventory = m_application->inventory();
        for (const Domain::AccountId &id : inventory.accounts()) {
            const Inventory::AccountInventory &account = *inventory.find(id);
            const Domain::CreateServerRules &rules = account.capabilities.createServer;
            if (!rules.isPossible || rules.needsSshKey
                || account.freshness != Inventory::Freshness::Fresh) {
                continue;
            }
            for (const Domain::Snapshot &snapshot : account.snapshots) {
                if (snapshot.status == Domain::SnapshotStatus::Ready && snapshot.source
                    && inventory.findResource(*snapshot.source)) {
                    return snapshot.key;
                }
            }
        }
        return {};
    }

    [[nodiscard]] bool isRunning(const QString &name) const
    {
        const Inventory::Inventory &inventory = m_application->inventory();
        for (const Domain::AccountId &account : inventory.accounts()) {
            for (const Domain::Resource &resource : inventory.find(account)->resources) {
                if (resource.name == name) {
                    return resource.power == Domain::PowerState::Running;
                }
            }
        }
        return false;
    }

    const Support::TestEnvironment m_environment;
    std::unique_ptr<App::Session> m_session;
    std::unique_ptr<App::Application> m_application;
};

QTEST_MAIN(NewServerTest)
#include "newservertest.moc"
