// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tour.h"

#include "app/application.h"
#include "app/session.h"
#include "demo/simulatedcloud.h"
#include "inventory/inventory.h"
#include "items/snapshotmodel.h"
#include "operations/operationrunner.h"
#include "views/common/theme.h"
#include "views/mainwindow/mainwindow.h"

#include <QCoreApplication>
#include <QDir>
#include <QLineEdit>
#include <QPixmap>
#include <QTableView>
#include <QTimer>
#include <QTreeView>

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr int pollMs = 30;
constexpr int mostPolls = 60'000 / pollMs;

struct Scheme
{
    const char *folder;
    Views::Appearance appearance;
};

constexpr std::array<Scheme, 2> schemes{
    {{"light", Views::Appearance::Light}, {"dark", Views::Appearance::Dark}}};

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
    : QObject(parent)
    , m_application(application)
    , m_session(session)
    , m_folder(folder)
    , m_hands(application.window())
{
}

Tour::~Tour() = default;

void Tour::start()
{
    // The system's own could not be typed into.
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
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
    addTroubles();
    addActivity();
    begin();
}

void Tour::addScene(const QString &name, std::function<void()> act, std::function<bool()> isThere)
{
    m_scenes.push_back({name, std::move(act), std::move(isThere)});
}

/// The person starts with nothing, mistypes, connects an account and sees the table.
void Tour::addFirstStart()
{
    const auto hasRows = [this] {
        return m_application.snapshots().totalCount() > 0 && isQuiet();
    };
    addScene(u"first-start"_s, [] {}, [this] { return m_hands.sees(u"connectAccountButton"_s); });
    addScene(
        {}, [this] { m_hands.click(u"connectAccountButton"_s); },
        [this] { return m_hands.sees(u"accountToken"_s); });
    addScene(
        u"account-mistake"_s,
        [this] {
            m_hands.type(u"accountName"_s, u"shop"_s);
            m_hands.type(u"accountToken"_s, u"demo-secret with a blank"_s);
            m_hands.press(u"accountToken"_s, Qt::Key_Tab);
        },
        [this] { return m_hands.sees(u"fieldError"_s); });
    addScene(
        u"account"_s,
        [this] { m_hands.type(u"accountToken"_s, m_session.cloud()->options().token); },
        [this] { return !m_hands.sees(u"fieldError"_s); });
    addScene(
        u"table"_s, [this] { m_hands.click(u"testAndSave"_s); },
        [this, hasRows] { return hasRows() && !m_hands.sees(u"accountDialog"_s); });
    addScene(
        u"details"_s, [this] { selectFirst(1); },
        [this] { return m_hands.sees(u"detailsRollBackButton"_s); });
}

void Tour::addTake()
{
    const auto status = [this](Domain::SnapshotStatus wanted) {
        const Items::SnapshotRow *row = rowNamed(snapshot());
        return row && row->snapshot.status == wanted;
    };
    addScene(
        u"server"_s, [this] { clickInTree(server()); },
        [this] { return m_application.snapshots().scope().resource.has_value(); });
    addScene(
        u"take"_s,
        [this] {
            m_hands.click(u"takeButton"_s);
            m_hands.type(u"takeName"_s, snapshot());
        },
        [this] {
            const auto *name = m_hands.findAs<QLineEdit>(u"takeName"_s);
            return name && name->text() == snapshot();
        });
    addScene(
        u"taking"_s, [this] { m_hands.click(u"confirmButton"_s); },
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
            m_hands.click(u"rollBackButton"_s);
            m_hands.type(u"rollBackConfirm"_s, server());
        },
        [this] {
            const auto *typed = m_hands.findAs<QLineEdit>(u"rollBackConfirm"_s);
            return typed && typed->text() == server();
        });
    addScene(
        u"rolling-back"_s, [this] { m_hands.click(u"confirmButton"_s); },
        [this] { return m_application.runner().hasRunning() && m_hands.sees(u"operationRow"_s); });
    addScene(u"password"_s, [] {}, [this] { return m_hands.sees(u"passwordDialog"_s); });
    addScene(
        u"rolled-back"_s, [this] { m_hands.click(u"cancelButton"_s); },
        [this] { return !m_hands.sees(u"passwordDialog"_s) && isQuiet(); });
}

void Tour::addRemove()
{
    addScene(
        u"remove"_s,
        [this] {
            clickSnapshot(snapshot());
            m_hands.click(u"removeButton"_s);
        },
        [this] { return m_hands.sees(u"removeDialog"_s); });
    addScene(
        u"remove-undo"_s, [this] { m_hands.click(u"confirmButton"_s); },
        [this] { return m_hands.sees(u"undoBar"_s); });
    addScene(
        u"removed"_s, [this] { m_hands.click(u"undoSendNowButton"_s); },
        [this] { return !rowNamed(snapshot()) && isQuiet(); });
    addScene(
        u"remove-many"_s,
        [this] {
            clickInTree(u"All snapshots"_s);
            selectFirst(8);
            m_hands.click(u"removeButton"_s);
        },
        [this] { return m_hands.sees(u"removeConfirm"_s); });
    addScene(
        {}, [this] { m_hands.click(u"cancelButton"_s); },
        [this] { return !m_hands.sees(u"removeDialog"_s); });
}

