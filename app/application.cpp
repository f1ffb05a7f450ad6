// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"

#include "accounts/accountstore.h"
#include "app/accountconnector.h"
#include "app/accountdesk.h"
#include "app/desktopmessages.h"
#include "app/journaldesk.h"
#include "app/keepdesk.h"
#include "app/notifier.h"
#include "app/operationsdesk.h"
#include "app/pricedesk.h"
#include "app/profiledesk.h"
#include "app/tablefeed.h"
#include "app/tray.h"
#include "domain/clock.h"
#include "inventory/inventory.h"
#include "inventory/inventorycache.h"
#include "items/activitymodel.h"
#include "items/copyestimate.h"
#include "items/errortext.h"
#include "items/journaltext.h"
#include "items/operationsmodel.h"
#include "items/resourcemodel.h"
#include "items/resourcetreemodel.h"
#include "items/snapshotmodel.h"
#include "net/parsing.h"
#include "operations/keepdates.h"
#include "operations/operationrunner.h"
#include "pricing/pricebook.h"
#include "providers/profilelibrary.h"
#include "providers/providerregistry.h"
#include "storage/storagethread.h"
#include "views/common/prompts.h"
#include "views/common/theme.h"
#include "views/mainwindow/mainwindow.h"
#include "views/preferences/preferences.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QSslConfiguration>
#include <QTimer>
#include <QWindow>

#include <chrono>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace App {

namespace {

Views::Appearance appearanceNamed(const QString &name)
{
    if (name == "light"_L1) {
        return Views::Appearance::Light;
    }
    if (name == "dark"_L1) {
        return Views::Appearance::Dark;
    }
    if (name == "high-contrast-light"_L1) {
        return Views::Appearance::HighContrastLight;
    }
    return name == "high-contrast-dark"_L1 ? Views::Appearance::HighContrastDark
                                           : Views::Appearance::FollowSystem;
}

/// A window that starts hidden holds the accounts up no longer than this.
constexpr std::chrono::seconds longestWait{1};

/// Loads the certificates. That takes some 50 ms, which the first request would take from the
/// window.
QFuture<Domain::Result<Domain::Done>> warmUpTls()
{
    return Net::onWorker<Domain::Done>([]() -> Domain::Result<Domain::Done> {
        (void)QSslConfiguration::defaultConfiguration();
        return Domain::Done{};
    });
}

QStringList providerIds()
{
    QStringList ids;
    for (const Providers::ProviderDescription &provider : Providers::providers()) {
        ids.append(provider.id);
    }
    return ids;
}

/// Calls once when the window is first exposed.
class ExposeWatcher : public QObject
{
public:
    ExposeWatcher(std::function<void()> exposed, QObject *parent)
        : QObject(parent)
        , m_exposed(std::move(exposed))
    {
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Expose && m_exposed) {
            std::exchange(m_exposed, nullptr)();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_exposed;
};

} // namespace

struct Application::Parts
{
    explicit Parts(Session &session)
        : store(session.settings(), session.secrets())
        , profiles(session.stateFolder() + u"/profiles"_s, providerIds())
        , inventory(clock)
        , runner([this](const Domain::AccountId &account) { return inventory.provider(account); },
                 clock)
        , snapshots(clock)
        , tree(clock)
        , resources(clock)
        , activity(clock)
        , estimates(activity)
        , feed(inventory, prices, snapshots, tree, resources)
        , connector(store, inventory, network, clock, profiles)
        , cache(session.cacheFolder() + u"/cache.sqlite"_s, inventory, storage, clock)
        , operationsDesk(inventory, runner, operations, snapshots, clock)
        , journalDesk(session.stateFolder(), storage, runner, store)
        , keepDates(journalDesk.journal().database())
        , keepDesk(keepDates, operations, snapshots)
        , window({snapshots, tree, resources, operations, activity, estimates, inventory, prices,
                  clock, session.settings(), theme, prompts,
                  [this](const Domain::AccountId &account) {
                      return operationsDesk.listServerTypes(account);
                  },
                  Tray::isAvailable})
        , accountDesk({store, connector, profiles, window, prompts})
        , priceDesk({store, inventory, profiles, feed, window})
        , profileDesk({profiles, store, connector, window, prompts})
        , tray(window)
        , messages(makeDesktopMessages(tray))
        , notifier(operations, *messages, [this, &session] {
            return !window.isActiveWindow()
                && Views::readPreferences(session.settings()).notifications
                == Views::Notifications::On;
        })
    {
        feed.setProfiles(profiles);
        cache.setFilter(
            [this](const Domain::AccountId &account) { return !store.isSessionOnly(account); });
        feed.setEstimates(estimates);
        operations.setEstimates(estimates);
        operationsDesk.setUndoWindow(
            [&session] { return Views::readPreferences(session.settings()).undoTime; });
        runner.setHaste(std::min(session.haste(), 4));
    }

