// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "app/session.h"
#include "app/tour.h"
#include "items/resourcemodel.h"
#include "items/snapshotmodel.h"
#include "views/mainwindow/mainwindow.h"

#include <QAction>
#include <QTableView>

// The tour through the page of servers and volumes, the page of one of them, and the activity.

using namespace Qt::StringLiterals;
using Items::ResourceModel;

namespace App {

namespace {

bool isServerToTake(const QModelIndex &index)
{
    return index.data().toString() == u"kunde-osthoff"_s;
}

QModelIndex lastGoodOf(const QModelIndex &index)
{
    return index.siblingAtColumn(ResourceModel::LastGood);
}

bool isCovered(const QModelIndex &index)
{
    const auto key = index.data(ResourceModel::KeyRole).value<Domain::ResourceKey>();
    const bool isPlain = lastGoodOf(index).data(ResourceModel::IconRole).toString().isEmpty();
    return isPlain && key.kind == Domain::ResourceKind::Server
        && index.siblingAtColumn(ResourceModel::Snapshots).data().toInt() > 1;
}

bool isBare(const QModelIndex &index)
{
    return index.siblingAtColumn(ResourceModel::Snapshots).data().toInt() == 0
        && !lastGoodOf(index).data(ResourceModel::IconRole).toString().isEmpty();
}

} // namespace

/// The list with a button on each row, a server with snapshots and one without, and a bill.
void Tour::addPages()
{
    addScene(
        u"servers"_s, [this] { clickInTree(u"Servers and volumes"_s); },
        [this] { return hands().sees(u"resourceTable"_s); });
    addScene(
        u"servers-take"_s,
        [this] {
            clickServer(isServerToTake);
            hands().click(u"rowSnapshotButton"_s);
        },
        [this] { return hands().sees(u"takeDialog"_s); });
    addScene(
        {}, [this] { hands().click(u"cancelButton"_s); },
        [this] { return !hands().sees(u"takeDialog"_s); });
    addScene(
        u"resource-page"_s,
        [this] {
            clickServer(isCovered);
            hands().press(u"resourceTable"_s, Qt::Key_Return);
        },
        [this] { return hands().sees(u"resourceCover"_s) && hands().sees(u"snapshotTable"_s); });
    addScene(
        u"details-bill"_s, [this] { selectFirst(1); },
        [this] { return hands().sees(u"billCard"_s); });
    addScene(
        u"resource-page-without-snapshot"_s,
        [this] {
            hands().click(u"resourceBackButton"_s);
            clickServer(isBare);
            hands().press(u"resourceTable"_s, Qt::Key_Return);
        },
        [this] { return hands().sees(u"resourceWarning"_s); });
    addScene(
        {}, [this] { clickInTree(u"All snapshots"_s); },
        [this] { return !hands().sees(u"resourceHead"_s); });
}

/// What the filter leaves, into a file.
void Tour::addExport()
{
    addScene(
        {}, [this] { application().window().findChild<QAction *>(u"actionExport"_s)->trigger(); },
        [this] { return hands().sees(u"newFileDialog"_s); });
    addScene(
        u"exported"_s,
        [this] {
            hands().type(u"fileNameEdit"_s, m_session.stateFolder() + u"/old-snapshots.csv"_s);
            hands().press(u"fileNameEdit"_s, Qt::Key_Return);
        },
        [this] { return hands().sees(u"newsBanner"_s) && !hands().sees(u"newFileDialog"_s); });
    addScene(
        {}, [this] { hands().click(u"bannerDismiss"_s); },
        [this] { return !hands().sees(u"newsBanner"_s); });
}

/// What was done on the way, with the details of the newest entry.
void Tour::addActivity()
{
    addScene(
        {},
        [this] {
            application().window().resize(1280, 800);
            clickInTree(u"Activity"_s);
        },
        [this] { return hands().sees(u"activityTable"_s); });
    addScene(
        u"activity"_s, [this] { hands().press(u"activityTable"_s, Qt::Key_Home); },
        [this] { return hands().sees(u"activityDetails"_s); });
    addScene(
        u"preferences"_s,
        [this] { application().window().findChild<QAction *>(u"actionPreferences"_s)->trigger(); },
        [this] { return hands().sees(u"preferencesDialog"_s); });
}

} // namespace App
