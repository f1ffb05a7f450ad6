// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/accountstore.h"
#include "app/application.h"
#include "app/session.h"
#include "demo/simulatedcloud.h"
#include "gui/keys.h"
#include "inventory/inventory.h"
#include "items/snapshotmodel.h"
#include "operations/operationrunner.h"
#include "views/mainwindow/mainwindow.h"

#include <QDialog>
#include <QTest>

#include <memory>

/// The whole program on a simulated cloud, used by keys alone.
namespace Gui {

using namespace Qt::StringLiterals;

class Program
{
public:
    explicit Program(const QString &vendor)
        : m_session(App::Session::demo({}).value())
        , m_options(Demo::CloudOptions::forVendor(vendor))
    {
        m_options.timeFactor = 60;
        m_cloud = std::make_unique<Demo::SimulatedCloud>(m_options);
        App::CommandLine commandLine;
        commandLine.isDemo = true;
        m_application = std::make_unique<App::Application>(*m_session, commandLine);
    }

    /// Shows the window and waits for the account's lists.
    [[nodiscard]] bool start()
    {
        const std::expected<QUrl, QString> url = m_cloud->start();
        if (!url) {
            return false;
        }
        m_application->start();
        Domain::Account account;
        account.name = u"office"_s;
        account.provider = m_options.vendor;
        account.baseUrl = *url;
        m_application->accounts()
            .save(account, Domain::Secret(m_options.token.toUtf8()),
                  Accounts::AccountStore::Keep::SessionOnly)
            .then(m_application.get(), [](const Domain::Result<Domain::Account> &) {});
        return QTest::qWaitForWindowActive(&window())
            && QTest::qWaitFor([this] { return isFresh(); }, patience);
    }

    [[nodiscard]] Views::MainWindow &window() const { return m_application->window(); }
    [[nodiscard]] App::Application &application() const { return *m_application; }
    [[nodiscard]] const QList<Domain::Snapshot> &snapshots() const { return account().snapshots; }
    [[nodiscard]] const Domain::Snapshot *snapshotNamed(const QString &name) const
    {
        const auto found = std::ranges::find(snapshots(), name, &Domain::Snapshot::name);
        return found == snapshots().cend() ? nullptr : &*found;
    }

    [[nodiscard]] QDialog *dialog() const { return openDialog(window()); }
    [[nodiscard]] QString title() const { return dialog() ? dialog()->windowTitle() : QString(); }
    [[nodiscard]] bool waitForDialog(const QString &objectName) const
    {
        return Gui::waitForDialog(window(), objectName);
    }

    static constexpr int patience = 60'000;

private:
    [[nodiscard]] const Inventory::AccountInventory &account() const
    {
        const Inventory::Inventory &inventory = m_application->inventory();
        return *inventory.find(inventory.accounts().constFirst());
    }
    [[nodiscard]] bool isFresh() const
    {
        return !m_application->inventory().accounts().isEmpty()
            && account().freshness == Inventory::Freshness::Fresh;
    }

    std::unique_ptr<App::Session> m_session;
    Demo::CloudOptions m_options;
    std::unique_ptr<Demo::SimulatedCloud> m_cloud;
    std::unique_ptr<App::Application> m_application;
};

} // namespace Gui
