// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/resource.h"
#include "operations/takeintent.h"
#include "views/common/dialog.h"
#include "views/mainwindow/mainwindowservices.h"
#include "views/snapshots/snapshotfacts.h"

class QLineEdit;

namespace Inventory {
struct AccountInventory;
}

namespace Views {

class Card;
class DatabaseHint;
class FlowLabel;
class StopChoice;

/// Asks how to name a snapshot of one server or volume and whether to stop the server for it, and
/// says what it costs.
class TakeDialog : public Dialog
{
    Q_OBJECT

public:
    TakeDialog(const MainWindowServices &services, const Domain::ResourceKey &source,
               QWidget *parent);

Q_SIGNALS:
    void confirmed(const Operations::TakeIntent &intent);

private:
    void setUpName();
    void setUpPrice();
    void showSource();
    void showFacts(const Domain::Resource &resource, const Inventory::AccountInventory &owner);
    void showName();
    void showPrice();
    void showSteps();
    void showTime(const Domain::Result<Domain::Operation> &plan);
    void confirm();
    [[nodiscard]] const Domain::Resource *source() const;
    [[nodiscard]] const Inventory::AccountInventory *account() const;
    /// What was typed, else what the vendor's own panel would call it.
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString usualName() const;
    [[nodiscard]] QString nameProblem() const;

    MainWindowServices m_services;
    SnapshotFacts m_facts;
    const Domain::ResourceKey m_key;
    FactsGrid *m_sourceFacts;
    QLabel *m_room;
    QLineEdit *m_name;
    QLabel *m_nameProblem;
    StopChoice *m_stop;
    DatabaseHint *m_databases;
    QLabel *m_steps;
    QLabel *m_time;
    Card *m_priceCard;
    FlowLabel *m_price;
    QLabel *m_priceNote;
    Button *m_take;
};

} // namespace Views
