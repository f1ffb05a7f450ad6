// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/scenes.h"

#include "app/application.h"
#include "inventory/inventory.h"
#include "items/resourcemodel.h"
#include "items/snapshotmodel.h"
#include "operations/operationrunner.h"
#include "views/common/theme.h"
#include "views/mainwindow/mainwindow.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QDir>
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

struct Scheme
{
    const char *folder;
    Views::Appearance appearance;
};

constexpr std::array<Scheme, 2> schemes{
    {{"light", Views::Appearance::Light}, {"dark", Views::Appearance::Dark}}};

} // namespace

Scenes::Scenes(Application &application, const QString &folder, std::chrono::seconds patience,
               QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_folder(folder)
    , m_mostPolls(static_cast<int>(std::chrono::milliseconds(patience).count()) / pollMs)
    , m_hands(application.window())
{
}

Scenes::~Scenes() = default;

void Scenes::addScene(const QString &name, std::function<void()> act, std::function<bool()> isThere)
{
    m_scenes.push_back({name, std::move(act), std::move(isThere)});
}

void Scenes::begin()
{
    // The system's own could not be typed into.
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    act();
}

void Scenes::act()
{
    m_polls = 0;
    m_scenes.at(m_current).act();
    poll();
}

void Scenes::poll()
{
    const Scene &scene = m_scenes.at(m_current);
    if (!scene.isThere()) {
        if (++m_polls > m_mostPolls) {
            fail(u"waited in vain for scene %1, \"%2\""_s.arg(static_cast<int>(m_current) + 1)
                     .arg(scene.name));
        } else {
            QTimer::singleShot(pollMs, this, &Scenes::poll);
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

void Scenes::goOn()
{
    ++m_current;
    if (m_current < m_scenes.size()) {
        QTimer::singleShot(0, this, &Scenes::act);
    } else {
        std::printf("%d pictures in %s\n", m_pictures, qPrintable(QDir(m_folder).absolutePath()));
        Q_EMIT finished(0);
    }
}

void Scenes::showScheme(int scheme)
{
    m_application.theme().setAppearance(schemes.at(scheme).appearance);
    QTimer::singleShot(0, this, [this, scheme] {
        QTimer::singleShot(0, this, [this, scheme] { savePicture(scheme); });
    });
}

void Scenes::savePicture(int scheme)
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

void Scenes::fail(const QString &text)
{
    std::fprintf(stderr, "The tour stopped: %s\n", qPrintable(text));
    Q_EMIT finished(1);
}

const Items::SnapshotRow *Scenes::rowNamed(const QString &name) const
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

void Scenes::clickInTree(const QString &text)
{
    clickInTree(text, Qt::MatchExactly);
}

void Scenes::clickAccount(const QString &name)
{
    clickInTree(u" · "_s + name, Qt::MatchEndsWith);
}

void Scenes::clickInTree(const QString &text, Qt::MatchFlags how)
{
    auto *tree = m_hands.findAs<QTreeView>(u"resourceTree"_s);
    if (!tree) {
        return;
    }
    const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole,
                                                       text, 1, how | Qt::MatchRecursive);
    if (!found.isEmpty()) {
        tree->expand(found.constFirst().parent());
        m_hands.clickRow(*tree, found.constFirst());
    }
}

void Scenes::clickSnapshot(const QString &name)
{
    auto *table = m_hands.findAs<QTableView>(u"snapshotTable"_s);
    const Items::SnapshotRow *row = rowNamed(name);
    if (table && row) {
        m_hands.clickRow(*table, m_application.snapshots().indexOf(row->snapshot.key));
    }
}

void Scenes::selectFirst(int count)
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

bool Scenes::isQuiet() const
{
    for (const Domain::AccountId &id : m_application.inventory().accounts()) {
        if (m_application.inventory().find(id)->freshness != Inventory::Freshness::Fresh) {
            return false;
        }
    }
    return !m_application.runner().hasRunning();
}

void Scenes::clickChoice(const QString &list, const QString &text)
{
    auto *view = m_hands.findAs<QAbstractItemView>(list);
    if (!view) {
        return;
    }
    const QModelIndexList found = view->model()->match(view->model()->index(0, 0), Qt::DisplayRole,
                                                       text, 1, Qt::MatchExactly);
    if (!found.isEmpty()) {
        m_hands.clickRow(*view, found.constFirst());
    }
}

bool Scenes::isWizardAt(const QString &title) const
{
    const QWidget *wizard = m_hands.find(u"takeWizard"_s);
    return wizard && wizard->windowTitle() == title;
}

void Scenes::clickServer(const std::function<bool(const QModelIndex &)> &isIt)
{
    auto *table = m_hands.findAs<QTableView>(u"resourceTable"_s);
    for (int row = 0; table && row < table->model()->rowCount(); ++row) {
        const QModelIndex index = table->model()->index(row, Items::ResourceModel::Name);
        if (isIt(index)) {
            m_hands.clickRow(*table, index);
            return;
        }
    }
}

} // namespace App
