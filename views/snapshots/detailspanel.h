// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/mainwindow/mainwindowservices.h"
#include "views/snapshots/actionreasons.h"
#include "views/snapshots/snapshotfacts.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QScrollArea;
class QVBoxLayout;

namespace Views {

class BulletList;
class Button;
class Card;
class CostCard;
class FlowLabel;
class NewFromSnapshotCard;
class SnapshotLinks;

/// What is selected, in words: one snapshot with its cost and what a rollback would do, several
/// with their sums, or the server or volume of the tree. Changes in place, so that a refresh
/// neither scrolls nor closes anything.
class DetailsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPanel(const MainWindowServices &services, QWidget *parent = nullptr);

    void show(const ActionTarget &target);
    using QWidget::show;

Q_SIGNALS:
    void takeClicked();
    void rollBackClicked();
    void removeClicked();
    void createServerClicked();
    void createVolumeClicked();
    void snapshotClicked(const Domain::SnapshotKey &key);
    void enterPricesClicked(const Domain::AccountId &account);

private:
    void setUp();
    void setUpCards(QVBoxLayout *column);
    void setUpLinks();
    void setUpRaw(QVBoxLayout *column);
    void setUpButtons();
    void showNothing();
    void showSnapshot(const Items::SnapshotRow &row);
    void showSeveral(const QList<Domain::SnapshotKey> &keys);
    void showResource(const Domain::ResourceKey &key);
    void showBill(const Items::SnapshotRow &row);
    void showCost(const Items::SnapshotRow &row);
    void showNoCost(const Items::SnapshotRow &row);
    void showConsequences(const Items::SnapshotRow &row);
    void showNewer(const Items::SnapshotRow &row);
    void showParts(const Items::SnapshotRow &row);
    void showRaw();
    void setHeading(const QString &context, const QString &title);

    MainWindowServices m_services;
    ActionReasons m_reasons;
    SnapshotFacts m_facts;
    QString m_raw;
    QScrollArea *m_area;
    QWidget *m_content;
    FlowLabel *m_context = nullptr;
    FlowLabel *m_title = nullptr;
    FactsGrid *m_grid = nullptr;
    CostCard *m_costCard = nullptr;
    Domain::AccountId m_account; ///< whose prices can be entered
    Card *m_billCard = nullptr;
    FactsGrid *m_bill = nullptr;
    QLabel *m_billNote = nullptr;
    Card *m_rollbackCard = nullptr;
    BulletList *m_consequences = nullptr;
    NewFromSnapshotCard *m_newCard = nullptr;
    SnapshotLinks *m_newerCard = nullptr;
    SnapshotLinks *m_partsCard = nullptr;
    QWidget *m_footer;
    Button *m_take = nullptr;
    Button *m_rollBack = nullptr;
    Button *m_remove = nullptr;
    Button *m_rawToggle = nullptr;
    QPlainTextEdit *m_rawText = nullptr;
};

} // namespace Views