void Tour::addSearch()
{
    const auto shown = [this] {
        return m_application.snapshots().rowCount();
    };
    const auto all = [this] {
        return m_application.snapshots().totalCount();
    };
    addScene(
        u"filter"_s, [this] { m_hands.type(u"searchField"_s, u"age>90d size>5GB"_s); },
        [shown, all] { return shown() > 0 && shown() < all(); });
    addExport();
    addScene(
        u"nothing-found"_s, [this] { m_hands.type(u"searchField"_s, u"dovecot 9"_s); },
        [shown] { return shown() == 0; });
    addScene(
        {}, [this] { m_hands.click(u"stateClearFilterButton"_s); },
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
            m_hands.click(u"refreshButton"_s);
        },
        [this] { return isFailed() && m_application.snapshots().totalCount() > 0; });
    addScene(
        u"small-window"_s, [this] { m_application.window().resize(900, 560); },
        [this] { return m_application.window().width() == 900; });
}

void Tour::begin()
{
    m_polls = 0;
    m_scenes.at(m_current).act();
    poll();
}

void Tour::poll()
{
    const Scene &scene = m_scenes.at(m_current);
    if (!scene.isThere()) {
        if (++m_polls > mostPolls) {
            fail(u"waited a minute for scene %1, \"%2\""_s.arg(static_cast<int>(m_current) + 1)
                     .arg(scene.name));
        } else {
            QTimer::singleShot(pollMs, this, &Tour::poll);
        }
        return;
    }
    if (scene.name.isEmpty()) {
        goOn();
    } else {
        ++m_pictures;
        showScheme(0);
    }
}

void Tour::goOn()
{
    ++m_current;
    if (m_current < m_scenes.size()) {
        QTimer::singleShot(0, this, &Tour::begin);
    } else {
        std::printf("%d pictures in %s\n", m_pictures, qPrintable(QDir(m_folder).absolutePath()));
        Q_EMIT finished(0);
    }
}

void Tour::showScheme(int scheme)
{
    m_application.theme().setAppearance(schemes.at(scheme).appearance);
    QTimer::singleShot(0, this, [this, scheme] {
        QTimer::singleShot(0, this, [this, scheme] { savePicture(scheme); });
    });
}

void Tour::savePicture(int scheme)
{
    const QDir folder(QDir(m_folder).filePath(QString::fromLatin1(schemes.at(scheme).folder)));
    const QString file =
        u"%1-%2.png"_s.arg(m_pictures, 2, 10, QChar(u'0')).arg(m_scenes.at(m_current).name);
    if (!folder.mkpath(u"."_s) || !pictureOf(m_application.window()).save(folder.filePath(file))) {
        fail(u"could not write %1"_s.arg(folder.filePath(file)));
    } else if (scheme + 1 < static_cast<int>(schemes.size())) {
        showScheme(scheme + 1);
    } else {
        goOn();
    }
}

void Tour::fail(const QString &text)
{
    std::fprintf(stderr, "The tour stopped: %s\n", qPrintable(text));
    Q_EMIT finished(1);
}

const Items::SnapshotRow *Tour::rowNamed(const QString &name) const
{
    const Items::SnapshotModel &rows = m_application.snapshots();
    for (int i = 0; i < rows.rowCount(); ++i) {
        const Items::SnapshotRow *row = rows.row(rows.index(i, 0));
        if (row->snapshot.name == name) {
            return row;
        }
    }
    return nullptr;
}

void Tour::clickInTree(const QString &text)
{
    auto *tree = m_hands.findAs<QTreeView>(u"resourceTree"_s);
    if (!tree) {
        return;
    }
    const QModelIndexList found =
        tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, text, 1,
                             Qt::MatchExactly | Qt::MatchRecursive);
    if (!found.isEmpty()) {
        tree->expand(found.constFirst().parent());
        m_hands.clickRow(*tree, found.constFirst());
    }
}

void Tour::clickSnapshot(const QString &name)
{
    auto *table = m_hands.findAs<QTableView>(u"snapshotTable"_s);
    const Items::SnapshotRow *row = rowNamed(name);
    if (table && row) {
        m_hands.clickRow(*table, m_application.snapshots().indexOf(row->snapshot.key));
    }
}

/// The first row by a click, the others by Shift and the down key.
void Tour::selectFirst(int count)
{
    auto *table = m_hands.findAs<QTableView>(u"snapshotTable"_s);
    if (!table) {
        return;
    }
    m_hands.clickRow(*table, table->model()->index(0, Items::SnapshotModel::Name));
    for (int i = 1; i < count; ++i) {
        m_hands.press(*table, Qt::Key_Down, Qt::ShiftModifier);
    }
}

bool Tour::isQuiet() const
{
    for (const Domain::AccountId &id : m_application.inventory().accounts()) {
        if (m_application.inventory().find(id)->freshness != Inventory::Freshness::Fresh) {
            return false;
        }
    }
    return !m_application.runner().hasRunning();
}

bool Tour::isFailed() const
{
    bool isAnyFailed = false;
    for (const Domain::AccountId &id : m_application.inventory().accounts()) {
        const Inventory::Freshness freshness = m_application.inventory().find(id)->freshness;
        if (freshness == Inventory::Freshness::Refreshing) {
            return false;
        }
        isAnyFailed = isAnyFailed || freshness == Inventory::Freshness::Failed;
    }
    return isAnyFailed;
}

} // namespace App