    Domain::SystemClock clock;
    Storage::StorageThread storage;
    QNetworkAccessManager network;
    Views::Theme theme;
    Views::DialogPrompts prompts;
    Accounts::AccountStore store;
    Providers::ProfileLibrary profiles;
    Inventory::Inventory inventory;
    Operations::OperationRunner runner;
    Pricing::PriceBook prices;
    Items::SnapshotModel snapshots;
    Items::ResourceTreeModel tree;
    Items::ResourceModel resources;
    Items::OperationsModel operations;
    Items::ActivityModel activity;
    Items::CopyEstimates estimates;
    TableFeed feed;
    AccountConnector connector;
    Inventory::InventoryCache cache;
    OperationsDesk operationsDesk;
    JournalDesk journalDesk;
    Operations::KeepDates keepDates;
    KeepDesk keepDesk;
    Views::MainWindow window;
    AccountDesk accountDesk;
    PriceDesk priceDesk;
    ProfileDesk profileDesk;
    Tray tray;
    std::unique_ptr<DesktopMessages> messages;
    Notifier notifier;
};

Application::Application(Session &session, const CommandLine &commandLine, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_commandLine(commandLine)
    , d(std::make_unique<Parts>(session))
{
    if (!commandLine.appearance.isEmpty()) {
        d->theme.setAppearance(appearanceNamed(commandLine.appearance));
    }
    if (session.isDemo()) {
        d->window.setModeText(tr("Demo"));
        for (const DemoAccount &demo : session.demoAccounts()) {
            d->accountDesk.setBaseUrl(demo.account.provider, demo.account.baseUrl);
        }
    }
    connectWindow();
    connectDesktop();
}

Application::~Application() = default;

void Application::connectWindow()
{
    using Views::MainWindow;
    MainWindow *window = &d->window;
    OperationsDesk *desk = &d->operationsDesk;
    connect(window, &MainWindow::takeRequested, desk, &OperationsDesk::take);
    connect(window, &MainWindow::rollBackRequested, desk, &OperationsDesk::rollBack);
    connect(window, &MainWindow::createServerRequested, desk, &OperationsDesk::createServer);
    connect(window, &MainWindow::createVolumeRequested, desk, &OperationsDesk::createVolume);
    connect(window, &MainWindow::removeRequested, desk, &OperationsDesk::remove);
    connect(window, &MainWindow::renameRequested, desk, &OperationsDesk::rename);
    connect(window, &MainWindow::protectRequested, desk, &OperationsDesk::protect);
    connect(window, &MainWindow::startServerRequested, desk, &OperationsDesk::startServer);
    connect(&d->journalDesk, &JournalDesk::problemFound, window, &MainWindow::showProblem);
    connect(&d->journalDesk, &JournalDesk::entriesRead, &d->activity, &Items::ActivityModel::set);
    connect(&d->journalDesk, &JournalDesk::unreadableFound, &d->activity,
            &Items::ActivityModel::setUnreadable);
    connect(&d->journalDesk, &JournalDesk::entryWritten, &d->activity, &Items::ActivityModel::put);
    connect(&d->inventory, &Inventory::Inventory::accountAdded, &d->activity,
            [this](const Domain::AccountId &account) {
                if (const auto *added = d->inventory.find(account)) {
                    d->activity.setSizeUnit(account, added->capabilities.sizeUnit);
                }
            });
    connect(desk, &OperationsDesk::passwordLost, window, [window](const QString &server) {
        window->showProblem(Items::passwordLostText(server));
    });
    connect(desk, &OperationsDesk::passwordArrived, window, &MainWindow::showPassword);
    connect(window, &MainWindow::cancelOperationRequested, &d->runner,
            [this](const Domain::OperationId &id) { d->runner.cancel(id); });
    connect(window, &MainWindow::dismissOperationRequested, &d->operations,
            [this](const Domain::OperationId &id) { d->operations.remove(id); });
    connect(window, &MainWindow::refreshRequested, this,
            [this](const std::optional<Domain::AccountId> &account) {
                if (account) {
                    d->connector.reconnect(*account);
                } else {
                    for (const Domain::Account &each : d->store.accounts()) {
                        d->connector.reconnect(each.id);
                    }
                }
            });
    connect(&d->store, &Accounts::AccountStore::removed, &d->cache,
            &Inventory::InventoryCache::forget);
    connect(window, &MainWindow::addAccountRequested, &d->accountDesk, &AccountDesk::add);
    connect(window, &MainWindow::editAccountRequested, &d->accountDesk, &AccountDesk::edit);
    connect(window, &MainWindow::removeAccountRequested, &d->accountDesk, &AccountDesk::remove);
    connect(window, &MainWindow::editPricesRequested, &d->priceDesk, &PriceDesk::edit);
    connect(window, &MainWindow::importProfileRequested, &d->profileDesk, &ProfileDesk::choose);
    connect(window, &MainWindow::profileDropped, &d->profileDesk, &ProfileDesk::import);
    connect(window, &MainWindow::tryDemoRequested, this, &Application::tryDemo);
}

/// What can be undone, and what reaches beyond the window: the tray and the desktop's messages.
void Application::connectDesktop()
{
    using Views::MainWindow;
    connect(&d->window, &MainWindow::undoRequested, &d->operationsDesk, &OperationsDesk::undo);
    connect(&d->window, &MainWindow::sendNowRequested, &d->operationsDesk,
            &OperationsDesk::sendNow);
    connect(&d->window, &MainWindow::keepUntilRequested, &d->keepDesk, &KeepDesk::keepUntil);
    connect(&d->keepDesk, &KeepDesk::failed, this, [this](const Domain::Error &error) {
        d->window.showProblem(Items::journalFailureText(error));
    });
    connect(&d->window, &MainWindow::hideRequested, &d->tray, &Tray::hideWindow);
    connect(&d->tray, &Tray::quitRequested, &d->window, &MainWindow::quit);
    connect(d->messages.get(), &DesktopMessages::activated, this, &Application::raiseWindow);
}

void Application::start()
{
    d->cache.open(d->store.accounts());
    d->connector.expectAll();
    d->window.show();
    d->journalDesk.open();
    d->keepDesk.load();
    d->profileDesk.tellDamaged();
    // Certificates, keychain and network wait until the window is there.
    d->window.windowHandle()->installEventFilter(
        new ExposeWatcher([this] { showAccounts(); }, this));
    QTimer::singleShot(longestWait, this, &Application::showAccounts);
    if (m_commandLine.endsWhenShown) {
        tellWhenShown();
    }
}

/// What was kept of the accounts, then what they hold now.
void Application::showAccounts()
{
    if (!std::exchange(m_isConnecting, true)) {
        d->cache.restore().then(this, [this](const Domain::Result<Domain::Done> &) {
            if (m_commandLine.endsWhenShown) {
                endOncePainted();
            }
        });
        warmUpTls().then(
            this, [this](const Domain::Result<Domain::Done> &) { d->connector.connectAll(); });
    }
}

void Application::connectDemoAccounts()
{
    for (const DemoAccount &demo : m_session.demoAccounts()) {
        d->store.save(demo.account, demo.token, Accounts::AccountStore::Keep::SessionOnly)
            .then(this, [](const Domain::Result<Domain::Account> &) {});
    }
}

void Application::tellWhenShown()
{
    auto *watcher = new ExposeWatcher(
        [] {
            std::puts("shown");
            std::fflush(stdout);
        },
        this);
    d->window.windowHandle()->installEventFilter(watcher);
}

/// The rows of the cache are in the table: their painting has been asked for, and comes before a
/// timer.
void Application::endOncePainted()
{
    QTimer::singleShot(0, this, [this] {
        std::printf("rows %lld\n", static_cast<long long>(d->snapshots.rowCount()));
        std::fflush(stdout);
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
    });
}

void Application::tryDemo()
{
    if (m_session.isDemo()) {
        connectDemoAccounts();
        return;
    }
    // A program of its own: the demo shares nothing with the user's accounts.
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--demo"_s})) {
        d->window.showProblem({tr("The demo could not be started."),
                               tr("Nothing has changed."),
                               tr("Start Snapdeck with --demo in a terminal to see why."),
                               {}});
    }
}

void Application::raiseWindow()
{
    d->tray.showWindow();
}

Views::MainWindow &Application::window()
{
    return d->window;
}

Views::Theme &Application::theme()
{
    return d->theme;
}

Accounts::AccountStore &Application::accounts()
{
    return d->store;
}

Items::SnapshotModel &Application::snapshots()
{
    return d->snapshots;
}

Operations::OperationRunner &Application::runner()
{
    return d->runner;
}

const Inventory::Inventory &Application::inventory() const
{
    return d->inventory;
}

} // namespace App
