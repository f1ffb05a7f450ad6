// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/resource.h"
#include "domain/snapshot.h"
#include "items/safetysnapshot.h"
#include "operations/planner.h"
#include "views/common/dialog.h"
#include "views/mainwindow/mainwindowservices.h"
#include "views/snapshots/snapshotfacts.h"

class QCheckBox;
class QLineEdit;

namespace Views {

class BulletList;
class Card;
class KeepChoice;
class ResourcePicker;

/// What a rollback does, before its target's name is typed to confirm it. The target is the
/// snapshot's source; another one of the same account is chosen when the source is gone or the
/// person wants so.
class RollbackDialog : public Dialog
{
    Q_OBJECT

public:
    RollbackDialog(const MainWindowServices &services, const Domain::Snapshot &snapshot,
                   QWidget *parent);

Q_SIGNALS:
    void confirmed(const Domain::SnapshotKey &snapshot, const Domain::ResourceKey &target,
                   const std::optional<Operations::SafetyOrder> &safety);

private:
    void setUpTarget();
    void setUpConsequences();
    void setUpSafety();
    void setUpSteps();
    void setUpConfirmation();
    void showTarget();
    void showSafety(const Domain::Resource &target);
    void showKeep();
    void showSteps();
    void showTime(const Domain::Result<Domain::Operation> &planned);
    void showButton();
    void confirm();
    [[nodiscard]] const Domain::Resource *target() const;
    [[nodiscard]] std::optional<Operations::SafetyOrder> safety() const;
    [[nodiscard]] Domain::Result<Domain::Operation> plan() const;

    MainWindowServices m_services;
    SnapshotFacts m_facts;
    Domain::Snapshot m_snapshot;
    QLabel *m_sourceNote;
    ResourcePicker *m_picker;
    Button *m_chooseOther;
    Card *m_card;
    BulletList *m_consequences;
    QCheckBox *m_safety;
    QLabel *m_safetyNote;
    KeepChoice *m_keep;
    Items::SafetyOffer m_offer;
    QLabel *m_stepsHeading;
    QLabel *m_steps;
    QLabel *m_time;
    QLabel *m_typeLabel;
    QLineEdit *m_typed;
    Button *m_rollBack;
};

} // namespace Views
