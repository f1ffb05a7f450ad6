// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/tablefeed.h"
#include "inventory/inventory.h"
#include "items/activitymodel.h"
#include "items/copyestimate.h"
#include "items/operationsmodel.h"
#include "items/resourcemodel.h"
#include "items/resourcetreemodel.h"
#include "items/snapshotmodel.h"
#include "pricing/pricebook.h"
#include "support/fakeprovider.h"
#include "support/manualclock.h"
#include "support/testenvironment.h"
#include "views/common/button.h"
#include "views/common/prompts.h"
#include "views/common/theme.h"
#include "views/common/translations.h"
#include "views/mainwindow/mainwindow.h"
#include "views/snapshots/snapshottable.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <chrono>
#include <memory>

/// What tests of the views share: a small account, and a window on real models that is fed by an
/// inventory whose provider answers what the test says.
namespace Fixture {

using namespace Qt::StringLiterals;

inline constexpr qint64 gigabyte = 1'000'000'000;

inline Domain::AccountId shopId()
{
    return {u"shop-id"_s};
}

inline Domain::Account shop()
{
    Domain::Account account;
    account.id = shopId();
    account.name = u"shop"_s;
    account.provider = u"hetzner"_s;
    return account;
}

inline Domain::ResourceKey serverKey(const QString &id)
{
    return {shopId(), Domain::ResourceKind::Server, {id}};
}

inline Domain::SnapshotKey snapshotKey(const QString &id)
{
    return {shopId(), Domain::SnapshotKind::Server, {id}};
}

inline Domain::Resource server(const QString &id, const QString &name)
{
    Domain::Resource resource;
    resource.key = serverKey(id);
    resource.name = name;
    resource.location = {u"fsn1"_s};
    resource.power = Domain::PowerState::Running;
    resource.rawState = u"running"_s;
    resource.sizeBytes = 40 * gigabyte;
    resource.architecture = u"x86"_s;
    resource.plan = u"cx22"_s;
    return resource;
}

inline Domain::Snapshot snapshot(const QString &id, const QString &name, const QString &source,
                                 const QDateTime &created)
{
    Domain::Snapshot snapshot;
    snapshot.key = snapshotKey(id);
    snapshot.name = name;
    snapshot.created = created;
    snapshot.sizeBytes = 20 * gigabyte;
    snapshot.diskBytes = 40 * gigabyte;
    snapshot.status = Domain::SnapshotStatus::Ready;
    snapshot.source = serverKey(source);
    snapshot.sourceName = u"web-"_s + source;
    snapshot.architecture = u"x86"_s;
    snapshot.raw = u"{\"id\": 1}"_s;
    return snapshot;
}

/// Servers can be snapshotted, volumes can't.
inline Domain::Capabilities capabilities()
{
    Domain::Capabilities capabilities;
    Domain::KindCapabilities &server = capabilities.server;
    server.canTake = true;
    server.canRemove = true;
    server.canRename = true;
    server.canProtect = true;
    server.rollback = Domain::RollbackStyle::Rebuild;
    server.isConsistentOnlyWhenStopped = true;
    server.keepsAddressesOnRollback = true;
    server.name.maxLength = 255;
    capabilities.canPower = true;
    return capabilities;
}

inline Domain::PriceList prices()
{
    Domain::PriceList list;
    list.currency = u"EUR"_s;
    list.snapshots = {{Domain::SnapshotKind::Server,
                       {},
                       {{14'300'000, u"EUR"_s}, Domain::PriceUnit::PerGbMonth}}};
    return list;
}

inline QDateTime now()
{
    return QDateTime(QDate(2026, 11, 20), QTime(14, 5), QTimeZone::UTC);
}

/// What the provider answers.
struct Holdings
{
    QList<Domain::Resource> resources{server(u"1"_s, u"web-1"_s), server(u"2"_s, u"web-2"_s)};
    QList<Domain::Snapshot> snapshots{
        snapshot(u"100"_s, u"before upgrade"_s, u"1"_s, now().addSecs(-3600)),
        snapshot(u"101"_s, u"weekly"_s, u"1"_s, now().addDays(-3)),
        snapshot(u"102"_s, u"golden image"_s, u"2"_s, now().addDays(-40)),
    };
    QList<Domain::Location> locations{{{u"fsn1"_s}, u"fsn1"_s, u"Falkenstein"_s, u"DE"_s}};
    QList<Domain::Project> projects;
    Domain::PriceList prices = Fixture::prices();
    Domain::Identity identity;
    QList<Domain::Limit> limits; ///< told where the provider tells any
    std::optional<Domain::Error> failure;
};

/// Answers a question of the window as the test decides.
class ScriptedPrompts final : public Views::Prompts
{
public:
    void confirm(QWidget *, const Views::Question &question,
                 std::function<void()> confirmed) override
    {
        questions.append(question);
        if (says == Says::Yes) {
            confirmed();
        }
    }

