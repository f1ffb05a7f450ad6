// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "app/tour.h"
#include "items/resourcemodel.h"
#include "items/snapshotmodel.h"
#include "views/mainwindow/mainwindow.h"

#include <QTableView>

// The tour through the page of servers and volumes, and the page of one of them.

using namespace Qt::StringLiterals;
using Items::ResourceModel;

namespace App {

namespace {

QString coveredServer()
{
    return u"kunde-osthoff"_s;
}

} // namespace

/// The list with a button on each row, a server with snapshots and one without, and a bill.
void Tour::addPages()
{
    addScene(
        u"servers"_s, [this] { clickInTree(u"Servers and volumes"_s); },
        [this] { return m_hands.sees(u"resourceTable"_s); });
    addScene(
        u"servers-take"_s,
        [this] {
            clickServer(ResourceModel::Name, coveredServer());
            m_hands.click(u"rowSnapshotButton"_s);
        },
        [this] { return m_hands.sees(u"takeDialog"_s); });
    addScene(
        {}, [this] { m_hands.click(u"cancelButton"_s); },
        [this] { return !m_hands.sees(u"takeDialog"_s); });
    addScene(
        u"resource-page"_s,
        [this] {
            clickServer(ResourceModel::Name, coveredServer());
            m_hands.press(u"resourceTable"_s, Qt::Key_Return);
        },
        [this] { return m_hands.sees(u"resourceCover"_s) && m_hands.sees(u"snapshotTable"_s); });
    addScene(
        u"details-bill"_s, [this] { selectFirst(1); },
        [this] { return m_hands.sees(u"billCard"_s); });
    addScene(
        u"resource-page-without-snapshot"_s,
        [this] {
            m_hands.click(u"resourceBackButton"_s);
            clickServer(ResourceModel::LastGood, u"none"_s);
            m_hands.press(u"resourceTable"_s, Qt::Key_Return);
        },
        [this] { return m_hands.sees(u"resourceWarning"_s); });
    addScene(
        {}, [this] { clickInTree(u"All snapshots"_s); },
        [this] { return !m_hands.sees(u"resourceHead"_s); });
}

/// The first row with this text in the column.
void Tour::clickServer(int column, const QString &text)
{
    auto *table = m_hands.findAs<QTableView>(u"resourceTable"_s);
    if (!table) {
        return;
    }
    const QModelIndexList found = table->model()->match(table->model()->index(0, column),
                                                        Qt::DisplayRole, text, 1, Qt::MatchExactly);
    if (!found.isEmpty()) {
        m_hands.clickRow(*table, found.constFirst().siblingAtColumn(ResourceModel::Name));
    }
}

} // namespace App
