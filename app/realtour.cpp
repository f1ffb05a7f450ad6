// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/realtour.h"

#include "app/application.h"
#include "items/snapshotmodel.h"
#include "operations/operationrunner.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using Domain::OperationKind;
using Domain::SnapshotStatus;

namespace App {

namespace {

constexpr std::chrono::minutes realPatience{10};

// What installer/realtour.sh makes.
QString realServer()
{
    return u"web-1"_s;
}

QString realVolume()
{
    return u"db-data"_s;
}

QString olderSnapshot()
{
    return u"db-data before the move"_s;
}

// What the tour makes.
QString volumeSnapshot()
{
    return u"before PostgreSQL 18"_s;
}

QString serverSnapshot()
{
    return u"web-1 before PHP 8.4"_s;
}

} // namespace

RealTour::RealTour(Application &application, const Import &import, const QString &folder,
                   QObject *parent)
    : Scenes(application, folder, realPatience, parent)
    , m_import(import)
{
}

RealTour::~RealTour() = default;

void RealTour::start()
{
    addScene({}, [] {}, [this] { return hands().sees(u"connectAccountButton"_s); });
    addImport(u"connectAccountButton"_s, m_import);
    addLists();
    addWizard();
    addVolumeRollback();
    addServerImage();
    addServerRollback();
    addRemove();
    addActivity();
    begin();
}

void RealTour::addLists()
{
    addScene(
        u"table"_s, [this] { hands().click(u"testAndSave"_s); },
        [this] { return !hands().sees(u"accountDialog"_s) && isReady(olderSnapshot()); });
    addScene(
        u"servers"_s, [this] { clickInTree(u"Servers and volumes"_s); },
        [this] { return hands().sees(u"resourceTable"_s); });
    addScene(
        {}, [this] { clickInTree(u"All snapshots"_s); },
        [this] { return hands().sees(u"snapshotTable"_s); });
}

/// What can be answered in one way alone is not asked.
void RealTour::addWizard()
{
    addScene(
        u"wizard-volume"_s,
        [this] {
            hands().click(u"headerTakeButton"_s);
            for (int i = 0; i < 2 && !hands().sees(u"wizardSources"_s); ++i) {
                hands().click(u"wizardNext"_s);
            }
            clickChoice(u"wizardSources"_s, realVolume());
        },
        [this] { return hands().sees(u"wizardSources"_s); });
    addScene(
        u"wizard-name"_s,
        [this] {
            hands().click(u"wizardNext"_s);
            hands().type(u"wizardName"_s, volumeSnapshot());
        },
        [this] { return hands().sees(u"wizardName"_s); });
    addScene(
        u"wizard-limit"_s, [this] { hands().click(u"wizardNext"_s); },
        [this] { return hands().sees(u"confirmButton"_s) && hands().sees(u"wizardLimit"_s); });
    addScene(
        u"taken"_s, [this] { hands().click(u"confirmButton"_s); },
        [this] { return !hands().sees(u"takeWizard"_s) && isReady(volumeSnapshot()); });
}

/// To the older snapshot it is refused, with the reason; to the latest one it is done.
void RealTour::addVolumeRollback()
{
    addScene(
        u"rollback-refused"_s, [this] { clickSnapshot(olderSnapshot()); },
        [this] { return hands().sees(u"detailsPanel"_s); });
    addQuestion(u"rollback"_s, volumeSnapshot(), realVolume());
    addScene(
        u"rolled-back"_s, [this] { hands().click(u"confirmButton"_s); },
        [this] { return hasEnded(OperationKind::RollBack); });
}

void RealTour::addServerImage()
{
    addScene(
        {}, [this] { clickInTree(realServer()); },
        [this] { return application().snapshots().scope().resource.has_value(); });
    addScene(
        u"server-take"_s,
        [this] {
            hands().click(u"takeButton"_s);
            hands().type(u"takeName"_s, serverSnapshot());
        },
        [this] { return hands().sees(u"takeName"_s); });
    addScene(
        u"server-taking"_s, [this] { hands().click(u"confirmButton"_s); },
        [this] {
            const Items::SnapshotRow *row = rowNamed(serverSnapshot());
            return row && row->snapshot.status == SnapshotStatus::Creating
                && hands().sees(u"operationRow"_s);
        });
    addScene(u"server-taken"_s, [] {}, [this] { return isReady(serverSnapshot()); });
}

/// The new password is nobody else's business: its window is closed without a picture.
void RealTour::addServerRollback()
{
    addQuestion(u"server-rollback"_s, serverSnapshot(), realServer());
    addScene(
        u"server-rolling-back"_s, [this] { hands().click(u"confirmButton"_s); },
        [this] {
            const Domain::Operation &newest = application().runner().operations().constLast();
            return newest.kind == OperationKind::RollBack && !newest.isOver()
                && newest.steps.at(newest.current).state == Domain::Step::State::Following;
        });
    addScene({}, [] {}, [this] { return hasEnded(OperationKind::RollBack); });
    addScene(
        u"server-rolled-back"_s,
        [this] {
            if (hands().sees(u"passwordDialog"_s)) {
                hands().click(u"cancelButton"_s);
            }
        },
        [this] { return !hands().sees(u"passwordDialog"_s); });
}

void RealTour::addRemove()
{
    addScene(
        {}, [this] { clickInTree(u"All snapshots"_s); },
        [this] { return rowNamed(volumeSnapshot()) != nullptr; });
    addScene(
        u"remove"_s,
        [this] {
            clickSnapshot(volumeSnapshot());
            hands().click(u"removeButton"_s);
        },
        [this] { return hands().sees(u"removeDialog"_s); });
    addScene(
        u"remove-undo"_s, [this] { hands().click(u"confirmButton"_s); },
        [this] { return hands().sees(u"undoBar"_s); });
    addScene(
        u"removed"_s, [this] { hands().click(u"undoSendNowButton"_s); },
        [this] { return !rowNamed(volumeSnapshot()) && hasEnded(OperationKind::Remove); });
}

void RealTour::addActivity()
{
    addScene(
        {}, [this] { clickInTree(u"Activity"_s); },
        [this] { return hands().sees(u"activityTable"_s); });
    addScene(
        u"activity"_s, [this] { hands().press(u"activityTable"_s, Qt::Key_Home); },
        [this] { return hands().sees(u"activityDetails"_s); });
}

void RealTour::addQuestion(const QString &scene, const QString &snapshot, const QString &target)
{
    addScene(
        scene,
        [this, snapshot, target] {
            clickSnapshot(snapshot);
            hands().click(u"rollBackButton"_s);
            hands().type(u"rollBackConfirm"_s, target);
        },
        [this, target] {
            const auto *typed = hands().findAs<QLineEdit>(u"rollBackConfirm"_s);
            return typed && typed->text() == target;
        });
}

bool RealTour::isReady(const QString &snapshot) const
{
    const Items::SnapshotRow *row = rowNamed(snapshot);
    return row && row->snapshot.status == SnapshotStatus::Ready && isQuiet();
}

bool RealTour::hasEnded(OperationKind kind) const
{
    const QList<Domain::Operation> &all = application().runner().operations();
    return !all.isEmpty() && all.constLast().kind == kind
        && all.constLast().state == Domain::OperationState::Succeeded && isQuiet();
}

} // namespace App
