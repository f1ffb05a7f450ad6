// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session.h"

#include "accounts/memorysecretstore.h"
#include "app/application.h"
#include "demo/simulatedcloud.h"
#include "inventory/inventory.h"
#include "support/testenvironment.h"

#include <QFileInfo>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const App::Session &session)
{
    QStringList names;
    for (const App::DemoAccount &demo : session.demoAccounts()) {
        names.append(demo.account.name);
    }
    return names;
}

} // namespace

class SessionTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void theDemoHasAnAccountAtEachOfItsClouds()
    {
        const std::unique_ptr<App::Session> session = App::Session::demo({}).value();

        QCOMPARE(namesOf(*session).join(u", "_s), u"shop, 1CNG, Raff lab, OpenStack"_s);
        for (size_t i = 0; i < session->demoAccounts().size(); ++i) {
            const Domain::Account &account = session->demoAccounts().at(i).account;
            QCOMPARE(session->cloud(i)->options().vendor, account.provider);
            QCOMPARE(session->cloud(i)->baseUrl(), account.baseUrl);
        }
        QCOMPARE(session->cloud(4), nullptr);
        QVERIFY(session->haste() > 1);
    }

    void aDemoElsewhereHasTheOneAccountThere()
    {
        const std::unique_ptr<App::Session> session =
            App::Session::demo(u"http://127.0.0.1:1/v1"_s).value();

        QCOMPARE(namesOf(*session).join(u", "_s), u"shop"_s);
        QCOMPARE(session->demoAccounts().front().account.baseUrl, QUrl(u"http://127.0.0.1:1/v1"_s));
        QCOMPARE(session->cloud(), nullptr);
        QCOMPARE(session->haste(), 1);
    }

    void aPassingOneLeavesNothing()
    {
        std::unique_ptr<App::Session> session = App::Session::passing().value();
        const QString folder = session->stateFolder();

        QVERIFY(!session->isDemo());
        QVERIFY(session->demoAccounts().empty());
        QCOMPARE(session->haste(), 1);
        QVERIFY(session->settings().fileName().startsWith(folder));
        QCOMPARE(session->cacheFolder(), folder);
        QVERIFY(dynamic_cast<Accounts::MemorySecretStore *>(&session->secrets()));
        session->settings().setValue(u"a"_s, 1);
        session->settings().sync();
        QVERIFY(QFileInfo::exists(session->settings().fileName()));
        session.reset();
        QVERIFY(!QFileInfo::exists(folder));
    }

    void everyAccountOfTheDemoLoads()
    {
        const std::unique_ptr<App::Session> session = App::Session::demo({}).value();
        App::CommandLine commandLine;
        commandLine.isDemo = true;
        App::Application application(*session, commandLine);
        application.start();
        application.connectDemoAccounts();
        const Inventory::Inventory &inventory = application.inventory();

        QTRY_COMPARE(inventory.accounts().size(), namesOf(*session).size());
        for (const Domain::AccountId &account : inventory.accounts()) {
            const auto freshness = [&] {
                return inventory.find(account)->freshness;
            };
            QTRY_COMPARE_WITH_TIMEOUT(freshness(), Inventory::Freshness::Fresh, 20'000);
            QVERIFY(inventory.find(account)->snapshots.size() >= 30);
            QVERIFY(inventory.find(account)->resources.size() >= 15);
        }
    }
};

QTEST_MAIN(SessionTest)
#include "sessiontest.moc"
