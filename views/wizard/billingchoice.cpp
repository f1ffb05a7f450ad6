// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/billingchoice.h"

#include "items/displaytext.h"
#include "items/takedraft.h"
#include "items/taketext.h"
#include "views/common/dialog.h"
#include "views/common/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int cyclesInARow = 3;

bool areSame(const QList<Items::CycleChoice> &a, const QList<Items::CycleChoice> &b)
{
    return std::ranges::equal(a, b, [](const auto &one, const auto &other) {
        return one.cycle == other.cycle && one.reason == other.reason;
    });
}

} // namespace

CycleChooser::CycleChooser(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_group(new QButtonGroup(this))
    , m_reason(makeText({}, this))
{
    setObjectName(u"wizardCycles"_s);
    m_grid->setHorizontalSpacing(Metrics::wideMargin);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(cyclesInARow, 1);
    m_reason->setObjectName(u"wizardCycleReason"_s);
    m_reason->setFont(textFont(TextStyle::Small));
    setTextColour(m_reason, ColourRole::Dim);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_grid);
    column->addWidget(m_reason);
    connect(m_group, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT chosen(m_choices.at(id).cycle.id); });
}

void CycleChooser::setChoices(const QList<Items::CycleChoice> &choices,
                              const std::optional<Domain::BillingCycle> &chosen)
{
    if (!areSame(choices, m_choices)) {
        m_choices = choices;
        fill();
    }
    for (int i = 0; i < m_choices.size(); ++i) {
        const bool isChosen = chosen && m_choices.at(i).cycle.id == chosen->id;
        if (isChosen) {
            m_group->button(i)->setChecked(true);
        }
    }
}

void CycleChooser::fill()
{
    const QList<QAbstractButton *> old = m_group->buttons();
    for (QAbstractButton *button : old) {
        m_group->removeButton(button);
        button->deleteLater();
    }
    QString reason;
    for (int i = 0; i < m_choices.size(); ++i) {
        const Items::CycleChoice &choice = m_choices.at(i);
        auto *radio = new QRadioButton(choice.cycle.name, this);
        radio->setObjectName(u"wizardCycle-"_s + choice.cycle.id.value);
        radio->setMinimumHeight(Metrics::smallControlHeight);
        radio->setEnabled(choice.reason.isEmpty());
        radio->setToolTip(Items::plainToolTip(choice.reason));
        radio->setAccessibleDescription(choice.reason);
        m_group->addButton(radio, i);
        m_grid->addWidget(radio, i / cyclesInARow, i % cyclesInARow);
        radio->show();
        reason = choice.reason.isEmpty() ? reason : choice.reason;
    }
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

PlanChooser::PlanChooser(QWidget *parent)
    : QWidget(parent)
    , m_text(makeText({}, this))
    , m_field(new QComboBox(this))
{
    m_text->setObjectName(u"wizardPlanText"_s);
    m_field->setObjectName(u"wizardPlan"_s);
    m_field->setAccessibleName(tr("Plan"));
    m_field->setPlaceholderText(tr("Choose one…"));
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_text->setMinimumHeight(Metrics::smallControlHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    column->addWidget(m_field);
    connect(m_field, &QComboBox::activated, this,
            [this](int index) { Q_EMIT chosen(m_plans.at(index).plan); });
}

QWidget *PlanChooser::field() const
{
    return m_field;
}

void PlanChooser::showDraft(const Items::TakeDraft &draft)
{
    const QList<Domain::SnapshotPrice> plans = draft.plans();
    const std::optional<Domain::SnapshotPrice> plan = draft.plan();
    if (plans != m_plans) {
        m_plans = plans;
        m_field->clear();
        for (const Domain::SnapshotPrice &each : plans) {
            m_field->addItem(tr("%1, %2", "plan and price")
                                 .arg(Items::planTitle(each), Items::unitPriceText(each.price)));
        }
    }
    m_field->setCurrentIndex(plan ? static_cast<int>(m_plans.indexOf(*plan)) : -1);
    m_field->setVisible(plans.size() > 1);
    m_text->setVisible(plans.size() < 2);
    setTextColour(m_text, plans.isEmpty() ? ColourRole::Remove : ColourRole::Text);
    m_text->setText(
        plans.isEmpty()
            ? Items::noPlanText(draft)
            : tr("%1 · the only one here").arg(Items::inlineName(Items::planTitle(plans.first()))));
}

} // namespace Views
