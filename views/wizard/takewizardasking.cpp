// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/takerefusal.h"
#include "views/snapshots/secondtake.h"
#include "views/wizard/reviewpage.h"
#include "views/wizard/takewatch.h"
#include "views/wizard/takewizard.h"

#include <QLabel>
#include <QSettings>
#include <QUuid>

// From the green button to the provider's answer; the questions before it stand in takewizard.cpp.

using Items::StepState;
using Items::TakeFate;
using Items::TakeStep;

namespace Views {

Operations::TakeIntent TakeWizard::intent() const
{
    Operations::TakeIntent intent;
    intent.id = {QUuid::createUuid().toString(QUuid::WithoutBraces)};
    intent.source = m_draft.source()->resource.key;
    intent.name = m_draft.name();
    intent.stop = m_review->stop();
    const Domain::KindCapabilities *rules = m_draft.rules();
    if (const auto plan = m_draft.plan(); rules->needsPlan && plan) {
        intent.purchase.plan = plan->plan;
    }
    if (const auto cycle = m_draft.cycle(); rules->needsBillingCycle && cycle) {
        intent.purchase.cycle = cycle->id;
    }
    return intent;
}

void TakeWizard::take()
{
    if (m_phase != Phase::Asking || !reasonNotToGoOn().isEmpty()) {
        return;
    }
    const Operations::TakeIntent wanted = intent();
    askBeforeSecondTake(m_services, this, wanted.source, [this, wanted] { send(wanted); });
}

void TakeWizard::send(const Operations::TakeIntent &wanted)
{
    m_services.settings.setValue(nameTemplateSetting, m_draft.nameTemplate());
    m_refusal.reset();
    setPhase(Phase::Waiting);
    m_status->setText(Items::takeWaitText({}));
    showFooter();
    m_watch->watch(wanted.id);
    Q_EMIT confirmed(wanted);
}

void TakeWizard::follow(const Domain::Operation &operation)
{
    switch (Items::takeFate(operation)) {
    case TakeFate::Open:
        m_status->setText(Items::takeWaitText(operation));
        showFooter();
        break;
    case TakeFate::Accepted:
        m_watch->stop();
        accept();
        break;
    case TakeFate::Refused:
        m_watch->stop();
        refused(operation);
        break;
    case TakeFate::InDoubt:
        m_watch->stop();
        m_refusal = Refusal{TakeStep::Review, Items::operationErrorText(operation)};
        setPhase(Phase::InDoubt);
        cancelButton()->setFocus();
        break;
    }
}

void TakeWizard::refused(const Domain::Operation &operation)
{
    const TakeStep step = Items::refusedStep(operation.error);
    const bool isAsked = m_draft.stateOf(step) != StepState::Absent;
    m_refusal = Refusal{isAsked ? step : TakeStep::Review, Items::takeRefusalText(operation)};
    setPhase(Phase::Asking);
    // A page that can't be reached any more has lost its ground meanwhile: stay and say it here.
    if (!isReachable(m_refusal->step)) {
        m_refusal->step = m_step;
    }
    goTo(m_refusal->step);
    announce(m_refusal->text.title);
    if (Items::isRefusalAll(operation)) {
        Q_EMIT operationTold(operation.id);
    }
    if (Items::isOutOfDate(operation.error)) {
        Q_EMIT refreshWanted(operation.account);
    }
}

} // namespace Views
