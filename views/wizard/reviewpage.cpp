// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/reviewpage.h"

#include "domain/clock.h"
#include "items/consequences.h"
#include "items/copyestimate.h"
#include "items/displaytext.h"
#include "items/takedraft.h"
#include "items/takeprice.h"
#include "items/taketext.h"
#include "views/common/card.h"
#include "views/common/dialog.h"
#include "views/common/flowlabel.h"
#include "views/common/theme.h"
#include "views/snapshots/stopchoice.h"
#include "views/wizard/billingchoice.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Items::TakeStep;

namespace Views {

namespace {
constexpr int answerLabelWidth = 92;
constexpr int answerHeight = Metrics::smallControlHeight; // as high as the button beside it
constexpr int mostAnswerLines = 3;
} // namespace

ReviewPage::ReviewPage(Items::TakeDraft &draft, const MainWindowServices &services, QWidget *parent)
    : WizardPage(draft, parent)
    , m_services(services)
    , m_cycles(new CycleChooser(this))
    , m_rule(new FlowLabel(2, this))
    , m_plans(new PlanChooser(this))
    , m_balance(new FlowLabel(1, this))
    , m_limit(new FlowLabel(2, this))
    , m_stop(new StopChoice(this))
    , m_steps(makeText({}, this))
    , m_time(makeText({}, this))
    , m_card(new Card(Card::Tone::Plain, this))
    , m_figure(new FlowLabel(1, this))
    , m_aside(makeText({}, this))
    , m_note(makeText({}, this))
{
    auto *body = new QWidget;
    body->setLayout(makeBody(body));
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(body);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(area);
    connect(m_cycles, &CycleChooser::chosen, this, [this](const Domain::BillingCycleId &cycle) {
        this->draft().chooseCycle(cycle);
        Q_EMIT draftChanged();
    });
    connect(m_plans, &PlanChooser::chosen, this, [this](const Domain::PlanId &plan) {
        this->draft().choosePlan(plan);
        Q_EMIT draftChanged();
    });
    connect(m_stop, &StopChoice::choiceChanged, this, &ReviewPage::showSteps);
}

QLayout *ReviewPage::makeBody(QWidget *body)
{
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(Metrics::margin);
    m_grid->setVerticalSpacing(Metrics::space);
    m_grid->setColumnMinimumWidth(0, answerLabelWidth);
    m_grid->setColumnStretch(1, 1);
    addAnswer(TakeStep::Location, u"Location"_s);
    addAnswer(TakeStep::Project, u"Project"_s);
    addAnswer(TakeStep::Source, u"Source"_s);
    addAnswer(TakeStep::Name, u"Name"_s);
    addMoreRows();
    m_steps->setObjectName(u"wizardSteps"_s);
    m_time->setObjectName(u"wizardTime"_s);
    m_figure->setObjectName(u"wizardPrice"_s);
    m_figure->setFont(textFont(TextStyle::Figure));
    m_figure->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_aside->setObjectName(u"wizardPriceAside"_s);
    m_aside->setAlignment(Qt::AlignBottom);
    m_note->setObjectName(u"wizardPriceNote"_s);
    for (QLabel *dim : {m_steps, m_time, m_aside, m_note}) {
        setTextColour(dim, ColourRole::Dim);
    }
    auto *line = new QHBoxLayout;
    line->setSpacing(Metrics::gap);
    line->addWidget(m_figure);
    line->addWidget(m_aside, 1);
    m_card->content()->addLayout(line);
    m_card->content()->addWidget(m_note);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::margin);
    column->addLayout(m_grid);
    for (QWidget *block : {static_cast<QWidget *>(m_stop), static_cast<QWidget *>(m_steps),
                           static_cast<QWidget *>(m_time), static_cast<QWidget *>(m_card)}) {
        block->setParent(body);
        column->addWidget(block);
    }
    column->addStretch(1);
    return column;
}

void ReviewPage::addMoreRows()
{
    m_cycleRow = addRow(tr("Billing cycle"), m_cycles, 2);
    m_ruleRow = addRow(tr("Rule"), m_rule, 2);
    m_planRow = addRow(tr("Plan"), m_plans, 2);
    m_balanceRow = addRow(tr("Balance"), m_balance, 2);
    m_limitRow = addRow(tr("Limit"), m_limit, 2);
    m_limit->setObjectName(u"wizardLimit"_s);
    m_rule->setObjectName(u"wizardRule"_s);
    m_balance->setObjectName(u"wizardBalance"_s);
}

ReviewPage::Row ReviewPage::addRow(const QString &label, QWidget *value, int span)
{
    Row row;
    row.label = new QLabel(label, this);
    row.value = value;
    setTextColour(row.label, ColourRole::Dim);
    row.label->setMinimumHeight(answerHeight);
    value->setMinimumHeight(answerHeight);
    const int line = m_grid->rowCount();
    m_grid->addWidget(row.label, line, 0, Qt::AlignTop);
    m_grid->addWidget(value, line, 1, 1, span);
    return row;
}

void ReviewPage::addAnswer(TakeStep step, const QString &objectName)
{
    auto *value = new FlowLabel(mostAnswerLines, this);
    value->setObjectName(u"wizardAnswer"_s + objectName);
    Row row = addRow({}, value, 1);
    row.change = new Button(ButtonKind::Quiet, u"pencil"_s, tr("Change"), this);
    row.change->setObjectName(u"wizardChange"_s + objectName);
    row.change->setButtonSize(ButtonSize::Small);
    row.change->setAutoDefault(true);
    m_grid->addWidget(row.change, m_grid->rowCount() - 1, 2, Qt::AlignTop);
    connect(row.change, &Button::clicked, this, [this, step] { Q_EMIT changeRequested(step); });
    m_answers.append({step, row});
}

