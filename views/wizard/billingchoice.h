// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/takechoices.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;

namespace Items {
class TakeDraft;
}

namespace Views {

/// Which billing cycle; those that are not for snapshots are shown, disabled, with the reason
/// below.
class CycleChooser : public QWidget
{
    Q_OBJECT

public:
    explicit CycleChooser(QWidget *parent = nullptr);
    void setChoices(const QList<Items::CycleChoice> &choices,
                    const std::optional<Domain::BillingCycle> &chosen);

Q_SIGNALS:
    void chosen(const Domain::BillingCycleId &cycle);

private:
    void fill();

    QList<Items::CycleChoice> m_choices;
    QGridLayout *m_grid;
    QButtonGroup *m_group;
    QLabel *m_reason;
};

/// By which plan: told where there is one, chosen where there are several, explained where there is
/// none.
class PlanChooser : public QWidget
{
    Q_OBJECT

public:
    explicit PlanChooser(QWidget *parent = nullptr);
    void showDraft(const Items::TakeDraft &draft);
    [[nodiscard]] QWidget *field() const;

Q_SIGNALS:
    void chosen(const Domain::PlanId &plan);

private:
    QList<Domain::SnapshotPrice> m_plans;
    QLabel *m_text;
    QComboBox *m_field;
};

} // namespace Views
