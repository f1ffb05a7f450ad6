// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/resource.h"
#include "operations/planner.h"
#include "views/common/dialog.h"
#include "views/mainwindow/mainwindowservices.h"
#include "views/snapshots/actionreasons.h"
#include "views/snapshots/snapshotfacts.h"

class QComboBox;
class QLineEdit;
class QRadioButton;

namespace Inventory {
struct AccountInventory;
}

namespace Views {

class Card;
class FlowLabel;
class ResourcePicker;
class StopChoice;

/// Asks what to take, how to name it and whether to stop the server for it, and says what it costs.
class TakeDialog : public Dialog
{
    Q_OBJECT

public:
    /// The target's resource is chosen already when it has one; its account narrows the choice.
    TakeDialog(const MainWindowServices &services, const ActionTarget &target, QWidget *parent);

Q_SIGNALS:
    void confirmed(const Domain::ResourceKey &source, const QString &name,
                   Operations::StopServer stop);

private:
    void setUpSource(const ActionTarget &target);
    void setUpName();
    void setUpPrice();
    void showSource();
    void showName();
    void showPrice();
    void showSteps();
    void confirm();
    [[nodiscard]] const Domain::Resource *source() const;
    [[nodiscard]] const Inventory::AccountInventory *account() const;
    [[nodiscard]] QString nameProblem() const;

    MainWindowServices m_services;
    SnapshotFacts m_facts;
    ResourcePicker *m_picker;
    FactsGrid *m_sourceFacts;
    QLineEdit *m_name;
    QLabel *m_nameProblem;
    StopChoice *m_stop;
    QLabel *m_steps;
    Card *m_priceCard;
    FlowLabel *m_price;
    QLabel *m_priceNote;
    Button *m_take;
};

} // namespace Views
