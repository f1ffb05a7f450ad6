// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "demo/simulatedcloud.h"
#include "inventory/inventory.h"
#include "items/snapshotmodel.h"
#include "operations/operationrunner.h"
#include "support/hcloudclient.h"
#include "support/testenvironment.h"
#include "views/mainwindow/mainwindow.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// Snapdeck and the vendor's own client work on one simulated cloud, and each sees what the other
/// made.
class VendorClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!Support::HcloudClient::isInstalled()) {
            QSKIP("hcloud is not installed (Debian: hcloud-cli)");
        }
    }

    void init()
    {
        m_session = App::Session::demo({}).value();
        App::CommandLine commandLine;
        commandLine.isDemo = true;
        m_application = std::make_unique<App::Application>(*m_session, commandLine);
        m_application->start();
        m_application->connectDemoAccounts();
        QTRY_VERIFY_WITH_TIMEOUT(m_application->snapshots().totalCount() >= 40, 20'000);
        m_hcloud = std::make_unique<Support::HcloudClient>(m_session->cloud()->baseUrl(),
                                                           m_session->cloud()->options().token);
    }

    void cleanup()
    {
        m_hcloud.reset();
        m_application.reset();
        m_session.reset();
    }

    void showsWhatTheVendorsClientMade()
    {
        const Support::HcloudClient::Outcome made =
            m_hcloud->run({u"server"_s, u"create-image"_s, u"--type"_s, u"snapshot"_s,
                           u"--description"_s, u"by the vendor's client"_s, u"web-3"_s});
        QVERIFY2(made.isGood(), qPrintable(made.errors));
        Q_EMIT m_application->window().refreshRequested(std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(rowNamed(u"by the vendor's client"_s), 20'000);
        const Items::SnapshotRow row = *rowNamed(u"by the vendor's client"_s);
        QCOMPARE(row.sourceName, u"web-3"_s);
        QCOMPARE(row.snapshot.status, Domain::SnapshotStatus::Ready);

        const Support::HcloudClient::Outcome deleted =
            m_hcloud->run({u"image"_s, u"delete"_s, row.snapshot.key.id.value});
        QVERIFY2(deleted.isGood(), qPrintable(deleted.errors));
        Q_EMIT m_application->window().refreshRequested(std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(!rowNamed(u"by the vendor's client"_s), 20'000);
    }

    void makesWhatTheVendorsClientShows()
    {
        const Domain::Resource *server = serverNamed(u"monitor"_s);
        QVERIFY(server);
        Q_EMIT m_application->window().takeRequested(
            {{u"an-operation"_s}, server->key, u"by Snapdeck"_s});
        QTRY_VERIFY_WITH_TIMEOUT(isReady(u"by Snapdeck"_s), 60'000);
        QVERIFY(imageOf(u"by Snapdeck"_s).value("id"_L1).toInteger() > 0);
        QCOMPARE(imageOf(u"by Snapdeck"_s).value("status"_L1).toString(), u"available"_s);

        Q_EMIT m_application->window().removeRequested({rowNamed(u"by Snapdeck"_s)->snapshot.key});
        QTRY_VERIFY_WITH_TIMEOUT(!rowNamed(u"by Snapdeck"_s), 20'000);
        QVERIFY(imageOf(u"by Snapdeck"_s).isEmpty());
    }

private:
    [[nodiscard]] const Items::SnapshotRow *rowNamed(const QString &name) const
    {
        const Items::SnapshotModel &model = m_application->snapshots();
        for (int i = 0; i < model.rowCount(); ++i) {
            const Items::SnapshotRow *row = model.row(model.index(i, 0));
            if (row->snapshot.name == name) {
                return row;
            }
        }
        return nullptr;
    }

    [[nodiscard]] bool isReady(const QString &name) const
    {
        const Items::SnapshotRow *row = rowNamed(name);
        return row && row->snapshot.status == Domain::SnapshotStatus::Ready
            && !m_application->runner().hasRunning();
    }

    [[nodiscard]] const Domain::Resource *serverNamed(const QString &name) const
    {
        const Inventory::Inventory &inventory = m_application->inventory();
        for (const Domain::Resource &resource :
             inventory.find(inventory.accounts().constFirst())->resources) {
            if (resource.name == name) {
                return &resource;
            }
        }
        return nullptr;
    }

    /// As the vendor's client lists it; empty when it does not.
    [[nodiscard]] QJsonObject imageOf(const QString &description) const
    {
        const Support::HcloudClient::Outcome list =
            m_hcloud->run({u"image"_s, u"list"_s, u"-t"_s, u"snapshot"_s, u"-o"_s, u"json"_s});
        for (const QJsonValueConstRef image : list.json()) {
            if (image["description"_L1].toString() == description) {
                return image.toObject();
            }
        }
        return {};
    }

    const Support::TestEnvironment m_environment;
    std::unique_ptr<App::Session> m_session;
    std::unique_ptr<App::Application> m_application;
    std::unique_ptr<Support::HcloudClient> m_hcloud;
};

QTEST_MAIN(VendorClientTest)
#include "vendorclienttest.moc"