    /// Chooses the file, unless there is none to choose.
    void chooseFile(QWidget *, const Views::FileQuestion &question,
                    std::function<void(const QString &path)> chosen) override
    {
        fileQuestions.append(question);
        if (!file.isEmpty()) {
            chosen(file);
        }
    }

    /// Chooses that file too, whatever the filter.
    void chooseNewFile(QWidget *, const Views::NewFileQuestion &question,
                       std::function<void(const QString &path)> chosen) override
    {
        newFileQuestions.append(question);
        if (!file.isEmpty()) {
            chosen(file);
        }
    }

    enum class Says { Yes, No } says = Says::No;
    QString file;
    QList<Views::Question> questions;
    QList<Views::FileQuestion> fileQuestions;
    QList<Views::NewFileQuestion> newFileQuestions;
};

class Window
{
public:
    Window()
    {
        Views::installTranslations(QLocale(QLocale::English));
        theme.setAppearance(Views::Appearance::Light);
        provider.rules = capabilities();
        open();
    }

    void open()
    {
        window = std::make_unique<Views::MainWindow>(Views::MainWindowServices{
            snapshots, tree, resources, operations, activity, estimates, inventory, prices, clock,
            settings, theme, prompts,
            [this](const Domain::AccountId &) { return provider.listServerTypes(); },
            [this] {
                return canHide;
            }});
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    }

    /// Connects the account and lets the provider answer. False when it did not end.
    [[nodiscard]] bool load(const Holdings &holdings = {})
    {
        if (!inventory.find(account.id)) {
            inventory.setAccount(account, provider);
        }
        inventory.refreshAll();
        return QTest::qWaitFor([&] {
            answer(holdings);
            clock.advance(std::chrono::milliseconds(100));
            const Inventory::Freshness freshness = inventory.find(account.id)->freshness;
            return freshness == Inventory::Freshness::Fresh
                || freshness == Inventory::Freshness::Failed;
        });
    }

    template <class T = QWidget>
    [[nodiscard]] T *find(const QString &name) const
    {
        return window->findChild<T *>(name);
    }

    [[nodiscard]] Views::SnapshotTable &table() const
    {
        return *find<Views::SnapshotTable>(u"snapshotTable"_s);
    }

    [[nodiscard]] QAction &action(const QString &name) const
    {
        return *window->findChild<QAction *>(name);
    }

    [[nodiscard]] bool sees(const QString &name) const
    {
        const QWidget *widget = find(name);
        return widget && widget->isVisible();
    }

    /// The dialog that stands over the window; nothing when there is none.
    [[nodiscard]] QDialog *dialog() const
    {
        for (QDialog *dialog : window->findChildren<QDialog *>()) {
            if (dialog->isVisible()) {
                return dialog;
            }
        }
        return nullptr;
    }

    Domain::Account account = shop();
    Support::ManualClock clock{now()};
    Views::Theme theme;
    ScriptedPrompts prompts;
    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    Support::FakeProvider provider;
    Items::SnapshotModel snapshots{clock};
    Items::ResourceTreeModel tree{clock};
    Items::ResourceModel resources{clock};
    Items::OperationsModel operations;
    Items::ActivityModel activity{clock};
    Items::CopyEstimates estimates{activity};
    Inventory::Inventory inventory{clock};
    Pricing::PriceBook prices;
    App::TableFeed feed{inventory, prices, snapshots, tree, resources};
    bool canHide = true; ///< whether the desktop has a tray
    std::unique_ptr<Views::MainWindow> window;

private:
    template <class Calls, class Value>
    static void answerLast(Calls &calls, const Value &value, const Holdings &holdings)
    {
        if (calls.empty() || !calls.back().isOpen()) {
            return;
        }
        if (holdings.failure) {
            calls.back().refuse(*holdings.failure);
        } else {
            calls.back().answer(value);
        }
    }

    void answer(const Holdings &holdings)
    {
        answerLast(provider.identities, holdings.identity, holdings);
        answerLast(provider.locationLists, holdings.locations, holdings);
        answerLast(provider.projectLists, holdings.projects, holdings);
        answerLast(provider.resourceLists, holdings.resources, holdings);
        answerLast(provider.priceLists, holdings.prices, holdings);
        answerLast(provider.limitLists, holdings.limits, holdings);
        answerLast(provider.snapshotLists, holdings.snapshots, holdings);
    }
};

} // namespace Fixture