void ReviewPage::setRowVisible(const Row &row, bool isVisible)
{
    row.label->setVisible(isVisible);
    row.value->setVisible(isVisible);
    if (row.change) {
        row.change->setVisible(isVisible);
    }
}

QWidget *ReviewPage::firstField() const
{
    if (QWidget *plans = m_plans->field(); plans->isVisibleTo(this)) {
        return plans;
    }
    for (const auto &[step, row] : m_answers) {
        if (!row.change->isHidden()) {
            return row.change;
        }
    }
    return nullptr;
}

Operations::StopServer ReviewPage::stop() const
{
    return m_stop->isHidden() ? Operations::StopServer::No : m_stop->choice();
}

void ReviewPage::showDraft()
{
    showAnswers();
    showBilling();
    showLimit();
    showStop();
    showSteps();
    showPrice();
}

void ReviewPage::showAnswers()
{
    for (const auto &[step, row] : std::as_const(m_answers)) {
        const QString title = Items::stepTitle(step, draft());
        row.label->setText(title);
        static_cast<QLabel *>(row.value)->setText(Items::stepSummary(step, draft()));
        row.change->setAccessibleName(tr("Change: %1").arg(title));
        setRowVisible(row, draft().stateOf(step) != Items::StepState::Absent);
    }
}

void ReviewPage::showBilling()
{
    const Domain::KindCapabilities *rules = draft().rules();
    const Items::TakeAccount *account = draft().account();
    const bool needsCycle = rules && rules->needsBillingCycle;
    const bool needsPlan = rules && rules->needsPlan;
    const auto rule = account ? account->prices.billingRule : Domain::BillingRule::Unknown;
    const QString ruleTitle = Items::ruleTitle(rule);
    m_cycles->setChoices(draft().cycles(), draft().cycle());
    m_rule->setText(
        tr("%1 · %2", "billing rule and what it means").arg(ruleTitle, Items::ruleMeaning(rule)));
    m_plans->showDraft(draft());
    m_planRow.label->setMinimumHeight(draft().plans().size() > 1 ? Metrics::controlHeight
                                                                 : answerHeight);
    const std::optional<Domain::Money> balance = account ? account->balance : std::nullopt;
    m_balance->setText(balance ? tr("%1 prepaid").arg(Items::moneyText(*balance)) : QString());
    setRowVisible(m_cycleRow, needsCycle);
    setRowVisible(m_ruleRow, (needsCycle || needsPlan) && !ruleTitle.isEmpty());
    setRowVisible(m_planRow, needsPlan);
    setRowVisible(m_balanceRow, balance.has_value());
}

/// What a snapshot of the source counts against; what is short is told in words.
void ReviewPage::showLimit()
{
    const Items::SourceChoice *source = draft().source();
    const Items::TakeAccount *account = draft().account();
    QString text;
    bool isShort = false;
    if (source && account) {
        const QList<Items::TakeLimit> limits =
            Items::takeLimits(source->resource, account->capabilities, Items::roomOf(*account));
        isShort = Items::isShort(limits, source->resource);
        text = isShort ? source->room
                       : Items::limitTexts(limits, account->capabilities.sizeUnit)
                             .join(tr(" · ", "between limits"));
        m_limit->setToolTip(isShort ? QString() : Items::plainToolTip(source->room));
    }
    m_limit->setText(text);
    setTextColour(m_limit, isShort ? ColourRole::Rollback : ColourRole::Text);
    setRowVisible(m_limitRow, !text.isEmpty());
}

void ReviewPage::showStop()
{
    const Items::SourceChoice *source = draft().source();
    const Domain::KindCapabilities *rules = draft().rules();
    const Items::TakeAccount *account = draft().account();
    const bool canStop = source && rules && account
        && source->resource.key.kind == Domain::ResourceKind::Server
        && source->resource.power == Domain::PowerState::Running && account->capabilities.canPower
        && rules->isConsistentOnlyWhenStopped;
    if (canStop) {
        m_stop->setServerName(source->resource.name);
    }
    m_stop->setVisible(canStop);
}

Domain::Result<Domain::Operation> ReviewPage::plan() const
{
    const Items::SourceChoice *source = draft().source();
    const Items::TakeAccount *account = draft().account();
    if (!source || !account) {
        return Domain::failure(Domain::ErrorKind::NotFound);
    }
    const std::optional<Domain::SnapshotPrice> chosen = draft().plan();
    const std::optional<Domain::BillingCycle> cycle = draft().cycle();
    return Operations::planTake(
        {source->resource,
         draft().name(),
         stop(),
         {chosen ? chosen->plan : Domain::PlanId(), cycle ? cycle->id : Domain::BillingCycleId()}},
        account->capabilities, {Domain::OperationId{u"preview"_s}, m_services.clock.now()});
}

void ReviewPage::showSteps()
{
    const Domain::Result<Domain::Operation> planned = plan();
    const bool areSeveral = planned && planned->steps.size() > 1;
    m_steps->setText(areSeveral ? numberedSteps(Items::stepTexts(planned->steps)) : QString());
    m_steps->setVisible(areSeveral);
    showTime(planned);
}

/// Nothing where nothing is known: no figure is made up.
void ReviewPage::showTime(const Domain::Result<Domain::Operation> &planned)
{
    const QString usual = planned ? m_services.estimates.sentence(*planned) : QString();
    m_time->setText(usual);
    m_time->setVisible(!usual.isEmpty());
}

void ReviewPage::showPrice()
{
    const Items::TakePrice price = Items::takePrice(draft(), m_services.prices);
    m_figure->setText(price.figure);
    m_aside->setText(price.aside);
    m_note->setText(price.note);
    m_card->setVisible(!price.figure.isEmpty());
}

} // namespace Views
