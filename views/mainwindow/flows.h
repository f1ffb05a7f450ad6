// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/request.h"
#include "operations/planner.h"
#include "operations/takeintent.h"
#include "views/mainwindow/mainwindowservices.h"
#include "views/snapshots/actionreasons.h"

#include <QObject>

class QWidget;

namespace Views {

/// From an action to an intent: opens the dialog that the action needs and tells what was confirmed
/// in it. Asks again, before it opens one, whether the action is possible at all.
class Flows : public QObject
{
    Q_OBJECT

public:
    Flows(const MainWindowServices &services, QWidget *window);

    /// In one small box where a server or volume is selected and the provider needs no more than a
    /// name; else step by step.
    void take(const ActionTarget &target);
    void takeInSteps(const ActionTarget &target);
    void rollBack(const Domain::SnapshotKey &snapshot);
    void createServer(const Domain::SnapshotKey &snapshot);
    void createVolume(const Domain::SnapshotKey &snapshot);
    void remove(const QList<Domain::SnapshotKey> &snapshots);
    void rename(const Domain::SnapshotKey &snapshot);
    void toggleProtection(const Domain::SnapshotKey &snapshot);
    void keepUntil(const QList<Domain::SnapshotKey> &snapshots);
    void removeAccount(const Domain::AccountId &account);
    /// What snapshots are for and what backups are for, at the providers of the accounts.
    void explainBackups();

Q_SIGNALS:
    void takeConfirmed(const Operations::TakeIntent &intent);
    void rollBackConfirmed(const Domain::SnapshotKey &snapshot, const Domain::ResourceKey &target,
                           const std::optional<Operations::SafetyOrder> &safety);
    void createServerConfirmed(const Operations::CreateServerOrder &order);
    void createVolumeConfirmed(const Operations::CreateVolumeOrder &order);
    void removeConfirmed(const QList<Domain::SnapshotKey> &snapshots);
    void renameConfirmed(const Domain::SnapshotKey &snapshot, const QString &name);
    void protectConfirmed(const Domain::SnapshotKey &snapshot, Domain::Protection protection);
    /// Invalid: for good.
    void keepConfirmed(const QList<Domain::SnapshotKey> &snapshots, const QDateTime &until);
    void removeAccountConfirmed(const Domain::AccountId &account);
    /// What became of the operation has been said elsewhere.
    void operationTold(const Domain::OperationId &operation);
    void refreshWanted(const Domain::AccountId &account);

private:
    [[nodiscard]] bool isNameEnough(const Domain::ResourceKey &source) const;
    [[nodiscard]] QString providerName(const Domain::AccountId &account) const;

    MainWindowServices m_services;
    ActionReasons m_reasons;
    QWidget *m_window;
};

} // namespace Views
