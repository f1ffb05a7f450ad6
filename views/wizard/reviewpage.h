// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/planner.h"
#include "views/mainwindow/mainwindowservices.h"
#include "views/wizard/wizardpage.h"

class QGridLayout;
class QLabel;

namespace Views {

class Button;
class Card;
class CycleChooser;
class FlowLabel;
class PlanChooser;
class StopChoice;

/// Every answer once more, each with a way back to it; billing where the provider has it; whether
/// to stop the server; and the price.
class ReviewPage : public WizardPage
{
    Q_OBJECT

public:
    ReviewPage(Items::TakeDraft &draft, const MainWindowServices &services, QWidget *parent);

    void showDraft() override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] Operations::StopServer stop() const;

Q_SIGNALS:
    void changeRequested(Items::TakeStep step);

private:
    struct Row
    {
        QLabel *label = nullptr;
        QWidget *value = nullptr;
        Button *change = nullptr;
    };
    QLayout *makeBody(QWidget *body);
    void addMoreRows();
    void addAnswer(Items::TakeStep step, const QString &objectName);
    Row addRow(const QString &label, QWidget *value, int span);
    static void setRowVisible(const Row &row, bool isVisible);
    void showAnswers();
    void showBilling();
    void showLimit();
    void showStop();
    void showSteps();
    void showTime(const Domain::Result<Domain::Operation> &planned);
    [[nodiscard]] Domain::Result<Domain::Operation> plan() const;
    void showPrice();

    MainWindowServices m_services;
    QGridLayout *m_grid = nullptr;
    QList<std::pair<Items::TakeStep, Row>> m_answers;
    CycleChooser *m_cycles;
    FlowLabel *m_rule;
    PlanChooser *m_plans;
    FlowLabel *m_balance;
    Row m_cycleRow;
    Row m_ruleRow;
    Row m_planRow;
    Row m_balanceRow;
    FlowLabel *m_limit;
    Row m_limitRow;
    StopChoice *m_stop;
    QLabel *m_steps;
    QLabel *m_time;
    Card *m_card;
    FlowLabel *m_figure;
    QLabel *m_aside;
    QLabel *m_note;
};

} // namespace Views
